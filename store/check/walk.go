package check

import (
	"context"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// deepest is how many pages may stand above one another: far more than any file of ours needs.
const deepest = 40

// Options say how much is read, and what of the values the caller wants to see.
type Options struct {
	// Value makes a function that is called for values outside of the tree of buckets; nil: nobody looks at them. Several
	// goroutines read the file, each with a function of its own and in no order that means anything; each value is shown to
	// one of them. What that is given is valid during the call alone. It tells whether the value is what was written there.
	Value func() func(bucket string, key, value []byte) bool
	// Root, where Pages is not zero, is the tree to follow instead of the newest meta page's: that of a transaction that is
	// open, whose pages nobody writes. The list of free pages is then left alone.
	Root, Pages uint64
	// Quick reads the first page of every bucket and the way to its last value, and no more.
	Quick bool
	// Progress is told in pages, now and then, by one goroutine at a time; may be nil.
	Progress func(done, total uint64)
}

// Result is what a check has found.
type Result struct {
	Metas   Metas
	Values  int // values that were read
	Bad     map[Kind]int
	Buckets map[string]int // values that are not what was written, by bucket
	Names   []string       // of the buckets, in order
}

// Sound reports whether bbolt can work with the file and every value is what was written.
func (r *Result) Sound() bool { return len(r.Bad) == 0 }

// Kind says what is wrong.
type Kind string

// What can be wrong with a file.
const (
	NoMeta   Kind = "meta"     // neither of the two first pages is whole
	OldMeta  Kind = "stale"    // the two are not from neighbouring transactions
	Short    Kind = "short"    // the file ends before its last page
	BadPage  Kind = "page"     // a page is not what it should be, or holds what it cannot
	BadOrder Kind = "order"    // keys that are not in order
	Twice    Kind = "twice"    // a page that is reached from two places
	BadFree  Kind = "free"     // the list of free pages is wrong
	BadValue Kind = "value"    // a value is not what was written
	Unread   Kind = "unread"   // the system could not read
	Strange  Kind = "strange"  // buckets within buckets, which are none of ours
	Orphan   Kind = "orphan"   // pages neither reached nor free: room that is lost, nothing else
	NoBucket Kind = "nobucket" // a bucket has no page
)

// walker follows the trees of one file.
type walker struct {
	ctx   context.Context
	r     io.ReaderAt
	o     Options
	size  uint64 // of a page
	pages uint64
	seen  []atomic.Uint64 // a bit for every page that was reached or is free
	out   *Result
	hands []*hand

	telling sync.Mutex
	done    uint64 // pages that were read
}

// File judges a file of that many bytes. An error is ctx's own: everything else is in the result.
func File(ctx context.Context, r io.ReaderAt, size int64, o Options) (*Result, error) {
	out := &Result{Metas: ReadMetas(r), Bad: make(map[Kind]int), Buckets: make(map[string]int)}
	if out.Metas.Sound == 0 {
		out.Bad[NoMeta]++
		return out, nil
	}
	m := out.Metas.Newest
	if o.Pages > 0 {
		m.Root, m.Pages = o.Root, o.Pages
	} else if out.Metas.Stale {
		out.Bad[OldMeta]++
	}
	if m.Pages > uint64(size)/uint64(m.PageSize) || m.Pages < 3 {
		out.Bad[Short]++
		return out, nil
	}
	w := &walker{ctx: ctx, r: r, o: o, size: uint64(m.PageSize), pages: m.Pages, out: out, seen: make([]atomic.Uint64, m.Pages/64+1)}
	w.reach(0)
	w.reach(1)
	if o.Pages == 0 {
		w.hand(0).free(m.Freelist)
	}
	w.trees(m.Root)
	for _, h := range w.hands {
		h.giveTo(out)
	}
	if o.Pages == 0 && !o.Quick && out.Sound() {
		w.orphans()
	}
	return out, ctx.Err()
}

// reach marks a page; false: it was marked before.
func (w *walker) reach(n uint64) bool {
	bit := uint64(1) << (n % 64)
	return w.seen[n/64].Or(bit)&bit == 0
}

// tell tells of the pages that a hand has read.
func (w *walker) tell(h *hand) {
	w.telling.Lock()
	defer w.telling.Unlock()
	before := w.done
	w.done, h.pages = before+h.pages, 0
	if w.o.Progress != nil && before/1024 != w.done/1024 {
		w.o.Progress(w.done, w.pages)
	}
}

// bucket is one bucket: its value is its root page and a number; where the root is zero a small page stands behind them.
type bucket struct {
	name  string
	value []byte
}

// trees reads the tree of buckets and follows each.
func (w *walker) trees(root uint64) {
	w.level([]place{{page: root}}, 0, false)
	var all []*bucket
	for _, h := range w.hands {
		all, h.buckets = append(all, h.buckets...), nil
	}
	slices.SortFunc(all, func(a, b *bucket) int { return strings.Compare(a.name, b.name) })
	var roots []place
	for _, b := range all {
		w.out.Names = append(w.out.Names, b.name)
		if len(b.value) < 16 {
			w.hand(0).bad(BadPage)
		} else if root := binary.NativeEndian.Uint64(b.value); root != 0 {
			roots = append(roots, place{page: root, in: b})
		} else {
			w.hand(0).small(b)
		}
	}
	w.level(roots, 0, w.o.Quick)
}
