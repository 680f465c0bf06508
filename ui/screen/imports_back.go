package screen

import (
	"context"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/roster"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// importsOf is the imports that an event remembers, the latest first. The word that one was taken back is an element of
// its own: the import and its undoing were done by two people at two times.
func importsOf(r model.Record) []importRow {
	var rows []importRow
	for _, e := range r.Elements(model.EventImports) {
		x, ok := model.ImportOf(e)
		switch {
		case !ok:
		case !x.TakenBack:
			rows = append(rows, importRow{Import: x, added: e})
		default:
			for i := range rows {
				if rows[i].Act == x.Act {
					rows[i].back, rows[i].gone, rows[i].left = &e, x.Gone, x.Left
				}
			}
		}
	}
	slices.Reverse(rows)
	return rows
}

// importTakenBack is the outcome of taking an import back.
type importTakenBack struct {
	screen *imports
	note   model.Import
	kept   int // registers left alone, because somebody has written them since
	err    error
}

// ask asks before an import is taken back.
func (s *imports) ask() tea.Cmd {
	row, ok := s.list.Selected()
	if !ok {
		return nil
	}
	s.asking = kit.NewConfirm(s.env.Look, lang.Of("imports.ask", "file", row.File, "added", s.env.Number(row.Added), "updated", s.env.Number(row.Updated)),
		kit.Answer{Label: "imports.leave"}, kit.Answer{Label: "imports.do-take-back", Do: func() tea.Cmd { return s.takeBack(row) }})
	return nil
}

// takeBack takes an import back, in one act: what it filled in is emptied, whom it brought goes off the list. Nothing that
// anybody has done since is lost.
func (s *imports) takeBack(row importRow) tea.Cmd {
	out := importTakenBack{screen: s}
	act, store, id := s.env.Act(model.VerbUndo), s.env.Store, s.id
	act.Undoes = row.Act
	return s.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) (err error) {
			out.note, out.kept, err = takeBackImport(ctx, store, act, id, row.Import)
			return err
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

// takeBackImport writes what takes an import back, and gives the note about it.
func takeBackImport(ctx context.Context, store Store, act model.Act, event model.ID, x model.Import) (model.Import, int, error) {
	done, err := store.ActChanges(ctx, event, x.Act)
	if err != nil {
		return x, 0, err
	}
	done = slices.DeleteFunc(done, func(c model.Change) bool { return c.Key.Kind != model.KindGuest })
	used, err := usedGuests(ctx, store, event, done)
	if err != nil {
		return x, 0, err
	}
	mine := slices.DeleteFunc(done, func(c model.Change) bool { return used[c.Key.ID] })
	changes, kept, err := store.Undo(ctx, act, mine)
	if err != nil {
		return x, 0, err
	}
	x.TakenBack, x.Gone, x.Left = true, removals(changes), len(used)
	changes = append(changes, act.Change(model.EventKey(event), model.Add(model.EventImports, x.Text())))
	return x, kept, store.Apply(ctx, changes)
}

// usedGuests are the guests of an import who stay, because of any of the sessions.
func usedGuests(ctx context.Context, store Store, event model.ID, done []model.Change) (map[model.ID]bool, error) {
	sessions, err := store.Sessions(ctx, event)
	if err != nil {
		return nil, err
	}
	used := make(map[model.ID]bool)
	for _, s := range sessions {
		h, err := store.Hall(ctx, event, s.ID)
		if err != nil {
			return nil, err
		}
		maps.Copy(used, roster.Used(done, h))
	}
	return used, nil
}

// removals counts the guests who go off the list.
func removals(changes []model.Change) (n int) {
	for _, c := range changes {
		if slices.ContainsFunc(c.Sets, func(s model.Set) bool { return s.Field == model.Removed && s.Value != "" }) {
			n++
		}
	}
	return n
}

// tell says what was taken back, and what stays.
func (m importTakenBack) tell(env *Env) tea.Cmd {
	args := []any{"file", m.note.File, "gone", env.Number(m.note.Gone), "left", env.Number(m.note.Left), "kept", env.Number(m.kept)}
	switch {
	case m.err != nil:
		return say(kit.Bad, "imports.unsaved", "why", Failure(m.err))
	case m.note.Left > 0:
		return say(kit.Warn, "imports.taken-back-left", args...)
	case m.kept > 0:
		return say(kit.Warn, "imports.taken-back-kept", args...)
	}
	return say(kit.Good, "imports.taken-back", args...)
}
