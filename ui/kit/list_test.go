package kit

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	stock "charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"hadir/ui/lang"
)

// guest is a record with an ID and a name.
type guest struct{ id, name string }

func guests(n int) Slice[guest] {
	rows := make(Slice[guest], n)
	for i := range rows {
		rows[i] = guest{strconv.Itoa(i), fmt.Sprintf("Peserta %d", i)}
	}
	return rows
}

func guestList(rows Source[guest]) *List[guest] {
	look := plain()
	l := NewList(look, func(g guest) string { return g.id }, func(g guest, w int) string { return look.Cut(g.name, w) })
	l.Empty = lang.Of("kit.find-none")
	l.Show(rows)
	return l
}

func TestListKeys(t *testing.T) {
	l := guestList(guests(10))
	l.View(40, 4)
	for _, step := range []struct {
		keys []string
		want int
	}{
		{[]string{"up"}, 0},
		{[]string{"down"}, 1},
		{[]string{"pgdown"}, 4},
		{[]string{"end"}, 9},
		{[]string{"down"}, 9},
		{[]string{"pgup"}, 6},
		{[]string{"home"}, 0},
		{[]string{"pgup"}, 0},
		{[]string{"x", "enter"}, 0},
	} {
		press(l, step.keys...)
		l.View(40, 4)
		if l.Index() != step.want {
			t.Errorf("%v went to row %d, want %d", step.keys, l.Index(), step.want)
		}
	}
}

func TestListView(t *testing.T) {
	l := guestList(guests(9))
	reads(t, l.View(40, 3), "> Peserta 0", "  Peserta 1", "  Peserta 2")
	press(l, "down", "down", "down")
	reads(t, l.View(40, 3), "  Peserta 1", "  Peserta 2", "> Peserta 3")
	if x, y, ok := l.Cursor(); x != 0 || y != 2 || !ok {
		t.Errorf("cursor at %d,%d,%v", x, y, ok)
	}
	press(l, "end")
	reads(t, l.View(40, 3), "  Peserta 6", "  Peserta 7", "> Peserta 8")
	if got := shown(l.View(40, 10)); got[0] != "  Peserta 0" || got[8] != "> Peserta 8" || got[9] != "" {
		t.Errorf("a window higher than the list shows %q", got)
	}
	l.Show(Slice[guest](nil))
	reads(t, l.View(40, 2), "Tidak ditemukan.", "")
	if _, ok := l.Selected(); ok {
		t.Error("an empty list has a selection")
	}
}

func TestListMouse(t *testing.T) {
	l := guestList(guests(20))
	press(l, "end")
	l.View(40, 5)
	l.Update(tea.MouseClickMsg{X: 4, Y: 1})
	if g, _ := l.Selected(); g.id != "16" {
		t.Errorf("a click on the second row selected %s", g.id)
	}
	l.Update(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	if l.Index() != 13 {
		t.Errorf("the wheel went to %d", l.Index())
	}
	l.Update(tea.MouseClickMsg{Y: 5})
	l.Update(tea.MouseClickMsg{Y: -1})
	if l.Index() != 13 {
		t.Errorf("a click outside went to %d", l.Index())
	}
}

// TestListCursorFollowsTheRecord shuffles, drops and adds rows at random; the cursor stays with its record while it is
// there, and then goes to a row that exists.
func TestListCursorFollowsTheRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := guestList(guests(12))
		l.Select(rapid.IntRange(0, 11).Draw(t, "row"))
		for range rapid.IntRange(1, 6).Draw(t, "reloads") {
			before, had := l.Selected()
			rows := Slice[guest](rapid.Permutation(guests(12)).Draw(t, "order"))[:rapid.IntRange(0, 12).Draw(t, "kept")]
			l.Show(rows)
			after, ok := l.Selected()
			if ok != (len(rows) > 0) {
				t.Fatalf("%d rows, selected %v", len(rows), ok)
			}
			if had && slices.Contains(rows, before) && after != before {
				t.Fatalf("the cursor went from %s to %s", before.id, after.id)
			}
		}
	})
}

// finding is a source that knows where its rows are, and fails a test that looks through them.
type finding struct {
	n     int
	seen  map[int]bool
	asked int
}

func (f *finding) Len() int { return f.n }

func (f *finding) At(i int) guest {
	f.seen[i] = true
	return guest{strconv.Itoa(i), "x"}
}

func (f *finding) Find(id string) (int, bool) {
	f.asked++
	i, err := strconv.Atoi(id)
	return i, err == nil && i < f.n
}

