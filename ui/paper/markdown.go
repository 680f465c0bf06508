package paper

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"hadir/model/ident"
)

// Markdown writes the paper as text that reads well as it is and in a viewer (CommonMark with tables). What stands at the edge of pages
// stands at its end.
func Markdown(w io.Writer, p Paper) error {
	m := &markdown{w: bufio.NewWriter(w)}
	for _, s := range p.Stamps {
		m.part("**[" + plain(s) + "]**")
	}
	for i, b := range p.Body {
		m.block(b, i > 0)
	}
	if foot := p.foot(); len(foot) > 0 {
		m.part("---")
		for i := range foot {
			foot[i] = plain(foot[i])
		}
		m.part(strings.Join(foot, "\\\n"))
	}
	if err := m.w.Flush(); err != nil {
		return fmt.Errorf("markdown: %w", err)
	}
	return nil
}

type markdown struct {
	w     *bufio.Writer
	begun bool
}

// part writes one block, with an empty line before it. An error of the writer stays with it and is seen at the end.
func (m *markdown) part(s string) {
	if s == "" {
		return
	}
	if m.begun {
		_, _ = m.w.WriteString("\n")
	}
	m.begun = true
	_, _ = m.w.WriteString(s + "\n")
}

func (m *markdown) block(b Block, inside bool) {
	switch b := b.(type) {
	case Letterhead:
		var lines []string
		for _, l := range b.Lines {
			lines = append(lines, marked(Run{Text: line(l.Text), Bold: l.Bold}))
		}
		m.part(strings.Join(lines, "\\\n"))
	case Titles:
		for i, t := range b.Lines {
			m.part(strings.Repeat("#", min(i+1, 2)) + " " + plain(line(t)))
		}
	case Heading:
		m.part(strings.Repeat("#", min(max(b.Level, 1), 2)+1) + " " + plain(line(b.Text)))
	case Para:
		m.part(runs(b.Runs))
	case Fields:
		var lines []string
		for _, f := range b.Rows {
			lines = append(lines, "- "+plain(line(f.Label))+": "+plain(line(f.Value)))
		}
		m.part(strings.Join(lines, "\n"))
	case List:
		m.list(b)
	case Table:
		m.table(b)
	case Signs:
		m.signs(b)
	case Pictures:
		for _, p := range b.Slots {
			m.part("- " + plain(line(strings.TrimSpace(p.Name+" "+p.Caption))))
		}
	case Break:
		if inside {
			m.part("---")
		}
	}
}

func (m *markdown) list(b List) {
	var lines []string
	for i, item := range b.Items {
		mark := b.mark(i)
		if b.Marks == Letters {
			mark = "- " + mark // Markdown has no letters
		}
		lines = append(lines, strings.Repeat("   ", b.Level)+mark+" "+strings.ReplaceAll(runs(item), "\n", "\n   "))
	}
	m.part(strings.Join(lines, "\n"))
}

func (m *markdown) table(t Table) {
	var b strings.Builder
	var head, rule strings.Builder
	for _, c := range t.Columns {
		head.WriteString("| " + cellText(c.Head) + " ")
		rule.WriteString("| --- ")
	}
	b.WriteString(head.String() + "|\n" + rule.String() + "|")
	for _, r := range t.Rows {
		b.WriteString("\n")
		for _, c := range t.place(r) {
			s := cellText(c.Text)
			if c.Bold && s != "" {
				s = "**" + s + "**"
			}
			b.WriteString("| " + s + " " + strings.Repeat("| ", c.columns-1))
		}
		b.WriteString("|")
	}
	m.part(b.String())
}

// cellText is text within one cell: a line feed is a break, and a bar does not end it.
func cellText(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(plain(clean(s)), "|", `\|`), "\n", "<br>")
}

func (m *markdown) signs(b Signs) {
	if b.Place != "" {
		m.part(plain(line(b.Place)))
	}
	if says := line(b.Beside.Caption); says != "" {
		m.part(plain(says))
	}
	for _, s := range b.Signers {
		var lines []string
		if s.Head != "" {
			lines = append(lines, plain(line(s.Head)))
		}
		if post := line(s.Acting + " " + s.Post); post != "" {
			lines = append(lines, plain(post)+",")
		}
		lines = append(lines, marked(Run{Text: line(s.Name), Bold: true}))
		if !s.Citizen {
			lines = append(lines, strings.TrimSpace("NIP "+plain(ident.FormatNIP(s.NIP))))
		}
		m.part(strings.Join(lines, "\\\n"))
	}
}

// runs is a paragraph's text with its emphasis.
func runs(rs []Run) string {
	var b strings.Builder
	for _, r := range cleanRuns(rs) {
		b.WriteString(marked(r))
	}
	s := b.String()
	if at := strings.IndexAny(s, ".)"); at > 0 && at < 10 {
		if _, err := strconv.Atoi(s[:at]); err == nil {
			s = s[:at] + `\` + s[at:] // a year at the start of a paragraph is no list
		}
	}
	return strings.ReplaceAll(s, "\n", "\\\n")
}

// marked is a run with its emphasis, which has to touch its words.
func marked(r Run) string {
	inner := strings.Trim(r.Text, " ")
	if !r.Bold || inner == "" {
		return plain(r.Text)
	}
	before, after, _ := strings.Cut(r.Text, inner)
	return before + "**" + plain(inner) + "**" + after
}

// plain takes from a text what Markdown would read as more than text.
func plain(s string) string {
	if !strings.ContainsAny(s, "\\`*_[]<>#&~") && !strings.HasPrefix(s, "-") && !strings.HasPrefix(s, "+") {
		return s
	}
	var b strings.Builder
	start := true
	for _, r := range s {
		switch {
		case strings.ContainsRune("\\`*_[]<>&~", r), start && strings.ContainsRune("#-+", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		start = r == '\n'
	}
	return b.String()
}
