package model_test

import (
	"bytes"
	"testing"

	"github.com/fxamacker/cbor/v2"
	"pgregory.net/rapid"

	"hadir/model"
)

// deterministic is the encoding in which records and changes are on disk.
func deterministic(t rapid.TB, v any) []byte {
	t.Helper()
	enc, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		t.Fatal(err)
	}
	b, err := enc.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRecordsAndChangesComeBackFromTheirBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		changes := drawHistory().Draw(t, "changes")
		r := fold(oneKey(), changes...)
		b := deterministic(t, r)
		var back model.Record
		if err := cbor.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		sameRecord(t, "read back", back, r)
		// Two laptops that learned of the same in different orders hold the same bytes.
		turned := fold(oneKey(), rapid.Permutation(changes).Draw(t, "order")...)
		if !bytes.Equal(deterministic(t, turned), b) {
			t.Fatal("one record has two encodings")
		}
		for _, c := range changes {
			var again model.Change
			if err := cbor.Unmarshal(deterministic(t, c), &again); err != nil {
				t.Fatal(err)
			}
			sameRecord(t, "a change read back", fold(oneKey(), again), fold(oneKey(), c))
		}
	})
}

func TestASetThatRestoresNothingSaysNothingOfIt(t *testing.T) {
	var keys map[int]cbor.RawMessage
	if err := cbor.Unmarshal(deterministic(t, model.Write("name", "Suyatno")), &keys); err != nil || len(keys) != 2 {
		t.Errorf("%d keys, %v; want the field and the value only", len(keys), err)
	}
}
