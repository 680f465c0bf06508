package roster

import (
	"hash/maphash"
	"strings"

	"hadir/model"
	"hadir/model/name"
)

// kin finds somebody who is like a new guest without comparing him with everybody. People who may be alike share a block: a
// NIK, a phone, or a place together with a name's sound or with one end of its spelling. Package name decides about those
// who meet there. Who would be alike only by two slips in one name is missed, and of a crowd only the last are looked at:
// that is what keeps the time of a long list in proportion to its length.
//
// The event's guests enter when the first new guest is met. A list that brings nobody compares nobody.
type kin struct {
	plan   *Plan
	folds  *folds
	seed   maphash.Seed
	heads  map[uint64]int32 // block to the last of its links
	links  []link
	blocks []block // of the guest last asked about
	guest  *model.Guest
	ready  bool
}

// link is one member of a block, and the one before.
type link struct{ person, before int32 }

// block is a place where people meet who may be alike: by an end of the name only, unless sure.
type block struct {
	hash uint64
	sure bool
}

// usualBlocks is how many blocks a guest with an institution and a phone belongs to.
const usualBlocks = 5

// closeLooks is with how many people somebody is compared at most: a comparison costs what a row costs.
const closeLooks = 16

func newKin(p *Plan, f *folds) *kin {
	return &kin{plan: p, folds: f, seed: maphash.MakeSeed()}
}

// find gives somebody who is like g; none where nobody is.
func (k *kin) find(g *model.Guest) int32 {
	if !k.ready {
		k.ready = true
		k.heads = make(map[uint64]int32, usualBlocks*cap(k.plan.people))
		k.links = make([]link, 0, usualBlocks*cap(k.plan.people))
		for i := range k.plan.people {
			k.add(int32(i))
		}
	}
	looked := 0
	for _, b := range k.blocksOf(g) {
		at, ok := k.heads[b.hash]
		for n := 0; ok && at != none && n < crowd && looked < closeLooks; n++ {
			i := k.links[at].person
			at = k.links[at].before
			other := k.plan.face(i)
			if !b.sure && !near(k.folds.name(g), k.folds.name(other)) {
				continue
			}
			if looked++; k.related(g, other) {
				return i
			}
		}
	}
	return none
}

// related compares two people. Two villages of one name are two villages.
func (k *kin) related(g, other *model.Guest) bool {
	l := compareGuests(other, g)
	if k.folds.apart(g.Institution, marksOf(g), marksOf(other)) && !l.Has(name.SamePhone) && !l.Has(name.SameNIK) {
		return false
	}
	return l.Verdict != name.No
}

// add makes somebody known who is on the event's list or whom a row has brought.
func (k *kin) add(i int32) {
	if pe := &k.plan.people[i]; !k.ready || pe.was != nil && pe.was.Removed && pe.first == none {
		return
	}
	g := k.plan.face(i)
	if g.Name == "" {
		return
	}
	for _, b := range k.blocksOf(g) {
		before, ok := k.heads[b.hash]
		if !ok {
			before = none
		}
		k.heads[b.hash] = int32(len(k.links))
		k.links = append(k.links, link{i, before})
	}
}

// blocksOf are the blocks that somebody belongs to, the likeliest first. They are good until the next call. Who was just
// looked for is often added next.
func (k *kin) blocksOf(g *model.Guest) []block {
	if k.guest == g {
		return k.blocks
	}
	k.blocks, k.guest = k.blocks[:0], g
	put := func(sure bool, kind, a, b string) { k.blocks = append(k.blocks, block{k.hash(kind, a, b), sure}) }
	if g.NIK != "" {
		put(true, "nik", g.NIK, "")
	}
	folded := k.folds.name(g)
	by := k.folds.sound(folded)
	for _, spot := range k.spots(g) {
		if spot == "" {
			continue
		}
		put(true, "words", spot, by[0])
		put(true, "joined", spot, by[1])
		for _, n := range endsOf(folded) {
			put(false, "start", spot, folded[:n])
			put(false, "end", spot, folded[len(folded)-n:])
		}
	}
	if g.Phone != "" {
		put(true, "phone", g.Phone, "")
	}
	return k.blocks
}

// endsOf says how many letters of a name's ends are looked at. One slip leaves one end whole: two letters of a name of
// five, four of a name of ten. Names that a slip can take across that border have both.
func endsOf(folded string) []int {
	switch n := len(folded); {
	case n < 4:
		return nil
	case n < 9:
		return []int{2}
	case n == 9:
		return []int{2, 4}
	default:
		return []int{4}
	}
}

// spots are the places that a guest is from, folded: his institution, a village by its name alone, and his village where
// that is another.
func (k *kin) spots(g *model.Guest) [2]string {
	first := k.folds.spot(g.Institution)
	second := k.folds.spot(g.Village)
	if second == first {
		second = ""
	}
	return [2]string{first, second}
}

func spot(folded string) string {
	if p := parsePlace(folded); p.name != "" {
		return squeeze(p.name)
	}
	return squeeze(strings.TrimPrefix(strings.TrimPrefix(folded, "pt "), "cv "))
}

func (k *kin) hash(kind, a, b string) (h uint64) {
	// Each in its place: what stands in two of them is not the same as exchanged. The multiplier is of PCG.
	for _, s := range [...]string{kind, a, b} {
		h = (h ^ maphash.String(k.seed, s)) * 0x5851f42d4c957f2d
		h ^= h >> 32
	}
	return h
}

// near reports whether two folded names can be one slip apart: what is left between their common start and their common
// end is no more than two exchanged letters.
func near(a, b string) bool {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return max(len(a), len(b)) <= 2
}
