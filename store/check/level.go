package check

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Trees are read level by level, and the pages of a level in the order in which they stand in the file, many at a time: one page
// after the other, wherever a tree has it next, costs a system call each, and on a disk that turns a turn.
const (
	windowSize  = 256 << 10 // bytes that are read at once: they stay in a processor's cache until they are judged
	gapSize     = 64 << 10  // bytes that are read for nothing rather than begin anew; a chunk of guests is shorter
	levelAtOnce = 32 << 10  // places of a level that are noted with all that is below them
)

// place is a page to be read, and what has to be so of it.
type place struct {
	page      uint64
	in        *bucket // nil: the tree of buckets
	low, high []byte  // its keys are at least low and before high, where those are given
}

// level judges pages that stand equally deep, and all below them.
func (w *walker) level(places []place, depth int, quick bool) {
	places = slices.DeleteFunc(places, func(p place) bool {
		out := p.page < 2 || p.page >= w.pages || depth > deepest
		if out {
			w.hand(0).bad(BadPage)
		}
		return out
	})
	slices.SortFunc(places, func(a, b place) int { return cmp.Compare(a.page, b.page) })
	for some := range slices.Chunk(places, levelAtOnce) {
		if w.ctx.Err() != nil {
			return
		}
		w.sideBySide(some, depth == 0, quick)
		var below []place
		for _, h := range w.hands {
			below, h.below = append(below, h.below...), nil
		}
		if len(below) > 0 {
			w.level(below, depth+1, quick)
		}
	}
}

// sideBySide judges pages on all processors.
func (w *walker) sideBySide(places []place, top, quick bool) {
	runs := w.runs(places)
	workers := min(runtime.GOMAXPROCS(0), len(runs))
	w.hand(max(workers, 1) - 1)
	var next atomic.Int64
	var wg sync.WaitGroup
	for i := range workers {
		wg.Go(func() {
			for {
				n := int(next.Add(1)) - 1
				if n >= len(runs) || w.ctx.Err() != nil {
					return
				}
				w.hands[i].run(runs[n], top, quick)
			}
		})
	}
	wg.Wait()
}

// run is places that are read at once.
type run struct {
	places []place
	end    uint64 // the page before which the reading ends: further than the last place, which may have an overflow
}

// runs cuts places, in the order of the file, into runs.
func (w *walker) runs(places []place) (out []run) {
	window, gap := max(windowSize/w.size, 1), gapSize/w.size
	for from := 0; from < len(places); {
		to := from + 1
		for to < len(places) && places[to].page-places[to-1].page <= gap && places[to].page-places[from].page < window {
			to++
		}
		end := min(places[to-1].page+max(gap, 1), w.pages)
		if to < len(places) {
			// A place that stands twice is told from its second reading.
			end = max(min(end, places[to].page), places[to-1].page+1)
		}
		out = append(out, run{places[from:to], end})
		from = to
	}
	return out
}

// run judges the pages of one. Where the whole cannot be read, each is read by itself.
func (h *hand) run(r run, top, quick bool) {
	first := r.places[0].page
	h.window = grown(h.window, (r.end-first)*h.w.size)
	_, err := h.w.r.ReadAt(h.window, int64(first*h.w.size))
	for _, at := range r.places {
		var p page
		if err == nil {
			p = h.load(at.page, h.window, first)
		} else {
			p = h.alone(at.page)
		}
		if p != nil {
			h.judge(at, p, top, quick)
		}
	}
	h.w.tell(h)
}
