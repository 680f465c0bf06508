package roster_test

import (
	"testing"
	"time"

	"hadir/model"
	"hadir/model/roster"
)

func TestOfficeOf(t *testing.T) {
	for named, want := range map[string]string{
		"Bapak Kepala Desa Pulo":              "Kepala Desa, Desa Pulo",
		"KEPALA DESA PULO":                    "Kepala Desa, Desa PULO",
		"Kades Punjulharjo":                   "Kepala Desa, Desa Punjulharjo",
		"Kades Desa Pulo":                     "Kepala Desa, Desa Pulo",
		"Lurah Sidowayah":                     "Lurah, Kelurahan Sidowayah",
		"Yth. Bapak/Ibu Lurah Kel. Sidowayah": "Lurah, Kelurahan Sidowayah",
		"Camat Rembang":                       "Camat, Kecamatan Rembang",
		"Bpk. Camat Kec. Rembang":             "Camat, Kecamatan Rembang",
		"Pj. Kepala Desa Kabongan Lor":        "Pj. Kepala Desa, Desa Kabongan Lor",
		"Kepala Desa Pulo, Kec. Rembang":      "Kepala Desa, Desa Pulo, Rembang",
		"Kades Pulo Kec.Rembang Kab. Rembang": "Kepala Desa, Desa Pulo, Rembang",
		"Kepala Desa":                         "Kepala Desa, ",
		"Kepala Desa se-Kecamatan Rembang":    "all",
		"Kepala Desa/Lurah se Kec. Rembang":   "all",
		"Para Kades":                          "all",
		"Suyatno":                             "",
		"Suyatno (Kades Pulo)":                "",
		"Kades Pulo (Suyatno)":                "",
		"Kades Pulo - Suyatno":                "",
		"Kades H. Suyatno":                    "",
		"Lurah Suyatno, S.H.":                 "",
		"Kepala Desa Pulo: Suyatno":           "",
		"Istri Kepala Desa Pulo":              "",
		"Camatwati":                           "",
		"Bapak":                               "",
		"Pj.":                                 "",
		"":                                    "",
	} {
		got := ""
		if o, ok := roster.OfficeOf(named); ok {
			if got = o.Post + ", " + o.Institution(); o.District != "" {
				got += ", " + o.District
			}
			if o.Group {
				got = "all"
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", named, got, want)
		}
	}
}

// offices is the plan of a list of names, posts and villages, one row each from line 2.
func offices(o roster.Options, guests []model.Guest, cells ...[]string) *roster.Plan {
	var items []roster.Item
	for i, c := range cells {
		items = append(items, item(i+2, roster.ItemGuest, []string{"name", "post", "institution", "phone"}, c))
	}
	o.Today, o.Salt = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), []byte("salt")
	return roster.NewPlan(items, guests, o)
}

func TestPostWithoutName(t *testing.T) {
	p := offices(roster.Options{}, nil,
		[]string{"Bapak Kepala Desa Pulo", "", "", "081000011111"},
		[]string{"Camat Rembang", "", "", ""},
		[]string{"Kepala Desa se-Kecamatan Rembang", "", "", ""},
		[]string{"Suyatno", "Kepala Desa", "Desa Waru", ""},
		[]string{"Kades Waru", "", "", ""},
		[]string{"Kades Suyatno", "", "Desa Weton", ""},
		[]string{"Lurah Budiono", "Guru", "", ""},
		[]string{"Kepala Desa Pulo", "", "", ""},
	)
	for i, want := range []string{
		"new Kepala Desa, Desa Pulo office", "new Camat, Kecamatan Rembang office", "skipped group",
		"new Suyatno, Kepala Desa, Desa Waru", "skipped office-held", "new Kades Suyatno, , Desa Weton",
		"new Lurah Budiono, Guru, ", "unchanged Kepala Desa, Desa Pulo same-row",
	} {
		d := p.Rows[i]
		got := string(d.Verdict)
		if d.Verdict != roster.Skipped {
			got += " " + d.Guest.Post + ", " + d.Guest.Institution
			if d.Guest.Name != "" {
				got = string(d.Verdict) + " " + d.Guest.Name + ", " + d.Guest.Post + ", " + d.Guest.Institution
			}
		}
		for _, x := range d.Doubts {
			got += " " + string(x.Reason)
		}
		if got != want {
			t.Errorf("line %d: %q, want %q", d.Line, got, want)
		}
	}
	if g, ok := p.Result(0); !ok || g.Phone != "+6281000011111" || g.Category != string(model.CategoryVillageHead) {
		t.Errorf("seat %+v", g)
	}
}

// TestPostWithoutNameAgain reads the list again: now the event has the seat; then the seat has a name, and then somebody
// else of that post is on the list.
func TestPostWithoutNameAgain(t *testing.T) {
	row := []string{"Kades Pulo", "", "", ""}
	seat, _ := offices(roster.Options{}, nil, row).Result(0)
	seat.Order = 1
	named := seat
	named.Name = "Suyatno"
	other := model.Guest{
		ID: model.ID{1}, Name: "Suyatno", Post: "Kepala Desa", Institution: "Pemdes Pulo", Order: 1,
		Category: string(model.CategoryVillageHead),
	}
	for _, g := range []model.Guest{seat, named, other} {
		p := offices(roster.Options{}, []model.Guest{g}, row)
		if n := p.Counts(); n.Unchanged != 1 || p.Rows[0].Guest.ID != g.ID {
			t.Errorf("beside %+v: %+v, %+v", g, n, p.Rows[0])
		}
	}
}

// TestPostWithoutNameIsTheGroupsSeat: an invitation of the whole group makes the same seat.
func TestPostWithoutNameIsTheGroupsSeat(t *testing.T) {
	p := offices(roster.Options{Villages: villages()}, nil, []string{"Kepala Desa Kabongan Lor", "", "", ""})
	for _, g := range roster.Expand(villages(), roster.Group{Salt: []byte("salt")}, nil) {
		if g.Area == p.Rows[0].Guest.Area && g.ID == p.Rows[0].Guest.ID {
			return
		}
	}
	t.Errorf("no group has the seat %+v", p.Rows[0].Guest)
}

func TestPostWithoutNameIsChosen(t *testing.T) {
	p := offices(roster.Options{}, nil, []string{"Kades Pulo", "", "", ""})
	id := p.Rows[0].Guest.ID
	for _, c := range []roster.Choice{roster.Omit, roster.Add} {
		if err := p.Choose(0, c, model.ID{}); err != nil {
			t.Fatal(err)
		}
	}
	if d := p.Rows[0]; d.Verdict != roster.New || d.Guest.ID != id {
		t.Errorf("left out and taken back: %+v", d)
	}
}
