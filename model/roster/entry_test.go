package roster_test

import (
	"slices"
	"strings"
	"testing"

	"hadir/model"
	"hadir/model/roster"
)

// one plans a list of one row and gives its decision.
func one(t *testing.T, lines []string, change ...func(*roster.Options)) roster.Decision {
	t.Helper()
	p := newLedger(t).plan(list(lines...), change...)
	if len(p.Rows) != 1 {
		t.Fatalf("%d rows; want 1", len(p.Rows))
	}
	return p.Rows[0]
}

func storesNIK(o *roster.Options) { o.NIK = true }

func TestNames(t *testing.T) {
	for _, c := range []struct {
		head, row           string
		before, name, after string
	}{
		{"name;post", "Drs. H. Suyatno, S.H., M.Si.;x", "Drs. H.", "Suyatno", "S.H., M.Si."},
		{"name;post", "  RASMANI, S.PD. ;x", "", "RASMANI", "S.Pd."},
		{"name;post", "Bapak Ridwan;x", "", "Ridwan", ""},
		{"name;post", "M.  Hendra Ardiansyah;x", "", "M. Hendra Ardiansyah", ""},
		{"name;titles-before;titles-after", "Suyatno;Drs H;SH, MSi", "Drs. H.", "Suyatno", "S.H., M.Si."},
		{"name;titles-before;titles-after", "H. Suyatno, S.H.;H.;S.H.", "H.", "Suyatno", "S.H."},
		{"name;titles-before", "Suyatno;Penghulu", "Penghulu", "Suyatno", ""},
		{"name;titles-after", "Suyatno;Drs., M.Si.", "Drs.", "Suyatno", "M.Si."},
		{"name;titles-before", "Suyatno;-", "", "Suyatno", ""},
	} {
		g := one(t, []string{c.head, c.row}).Guest
		if g.Before != c.before || g.Name != c.name || g.After != c.after {
			t.Errorf("%q: %q %q %q; want %q %q %q", c.row, g.Before, g.Name, g.After, c.before, c.name, c.after)
		}
	}
}

func TestPhones(t *testing.T) {
	for _, c := range []struct {
		typed, phone, raw string
		why               []roster.Reason
	}{
		{"081000012345", "+6281000012345", "", nil},
		{"+62 810-0001-2345", "+6281000012345", "", nil},
		{"'+6281000012345", "+6281000012345", "", nil}, // as our own export guards it
		{"81000012345", "+6281000012345", "", []roster.Reason{roster.ReasonZero}},
		{"#81000012345", "+6281000012345", "", []roster.Reason{roster.ReasonZero}},
		{"081000012345 / 081000099999", "+6281000012345", "081000012345 / 081000099999", []roster.Reason{roster.ReasonPhones}},
		{"0295-381708", "", "0295-381708", []roster.Reason{roster.ReasonLandline}},
		{"+65 8123 4567", "", "+65 8123 4567", []roster.Reason{roster.ReasonForeign}},
		{"8,1E+10", "", "8,1E+10", []roster.Reason{roster.ReasonPhoneDamaged}},
		{"lewat Pak Carik", "", "lewat Pak Carik", []roster.Reason{roster.ReasonNotPhone}},
	} {
		d := one(t, []string{"name;phone", "Suyatno;" + c.typed})
		if d.Guest.Phone != c.phone || d.Guest.PhoneRaw != c.raw || !slices.Equal(reasons(d.Doubts)[2], c.why) {
			t.Errorf("%q: %q, %q, %v; want %q, %q, %v", c.typed, d.Guest.Phone, d.Guest.PhoneRaw, d.Doubts, c.phone, c.raw, c.why)
		}
	}
}

