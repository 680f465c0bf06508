package term

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hadir/model/date"
)

//go:embed testdata/answers.txt
var answersText string

//go:embed testdata/judged.txt
var judgedText string

//go:embed testdata/unseen.txt
var unseenText string

// judged is a search and the numbers of the answers that are right.
type judged struct {
	typed string
	right []int
}

// answers reads the texts by number, question and answer as one, as the archive indexes a question.
func answers() map[int]string {
	texts := make(map[int]string)
	for entry := range strings.SplitSeq(answersText, "\n\n") {
		if number, text, ok := strings.Cut(strings.TrimSpace(entry), "\n"); ok {
			if n, err := strconv.Atoi(number); err == nil {
				texts[n] = text
			}
		}
	}
	return texts
}

func searches(t testing.TB, text string) []judged {
	var all []judged
	for line := range strings.Lines(text) {
		numbers, typed, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		j := judged{typed: strings.TrimSpace(typed)}
		for n := range strings.SplitSeq(numbers, ",") {
			right, err := strconv.Atoi(n)
			if err != nil {
				t.Fatalf("%q: %v", line, err)
			}
			j.right = append(j.right, right)
		}
		all = append(all, j)
	}
	return all
}

// shelf is a small archive in memory, ranked by BM25 with the usual k1 of 1.2 and b of 0.75.
type shelf struct {
	times   map[Term]map[int]float64 // how often a term stands in a text
	lengths map[int]float64          // words that count
	mean    float64
}

func newShelf(texts map[int]string, tokens func(string) []Token) *shelf {
	s := &shelf{times: make(map[Term]map[int]float64), lengths: make(map[int]float64)}
	for n, text := range texts {
		for _, t := range tokens(text) {
			if s.times[t.Term] == nil {
				s.times[t.Term] = make(map[int]float64)
			}
			s.times[t.Term][n]++
			if t.Term.Class() == Raw && !t.Stop {
				s.lengths[n]++
			}
		}
		s.mean += s.lengths[n] / float64(len(texts))
	}
	return s
}

// bm25 is what a term adds to a text's score.
func (s *shelf) bm25(t Term, n int) float64 {
	tf, df := s.times[t][n], float64(len(s.times[t]))
	if tf == 0 {
		return 0
	}
	idf := math.Log(1 + (float64(len(s.lengths))-df+0.5)/(df+0.5))
	return idf * tf * 2.2 / (tf + 1.2*(0.25+0.75*s.lengths[n]/s.mean))
}

// rank gives the texts' numbers, best first.
func (s *shelf) rank(groups []Group) []int {
	scores := make(map[int]float64)
	for _, g := range groups {
		for n := range s.lengths {
			best := 0.0
			for _, alt := range g.Alts {
				best = max(best, alt.Weight*s.bm25(alt.Term, n))
			}
			if best > 0 {
				scores[n] += g.Weight * best
			}
		}
	}
	var found []int
	for n := range scores {
		found = append(found, n)
	}
	slices.SortFunc(found, func(a, b int) int {
		if scores[a] != scores[b] {
			return int(math.Copysign(1, scores[b]-scores[a]))
		}
		return a - b
	})
	return found
}

// TestJudged holds the quality of the archive's language: of sixty searches in everyday Indonesian, the right answer is among
// the first three in at least nine of ten.
func TestJudged(t *testing.T) {
	all := searches(t, judgedText)
	good, plain := judge(t, all)
	if len(all) != 60 || good*10 < len(all)*9 || good <= plain {
		t.Errorf("%d of %d are among the first three", good, len(all))
	}
}

// TestUnseen holds that the sixty are no exception. These searches use more of the questions' own words, so that plain words find
// them, too.
func TestUnseen(t *testing.T) {
	all := searches(t, unseenText)
	good, _ := judge(t, all)
	if len(all) != 32 || good*10 < len(all)*9 {
		t.Errorf("%d of %d are among the first three", good, len(all))
	}
}

// judge counts the searches that have a right answer among the first three, with this package and by plain words.
func judge(t *testing.T, all []judged) (good, plainGood int) {
	texts := answers()
	if len(texts) != 32 {
		t.Fatalf("%d answers", len(texts))
	}
	a := new(Analyzer)
	ours := newShelf(texts, func(s string) []Token { return a.Append(nil, s) })
	plain := newShelf(texts, plainTokens)
	first := 0
	for _, j := range all {
		q := a.Parse(j.typed, date.Date{}, false)
		found := ours.rank(q.Groups)
		switch place := placeOf(found, j.right); {
		case place == 0:
			first++
			good++
		case place > 0 && place < 3:
			good++
		default:
			t.Logf("%q: %v is not among %v", j.typed, j.right, found[:min(3, len(found))])
		}
		var groups []Group
		for _, token := range plainTokens(j.typed) {
			groups = append(groups, Group{Weight: 1, Alts: []Alt{{token.Term, 1}}})
		}
		if place := placeOf(plain.rank(groups), j.right); place >= 0 && place < 3 {
			plainGood++
		}
	}
	t.Logf("among the first three: %d of %d, first: %d; by plain words among the first three: %d", good, len(all), first, plainGood)
	return good, plainGood
}

// plainTokens are lower-case words between spaces, which is what a search without this package would have.
func plainTokens(s string) []Token {
	var tokens []Token
	for i, w := range strings.Fields(strings.ToLower(s)) {
		tokens = append(tokens, Token{Term: Term(strings.Trim(w, ".,?!:;()")), Pos: i})
	}
	return tokens
}

func placeOf(found, right []int) int {
	return slices.IndexFunc(found, func(n int) bool { return slices.Contains(right, n) })
}
