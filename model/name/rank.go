package name

import (
	"math/bits"
	"slices"
)

// ranking picks the best guests out of the grades of all typed words. It works on 64 guests at a time: their
// grades are added as binary numbers whose digits lie in different words (bit i of every plane belongs to
// guest i), so that a letter that fits half of a million guests costs some thousand additions.
type ranking struct {
	live  bitmap
	whole bitmap // guests whose name has as many words as were typed
	words []typed

	layers [mostWords][]layer // the grades of each word that have guests, worst first
	reach  [mostWords]int     // grades below this can still lead to a score below the bound
	total  int

	limit   int
	counts  [worstScore + 1]int // kept so far, by score
	bound   int                 // the first score at which enough are kept: only lower ones still come in
	inReach int                 // how many are kept below the bound
	kept    []uint64            // score<<32 | row
}

// layer is one grade of one word that has guests.
type layer struct {
	guests bitmap
	grade  grade
}

// A guest's score is 0 when the whole name was typed, else 1 + the sum of the grades.
const (
	worstScore = 1 + mostWords*int(grades-1)
	planes     = 7 // binary digits of the worst score
	gradeBits  = 4
)

// best gives the best hits, at most limit, and leaves the number of all in total. With near it wants those
// guests that do not fit without forgiving an edit.
func (r *ranking) best(limit int, near bool) []Hit {
	r.limit, r.bound = limit, worstScore+1
	if limit == 0 {
		r.bound = 0
	}
	for i := range r.words {
		r.layers[i] = r.words[i].layers(near)
	}
	r.aim()
	for lane, live := range r.live {
		r.take(lane, live, near)
	}
	// The score stands in the upper half, the row below it: sorting numbers sorts by score, then by list.
	slices.Sort(r.kept)
	kept := r.kept[:min(limit, len(r.kept))]
	hits := make([]Hit, 0, len(kept))
	for _, k := range kept {
		hits = append(hits, Hit{Row: int(uint32(k)), Near: near})
	}
	return hits
}

// layers gives the grades that have guests, the worst first: later ones paint over earlier ones.
func (w *typed) layers(near bool) []layer {
	from := grades - 1
	if !near {
		from = soundElsewhere
	}
	layers := make([]layer, 0, grades)
	for g := int(from); g >= 0; g-- {
		if guests := w.fits[g]; guests != nil {
			layers = append(layers, layer{guests, grade(g)})
		}
	}
	return layers
}

// take ranks the 64 guests of one lane.
func (r *ranking) take(lane int, live uint64, near bool) {
	fit, hopeful := r.fitting(lane, live, near)
	if fit == 0 {
		return
	}
	r.total += bits.OnesCount64(fit)
	if r.bound == 0 {
		return
	}
	whole := fit & r.whole[lane]
	for i := 0; i < len(r.words) && whole != 0; i++ {
		whole &= r.words[i].whole(lane)
	}
	if hopeful &= fit; hopeful|whole == 0 {
		return
	}
	var sum [planes]uint64
	for i := range r.words {
		addGrade(&sum, r.layers[i], lane)
	}
	// What is scored 0 is asked for apart; the others are in reach when 1 + sum < bound.
	for rest := whole | hopeful&below(&sum, r.bound-1); rest != 0; rest &= rest - 1 {
		i := bits.TrailingZeros64(rest)
		score := 0
		if whole>>i&1 == 0 {
			for p := range sum {
				score |= int(sum[p]>>i&1) << p
			}
			score++
		}
		r.keep(score, lane<<6|i)
	}
}

// fitting gives the guests of a lane that every word fits, and among all those that may still score below the bound,
// which spares most lanes the sums.
func (r *ranking) fitting(lane int, live uint64, near bool) (fit, hopeful uint64) {
	exact := live
	fit, hopeful = live, live
	for i := range r.words {
		var all, strict, good uint64
		for _, l := range r.layers[i] {
			guests := l.guests[lane]
			all |= guests
			if l.grade < nearWord {
				strict |= guests
			}
			if int(l.grade) < r.reach[i] {
				good |= guests
			}
		}
		exact &= strict
		hopeful &= good
		if fit &= all; fit == 0 {
			return 0, 0
		}
	}
	if near {
		// An exact guest fits with an edit too, but was counted and shown before.
		fit &^= exact
	}
	return fit, hopeful
}

// aim works out which grades of a word are good enough for the bound, if all other words fit as well as any guest's.
func (r *ranking) aim() {
	bestSum := 0
	for i := range r.words {
		if layers := r.layers[i]; len(layers) > 0 {
			bestSum += int(layers[len(layers)-1].grade)
		}
	}
	for i := range r.words {
		if layers := r.layers[i]; len(layers) > 0 {
			others := bestSum - int(layers[len(layers)-1].grade)
			r.reach[i] = r.bound - 1 - others
		}
	}
}

// whole gives the guests of a lane in whose name the word stands in full.
func (w *typed) whole(lane int) uint64 {
	var guests uint64
	for _, g := range [...]grade{wholeFirst, wholeLater} {
		if b := w.fits[g]; b != nil {
			guests |= b[lane]
		}
	}
	return guests
}

// addGrade adds every guest's best grade for one word to the sums.
func addGrade(sum *[planes]uint64, layers []layer, lane int) {
	var digits [gradeBits]uint64
	for _, l := range layers {
		guests := l.guests[lane]
		if guests == 0 {
			continue
		}
		for p := range digits {
			// -1 is all ones: the digit is written for these guests and kept for the others.
			digits[p] = digits[p]&^guests | guests&-uint64(l.grade>>p&1)
		}
	}
	var carry uint64
	// A ripple adder, 64 sums at a time.
	for p := range sum {
		var d uint64
		if p < gradeBits {
			d = digits[p]
		}
		s := sum[p]
		sum[p] = s ^ d ^ carry
		carry = s&d | carry&(s^d)
	}
}

// below gives the guests whose sum is less than a bound.
func below(sum *[planes]uint64, bound int) uint64 {
	if bound <= 0 {
		return 0
	}
	// From the highest digit down: a sum is less where it first has a 0 against the bound's 1.
	less, equal := uint64(0), ^uint64(0)
	for p := planes - 1; p >= 0; p-- {
		digit := -uint64(bound >> p & 1)
		less |= equal & ^sum[p] & digit
		equal &= ^(sum[p] ^ digit)
	}
	return less
}

// keep holds on to a guest, unless so many better ones are kept that this one can't be among the answers.
// Guests come in the order of the list, so a later one with an equal score never displaces an earlier.
func (r *ranking) keep(score, row int) {
	if score >= r.bound {
		return
	}
	r.kept = append(r.kept, uint64(score)<<32|uint64(row))
	r.counts[score]++
	r.inReach++
	// Only downwards, and at most once for each score in a whole query.
	for r.inReach >= r.limit {
		r.bound--
		r.inReach -= r.counts[r.bound]
		r.aim()
	}
}
