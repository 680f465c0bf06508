package store

import (
	"bytes"
	"testing"

	"hadir/model"
)

// TestSetKeepsItsForm holds that a set stands in a file as it always did, wherever it keeps in memory what it builds on.
func TestSetKeepsItsForm(t *testing.T) {
	type set struct {
		Field    string        `cbor:"1,keyasint"`
		Op       model.Op      `cbor:"2,keyasint,omitempty"`
		Value    string        `cbor:"3,keyasint,omitempty"`
		Bases    []model.Stamp `cbor:"4,keyasint,omitempty"`
		Restores *model.Stamp  `cbor:"5,keyasint,omitempty"`
	}
	at, c := model.Stamp{Time: 7, Device: 2}, testCodec(t)
	for _, x := range []struct {
		is  model.Set
		was set
	}{
		{model.Write("name", "Suyatno"), set{Field: "name", Value: "Suyatno"}},
		{model.Withdraw("tags", at), set{Field: "tags", Op: model.OpWithdraw, Bases: []model.Stamp{at}}},
		{
			model.Set{Field: "note", Value: "x", Seen: &model.Seen{Bases: []model.Stamp{at}, Restores: &at}},
			set{Field: "note", Value: "x", Bases: []model.Stamp{at}, Restores: &at},
		},
	} {
		got, err := c.enc.Marshal(x.is)
		if err != nil {
			t.Fatal(err)
		}
		want, err := c.enc.Marshal(x.was)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%x, was %x", got, want)
		}
		var back model.Set
		if err := c.dec.Unmarshal(want, &back); err != nil {
			t.Fatal(err)
		}
		if again, err := c.enc.Marshal(back); err != nil || !bytes.Equal(again, want) {
			t.Errorf("read back %+v, %v", back, err)
		}
	}
}
