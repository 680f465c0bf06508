package screen

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/name"
	"hadir/model/term"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// facetMost is how many values of one field are listed.
const facetMost = 6

// facetRow is one row of the list of facets: a value, or the heading of a field.
type facetRow struct {
	field model.FacetField
	value string // as it is shown; empty: a heading
	typed string // as it stands in a filter
	means string // as it is stored
	count int
	on    bool // the query narrows by it
}

func (r facetRow) id() string { return string(r.field) + "\x00" + r.typed }

// facetList is what can be narrowed by, with how many records have it.
type facetList struct {
	*kit.List[facetRow]
	env  *Env
	rows []facetRow
	code string // the language in which the rows were made
}

func newFacetList(env *Env) *facetList {
	l := &facetList{env: env}
	l.List = kit.NewList(env.Look, facetRow.id, l.draw)
	l.Bare = func(r facetRow) bool { return r.value == "" }
	l.Empty = lang.Of("archive.no-facets")
	return l
}

func (l *facetList) nothing() (lang.Phrase, bool) {
	return lang.Of("archive.no-facets"), len(l.rows) == 0
}

// draw gives one row in w cells: chosen ones are marked, and counts stand at the right.
func (l *facetList) draw(r facetRow, w int) string {
	if r.value == "" {
		return l.env.Title.Render(l.env.Cut(l.env.Say(facetWords(r.field)), w))
	}
	box := "[ ] "
	if r.on {
		box = "[x] "
	}
	n := l.env.Number(r.count)
	return box + l.env.Cell(r.value, max(0, w-len(box)-len(n)-1)) + " " + n
}

// Update moves the cursor; headings are passed over.
func (l *facetList) Update(msg tea.Msg) tea.Cmd {
	before := l.Index()
	l.List.Update(msg)
	l.step(before)
	return nil
}

// step takes the cursor off a heading, on in the direction in which it came.
func (l *facetList) step(before int) {
	if r, ok := l.Selected(); !ok || r.value != "" {
		return
	}
	if l.Index() < before && l.Index() > 0 {
		l.Select(l.Index() - 1)
		return
	}
	l.Select(l.Index() + 1)
}

// show lists what a search counted. What the query narrows by and nothing has any more stays, so that it can be taken away.
func (l *facetList) show(s *inquiry) {
	l.rows, l.code = nil, l.env.Code()
	for _, field := range []model.FacetField{
		model.FacetKind, model.FacetYear, model.FacetStatus, model.FacetTag, model.FacetEvent, model.FacetInstitution,
	} {
		rows := l.valuesOf(field, s)
		if len(rows) == 0 {
			continue
		}
		l.rows = append(append(l.rows, facetRow{field: field}), rows...)
	}
	l.Show(kit.Slice[facetRow](l.rows))
	l.step(l.Index() + 1)
	l.step(l.Index())
}

// valuesOf are the rows of one field.
func (l *facetList) valuesOf(field model.FacetField, s *inquiry) (rows []facetRow) {
	for _, f := range s.found.Facets {
		if f.Field != field || len(rows) == facetMost || f.Count == 0 {
			continue
		}
		if r := l.row(f, s.names); r.value != "" {
			r.on = filterOf(s.query, r) >= 0
			rows = append(rows, r)
		}
	}
	for _, f := range s.query.Filters {
		if filterField(field) == f.Field && !f.Not && !slices.ContainsFunc(rows, func(x facetRow) bool { return stands(f, x) }) {
			r := facetRow{field: field, value: f.Value, typed: f.Value, means: f.Value, on: true}
			rows = append(rows, r)
		}
	}
	return rows
}

