package name

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestCompare(t *testing.T) {
	const nik, otherNIK = "3317106101900000", "3317104101850000"
	const phone, otherPhone = "+628100001234", "+628100005678"
	tests := []struct {
		what string
		a, b Known
		want Verdict
		has  []Reason
	}{
		{"a name alone", Known{Name: "Sutrisno"}, Known{Name: "Sutrisno"}, No, []Reason{SameName}},
		{
			"one name, two villages",
			Known{Name: "Sutrisno", Village: "Pulo"},
			Known{Name: "Sutrisno", Village: "Weton"},
			No,
			[]Reason{SameName, VillageDiffers},
		},
		{
			"one name, one village, two phones",
			Known{Name: "Sutrisno", Village: "Desa Pulo", Phone: phone},
			Known{Name: "Sutrisno", Village: "Pulo", Phone: otherPhone},
			Ask,
			[]Reason{SameName, SameVillage, PhoneDiffers},
		},
		{
			"a couple",
			Known{Name: "Suyatno", Village: "Pulo", Phone: phone},
			Known{Name: "Sri Lestari", Village: "Pulo", Phone: phone},
			Ask,
			[]Reason{SamePhone, NameDiffers, SameVillage},
		},
		{
			"a couple whose NIKs are known",
			Known{Name: "Suyatno", Phone: phone, NIK: nik},
			Known{Name: "Sri Lestari", Phone: phone, NIK: otherNIK},
			No,
			[]Reason{NIKDiffers, SamePhone},
		},
		{
			"titles and spelling",
			Known{Name: "Moh. Arifin, S.Pd.", Institution: "SMK Contoh 1"},
			Known{Name: "H. Muhammad Arifin", Institution: "smk contoh 1"},
			Ask,
			[]Reason{SameName, TitleDiffers, SameInstitution},
		},
		{
			"old spelling",
			Known{Name: "Soedjarwo", Village: "Pulo"},
			Known{Name: "Sujarwo", Village: "Ds. Pulo"},
			Ask,
			[]Reason{SameSound, SameVillage},
		},
		{
			"joined",
			Known{Name: "Nur Hidayah", Village: "Pulo"},
			Known{Name: "Hj. Nurhidayah", Institution: "Pemerintah Desa Pulo"},
			Ask,
			[]Reason{SameSound, SameVillage, TitleDiffers},
		},
		{
			"a slip",
			Known{Name: "Joko Santosa", Village: "Pulo"},
			Known{Name: "Joko Santoso", Village: "Pulo"},
			Ask,
			[]Reason{NearName},
		},
		{
			"short names are no slips",
			Known{Name: "Ali", Village: "Pulo"},
			Known{Name: "Ari", Village: "Pulo"},
			No,
			[]Reason{NameDiffers},
		},
		{
			"one NIK", Known{Name: "Suyatno", NIK: nik}, Known{Name: "Sutrisno", NIK: nik}, Same, []Reason{SameNIK, NameDiffers},
		},
		{
			"two NIKs, all else the same",
			Known{Name: "Suyatno", Village: "Pulo", NIK: nik},
			Known{Name: "Suyatno", Village: "Pulo", NIK: otherNIK},
			Ask,
			[]Reason{NIKDiffers, SameName, SameVillage},
		},
		{"no NIK at all", Known{Name: "A", NIK: "0000000000000000"}, Known{Name: "B", NIK: "0000000000000000"}, No, nil},
		{
			"desa and kelurahan of one name",
			Known{Name: "Sutrisno", Village: "Desa Tanjungsari"},
			Known{Name: "Sutrisno", Village: "Kel. Tanjungsari"},
			No,
			[]Reason{VillageDiffers},
		},
		{"nothing known", Known{}, Known{}, No, nil},
	}
	for _, tt := range tests {
		got := Compare(tt.a, tt.b)
		if got.Verdict != tt.want {
			t.Errorf("%s: %v %v, want %v", tt.what, got.Verdict, got.Reasons, tt.want)
		}
		for _, r := range tt.has {
			if !got.Has(r) {
				t.Errorf("%s: reasons %v lack %v", tt.what, got.Reasons, r)
			}
		}
		if back := Compare(tt.b, tt.a); back.Verdict != got.Verdict || !slices.Equal(back.Reasons, got.Reasons) {
			t.Errorf("%s: the other way round %v", tt.what, back)
		}
	}
}

func TestCompareTitles(t *testing.T) {
	l := Compare(Known{Name: "Drs. H. Suyatno, S.H."}, Known{Name: "Drs. Suyatno, S.H., M.Si."})
	want := Likeness{No, []Reason{SameName, TitleDiffers}, []string{"H."}, []string{"M.Si."}}
	if diff := cmp.Diff(want, l); diff != "" {
		t.Error(diff)
	}
}