func TestNIK(t *testing.T) {
	for _, c := range []struct {
		typed    string
		stored   string // where the office stores NIK
		on, off  []roster.Reason
		leftOut  string // where it does not
		shownOff string
	}{
		{"3317101203850000", "3317101203850000", []roster.Reason{roster.ReasonNIKOdd}, nil, "1", ""},
		{"331710 120385 0000", "3317101203850000", []roster.Reason{roster.ReasonNIKOdd}, nil, "1", ""},
		{"3,31710E+15", "", []roster.Reason{roster.ReasonNIKDamaged}, []roster.Reason{roster.ReasonNIKDamaged}, "", "***********"},
		{"#3317101203850000", "", []roster.Reason{roster.ReasonNIKDamaged}, []roster.Reason{roster.ReasonNIKDamaged}, "", "3317**********00"},
		{"331710120385000", "", []roster.Reason{roster.ReasonNIKDamaged}, []roster.Reason{roster.ReasonNIKDamaged}, "", strings.Repeat("*", 15)},
		{"3317103002900000", "", []roster.Reason{roster.ReasonNIKWrong}, nil, "1", ""},
		{"-", "", nil, nil, "", ""},
	} {
		lines := []string{"name;post;nik", "Suyatno;Lurah;" + c.typed}
		on := one(t, lines, storesNIK)
		if on.Guest.NIK != c.stored || !slices.Equal(reasons(on.Doubts)[2], c.on) || on.Verdict != roster.New {
			t.Errorf("%q stored: %q, %v; want %q, %v", c.typed, on.Guest.NIK, on.Doubts, c.stored, c.on)
		}
		p := newLedger(t).plan(list(lines...))
		off, leftOut := p.Rows[0], ""
		if len(p.Notes) > 0 {
			leftOut = p.Notes[0].Value
		}
		if off.Guest.NIK != "" || !slices.Equal(reasons(off.Doubts)[2], c.off) || leftOut != c.leftOut {
			t.Errorf("%q not stored: %q, %v, %s left out; want %v, %s", c.typed, off.Guest.NIK, off.Doubts, leftOut, c.off, c.leftOut)
		}
		if c.shownOff != "" && off.Doubts[0].Value != c.shownOff {
			t.Errorf("%q is shown as %q; want %q", c.typed, off.Doubts[0].Value, c.shownOff)
		}
	}
}

func TestNIKAgainstSex(t *testing.T) {
	d := one(t, []string{"name;sex;nik", "Suyatno;L;3317105203850000"}, storesNIK)
	if d.Doubts[0].Value != "sample sex-differs" || d.Guest.Sex != "L" {
		t.Errorf("sex %q, %v", d.Guest.Sex, d.Doubts)
	}
}

func TestSex(t *testing.T) {
	for typed, want := range map[string]string{
		"L": "L", "p": "P", "Laki-laki": "L", "PEREMPUAN": "P", "M": "L", "F": "P", "male": "L", "Female": "P", "Pria": "L",
		"wanita": "P", "L/P": "?", "x": "?", "": "",
	} {
		d := one(t, []string{"name;post;sex", "Siti Aminah;Lurah;" + typed})
		unclear := slices.Contains(reasons(d.Doubts)[2], roster.ReasonSex)
		if d.Guest.Sex != strings.Trim(want, "?") || unclear != (want == "?") {
			t.Errorf("%q: %q, unclear %v; want %q", typed, d.Guest.Sex, unclear, want)
		}
	}
}

func TestNoteIsNoAttendance(t *testing.T) {
	l := newLedger(t)
	l.load(list("name;institution;note", "Suyatno;Desa Waru;konfirmasi hadir", "Sutrisno;Desa Waru;diwakili"))
	for _, c := range l.changes {
		if c.Key.Kind != model.KindGuest {
			t.Errorf("a note wrote a %s", c.Key.Kind)
		}
	}
	if g := l.listed(); g[0].Note != "konfirmasi hadir" || g[1].Note != "diwakili" {
		t.Errorf("notes %q, %q", g[0].Note, g[1].Note)
	}
}

func TestHostileCells(t *testing.T) {
	d := one(t, []string{"name;institution", "\x1b[31mRed\x1b[0m\u202e Name;Desa\x00 Waru\u200b"})
	if d.Guest.Name != "Red Name" || d.Guest.Institution != "Desa Waru" {
		t.Errorf("name %q, institution %q", d.Guest.Name, d.Guest.Institution)
	}
	want := []roster.Reason{roster.ReasonCleaned, roster.ReasonCleaned}
	if got := reasons(d.Doubts)[2]; !slices.Equal(got, want) {
		t.Errorf("doubts %v; want %v", got, want)
	}
}

func TestLongCells(t *testing.T) {
	d := one(t, []string{"name;post;note", strings.Repeat("X", 5_000) + ";Staf;" + strings.Repeat("y", 5_000)})
	if n := len([]rune(d.Guest.Name)); n != 100 {
		t.Errorf("name of %d letters", n)
	}
	if n := len([]rune(d.Guest.Note)); n != 1_000 {
		t.Errorf("note of %d letters", n)
	}
	want := []roster.Reason{roster.ReasonLong, roster.ReasonLong}
	if got := reasons(d.Doubts)[2]; !slices.Equal(got, want) || d.Doubts[0].Value != d.Guest.Name {
		t.Errorf("doubts %v; want %v", got, want)
	}
}

