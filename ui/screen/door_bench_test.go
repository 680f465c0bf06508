package screen_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/ui"
	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
	"hadir/ui/theme"
)

// crowd makes guests whose names repeat as names do; no two share name and village.
func crowd(n int) []model.Guest {
	first := []string{
		"Agus", "Siti", "Slamet", "Sri", "Joko", "Endang", "Soeparno", "Nur", "Wahyu", "Dewi", "Moh.", "Rini", "Ngatman",
		"Titik", "Hartono", "Yuni", "Djoko", "Umi", "Bambang", "Lestari",
	}
	second := []string{
		"Widodo", "Hidayah", "Ma'ruf", "Santoso", "Rahayu", "Prasetyo", "Lestari", "Wibowo", "Handayani", "Kusuma", "Utami",
		"Soetrisno", "Nugroho", "Astuti", "Hakim", "Purnomo",
	}
	guests := make([]model.Guest, n)
	for i := range guests {
		village := fmt.Sprintf("Contoh%s", letters(i))
		guests[i] = model.Guest{
			ID: model.HashID(nil, fmt.Sprint(i)), Name: first[i%len(first)] + " " + second[i/len(first)%len(second)],
			Post: "Kepala Desa", Institution: "Desa " + village, District: "Contoh", Order: i + 1,
			Phone: fmt.Sprintf("+62810000%05d", i), Category: string(model.CategoryVillageHead),
		}
	}
	return guests
}

// letters counts in letters, so that every village has a name of its own.
func letters(n int) string {
	s := string(rune('a' + n%26))
	for n /= 26; n > 0; n /= 26 {
		s = string(rune('a'+n%26)) + s
	}
	return s
}

// bigStore answers the door from memory.
type bigStore struct {
	screen.Store
	hall *hall.Hall
}

func (s bigStore) Hall(context.Context, model.ID, model.ID) (*hall.Hall, error) { return s.hall, nil }

func (s bigStore) Sessions(context.Context, model.ID) ([]model.Session, error) {
	return []model.Session{{}}, nil
}

// bigDoor is the program at the door of an event with n guests.
func bigDoor(n int) (*ui.Root, model.Event, []model.Guest) {
	guests := crowd(n)
	slices.SortFunc(guests, func(a, b model.Guest) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	terms := make([]string, n)
	for i, g := range guests {
		terms[i] = hall.Terms(g)
	}
	event := model.Event{ID: model.HashID(nil, "event"), Theme: "Pencegahan CPMI Nonprosedural"}
	now := time.Date(2023, 11, 21, 1, 41, 0, 0, time.UTC)
	env := &screen.Env{
		Look:  kit.Look{Styles: theme.New(theme.Options{}), Lang: lang.New(lang.Indonesian)},
		Store: bigStore{hall: hall.New(event, model.Session{}, guests, terms, nil)}, Outbox: kit.NewOutbox(context.Background()),
		Now: func() time.Time { return now }, Rand: rand.New(rand.NewSource(1)),
	}
	root := ui.New(env, screen.NewDoor(env, event.ID, model.ID{}), nil)
	root.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	root.Update(root.Init()())
	return root, event, guests
}

// BenchmarkDoor measures a key to its finished frame, without the terminal: typing a name letter by letter and clearing it,
// moving through the whole list, and a check-in by another desk. What counts is that 100,000 guests cost what 100 do.
func BenchmarkDoor(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		root, event, guests := bigDoor(n)
		b.Run(fmt.Sprintf("typing/%d", n), func(b *testing.B) {
			keys := typing("sri le", "soetrisno contohab", "nurhidayah", "moch maruf", "rahayu siti", "xyzzy", "9431", "77")
			frames(b, func(i int) { root.Update(keys[i%len(keys)]) }, root)
		})
		b.Run(fmt.Sprintf("moving/%d", n), func(b *testing.B) {
			keys := []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyPgDown}, {Code: tea.KeyUp}, {Code: tea.KeyDown}}
			frames(b, func(i int) { root.Update(keys[i%len(keys)]) }, root)
		})
		b.Run(fmt.Sprintf("commit/%d", n), func(b *testing.B) {
			frames(b, func(i int) {
				c := model.Change{
					Device: 1, Time: uint64(i + 1), Wall: 1700530000000, Desk: "Meja 2",
					Key: model.SeatKey(event.ID, model.ID{}, guests[i%n].ID), Sets: []model.Set{model.Add(model.SeatArrivals, "search")},
				}
				r := model.Record{Key: c.Key}
				r.Fold(c)
				root.Update(screen.Committed{Commit: model.Commit{Changes: []model.Change{c}, Records: []model.Record{r}}})
			}, root)
		})
		b.Run(fmt.Sprintf("walk-in/%d", n), func(b *testing.B) {
			frames(b, func(i int) {
				g := model.Guest{ID: model.HashID(nil, "walk-in", fmt.Sprint(i)), Name: "Wagiman", Order: n + i, WalkIn: true}
				c := model.Change{Device: 1, Time: uint64(i + 1), Key: model.GuestKey(event.ID, g.ID), Sets: g.Registers()}
				r := model.Record{Key: c.Key}
				r.Fold(c)
				root.Update(screen.Committed{Commit: model.Commit{Changes: []model.Change{c}, Records: []model.Record{r}}})
			}, root)
		})
	}
}

// typing is the keys of several queries, each followed by Esc, which clears the box.
func typing(queries ...string) (keys []tea.KeyPressMsg) {
	for _, q := range queries {
		for _, r := range q {
			keys = append(keys, tea.KeyPressMsg{Code: r, Text: string(r)})
		}
		keys = append(keys, tea.KeyPressMsg{Code: tea.KeyEscape})
	}
	return keys
}

// frames measures each step to its frame, and reports the middle and the worst of a hundred.
func frames(b *testing.B, step func(i int), root *ui.Root) {
	took := make([]time.Duration, 0, b.N)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		began := time.Now()
		step(i)
		root.View()
		took = append(took, time.Since(began))
	}
	slices.SortFunc(took, func(x, y time.Duration) int { return cmp.Compare(x, y) })
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}
