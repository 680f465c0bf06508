package screen

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// agendaPoints is where what is said is typed while it is said: the whole window is one field. Ctrl+S saves and stays; what
// is typed after that is a draft of its own.
type agendaPoints struct {
	*drafting
	event, id model.ID
	item      model.AgendaItem
	pad       *pad
	known     bool
	record    model.Record
	sent      string         // what is being saved
	unsaved   func() tea.Cmd // takes the draft of what is being saved away; nil: nothing is
	then      bool           // leave once it is saved
}

// agendaPointsRead is the item that is written about.
type agendaPointsRead struct {
	screen *agendaPoints
	record model.Record
	err    error
}

// agendaPointsSaved is what became of saving.
type agendaPointsSaved struct {
	screen *agendaPoints
	record model.Record // as it is now
	err    error
}

func newAgendaPoints(env *Env, event, item model.ID) *agendaPoints {
	s := &agendaPoints{event: event, id: item}
	s.drafting = newDrafting(env, "agenda-points", event, item, func() tea.Cmd { return send(Back{}) })
	s.pad = newPad(env.Look, "agenda.points-hint", s.save, s.saveAndLeave, s.drafting.leave)
	s.form = s.pad
	return s
}

// Init reads the item.
func (s *agendaPoints) Init() tea.Cmd {
	store, key := s.env.Store, model.AgendaItemKey(s.event, s.id)
	return func() tea.Msg {
		r, err := store.Record(context.Background(), key)
		return agendaPointsRead{s, r, err}
	}
}

// Title names the item.
func (s *agendaPoints) Title() string { return s.env.Say("agenda.title-points") + "  " + s.item.Title }

// Help explains how typing is kept.
func (s *agendaPoints) Help() []lang.Key { return []lang.Key{"agenda.help-points"} }

// Keys are those that a page of text has; Enter and Tab are text there.
func (s *agendaPoints) Keys() kit.Bindings {
	return append(kit.Bindings{
		{Keys: []string{"ctrl+s"}, Label: "agenda.save-stay", Do: s.save},
		{Keys: []string{"esc"}, Label: "draft.leave", Do: func() tea.Cmd {
			return s.drafting.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
		}},
	}, s.env.askKeys(s.event)...)
}

// Update takes the item, what became of saving, and typing.
func (s *agendaPoints) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case agendaPointsRead:
		if m.screen != s {
			return nil
		}
		if m.err != nil {
			return tea.Batch(s.leave(), unread(m.err))
		}
		s.take(m.record)
		s.pad.fill(s.record.Get(model.AgendaPoints))
		s.known = true
		return s.begin(nil)
	case agendaPointsSaved:
		if m.screen != s {
			return nil
		}
		return s.saved(m)
	}
	return s.drafting.Update(msg)
}

func (s *agendaPoints) take(r model.Record) { s.record, s.item = r, model.AgendaItemOf(r) }

func (s *agendaPoints) saveAndLeave() tea.Cmd {
	s.then = true
	return s.save()
}

// save writes what stands there, one point a line; a second Ctrl+S while the first is being written writes nothing twice.
func (s *agendaPoints) save() tea.Cmd {
	if s.unsaved != nil || !s.known {
		return nil
	}
	clean, _ := text.Block(s.pad.area.Value())
	set, ok := s.record.Write(model.AgendaPoints, strings.Join(model.Points(clean), "\n"))
	if !ok {
		// At the most blank lines came or went: nothing that is worth a write.
		s.pad.base = s.pad.area.Value()
		if s.then {
			return s.leave()
		}
		return tea.Batch(s.renew()(), say(kit.Plain, "agenda.points-same"))
	}
	change, store := s.act(model.VerbEdit).Change(s.record.Key, set), s.env.Store
	s.sent, s.unsaved = s.pad.area.Value(), s.renew()
	out := agendaPointsSaved{screen: s}
	return s.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) (err error) {
			if err = store.Apply(ctx, []model.Change{change}); err == nil {
				out.record, err = store.Record(ctx, change.Key)
			}
			return err
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

func (s *agendaPoints) saved(m agendaPointsSaved) tea.Cmd {
	done := s.unsaved()
	s.unsaved = nil
	if m.err != nil {
		s.then = false
		return tea.Batch(s.draft.Touch(), done, say(kit.Bad, "agenda.points-unsaved", "why", Failure(m.err)))
	}
	s.take(m.record)
	s.pad.base = s.sent
	said := say(kit.Good, "agenda.points-saved", "n", len(s.item.Points), "time", s.env.Clock(model.Event{}, s.env.Now()))
	if s.then && !s.pad.changed() {
		return tea.Sequence(done, s.leave(), said)
	}
	s.then = false
	return tea.Batch(done, said)
}
