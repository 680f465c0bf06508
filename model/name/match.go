package name

import (
	"strings"
)

// This file fills a typed word's grades with guests. A guest may stand in several grades of one word; the
// ranking takes the best.

// fit finds the guests of every exact grade.
func (ix *Index) fit(w *typed) {
	ix.fitText(w)
	ix.fitSound(w)
	if w.place != "" {
		ix.putExact(w, w.place, elsewhere)
	}
	if w.muhammad != apart {
		ix.fitMuhammad(w)
	}
	ix.fitNumber(w)
	ix.fitTail(w)
}

// fitText takes the words that start with what was typed.
func (ix *Index) fitText(w *typed) {
	for _, id := range ix.starting(w.text) {
		at := &ix.at[id]
		first, later := prefixFirst, prefixLater
		if ix.texts[id] == w.text {
			first, later = wholeFirst, wholeLater
		}
		ix.put(w, first, &at[atFirst])
		ix.put(w, later, &at[atLater])
		ix.put(w, elsewhere, &at[atOther])
	}
}

// fitSound takes the words that start with the sound of what was typed. Those that start with its letters
// are in a better grade already.
func (ix *Index) fitSound(w *typed) {
	if len(w.text) < shortestSound || len(w.sound) < shortestHalf {
		return // the sound of "zzz" is an s, which is half of the list
	}
	for _, id := range ix.sounding(w.sound) {
		if strings.HasPrefix(ix.texts[id], w.text) {
			continue
		}
		at := &ix.at[id]
		ix.put(w, soundsLike, &at[atFirst])
		ix.put(w, soundsLike, &at[atLater])
		ix.put(w, soundElsewhere, &at[atOther])
	}
}

// fitMuhammad takes the short and other forms, which stand in names as muhammad.
//
// Only names are written out so: an institution called Mohammad Hatta keeps its letters.
func (ix *Index) fitMuhammad(w *typed) {
	id, ok := ix.ids[muhammad]
	if !ok {
		return
	}
	first, later := prefixFirst, prefixLater
	if w.muhammad == nearWhole {
		first, later = wholeFirst, wholeLater
	}
	ix.put(w, first, &ix.at[id][atFirst])
	ix.put(w, later, &ix.at[id][atLater])
}

// putExact puts the guests who have a word outside of their name into a grade.
func (ix *Index) putExact(w *typed, text string, g grade) {
	if id, ok := ix.ids[text]; ok {
		ix.put(w, g, &ix.at[id][atOther])
	}
}

// fitNumber takes the guests with the number typed on some sheet.
func (ix *Index) fitNumber(w *typed) {
	if w.number == 0 {
		return
	}
	for _, p := range ix.numbers.of(w.number, w.number+1) {
		ix.grade(w, isNumber).set(uint32(p))
	}
}

// fitTail takes the guests whose phone ends with what was typed. Three digits may also be the first three
// of the last four, with the fourth still to come.
func (ix *Index) fitTail(w *typed) {
	switch n := len(w.text); {
	case !w.digits:
	case n >= tailDigits:
		last := tail(w.text)
		for _, p := range ix.tails.of(last, last+1) {
			// Four digits are decided by the column; only more need a look at the number itself.
			if n == tailDigits || strings.HasSuffix(takeApart(ix.terms[uint32(p)]).phone, w.text) {
				ix.grade(w, elsewhere).set(uint32(p))
			}
		}
	default:
		for last := w.number; last < 10_000; last += 1000 {
			ix.putTails(w, last, last+1)
		}
		ix.putTails(w, w.number*10, w.number*10+10)
	}
}

func (ix *Index) putTails(w *typed, low, high int) {
	for _, p := range ix.tails.of(low, high) {
		ix.grade(w, elsewhere).set(uint32(p))
	}
}

// fitJoined lets two typed words be one of the name ("nur hidayah" finds Nurhidayah): such a guest fits both.
func (ix *Index) fitJoined(a, b *typed) {
	if len(a.text) < shortestHalf || len(b.text) < shortestHalf || len(a.text)+len(b.text) <= shortestNear {
		return
	}
	whole := a.text + b.text
	found := ix.scratch.borrow()
	for _, id := range ix.starting(whole) {
		ix.putName(found, id)
	}
	for _, id := range ix.sounding(sound(whole)) {
		ix.putName(found, id)
	}
	// Each of the two fits by the joined word, so that a third word typed still has to fit by itself.
	ix.grade(a, soundsLike).add(found)
	ix.grade(b, soundsLike).add(found)
	ix.scratch.giveBack()
}

// fitSplit lets one typed word be two of the name that follow each other ("nurhidayah" finds Nur Hidayah), wherever
// its first part is a whole word by sound.
func (ix *Index) fitSplit(w *typed) {
	if len(w.text) <= shortestNear {
		return
	}
	for cut := shortestHalf; cut <= len(w.text)-shortestHalf; cut++ {
		left, right := sound(w.text[:cut]), sound(w.text[cut:])
		lefts, rights := ix.ofSound(left), ix.sounding(right)
		if len(lefts) == 0 || len(rights) == 0 || len(right) < shortestHalf {
			continue
		}
		a, b := ix.scratch.borrow(), ix.scratch.borrow()
		for _, id := range lefts {
			ix.putName(a, id)
		}
		for _, id := range rights {
			ix.at[id][atLater].into(b) // what follows a word is never the first
		}
		for row := range both(a, b) {
			// Both words are in the name; only the name itself tells whether one follows the other.
			if ix.follow(row, left, right) {
				ix.grade(w, soundsLike).set(row)
			}
		}
		ix.scratch.giveBack()
		ix.scratch.giveBack()
	}
}

// follow says whether somewhere in a name a word of one sound is followed by one that starts with another.
func (ix *Index) follow(row uint32, left, right string) bool {
	before := false
	for w, rest := nextWord(takeApart(ix.terms[row]).name); w != ""; w, rest = nextWord(rest) {
		s := ix.sounds[ix.ids[w]]
		if before && strings.HasPrefix(s, right) {
			return true
		}
		before = s == left
	}
	return false
}

// put adds a posting to a grade.
func (ix *Index) put(w *typed, g grade, p *posting) {
	if p.length() > 0 {
		p.into(ix.grade(w, g))
	}
}

// putName adds everybody in whose name a word stands.
func (ix *Index) putName(b bitmap, id uint32) {
	ix.at[id][atFirst].into(b)
	ix.at[id][atLater].into(b)
}

// grade gives the bitmap of one grade, making it at first use.
func (ix *Index) grade(w *typed, g grade) bitmap {
	if w.fits[g] == nil {
		w.fits[g] = ix.scratch.take()
	}
	return w.fits[g]
}
