package paper

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"hadir/ui/lang"
)

// ExposedError says what a public copy tells of somebody who is neither an official of the event nor a speaker: words that people typed may
// name anybody.
type ExposedError struct {
	Paper string
	What  string // the name or number that was found first
}

// Error names the paper and what it tells.
func (e *ExposedError) Error() string { return fmt.Sprintf("%s tells of %q", e.Paper, e.What) }

// Publish looks through the public copies of papers. One that tells the name, phone or NIK of a participant all the same is marked as holding
// personal data, and that is noted among its problems.
func Publish(l *lang.Lang, f Facts, papers []Paper) error {
	secret := f.secrets()
	for i := range papers {
		var b bytes.Buffer
		if err := Markdown(&b, papers[i]); err != nil {
			return err
		}
		if what := secret.in(b.String()); what != "" {
			papers[i].Problems = append(papers[i].Problems, &ExposedError{papers[i].Name, what})
			papers[i].mark(l)
		}
	}
	return nil
}

// secrets are the names of participants, word by word behind their first words, and the ends of their numbers.
type secrets struct {
	names   map[string][][]string
	numbers map[string]bool
}

// The ends of numbers by which they are known again, however they were typed, and how long a NIK is.
const (
	phoneEnd  = 8
	nikDigits = 16
)

// secrets gathers what a public copy must not tell. Whoever signs, speaks or is to be asked is named on purpose, and whoever is called alike
// cannot be told from him.
func (f Facts) secrets() secrets {
	s := secrets{map[string][][]string{}, map[string]bool{}}
	officials := f.officials()
	for _, g := range f.Guests {
		s.add(officials, g.Name)
		for _, n := range []string{g.Phone, g.PhoneRaw} {
			if d := digits(n); len(d) >= phoneEnd && !strings.Contains(officials.digits, d[len(d)-phoneEnd:]) {
				s.numbers[d[len(d)-phoneEnd:]] = true
			}
		}
	}
	for _, seat := range f.Seats {
		s.add(officials, seat.Deputy.Name)
	}
	for _, q := range f.Questions {
		s.add(officials, q.Asker)
	}
	return s
}

// officials are the words and digits of those who are named on purpose.
type officials struct {
	words  []string
	digits string
}

func (f Facts) officials() officials {
	all := []string{f.Letter.Contact, f.Press.Contact}
	for _, r := range f.Roles {
		all = append(all, r.FullName())
	}
	for _, s := range []Signer{f.Office.Leader, f.Office.Treasurer, f.Office.Spender} {
		all = append(all, s.Name)
	}
	for _, p := range slices.Concat(f.Deed.Parties, f.Deed.Witnesses) {
		all = append(all, p.Name)
	}
	text := strings.Join(all, "\n")
	return officials{wordsOf(text), digits(f.Letter.Contact) + " " + digits(f.Press.Contact)}
}

// shortest is the shortest name that is looked for by itself: "A." is in every text.
const shortest = 3

func (s secrets) add(o officials, name string) {
	words := wordsOf(name)
	if len(words) == 0 || len(words) == 1 && len(words[0]) < shortest {
		return
	}
	for i := range o.words {
		if begins(o.words[i:], words) {
			return
		}
	}
	if !slices.ContainsFunc(s.names[words[0]], func(have []string) bool { return slices.Equal(have, words) }) {
		s.names[words[0]] = append(s.names[words[0]], words)
	}
}

// in gives the first name or number that a text tells; empty where it tells none.
func (s secrets) in(text string) string {
	words := wordsOf(text)
	for i, w := range words {
		for _, name := range s.names[w] {
			if begins(words[i:], name) {
				return strings.Join(name, " ")
			}
		}
	}
	for _, run := range strings.FieldsFunc(text, func(r rune) bool { return !strings.ContainsRune("0123456789 -.+()\\", r) }) {
		d := digits(run)
		if len(d) == nikDigits || len(d) >= phoneEnd && s.numbers[d[len(d)-phoneEnd:]] {
			return d
		}
	}
	return ""
}

func begins(words, name []string) bool {
	return len(words) >= len(name) && slices.Equal(words[:len(name)], name)
}

// wordsOf are the words of a text, in small letters, without what stands between them or in them.
func wordsOf(s string) []string {
	s = strings.NewReplacer("'", "", "’", "", "`", "", "\\", "").Replace(strings.ToLower(s))
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
