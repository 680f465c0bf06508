package model_test

import (
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"hadir/model"
	"hadir/model/roster"
)

// copying is an event of two days with everything that can belong to one.
func copying() model.Copied {
	from := model.ID{1}
	record := func(k model.Key, sets ...model.Set) model.Record { return fold(k, model.Act{}.Change(k, sets...)) }
	chair := model.Role{Duty: model.DutyChair, Person: model.ID{7}, Name: "Ridwan", Order: 1}
	talk := model.AgendaItem{Title: "Peran imigrasi", Kind: model.ItemTalk, Start: "10.00", Role: model.ID{3}, Order: 1}
	return model.Copied{
		Event: record(model.EventKey(from),
			model.Write(model.EventTheme, "Pencegahan CPMI"), model.Write(model.EventDate, "2023-11-21"),
			model.Write(model.EventStart, "09.00"), model.Write(model.EventVenue, "Hotel Fave"),
			model.Write(model.EventStatus, string(model.StatusDone)), model.Write(model.EventSalt, "OLD"),
			model.Write(model.EventConclusion, "baik"), model.Write(model.EventSuggestion, "ulangi"),
			model.Write(model.EventInvitation, "W.13-1"), model.Write(model.EventAssignment, "ST-1"),
			model.Write(model.EventSource, "artikel"), model.Write(model.EventPurge, "2025-01-01"),
			model.Write(model.EventSample, "1"), model.Write("of-a-later-version", "x")),
		Roles: []model.Record{
			record(model.RoleKey(from, model.ID{3}), chair.Registers()...),
			record(model.RoleKey(from, model.ID{4}), model.Write(model.RoleName, "Pergi"), model.Write(model.Removed, "1")),
		},
		Agenda: []model.Record{record(model.AgendaItemKey(from, model.ID{5}), talk.Registers()...)},
		Sessions: []model.Record{record(model.SessionKey(from, model.ID{6}),
			model.Write(model.SessionName, "Hari 2"), model.Write(model.EventDate, "2023-11-22"), model.Write(model.SessionOrder, "2"))},
		Guests: []model.Guest{
			{ID: model.ID{13}, Name: "Sutrisno", Post: "Kepala Desa", Institution: "Desa Waru", Order: 3, Sheet: 1, Row: 3, NIK: "3317000101900000"},
			{ID: model.ID{11}, Name: "Suyatno", Before: "H.", Phone: "+628100000000", Institution: "Desa Waru", Order: 1, Note: "konfirmasi hadir"},
			{ID: model.ID{12}, Post: "Kepala Desa", Institution: "Desa Pulo", District: "Rembang", Area: "33.17.10.2001", Order: 2},
			{ID: model.ID{14}, Name: "Sutrisno", Institution: "Desa Waru", Phone: "+628100000001", Order: 4},
			{ID: model.ID{15}, Name: "Tamu", WalkIn: true, Order: 5},
			{ID: model.ID{16}, Name: "Dicoret", Removed: true, Order: 6},
		},
	}
}

// copied is the records that a copy makes, by their keys, and its guests in the order of the list.
func copied(source model.Copied, day string) (map[model.Kind][]model.Record, []model.Guest) {
	n := byte(100)
	act := model.Act{ID: model.ID{99}, Verb: model.VerbCopy}
	changes := model.Copy(act, source, model.ID{2}, day, "NEW", func() model.ID { n++; return model.ID{n} })
	records := make(map[model.Kind][]model.Record)
	var guests []model.Guest
	for _, c := range changes {
		r := fold(c.Key, c)
		records[c.Key.Kind] = append(records[c.Key.Kind], r)
		if c.Key.Kind == model.KindGuest {
			guests = append(guests, model.GuestOf(r))
		}
	}
	return records, guests
}

func TestACopyTakesTheEventAlongAndLeavesThatDayBehind(t *testing.T) {
	records, _ := copied(copying(), "2024-03-05")
	got := model.EventOf(records[model.KindEvent][0])
	want := model.Event{
		ID: model.ID{2}, Theme: "Pencegahan CPMI", Date: "2024-03-05", Start: "09.00", Venue: "Hotel Fave",
		Status: model.StatusDraft, Salt: []byte("NEW"), Sample: true, CopyOf: model.ID{1},
	}
	if d := gocmp.Diff(want, got); d != "" {
		t.Errorf("event (-want +got):\n%s", d)
	}
	if records[model.KindEvent][0].Get("of-a-later-version") != "x" {
		t.Error("a register that this version does not know was lost")
	}
	if n := len(records[model.KindSeat]); n > 0 {
		t.Errorf("%d seats came along", n)
	}
}

