package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/term"
	"hadir/store"
)

// archiveSizes are the arguments that make the archive: the large one takes minutes.
func (l *lab) archiveSizes() []string {
	if l.quick {
		return []string{"-events", "100", "-guests", "5000", "-questions", "2000", "-actions", "1000"}
	}
	return nil
}

// makeArchive makes the archive, unless there is one to be used again.
func (l *lab) makeArchive() (string, error) {
	if path := os.Getenv("HADIR_ARCHIVE"); path != "" {
		return path, nil
	}
	program, err := l.build("archive", "hadir/ui/figures/archive")
	if err != nil {
		return "", err
	}
	path := filepath.Join(l.dir, "years.db")
	cmd := exec.Command(program, append([]string{"-out", path}, l.archiveSizes()...)...)
	cmd.Stderr = os.Stderr
	return path, cmd.Run()
}

// openArchive opens the archive, which has to be closed.
func (l *lab) openArchive() (*store.Store, error) {
	path, err := l.archive()
	if err != nil {
		return nil, err
	}
	return store.Open(path, store.Options{})
}

// searching takes a mixed set of searches in the archive, in turns with the same at two other engines that have the same notes
// in them: what is typed until the best twenty are there with their texts. Ours also looks for other forms of the words.
func searching(l *lab) (rows []row, err error) {
	s, err := l.openArchive()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	notes, err := notesOf(s)
	if err != nil {
		return nil, err
	}
	peers, err := l.peers(notes)
	if err != nil {
		return nil, err
	}
	defer func() {
		for _, p := range peers {
			err = errors.Join(err, p.close())
		}
	}()
	r, err := searchInTurns(l, s, peers, mixed(notes))
	if err != nil {
		return nil, err
	}
	return r.rows(len(notes), peers), nil
}

// peers are the other engines, with the notes in them.
func (l *lab) peers(notes []note) ([]peer, error) {
	sqlite, err := openFTS5(filepath.Join(l.dir, "fts5.db"))
	if err != nil {
		return nil, err
	}
	bleves, err := openBleve(filepath.Join(l.dir, "bleve"))
	if err != nil {
		return nil, err
	}
	peers := []peer{sqlite, bleves}
	for _, p := range peers {
		if err := p.add(notes); err != nil {
			return nil, fmt.Errorf("%s: %w", p.name(), err)
		}
	}
	return peers, nil
}

// notesOf are the texts that the archive finds: what the peers are given.
func notesOf(s *store.Store) (notes []note, err error) {
	ctx := context.Background()
	events, err := s.Events(ctx)
	if err != nil {
		return nil, err
	}
	for _, e := range events {
		notes = append(notes, note{e.ID.String(), text(e.Theme, e.Conclusion, e.Venue, e.Organiser)})
		questions, err := s.Questions(ctx, e.ID)
		if err != nil {
			return nil, err
		}
		for _, q := range questions {
			parts := []string{q.Text, q.Basis, strings.Join(q.Tags, " ")}
			for _, a := range q.Answers {
				parts = append(parts, a.Text)
			}
			notes = append(notes, note{q.ID.String(), text(parts...)})
		}
		actions, err := s.Actions(ctx, e.ID)
		if err != nil {
			return nil, err
		}
		for _, a := range actions {
			notes = append(notes, note{a.ID.String(), text(a.Do, a.Problem, a.Output, a.Owner)})
		}
		items, err := s.Agenda(ctx, e.ID)
		if err != nil {
			return nil, err
		}
		for _, x := range items {
			notes = append(notes, note{x.ID.String(), text(append(x.Points, x.Title)...)})
		}
	}
	return notes, nil
}

func text(parts ...string) string { return strings.Join(parts, "\n") }

// mixed are thirty searches of each sort, drawn from the notes themselves, so that each finds something.
func mixed(notes []note) (out []asked) {
	rng := rand.New(rand.NewPCG(4, 2))
	words := func() []string {
		for {
			all := strings.FieldsFunc(notes[rng.IntN(len(notes))].text, func(r rune) bool { return !letter(r) })
			if len(all) >= 8 {
				return all
			}
		}
	}
	long := func(all []string) string {
		for range 50 {
			if w := all[rng.IntN(len(all))]; len(w) >= 6 {
				return w
			}
		}
		return all[0]
	}
	common := strings.Fields("paspor imigrasi pekerja migran indonesia desa surat izin keluarga kepala")
	for i := range 30 {
		all := words()
		at := rng.IntN(len(all) - 2)
		w := long(all)
		out = append(
			out,
			asked{sort: "a word", words: []string{w}},
			asked{sort: "a common word", words: []string{common[i%len(common)]}},
			asked{sort: "a phrase", words: all[at : at+2], phrase: true},
			asked{sort: "a beginning", words: []string{w[:3+i%3]}, prefix: true},
			asked{sort: "two words", words: []string{w, common[i%len(common)]}},
			asked{sort: "two words", words: []string{long(all), w}},
			asked{sort: "three words", words: []string{common[(i+3)%len(common)], long(all), w}},
		)
	}
	return out
}

