package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/term"
	"hadir/store"
)

// judgedFolder holds searches whose right answers are known; the command runs at the top of the repository.
const judgedFolder = "model/term/testdata"

// judged is how often the right answer is among the first three, for searches in other words than the question's: here, and
// at the peers with the analysers that they come with, any word being enough.
func judged(l *lab) (rows []row, err error) {
	answers, err := readAnswers()
	if err != nil {
		return nil, err
	}
	s, ids, err := storeAnswers(filepath.Join(l.dir, "judged.db"), answers)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	var notes []note
	for n, a := range answers {
		notes = append(notes, note{n, a[0] + "\n" + a[1]})
	}
	sub := &lab{dir: filepath.Join(l.dir, "judged")}
	if err := os.MkdirAll(sub.dir, 0o700); err != nil {
		return nil, err
	}
	peers, err := sub.peers(notes)
	if err != nil {
		return nil, err
	}
	for _, file := range []string{"judged.txt", "unseen.txt"} {
		r, err := judgeFile(file, s, ids, peers)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	for _, p := range peers {
		err = errors.Join(err, p.close())
	}
	return rows, err
}

func judgeFile(file string, s *store.Store, ids map[model.ID]string, peers []peer) (row, error) {
	b, err := os.ReadFile(filepath.Join(judgedFolder, file))
	if err != nil {
		return row{}, err
	}
	var words term.Analyzer
	good, all := make([]int, 1+len(peers)), 0
	for line := range strings.Lines(string(b)) {
		numbers, typed, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		all++
		right := strings.Split(numbers, ",")
		count := func(i int, got []string) {
			if slices.ContainsFunc(got, func(n string) bool { return slices.Contains(right, n) }) {
				good[i]++
			}
		}
		o := model.SearchOptions{Kinds: []model.Kind{model.KindQuestion}, Limit: 3}
		found, err := s.Search(context.Background(), words.Parse(typed, date.Of(time.Now()), false), o)
		if err != nil {
			return row{}, err
		}
		var got []string
		for _, h := range found.Hits {
			got = append(got, ids[h.Key.ID])
		}
		count(0, got)
		for i, p := range peers {
			got, err := p.any(typed, 3)
			if err != nil {
				return row{}, fmt.Errorf("%s: %q: %w", p.name(), typed, err)
			}
			count(1+i, got)
		}
	}
	best := slices.Max(good[1:])
	return row{
		what: fmt.Sprintf("right answer among the first three, of %d searches (%s)", all, file), ours: fmt.Sprint(good[0]),
		peer: fmt.Sprintf("%d (%s), %d (%s)", good[1], peers[0].name(), good[2], peers[1].name()), ratio: float64(good[0]) / float64(best),
		bars: []bar{
			{fmt.Sprintf("at least %d", (all*9+9)/10), good[0]*10 >= all*9}, {"more than the peers, or all", good[0] > best || good[0] == all},
		},
	}, nil
}

// readAnswers are the questions and answers by their number.
func readAnswers() (map[string][2]string, error) {
	b, err := os.ReadFile(filepath.Join(judgedFolder, "answers.txt"))
	if err != nil {
		return nil, err
	}
	out := make(map[string][2]string)
	for entry := range strings.SplitSeq(string(b), "\n\n") {
		if lines := strings.Split(strings.TrimSpace(entry), "\n"); len(lines) == 3 && !strings.HasPrefix(lines[0], "#") {
			out[lines[0]] = [2]string{lines[1], lines[2]}
		}
	}
	return out, nil
}

// storeAnswers writes them as the questions of one event.
func storeAnswers(path string, answers map[string][2]string) (*store.Store, map[model.ID]string, error) {
	s, err := store.Open(path, store.Options{})
	if err != nil {
		return nil, nil, err
	}
	ids := make(map[model.ID]string)
	event := model.ID{1}
	act := model.Act{ID: model.ID{2}, Wall: time.Now(), Verb: model.VerbAsk}
	changes := []model.Change{act.Change(model.EventKey(event), model.Write(model.EventTheme, "DATA CONTOH"))}
	for n, a := range answers {
		id := model.HashID(nil, "judged", n)
		ids[id] = n
		k := model.QuestionKey(event, id)
		changes = append(
			changes, act.Change(k, model.Question{Text: a[0]}.Registers()...), act.Change(k, model.AddAnswer(model.Answer{Text: a[1]})...),
		)
	}
	if err := s.Apply(context.Background(), changes); err != nil {
		return nil, nil, errors.Join(err, s.Close())
	}
	return s, ids, nil
}
