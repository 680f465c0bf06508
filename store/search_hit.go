package store

import (
	"cmp"
	"math/bits"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/term"
)

// hitOf reads the record that a search found, and finds which of its parts the query matches best. False when the record is
// gone: the index is a little behind where it is damaged.
func (s *Store) hitOf(tx *bolt.Tx, k model.Key, find *finder) (h model.Hit, ok bool, err error) {
	if k.Kind == model.KindPerson || k.Kind == model.KindInstitution {
		return s.guestHit(tx, k, find)
	}
	r, err := s.codec.read(tx, k)
	if err != nil {
		return h, false, err
	}
	d, ok := documentOf(r)
	if !ok {
		return h, false, nil
	}
	best := find.best(d)
	h = model.Hit{Key: k, Title: d.texts[0].text, Part: best.part, Text: best.text, Event: k.Event}
	switch k.Kind {
	case model.KindQuestion:
		x := model.QuestionOf(r)
		h.Who, h.Internal = x.Asker, x.Internal
	case model.KindAction:
		h.Who = model.ActionOf(r).Owner
		h.Date = model.ActionOf(r).Due
	case model.KindAgenda:
		h.Who, err = s.carrier(tx, k.Event, model.AgendaItemOf(r).Role)
	}
	if err != nil || k.Event.IsZero() {
		return h, err == nil, err
	}
	e, err := s.events.of(tx, s.codec, k.Event)
	if err != nil {
		return h, false, err
	}
	h.EventTheme, h.Place, h.Sample = e.Theme, e.Venue, e.Sample
	h.Date = cmp.Or(e.Date, h.Date)
	return h, !e.Removed, nil
}

// guestHit is the hit of a person or an institution, as a list has them.
func (s *Store) guestHit(tx *bolt.Tx, k model.Key, find *finder) (h model.Hit, ok bool, err error) {
	of, document := s.personHit, personDocument
	if k.Kind == model.KindInstitution {
		of, document = s.institutionHit, institutionDocument
	}
	g, e, ok, err := of(tx, k.ID)
	if err != nil || !ok {
		return h, false, err
	}
	d := document(g)
	best := find.best(d)
	h = model.Hit{
		Key: k, Title: d.texts[0].text, Part: best.part, Text: best.text, Date: e.Date, Place: g.From(), Sample: e.Sample,
	}
	if k.Kind == model.KindPerson {
		h.Who = g.Post
	}
	return h, true, nil
}

// carrier is the name of who carries an agenda item.
func (s *Store) carrier(tx *bolt.Tx, event, role model.ID) (string, error) {
	if role.IsZero() {
		return "", nil
	}
	r, err := s.codec.read(tx, model.RoleKey(event, role))
	return model.RoleOf(r).FullName(), err
}

// finder tells which of a query's groups a text has.
type finder struct {
	words    *term.Analyzer
	tokens   []term.Token
	groups   map[term.Term]uint64 // by term, the groups that it stands for
	prefixes map[string]uint64
	all      uint64
}

func newFinder(q *term.Query, words *term.Analyzer) *finder {
	f := &finder{words: words, groups: make(map[term.Term]uint64), prefixes: make(map[string]uint64)}
	for i, g := range q.Groups[:min(len(q.Groups), 64)] {
		bit := uint64(1) << i
		f.all |= bit
		for _, a := range g.Alts {
			f.groups[a.Term] |= bit
		}
		if g.Prefix != "" {
			f.prefixes[g.Prefix] |= bit
		}
	}
	return f
}

// has are the groups of which a text has something.
func (f *finder) has(text string) (found uint64) {
	f.tokens = f.words.Append(f.tokens[:0], text)
	for _, t := range f.tokens {
		found |= f.groups[t.Term]
		for p, bit := range f.prefixes {
			if t.Term.Class() == term.Raw && strings.HasPrefix(string(t.Term), p) {
				found |= bit
			}
		}
		if found == f.all {
			break
		}
	}
	return found
}

// best is the part of a document that has most of the groups, what it is called before the rest.
func (f *finder) best(d document) textPart {
	best, most := d.texts[0], 0
	if len(d.texts) == 1 {
		return best
	}
	for _, p := range d.texts {
		found := f.has(p.text)
		if n := bits.OnesCount64(found) * p.weight; n > most {
			best, most = p, n
		}
		if found == f.all && p.weight == titleWeight {
			break
		}
	}
	return best
}
