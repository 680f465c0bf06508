package store

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hadir/model"
	"hadir/model/name"
	"hadir/model/term"
	"hadir/store/index"
)

// question puts what somebody looks for into the terms of the index.
func (s *Store) question(q term.Query, o model.SearchOptions) index.Query {
	out := index.Query{Today: s.today(), Limit: o.Skip + o.Limit}
	for _, g := range q.Groups {
		out.Groups = append(out.Groups, groupOf(g))
	}
	for _, g := range q.Without {
		out.Without = append(out.Without, groupOf(g))
	}
	for _, p := range q.Phrases {
		out.Phrases = append(out.Phrases, phraseOf(p))
	}
	for _, p := range q.Never {
		out.Never = append(out.Never, phraseOf(p))
	}
	out.Filters = s.filters(q.Filters)
	if len(o.Kinds) > 0 {
		out.Filters = append(out.Filters, index.Filter{Kinds: o.Kinds})
	}
	if !o.Event.IsZero() {
		out.Filters = append(out.Filters, index.Filter{Event: o.Event})
	}
	if o.Since != "" {
		out.Filters = append(out.Filters, index.Filter{From: max(1, index.DayOf(o.Since))})
	}
	if o.Facets {
		out.Facets = []string{markPrefix(term.Tag), markPrefix(term.Institution), markPrefix(term.Status)}
	}
	return out
}

func groupOf(g term.Group) index.Group {
	out := index.Group{Weight: g.Weight, Prefix: g.Prefix, Begun: term.PrefixWeight}
	for _, a := range g.Alts {
		out.Alts = append(out.Alts, index.Alt{Term: string(a.Term), Weight: a.Weight})
	}
	for _, n := range nameWords(g.Text) {
		out.Alts = append(out.Alts, index.Alt{Term: nameSign + n, Weight: nameWeight})
	}
	if n := name.Key(g.Prefix); len(n) >= shortestSound {
		out.Names = nameSign + n
	}
	return out
}

func phraseOf(p term.Phrase) (out []string) {
	for _, t := range p {
		out = append(out, string(t))
	}
	return out
}

// filters puts filters into the terms of the index: those of one field are alternatives.
func (s *Store) filters(fs []term.Filter) (out []index.Filter) {
	type key struct {
		field term.Field
		not   bool
	}
	at := make(map[key]int)
	for _, f := range fs {
		k := key{f.Field, f.Not}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, index.Filter{Not: f.Not})
		}
		widen(&out[i], f)
	}
	return out
}

// widen adds one way to pass a filter. A value that means nothing lets nothing pass.
func widen(out *index.Filter, f term.Filter) {
	switch f.Field {
	case term.Kind:
		out.Kinds = append(out.Kinds, model.KindsNamed(f.Value)...)
	case term.Status:
		for _, s := range model.StatusesNamed(f.Value) {
			out.Marks = append(out.Marks, []string{markValue(term.Status, s)})
		}
	case term.Year:
		from := index.DayOf(pad(f.Year) + "-01-01")
		to := index.DayOf(pad(f.Year) + "-12-31")
		if out.From == 0 || from < out.From {
			out.From = from
		}
		out.To = max(out.To, to)
	case term.Since:
		out.From = max(1, index.DayOf(f.Day.String()))
	default:
		var words []string
		for _, w := range f.Terms {
			words = append(words, markWord(f.Field, string(w)))
		}
		if len(words) == 0 {
			return
		}
		if f.Field != term.Event {
			out.Marks = append(out.Marks, words)
		}
		if f.Field == term.Event || f.Field == term.Village {
			out.Events = append(out.Events, words)
		}
	}
}

func pad(year int) string {
	return strings.Repeat("0", max(0, 4-len(strconv.Itoa(year)))) + strconv.Itoa(year)
}

// nameWeight is what a name counts that is only spelled in another way.
const nameWeight = 0.8

// facetsOf are the counts of a search, by field, then the most frequent first.
func facetsOf(r index.Result) (out []model.Facet) {
	group := func(f model.FacetField, counts map[string]int) {
		from := len(out)
		for v, n := range counts {
			out = append(out, model.Facet{Field: f, Value: v, Count: n})
		}
		slices.SortFunc(out[from:], func(a, b model.Facet) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
		})
	}
	kinds, years, events := make(map[string]int), make(map[string]int), make(map[string]int)
	for k, n := range r.Kinds {
		kinds[k.String()] += n
	}
	for d, n := range r.Days {
		years[strconv.Itoa(index.YearOf(d))] += n
	}
	for e, n := range r.Events {
		events[e.String()] += n
	}
	group(model.FacetKind, kinds)
	group(model.FacetYear, years)
	for _, f := range []struct {
		facet model.FacetField
		field term.Field
	}{{model.FacetStatus, term.Status}, {model.FacetTag, term.Tag}, {model.FacetInstitution, term.Institution}} {
		counts := make(map[string]int)
		for t, n := range r.Terms {
			if v, ok := strings.CutPrefix(t, markPrefix(f.field)); ok {
				counts[v] += n
			}
		}
		group(f.facet, counts)
	}
	group(model.FacetEvent, events)
	return out
}