// TestListAsksForRowsInSight counts the rows that a frame and a reload look at.
func TestListAsksForRowsInSight(t *testing.T) {
	f := &finding{n: 100_000, seen: map[int]bool{}}
	l := guestList(f)
	l.Select(50_000)
	clear(f.seen)
	l.View(80, 30)
	if len(f.seen) != 30 {
		t.Errorf("a frame of 30 lines looked at %d rows", len(f.seen))
	}
	clear(f.seen)
	if !l.SelectID("70000") || f.asked != 1 || len(f.seen) > 1 {
		t.Errorf("finding a record asked %d times and looked at %d rows", f.asked, len(f.seen))
	}
}

func TestColumns(t *testing.T) {
	for _, test := range []struct {
		name  string
		sizes []Size
		total int
		want  []int
	}{
		{"room for all", []Size{{Fixed: 3}, {Min: 10}, {Min: 10, Share: 2}}, 43, []int{3, 15, 21}},
		{"no cell is lost", []Size{{Min: 5}, {Min: 5}, {Min: 5}}, 21, []int{5, 6, 6}},
		{"just enough", []Size{{Fixed: 3}, {Min: 10}}, 15, []int{3, 10}},
		{"the last is left out", []Size{{Fixed: 3}, {Min: 10}, {Fixed: 9}}, 20, []int{3, 15, 0}},
		{"one is cut", []Size{{Fixed: 30}, {Min: 10}}, 12, []int{12, 0}},
		{"nothing", []Size{{Min: 4}}, 0, []int{0}},
		{"no columns", nil, 10, []int{}},
	} {
		if got := Columns(test.sizes, test.total, 2); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// TestColumnsFill divides at random: never more than there is, and all of it when a column stretches.
func TestColumnsFill(t *testing.T) {
	size := rapid.Custom(func(t *rapid.T) Size {
		if rapid.Bool().Draw(t, "fixed") {
			return Size{Fixed: rapid.IntRange(1, 20).Draw(t, "width")}
		}
		return Size{Min: rapid.IntRange(0, 20).Draw(t, "min"), Share: rapid.IntRange(0, 3).Draw(t, "share")}
	})
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(size, 1, 6).Draw(t, "sizes")
		total := rapid.IntRange(0, 120).Draw(t, "total")
		widths := Columns(sizes, total, tableGap)
		sum, kept, stretches := 0, 0, false
		for i, w := range widths {
			if w > 0 {
				sum, kept = sum+w, kept+1
				stretches = stretches || sizes[i].Fixed == 0
			}
		}
		sum += tableGap * max(0, kept-1)
		if sum > total || total > 0 && stretches && sum != total {
			t.Fatalf("%v in %d: %v takes %d", sizes, total, widths, sum)
		}
	})
}

func TestTable(t *testing.T) {
	look := plain()
	table := NewTable(look,
		Column[guest]{Title: "kit.no", Size: Size{Fixed: 3}, Right: true, Text: func(g guest) string { return g.id }},
		Column[guest]{Title: "kit.yes", Size: Size{Min: 8}, Text: func(g guest) string { return g.name }},
	)
	for _, test := range []struct {
		w         int
		head, row string
	}{
		{20, "Ti…  Ya", "  7  H. Suyatno, S.H"},
		{13, "Ti…  Ya", "  7  H. Suya…"},
		{9, "Ti…", "  7"},
	} {
		row := table.Row(guest{"7", "H. Suyatno, S.H"}, test.w)
		if got := shown(row)[0]; got != test.row {
			t.Errorf("in %d cells %q, want %q", test.w, got, test.row)
		}
		if got := shown(table.Head(test.w))[0]; got != test.head {
			t.Errorf("titles in %d cells %q", test.w, got)
		}
	}
}

// BenchmarkList measures a key and its frame at several lengths; it must stay flat. BenchmarkStockList is its peer.
func BenchmarkList(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			l := guestList(guests(n))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				press(l, [2]string{"down", "pgdown"}[i%2])
				l.View(100, 30)
			}
		})
	}
}

// BenchmarkListReload measures putting 100,000 rows in another order under the cursor.
func BenchmarkListReload(b *testing.B) {
	rows := guests(100_000)
	l := guestList(rows)
	l.Select(99_000)
	for b.Loop() {
		slices.Reverse(rows)
		l.Show(rows)
	}
}

// item is a row of the stock list.
type item string

func (i item) FilterValue() string { return string(i) }
func (i item) Title() string       { return string(i) }
func (i item) Description() string { return "" }

func BenchmarkStockList(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			var items []stock.Item
			for _, g := range guests(n) {
				items = append(items, item(g.name))
			}
			delegate := stock.NewDefaultDelegate()
			delegate.ShowDescription = false
			delegate.SetSpacing(0)
			m := stock.New(items, delegate, 100, 30)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				m, _ = m.Update(key([2]string{"down", "pgdown"}[i%2]))
				m.View()
			}
		})
	}
}
