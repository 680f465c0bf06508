package screen_test

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/screen"
)

// BenchmarkGuests measures a key to its finished frame on the guest list. Moving has to cost the same for 100,000 guests as
// for 100; what looks at everybody once (typing, sorting, a commit) may cost what that costs.
func BenchmarkGuests(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		root, event, guests := bigHall(n, func(env *screen.Env, event model.ID) screen.Screen {
			return screen.NewGuests(env, event, model.ID{})
		})
		press := func(keys ...tea.KeyPressMsg) func(i int) {
			return func(i int) { root.Update(keys[i%len(keys)]) }
		}
		b.Run(fmt.Sprintf("moving/%d", n), func(b *testing.B) {
			frames(b, press(tea.KeyPressMsg{Code: tea.KeyDown}, tea.KeyPressMsg{Code: tea.KeyPgDown}, tea.KeyPressMsg{Code: tea.KeyEnd}), root)
		})
		b.Run(fmt.Sprintf("commit/%d", n), func(b *testing.B) {
			frames(b, func(i int) { arrive(root, event, guests[i%n], i) }, root)
		})
		b.Run(fmt.Sprintf("sorting/%d", n), func(b *testing.B) {
			frames(b, press(tea.KeyPressMsg{Code: 'r', Text: "r"}), root)
		})
		b.Run(fmt.Sprintf("typing/%d", n), func(b *testing.B) {
			frames(b, press(filtering('f', "sri le", "rahayu siti", "xyzzy", "77")...), root)
		})
	}
}
