package kit

// breaks gives the byte offset at which each drawn line of text begins, the first 0, so that lines are at most w cells
// wide and words stay whole where they can. Spaces at the end of a drawn line hang over its edge rather than begin the
// next one; a word longer than a line is cut. It is the one wrapping of the package, for sentences and for typing alike.
//
// A pasted text may be one line of 120,000 letters that is wrapped again at each key, so plain ASCII takes a byte's
// worth of work for a letter, and starts are appended to into, a slice to be used again.
func breaks(text string, w int, into ...int) []int {
	starts := append(into[:0], 0)
	width, word, wordWidth := 0, 0, 0 // cells of this line; where its last word begins, and the cells before that
	for i := 0; i < len(text); {
		size, cells := cluster(text[i:])
		space := text[i] == ' '
		if !space && i > 0 && text[i-1] == ' ' {
			word, wordWidth = i, width
		}
		if !space && width+cells > w && i > starts[len(starts)-1] {
			from := i
			// The word moves to a line of its own, unless this letter would not fit there either: then it is cut.
			if word > starts[len(starts)-1] && width-wordWidth+cells <= w {
				from, width = word, width-wordWidth
			} else {
				width = 0
			}
			starts = append(starts, from)
			wordWidth = 0
		}
		width += cells
		i += size
	}
	return starts
}

// drawn is the i-th drawn line of text, given where its lines begin.
func drawn(text string, starts []int, i int) string {
	if i+1 < len(starts) {
		return text[starts[i]:starts[i+1]]
	}
	return text[starts[i]:]
}