func TestPlace(t *testing.T) {
	for in, want := range map[string]place{
		"Pemdes Pulo":          {"desa", "pulo"},
		"Pemerintah Desa Pulo": {"desa", "pulo"},
		"Kel. Sidowayah":       {"kelurahan", "sidowayah"},
		"PT. Contoh Safar":     {"", "contoh safar"},
		"Desa":                 {"", "desa"},
		"33.17.10.1023":        {"", "33 17 10 1023"},
		"":                     {},
	} {
		if got := placeOf(in); got != want {
			t.Errorf("placeOf(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestRollIsCompare draws people who are easily alike; the roll must miss nobody whom comparing with everybody finds.
func TestRollIsCompare(t *testing.T) {
	word := rapid.OneOf(
		rapid.SampledFrom([]string{"Nur", "Hidayah", "Nurhidayah", "Santoso", "Santosa", "Aji", "Haji", "Moh.", "Sri", "Soejatno", "Suyatno"}),
		rapid.StringMatching(`[ab]{3,7}`),
	)
	spots := rapid.SampledFrom([]string{"", "Pulo", "Desa Pulo", "Kel. Pulo", "Weton"})
	person := rapid.Custom(func(t *rapid.T) Known {
		k := Known{Village: spots.Draw(t, "village"), Institution: spots.Draw(t, "institution")}
		for range rapid.IntRange(1, 3).Draw(t, "words") {
			k.Name += word.Draw(t, "word") + " "
		}
		k.Phone = rapid.SampledFrom([]string{"", "", "+628100001", "+628100002"}).Draw(t, "phone")
		k.NIK = rapid.SampledFrom([]string{"", "", "3317101010900000", "3317101010910000"}).Draw(t, "nik")
		return k
	})
	rapid.Check(t, func(t *rapid.T) {
		people := rapid.SliceOfN(person, 1, 25).Draw(t, "people")
		asked := person.Draw(t, "asked")
		roll := NewRoll()
		var want []Match
		for i, p := range people {
			if at := roll.Add(p); at != i {
				t.Fatalf("person %d numbered %d", i, at)
			}
			l := Compare(p, asked)
			if back := Compare(asked, p); back.Verdict != l.Verdict {
				t.Fatalf("%+v and %+v: %v, the other way round %v", p, asked, l.Verdict, back.Verdict)
			}
			if l.Verdict != No {
				want = append(want, Match{i, l})
			}
		}
		if diff := cmp.Diff(want, roll.Like(asked)); diff != "" {
			t.Fatalf("roll: -everybody +blocks\n%s", diff)
		}
	})
}

// TestPartKeys makes one edit anywhere in a word: whoever is alike must share a block.
func TestPartKeys(t *testing.T) {
	roll := NewRoll()
	shared := func(a, b string) bool {
		keys := roll.partKeys("pulo", b)
		return slices.ContainsFunc(roll.partKeys("pulo", a), func(k uint64) bool { return slices.Contains(keys, k) })
	}
	for _, word := range []string{"abcd", "abcde", "abcdef", "abcdefg"} {
		for i := range len(word) {
			edited := []string{word[:i] + word[i+1:], word[:i] + "x" + word[i:], word[:i] + "x" + word[i+1:], word + "x"}
			if i+1 < len(word) {
				edited = append(edited, word[:i]+word[i+1:i+2]+word[i:i+1]+word[i+2:])
			}
			for _, other := range edited {
				if alike(word, other) && !shared(word, other) {
					t.Errorf("%s and %s are alike and share no block", word, other)
				}
			}
		}
	}
}

// BenchmarkRoll looks up each of 100,000 people among 100,000 others, as an import does.
func BenchmarkRoll(b *testing.B) {
	r := newRoster(b, 1)
	people := func() []Known {
		list := make([]Known, 100_000)
		for i := range list {
			e := r.entry(i)
			list[i] = Known{Name: e.Name, Institution: e.Institution, Village: e.Place, Phone: e.Phone}
		}
		return list
	}
	there, here := people(), people()
	asks := 0
	for b.Loop() {
		roll := NewRoll()
		asks = 0
		for _, k := range there {
			roll.Add(k)
		}
		for _, k := range here {
			asks += len(roll.Like(k))
		}
	}
	b.ReportMetric(float64(asks)/float64(len(here)), "matches/person")
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)*1e6/float64(len(here)), "µs/person")
}
