package filing

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"hadir/model/date"
	"hadir/ui/lang"
	"hadir/ui/paper"
)

// Kind is one paper of an event, by the word that commands and file names use.
type Kind = paper.Kind

// Press is the kind of which approval is asked.
const Press = paper.KindPress

// FollowUp is the kind of which one owner's part can be had.
const FollowUp = paper.KindFollowUp

// Kinds are all papers in the order of an event's file.
func Kinds() []Kind { return paper.Kinds() }

// Made is the papers of one kind as they were made from a file, not written yet.
type Made struct {
	Kind   paper.Kind
	Papers []paper.Paper
	Sheets []paper.Sheet // of an attendance list: where the guests sign
	Sum    string        // of what the papers say, whoever asks for them in whichever form and language
}

// Code is the code of the print, where there is one.
func (m Made) Code() string {
	for _, p := range m.Papers {
		if p.Code != "" {
			return p.Code
		}
	}
	return ""
}

// Personal reports whether one of the papers holds what is for few eyes.
func (m Made) Personal() bool {
	return slices.ContainsFunc(m.Papers, func(p paper.Paper) bool { return p.Personal })
}

// Text is the papers as lines of plain text, for a screen.
func (m Made) Text() []string {
	var out []string
	for i, p := range m.Papers {
		if i > 0 {
			out = append(out, "", "---", "")
		}
		var b bytes.Buffer
		// A buffer takes whatever is written.
		_ = paper.Markdown(&b, p)
		for line := range strings.Lines(b.String()) {
			if !strings.HasPrefix(line, "| ---") {
				out = append(out, unmarked(strings.TrimRight(line, "\\\n")))
			}
		}
	}
	return out
}

// Gaps are what the papers lack, each once.
func (m Made) Gaps() []paper.Gap {
	var out []paper.Gap
	seen := map[paper.Gap]bool{}
	for _, p := range m.Papers {
		for _, g := range p.Gaps {
			if !seen[g] {
				seen[g] = true
				out = append(out, g)
			}
		}
	}
	return out
}

// Problems are what could not be printed as it is.
func (m Made) Problems() (out []error) {
	for _, p := range m.Papers {
		out = append(out, p.Problems...)
	}
	return out
}

// Make makes the papers of one kind, in the language that is on.
func (f File) Make(l *lang.Lang, k paper.Kind) (Made, error) {
	plain, err := f.plain().of(lang.New(lang.Indonesian), k)
	if err != nil {
		return Made{}, err
	}
	sum, err := sumOf(plain.Papers)
	if err != nil {
		return Made{}, err
	}
	if k == paper.KindPress {
		// A press release is approved word by word: another text is a draft again.
		f.Press.Approved = f.Event.Papers.Approved == sum
	}
	if l.Code() == lang.Indonesian && f.usual() && !f.Press.Approved {
		plain.Sum = sum
		return plain, nil
	}
	m, err := f.of(l, k)
	m.Sum = sum
	return m, err
}

// of makes the papers without their sum.
func (f File) of(l *lang.Lang, k paper.Kind) (Made, error) {
	m := Made{Kind: k}
	var err error
	if k == paper.KindAttendance {
		m.Papers = make([]paper.Paper, 1)
		m.Papers[0], m.Sheets, err = paper.AttendanceList(l, f.Facts)
	} else {
		m.Papers, err = paper.Make(l, k, f.Facts)
	}
	if err == nil && f.Public {
		err = paper.Publish(l, f.Facts, m.Papers)
	}
	return m, err
}

// plain is the file as everybody sees it: with none of the options that a print may have. Which day it is says nothing about the event.
func (f File) plain() File {
	f.Unfrozen = false
	f.Phone, f.NIK, f.Public, f.Each, f.Owner, f.Today, f.Press.Approved = false, false, false, false, "", date.Date{}, false
	return f
}

// usual reports whether plain changes nothing.
func (f File) usual() bool {
	return !f.Unfrozen && !f.Phone && !f.NIK && !f.Public && !f.Each && f.Owner == "" && f.Today.IsZero()
}

// sumOf is a digest of what papers say, as their Markdown has it.
func sumOf(papers []paper.Paper) (string, error) {
	sum := sha256.New()
	for _, p := range papers {
		var b bytes.Buffer
		if err := paper.Markdown(&b, p); err != nil {
			return "", err
		}
		sum.Write(b.Bytes())
	}
	return hex.EncodeToString(sum.Sum(nil)[:16]), nil
}

// unmarked is a line of Markdown as it is meant to be read: without marks of emphasis and headings, and without the escapes.
func unmarked(line string) string {
	line = strings.TrimLeft(line, "#")
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		switch rest := line[i:]; {
		case rest[0] == '\\' && len(rest) > 1:
			i++
			b.WriteByte(line[i])
		case strings.HasPrefix(rest, "**"):
			i++
		case strings.HasPrefix(rest, "<br>"):
			i += len("<br>") - 1
			b.WriteString(" / ")
		default:
			b.WriteByte(rest[0])
		}
	}
	return strings.TrimSpace(b.String())
}