func TestRowsWithoutName(t *testing.T) {
	for _, typed := range []string{"", "-", "...", "nama menyusul", "(Nama menyusul)", "12345"} {
		d := one(t, []string{"name;post;institution", typed + ";Kepala Desa;Desa Waru"})
		if d.Verdict != roster.Skipped || d.Skip != roster.SkipNoName || d.Doubts[0].Reason != roster.ReasonNoName {
			t.Errorf("%q: %s, %s, %v", typed, d.Verdict, d.Skip, d.Doubts)
		}
	}
}

func TestOnlyName(t *testing.T) {
	p := newLedger(t).plan(list("name;post", "Only one cell;", "Suyatno;Lurah"))
	if got := reasons(p.Doubts()); !slices.Equal(got[2], []roster.Reason{roster.ReasonOnlyName}) || len(got[3]) > 0 {
		t.Errorf("doubts %v", got)
	}
	// A list of nothing but names is not doubtful in every row.
	if p = newLedger(t).plan(list("no;name", "1;Sutrisno", "2;Suyatno")); len(p.Doubts()) > 0 {
		t.Errorf("doubts %v", p.Doubts())
	}
}

func TestRowsThatAreNoGuests(t *testing.T) {
	fields := []string{"no", "name", "post"}
	var items []roster.Item
	for i, k := range []roster.ItemKind{
		roster.ItemTitle, roster.ItemHeader, roster.ItemNumbering, roster.ItemGuest, roster.ItemBlank, roster.ItemHeader,
		roster.ItemTitle, roster.ItemGuest, roster.ItemTotal, roster.ItemFooter,
	} {
		cells := []string{"1", "Orang " + string(rune('A'+i)), "Staf"}
		if k == roster.ItemBlank {
			cells = nil
		}
		items = append(items, item(i+1, k, fields, cells))
	}
	p := newLedger(t).plan(items)
	var got []string
	for _, d := range p.Rows {
		got = append(got, string(d.Verdict)+string(d.Skip))
	}
	want := "skippednumbering new skippedheader skippedtitle new skippedtotal skippedfooter"
	if strings.Join(got, " ") != want {
		t.Errorf("%v; want %s", got, want)
	}
	if c := p.Counts(); c != (roster.Counts{Rows: 7, Added: 2, Skipped: 5}) {
		t.Errorf("%+v", c)
	}
}

func TestCategories(t *testing.T) {
	for _, c := range []struct{ post, institution, want string }{
		{"Kepala Desa", "Desa Waru", "KDS"},
		{"Pj. Kepala Desa", "Desa Waru", "KDS"},
		{"KADES", "Waru", "KDS"},
		{"Istri Kepala Desa", "Desa Waru", ""},
		{"Mantan Lurah", "Kelurahan Leteh", ""},
		{"Plt. Lurah", "Kelurahan Leteh", "LRH"},
		{"Camat Rembang", "Kecamatan Rembang", "CMT"},
		{"Kasi Pemerintahan", "Kecamatan Rembang", "CMT"},
		{"Kasi Pemerintahan", "Pemerintah Desa Waru", "PRD"},
		{"Kaur Kesra", "Desa Waru", "PRD"},
		{"Kaur Kesra", "Polres Contoh", ""},
		{"Sekretaris Desa", "Desa Waru", "PRD"},
		{"Babinsa", "Desa Waru", "BBS"},
		{"Bhabinkamtibmas", "Desa Waru", "BKM"},
		{"Direktur", "Biro Umrah Contoh", "BPU"},
		{"Direktur", "CV Contoh Tour & Travel", ""},
		{"Staf", "P3MI Contoh", "P3M"},
		{"Instruktur", "LPK-SO Contoh Sakura", "LPK"},
		{"Guru", "SMK Contoh 1", "SMK"},
		{"Tokoh Agama", "Desa Waru", "TKM"},
		{"Calon PMI", "Desa Waru", "CPM"},
		{"Purna PMI", "Desa Waru", "EPM"},
		{"Keluarga PMI", "Desa Waru", "KPM"},
		{"Kepala Seksi", "Dinas Contoh", "DNS"},
		{"Wartawan", "Harian Contoh", "MED"},
		{"Warga", "Desa Waru", ""},
	} {
		if got := roster.CategoryOf(c.post, c.institution); string(got) != c.want {
			t.Errorf("%s, %s: %q; want %q", c.post, c.institution, got, c.want)
		}
	}
}

