package screen

import (
	"strings"

	"hadir/model/roster"
	"hadir/model/text"
	"hadir/ui/lang"
)

// Reason puts in words what a person should look at in one row of a list, or may want to know. The command line says the
// same.
func Reason(d roster.Doubt) lang.Phrase {
	args := []any{
		"field", fieldWords(d.Field), "value", text.Safe(d.Value), "have", text.Safe(d.Have),
		"other", text.Safe(d.OtherName), "where", placeWords(d.OtherLine),
	}
	switch d.Reason {
	case roster.ReasonCleaned:
		args = append(args, "what", cleanedWords(d.Cleaned))
	case roster.ReasonNIKOdd:
		args = append(args, "what", codeWords("roster.nik.", strings.Fields(d.Value)))
	case roster.ReasonSimilar, roster.ReasonNamesake, roster.ReasonAgain:
		args = append(args, "why", Likeness(d.Likeness))
	}
	return lang.Of(lang.Key("roster.reason."+string(d.Reason)), args...)
}

// Skip says why a row of a list is no guest.
func Skip(s roster.Skip) lang.Phrase { return lang.Of(lang.Key("roster.skip." + string(s))) }

// verdictWords is the word for what a row is to the event.
func verdictWords(v roster.Verdict) lang.Key { return lang.Key("roster.verdict." + string(v)) }

// placeWords says where a guest was met before: on a line of the same list, or on the event's.
func placeWords(line int) lang.Phrase {
	if line > 0 {
		return lang.Of("roster.where-line", "line", line)
	}
	return lang.Of("roster.where-event")
}

// cleanedWords lists what was taken out of a cell.
func cleanedWords(n text.Notes) lang.Phrase {
	var codes []string
	for _, x := range []struct {
		note text.Notes
		code string
	}{
		{text.Escape, "escape"},
		{text.Control, "control"},
		{text.Bidi, "bidi"},
		{text.Hidden, "hidden"},
		{text.Marks, "marks"},
		{text.Invalid, "invalid"},
	} {
		if n.Has(x.note) {
			codes = append(codes, x.code)
		}
	}
	return codeWords("roster.clean.", codes)
}

// codeWords lists the words of several codes.
func codeWords(prefix string, codes []string) lang.Phrase {
	phrases := make([]lang.Phrase, len(codes))
	for i, code := range codes {
		phrases[i] = lang.Of(lang.Key(prefix + code))
	}
	return listed(phrases)
}

// listed joins phrases as a sentence lists things. They are joined when they are said, in the language that is on then.
func listed(phrases []lang.Phrase) lang.Phrase {
	var all lang.Phrase
	for _, p := range phrases {
		if all.None() {
			all = p
			continue
		}
		all = lang.Of("roster.list", "before", all, "next", p)
	}
	return all
}
