package screen_test

import (
	"bytes"
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

// bigList is the program at the guest list of an event with n guests.
func bigList(n int) (*ui.Root, model.Event, []model.Guest) {
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
	root := ui.New(env, screen.NewGuests(env, event.ID, model.ID{}), nil)
	root.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	root.Update(root.Init()())
	return root, event, guests
}

// BenchmarkGuests measures a key to its finished frame on the guest list. Moving has to cost the same for 100,000 guests as
// for 100; what looks at everybody once (typing, sorting, a commit) may cost what that costs.
func BenchmarkGuests(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		root, event, guests := bigList(n)
		press := func(keys ...tea.KeyPressMsg) func(i int) {
			return func(i int) { root.Update(keys[i%len(keys)]) }
		}
		b.Run(fmt.Sprintf("moving/%d", n), func(b *testing.B) {
			frames(b, press(tea.KeyPressMsg{Code: tea.KeyDown}, tea.KeyPressMsg{Code: tea.KeyPgDown}, tea.KeyPressMsg{Code: tea.KeyEnd}), root)
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
		b.Run(fmt.Sprintf("sorting/%d", n), func(b *testing.B) {
			frames(b, press(tea.KeyPressMsg{Code: 'r', Text: "r"}), root)
		})
		b.Run(fmt.Sprintf("typing/%d", n), func(b *testing.B) {
			slash := tea.KeyPressMsg{Code: 'f', Text: "f"}
			var keys []tea.KeyPressMsg
			for _, k := range typing("sri le", "rahayu siti", "xyzzy", "77") {
				if len(keys) == 0 || keys[len(keys)-1].Code == tea.KeyEscape {
					keys = append(keys, slash)
				}
				keys = append(keys, k)
			}
			frames(b, press(keys...), root)
		})
	}
}
