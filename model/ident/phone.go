package ident

import "strings"

// PhoneNote says how a phone number was understood.
type PhoneNote uint8

// Notes. From Landline on there is no E.164 form: the number is kept as typed.
const (
	AsTyped      PhoneNote = iota // a mobile number, or an empty text
	RestoredZero                  // the 0 that a spreadsheet had dropped was put back
	Several                       // more than one number: the first that is a mobile one was taken
	Landline                      // an Indonesian line, free text: area codes are not checked
	Foreign                       // another country's
	DamagedPhone                  // 8.1E+10: a spreadsheet lost its digits
	NotAPhone                     // none of these
)

// Phone is a phone number as it is kept.
type Phone struct {
	E164 string // "+62812...", or "" if this is no Indonesian mobile number
	Raw  string // as typed, without space at its ends
	Note PhoneNote
}

// Kept is the number as records keep it: one of ours as E.164; as typed what is none, since somebody may still read it, and
// what holds several, of which E.164 has only the first.
func (p Phone) Kept() (e164, raw string) {
	if p.E164 == "" || p.Note == Several {
		raw = p.Raw
	}
	return p.E164, raw
}

// ParsePhone reads an Indonesian mobile number as people write it: 08..., 8..., 62..., +62..., 0062..., (0)8..., with spaces,
// dots, dashes and brackets. Such a number is 10 to 13 digits from its 0 and has no 0 after its 8; operators' prefixes are
// not checked, since they change and numbers move. It never fails: what it cannot read is kept and noted. Two numbers in
// one cell, parted by a slash, comma, semicolon, line break or "atau", give the first mobile one.
func ParsePhone(s string) Phone {
	raw := strings.TrimSpace(s)
	parts := splitPhones(raw)
	if len(parts) < 2 {
		e164, note := parsePhone(raw)
		return Phone{e164, raw, note}
	}
	for _, part := range parts {
		if e164, _ := parsePhone(part); e164 != "" {
			return Phone{e164, raw, Several}
		}
	}
	_, note := parsePhone(parts[0])
	return Phone{"", raw, note}
}

// splitPhones parts a cell into numbers. A piece of fewer than six digits is no number of its own: "0295-381708/9" and
// "8,1E+10" stay whole.
func splitPhones(s string) []string {
	parts := strings.FieldsFunc(strings.ReplaceAll(s, "atau", "/"), func(r rune) bool {
		return strings.ContainsRune("/,;\n|", r)
	})
	for _, p := range parts {
		if d, _ := dialled(p); len(d) < 6 {
			return nil
		}
	}
	return parts
}

// parsePhone reads one number.
func parsePhone(s string) (string, PhoneNote) {
	if s == "" {
		return "", AsTyped
	}
	if scientific(s) {
		return "", DamagedPhone
	}
	s, _ = trimDecimals(s)
	d, ok := dialled(s)
	if !ok || d == "" {
		return "", NotAPhone
	}
	national, abroad := home(d)
	switch {
	case abroad:
		if len(national) >= 7 && len(national) <= 15 {
			return "", Foreign
		}
	case mobile(national):
		if d[0] == '8' {
			return "+62" + national, RestoredZero
		}
		return "+62" + national, AsTyped
	// Area codes begin with 2 to 9 but mobile numbers own the 8; a line needs its 0 to be told from other numbers.
	case d[0] != '8' && len(national) >= 8 && len(national) <= 11 && national[0] != '8' && national[0] > '1':
		return "", Landline
	}
	return "", NotAPhone
}

// home takes the country's own prefixes off d, which begins with '+' if it was so written; abroad if it names another
// country. Without any prefix a number is ours only if it begins with 8.
func home(d string) (national string, abroad bool) {
	international := false
	switch {
	// "+0812..." is a mistyped number of ours: no country begins with 0.
	case d[0] == '+':
		d = d[1:]
		international = !strings.HasPrefix(d, "0")
	case strings.HasPrefix(d, "00"):
		d, international = d[2:], true
	}
	switch {
	case strings.HasPrefix(d, "62"):
		return strings.TrimPrefix(d[2:], "0"), false
	case international:
		return d, true
	case strings.HasPrefix(d, "0"):
		return d[1:], false
	case strings.HasPrefix(d, "8"):
		return d, false
	}
	return "", false
}

// mobile reports whether the number after the country code is a mobile one.
func mobile(national string) bool {
	return len(national) >= 9 && len(national) <= 12 && national[0] == '8' && national[1] != '0'
}

// dialled returns the digits of s, with a '+' before them if one was there; false if s holds anything that people don't put
// into a phone number.
func dialled(s string) (string, bool) {
	s = strings.TrimPrefix(strings.TrimSpace(s), "'")
	plus := ""
	if rest, found := strings.CutPrefix(strings.TrimLeft(s, "("), "+"); found {
		s, plus = rest, "+"
	}
	d, ok := digits(strings.Map(withoutBracket, s))
	if d == "" {
		plus = ""
	}
	return plus + d, ok
}

// withoutBracket leaves out the brackets that people put around a leading 0.
func withoutBracket(r rune) rune {
	if r == '(' || r == ')' {
		return -1
	}
	return r
}

// FormatPhone groups an E.164 number of ours for reading aloud: 0812-3456-7890. Anything else comes back unchanged.
func FormatPhone(e164 string) string {
	local, ok := localForm(e164)
	if !ok {
		return e164
	}
	// Four, four, the rest: but never one or two digits alone at the end.
	if len(local) <= 10 {
		return local[:4] + "-" + local[4:7] + "-" + local[7:]
	}
	return local[:4] + "-" + local[4:8] + "-" + local[8:]
}

// MaskPhone hides the middle of a number, at least four digits of it: 0812-****-7890. The mark is '•', or '*' where only
// ASCII can be shown. Of a number that is no E.164 of ours the last three digits stay, and none if it has fewer than seven.
func MaskPhone(phone string, mark rune) string {
	seen, shown := 0, 3
	if local, ok := localForm(phone); ok {
		phone = FormatPhone(phone)
		seen, shown = 4, min(4, len(local)-8)
	}
	total := 0
	for _, r := range phone {
		if r >= '0' && r <= '9' {
			total++
		}
	}
	if total < 7 {
		shown = 0
	}
	i := 0
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return r
		}
		i++
		if i <= seen || i > total-shown {
			return r
		}
		return mark
	}, phone)
}

// localForm returns 08... for +628....
func localForm(e164 string) (string, bool) {
	national, found := strings.CutPrefix(e164, "+62")
	if !found || len(national) < 9 || !mobile(national) || !number(national, "") {
		return "", false
	}
	return "0" + national, true
}
