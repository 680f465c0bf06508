package roster_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"hadir/model"
	"hadir/model/name"
	"hadir/model/roster"
)

// crowdSize is the largest list that offices are promised.
const crowdSize = 100_000

// bigList makes a list as large as a list can be, with people's names as they repeat in life: some 20,000 different ones.
func bigList(n int) []roster.Item {
	given := []string{
		"Agus", "Ahmad", "Ananto", "Bambang", "Budi", "Darsono", "Djoko", "Eko", "Fajar", "Galih", "Hadi", "Hendra", "Imam",
		"Irawan", "Jumadi", "Kasmin", "Lukman", "Maryono", "Mukhlis", "Nanang", "Nurhadi", "Parjo", "Rahmat", "Rohmad",
		"Saiful", "Sarjono", "Slamet", "Soekarman", "Sugeng", "Sukarno", "Supardi", "Suroso", "Sutrisno", "Suyatno", "Teguh",
		"Tjahjono", "Wahyu", "Widodo", "Aisyah", "Anik", "Astuti", "Cicik", "Dewi", "Endang", "Fatimah", "Hartini",
		"Indriani", "Istiqomah", "Juminah", "Khotimah", "Kusmiyati", "Lestari", "Maryati", "Masruroh", "Musarofah", "Nining",
		"Nurul", "Ratna", "Rumiyati", "Siti", "Solikah", "Sri", "Sulastri", "Sumarni", "Suprihatin", "Tutik", "Utami", "Wiwik",
	}
	second := []string{
		"", "Abdillah", "Amin", "Ardiansyah", "Arifin", "Aziz", "Basuki", "Cahyono", "Damayanti", "Efendi", "Fauzi", "Firdaus",
		"Gunawan", "Handayani", "Hartono", "Hidayat", "Ismail", "Junaedi", "Kholis", "Kurniawan", "Kusuma", "Laksono",
		"Ma'ruf", "Maulana", "Mulyadi", "Nugroho", "Nurjanah", "Pamungkas", "Prabowo", "Purwanto", "Rahardjo", "Riyadi",
		"Santoso", "Saputra", "Setyawati", "Sholeh", "Subagyo", "Sulaiman", "Suryani", "Susilo", "Syaifudin", "Triyono",
		"Utomo", "Wahyudi", "Wibowo", "Wicaksono", "Wijaya", "Winarno", "Wulandari", "Yulianto", "Yusuf", "Zulaikha",
	}
	before := []string{"", "", "", "H. ", "Hj. ", "Drs. ", "Moh. "}
	after := []string{"", "", "", ", S.Pd.", ", S.H., M.H.", " SE"}
	posts := []string{"Kepala Desa", "Lurah", "Perangkat Desa", "Babinsa", "Calon PMI", "Tokoh Masyarakat", "Staf", "Kaur Kesra"}
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(words []string) string { return words[r.IntN(len(words))] }
	items := make([]roster.Item, n)
	for i := range items {
		cells := map[roster.Field]roster.Cell{
			roster.FieldNo:          {Text: fmt.Sprint(i + 1)},
			roster.FieldName:        {Text: pick(before) + pick(given) + " " + pick(second) + pick(after)},
			roster.FieldPost:        {Text: pick(posts)},
			roster.FieldInstitution: {Text: fmt.Sprintf("Desa Contoh %d", r.IntN(8_000))},
			roster.FieldDistrict:    {Text: fmt.Sprintf("Kecamatan %d", r.IntN(600))},
			roster.FieldNote:        {Text: "konfirmasi hadir"},
		}
		if r.IntN(5) > 0 {
			cells[roster.FieldPhone] = roster.Cell{Text: fmt.Sprintf("0810000%06d", r.IntN(1_000_000))}
		}
		items[i] = roster.Item{Line: i + 2, Kind: roster.ItemGuest, Cells: roster.CellsOf(cells)}
	}
	return items
}

// BenchmarkFloor is what no plan can do without: to take each name of the list apart and to fold it. The others are measured
// against it.
func BenchmarkFloor(b *testing.B) {
	items := bigList(crowdSize)
	b.ReportAllocs()
	for b.Loop() {
		for i := range items {
			if name.Fold(name.Parse(items[i].Cells.At(roster.FieldName).Text).Bare) == "" {
				b.Fatal("a name folds to nothing")
			}
		}
	}
}

// BenchmarkPlanNew is the first import of the largest list.
func BenchmarkPlanNew(b *testing.B) {
	items := bigList(crowdSize)
	b.ReportAllocs()
	for b.Loop() {
		p := roster.NewPlan(items, nil, roster.Options{Salt: []byte("salt")})
		if p.Counts().Added < crowdSize*9/10 {
			b.Fatalf("%+v", p.Counts())
		}
	}
}

// BenchmarkPlanAgain is the same list once more: nothing changes.
func BenchmarkPlanAgain(b *testing.B) {
	items := bigList(crowdSize)
	l := newLedger(b)
	l.load(items)
	guests := l.guests()
	b.ReportAllocs()
	for b.Loop() {
		p := roster.NewPlan(items, guests, roster.Options{Salt: []byte("salt")})
		if c := p.Counts(); c.Added+c.Updated > 0 {
			b.Fatalf("%+v", c)
		}
	}
}

// BenchmarkPlanCrowd is a list that could make everybody be compared with everybody: one name, one village or one phone.
func BenchmarkPlanCrowd(b *testing.B) {
	for _, c := range []struct {
		name string
		row  func(i int) (name, institution, phone string)
	}{
		{"one-name", func(i int) (string, string, string) { return "Peserta", "Desa Contoh", fmt.Sprintf("0810000%06d", i) }},
		{"one-village", func(i int) (string, string, string) {
			return fmt.Sprintf("Peserta %c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26), "Desa Contoh", ""
		}},
		{"one-phone", func(i int) (string, string, string) { return fmt.Sprintf("Orang %d", i), "", "081000012345" }},
	} {
		items := make([]roster.Item, crowdSize/4)
		for i := range items {
			name, institution, phone := c.row(i)
			items[i] = roster.Item{Line: i + 2, Kind: roster.ItemGuest, Cells: roster.CellsOf(map[roster.Field]roster.Cell{
				roster.FieldName: {Text: name}, roster.FieldInstitution: {Text: institution}, roster.FieldPhone: {Text: phone},
			})}
		}
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				roster.NewPlan(items, nil, roster.Options{})
			}
		})
	}
}

// BenchmarkChanges is what follows the first import: the changes for the store.
func BenchmarkChanges(b *testing.B) {
	p := roster.NewPlan(bigList(crowdSize), nil, roster.Options{Salt: []byte("salt")})
	b.ReportAllocs()
	for b.Loop() {
		if c, err := p.Changes(model.Act{}, model.ID{1}, nil); err != nil || len(c) < crowdSize*9/10 {
			b.Fatal(len(c), err)
		}
	}
}

// BenchmarkMemory measures what a plan keeps, and what its changes add, in bytes a row.
func BenchmarkMemory(b *testing.B) {
	items := bigList(crowdSize)
	for b.Loop() {
		before := inUse()
		p := roster.NewPlan(items, nil, roster.Options{Salt: []byte("salt")})
		planned := inUse()
		c, err := p.Changes(model.Act{}, model.ID{1}, nil)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(planned-before)/crowdSize, "plan-B/row")
		b.ReportMetric(float64(inUse()-planned)/crowdSize, "changes-B/row")
		runtime.KeepAlive(c)
		runtime.KeepAlive(p)
	}
	runtime.KeepAlive(items)
}

func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
