package sheet

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

func TestPin(t *testing.T) {
	rows := lines("No|Nama|HP|Jabatan|\n1|Eko|Ani|Staf|081000001234\n2|Siti|Budi|Staf|x")
	for _, c := range []struct {
		args  []string
		want  string
		fault MapFault
	}{
		{args: nil, want: "no=A name=B phone=C post=D"},
		{args: []string{"phone=E"}, want: "no=A name=B post=D phone=E"},
		{args: []string{"NAMA=hp"}, want: "no=A name=C post=D"},
		{args: []string{"name= c ", "Note=b"}, want: "no=A note=B name=C post=D"},
		{args: []string{"post=-", "hp=-"}, want: "no=A name=B"},
		{args: []string{"category=jabatan"}, want: "no=A name=B phone=C category=D"},
		{args: []string{"phone"}, fault: MapForm},
		{args: []string{"phone="}, fault: MapForm},
		{args: []string{"telur=B"}, fault: MapUnknownField},
		{args: []string{"=B"}, fault: MapUnknownField},
		{args: []string{"name=B", "nama=C"}, fault: MapTwice},
		{args: []string{"name=B", "post=b"}, fault: MapTwice},
		{args: []string{"name=Z"}, fault: MapUnknownColumn},
		{args: []string{"name=Nama Ibu"}, fault: MapUnknownColumn},
		{args: []string{"name=B2"}, fault: MapUnknownColumn},
	} {
		guess := Guess(rows)
		pins, err := ParseMap(c.args...)
		var l Layout
		if err == nil {
			l, err = guess.Pin(Width(rows), pins...)
		}
		if c.fault != 0 {
			if me := new(MapError); !errors.As(err, &me) || me.Fault != c.fault || me.Arg == "" {
				t.Errorf("%q: %v, want %v", c.args, err, c.fault)
			}
			continue
		}
		if err != nil || columns(l) != c.want {
			t.Errorf("%q: %s, %v; want %s", c.args, columns(l), err, c.want)
		}
		if columns(guess) != "no=A name=B phone=C post=D" {
			t.Errorf("%q changed the guess: %s", c.args, columns(guess))
		}
	}
}

func TestFieldNames(t *testing.T) {
	for f := FieldNone + 1; f < fieldCount; f++ {
		code, word := f.names()
		for _, s := range []string{code, word} {
			if got, ok := ParseField(s); !ok || got != f {
				t.Errorf("%q is %v, want %v", s, got, f)
			}
		}
	}
}

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{-1: "", 0: "A", 25: "Z", 26: "AA", 255: "IV", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := Letter(column); got != want {
			t.Errorf("Letter(%d) = %q, want %q", column, got, want)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		column := rapid.IntRange(0, 17_000).Draw(rt, "column")
		if got, rest := ColumnOf(Letter(column) + "17"); got != column || rest != "17" {
			rt.Fatalf("%d became %d and %q", column, got, rest)
		}
	})
}
