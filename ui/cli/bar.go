package cli

import (
	"fmt"
	"os"
	"time"
)

// bar tells on a terminal how far work on a large file is, in a line that is written over. Small files are done before there is
// anything to tell.
type bar struct {
	app  *app
	out  *os.File // nil: there is no terminal
	size uint64   // of the file, in bytes
	last time.Time
	told bool
}

// barEvery is how often the line is written.
const barEvery = 200 * time.Millisecond

func (a *app) bar(path string) *bar {
	b := &bar{app: a, last: time.Now()}
	if info, err := os.Stat(path); err == nil && a.isTerminal(a.Err) {
		b.out, b.size = a.Err, uint64(info.Size())
	}
	return b
}

// show is given bytes of the file. Opening it is told of in pages, and takes the lesser part of the time: that is passed over.
func (b *bar) show(done, total uint64) {
	if b.out == nil || total < b.size/2 || time.Since(b.last) < barEvery {
		return
	}
	b.last, b.told = time.Now(), true
	fmt.Fprint(b.out, "\r"+b.app.lang.Say("seal.percent", "n", int(done*100/total))+" ")
}

// end leaves the line.
func (b *bar) end() {
	if b.told {
		say(b.out, "")
	}
}
