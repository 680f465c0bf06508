package screen

import (
	"context"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// run says that the item under the cursor is running now, or that it has ended.
func (a *agenda) run() tea.Cmd {
	x, _ := a.list.Selected()
	now, said := x.ID.String(), lang.Of("agenda.runs", "title", x.Title)
	if x.ID == a.state.event.Running {
		now, said = "", lang.Of("agenda.ended", "title", x.Title)
	}
	set, ok := a.state.record.Write(model.EventRunning, now)
	if !ok {
		return nil
	}
	change := a.env.Act(model.VerbRun).Change(a.state.record.Key, set)
	return a.env.Write([]model.Change{change}, func(err error) tea.Msg { return written{a, said, err} })
}

// move exchanges an item with its neighbour; all are numbered anew where numbers had met.
func (a *agenda) move(by int) tea.Cmd {
	at := a.list.Index()
	to := at + by
	if to < 0 || to >= len(a.state.items) {
		return nil
	}
	items := slices.Clone(a.state.items)
	items[at], items[to] = items[to], items[at]
	a.state.items = items
	a.list.Show(kit.Slice[model.AgendaItem](items))
	act, store := a.env.Act(model.VerbEdit), a.env.Store
	return a.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			changes, err := renumber(ctx, store, act, items)
			if err != nil {
				return err
			}
			return store.Apply(ctx, changes)
		},
		Done: func(err error) tea.Msg { return written{a, lang.Of("agenda.moved"), err} },
	})
}

// renumber is the changes that give items the numbers of their places, against the records as they are when their turn to be
// written comes.
func renumber(ctx context.Context, store recordReader, act model.Act, items []model.AgendaItem) ([]model.Change, error) {
	var changes []model.Change
	for i, x := range items {
		key := model.AgendaItemKey(x.Event, x.ID)
		record, err := store.Record(ctx, key)
		if err != nil {
			return nil, err
		}
		if set, ok := record.Write(model.AgendaOrder, strconv.Itoa(i+1)); ok {
			changes = append(changes, act.Change(key, set))
		}
	}
	return changes, nil
}

// remove asks before an item is taken off the agenda.
func (a *agenda) remove() tea.Cmd {
	x, _ := a.list.Selected()
	a.asking = kit.NewConfirm(a.env.Look, lang.Of("agenda.remove-ask", "title", x.Title, "n", len(x.Points)),
		kit.Answer{Label: "kit.no"}, kit.Answer{Label: "kit.yes", Do: func() tea.Cmd {
			return a.env.removeRecord(a, model.AgendaItemKey(a.id, x.ID), lang.Of("agenda.removed", "title", x.Title))
		}})
	return nil
}

// removeRecord takes a record away, against what it is when its turn to be written comes; page is told.
func (e *Env) removeRecord(page any, key model.Key, said lang.Phrase) tea.Cmd {
	act, store := e.Act(model.VerbRemove), e.Store
	return e.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			record, err := store.Record(ctx, key)
			if err != nil {
				return err
			}
			set, ok := record.Write(model.Removed, "1")
			if !ok {
				return nil
			}
			return store.Apply(ctx, []model.Change{act.Change(key, set)})
		},
		Done: func(err error) tea.Msg { return written{page, said, err} },
	})
}
