package board

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/name"
)

// today is Tuesday, 21 November 2023.
func today() date.Date { return date.Date{Year: 2023, Month: time.November, Day: 21} }

// row packs an item under an ID of its own.
func row(n int, x Item) Row {
	return Row{Event: x.Event, ID: model.ID{byte(n >> 8), byte(n), 1}, Body: string(Pack(nil, x))}
}

func item(due string, status model.ActionStatus) Item {
	return Item{Action: model.Action{Do: due, Due: due, Status: status, Priority: model.PriorityNormal}}
}

func TestGroups(t *testing.T) {
	for _, c := range []struct {
		due    string
		status model.ActionStatus
		want   Group
	}{
		{"2023-11-20", model.ActionTodo, Late},
		{"2023-11-20", model.ActionDoing, Late},
		{"2023-11-20", model.ActionDone, Done},
		{"2023-11-20", model.ActionDropped, Done},
		{"2023-11-21", model.ActionTodo, Week}, // what is due today still has the day
		{"2023-11-26", model.ActionTodo, Week}, // Sunday
		{"2023-11-27", model.ActionTodo, Later},
		{"", model.ActionTodo, Undated},
		{"besok", model.ActionTodo, Undated}, // no day, whatever a damaged record says
	} {
		b, err := New(today(), nil, []Row{row(1, item(c.due, c.status))})
		if err != nil || b.Group(0) != c.want {
			t.Errorf("due %q, %s: group %d, %v; want %d", c.due, c.status, b.Group(0), err, c.want)
		}
	}
	// On a Sunday the week ends that day.
	b, err := New(date.Date{Year: 2023, Month: time.November, Day: 26}, nil, []Row{row(1, item("2023-11-27", model.ActionTodo))})
	if err != nil || b.Group(0) != Later {
		t.Errorf("on a Sunday: %d, %v", b.Group(0), err)
	}
}

func TestOrder(t *testing.T) {
	urgent := item("2023-11-23", model.ActionTodo)
	urgent.Do, urgent.Priority = "mendesak", model.PriorityHigh
	gone := item("2023-11-01", model.ActionTodo)
	gone.Removed = true
	b, err := New(today(), nil, []Row{
		row(1, item("", model.ActionTodo)), row(2, item("2023-11-02", model.ActionDone)), row(3, item("2023-11-09", model.ActionDone)),
		row(4, item("2023-11-23", model.ActionTodo)), row(5, urgent), row(6, item("2023-12-01", model.ActionTodo)),
		row(7, item("2023-11-01", model.ActionTodo)), row(8, gone),
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, i := range b.Shown(Filter{}) {
		got = append(got, b.At(i).Do)
	}
	want := []string{"2023-11-01", "mendesak", "2023-11-23", "2023-12-01", "", "2023-11-09", "2023-11-02"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if n := b.Count(b.Shown(Filter{})); n != [Groups]int{1, 2, 1, 1, 2} {
		t.Errorf("counts %v", n)
	}
}

// draw draws a follow-up whose words repeat, so that filters find several.
func draw(t *rapid.T) Item {
	word := rapid.SampledFrom([]string{"", "Desa Contoh", "Pemdes Contoh", "Kanim", "Ma'ruf", "kartu nomor", "日本"})
	return Item{
		Action: model.Action{
			No: rapid.IntRange(0, 9).Draw(t, "no"), Do: word.Draw(t, "do"), Problem: word.Draw(t, "problem"), Owner: word.Draw(t, "owner"),
			From: word.Draw(t, "from"), Due: rapid.SampledFrom([]string{"", "2023-11-20", "2023-11-22", "2024-01-01"}).Draw(t, "due"),
			Status:   rapid.SampledFrom(model.ActionStatuses()).Draw(t, "status"),
			Priority: rapid.SampledFrom(model.Priorities()).Draw(t, "priority"), Event: model.ID{rapid.ByteRange(0, 2).Draw(t, "event")},
		},
		Area: word.Draw(t, "area"),
	}
}

// TestPutIsAsIfReadAnew changes follow-ups one by one: the board is then as one that is read with all changes in it.
func TestPutIsAsIfReadAnew(t *testing.T) {
	events := []model.Event{{ID: model.ID{1}, Theme: "Pencegahan"}, {ID: model.ID{2}, Theme: "Desa Binaan"}}
	rapid.Check(t, func(t *rapid.T) {
		var rows []Row
		for i := range rapid.IntRange(0, 8).Draw(t, "n") {
			rows = append(rows, row(i, draw(t)))
		}
		b, err := New(today(), events, slices.Clone(rows))
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 6).Draw(t, "puts") {
			n := rapid.IntRange(0, 10).Draw(t, "which")
			x := draw(t)
			x.Removed = rapid.IntRange(0, 3).Draw(t, "gone") == 0
			at := slices.IndexFunc(rows, func(r Row) bool { return r.ID == row(n, x).ID })
			if at >= 0 {
				was, _ := rows[at].Item()
				x.Event = was.Event
				if x.Area = was.Area; was.Removed {
					x.Area = ""
				}
			} else {
				x.Area = ""
			}
			x.ID = row(n, x).ID
			b.Put(x.Action, true)
			if at >= 0 {
				rows = slices.Delete(rows, at, at+1)
			}
			rows = append(rows, row(n, x))
		}
		want, err := New(today(), events, slices.Clone(rows))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range []Filter{{}, {Words: "desa"}, {Words: "contoh desa"}, {Words: "kar nom"}, {Words: "maruf"}, {From: "desa contoh"}, {Area: "kanim"}} {
			if got, want := told(b, f), told(want, f); got != want {
				t.Fatalf("filter %+v:\n%s\nwant\n%s", f, got, want)
			}
		}
	})
}

func told(b *Board, f Filter) string {
	var s strings.Builder
	for _, i := range b.Shown(f) {
		fmt.Fprintf(&s, "%d %+v\n", b.Group(i), b.At(i))
	}
	return s.String()
}

// TestWordsFindAsLookingAtEach compares the search with a look at every follow-up.
func TestWordsFindAsLookingAtEach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []Row
		for i := range rapid.IntRange(1, 12).Draw(t, "n") {
			rows = append(rows, row(i, draw(t)))
		}
		b, err := New(today(), nil, rows)
		if err != nil {
			t.Fatal(err)
		}
		words := rapid.SampledFrom([]string{"d", "de con", "kanim desa", "no", "omor", "zz", "ka ka", "日"}).Draw(t, "words")
		var want []int32
		for _, i := range b.Shown(Filter{}) {
			x := b.At(i)
			all := " " + name.FoldText(strings.Join([]string{x.Owner, x.From, x.Area, x.Asker, x.Do, x.Problem}, " "))
			if !slices.ContainsFunc(strings.Fields(name.FoldText(words)), func(w string) bool { return !strings.Contains(all, " "+w) }) {
				want = append(want, i)
			}
		}
		if got := b.Shown(Filter{Words: words}); !slices.Equal(got, want) {
			t.Fatalf("%q finds %v, want %v", words, got, want)
		}
	})
}

