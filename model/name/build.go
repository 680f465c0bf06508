package name

import (
	"slices"
	"strings"
)

// NewIndex builds an index over stored terms, row by row. It gives what adding them one by one would give, in
// a fraction of the time: words are numbered first and sorted once, and all postings share one array.
// It keeps the strings.
//
// It returns at once and goes on building: a door can show its list before it can be searched, and the first question waits
// for what is left to do.
func NewIndex(terms []string) *Index {
	ix := &Index{terms: slices.Clone(terms)}
	ix.building.Go(ix.build)
	return ix
}

func (ix *Index) build() {
	ix.live = make(bitmap, ix.lanes())
	for i := range ix.names {
		ix.names[i] = make(bitmap, ix.lanes())
	}
	n := len(ix.terms)
	b := builder{
		Index: ix, seen: map[string]uint32{}, others: map[string][2]uint32{},
		// A guess of ten words a guest, for growing would copy megabytes.
		stream: make([]uint32, 0, 10*n), row: make([]uint32, 0, n),
	}
	ix.tails, ix.numbers = make(column, 0, n), make(column, 0, n)
	for row, t := range ix.terms {
		b.read(uint32(row), takeApart(t), t != "")
	}
	b.number()
	b.post()
	ix.tails = ix.tails.sortByNumber(10_000)
	slices.Sort(ix.numbers) // as a rule they are in order already
}

// builder holds what a bulk build needs and an index does not.
type builder struct {
	*Index
	seen   map[string]uint32 // text -> the order in which it was first met
	met    []string          // words by that order
	counts [][zones]uint32   // by that order: how often a word stands where

	// Every word of every row, one after the other, as order<<2 | zone, and where each row ends.
	stream []uint32
	row    []uint32

	// The other words of guests from one village are the same: they are cut once and copied.
	others map[string][2]uint32
}

// read cuts one row into the stream.
func (b *builder) read(row uint32, g guest, live bool) {
	count := 0
	for w, rest := nextWord(g.name); w != ""; w, rest = nextWord(rest) {
		b.put(w, min(count, atLater))
		count++
	}
	b.readOther(g.other)
	b.row = append(b.row, uint32(len(b.stream)))
	b.mark(row, count, live)
	if n := tail(g.phone); n >= 0 {
		b.tails = append(b.tails, pair(n, row))
	}
	if g.number > 0 {
		b.numbers = append(b.numbers, pair(g.number, row))
	}
}

// readOther copies what an earlier row with the same words gave, or cuts them.
func (b *builder) readOther(other string) {
	if other == "" {
		return
	}
	if span, ok := b.others[other]; ok {
		for _, code := range b.stream[span[0]:span[1]] {
			b.counts[code>>2][atOther]++
			b.stream = append(b.stream, code)
		}
		return
	}
	from := uint32(len(b.stream))
	for w, rest := nextWord(other); w != ""; w, rest = nextWord(rest) {
		b.put(w, atOther)
	}
	b.others[other] = [2]uint32{from, uint32(len(b.stream))}
}

func (b *builder) put(text string, zone int) {
	order, ok := b.seen[text]
	if !ok {
		order = uint32(len(b.met))
		b.seen[text] = order
		b.met = append(b.met, text)
		b.counts = append(b.counts, [zones]uint32{})
	}
	b.counts[order][zone]++
	b.stream = append(b.stream, order<<2|uint32(zone))
}

// number gives the words their places, in the order of their texts, so that the words of a prefix and
// their postings lie side by side.
func (b *builder) number() {
	n := len(b.met)
	order := make([]uint32, n)
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(x, y uint32) int { return strings.Compare(b.met[x], b.met[y]) })
	b.texts, b.sounds, b.at = make([]string, n), make([]string, n), make([][zones]posting, n)
	b.byText, b.bySound = make([]uint32, n), make([]uint32, n)
	b.ids = b.seen // the same map, renumbered: a word's order becomes its place
	place := make([]uint32, n)
	counts := make([][zones]uint32, n)
	for i, o := range order {
		id := uint32(i)
		b.texts[id], b.sounds[id] = b.met[o], sound(b.met[o])
		b.byText[id], b.bySound[id] = id, id
		b.ids[b.met[o]] = id
		place[o], counts[id] = id, b.counts[o]
	}
	b.counts = counts
	slices.SortFunc(b.bySound, b.compareSounds)
	// The stream was written before the order was known.
	for i, code := range b.stream {
		b.stream[i] = place[code>>2]<<2 | code&3
	}
}

// post fills the postings: lists out of one array, each exactly as long as it needs, and bitmaps for
// words that stand nearly everywhere.
func (b *builder) post() {
	dense := uint32(len(b.terms) / denseShare)
	lists := make([]uint32, 0, len(b.stream))
	for id := range b.at {
		for zone, n := range b.counts[id] {
			p := &b.at[id][zone]
			switch {
			case n > dense+64:
				p.dense = make(bitmap, b.lanes())
			case n > 0:
				// The capacity ends with the list: a later insert moves it away instead of running into the next.
				from := len(lists)
				lists = lists[:from+int(n)]
				p.list = lists[from:from:len(lists)]
			}
		}
	}
	from := uint32(0)
	for row, to := range b.row {
		for _, code := range b.stream[from:to] {
			p := &b.at[code>>2][code&3]
			if p.dense != nil {
				p.dense.set(uint32(row))
			} else if n := len(p.list); n == 0 || p.list[n-1] != uint32(row) {
				p.list = append(p.list, uint32(row)) // a word twice in a row counts once
			}
		}
		from = to
	}
}
