package name

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// hall is a small list on which each rule of the search can be seen.
func hall() *Index {
	entries := []Entry{
		0:  {Name: "H. Suyatno, S.H.", Post: "Lurah", Institution: "Kel. Sidowayah", Place: "Sidowayah, Rembang", Phone: "+628100001234", Row: 14},
		1:  {Name: "Suyatno", Post: "Kepala Desa", Institution: "Pemerintah Desa Punjulharjo", Place: "Punjulharjo, Rembang", Row: 31},
		2:  {Name: "Soejatno", Post: "Tokoh Masyarakat", Place: "Ds. Weton, Kec. Rembang"},
		3:  {Name: "Moh. Arifin, S.Pd.", Place: "Pulo", Phone: "0810-0001-2345"},
		4:  {Name: "Muhammad Arifin", Place: "Tireman"},
		5:  {Name: "Sri Lestari", Place: "Pulo"},
		6:  {Name: "Lestari Sri Wahyuni", Place: "Weton"},
		7:  {Name: "Hj. Nur Hidayah", Institution: "PT Contoh Safar"},
		8:  {Name: "Nurhidayah", Institution: "SMK Contoh 14"},
		9:  {Name: "Siti Ma’rufah", Post: "Sekretaris Desa", Place: "Sumber"},
		10: {Name: "Soedjarwo", Place: "Pulo", Phone: "0810 0009 1231"},
		11: {Name: "Sujarwo Adi", Place: "Tireman"},
		12: {Name: "Titik Adi", Post: "Lurah", Place: "Magersari", Row: 2},
		13: {Name: "Drajat", Place: "Pulo"},
		14: {Name: "A.", Place: "Pulo"},
	}
	ix := &Index{}
	for _, e := range entries {
		ix.Add(Terms(e))
	}
	return ix
}

func TestFind(t *testing.T) {
	tests := []struct {
		query string
		exact []int
		near  []int
	}{
		{"suy", []int{0, 1, 2}, nil},         // the old spelling after the letters
		{"soejatno", []int{2, 0, 1}, nil},    // and the other way round
		{"punjul suy", []int{1}, []int{}},    // any order, name and village
		{"drs suyatno", []int{0, 1, 2}, nil}, // a title is ignored
		{"H. Suyatno, S.H.", []int{0, 1, 2}, nil},
		{"h suyatno", []int{0, 1, 2}, nil},
		{"SUYATNO SH", []int{0, 1, 2}, nil},
		{"suyatno sh", nil, nil}, // on the way to a Suyatno Sholeh
		{"dr", []int{13}, nil},   // unless nothing else is typed
		{"moch arifin", []int{3, 4}, nil},
		{"m arifin", []int{3, 4}, nil},
		{"mohamm", []int{3, 4}, nil},
		{"sri lestari", []int{5, 6}, nil}, // the whole name is best
		{"lestari sri", []int{5, 6}, nil}, // also turned round
		{"lestari", []int{6, 5}, nil},     // the first word before a later one
		{"nurhidayah", []int{8, 7}, nil},  // written together or apart
		{"nur hidayah", []int{7, 8}, nil},
		{"nurhid", []int{8, 7}, nil},
		{"ma'ruf", []int{9}, nil},
		{"marufah", []int{9}, nil},
		{"sujarwo", []int{11, 10}, nil},
		{"adi", []int{11, 12}, nil},
		{"14", []int{0, 8}, nil},          // the number on the sheet, then a school's
		{"1234", []int{0}, nil},           // the phone's end
		{"123", []int{0, 10}, nil},        // the start of its last four
		{"231", []int{10}, nil},           // the end of three
		{"0810-0001-2345", []int{3}, nil}, // a whole number in any writing
		{"+62 810 0001 2345", []int{3}, nil},
		{"ds weton", []int{2}, nil},
		{"lurah", []int{0, 12}, nil},
		{"kel sido", []int{0}, nil},
		{"suyanto", nil, []int{0, 1, 2}},  // exchanged
		{"sutatno", nil, []int{0, 1, 2}},  // wrong
		{"suyatnno", []int{0, 1, 2}, nil}, // doubled: the same sound
		{"suyatnyo", nil, []int{0, 1, 2}}, // extra
		{"syatno", nil, []int{0, 1}},      // missing
		{"punjulhrjo", nil, []int{1}},     // in the village
		{"adii", []int{11, 12}, nil},
		{"zzz", nil, nil},
		{"suyatno zzz", nil, nil},
	}
	ix := hall()
	for _, tt := range tests {
		found := ix.Find(tt.query, 10)
		var exact, near []int
		for _, h := range found.Hits {
			if h.Near {
				near = append(near, h.Row)
			} else {
				exact = append(exact, h.Row)
			}
		}
		if !slices.Equal(exact, tt.exact) || !slices.Equal(near, tt.near) {
			t.Errorf("Find(%q) = exact %v near %v, want %v and %v", tt.query, exact, near, tt.exact, tt.near)
		}
		if found.Exact != len(exact) || found.Near != len(near) {
			t.Errorf("Find(%q) counts %d and %d", tt.query, found.Exact, found.Near)
		}
	}
}

