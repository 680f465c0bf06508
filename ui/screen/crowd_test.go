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

func (s bigStore) Sealed() bool { return false }

func (s bigStore) Agenda(context.Context, model.ID) ([]model.AgendaItem, error) { return nil, nil }

func (s bigStore) Sessions(context.Context, model.ID) ([]model.Session, error) {
	return []model.Session{{}}, nil
}

// inMemory is the program over a store that answers from memory, before the screen that front makes: what the disk takes is no
// part of what is measured. Nothing has been read yet.
func inMemory(store screen.Store, front func(*screen.Env) screen.Screen) *ui.Root {
	now := time.Date(2023, 11, 21, 1, 41, 0, 0, time.UTC)
	env := &screen.Env{
		Look: kit.Look{Styles: theme.New(theme.Options{}), Lang: lang.New(lang.Indonesian)}, Store: store,
		Outbox: kit.NewOutbox(context.Background()), Now: func() time.Time { return now }, Rand: rand.New(rand.NewSource(1)),
	}
	root := ui.New(env, front(env), nil)
	root.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	return root
}

// bigHall is the program before a screen of an event with n guests, who were read.
func bigHall(n int, front func(env *screen.Env, event model.ID) screen.Screen) (*ui.Root, model.Event, []model.Guest) {
	guests := crowd(n)
	slices.SortFunc(guests, func(a, b model.Guest) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	terms := make([]string, n)
	for i, g := range guests {
		terms[i] = hall.Terms(g)
	}
	event := model.Event{ID: model.HashID(nil, "event"), Theme: "Pencegahan CPMI Nonprosedural"}
	root := inMemory(bigStore{hall: hall.New(event, model.Session{}, guests, terms, nil)}, func(env *screen.Env) screen.Screen {
		return front(env, event.ID)
	})
	root.Update(root.Init()())
	return root, event, guests
}

// arrive is another desk's check-in, the ith of all.
func arrive(root *ui.Root, event model.Event, g model.Guest, i int) {
	commit(root, model.Change{
		Device: 1, Time: uint64(i + 1), Wall: 1700530000000, Desk: "Meja 2",
		Key: model.SeatKey(event.ID, model.ID{}, g.ID), Sets: []model.Set{model.Add(model.SeatArrivals, "search")},
	})
}

// commit tells the program of a change that is the first to its record.
func commit(root *ui.Root, c model.Change) {
	r := model.Record{Key: c.Key}
	r.Fold(c)
	root.Update(screen.Committed{Commit: model.Commit{Changes: []model.Change{c}, Records: []model.Record{r}}})
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

// filtering is typing into the filter of a list, which the key opens for each query.
func filtering(opens rune, queries ...string) (keys []tea.KeyPressMsg) {
	for _, q := range queries {
		keys = append(append(keys, tea.KeyPressMsg{Code: opens, Text: string(opens)}), typing(q)...)
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
