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

func TestCorrectedCopies(t *testing.T) {
	rows := lines("Daftar Undangan\nNo|Nama|HP|Jabatan\n1|Eko|081000001234|Staf\n2|Siti|x|Camat")
	guess := Guess(rows)
	const guessed = "no=A name=B phone=C post=D"
	for _, c := range []struct {
		what   string
		l      Layout
		want   string
		header int
		kind   NoteKind
	}{
		{"another meaning", guess.Means(2, FieldNote), "no=A name=B note=C post=D", 2, NoteHeader},
		{"a meaning taken over", guess.Means(3, FieldName), "no=A phone=C name=D", 2, NoteHeader},
		{"no meaning", guess.Means(0, FieldNone), "name=B phone=C post=D", 2, NoteHeader},
		{"the header that it is", guess.HeadedAt(rows, 2), guessed, 2, NoteHeader},
		{"a header that reads like none", guess.HeadedAt(rows, 4), guessed, 4, NoteHeader},
		{"a header on no line", guess.HeadedAt(rows, 9), guessed, 2, NoteHeader},
		{"no header", guess.Headless(), guessed, 0, NoteNoHeader},
	} {
		if got := columns(c.l); got != c.want || c.l.HeaderFirst != c.header || c.l.Notes[0].Kind != c.kind {
			t.Errorf("%s: %s, header %d, %v", c.what, got, c.l.HeaderFirst, c.l.Notes)
		}
		if columns(guess) != guessed || guess.HeaderFirst != 2 {
			t.Errorf("%s changed the guess: %s", c.what, columns(guess))
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
