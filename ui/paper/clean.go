package paper

import (
	"strings"

	"hadir/model/text"
)

// clean is text from outside as a paper may hold it: without control, reordering and invisible characters, lines ended by LF. What
// it leaves, XML can hold as well.
func clean(s string) string {
	s, _ = text.Block(s)
	return s
}

// line is clean text on one line.
func line(s string) string {
	return strings.Join(strings.Fields(clean(s)), " ")
}

// cleanRuns cleans what a paragraph says. A run's outer spaces part it from its neighbours and stay.
func cleanRuns(runs []Run) []Run {
	out := make([]Run, 0, len(runs))
	for _, r := range runs {
		if r.Text = cleanRun(r.Text); r.Text != "" {
			out = append(out, r)
		}
	}
	return out
}

func cleanRun(s string) string {
	middle := clean(s)
	if middle == "" {
		if strings.Trim(s, " ") == "" && s != "" {
			return " "
		}
		return ""
	}
	if strings.HasPrefix(s, " ") {
		middle = " " + middle
	}
	if strings.HasSuffix(s, " ") {
		middle += " "
	}
	return middle
}