// race is what each engine took, ours first, by the sort of search.
type race struct {
	all    []times
	bySort map[string][]times
	sorts  []string
}

func searchInTurns(l *lab, s *store.Store, peers []peer, queries []asked) (*race, error) {
	r := &race{all: make([]times, 1+len(peers)), bySort: make(map[string][]times)}
	var words term.Analyzer
	today := date.Of(time.Now())
	ours := func(a asked) error {
		_, err := s.Search(context.Background(), words.Parse(a.typed(), today, a.prefix), model.SearchOptions{})
		return err
	}
	for round := range 1 + l.rounds(4) {
		for _, a := range queries {
			took := make([]time.Duration, 1+len(peers))
			begin := time.Now()
			if err := ours(a); err != nil {
				return nil, err
			}
			took[0] = time.Since(begin)
			for i, p := range peers {
				begin = time.Now()
				if _, err := p.find(a, 20); err != nil {
					return nil, fmt.Errorf("%s: %q: %w", p.name(), a.typed(), err)
				}
				took[1+i] = time.Since(begin)
			}
			if round == 0 {
				continue // the first round makes room
			}
			r.add(a.sort, took)
		}
	}
	return r, nil
}

func (r *race) add(sort string, took []time.Duration) {
	if r.bySort[sort] == nil {
		r.bySort[sort] = make([]times, len(took))
		r.sorts = append(r.sorts, sort)
	}
	for i, t := range took {
		r.all[i] = append(r.all[i], t)
		r.bySort[sort][i] = append(r.bySort[sort][i], t)
	}
}

func (r *race) rows(notes int, peers []peer) (rows []row) {
	p50, p99 := r.all[0].median(), r.all[0].p99()
	for i, p := range peers {
		limit := []float64{0.2, 1 / 1.5}[i]
		x := ratio(p50, r.all[1+i].median())
		bars := []bar{{fmt.Sprintf("at most %.2fx the peer", limit), x <= limit}}
		if i == 0 {
			bars = append(bars, under(p50, 2*time.Millisecond))
		}
		rows = append(rows, row{
			what: fmt.Sprintf("a search in the archive of %d notes, mixed, median", notes), ours: show(p50),
			peer: show(r.all[1+i].median()) + " (" + p.name() + ")", ratio: x, bars: bars,
		})
	}
	for i, p := range peers {
		rows = append(rows, row{
			what: "the same, p99", ours: show(p99), peer: show(r.all[1+i].p99()) + " (" + p.name() + ")",
			ratio: ratio(p99, r.all[1+i].p99()), bars: []bar{under(p99, 10*time.Millisecond)},
		})
	}
	for _, sort := range r.sorts {
		t := r.bySort[sort]
		rows = append(rows, row{
			what: "of these, " + sort + ", median", ours: show(t[0].median()) + " (p99 " + show(t[0].p99()) + ")",
			peer: show(t[1].median()) + " (" + peers[0].name() + "), " + show(t[2].median()) + " (" + peers[1].name() + ")",
		})
	}
	return rows
}

// similar is how long it takes to find earlier questions like one that is being typed.
func similar(l *lab) (rows []row, err error) {
	s, err := l.openArchive()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	ctx := context.Background()
	events, err := s.Events(ctx)
	if err != nil {
		return nil, err
	}
	var took times
	for i := range l.rounds(200) {
		qs, err := s.Questions(ctx, events[i*7%len(events)].ID)
		if err != nil || len(qs) == 0 {
			return nil, err
		}
		// As if it were being typed: half of the words are there.
		q := qs[i%len(qs)]
		typed := q.Text[:len(q.Text)/2]
		begin := time.Now()
		if _, err := s.Similar(ctx, typed, q.ID, 3); err != nil {
			return nil, err
		}
		took = append(took, time.Since(begin))
	}
	return []row{{
		what: "earlier questions like half a question, median and p99", ours: show(took.median()) + ", " + show(took.p99()),
		bars: []bar{under(took.p99(), 100*time.Millisecond)},
	}}, nil
}
