package model_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"hadir/model"
)

func drawID() *rapid.Generator[model.ID] {
	return rapid.Custom(func(t *rapid.T) (id model.ID) {
		copy(id[:], rapid.SliceOfN(rapid.Byte(), len(id), len(id)).Draw(t, "id"))
		return id
	})
}

func TestIDTextAndBinary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := drawID().Draw(t, "id")
		for _, s := range []string{id.String(), strings.ToUpper(id.String())} {
			if got, err := model.ParseID(s); err != nil || got != id {
				t.Fatalf("%v is read as %v, %v", id, got, err)
			}
		}
		b, _ := id.MarshalBinary()
		var back model.ID
		if err := back.UnmarshalBinary(b); err != nil || back != id {
			t.Fatalf("%x is read as %v, %v", b, back, err)
		}
		text, err := json.Marshal(id)
		if err != nil {
			t.Fatal(err)
		}
		back = model.ID{1}
		if err := json.Unmarshal(text, &back); err != nil || back != id {
			t.Fatalf("%s is read as %v, %v", text, back, err)
		}
	})
	if s := (model.ID{}).String(); s != "" {
		t.Errorf("the zero ID reads %q", s)
	}
}

func TestParseIDRefuses(t *testing.T) {
	whole := model.ID{1, 2, 3}.String()
	for name, s := range map[string]string{
		"a letter that is no digit": "u" + whole[1:],
		"an o for a nought":         "o" + whole[1:],
		"one too few":               whole[1:],
		"one too many":              whole + "0",
		"padding":                   whole + "======",
		"a space":                   " " + whole[1:],
	} {
		if id, err := model.ParseID(s); !errors.Is(err, model.ErrID) || !id.IsZero() {
			t.Errorf("%s: %q gives %v, %v", name, s, id, err)
		}
	}
	for _, n := range []int{0, 15, 17} {
		if err := new(model.ID).UnmarshalBinary(make([]byte, n)); !errors.Is(err, model.ErrID) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}

func TestParseIDRefusesWhatStringNeverWrote(t *testing.T) {
	whole := model.ID{1, 2, 3}.String()
	for name, s := range map[string]string{
		"a line break inside":     whole[:9] + "\n" + whole[9:],
		"a line break at the end": whole + "\r\n",
		"bits beyond the 128th":   whole[:25] + "3",
		"the zero ID in noughts":  strings.Repeat("0", 26),
		"a Kelvin sign for a k":   "\u212a" + model.ID{0x98}.String()[1:],
	} {
		if id, err := model.ParseID(s); err == nil {
			t.Errorf("%s: %q is read as %v", name, s, id)
		}
	}
}

func TestNewIDReadsSixteenBytes(t *testing.T) {
	src := bytes.NewReader([]byte("0123456789abcdef!"))
	id, err := model.NewID(iotest.OneByteReader(src))
	if err != nil || string(id[:]) != "0123456789abcdef" || src.Len() != 1 {
		t.Errorf("%q, %v, %d bytes left", id[:], err, src.Len())
	}
	if id, err := model.NewID(src); err == nil {
		t.Errorf("one byte of randomness gave %v", id)
	}
}

func TestHashIDKeepsPartsApart(t *testing.T) {
	key := []byte("salt")
	seen := map[model.ID][]string{}
	for _, parts := range [][]string{
		nil, {""}, {"", ""}, {"ab", "c"}, {"a", "bc"}, {"abc"}, {"abc", ""}, {"", "abc"}, {"a", "b", "c"}, {"\x01a", "b"}, {"a\x01b"},
	} {
		id := model.HashID(key, parts...)
		if other, ok := seen[id]; ok {
			t.Errorf("%q and %q share %v", parts, other, id)
		}
		seen[id] = parts
		if id != model.HashID(key, parts...) || id == model.HashID([]byte("pepper"), parts...) {
			t.Errorf("%q: not a keyed hash", parts)
		}
	}
}

func TestHashIDOfTwoListsOfPartsDiffers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab\x00\x01\x02")), 0, 4, -1)
		a, b := rapid.SliceOfN(text, 0, 4).Draw(t, "a"), rapid.SliceOfN(text, 0, 4).Draw(t, "b")
		same := len(a) == len(b) && strings.Join(a, "\xff") == strings.Join(b, "\xff")
		if got := model.HashID(nil, a...) == model.HashID(nil, b...); got != same {
			t.Fatalf("%q and %q: one ID is %v", a, b, got)
		}
	})
}

func FuzzParseID(f *testing.F) {
	whole := model.ID{1, 2, 3}.String()
	for _, s := range []string{"", whole, strings.ToUpper(whole), whole[1:], "u", strings.Repeat("z", 25) + "w"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, err := model.ParseID(s)
		switch {
		case err != nil && (!errors.Is(err, model.ErrID) || !id.IsZero()):
			t.Errorf("%q: %v, %v", s, id, err)
		case err == nil && !strings.EqualFold(id.String(), s):
			t.Errorf("%q is read as %v", s, id)
		}
	})
}
