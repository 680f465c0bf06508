package screen

import (
	"strconv"
	"strings"

	"hadir/model"
	"hadir/model/sheet"
	"hadir/model/text"
	"hadir/ui/lang"
)

// Noticed puts in words what was noticed about a table as a whole: where its header is, which of two columns counts.
func Noticed(n sheet.Note) lang.Phrase {
	return lang.Of(lang.Key("roster.note."+strings.ReplaceAll(n.Kind.String(), " ", "-")),
		"where", linesWords(n), "field", fieldWords(n.Field.String()), "column", sheet.Letter(n.Column), "other", sheet.Letter(n.Other),
		"text", headWords(n.Text), "n", n.Count)
}

// urgent reports whether a note is worth being read before all others: something is missing, or could well be wrong.
func urgent(n sheet.Note) bool {
	switch n.Kind {
	case sheet.NoteHeader, sheet.NoteNumberingRow, sheet.NoteIgnored, sheet.NoteOtherSheets:
		return false
	}
	return true
}

// linesWords lists the rows that a note is about.
func linesWords(n sheet.Note) lang.Phrase {
	words := make([]string, len(n.Lines))
	for i, line := range n.Lines {
		words[i] = strconv.Itoa(line)
	}
	lines := strings.Join(words, ", ")
	if more := n.Count - len(n.Lines); more > 0 {
		return lang.Of("roster.lines-more", "lines", lines, "n", more)
	}
	return lang.Of("roster.lines", "lines", lines)
}

// headWords is a column's header on one line.
func headWords(s string) string {
	line, _ := text.Line(s)
	return line
}

// fieldWords is what a column's meaning is called; the zero field is "not used".
func fieldWords[F ~string](code F) lang.Key {
	if code == "" {
		return "roster.field.none"
	}
	return lang.Key("roster.field." + string(code))
}

// registerWords is what a register of a guest is called. Those that a list can fill have the names of its columns.
func registerWords(register string) lang.Key {
	switch register {
	case model.GuestName:
		return "roster.field.name"
	case model.GuestBefore:
		return "roster.field.titles-before"
	case model.GuestAfter:
		return "roster.field.titles-after"
	case model.GuestPost:
		return "roster.field.post"
	case model.GuestInstitution:
		return "roster.field.institution"
	case model.GuestVillage:
		return "roster.field.village"
	case model.GuestDistrict:
		return "roster.field.district"
	case model.GuestArea:
		return "roster.register.area"
	case model.GuestPhone, model.GuestPhoneRaw:
		return "roster.field.phone"
	case model.GuestNIK:
		return "roster.field.nik"
	case model.GuestCategory:
		return "roster.field.category"
	case model.GuestSex:
		return "roster.field.sex"
	}
	return "roster.field.note"
}
