// Command hostile sends hostile text in through the ways by which text comes in, and looks at what reaches the terminal and the files
// that people open:
//
//	go run ./ui/hostile [-n strings] [-seed n]
//
// The strings (see text.go) come as cells of imported lists, as an event described in a file, as names of files, typed on the command
// line, and as changes that were written past every filter, as another program might bring them. The real root shows them at
// 80x24 through the real Bubble Tea, page by page. Each frame is read as the root made it, and each byte that the terminal gets is
// read by a parser and by an emulator (see stream.go): nothing may be there that a run of harmless text does not have. What the
// commands print is read too, and the cells of what they export (see files.go).
//
// The control shows the same strings by a screen that does not filter: it has to be caught.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"time"
)

// full is how many strings are sent without -n.
const full = 1_000_000

func main() {
	n := flag.Int("n", full, "how many strings")
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "where what is drawn begins")
	flag.Parse()
	begin := time.Now()
	r, err := send(*n, *seed)
	fmt.Printf("seed %d\n%s, %s\n", *seed, r, time.Since(begin).Round(time.Second))
	if err != nil {
		fmt.Fprintln(os.Stderr, "hostile:", err)
		os.Exit(1)
	}
}

// result is what was counted.
type result struct {
	strings, frames, bytes, cells int // sent; drawn; that the terminal got; that were exported
	foreign                       int // things that are none of Hadir's
	caught                        int // by the control
	found                         []string
}

// mostFound is how many foreign things are told of one by one.
const mostFound = 12

func (r *result) note(where, what string) {
	r.foreign++
	told := fmt.Sprintf("%s: %s", where, what)
	if len(r.found) < mostFound && !slices.Contains(r.found, told) {
		r.found = append(r.found, told)
	}
}

// String is the line for people.
func (r *result) String() string {
	return fmt.Sprintf("%d hostile strings, %d frames, %d bytes to the terminal, %d exported cells: %d foreign; control caught %d",
		r.strings, r.frames, r.bytes, r.cells, r.foreign, r.caught)
}

// send runs the harmless batch, the control, and then as many batches as the strings need.
func send(n int, seed uint64) (r *result, err error) {
	r = &result{}
	harmless := &batch{say: harmlessText(seed), into: &result{}, size: small}
	if err := harmless.run(); err != nil {
		return r, fmt.Errorf("harmless text: %w", err)
	}
	if harmless.into.foreign > 0 {
		return r, fmt.Errorf("harmless text is taken for foreign: %q", harmless.into.found)
	}
	control := &result{}
	if err := naked(control, hostileText(seed), harmless.spoken); err != nil {
		return r, fmt.Errorf("control: %w", err)
	}
	if r.caught = control.foreign; r.caught == 0 {
		return r, fmt.Errorf("the control, a screen that does not filter, was not caught")
	}
	for i := uint64(0); r.strings < n; i++ {
		b := &batch{say: hostileText(seed + i), into: r, size: min(usual, max(small, n-r.strings)), known: harmless.spoken}
		if err := b.run(); err != nil {
			return r, fmt.Errorf("batch %d: %w", i, err)
		}
	}
	if r.foreign > 0 {
		slices.Sort(r.found)
		return r, fmt.Errorf("%d foreign, such as %q", r.foreign, r.found)
	}
	return r, nil
}
