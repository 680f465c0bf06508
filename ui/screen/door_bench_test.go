package screen_test

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/screen"
)

// BenchmarkDoor measures a key to its finished frame, without the terminal: typing a name letter by letter and clearing it,
// moving through the whole list, and a check-in by another desk. What counts is that 100,000 guests cost what 100 do.
func BenchmarkDoor(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		root, event, guests := bigHall(n, func(env *screen.Env, event model.ID) screen.Screen {
			return screen.NewDoor(env, event, model.ID{})
		})
		b.Run(fmt.Sprintf("typing/%d", n), func(b *testing.B) {
			keys := typing("sri le", "soetrisno contohab", "nurhidayah", "moch maruf", "rahayu siti", "xyzzy", "9431", "77")
			frames(b, func(i int) { root.Update(keys[i%len(keys)]) }, root)
		})
		b.Run(fmt.Sprintf("moving/%d", n), func(b *testing.B) {
			keys := []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyPgDown}, {Code: tea.KeyUp}, {Code: tea.KeyDown}}
			frames(b, func(i int) { root.Update(keys[i%len(keys)]) }, root)
		})
		b.Run(fmt.Sprintf("commit/%d", n), func(b *testing.B) {
			frames(b, func(i int) { arrive(root, event, guests[i%n], i) }, root)
		})
		b.Run(fmt.Sprintf("walk-in/%d", n), func(b *testing.B) {
			frames(b, func(i int) {
				g := model.Guest{ID: model.HashID(nil, "walk-in", fmt.Sprint(i)), Name: "Wagiman", Order: n + i, WalkIn: true}
				c := model.Change{Device: 1, Time: uint64(i + 1), Key: model.GuestKey(event.ID, g.ID), Sets: g.Registers()}
				commit(root, c)
			}, root)
		})
	}
}