// row puts a facet into words.
func (l *facetList) row(f model.Facet, names map[string]string) facetRow {
	r := facetRow{field: f.Field, value: f.Value, typed: f.Value, means: f.Value, count: f.Count}
	switch f.Field {
	case model.FacetKind:
		for k := model.KindSetting; k <= model.KindEvidence; k++ {
			if k.String() == f.Value {
				r.value = l.env.Say(KindWords(k))
			}
		}
		r.typed = r.value
	case model.FacetStatus:
		r.value = l.env.Say(lang.Key("archive.status." + f.Value))
		r.typed = r.value
	case model.FacetYear:
		if f.Value == "0" {
			r.value = "" // of no day
		}
	case model.FacetEvent:
		r.value = names[f.Value]
		r.typed = r.value
	}
	return r
}

// summary is the most frequent values in one line; the field that is narrowed by says so.
func (l *facetList) summary() string {
	var parts []string
	var values []string
	flush := func() {
		if len(values) > 0 {
			parts[len(parts)-1] += " " + strings.Join(values, ", ")
		}
		values = nil
	}
	for _, r := range l.rows {
		switch {
		case r.value == "" && r.field != model.FacetEvent && r.field != model.FacetInstitution:
			flush()
			parts = append(parts, l.env.Say(facetWords(r.field))+":")
		case r.value == "":
			flush()
			return strings.Join(parts, "  ")
		case len(values) < 4:
			s := l.env.Cut(r.value, nameMost) + " " + l.env.Number(r.count)
			if r.on {
				s = "[x] " + s
			}
			values = append(values, s)
		}
	}
	flush()
	return strings.Join(parts, "  ")
}

func facetWords(f model.FacetField) lang.Key { return lang.Key("archive.facet." + string(f)) }

// filterField is the field by which a query narrows to a facet.
func filterField(f model.FacetField) term.Field {
	switch f {
	case model.FacetKind:
		return term.Kind
	case model.FacetYear:
		return term.Year
	case model.FacetStatus:
		return term.Status
	case model.FacetTag:
		return term.Tag
	case model.FacetInstitution:
		return term.Institution
	}
	return term.Event
}

// filterOf is the place among a query's filters of the one that a row stands for; -1 where there is none.
func filterOf(q term.Query, r facetRow) int {
	return slices.IndexFunc(q.Filters, func(f term.Filter) bool {
		return f.Field == filterField(r.field) && !f.Not && stands(f, r)
	})
}

// stands reports whether a filter's value is that of a row, in whatever language it was typed.
func stands(f term.Filter, r facetRow) bool {
	switch r.field {
	case model.FacetStatus:
		means := model.StatusesNamed(f.Value)
		return len(means) == 1 && means[0] == r.means
	case model.FacetKind:
		means := model.KindsNamed(f.Value)
		return len(means) == 1 && means[0].String() == r.means
	}
	return same(f.Value, r.typed)
}

// same compares what was typed with a value, capitals and dashes aside.
func same(a, b string) bool { return name.FoldText(a) == name.FoldText(b) }

// narrow adds the filter under the cursor to what is typed, or takes it out again.
func (a *archive) narrow() tea.Cmd {
	r, ok := a.facets.Selected()
	if !ok || r.value == "" {
		return nil
	}
	typed := a.box.Value()
	// Of the search that is shown the words may be older than those in the box: what stands there counts.
	q := a.draws.Parse(typed, a.env.Today(), false)
	if i := filterOf(q, r); i >= 0 {
		q.Filters = slices.Delete(q.Filters, i, i+1)
		typed = q.String()
	} else {
		typed = strings.TrimSpace(typed) + " " + filterText(filterField(r.field), r.typed)
	}
	a.box.SetValue(strings.TrimSpace(typed) + " ")
	return a.typed()
}

// filterText is a filter as it is typed.
func filterText(f term.Field, value string) string {
	value = strings.Join(strings.FieldsFunc(value, func(r rune) bool { return r == '"' || r == ' ' || r == '\n' }), " ")
	if strings.Contains(value, " ") {
		value = `"` + value + `"`
	}
	return string(f) + ":" + value
}
