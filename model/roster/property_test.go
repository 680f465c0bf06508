package roster_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hadir/model"
	"hadir/model/roster"
)

// rows draws a list in which everything that matters happens often: few names, few places, few phones.
func rows(t *rapid.T) []roster.Item {
	return draw(t, "name;titles-after;post;institution;district;phone;note;sex;nik", [][]string{
		{"Suyatno", "H. SUYATNO", "Sujatno", "Moh. Arifin", "Muhammad Arifin", "Siti", "", "-"},
		{"", "", "S.H."},
		{"", "Kepala Desa", "Kaur", "0"},
		{"", "Desa Waru", "DESA WARU", "Pemdes Waru", "PT Contoh"},
		{"", "Atas", "Kec. Bawah"},
		{"", "", "081000011111", "+6281000011111", "81000022222", "0295381708"},
		{"", "hadir", "dobel"},
		{"", "L", "?"},
		{"", "", "3317101203850000", "3317101203860000", "3,3E+15"},
	})
}

func draw(t *rapid.T, head string, columns [][]string) []roster.Item {
	row := rapid.Custom(func(t *rapid.T) string {
		var cells []string
		for _, words := range columns {
			cells = append(cells, rapid.SampledFrom(words).Draw(t, "cell"))
		}
		return strings.Join(cells, ";")
	})
	return list(append([]string{head}, rapid.SliceOfN(row, 0, 12).Draw(t, "rows")...)...)
}

// withSeats puts invited seats on the event's list, or nothing.
func withSeats(t *rapid.T, l *ledger) {
	if !rapid.Bool().Draw(t, "seats") {
		return
	}
	changes, err := roster.Invite(l.act(model.VerbInvite), l.event, roster.Expand(villages(), roster.Group{}, nil), l.guests(), nil)
	if err != nil {
		t.Fatal(err)
	}
	l.apply(changes)
}

func options(t *rapid.T) func(*roster.Options) {
	nik, update, knows := rapid.Bool().Draw(t, "nik"), rapid.Bool().Draw(t, "update"), rapid.Bool().Draw(t, "villages")
	return func(o *roster.Options) {
		o.NIK, o.Update = nik, update
		if knows {
			o.Villages = villages()
		}
	}
}

func TestImportingTwiceChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := newLedger(t)
		withSeats(rt, l)
		items, o := rows(rt), options(rt)
		l.load(items, o)
		p := l.plan(items, o)
		if c := p.Counts(); c.Added > 0 {
			rt.Fatalf("%+v, %s", c, verdicts(p))
		}
		if changes := l.write(p); len(changes) > 0 {
			rt.Fatalf("changes %+v of %s", changes, verdicts(p))
		}
	})
}

func TestGuestsAreAsPlanned(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := newLedger(t)
		withSeats(rt, l)
		l.load(rows(rt))
		items, o := rows(rt), options(rt)
		before := l.guests()
		p := l.plan(items, o)
		want := map[model.ID]model.Guest{}
		for _, g := range before {
			want[g.ID] = g
		}
		for i := range p.Rows {
			if g, ok := p.Result(i); ok {
				want[g.ID] = g
			}
		}
		l.write(p)
		for _, g := range l.guests() {
			w, ok := want[g.ID]
			if !ok {
				rt.Fatalf("a guest whom nobody planned: %+v", g)
			}
			if w.Order == 0 {
				w.Order = g.Order
			}
			if g != w {
				rt.Fatalf("guest %+v; planned %+v", g, w)
			}
			delete(want, g.ID)
		}
		if len(want) > 0 {
			rt.Fatalf("planned and not written: %+v", want)
		}
		if c := p.Counts(); c.Rows != c.Added+c.Updated+c.Unchanged+c.Skipped || c.Rows != len(p.Rows) {
			rt.Fatalf("%+v of %d rows", c, len(p.Rows))
		}
	})
}

func TestUndoRestores(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := newLedger(t)
		withSeats(rt, l)
		l.load(rows(rt))
		before := l.listed()
		done := slices.Clone(l.write(l.plan(rows(rt), options(rt))))
		back, kept, err := model.Undo(l.act(model.VerbUndo), done, l)
		if err != nil || kept > 0 {
			rt.Fatal(kept, err)
		}
		l.apply(back)
		if got := l.listed(); !slices.Equal(got, before) {
			rt.Fatalf("after undo %+v; want %+v", got, before)
		}
	})
}

