package name

import (
	"iter"
	"slices"
	"sort"
	"strings"
)

// starting gives the words that start with a text.
func (ix *Index) starting(text string) []uint32 { return within(ix.byText, ix.texts, 0, text) }

// sounding gives the words that start with a sound.
func (ix *Index) sounding(sound string) []uint32 { return within(ix.bySound, ix.sounds, 0, sound) }

// ofSound gives the words of exactly one sound.
func (ix *Index) ofSound(sound string) []uint32 {
	list := ix.sounding(sound)
	to := sort.Search(len(list), func(i int) bool { return len(ix.sounds[list[i]]) > len(sound) })
	return list[:to]
}

// within narrows a sorted list of words whose first letters, up to depth, are the same, to those that go on
// with a text.
func within(list []uint32, spelt []string, depth int, text string) []uint32 {
	from := sort.Search(len(list), func(i int) bool { return spelt[list[i]][depth:] >= text })
	list = list[from:]
	to := sort.Search(len(list), func(i int) bool { return !strings.HasPrefix(spelt[list[i]][depth:], text) })
	return list[:to]
}

// fitNear finds the guests in whose words one edit would make the typed word fit, by letters or by sound.
func (ix *Index) fitNear(w *typed) {
	if !w.near {
		return
	}
	ids := near(nil, ix.byText, ix.texts, w.text)
	bySound := len(w.sound) >= shortestNear
	if bySound {
		ids = near(ids, ix.bySound, ix.sounds, w.sound)
	}
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		found := measure(w.text, ix.texts[id])
		if bySound {
			found = max(found, measure(w.sound, ix.sounds[id]))
		}
		g := nearStart
		if found == nearWhole {
			g = nearWord
		}
		at := &ix.at[id]
		ix.put(w, g, &at[atFirst])
		ix.put(w, g, &at[atLater])
		ix.put(w, nearElsewhere, &at[atOther])
	}
}

// near appends the words of a sorted list that are one edit or less from starting with a text, some of them
// more than once. It walks down the list as down a tree, letter by letter, and at each letter makes the edit there:
// the rest must then follow exactly, which two binary searches settle. So it looks at hundreds of words out of
// tens of thousands.
func near(ids, list []uint32, spelt []string, text string) []uint32 {
	for depth := range len(text) {
		rest := text[depth:]
		ids = append(ids, within(list, spelt, depth, rest[1:])...) // an extra letter was typed
		var same []uint32
		for branch := range branches(list, spelt, depth) {
			c := spelt[branch[0]][depth]
			ids = append(ids, within(branch, spelt, depth+1, rest[1:])...) // a wrong one
			ids = append(ids, within(branch, spelt, depth+1, rest)...)     // one is missing
			if len(rest) > 1 && c == rest[1] {                             // two are exchanged
				turned := within(branch, spelt, depth+1, rest[:1])
				ids = append(ids, within(turned, spelt, depth+2, rest[2:])...)
			}
			if c == rest[0] {
				same = branch
			}
		}
		list = same
	}
	return append(ids, list...)
}

// branches cuts a sorted list of words with the same first letters by the letter that follows them. Words
// that end there are in none.
func branches(list []uint32, spelt []string, depth int) iter.Seq[[]uint32] {
	return func(yield func([]uint32) bool) {
		ended := sort.Search(len(list), func(i int) bool { return len(spelt[list[i]]) > depth })
		for list = list[ended:]; len(list) > 0; {
			c := spelt[list[0]][depth]
			end := sort.Search(len(list), func(i int) bool { return spelt[list[i]][depth] > c })
			if !yield(list[:end]) {
				return
			}
			list = list[end:]
		}
	}
}