func TestCategoryColumn(t *testing.T) {
	for typed, want := range map[string]string{
		"kds": "KDS", "Kepala Desa": "KDS", "Camat / Kecamatan": "CMT", "Biro Perjalanan Umroh (PPIU)": "BPU", "P3MI": "P3M",
		"LPK / LPK-SO": "LPK", "SMA/SMK": "SMK", "Tokoh Masyarakat/Agama": "TKM", "Eks/Purna PMI": "EPM", "Dinas/OPD": "DNS",
		"Village officials": "PRD", "Subdistrict office": "CMT", "Schools": "SMK", "Local government agency": "DNS", "Press": "MED",
		"Prospective migrant worker": "CPM", "Umrah travel agency": "BPU", "Army village NCO": "BBS", "Other": "LNY",
		"Media/Humas": "MED", "Lainnya": "LNY", "Migrant worker's family": "KPM", "Community/religious leader": "TKM", "Lurah": "LRH",
	} {
		if got := one(t, []string{"name;post;category", "Suyatno;Staf;" + typed}).Guest.Category; got != want {
			t.Errorf("%q: %q; want %q", typed, got, want)
		}
	}
	// What the list calls somebody is not replaced by what his post might mean.
	d := one(t, []string{"name;post;category", "Suyatno;Lurah;Golongan C"})
	if d.Guest.Category != "" || d.Doubts[0].Reason != roster.ReasonCategory {
		t.Errorf("%q, %v", d.Guest.Category, d.Doubts)
	}
}

func villages() []model.Village {
	return []model.Village{
		{Code: "99.01.01.2001", Name: "Waru", Kind: "desa", District: "Atas"},
		{Code: "99.01.01.1002", Name: "Leteh", Kind: "kelurahan", District: "Atas"},
		{Code: "99.01.02.2001", Name: "Waru", Kind: "desa", District: "Bawah"},
		{Code: "99.01.02.2002", Name: "Kabongan Lor", Kind: "desa", District: "Bawah"},
		{Code: "99.01.02.2003", Name: "Leteh", Kind: "desa", District: "Bawah"},
	}
}

func knowsVillages(o *roster.Options) { o.Villages = villages() }

func TestVillagesOfRows(t *testing.T) {
	for _, c := range []struct {
		row, area, district string
		why                 []roster.Reason
	}{
		{"Desa Waru;;Atas", "99.01.01.2001", "Atas", nil},
		{"Desa Waru;;Kec. Bawah", "99.01.02.2001", "Bawah", nil},
		{"Desa Waru;;", "", "", []roster.Reason{roster.ReasonVillages}},
		{"Pemerintah Desa Waru Kec. Atas;;", "99.01.01.2001", "", nil},
		{"Kel. Leteh;;", "99.01.01.1002", "Atas", []roster.Reason{roster.ReasonDistrict}},
		{"Desa Leteh;;", "99.01.02.2003", "Bawah", []roster.Reason{roster.ReasonDistrict}},
		{"Desa Kabonganlor;;", "99.01.02.2002", "Bawah", []roster.Reason{roster.ReasonDistrict}},
		{";Kabongan Lor;Bawah", "99.01.02.2002", "Bawah", nil},
		{"PT Contoh;Kabongan Lor;", "99.01.02.2002", "Bawah", []roster.Reason{roster.ReasonDistrict}},
		{"Desa Pulo;;Atas", "", "Atas", []roster.Reason{roster.ReasonNoVillage}},
		{"Desa Pulo;;Kabupaten lain", "", "Kabupaten lain", nil},
		{"PT Contoh;;Atas", "", "Atas", nil},
	} {
		d := one(t, []string{"name;institution;village;district", "Suyatno;" + c.row}, knowsVillages)
		if d.Guest.Area != c.area || d.Guest.District != c.district || !slices.Equal(reasons(d.Doubts)[2], c.why) {
			t.Errorf("%q: %q, %q, %v; want %q, %q, %v", c.row, d.Guest.Area, d.Guest.District, d.Doubts, c.area, c.district, c.why)
		}
	}
}
