package cli

import (
	"os"
	"runtime/debug"

	"hadir/model"
)

// memory is from where on garbage is collected more often than Go does by itself, so that the longest list that is promised
// fits an old laptop beside what else runs there. A longer one gets what it needs, and takes longer. The pages of the database
// that are being written count among it: they stand in memory as well.
const (
	memory      = 220 << 20
	leastMemory = 164 << 20
)

// limitMemory leaves what a database file of that many bytes does not take.
func (a *app) limitMemory(file int64) {
	if a.Getenv("GOGC") == "" {
		debug.SetMemoryLimit(max(memory-file, leastMemory))
	}
}

// shareMemory gives back, with every commit, what the growing file takes; stop ends that.
func (d *desk) shareMemory() (stop func()) {
	return d.store.Watch(func(model.Commit) {
		if info, err := os.Stat(d.store.Path()); err == nil {
			d.app.limitMemory(info.Size())
		}
	})
}
