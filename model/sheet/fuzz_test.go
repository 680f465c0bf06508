package sheet

import (
	"errors"
	"strings"
	"testing"
)

// FuzzGuess reads the shape of any table: cells between bars, a row a line.
func FuzzGuess(f *testing.F) {
	f.Add("DAFTAR\nNo|Nama|HP\n1|2|3\n1|Eko|0810\n|JUMLAH|75\nMengetahui,")
	f.Add("Nama||Nama\n|x|Eko\nHanya satu")
	f.Add(strings.Repeat("a|", 300))
	f.Fuzz(func(t *testing.T, text string) {
		rows := lines(text)
		checkLayout(t, Guess(rows), rows)
	})
}

// FuzzParseMap pins whatever somebody types at the command line.
func FuzzParseMap(f *testing.F) {
	f.Add("name=B", "phone=NO. HP/WA")
	f.Add("x=", "=")
	f.Add("note=-", "nama=ZZZ")
	rows := lines("No|Nama|HP\n1|Eko|0810")
	f.Fuzz(func(t *testing.T, a, b string) {
		pins, err := ParseMap(a, b)
		if err == nil {
			var l Layout
			if l, err = Guess(rows).Pin(Width(rows), pins...); err == nil {
				checkLayout(t, l, rows)
			}
		}
		if me := new(MapError); err != nil && !errors.As(err, &me) {
			t.Fatalf("error %#v", err)
		}
	})
}

func checkLayout(t *testing.T, l Layout, rows []Row) {
	t.Helper()
	taken := map[int]bool{}
	for f, column := range l.Columns {
		if f == FieldNone || f >= fieldCount || taken[column] || column < 0 {
			t.Fatalf("columns %v", l.Columns)
		}
		taken[column] = true
		if c := l.Confidence[f]; c <= 0 || c > 1 {
			t.Fatalf("%v with confidence %v", f, c)
		}
	}
	items := l.Classify(rows)
	if len(items) != len(rows) {
		t.Fatalf("%d items of %d rows", len(items), len(rows))
	}
	for _, it := range items {
		if it.Kind < KindData || it.Kind > KindFooter {
			t.Fatalf("kind %d", it.Kind)
		}
	}
}
