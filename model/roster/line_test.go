package roster_test

import (
	"testing"

	"hadir/model/roster"
)

func TestChangedPhoneOnTheSameLine(t *testing.T) {
	const head, first, last = "no;name;post;institution;phone", "1;Suyatno;Kaur;Desa Waru;081000011111", "3;Budi;Staf;PT Contoh;"
	for _, c := range []struct {
		name, row, want string
		rest            []string
	}{
		{"phone alone", "2;Sutrisno;Lurah;Kelurahan Leteh;081000033333", "unchanged differs unchanged", nil},
		{"post too", "2;Sutrisno;Camat;Kelurahan Leteh;081000033333", "unchanged similar unchanged", nil},
		{
			"another of that name on the list", "2;Sutrisno;Lurah;Kelurahan Leteh;081000033333", "unchanged similar unchanged unchanged",
			[]string{"4;Sutrisno;Lurah;Kelurahan Leteh;081000022222"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := newLedger(t)
			l.load(list(head, first, "2;Sutrisno;Lurah;Kelurahan Leteh;081000022222", last))
			if got := verdicts(l.plan(list(append([]string{head, first, c.row, last}, c.rest...)...))); got != c.want {
				t.Errorf("verdicts %s, want %s", got, c.want)
			}
		})
	}
}

func TestChangedPhoneElsewhereIsAnotherPerson(t *testing.T) {
	l := newLedger(t)
	l.load(list("name;institution;phone", "Suyatno;Desa Waru;081000011111", "Sutrisno;Desa Pulo;081000022222", "Budi;Desa Pulo;"))
	moved := list("name;institution;phone", "Suyatno;Desa Waru;081000011111", "Budi;Desa Pulo;", "Sutrisno;Desa Pulo;081000033333")
	if got := verdicts(l.plan(moved)); got != "unchanged unchanged similar" {
		t.Errorf("verdicts %s", got)
	}
}

func TestChangedPhoneIsAskedAbout(t *testing.T) {
	l := newLedger(t)
	l.load(list("name;institution;phone", "Suyatno;Desa Waru;081000011111", "Sutrisno;Desa Pulo;081000022222"))
	changed := list("name;institution;phone", "Suyatno;Desa Waru;081000033333", "Sutrisno;Desa Pulo;081000022222")
	p := l.load(changed)
	d := p.Doubts()
	if len(d) != 1 || d[0].Reason != roster.ReasonDifferent || d[0].Field != roster.FieldPhone || d[0].Have != "+6281000011111" {
		t.Errorf("doubts %+v", d)
	}
	if g := l.listed(); len(g) != 2 || g[0].Phone != "+6281000011111" {
		t.Errorf("guests %+v", g)
	}
	l.load(changed, func(o *roster.Options) { o.Update = true })
	if g := l.listed(); len(g) != 2 || g[0].Phone != "+6281000033333" {
		t.Errorf("--update left %+v", g)
	}
}