func TestACopysAgendaNamesItsOwnRoles(t *testing.T) {
	records, _ := copied(copying(), "2024-03-05")
	if n := len(records[model.KindRole]); n != 1 {
		t.Fatalf("%d roles, want the one that was not removed", n)
	}
	role, item := model.RoleOf(records[model.KindRole][0]), model.AgendaItemOf(records[model.KindAgenda][0])
	if item.Role != role.ID || role.ID == (model.ID{3}) || item.Event != (model.ID{2}) {
		t.Errorf("the item is carried by %v, the copied role is %v", item.Role, role.ID)
	}
	if role.Person != (model.ID{7}) {
		t.Error("the role is no longer the same person's")
	}
}

func TestACopysSessionsKeepTheirDistance(t *testing.T) {
	for day, want := range map[string]string{"2024-02-28": "2024-02-29", "": ""} {
		records, _ := copied(copying(), day)
		if got := model.SessionOf(records[model.KindSession][0]); got.Date != want || got.Name != "Hari 2" {
			t.Errorf("a copy on %q has its second day %q on %q, want %q", day, got.Name, got.Date, want)
		}
	}
}

func TestACopysGuestsAreTheInvitedOnesOnANewList(t *testing.T) {
	source := copying()
	_, guests := copied(source, "2024-03-05")
	byOrder := make(map[int]model.Guest)
	for _, g := range guests {
		byOrder[g.Order] = g
	}
	if len(guests) != 4 || len(byOrder) != 4 {
		t.Fatalf("%d guests on %d places, want the 4 invited", len(guests), len(byOrder))
	}
	first, third := byOrder[1], byOrder[3]
	if first.Name != "Suyatno" || first.Before != "H." || first.Note != "" || first.ID == (model.ID{11}) {
		t.Errorf("the first guest came as %+v", first)
	}
	if third.NIK != "" || third.Sheet != 0 || third.Row != 0 {
		t.Errorf("NIK or printed place came along: %+v", third)
	}
	if byOrder[3].ID == byOrder[4].ID {
		t.Error("two people of one name and village became one")
	}
	source.NIK = true
	if _, guests = copied(source, ""); guests[0].NIK+guests[1].NIK+guests[2].NIK+guests[3].NIK == "" {
		t.Error("an office that stores NIK lost one")
	}
}

// An import of the same list, and an invitation of the same villages, must find the guests that the copy brought.
func TestACopysGuestsMeetThoseOfAnImport(t *testing.T) {
	_, guests := copied(copying(), "2024-03-05")
	known := make(map[model.ID]bool)
	for _, g := range guests {
		known[g.ID] = true
	}
	items := []roster.Item{
		{Line: 2, Kind: roster.ItemGuest, Cells: cells("H. Suyatno", "Desa Waru", "0810-0000-000")},
		{Line: 3, Kind: roster.ItemGuest, Cells: cells("Sutrisno", "Desa Waru", "")},
	}
	plan := roster.NewPlan(items, nil, roster.Options{Salt: []byte("NEW")})
	for _, d := range plan.Rows {
		if !known[d.Guest.ID] {
			t.Errorf("an import gives %s the ID %s, the copy another", d.Guest.Name, d.Guest.ID)
		}
	}
	village := model.Village{Code: "33.17.10.2001", Name: "Pulo", Kind: "desa", District: "Rembang"}
	for _, seat := range roster.Expand([]model.Village{village}, roster.Group{Salt: []byte("NEW")}, nil) {
		if !known[seat.ID] {
			t.Errorf("an invitation gives the seat of %s the ID %s, the copy another", seat.Institution, seat.ID)
		}
	}
}

func cells(name, institution, phone string) roster.Cells {
	return roster.CellsOf(map[roster.Field]roster.Cell{
		roster.FieldName: {Text: name}, roster.FieldInstitution: {Text: institution}, roster.FieldPhone: {Text: phone},
	})
}
