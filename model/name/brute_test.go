package name

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// brute answers as Find promises to, by looking at every row and every word, with nothing prepared.
func brute(rows []string, query string, limit int) Found {
	words := read(query)
	type scored struct{ score, row int }
	var exact, near []scored
	for row, terms := range rows {
		if terms == "" {
			continue
		}
		g := takeApart(terms)
		if score, ok := scoreOf(g, words, false); ok {
			exact = append(exact, scored{score, row})
		} else if score, ok := scoreOf(g, words, true); ok {
			near = append(near, scored{score, row})
		}
	}
	if len(words) == 0 || len(exact) >= fewExact {
		near = nil
	}
	found := Found{Exact: len(exact), Near: len(near)}
	for i, list := range [][]scored{exact, near} {
		slices.SortStableFunc(list, func(a, b scored) int { return a.score - b.score })
		for _, s := range list {
			if len(found.Hits) < limit {
				found.Hits = append(found.Hits, Hit{Row: s.row, Near: i == 1})
			}
		}
	}
	return found
}

// scoreOf gives a guest's score for a query, if every word fits.
func scoreOf(g guest, words []typed, near bool) (int, bool) {
	name := strings.Split(g.name, " ")
	score, whole := 1, len(name) == len(words)
	for i := range words {
		best, full := grades, false
		for _, f := range fitsOf(g, words, i, near) {
			best = min(best, f)
			full = full || f == wholeFirst || f == wholeLater
		}
		if best == grades {
			return 0, false
		}
		score += int(best)
		whole = whole && full
	}
	if whole && len(words) > 0 {
		return 0, true
	}
	return score, true
}

// fitsOf gives every grade in which a query's word i fits a guest.
func fitsOf(g guest, words []typed, i int, near bool) []grade {
	w := words[i]
	var fits []grade
	add := func(ok bool, g grade) {
		if ok {
			fits = append(fits, g)
		}
	}
	add(w.number > 0 && w.number == g.number, isNumber)
	add(w.digits && (strings.HasSuffix(g.phone, w.text) && g.phone != "" ||
		len(w.text) == 3 && len(g.phone) > 3 && strings.HasPrefix(g.phone[len(g.phone)-4:], w.text)), elsewhere)
	name := strings.Fields(g.name)
	heard := len(w.text) >= 3 && len(w.sound) >= 2
	for n, x := range name {
		later := grade(min(n, 1))
		add(x == w.text || x == muhammad && isMuhammad(w.text), wholeFirst+later)
		add(strings.HasPrefix(x, w.text) || x == muhammad && beginsMuhammad(w.text), prefixFirst+later)
		add(heard && strings.HasPrefix(sound(x), w.sound), soundsLike)
		add(n > 0 && splits(name[n-1], x, w.text), soundsLike)
		add(i > 0 && joins(words[i-1].text, w.text, x), soundsLike)
		add(i+1 < len(words) && joins(w.text, words[min(i+1, len(words)-1)].text, x), soundsLike)
		if near && w.near {
			c := closest(w, x)
			add(c == nearWhole, nearWord)
			add(c == nearPrefix, nearStart)
		}
	}
	for x := range strings.FieldsSeq(g.other) {
		add(strings.HasPrefix(x, w.text) || x == spelled(w.text), elsewhere)
		add(heard && strings.HasPrefix(sound(x), w.sound), soundElsewhere)
		add(near && w.near && closest(w, x) != apart, nearElsewhere)
	}
	return fits
}

// splits says whether typed text is two following words of a name.
func splits(first, second, text string) bool {
	for cut := 2; cut <= len(text)-2 && len(text) >= 5; cut++ {
		right := sound(text[cut:])
		if len(right) >= 2 && sound(first) == sound(text[:cut]) && strings.HasPrefix(sound(second), right) {
			return true
		}
	}
	return false
}