func TestChoices(t *testing.T) {
	a, other := item("", model.ActionTodo), item("", model.ActionDone)
	a.Owner, a.From, a.Event, other.Owner = "Kanim", "Desa Contoh", model.ID{1}, "Lain"
	same := a
	same.From = "Pemdes Contoh"
	b, err := New(today(), []model.Event{{ID: model.ID{1}, Theme: "Pencegahan"}}, []Row{row(1, a), row(2, same), row(3, other)})
	if err != nil {
		t.Fatal(err)
	}
	for by, want := range map[Aspect]string{
		ByOwner: "[{kanim Kanim 2}]", ByInstitution: "[{desa contoh Desa Contoh 2}]", ByArea: "[]",
		ByEvent: "[{" + model.ID{1}.String() + " Pencegahan 2}]",
	} {
		if got := fmt.Sprint(b.Choices(by)); got != want {
			t.Errorf("choices %d: %s, want %s", by, got, want)
		}
	}
}

func FuzzRow(f *testing.F) {
	f.Add(string(Pack(nil, item("2023-11-20", model.ActionDoing))))
	f.Add("")
	f.Add("\x01\x00\x00\x00" + strings.Repeat("\xff", 60))
	f.Fuzz(func(t *testing.T, body string) {
		r := Row{Body: body}
		x, err := r.Item()
		_, _ = r.Open(), r.Due()
		if err != nil {
			return
		}
		again, err := Row{Body: string(Pack(nil, x))}.Item()
		if err != nil || again.Due != x.Due || again.Do != x.Do || again.Status != x.Status || again.Area != x.Area || again.No != x.No {
			t.Fatalf("%q: %+v, then %+v, %v", body, x, again, err)
		}
		if r.Due() != x.Due || r.Open() != (!x.Removed && x.Status.Open()) {
			t.Fatalf("%q: due %q, open %v; %+v", body, r.Due(), r.Open(), x)
		}
	})
}

// crowd is n follow-ups of 1,000 events, as an office has them after years.
func crowd(n int) ([]model.Event, []Row) {
	events := make([]model.Event, 1000)
	for i := range events {
		events[i] = model.Event{ID: model.HashID(nil, "event", fmt.Sprint(i)), Theme: fmt.Sprintf("Pencegahan CPMI Nonprosedural %d", i)}
	}
	rows := make([]Row, n)
	for i := range rows {
		x := Item{Area: fmt.Sprintf("Contoh %d", i%14), Action: model.Action{
			Event: events[i%1000].ID, ID: model.HashID(nil, "action", fmt.Sprint(i)), No: i / 1000,
			Do: fmt.Sprintf("Menyusun format verifikasi surat izin keluarga calon PMI nomor %d", i), Problem: "Desa tidak punya alur periksa surat izin",
			Owner: fmt.Sprintf("Seksi Contoh %d", i%200), From: fmt.Sprintf("Desa Contoh %d", i%300),
			Due: today().AddDays(i%700 - 500).String(), Status: model.ActionStatuses()[i%5/2*i%4], Priority: model.Priorities()[i%3],
		}}
		rows[i] = Row{Event: x.Event, ID: x.ID, Body: string(Pack(nil, x))}
	}
	slices.SortFunc(rows, func(a, b Row) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	return events, rows
}

func BenchmarkNew(b *testing.B) {
	events, rows := crowd(100_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(today(), events, slices.Clone(rows)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkShown(b *testing.B) {
	events, rows := crowd(100_000)
	x, err := New(today(), events, rows)
	if err != nil {
		b.Fatal(err)
	}
	for _, words := range []string{"", "s", "menyusun", "nomor 77", "zzz"} {
		b.Run("words="+words, func(b *testing.B) {
			for b.Loop() {
				x.Shown(Filter{Words: words})
			}
		})
	}
	b.Run("owner", func(b *testing.B) {
		for b.Loop() {
			x.Shown(Filter{Owner: "seksi contoh 7"})
		}
	})
	b.Run("put", func(b *testing.B) {
		for i := range b.N {
			a := x.At(int32(i % 100_000)).Action
			a.Status = model.ActionDone
			x.Put(a, false)
		}
	})
}
