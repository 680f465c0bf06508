package name

import (
	"slices"
	"strings"
	"sync"
)

// Index answers the door: every key is a query over all guests. A guest is a row number from 0 in the order
// in which rows were added, which is the order of the list.
//
// Words repeat, guests do not: some thousand different words make a hundred thousand names. So a query is
// settled among the words (prefix, sound, one edit off), and only then are the guests of the words that fit
// put together, 64 at a time. An Index is not safe for concurrent use, not even by two readers.
type Index struct {
	terms []string // one row each, as Terms wrote it; "" finds nothing

	// The different words, each under its place in these three; what a search reads most lies closest.
	texts  []string
	sounds []string
	at     [][zones]posting

	ids     map[string]uint32 // text -> place
	byText  []uint32          // places in the order of texts
	bySound []uint32          // places in the order of sounds, then texts

	numbers column              // row on the sheet
	tails   column              // last four digits of the phone
	live    bitmap              // rows with terms
	names   [longestName]bitmap // rows whose name has one word, two, ...

	scratch pool

	building sync.WaitGroup // until it is done, only terms may be looked at, and nothing written
}

// longestName is the most words of a name that can be typed in full.
const longestName = 8

// The places in a row where a word can stand. The order is that of preference.
const (
	atFirst = iota // first word of the name
	atLater        // any later word of the name
	atOther        // institution, place, post
	zones
)

// Len gives the number of rows, empty ones included.
func (ix *Index) Len() int { return len(ix.terms) }

// Terms gives a row's terms as they were added or last set.
func (ix *Index) Terms(row int) string { return ix.terms[row] }

// Add appends a row and gives its number.
func (ix *Index) Add(terms string) int {
	ix.building.Wait()
	row := len(ix.terms)
	ix.terms = append(ix.terms, "")
	if lanes := ix.lanes(); len(ix.live) < lanes {
		ix.live = append(ix.live, 0)
		for i := range ix.names {
			ix.names[i] = append(ix.names[i], 0)
		}
	}
	ix.Set(row, terms)
	return row
}

// Set replaces a row's terms, for a guest that was corrected; "" takes the row out of every answer but keeps its
// number. It panics if there is no such row.
func (ix *Index) Set(row int, terms string) {
	ix.building.Wait()
	if ix.terms[row] == terms {
		return
	}
	r := uint32(row)
	ix.remove(r)
	terms = strings.Clone(terms) // the caller's text may be a small part of something large
	ix.terms[row] = terms
	g := takeApart(terms)
	count := 0
	for w, rest := nextWord(g.name); w != ""; w, rest = nextWord(rest) {
		ix.at[ix.learn(w)][min(count, atLater)].insert(r, ix.lanes())
		count++
	}
	for w, rest := nextWord(g.other); w != ""; w, rest = nextWord(rest) {
		ix.at[ix.learn(w)][atOther].insert(r, ix.lanes())
	}
	if n := tail(g.phone); n >= 0 {
		ix.tails.insert(n, r)
	}
	if g.number > 0 {
		ix.numbers.insert(g.number, r)
	}
	ix.mark(r, count, terms != "")
}

// remove takes everything that a row's terms put into the index out again. Words stay, with no rows.
func (ix *Index) remove(row uint32) {
	g := takeApart(ix.terms[row])
	for text, rest := nextWord(g.name + " " + g.other); text != ""; text, rest = nextWord(rest) {
		if id, ok := ix.ids[text]; ok {
			for zone := range ix.at[id] {
				ix.at[id][zone].remove(row)
			}
		}
	}
	if n := tail(g.phone); n >= 0 {
		ix.tails.remove(n, row)
	}
	if g.number > 0 {
		ix.numbers.remove(g.number, row)
	}
	ix.live.clear(row)
	for _, rows := range ix.names {
		rows.clear(row)
	}
}

// mark notes whether a row is live and how many words its name has.
func (ix *Index) mark(row uint32, words int, live bool) {
	if live {
		ix.live.set(row)
	}
	if words > 0 && words <= longestName {
		ix.names[words-1].set(row)
	}
}

// learn gives the place of a word in the vocabulary, entering it when it is new.
func (ix *Index) learn(text string) uint32 {
	if id, ok := ix.ids[text]; ok {
		return id
	}
	if ix.ids == nil {
		ix.ids = map[string]uint32{}
	}
	id := uint32(len(ix.texts))
	ix.texts = append(ix.texts, text)
	ix.sounds = append(ix.sounds, sound(text))
	ix.at = append(ix.at, [zones]posting{})
	ix.ids[text] = id
	at, _ := slices.BinarySearchFunc(ix.byText, id, ix.compareTexts)
	ix.byText = slices.Insert(ix.byText, at, id)
	at, _ = slices.BinarySearchFunc(ix.bySound, id, ix.compareSounds)
	ix.bySound = slices.Insert(ix.bySound, at, id)
	return id
}

func (ix *Index) compareTexts(a, b uint32) int { return strings.Compare(ix.texts[a], ix.texts[b]) }

func (ix *Index) compareSounds(a, b uint32) int {
	if c := strings.Compare(ix.sounds[a], ix.sounds[b]); c != 0 {
		return c
	}
	return ix.compareTexts(a, b)
}

// lanes is the length of every bitmap that covers all rows.
func (ix *Index) lanes() int { return (len(ix.terms) + 63) / 64 }