// joins says whether two typed words are the start of one.
func joins(a, b, word string) bool {
	return len(a) >= 2 && len(b) >= 2 && len(a+b) >= 5 &&
		(strings.HasPrefix(word, a+b) || strings.HasPrefix(sound(word), sound(a+b)))
}

// closest measures by letters and, when there are enough of them, by sound.
func closest(w typed, word string) closeness {
	c := measure(w.text, word)
	if len(w.sound) >= 4 {
		c = max(c, measure(w.sound, sound(word)))
	}
	return c
}

// TestFindIsBruteForce draws rows, changes to rows, and queries made of what stands in them, damaged a little; the index
// must give the same hits in the same order as the rule applied to every row.
func TestFindIsBruteForce(t *testing.T) {
	made := newRoster(t, 3).terms(400)
	made = append(made, "", "\t\t81000012345", "nur hidayah", "nurhidayah\t\t\t14", "sri sri", "\tdesa")
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SampledFrom(made), 1, 150).Draw(t, "rows")
		ix := NewIndex(rows)
		rows = slices.Clone(rows)
		for range rapid.IntRange(0, 8).Draw(t, "changes") {
			terms := rapid.SampledFrom(made).Draw(t, "terms")
			if at := rapid.IntRange(0, len(rows)).Draw(t, "at"); at < len(rows) {
				rows[at] = terms
				ix.Set(at, terms)
			} else {
				rows = append(rows, terms)
				ix.Add(terms)
			}
		}
		for range 5 {
			query := drawQuery(t, made)
			limit := rapid.SampledFrom([]int{0, 1, 3, 20, 1000}).Draw(t, "limit")
			got, want := ix.Find(query, limit), brute(rows, query, limit)
			if len(got.Hits) == 0 {
				got.Hits = nil
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("Find(%q, %d): -rule +index\n%s", query, limit, diff)
			}
		}
	})
}

// drawQuery types words of a row, cut short, run together, turned round or with a slip.
func drawQuery(t *rapid.T, rows []string) string {
	words := strings.Fields(rapid.SampledFrom(rows).Draw(t, "of"))
	if len(words) == 0 {
		return rapid.StringMatching(`[a-z0-9 ]{0,6}`).Draw(t, "text")
	}
	var typed []string
	for range rapid.IntRange(1, 3).Draw(t, "words") {
		w := rapid.SampledFrom(words).Draw(t, "word")
		switch rapid.IntRange(0, 6).Draw(t, "how") {
		case 0, 1:
			w = w[:rapid.IntRange(1, len(w)).Draw(t, "cut")]
		case 2:
			w = w[max(0, len(w)-rapid.IntRange(3, 5).Draw(t, "tail")):]
		case 3:
			at := rapid.IntRange(0, len(w)-1).Draw(t, "at")
			w = w[:at] + rapid.SampledFrom([]string{"", "a", "oe", "x", "tj"}).Draw(t, "slip") + w[at+1:]
		case 4:
			w += rapid.SampledFrom(words).Draw(t, "joined")
		}
		typed = append(typed, w)
	}
	return strings.Join(typed, " ")
}

// TestDense makes words that stand nearly everywhere, so that postings become bitmaps, in bulk and one by one.
func TestDense(t *testing.T) {
	rows := newRoster(t, 5).terms(3000)
	bulk, single := NewIndex(rows), &Index{}
	for _, terms := range rows {
		single.Add(terms)
	}
	for i := 0; i < len(rows); i += 7 {
		rows[i] = rows[(i*31+5)%len(rows)]
		bulk.Set(i, rows[i])
		single.Set(i, rows[i])
	}
	for _, query := range []string{"d", "de", "kepala desa", "s", "siti", "k s", "m a", "sutrisnp", "pemerintah r"} {
		want := brute(rows, query, 40)
		for name, ix := range map[string]*Index{"bulk": bulk, "single": single} {
			if diff := cmp.Diff(want, ix.Find(query, 40)); diff != "" {
				t.Errorf("%s Find(%q): -rule +index\n%s", name, query, diff)
			}
		}
	}
}
