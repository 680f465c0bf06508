package ident

import (
	"strings"
	"time"
)

// BlankMark stands in a text where a number was taken out.
const BlankMark = "***"

// Blank takes the NIKs and phone numbers out of a text that people wrote and puts [BlankMark] in their places; n is how many
// there were. It knows them by their form alone, in any of the usual writings: 16 digits (in groups only where they can be a
// NIK), and what [ParsePhone] takes for a mobile number, a line with its area code, or another country's number with a plus.
// Amounts of money, dates, years and numbers of laws and letters stay. Where a reading is possible and no other is likelier, it
// goes: a text that has lost a digit too many harms nobody. Blanking twice changes nothing.
func Blank(text string) (out string, n int) {
	out, found := blank(text, func(string) string { return BlankMark })
	return out, len(found)
}

// MaskIn hides the middle of each NIK and phone number that [Blank] would take out of a text, as [MaskNIK] and [MaskPhone] do: for a
// screen that others look at.
func MaskIn(text string, mark rune) string {
	out, _ := blank(text, func(number string) string {
		if d, ok := digitsOf(number); ok && len(d) == 16 {
			return MaskNIK(d, mark)
		}
		e164, _ := parsePhone(number)
		if e164 == "" {
			e164 = number
		}
		return MaskPhone(e164, mark)
	})
	return out
}

// Numbers are the NIKs and phone numbers that [Blank] would take out of a text, as digits: phones of ours from their 8.
func Numbers(text string) []string {
	_, found := blank(text, func(string) string { return "" })
	return found
}

func blank(text string, instead func(number string) string) (out string, found []string) {
	if !strings.ContainsAny(text, "0123456789") {
		return text, nil
	}
	var b strings.Builder
	kept := 0
	for i := 0; i < len(text); {
		groups := groupsAt(text, i)
		if groups == nil {
			i++
			continue
		}
		end, digits := longest(text, groups)
		if end == 0 {
			i = groups[0].to
			continue
		}
		b.WriteString(text[kept:i])
		b.WriteString(instead(text[i:end]))
		found = append(found, digits)
		i, kept = end, end
	}
	if found == nil {
		return text, nil
	}
	b.WriteString(text[kept:])
	return b.String(), found
}

// group is a run of digits, with a plus or a bracket before it, and what parts it from the group before.
type group struct {
	from, to int
	gap      string // "" for the first
}

// mostGroups is how many groups people write one number in.
const mostGroups = 9

// groupsAt are the groups of digits that begin at i and that only such signs part as people put into a number; nil where no
// number begins. A digit in the middle of digits begins none.
func groupsAt(text string, i int) (out []group) {
	if i > 0 && isDigit(text[i-1]) || amount(text[:i]) {
		return nil
	}
	from := i
	for len(out) < mostGroups {
		at := from
		for at < len(text) && (text[at] == '+' || text[at] == '(') && at-from < 2 {
			at++
		}
		to := at
		for to < len(text) && isDigit(text[to]) {
			to++
		}
		if to == at {
			break
		}
		g := group{from: from, to: to}
		if len(out) > 0 {
			g.gap = text[out[len(out)-1].to:from]
		}
		out = append(out, g)
		from = to + gapAt(text[to:])
		if from == to {
			break
		}
	}
	return out
}

// gapAt is how many bytes at the beginning of a text may part two groups of a number: a sign or two, with spaces or without.
func gapAt(text string) (n int) {
	signs := 0
	for _, r := range text {
		if signs == 3 || !strings.ContainsRune(" .-)\u00a0\u2010\u2011\u2012\u2013\t", r) {
			break
		}
		signs++
		n += len(string(r))
	}
	return n
}

// amount reports whether a text ends as one does before an amount of money.
func amount(before string) bool {
	before = strings.ToLower(strings.TrimRight(before, " .\u00a0"))
	return strings.HasSuffix(before, "rp") || strings.HasSuffix(before, "idr")
}

// longest is where the longest number ends that begins with the first group; 0 where none does.
func longest(text string, groups []group) (end int, digits string) {
	for n := len(groups); n > 0; n-- {
		if n > 1 && !alike(text, groups[:n]) {
			continue
		}
		part := text[groups[0].from:groups[n-1].to]
		if d, ok := digitsOf(part); ok && isNIK(d, n) {
			return groups[n-1].to, d
		}
		if thousands(text, groups[:n]) {
			continue
		}
		if national, ok := isPhone(part); ok {
			return groups[n-1].to, national
		}
	}
	return 0, ""
}

// alike reports whether groups are parted alike, as in one number; behind a country's or an area's code it may be otherwise.
func alike(text string, groups []group) bool {
	first := strings.TrimLeft(text[groups[0].from:groups[0].to], "+(")
	begin := 1
	if strings.Contains(groups[1].gap, ")") || first == "62" || text[groups[0].from] == '+' {
		begin = 2
	}
	for i := begin + 1; i < len(groups); i++ {
		if groups[i].gap != groups[begin].gap {
			return false
		}
	}
	return true
}

// thousands reports whether groups are written as an amount is: 8.500.000.000.
func thousands(text string, groups []group) bool {
	if len(groups) < 2 || text[groups[0].from] == '0' || text[groups[0].from] == '+' || text[groups[0].from] == '(' {
		return false
	}
	for _, g := range groups[1:] {
		if g.gap != "." || g.to-g.from != 3 {
			return false
		}
	}
	return true
}

// isNIK reports whether digits can be a NIK: in one piece any 16; in groups, which years and amounts come in as well, those
// with a province and a date of birth.
func isNIK(d string, groups int) bool {
	if len(d) != 16 {
		return false
	}
	if groups == 1 {
		return true
	}
	_, err := ParseNIK(d, time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC))
	return err == nil && province(pair(d))
}

func isPhone(s string) (national string, ok bool) {
	if d, _ := digitsOf(s); len(d) < 8 {
		return "", false
	}
	e164, note := parsePhone(s)
	switch {
	case e164 != "":
		return strings.TrimPrefix(e164, "+62"), true
	case note == Landline, note == Foreign && strings.ContainsRune(s, '+'):
		d, _ := digitsOf(s)
		return d, true
	}
	return "", false
}

// digitsOf leaves nothing but the digits of a number.
func digitsOf(s string) (string, bool) {
	d, ok := dialled(s)
	return strings.TrimPrefix(d, "+"), ok
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
