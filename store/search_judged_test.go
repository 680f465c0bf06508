package store

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hadir/model"
)

// judgedSearch is a search, and the numbers of the answers that are right.
type judgedSearch struct {
	typed string
	right []string
}

func judgedSearches(t testing.TB, file string) (out []judgedSearch) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "model", "term", "testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		numbers, typed, ok := strings.Cut(strings.TrimSpace(line), " ")
		if ok && !strings.HasPrefix(line, "#") {
			out = append(out, judgedSearch{strings.TrimSpace(typed), strings.Split(numbers, ",")})
		}
	}
	return out
}

// judgedAnswers writes the questions with their answers, and gives the number of each.
func (d *desk) judgedAnswers() map[model.ID]string {
	d.t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "model", "term", "testdata", "answers.txt"))
	if err != nil {
		d.t.Fatal(err)
	}
	event, numbers := d.event(), make(map[model.ID]string)
	for entry := range strings.SplitSeq(string(b), "\n\n") {
		lines := strings.Split(strings.TrimSpace(entry), "\n")
		if _, err := strconv.Atoi(lines[0]); err == nil && len(lines) == 3 {
			numbers[d.ask(event, lines[1], lines[2]).ID] = lines[0]
		}
	}
	return numbers
}

// TestJudgedSearches holds that an officer's searches, in other words than those of the question, find the right answer among
// the first three.
func TestJudgedSearches(t *testing.T) {
	d := newDesk(t)
	numbers := d.judgedAnswers()
	for _, file := range []string{"judged.txt", "unseen.txt"} {
		all := judgedSearches(t, file)
		good := 0
		for _, j := range all {
			found := d.look(j.typed, model.SearchOptions{Kinds: []model.Kind{model.KindQuestion}, Limit: 3})
			var got []string
			for _, h := range found.Hits {
				got = append(got, numbers[h.Key.ID])
			}
			if slices.ContainsFunc(got, func(n string) bool { return slices.Contains(j.right, n) }) {
				good++
			} else {
				t.Logf("%q found %v, not %v", j.typed, got, j.right)
			}
		}
		t.Logf("%s: %d of %d right among the first three", file, good, len(all))
		if good*10 < len(all)*9 {
			t.Errorf("%s: only %d of %d have the right answer among the first three", file, good, len(all))
		}
	}
}
