package paper

import (
	"testing"

	"hadir/model"
)

// rowsOf gives each guest's sheet and row.
func rowsOf(sheets []Sheet) map[model.ID][2]int {
	all := map[model.ID][2]int{}
	for _, s := range sheets {
		for _, p := range s.Places {
			all[p.Guest] = [2]int{s.No, p.Row}
		}
	}
	return all
}

// TestReprint tells what happens to a list that was printed, signed and printed again.
func TestReprint(t *testing.T) {
	f := sampleFacts(t)
	first, sheets, err := AttendanceList(indonesian(), f)
	if err != nil {
		t.Fatal(err)
	}
	signed := rowsOf(sheets)
	for i := range f.Guests {
		place := signed[f.Guests[i].ID]
		f.Guests[i].Sheet, f.Guests[i].Row = place[0], place[1]
	}
	for _, s := range sheets {
		f.Printed = append(f.Printed, s.Last)
	}
	last := f.Printed[len(f.Printed)-1]
	if empty := last - len(f.Guests); empty < f.Blank {
		t.Fatalf("%d empty rows, want %d at least", empty, f.Blank)
	}
	again, same, err := AttendanceList(indonesian(), f)
	if err != nil || again.Code != first.Code || len(same) != len(sheets) {
		t.Errorf("the same list has the code %s, then %s (%v)", first.Code, again.Code, err)
	}
	// Somebody signed an empty row and is typed in; another is left out of the list; a third is new, and his name sorts first.
	walkIn := model.Guest{ID: sampleID("walk-in", 1), Name: "Peserta Tambahan", WalkIn: true, Sheet: sheets[len(sheets)-1].No, Row: len(f.Guests) + 2}
	f.Guests[3].Removed = true
	f.Guests = append([]model.Guest{{ID: sampleID("new", 1), Name: "Baru", Order: 1}}, append(f.Guests, walkIn)...)
	later, now, err := AttendanceList(indonesian(), f)
	if err != nil {
		t.Fatal(err)
	}
	moved := rowsOf(now)
	for guest, place := range signed {
		if got, there := moved[guest]; there && got != place {
			t.Errorf("a guest who signed %v is now at %v", place, got)
		}
	}
	if got := moved[walkIn.ID]; got != [2]int{walkIn.Sheet, walkIn.Row} {
		t.Errorf("the walk-in is at %v, signed row %d", got, walkIn.Row)
	}
	if got := moved[sampleID("new", 1)]; got != [2]int{len(sheets) + 1, last + 1} {
		t.Errorf("the new guest is at %v; %d rows were printed", got, last)
	}
	for i, s := range sheets {
		if now[i].First != s.First || now[i].Last != s.Last {
			t.Errorf("sheet %d was %d-%d and is %d-%d", s.No, s.First, s.Last, now[i].First, now[i].Last)
		}
	}
	if later.Code == first.Code {
		t.Error("another list has the same code")
	}
	if _, ok := model.ParseCode(first.Code); !ok {
		t.Errorf("%s is no code", first.Code)
	}
}

// TestSheetsFollow holds every list to rows that count on, whatever its length.
func TestSheetsFollow(t *testing.T) {
	for _, n := range []int{0, 1, 15, 16, 17, 18, 19, 20, 21, 38, 39, 40, 41, 300} {
		f := Facts{Guests: many(n)}
		_, sheets, err := AttendanceList(indonesian(), f)
		if err != nil {
			t.Fatal(err)
		}
		row, guests := 0, 0
		for i, s := range sheets {
			if s.No != i+1 || s.First != row+1 || s.Last < s.First {
				t.Fatalf("%d guests: sheet %d has %d-%d behind %d", n, s.No, s.First, s.Last, row)
			}
			row, guests = s.Last, guests+len(s.Places)
		}
		if guests != n {
			t.Errorf("%d guests: %d have a row", n, guests)
		}
	}
}

// many are guests with names of usual length.
func many(n int) []model.Guest {
	out := make([]model.Guest, n)
	for i := range out {
		out[i] = model.Guest{
			ID: sampleID("many", i), Name: "Peserta Contoh Panjang", Before: "H.", After: "S.H., M.Si.", Post: "Kepala Desa", Institution: "Desa Contoh",
			District: "Contoh", Phone: "+6281000000000", Order: i + 1,
		}
	}
	return out
}
