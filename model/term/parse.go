package term

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hadir/model/date"
	"hadir/model/text"
)

// Parse reads what somebody typed: words; "a phrase", whose closing quote may be missing; -word or -"a phrase" to leave out;
// field:value or field:"a value"; a word with * behind it is unfinished. Typing says that somebody still types: then the last
// word, unless a space follows, is unfinished, too. Today is what "sejak:kemarin" starts from. Nothing typed is an error: what
// was not used stands in the query's Problems.
func (a *Analyzer) Parse(typed string, today date.Date, typing bool) Query {
	p := parser{a: a, today: today}
	typed, cut := firstRunes(typed, LongestQuery)
	if r, _ := utf8.DecodeLastRuneInString(typed); unicode.IsSpace(r) {
		typing = false
	}
	typed, _ = text.Block(typed)
	if cut {
		p.problem(TooLong, "")
	}
	rest := typed
	for {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if rest == "" {
			break
		}
		rest = p.part(rest, typing)
	}
	p.finish()
	return p.q
}

// parser builds a query part by part.
type parser struct {
	a          *Analyzer
	today      date.Date
	q          Query
	plain      strings.Builder
	unfinished []int // the ends in plain of unfinished words
}

// part reads one part from the start of a text that begins with no space, and returns what follows it.
func (p *parser) part(s string, typing bool) (rest string) {
	not := false
	if t := strings.TrimLeft(s, "-"); len(t) < len(s) {
		r, _ := utf8.DecodeRuneInString(t)
		if t == "" || unicode.IsSpace(r) {
			return t // a dash by itself
		}
		not, s = true, t
	}
	if n := quote(s); n > 0 {
		phrase, rest := untilQuote(s[n:])
		p.phrase(phrase, not)
		return rest
	}
	if name, value, ok := strings.Cut(s, ":"); ok {
		if f := fieldOf(strings.ToLower(name)); f != "" {
			return p.field(f, value, not)
		}
	}
	end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '"' })
	if end < 0 {
		end = len(s)
	}
	p.word(s[:end], not, typing && end == len(s))
	return s[end:]
}

// word takes a plain word, or one to leave out.
func (p *parser) word(s string, not, last bool) {
	word := strings.TrimRight(s, "*")
	unfinished := last || len(word) < len(s)
	p.a.scan(word)
	switch {
	case len(p.a.words) == 0:
		return
	case not:
		p.leaveOut(word)
		return
	}
	if len(p.q.Words) >= MostWords {
		p.problem(TooMany, "")
		return
	}
	w := p.a.words[len(p.a.words)-1]
	unfinished = unfinished && w.end == len(word) && w.to-w.from >= shortestPrefix
	if p.plain.Len() > 0 {
		p.plain.WriteByte(' ')
	}
	p.plain.WriteString(word)
	if unfinished {
		p.unfinished = append(p.unfinished, p.plain.Len())
		word += "*"
	}
	p.q.Words = append(p.q.Words, word)
}

// shortestPrefix is the fewest letters that may stand for all words that begin so.
const shortestPrefix = 2

// leaveOut takes a word that must not be there, in any of its forms.
func (p *parser) leaveOut(s string) {
	if len(p.a.words) > 1 {
		p.phrase(s, true)
		return
	}
	if len(p.q.Without) >= MostParts {
		p.problem(TooMany, "")
		return
	}
	p.a.read(s)
	word := string(p.a.entries[0].raw)
	p.q.Without = addGroup(p.q.Without, Group{Text: word, Weight: 1, Alts: p.a.formsOf(nil, word)})
}

// phrase takes words that follow one another, to find or to leave out.
func (p *parser) phrase(s string, not bool) {
	var phrase Phrase
	p.a.tokens = p.a.Append(p.a.tokens[:0], s)
	for _, t := range p.a.tokens {
		if t.Term.Class() == Raw {
			phrase = append(phrase, t.Term)
		}
	}
	to := &p.q.Phrases
	if not {
		to = &p.q.Never
	}
	same := func(other Phrase) bool { return slices.Equal(other, phrase) }
	switch {
	case len(phrase) == 0 || slices.ContainsFunc(*to, same):
	case len(*to) >= MostParts || len(phrase) > MostWords:
		p.problem(TooMany, "")
	default:
		*to = append(*to, phrase)
	}
}

// field takes a filter whose value begins a text, and returns what follows it.
func (p *parser) field(f Field, s string, not bool) (rest string) {
	value := ""
	if n := quote(s); n > 0 {
		value, rest = untilQuote(s[n:])
	} else if end := strings.IndexFunc(s, unicode.IsSpace); end >= 0 {
		value, rest = s[:end], s[end:]
	} else {
		value = s
	}
	value, _ = text.Line(strings.ReplaceAll(value, `"`, ""))
	filter := Filter{Field: f, Value: value, Not: not}
	p.a.read(value)
	for _, e := range p.a.entries {
		filter.Terms = append(filter.Terms, e.raw)
	}
	switch {
	case len(filter.Terms) == 0 && f != Since:
		p.problem(NoValue, string(f))
	case len(p.q.Filters) >= MostParts || len(filter.Terms) > MostWords:
		p.problem(TooMany, "")
	case p.dated(&filter):
		p.q.Filters = append(p.q.Filters, filter)
	}
	return rest
}

// dated reads the value of a filter that is a date or year, and says whether the filter can be used.
func (p *parser) dated(f *Filter) bool {
	switch f.Field {
	case Year:
		n, err := strconv.Atoi(f.Value)
		if err != nil || n < date.MinYear || n > date.MaxYear {
			p.problem(NoYear, f.Value)
			return false
		}
		f.Year = n
	case Since:
		asOf, err := date.ParseAsOf(f.Value, p.today)
		if err != nil && !errors.Is(err, &date.Error{Kind: date.Future}) {
			p.problem(NoDate, f.Value)
			return false
		}
		f.Day = asOf.First()
	}
	return true
}

// finish makes groups of the plain words, and of the phrases' for the ranking.
func (p *parser) finish() {
	p.q.Groups = p.a.groups(p.plain.String(), p.unfinished)
	for _, phrase := range p.q.Phrases {
		for _, t := range phrase {
			if !stopWord(string(t)) && len(p.q.Groups) < MostWords*2 {
				p.q.Groups = addGroup(p.q.Groups, Group{Text: string(t), Weight: 1, Alts: []Alt{{t, 1}}, Quoted: true})
			}
		}
	}
}

// problem notes what was not used, once.
func (p *parser) problem(kind ProblemKind, about string) {
	if n := (Problem{kind, about}); !slices.Contains(p.q.Problems, n) {
		p.q.Problems = append(p.q.Problems, n)
	}
}

// quote gives the length of the quote that a text begins with, 0 if it begins with none.
func quote(s string) int {
	switch r, n := utf8.DecodeRuneInString(s); r {
	case '"', '“', '”', '„':
		return n
	}
	return 0
}

// untilQuote cuts a text at the next quote of any kind; without one all of it is quoted.
func untilQuote(s string) (quoted, rest string) {
	i := strings.IndexAny(s, `"“”„`)
	if i < 0 {
		return s, ""
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[:i], s[i+n:]
}

// firstRunes cuts a text after so many characters.
func firstRunes(s string, limit int) (string, bool) {
	if len(s) <= limit {
		return s, false
	}
	n := 0
	for i := range s {
		if n == limit {
			return s[:i], true
		}
		n++
	}
	return s, false
}