// Where phones alone tell people of one name and institution apart, the order in which they stand tells nothing.
func TestIDsDoNotRestOnTheOrderOfRows(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		items := draw(rt, "name;post;institution;phone", [][]string{
			{"Suyatno", "H. SUYATNO", "Sujatno", "Moh. Arifin", "Muhammad Arifin"},
			{"", "Kaur"},
			{"", "Desa Waru", "DESA WARU", "PT Contoh"},
			{"", "081000011111", "+6281000011111", "81000022222"},
		})
		shuffled := rapid.Permutation(items).Draw(rt, "order")
		one, other := newLedger(t), newLedger(t)
		one.load(items)
		other.load(shuffled)
		ids := func(l *ledger) (out []model.ID) {
			for _, g := range l.guests() {
				out = append(out, g.ID)
			}
			return out
		}
		if a, b := ids(one), ids(other); !slices.Equal(a, b) {
			rt.Fatalf("%v and %v", a, b)
		}
	})
}

func TestChoicesKeepTheFiguresTrue(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := newLedger(t)
		l.load(rows(rt))
		p := l.plan(rows(rt), options(rt))
		for range rapid.IntRange(0, 8).Draw(rt, "choices") {
			if len(p.Rows) == 0 {
				break
			}
			row := rapid.IntRange(0, len(p.Rows)-1).Draw(rt, "row")
			id := p.Rows[rapid.IntRange(0, len(p.Rows)-1).Draw(rt, "other")].Guest.ID
			choice := rapid.SampledFrom([]roster.Choice{roster.Add, roster.Same, roster.Omit}).Draw(rt, "choice")
			// A choice that cannot be is refused, and then nothing has changed.
			_ = p.Choose(row, choice, id)
			if d := p.Rows[row]; len(d.Diffs) > 0 {
				f := d.Diffs[0]
				if err := p.Take(row, f.Field, !f.Take); err != nil {
					rt.Fatal(err)
				}
			}
		}
		c, was := p.Counts(), len(l.listed())
		if c.Rows != c.Added+c.Updated+c.Unchanged+c.Skipped {
			rt.Fatalf("%+v", c)
		}
		l.write(p)
		if n := len(l.listed()); n != was+c.Added {
			rt.Fatalf("%d guests of %d and %+v", n, was, c)
		}
	})
}

// FuzzPlan reads whatever a cell may hold.
func FuzzPlan(f *testing.F) {
	f.Add("Drs. H. Suyatno, S.H.", "Desa Waru, Kec. Atas", "081000012345", "3,3E+15", "L", "kds")
	f.Add("\x1b[31mRed", "\u202eDesa", "'+62", "#", "\x00", "=1+1")
	f.Add("", "", "", "", "", "")
	f.Fuzz(func(t *testing.T, name, institution, phone, nik, sex, category string) {
		cells := map[roster.Field]roster.Cell{
			roster.FieldName: {Text: name}, roster.FieldInstitution: {Text: institution}, roster.FieldPhone: {Text: phone, Numeric: true},
			roster.FieldNIK: {Text: nik}, roster.FieldSex: {Text: sex}, roster.FieldCategory: {Text: category},
			roster.FieldBefore: {Text: sex}, roster.FieldAfter: {Text: category}, roster.FieldDistrict: {Text: institution},
		}
		items := []roster.Item{{Line: 1, Kind: roster.ItemGuest, Cells: roster.CellsOf(cells)}}
		l := newLedger(t)
		knows := func(o *roster.Options) { storesNIK(o); knowsVillages(o) }
		l.load(items, knows)
		for _, g := range l.guests() {
			for _, s := range g.Registers() {
				if strings.ContainsFunc(s.Value, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u202e' }) {
					t.Errorf("%s keeps %q", s.Field, s.Value)
				}
			}
		}
		if p := l.plan(items, knows); len(l.write(p)) > 0 {
			t.Errorf("again: %+v", p.Rows)
		}
	})
}
