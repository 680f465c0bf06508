package hall_test

import (
	"testing"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/name"
)

func TestNewcomer(t *testing.T) {
	with := model.Guest{ID: id(1), Name: "Ratna Dewi", Village: "Pulo", District: "Contoh", Area: "33.17.10.2018"}
	g := hall.Newcomer(map[string]string{
		model.GuestName: "  Hj.  Siti, S.E. ", model.GuestPost: "Kepala Desa", model.GuestInstitution: "Pulo",
		model.GuestPhone: "0810-0001-2345 / 0810-0002-2345",
	}, with)
	want := model.Guest{
		Name: "Siti", Before: "Hj.", After: "S.E.", Post: "Kepala Desa", Institution: "Pulo", Village: "Pulo", District: "Contoh",
		Area: with.Area, Phone: "+6281000012345", PhoneRaw: "0810-0001-2345 / 0810-0002-2345",
		Category: string(model.CategoryVillageHead), WalkIn: true, With: with.ID,
	}
	if g != want {
		t.Errorf("got %+v\nwant %+v", g, want)
	}
	if g := hall.Newcomer(map[string]string{model.GuestName: "Siti", model.GuestPhone: "0295 12"}, model.Guest{}); g.Phone != "" ||
		g.PhoneRaw != "0295 12" || !g.With.IsZero() || g.Village != "" {
		t.Errorf("nobody's companion: %+v", g)
	}
}

// TestLike holds a newcomer beside two of one name, one who is nearly called so, and one who has only the phone.
func TestLike(t *testing.T) {
	h := open(nil)
	for i, g := range []model.Guest{
		{Name: "Sutrisno", Institution: "Desa Kidul", Village: "Kidul"},
		{Name: "Sutrisno Hadi", Institution: "Desa Kulon"},
		{Name: "Nurhidayah", Institution: "Desa Wetan"},
		{Name: "Ratna Dewi", Phone: "+6281000012340"},
		{Name: "Bagus", Removed: true},
	} {
		g.ID, g.Order = id(i), i+1
		h.Apply(model.Commit{Records: []model.Record{guest(g)}})
	}
	for _, tt := range []struct {
		newcomer model.Guest
		want     string
		reason   name.Reason
	}{
		{model.Guest{Name: "Sutrisno"}, "Sutrisno", name.SameName},
		{model.Guest{Name: "Sutrisno", Institution: "Desa Jauh", Village: "Jauh"}, "Sutrisno", name.SameName},
		{model.Guest{Name: "Hadi"}, "", 0},
		{model.Guest{Name: "Nur Hidayah"}, "Nurhidayah", name.SameSound},
		{model.Guest{Name: "Nurhidayat"}, "Nurhidayah", name.NearName},
		{model.Guest{Name: "Nurhidayat", Institution: "Desa Jauh"}, "", 0},
		{model.Guest{Name: "Orang Lain", Phone: "+6281000012340"}, "Ratna Dewi", name.SamePhone},
		{model.Guest{Name: "Ratna Dewi", Phone: "+6281000012340"}, "Ratna Dewi", name.SameName},
		{model.Guest{Name: "Bagus"}, "", 0},
	} {
		like := h.Like(tt.newcomer)
		switch {
		case tt.want == "" && len(like) == 0:
		case tt.want == "" || len(like) != 1 || like[0].Guest.Name != tt.want || !like[0].Likeness.Has(tt.reason):
			t.Errorf("%+v is like %+v, want %q", tt.newcomer, like, tt.want)
		}
	}
}

func TestWalkInIsOnTheListAndHere(t *testing.T) {
	h := open([]string{"Suyatno"})
	g := model.Guest{ID: id(7), Name: "Titik Adi", Order: h.NextOrder(), WalkIn: true}
	var c model.Commit
	for _, change := range h.WalkIn(model.Act{ID: id(8), Verb: model.VerbWalkIn}, model.HowPaper, g) {
		r := model.Record{Key: change.Key}
		change.Device, change.Time = 1, 5
		r.Fold(change)
		c.Records = append(c.Records, r)
	}
	h.Apply(c)
	if got := h.Guest(g.ID); got == nil || *got != g {
		t.Errorf("the list has %+v", got)
	}
	if s := h.Seat(g.ID); s.State != model.StatePresent || s.Since.Value != string(model.HowPaper) || h.Counts().WalkIns != 1 {
		t.Errorf("seat %+v, counts %+v", s, h.Counts())
	}
}

func TestNumberFindsThePrintedRow(t *testing.T) {
	h := open(nil)
	for i, g := range []model.Guest{
		{Name: "Suyatno", Order: 41, Sheet: 2, Row: 7}, {Name: "Sutrisno", Order: 7}, {Name: "Soejatno", Order: 8, Sheet: 1},
	} {
		g.ID = id(i)
		h.Apply(model.Commit{Records: []model.Record{guest(g)}})
	}
	for query, want := range map[string]string{"41": "", "7": "Suyatno Sutrisno", "8": "Soejatno"} {
		got := ""
		for _, m := range h.Find(query, 5) {
			got += " " + m.Guest.Name
		}
		if got != "" {
			got = got[1:]
		}
		if got != want {
			t.Errorf("Find(%s) = %q, want %q", query, got, want)
		}
	}
}
