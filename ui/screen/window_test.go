package screen_test

import (
	"testing"

	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// TestWindowOfAnySize drags the window about while somebody types at the door: through nothing, a cell, and a wall of a screen. What
// was typed is still there at the end.
func TestWindowOfAnySize(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		d.Show(screen.NewHome(d.Env))
		d.Keys("enter", "2")
		d.Type("suy")
		sizes := [][2]int{{10, 5}, {1, 1}, {0, 0}, {1000, 300}, {0, 24}, {80, 0}, {65535, 2}}
		for i := range 300 {
			size := sizes[i%len(sizes)]
			d.Resize(size[0], size[1])
		}
		d.Resize(80, 24)
		d.Sees("suy", "Suyatno")
	})
}