func TestFindLimits(t *testing.T) {
	ix := hall()
	if found := ix.Find("s", 2); len(found.Hits) != 2 || found.Exact != 10 {
		t.Errorf("limited: %+v", found)
	}
	if found := ix.Find("s", 0); len(found.Hits) != 0 || found.Exact != 10 {
		t.Errorf("nothing asked for: %+v", found)
	}
	found := ix.Find("  ", 3)
	if want := (Found{Hits: []Hit{{Row: 0}, {Row: 1}, {Row: 2}}, Exact: 15}); !cmp.Equal(found, want) {
		t.Errorf("empty query: %+v", found)
	}
	if found := (&Index{}).Find("s", 3); len(found.Hits) != 0 {
		t.Errorf("empty index: %+v", found)
	}
	long := strings.Repeat("suyatno ", 40)
	if found := ix.Find(long, 3); found.Exact != 3 {
		t.Errorf("many words: %+v", found)
	}
}

// TestSet corrects a guest, and takes one out.
func TestSet(t *testing.T) {
	ix := hall()
	ix.Set(1, Terms(Entry{Name: "Suyitno", Place: "Pulo", Phone: "081000017777", Row: 99}))
	for query, want := range map[string][]int{
		"suyatno punjul": nil, "suyitno": {1}, "31": nil, "99": {1}, "7777": {1},
	} {
		found := ix.Find(query, 5)
		var rows []int
		for _, h := range found.Hits {
			if !h.Near {
				rows = append(rows, h.Row)
			}
		}
		if !slices.Equal(rows, want) {
			t.Errorf("after a correction Find(%q) = %v, want %v", query, rows, want)
		}
	}
	ix.Set(1, "")
	if found := ix.Find("suyitno", 5); found.Exact != 0 {
		t.Errorf("removed and found: %+v", found)
	}
	if found := ix.Find("", 20); found.Exact != 14 || ix.Len() != 15 {
		t.Errorf("removed and listed: %+v", found)
	}
	if row := ix.Add(Terms(Entry{Name: "Suyitno"})); row != 15 {
		t.Errorf("a removed row's number was given again: %d", row)
	}
}

func TestTerms(t *testing.T) {
	tests := []struct {
		entry Entry
		want  string
	}{
		{Entry{
			Name: "Drs. H. Moh. Arifin, S.H.", Post: "Kepala Desa", Institution: "Pemerintah Desa Pulo",
			Place: "Ds. Pulo, Kec. Rembang", Phone: "+62 810-0001-234", Row: 7,
		}, "muhammad arifin\tpemerintah desa pulo kecamatan rembang kepala\t8100001234\t7"},
		{Entry{Name: "Suyatno"}, "suyatno"},
		{Entry{Name: "Suyatno", Row: 3}, "suyatno\t\t\t3"},
		{Entry{Place: "Pulo", Extra: "rombongan"}, "\tpulo rombongan"},
		{Entry{Phone: "12"}, ""},
		{Entry{}, ""},
	}
	for _, tt := range tests {
		if got := Terms(tt.entry); got != tt.want {
			t.Errorf("Terms(%+v) = %q, want %q", tt.entry, got, tt.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("suyatno\tdesa pulo\t8100001234\t14", "suy pulo")
	f.Add("nur hidayah\n\t \t12a4\t-5", "0810-0001-2345")
	f.Add("\t\t\t\t\t9999999999999999999", "nurhidayah 999999999999999999999")
	f.Add("a\xff b", "\xff\x00 H.")
	f.Fuzz(func(t *testing.T, terms, query string) {
		one, bulk := &Index{}, NewIndex([]string{terms, "suyatno"})
		one.Add(terms)
		one.Add("suyatno")
		a, b := one.Find(query, 5), bulk.Find(query, 5)
		if !cmp.Equal(a, b) {
			t.Fatalf("built at once %+v, one by one %+v", b, a)
		}
		one.Set(0, "")
		one.Find(query, 5)
		if found := one.Find("suyatno", 5); !slices.Contains(found.Hits, Hit{Row: 1}) {
			t.Fatalf("lost a neighbour: %+v", found)
		}
	})
}
