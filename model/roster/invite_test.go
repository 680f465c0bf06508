package roster_test

import (
	"testing"

	"hadir/model"
	"hadir/model/roster"
)

func TestExpand(t *testing.T) {
	for _, c := range []struct {
		group  roster.Group
		guests []model.Guest
		want   []string
	}{
		{roster.Group{}, nil, []string{
			"Lurah, Kelurahan Leteh, Atas", "Kepala Desa, Desa Waru, Atas", "Kepala Desa, Desa Waru, Bawah",
			"Kepala Desa, Desa Kabongan Lor, Bawah", "Kepala Desa, Desa Leteh, Bawah",
		}},
		{roster.Group{District: "ATAS"}, nil, []string{"Lurah, Kelurahan Leteh, Atas", "Kepala Desa, Desa Waru, Atas"}},
		{roster.Group{District: "Atas", Post: "Kepala Desa"}, nil, []string{"Kepala Desa, Desa Waru, Atas"}},
		{roster.Group{Post: "Lurah"}, nil, []string{"Lurah, Kelurahan Leteh, Atas"}},
		{roster.Group{District: "Atas", Post: "Karang Taruna"}, nil, []string{
			"Karang Taruna, Kelurahan Leteh, Atas", "Karang Taruna, Desa Waru, Atas",
		}},
		{roster.Group{District: "Bawah"}, []model.Guest{
			{ID: model.ID{1}, Institution: "Desa Waru", Area: "99.01.02.2001"},
			{ID: model.ID{2}, Institution: "Pemerintah Desa Kabonganlor"},
			{ID: model.ID{3}, Institution: "Desa Leteh", District: "Bawah", Removed: true},
			{ID: model.ID{4}, Institution: "Kelurahan Leteh"},
		}, []string{"Kepala Desa, Desa Leteh, Bawah"}},
	} {
		var got []string
		for _, g := range roster.Expand(villages(), c.group, c.guests) {
			got = append(got, g.Post+", "+g.Institution+", "+g.District)
			if g.Name != "" || g.Area == "" || g.ID.IsZero() {
				t.Errorf("%+v", g)
			}
		}
		if !equal(got, c.want) {
			t.Errorf("%+v: %q; want %q", c.group, got, c.want)
		}
	}
}

func equal(a, b []string) bool {
	seen := map[string]int{}
	for _, s := range a {
		seen[s]++
	}
	for _, s := range b {
		seen[s]--
	}
	for _, n := range seen {
		if n != 0 {
			return false
		}
	}
	return true
}

// invite puts the seats of a group on the event's list.
func (l *ledger) invite(g roster.Group) int {
	l.t.Helper()
	g.Salt = []byte("salt")
	changes, err := roster.Invite(
		l.act(model.VerbInvite), l.event, roster.Expand(villages(), g, l.guests()), l.guests(),
		func(id model.ID) (model.Record, error) { return l.Record(model.GuestKey(l.event, id)) },
	)
	if err != nil {
		l.t.Fatal(err)
	}
	l.apply(changes)
	return len(changes)
}

func TestInvite(t *testing.T) {
	l := newLedger(t)
	l.load(list("name;post;institution;district", "Suyatno;Kepala Desa;Desa Waru;Atas"))
	if n := l.invite(roster.Group{}); n != 4 {
		t.Fatalf("%d invited", n)
	}
	if n := l.invite(roster.Group{}); n != 0 {
		t.Errorf("invited %d again", n)
	}
	g := l.listed()
	if len(g) != 5 || g[1].Order != 2 || g[4].Order != 5 || g[1].Category != "LRH" {
		t.Errorf("%+v", g)
	}
	l.set(g[2].ID, model.Removed, "1")
	if n := l.invite(roster.Group{}); n != 1 || len(l.listed()) != 5 || l.listed()[2].ID != g[2].ID {
		t.Errorf("invited %d, %+v", n, l.listed())
	}
}

func TestNamesComeToTheirSeats(t *testing.T) {
	l := newLedger(t)
	l.invite(roster.Group{})
	items := list(
		"name;post;institution;district;phone",
		"H. Suyatno;Kepala Desa;Desa Waru;Atas;081000012345",
		"Sutrisno;KEPALA DESA;Pemerintah Desa Waru;Kec. Bawah;",
		"Budi;Kepala Desa;Desa Waru;;", // which of the two is not said
		"Aisyah;Lurah;Kel. Leteh;;",
		";Kepala Desa;Desa Leteh;Bawah;081000099999",
		"Citra;Babinsa;Desa Kabongan Lor;Bawah;",
	)
	p := l.load(items)
	if got := verdicts(p); got != "fills fills new fills fills new" {
		t.Fatalf("verdicts %s", got)
	}
	for row, want := range map[int]roster.Reason{0: roster.ReasonSeat, 1: roster.ReasonSeat, 3: roster.ReasonSeat} {
		if d := p.Rows[row].Doubts; len(d) != 1 || d[0].Reason != want {
			t.Errorf("row %d: %+v", row, d)
		}
	}
	g := l.listed()
	if len(g) != 7 || g[1].FullName() != "H. Suyatno" || g[1].Area != "99.01.01.2001" || g[1].Phone == "" {
		t.Errorf("%+v", g)
	}
	// The list's words for an institution take the place of those that were made up for the seat.
	if g[2].Name != "Sutrisno" || g[2].Institution != "Pemerintah Desa Waru" || g[2].District != "Bawah" {
		t.Errorf("%+v", g[2])
	}
	if changes := l.write(l.plan(items)); len(changes) > 0 {
		t.Errorf("again: %+v", changes)
	}
}

func TestUnrepresented(t *testing.T) {
	guests := []model.Guest{
		{ID: model.ID{1}, Area: "99.01.01.2001"},
		{ID: model.ID{2}, Area: "99.01.01.2001"},
		{ID: model.ID{3}, Institution: "Kelurahan Leteh"},
		{ID: model.ID{4}, Institution: "Desa Waru"},
		{ID: model.ID{5}, Village: "Kabongan Lor", Removed: true},
	}
	came := func(id model.ID) bool { return id == model.ID{2} || id == model.ID{5} }
	got := roster.Unrepresented(villages(), guests, came)
	want := []struct {
		code   string
		guests int
	}{{"99.01.01.1002", 1}, {"99.01.02.2001", 0}, {"99.01.02.2002", 0}, {"99.01.02.2003", 0}}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i, w := range want {
		if got[i].Village.Code != w.code || got[i].Guests != w.guests {
			t.Errorf("%+v; want %+v", got[i], w)
		}
	}
	if all := roster.Cover(villages(), guests, came); all[1].Guests != 2 || all[1].Came != 1 {
		t.Errorf("%+v", all[1])
	}
}
