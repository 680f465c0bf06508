package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// imports is the lists that were imported into one event, the latest first. From here, and from nowhere else, an import is taken
// back, as a whole.
type imports struct {
	mirror[model.Record] // of the event
	asks                 // whether to take an import back
	id                   model.ID
	event                model.Event
	list                 *kit.List[importRow]
	table                *kit.Table[importRow]
	page                 *prose // one import in full; nil: the list
}

// importRow is one import, and when and by whom it was taken back.
type importRow struct {
	model.Import
	added model.Element  // when, by whom and where
	back  *model.Element // nil: it stands
	gone  int            // of one that was taken back: guests off the list again,
	left  int            // and guests who stayed
}

// NewImports is the page of an event's imports.
func NewImports(env *Env, event model.ID) Screen {
	s := &imports{id: event}
	s.mirror = mirror[model.Record]{
		env: env, page: s, show: s.fill,
		read: func(ctx context.Context, store Store) (model.Record, error) {
			return store.Record(ctx, model.EventKey(event))
		},
		touched: func(c model.Commit) bool { return concerns(c, event, model.KindEvent) },
	}
	s.table = kit.NewTable(env.Look,
		kit.Column[importRow]{Title: "imports.when", Size: kit.Size{Fixed: 12}, Text: func(r importRow) string { return s.when(r.added) }},
		kit.Column[importRow]{Title: "imports.file", Size: kit.Size{Min: 14}, Text: func(r importRow) string { return r.File }},
		kit.Column[importRow]{Title: "imports.counts", Size: kit.Size{Min: 28}, Text: func(r importRow) string { return env.Tell(s.counts(r)) }},
		kit.Column[importRow]{Title: "imports.by", Size: kit.Size{Min: 10}, Text: func(r importRow) string { return s.by(r.added) }},
	)
	s.list = kit.NewList(env.Look, func(r importRow) string { return r.Act.String() }, s.table.Row)
	s.list.Empty = lang.Of("imports.reading")
	return s
}

// Title names the event.
func (s *imports) Title() string { return s.env.Say("imports.title") + "  " + s.event.Theme }

// Sample reports whether the event is sample data.
func (s *imports) Sample() bool { return s.event.Sample }

// Asking is so while a question or a page is in front.
func (s *imports) Asking() bool { return s.asking != nil || s.page != nil }

// Help explains what taking an import back leaves alone.
func (s *imports) Help() []lang.Key { return []lang.Key{"imports.help"} }

// Keys are the commands.
func (s *imports) Keys() kit.Bindings {
	return append(kit.Bindings{
		{Keys: []string{"enter"}, Label: "imports.show", Do: s.show, Disabled: s.none},
		{Keys: []string{"n"}, Label: "imports.new", Do: func() tea.Cmd { return open(NewImport(s.env, s.id)) }},
		{Keys: []string{"x", "ctrl+z"}, Label: "imports.take-back", Do: s.ask, Disabled: s.settled},
	}, s.env.partKeys(s.id, "")...)
}

func (s *imports) none() (lang.Phrase, bool) { return lang.Of("imports.none"), s.list.Len() == 0 }

// settled disables taking back what has been taken back.
func (s *imports) settled() (lang.Phrase, bool) {
	row, ok := s.list.Selected()
	if !ok {
		return lang.Of("imports.none"), true
	}
	return lang.Of("imports.is-back"), row.back != nil
}

// Update takes readings, commits, what became of taking back, answers, and what moves the cursor.
func (s *imports) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(importTakenBack); ok {
		if m.screen != s {
			return nil
		}
		return m.tell(s.env)
	}
	if cmd, taken := s.hear(msg); taken {
		return cmd
	}
	if cmd, taken := s.answer(msg); taken {
		return cmd
	}
	if s.page != nil {
		if k, ok := msg.(tea.KeyPressMsg); ok && (k.String() == "esc" || k.String() == "enter") {
			s.page = nil
			return nil
		}
		return s.page.Update(msg)
	}
	return s.list.Update(kit.Shift(msg, 0, 1))
}

// fill lists what the event's record tells of imports.
func (s *imports) fill() tea.Cmd {
	s.event = model.EventOf(s.state)
	s.list.Empty = lang.Of("imports.none")
	s.list.Show(kit.Slice[importRow](importsOf(s.state)))
	return nil
}

// when is the day and time of an element.
func (s *imports) when(e model.Element) string {
	at := e.When().In(s.env.Zone(s.event).Location())
	return date.Of(at).DayMonth(s.env.dates()) + " " + at.Format("15.04")
}

// by is who did it, and at which desk.
func (s *imports) by(e model.Element) string {
	desk := s.env.DeskWords(e.Origin.Desk)
	if e.Origin.Officer == "" {
		return desk
	}
	return e.Origin.Officer + ", " + desk
}

// counts says what an import did, or that it was taken back.
func (s *imports) counts(r importRow) lang.Phrase {
	if r.back != nil {
		return lang.Of("imports.back-at", "when", s.when(*r.back))
	}
	return lang.Of("imports.counted", "added", s.env.Number(r.Added), "updated", s.env.Number(r.Updated))
}

// show opens one import in full.
func (s *imports) show() tea.Cmd {
	r, ok := s.list.Selected()
	if !ok {
		return nil
	}
	lines := []string{
		s.env.Say("imports.page-file", "file", r.File),
		s.env.Say("imports.page-when", "when", s.when(r.added), "who", s.by(r.added)),
		s.env.Say("imports.page-counts", "rows", s.env.Number(r.Rows), "added", s.env.Number(r.Added), "updated", s.env.Number(r.Updated)),
		"",
	}
	if r.back == nil {
		lines = append(lines, s.env.Say("imports.page-stands"))
	} else {
		lines = append(lines, s.env.Say("imports.page-back", "when", s.when(*r.back), "who", s.by(*r.back),
			"gone", s.env.Number(r.gone), "left", s.env.Number(r.left)))
	}
	s.page = newProse(s.env.Look, lines)
	return nil
}

// View draws the imports, with the question below, or the page of one of them.
func (s *imports) View(w, h int) string {
	switch {
	case s.page != nil:
		return s.page.View(w, h)
	case s.asking != nil:
		return kit.Frame(w, h, "", s.asking.View(w, min(5, h)), s.list.View)
	}
	return kit.Frame(w, h, s.env.NoMark+s.table.Head(max(0, w-3)), "", s.list.View)
}

// Cursor is in the list while nothing is in front.
func (s *imports) Cursor() (x, y int, ok bool) {
	if s.asking != nil || s.page != nil {
		return 0, 0, false
	}
	x, y, ok = s.list.Cursor()
	return x, y + 1, ok
}
