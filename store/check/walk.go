package check

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
)

// deepest is how many pages may stand above one another: far more than any file of ours needs.
const deepest = 40

// Options say how much is read, and what of the values the caller wants to see.
type Options struct {
	// Value is called for every value outside of a tree of buckets, in the order of buckets and keys. What it is given is
	// valid during the call alone. It tells whether the value is what was written there.
	Value func(bucket string, key, value []byte) bool
	// Root, where Pages is not zero, is the tree to follow instead of the newest meta page's: that of a transaction that is
	// open, whose pages nobody writes. The list of free pages is then left alone.
	Root, Pages uint64
	// Quick reads the first page of every bucket and the way to its last value, and no more.
	Quick    bool
	Progress func(done, total uint64) // in pages, now and then; may be nil
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

// walker follows one tree.
type walker struct {
	ctx   context.Context
	r     io.ReaderAt
	o     Options
	size  uint64 // of a page
	pages uint64
	seen  []uint64 // a bit for every page that was reached or is free
	done  uint64
	out   *Result
	quick bool
	level [][]byte // a page at each depth, used again and again
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
	w := &walker{
		ctx: ctx, r: r, o: o, size: uint64(m.PageSize), pages: m.Pages, out: out, quick: o.Quick, seen: make([]uint64, m.Pages/64+1),
	}
	w.reach(0)
	w.reach(1)
	if o.Pages == 0 {
		w.free(m.Freelist)
	}
	w.roots(m.Root)
	if o.Pages == 0 && !w.quick && out.Sound() {
		w.orphans()
	}
	return out, ctx.Err()
}

func (w *walker) bad(k Kind) { w.out.Bad[k]++ }

// reach marks a page; false: it was marked before.
func (w *walker) reach(n uint64) bool {
	bit := uint64(1) << (n % 64)
	if w.seen[n/64]&bit != 0 {
		return false
	}
	w.seen[n/64] |= bit
	return true
}

// load reads a page with its overflow into the room of its depth. The page is marked, so that none is read twice.
func (w *walker) load(n uint64, depth int) page {
	if n < 2 || n >= w.pages || depth > deepest {
		w.bad(BadPage)
		return nil
	}
	for len(w.level) <= depth {
		w.level = append(w.level, make([]byte, w.size))
	}
	p := page(w.level[depth][:w.size])
	if _, err := w.r.ReadAt(p, int64(n*w.size)); err != nil {
		w.bad(Unread)
		return nil
	}
	more := p.overflow()
	if p.number() != n || more >= w.pages-n {
		w.bad(BadPage)
		return nil
	}
	for i := range more + 1 {
		if !w.reach(n + i) {
			w.bad(Twice)
			return nil
		}
	}
	if more > 0 {
		whole := make([]byte, (more+1)*w.size)
		if _, err := w.r.ReadAt(whole, int64(n*w.size)); err != nil {
			w.bad(Unread)
			return nil
		}
		p = whole
	}
	w.tell(more + 1)
	return p
}

func (w *walker) tell(n uint64) {
	if before := w.done; w.o.Progress != nil && before/1024 != (before+n)/1024 {
		w.o.Progress(before+n, w.pages)
	}
	w.done += n
}

// roots reads the tree of buckets and follows each.
func (w *walker) roots(root uint64) {
	var names []string
	var values [][]byte
	quick := w.quick
	w.quick = false
	w.tree(root, 0, nil, nil, func(e element) {
		if !e.bucket {
			w.bad(Strange)
			return
		}
		names, values = append(names, string(e.key)), append(values, bytes.Clone(e.value))
	})
	w.quick, w.out.Names = quick, names
	for i, v := range values {
		w.bucket(names[i], v)
	}
}

// bucket follows one. Its value is its root page and a number; where the root is zero a small page stands behind them.
func (w *walker) bucket(name string, v []byte) {
	if len(v) < 16 {
		w.bad(BadPage)
		return
	}
	each := func(e element) {
		if e.bucket {
			w.bad(Strange)
			return
		}
		w.out.Values++
		if w.o.Value != nil && !w.o.Value(name, e.key, e.value) {
			w.bad(BadValue)
			w.out.Buckets[name]++
		}
	}
	if root := binary.NativeEndian.Uint64(v); root != 0 {
		w.tree(root, 0, nil, nil, each)
		return
	}
	small := page(v[16:])
	if len(small) < pageHeader || small.flags() != leafPage {
		w.bad(NoBucket)
		return
	}
	elements, ok := small.elements()
	if !ok {
		w.bad(BadPage)
	}
	for _, e := range elements {
		each(e)
	}
}

// tree follows a page and what is below it. All keys have to be at least low and before high, where those are given.
func (w *walker) tree(n uint64, depth int, low, high []byte, each func(element)) {
	if w.ctx.Err() != nil {
		return
	}
	p := w.load(n, depth)
	if p == nil {
		return
	}
	elements, ok := p.elements()
	if !ok || len(elements) == 0 && (p.flags() == branchPage || depth > 0) {
		w.bad(BadPage)
		return
	}
	if len(elements) > 0 && (low != nil && bytes.Compare(elements[0].key, low) < 0 ||
		high != nil && bytes.Compare(elements[len(elements)-1].key, high) >= 0) {
		w.bad(BadOrder)
		return
	}
	if p.flags() == leafPage {
		for _, e := range elements {
			each(e)
		}
		return
	}
	for i, e := range elements {
		if w.quick && i < len(elements)-1 {
			continue
		}
		above := high
		if i+1 < len(elements) {
			above = elements[i+1].key
		}
		w.tree(e.child, depth+1, e.key, above, each)
	}
}
