package program_test

import (
	"errors"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"hadir/model"
	"hadir/model/name"
	"hadir/model/program"
)

func act() model.Act {
	return model.Act{ID: model.ID{9}, Officer: "Petugas", Desk: "Meja 1", Wall: time.Unix(1_700_000_000, 0), Verb: model.VerbLoad}
}

func seeded(seed byte) *rand.ChaCha8 { return rand.NewChaCha8([32]byte{seed}) }

// folded makes the event of a file and gives its records.
func folded(t *testing.T, f program.File) map[model.Key]*model.Record {
	t.Helper()
	_, changes, err := f.Changes(act(), []byte("office"), seeded(1))
	if err != nil {
		t.Fatal(err)
	}
	records := make(map[model.Key]*model.Record)
	for i, c := range changes {
		if records[c.Key] != nil {
			t.Fatalf("%v is written twice", c.Key)
		}
		c.Device, c.Time = 1, uint64(i+1)
		r := &model.Record{Key: c.Key}
		r.Fold(c)
		records[c.Key] = r
	}
	return records
}

func ofKind(records map[model.Key]*model.Record, kind model.Kind) (out []model.Record) {
	for k, r := range records {
		if k.Kind == kind {
			out = append(out, *r)
		}
	}
	return out
}

func TestChanges(t *testing.T) {
	f, err := program.Parse([]byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	records := folded(t, f)
	e := model.EventOf(ofKind(records, model.KindEvent)[0])
	want := model.Event{
		ID: e.ID, Theme: "Desa Binaan", Kind: "sosialisasi", Organiser: "Kantor Contoh", Venue: "Balai Desa", Date: "2026-11-28",
		Start: "09.00", End: "12.00", Zone: "WIB", Expected: 30, Basis: "DIPA\n2026", Invitation: "W.1", Assignment: "W.2",
		Result: "a", Conclusion: "b", Suggestion: "c", Groups: "kepala desa", Source: "d", Status: model.StatusScheduled,
		Salt: e.Salt, Sample: true,
	}
	if diff := cmp.Diff(want, e); diff != "" {
		t.Errorf("event (-want +got):\n%s", diff)
	}
	if len(e.Salt) != 32 {
		t.Errorf("the salt is %q", e.Salt)
	}
	s := model.SessionOf(ofKind(records, model.KindSession)[0])
	if diff := cmp.Diff(model.Session{Event: e.ID, ID: s.ID, Name: "Hari 2", Date: "2026-11-29", Start: "09.00", End: "10.00", Order: 2}, s); diff != "" {
		t.Errorf("session (-want +got):\n%s", diff)
	}
	g := model.GuestOf(ofKind(records, model.KindGuest)[0])
	wantGuest := model.Guest{
		ID:   model.GuestID(e.Salt, name.Fold("Contoh Dua"), name.FoldText("Desa Contoh"), 1),
		Name: "Contoh Dua", Before: "Ir. H.", After: "M.M., S.H.", Post: "Kepala Desa", Institution: "Desa Contoh", Village: "Contoh",
		District: "Contoh", Phone: "+6281000012345", Category: "KDS", Sex: "L", Note: "n", Order: 1,
	}
	if diff := cmp.Diff(wantGuest, g); diff != "" {
		t.Errorf("guest (-want +got):\n%s", diff)
	}
}

// TestOnePersonTwoRoles holds role and person apart: two roles, one person, and an item that names one of the roles.
func TestOnePersonTwoRoles(t *testing.T) {
	f, err := program.Parse([]byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	records := folded(t, f)
	roles := rolesOf(records)
	if len(roles) != 2 || roles[0].Person != roles[1].Person || roles[0].ID == roles[1].ID {
		t.Fatalf("roles: %+v", roles)
	}
	if want := model.PersonID([]byte("office"), "contoh satu", "dinas contoh"); roles[0].Person != want {
		t.Errorf("the person is %s, a guest of that name would be %s", roles[0].Person, want)
	}
	if got := roles[0].FullName(); got != "Drs. Contoh Satu, M.Si." || roles[0].Name != "Contoh Satu" {
		t.Errorf("the name is %q, bare %q", got, roles[0].Name)
	}
	item := model.AgendaItemOf(ofKind(records, model.KindAgenda)[0])
	if item.Role != roles[0].ID || item.Kind != model.ItemOpening || item.Start != "09.00" {
		t.Errorf("the item is %+v", item)
	}
}

func rolesOf(records map[model.Key]*model.Record) []model.Role {
	var roles []model.Role
	for _, r := range ofKind(records, model.KindRole) {
		roles = append(roles, model.RoleOf(r))
	}
	slices.SortFunc(roles, func(a, b model.Role) int { return a.Order - b.Order })
	return roles
}

func TestChangesNeedRandomness(t *testing.T) {
	broken := errors.New("no randomness")
	f := program.File{Event: program.Event{Theme: "T"}}
	if _, _, err := f.Changes(act(), nil, iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

// TestExampleIsTheArticle holds the example to the article: what it says of the day stands there word for word.
func TestExampleIsTheArticle(t *testing.T) {
	article, err := os.ReadFile("testdata/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	f, err := program.Parse(program.Example())
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, s := range []string{f.Event.Theme, f.Event.Kind, f.Event.Organiser, f.Event.Venue, f.Event.Groups, f.Event.Result} {
		said = append(said, strings.Split(s, "\n")...)
	}
	for _, p := range f.People {
		said = append(said, p.Name, p.Before, p.Institution)
	}
	for _, r := range f.Roles {
		said = append(said, r.Post)
	}
	for _, a := range f.Agenda {
		said = append(said, a.Points...)
		if a.Start+a.End != "" {
			t.Errorf("%s has a time, the article has none", a.Title)
		}
	}
	for _, s := range said {
		if !strings.Contains(string(article), s) {
			t.Errorf("the article does not say %q", s)
		}
	}
	e := f.Event
	if e.Date != "2023-11-21" || !e.Sample || !strings.Contains(e.Source, strings.SplitN(string(article), "\n", 2)[0]) {
		t.Errorf("the example says of itself: %+v", e)
	}
	if e.Start+e.End+e.Zone+e.Basis+e.Invitation+e.Assignment+e.Conclusion+e.Suggestion != "" || e.Expected != 0 {
		t.Errorf("the example says what the article does not: %+v", e)
	}
}

// TestExampleGuests holds the invited list to what a sample may be: nobody whom the article names, no number that
// somebody may have, and the names that a door has to tell apart.
func TestExampleGuests(t *testing.T) {
	f, err := program.Parse(program.Example())
	if err != nil {
		t.Fatal(err)
	}
	records := folded(t, f)
	names := make(map[string]int)
	real := []string{"ridwan", "dwi martopo", "niko arif zulkanaen", "dwi septina rahayu"}
	for _, r := range ofKind(records, model.KindGuest) {
		g := model.GuestOf(r)
		names[g.Name]++
		if slices.Contains(real, name.Fold(g.Name)) {
			t.Errorf("%s is a real person", g.Name)
		}
		if g.PhoneRaw != "" || g.Phone != "" && !strings.HasPrefix(g.Phone, "+6281000") {
			t.Errorf("%s has the phone %q %q", g.Name, g.Phone, g.PhoneRaw)
		}
		if g.NIK != "" || g.Category == "" || g.Institution == "" {
			t.Errorf("%s: %+v", g.Name, g)
		}
	}
	if n := len(ofKind(records, model.KindGuest)); n != len(f.Guests) || n < 45 || n > 62 {
		t.Errorf("%d guests of %d in the file", n, len(f.Guests))
	}
	for who, n := range map[string]int{"Sutrisno": 2, "Suyatno": 2, "Soedjarwo": 1, "Sujarwo": 1, "Ahmad Ma'ruf": 1, "Nur Hidayah": 1, "Nurhidayah": 1, "Moh. Arifin": 1, "Muhammad Arifin": 1} {
		if names[who] != n {
			t.Errorf("%d guests are called %s, want %d", names[who], who, n)
		}
	}
	roles := rolesOf(records)
	if len(roles) != 5 || roles[0].Person != roles[1].Person || roles[0].Person != roles[4].Person || roles[0].Duty != model.DutyChair {
		t.Errorf("roles: %+v", roles)
	}
}

func TestExampleIsNotedOnce(t *testing.T) {
	event, changes, err := program.ExampleChanges(act(), model.Settings{OfficeRecord: model.Record{Key: model.OfficeSettings()}}, seeded(2))
	if err != nil {
		t.Fatal(err)
	}
	last := changes[len(changes)-1]
	if last.Key != model.OfficeSettings() || len(last.Sets) != 1 || last.Sets[0].Value != event.String() {
		t.Errorf("the last change is %+v", last)
	}
	for _, c := range changes {
		if c.Act != act().ID {
			t.Errorf("%v is not of the act", c.Key)
		}
	}
}
