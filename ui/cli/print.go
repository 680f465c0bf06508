package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"hadir/model/text"
	"hadir/ui/kit"
)

// say prints lines that are safe to show. A pipe that was closed at the other end is no reason to complain.
func say(w io.Writer, lines ...string) {
	for _, s := range lines {
		for line := range strings.SplitSeq(s, "\n") {
			fmt.Fprintln(w, text.Safe(line))
		}
	}
}

// columns prints rows as a table whose columns are as wide as their widest cell, two spaces apart.
func columns(w io.Writer, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i := range row {
			row[i] = text.Safe(row[i])
			if i == len(widths) {
				widths = append(widths, 0)
			}
			// The last cell of a row stands before nothing, and makes no column wider.
			if i < len(row)-1 {
				widths[i] = max(widths[i], kit.Width(row[i]))
			}
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString(cell)
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[i]-kit.Width(cell)+2))
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}

// printJSON prints a value for scripts, indented. What encoding/json leaves as it is and a terminal would obey (C1 controls,
// characters that reorder text) is written as an escape: a script reads the same text, and a person's terminal is safe.
func printJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	for rest := b.Bytes(); len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		if r < utf8.RuneSelf || text.Safe(string(r)) == string(r) {
			out.Write(rest[:n])
		} else {
			out.WriteString(escaped(r))
		}
		rest = rest[n:]
	}
	return out.Flush()
}

// escaped is a character as JSON can always write it: beyond 16 bits, as a pair of surrogates.
func escaped(r rune) string {
	if high, low := utf16.EncodeRune(r); high != unicode.ReplacementChar {
		return fmt.Sprintf(`\u%04x\u%04x`, high, low)
	}
	return fmt.Sprintf(`\u%04x`, r)
}

// orNull is how JSON says that there is nothing to tell, such as no arrival yet.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
