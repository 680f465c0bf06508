package screen

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// evidence is the sixth part of an event: what inspectors ask for, whether it is there, and the files that show it. A file
// stays where it is; whether it still does is looked up when the page is opened, one file after the other.
type evidence struct {
	mirror[evidenceState]
	asks    // whether to remove a file
	id      model.ID
	list    *kit.List[model.Evidence]
	checked map[model.ID]fileState
	round   int // of the last looking through the files
	above   int // lines above the list at the last View
}

// evidenceState is what was recorded for an event, and what the dossier says of it.
type evidenceState struct {
	event   model.Event
	files   []model.Evidence
	dossier []model.DossierPoint
}

// evidenceReader reads the files that were recorded, and files themselves.
type evidenceReader interface {
	Evidence(ctx context.Context, event model.ID) ([]model.Evidence, error)
	Fingerprint(ctx context.Context, path string) (model.FileSum, error)
}

// NewEvidence is the files of an event.
func NewEvidence(env *Env, event model.ID) Screen {
	s := &evidence{id: event, checked: make(map[model.ID]fileState)}
	s.mirror = mirror[evidenceState]{
		env: env, page: s, show: s.show,
		read: func(ctx context.Context, store Store) (evidenceState, error) { return readEvidence(ctx, store, event) },
		touched: func(c model.Commit) bool {
			return concerns(c, event, model.KindEvidence, model.KindEvent, model.KindAgenda, model.KindQuestion)
		},
	}
	type column = kit.Column[model.Evidence]
	state := func(e model.Evidence) string { return env.Say(s.checked[e.ID].words()) }
	wide := kit.NewTable(env.Look,
		column{Size: kit.Size{Fixed: 18}, Text: env.Proof},
		column{Size: kit.Size{Min: 12, Share: 1}, Text: func(e model.Evidence) string { return cmp.Or(e.Caption, filepath.Base(e.Path)) }},
		column{Size: kit.Size{Fixed: 20}, Text: state},
		column{Size: kit.Size{Fixed: 9}, Right: true, Text: func(e model.Evidence) string { return env.bytes(e.Size) }},
	)
	// Where there is no room for both, that a file has gone matters more than what it shows.
	narrow := kit.NewTable(env.Look, column{Size: kit.Size{Min: 12, Share: 1}, Text: env.Proof}, column{Size: kit.Size{Fixed: 20}, Text: state})
	s.list = kit.NewList(env.Look, func(e model.Evidence) string { return e.ID.String() }, func(e model.Evidence, w int) string {
		if w < evidenceNarrow {
			return narrow.Row(e, w)
		}
		return wide.Row(e, w)
	})
	return s
}

// Title names the event.
func (s *evidence) Title() string { return s.env.Say("evidence.title") + "  " + s.state.event.Theme }

// Sample reports whether the event is sample data.
func (s *evidence) Sample() bool { return s.state.event.Sample }

// Help explains what is recorded.
func (s *evidence) Help() []lang.Key { return []lang.Key{"evidence.help"} }

// Keys are the commands.
func (s *evidence) Keys() kit.Bindings {
	return append(kit.Bindings{
		{Keys: []string{"p"}, Label: "papers.key", Do: func() tea.Cmd { return send(Replace{NewPapers(s.env, s.id)}) }},
		{Keys: []string{"n"}, Label: "evidence.new", Do: func() tea.Cmd { return s.leave(newEvidencePick(s.env, s.id)) }},
		{Keys: []string{"enter", "e"}, Label: "evidence.edit", Do: s.edit, Disabled: s.none},
		{Keys: []string{"x", "delete"}, Label: "evidence.remove", Do: s.remove, Disabled: s.none},
		{Keys: []string{"u"}, Label: "evidence.check", Do: s.recheck, Disabled: s.none},
		{Keys: []string{"k"}, Label: "event.closing", Do: func() tea.Cmd { return s.leave(newClosing(s.env, s.id)) }},
		{Keys: []string{"ctrl+z"}, Label: "event.undo", Do: func() tea.Cmd { return s.env.undoLast(s, s.state.event) }, Hidden: true},
	}, s.env.partKeys(s.id, partEvidence)...)
}

func (s *evidence) none() (lang.Phrase, bool) { return lang.Of("evidence.none"), s.list.Len() == 0 }

// Update takes what is read and written, looks at files, answers, and what moves the cursor.
func (s *evidence) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(evidenceChecked); ok {
		if m.screen != s || m.round != s.round {
			return nil
		}
		s.checked[m.id] = m.state
		return s.check()
	}
	if cmd, taken := s.hear(msg); taken {
		return cmd
	}
	if cmd, taken := s.answer(msg); taken {
		return cmd
	}
	return s.list.Update(kit.Shift(msg, 0, s.above))
}

func readEvidence(ctx context.Context, store Store, id model.ID) (out evidenceState, err error) {
	if out.event, err = store.Event(ctx, id); err != nil {
		return out, err
	}
	if out.files, err = store.Evidence(ctx, id); err != nil {
		return out, err
	}
	// In the order in which inspectors ask, photos by their slots.
	proofs, slots := model.Proofs(), model.PhotoSlots()
	slices.SortStableFunc(out.files, func(a, b model.Evidence) int {
		return cmp.Or(cmp.Compare(slices.Index(proofs, a.Proof), slices.Index(proofs, b.Proof)),
			cmp.Compare(slices.Index(slots, a.Slot), slices.Index(slots, b.Slot)))
	})
	sessions, err := store.Sessions(ctx, id)
	if err != nil {
		return out, err
	}
	record, err := store.Record(ctx, model.EventKey(id))
	if err != nil {
		return out, err
	}
	holds := model.Holdings{Event: out.event, Evidence: out.files, Prints: model.PrintsOf(record)}
	for _, x := range sessions {
		n, err := store.Counts(ctx, id, x.ID)
		if err != nil {
			return out, err
		}
		holds.Came += n.Came()
	}
	if holds.Notes, err = noted(ctx, store, id); err != nil {
		return out, err
	}
	out.dossier = model.Dossier(holds)
	return out, nil
}

// noted reports whether anything of what was said at an event is written down.
func noted(ctx context.Context, store Store, id model.ID) (bool, error) {
	items, err := store.Agenda(ctx, id)
	if err != nil || slices.ContainsFunc(items, func(x model.AgendaItem) bool { return len(x.Points) > 0 }) {
		return err == nil, err
	}
	questions, err := store.Questions(ctx, id)
	return len(questions) > 0, err
}

// show lists the files, and begins to look whether they are still there: an earlier round was about an earlier list.
func (s *evidence) show() tea.Cmd {
	s.list.Show(kit.Slice[model.Evidence](s.state.files))
	s.round++
	return s.check()
}

func (s *evidence) edit() tea.Cmd {
	e, _ := s.list.Selected()
	return s.leave(newEvidenceForm(s.env, s.id, e))
}

// remove asks before a file is no longer recorded. The file itself is left alone.
func (s *evidence) remove() tea.Cmd {
	e, _ := s.list.Selected()
	file := filepath.Base(e.Path)
	s.asking = kit.NewConfirm(s.env.Look, lang.Of("evidence.remove-ask", "file", file),
		kit.Answer{Label: "kit.no"}, kit.Answer{Label: "kit.yes", Do: func() tea.Cmd {
			return s.env.removeRecord(s, model.EvidenceKey(s.id, e.ID), lang.Of("evidence.removed", "file", file))
		}})
	return nil
}
