package filing

import (
	"fmt"
	"strconv"
	"strings"

	"hadir/model"
	"hadir/model/text"
)

// Mark is what a signed sheet says of one row.
type Mark struct {
	Row    int
	Deputy model.Deputy // without a name: the guest himself signed
}

// RowFault is why rows could not be read.
type RowFault string

// The faults of rows.
const (
	RowUnreadable RowFault = "unreadable" // none of 7, 1-14 and d22=Sri Lestari
	RowBackwards  RowFault = "backwards"  // 14-1
	RowTwice      RowFault = "twice"      // one row signed by two
	RowBeyond     RowFault = "beyond"     // no sheet has that row
	RowNone       RowFault = "none"       // nothing was typed
)

// RowError says which word could not be taken, and why.
type RowError struct {
	Word  string
	Fault RowFault
}

// Error names the word and the fault.
func (e *RowError) Error() string { return fmt.Sprintf("row %q: %s", e.Word, e.Fault) }

// ParseRows reads which rows of a list up to row last are signed: numbers and ranges, and d22=Sri Lestari where somebody else signed
// row 22, with a post behind a slash. Words that belong to no number belong to the name before them. The error is a *[RowError]; then nothing is taken.
func ParseRows(typed string, last int) ([]Mark, error) {
	var out []Mark
	seen := map[int]int{}
	for _, w := range rowWords(typed) {
		marks, err := rowMarks(w, last)
		if err != nil {
			return nil, err
		}
		for _, m := range marks {
			i, twice := seen[m.Row]
			switch {
			case !twice:
				seen[m.Row] = len(out)
				out = append(out, m)
			case out[i].Deputy.Name != m.Deputy.Name:
				return nil, &RowError{w, RowTwice}
			}
		}
	}
	if len(out) == 0 {
		return nil, &RowError{"", RowNone}
	}
	return out, nil
}

// rowWords parts what was typed: at spaces, and at commas between numbers; a name keeps its own.
func rowWords(typed string) []string {
	clean, _ := text.Line(typed)
	var out []string
	for _, w := range strings.Fields(clean) {
		last := len(out) - 1
		switch {
		case isDeputy(w):
			out = append(out, w)
		case last >= 0 && isDeputy(out[last]) && !isRows(w):
			out[last] += " " + w
		default:
			out = append(out, strings.FieldsFunc(w, func(r rune) bool { return r == ',' || r == ';' })...)
		}
	}
	return out
}

// isDeputy reports whether a word begins as d22=.
func isDeputy(w string) bool {
	before, _, ok := strings.Cut(w, "=")
	return ok && len(before) > 1 && (before[0] == 'd' || before[0] == 'D') && strings.Trim(before[1:], "0123456789") == ""
}

// isRows reports whether a word is made of what numbers and ranges are made of.
func isRows(w string) bool { return strings.Trim(w, "0123456789-,;") == "" }

func rowMarks(w string, last int) ([]Mark, error) {
	if isDeputy(w) {
		number, who, _ := strings.Cut(w[1:], "=")
		name, post, _ := strings.Cut(who, "/")
		row, err := rowNumber(w, number, last)
		name = strings.Trim(name, " ,;")
		if err == nil && name == "" {
			err = &RowError{w, RowUnreadable}
		}
		return []Mark{{row, model.Deputy{Name: name, Post: strings.Trim(post, " ,;"), How: model.HowPaper}}}, err
	}
	from, to, isRange := strings.Cut(w, "-")
	first, err := rowNumber(w, from, last)
	if err != nil || !isRange {
		return []Mark{{Row: first}}, err
	}
	end, err := rowNumber(w, to, last)
	switch {
	case err != nil:
		return nil, err
	case end < first:
		return nil, &RowError{w, RowBackwards}
	}
	out := make([]Mark, 0, end-first+1)
	for row := first; row <= end; row++ {
		out = append(out, Mark{Row: row})
	}
	return out, nil
}

func rowNumber(word, digits string, last int) (int, error) {
	n, err := strconv.Atoi(digits)
	switch {
	case strings.Trim(digits, "0123456789") != "" || digits == "":
		return 0, &RowError{word, RowUnreadable}
	case err != nil || n < 1 || n > last:
		return 0, &RowError{word, RowBeyond}
	}
	return n, nil
}
