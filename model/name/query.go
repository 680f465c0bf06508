package name

import "strings"

// grade says how well one typed word fits one guest; the lower the better.
type grade uint8

const (
	isNumber       grade = iota // the row number on the sheet
	wholeFirst                  // a whole word, the first of the name
	wholeLater                  // a whole word, later in the name
	prefixFirst                 // the start of the name's first word
	prefixLater                 // the start of a later word
	soundsLike                  // in the name by sound (Soedjarwo), or joined or split otherwise (Nurhidayah)
	elsewhere                   // the start of a word of institution, place or post; the phone's last digits
	soundElsewhere              // the same by sound
	nearWord                    // one edit from a whole word of the name
	nearStart                   // one edit from the start of a word of the name
	nearElsewhere               // one edit from the start of a word elsewhere
	grades
)

// typed is one word of a query.
type typed struct {
	text, sound string
	number      int    // the digits as a row number, or 0
	digits      bool   // of three digits or more, so perhaps the end of a phone
	place       string // written out, if it abbreviates a word of places ("ds")
	muhammad    closeness
	near        bool           // long enough to forgive an edit
	fits        [grades]bitmap // guests by grade; nil where there are none
}

const (
	mostWords     = longestName // more typed words than that are not looked at
	shortestSound = 3           // letters before old and new spelling are taken for the same
	shortestTail  = 3           // digits before a phone's end is looked for
	shortestHalf  = 2           // letters that each part of a joined word must have
)

// read takes a query apart into words. Titles are left out unless nothing else was typed: whoever reads
// "Drs. H. Suyatno" from an invitation types it so.
func read(query string) []typed {
	if phone := phoneTyped(query); phone != "" {
		return []typed{{text: phone, sound: phone, digits: true}}
	}
	all := strings.Fields(FoldText(untitled(query)))
	words := make([]typed, 0, len(all))
	for _, w := range all {
		// Single letters are left alone behind the start: there they are initials, or the next word begins.
		if _, title := titleBefore(w); len(w) == 1 || !title {
			words = append(words, typed{text: w})
		}
	}
	if len(words) == 0 {
		for _, w := range all {
			words = append(words, typed{text: w})
		}
	}
	words = words[:min(len(words), mostWords)]
	for i := range words {
		words[i].understand()
	}
	return words
}

// untitled takes the titles off a query. Those behind the name only go when dots, commas or capitals show that it was
// copied from a list: who types "nur sh" is on the way to Nur Sholeh.
func untitled(query string) string {
	if last := query[strings.LastIndexByte(query, ' ')+1:]; strings.ContainsAny(query, ",.") || last != strings.ToLower(last) {
		return Parse(query).Bare
	}
	if _, rest := peelBefore(query); rest != "" {
		return rest
	}
	return query
}

// understand works out what a word can stand for.
func (w *typed) understand() {
	w.sound = sound(w.text)
	if digits(w.text) == w.text {
		w.digits = len(w.text) >= shortestTail
		for _, c := range w.text {
			// Beyond the largest number the value sticks, so that it equals no row.
			w.number = min(w.number*10+int(c-'0'), maxNumber+1)
		}
		return
	}
	w.near = len(w.text) >= shortestNear
	if written := spelled(w.text); written != w.text {
		w.place = written
	}
	switch {
	case isMuhammad(w.text):
		w.muhammad = nearWhole
	case beginsMuhammad(w.text):
		w.muhammad = nearPrefix
	}
}

// phoneTyped recognises a whole phone number in any writing ("+62 810-0001-234") and gives its national digits.
func phoneTyped(query string) string {
	if strings.Trim(query, "+0123456789 -.()/") != "" {
		return ""
	}
	number := digits(query)
	if len(number) < 9 {
		return ""
	}
	return national(number)
}
