package store

import (
	"cmp"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/term"
)

// hitOf reads the record that a search found, and finds which of its parts the query matches best. False when the record is
// gone: the index is a little behind where it is damaged.
func (s *Store) hitOf(tx *bolt.Tx, k model.Key, q term.Query, a *term.Analyzer) (h model.Hit, ok bool, err error) {
	r, err := s.codec.read(tx, k)
	if err != nil {
		return h, false, err
	}
	d, ok := documentOf(r)
	if !ok {
		return h, false, nil
	}
	best := bestPart(d, q, a)
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
	er, err := s.codec.read(tx, model.EventKey(k.Event))
	if err != nil {
		return h, false, err
	}
	e := model.EventOf(er)
	h.EventTheme, h.Place, h.Sample = e.Theme, e.Venue, e.Sample
	h.Date = cmp.Or(e.Date, h.Date)
	return h, !e.Removed, nil
}

// carrier is the name of who carries an agenda item.
func (s *Store) carrier(tx *bolt.Tx, event, role model.ID) (string, error) {
	if role.IsZero() {
		return "", nil
	}
	r, err := s.codec.read(tx, model.RoleKey(event, role))
	return model.RoleOf(r).FullName(), err
}

// bestPart is the part of a document in which most letters are marked; the first where none is.
func bestPart(d document, q term.Query, a *term.Analyzer) textPart {
	best, most := d.texts[0], 0
	for _, p := range d.texts {
		groups := matched(q, tokensOf(a, p.text))
		if n := groups * p.weight; n > most {
			best, most = p, n
		}
	}
	return best
}

// matched is how many groups of a query a text has something of.
func matched(q term.Query, has map[term.Term]int) (n int) {
	for _, g := range q.Groups {
		if groupMatches(g, has) {
			n++
		}
	}
	return n + len(q.Phrases)
}

func groupMatches(g term.Group, has map[term.Term]int) bool {
	for _, alt := range g.Alts {
		if has[alt.Term] > 0 {
			return true
		}
	}
	if g.Prefix != "" {
		for t := range has {
			if t.Class() == term.Raw && strings.HasPrefix(string(t), g.Prefix) {
				return true
			}
		}
	}
	return false
}

// tokensOf counts the terms of a text.
func tokensOf(a *term.Analyzer, text string) map[term.Term]int {
	has := make(map[term.Term]int)
	for _, t := range a.Append(nil, text) {
		has[t.Term]++
	}
	return has
}
