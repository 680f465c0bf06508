package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// guestPage is one guest of an event: who it is, what happened at each session, and everything that was done about it, by
// whom, when and at which desk. The cursor stands in the history; what it is on can be taken back.
type guestPage struct {
	mirror[guestState]
	event, id model.ID
	list      *kit.List[*Done]
	top       int // the history's first line within the body, at the last View
}

// guestState is a guest as it was read.
type guestState struct {
	guest    model.Guest
	event    model.Event
	sessions []model.Session
	seats    []model.Seat // of each session
	person   model.ID
	history  []*Done // latest first
}

// NewGuest is the page of one guest of an event.
func NewGuest(env *Env, event, guest model.ID) Screen {
	p := &guestPage{event: event, id: guest}
	p.mirror = mirror[guestState]{
		env: env, page: p, show: p.show, touched: p.concerns,
		read: func(ctx context.Context, store Store) (guestState, error) { return readGuest(ctx, store, event, guest) },
	}
	table := kit.NewTable(env.Look,
		kit.Column[*Done]{Size: kit.Size{Fixed: 12}, Text: p.when},
		kit.Column[*Done]{Size: kit.Size{Min: 16, Share: 5}, Text: p.told},
		kit.Column[*Done]{Size: kit.Size{Fixed: 10}, Text: func(d *Done) string { return p.env.DeskWords(d.Changes[0].Desk) }},
		kit.Column[*Done]{Size: kit.Size{Min: 14, Share: 1}, Text: func(d *Done) string { return d.Changes[0].Officer }},
	)
	p.list = kit.NewList(env.Look, func(d *Done) string { return d.Act().String() }, table.Row)
	return p
}

// Title names the guest.
func (p *guestPage) Title() string {
	if !p.known {
		return p.env.Say("guest.title")
	}
	return p.env.Say("guest.title") + "  " + p.env.called(p.state.guest)
}

// Sample reports whether the event is sample data.
func (p *guestPage) Sample() bool { return p.state.event.Sample }

// Help explains what no key tells.
func (p *guestPage) Help() []lang.Key { return []lang.Key{"guest.help"} }

// Keys are the commands.
func (p *guestPage) Keys() kit.Bindings {
	return append(kit.Bindings{
		{Keys: []string{"e"}, Label: "guest.key-correct", Disabled: p.unread, Do: func() tea.Cmd {
			return open(NewGuestForm(p.env, p.event, p.id))
		}},
		{Keys: []string{"ctrl+z"}, Label: "guest.key-undo", Do: p.undo, Disabled: p.unread},
		{Keys: []string{"o"}, Label: "guest.key-person", Disabled: p.unread, Do: func() tea.Cmd {
			return open(NewPerson(p.env, p.state.person))
		}},
	}, p.env.partKeys(p.event, "")...)
}

func (p *guestPage) unread() (lang.Phrase, bool) { return lang.Of("guest.reading"), !p.known }

// Update takes what is read and written; of keys, those that are no command.
func (p *guestPage) Update(msg tea.Msg) tea.Cmd {
	if cmd, taken := p.hear(msg); taken {
		return cmd
	}
	return p.list.Update(kit.Shift(msg, 0, p.top))
}

// concerns reports whether a commit may have changed what is shown here.
func (p *guestPage) concerns(c model.Commit) bool {
	for _, r := range c.Records {
		if r.Key.Event == p.event && (r.Key.ID == p.id || r.Key.Kind == model.KindEvent || r.Key.Kind == model.KindSession) {
			return true
		}
	}
	return false
}

// readGuest reads a guest for the page.
func readGuest(ctx context.Context, store Store, event, id model.ID) (s guestState, err error) {
	record, err := store.Record(ctx, model.GuestKey(event, id))
	if err != nil {
		return s, err
	}
	if record.IsNew() {
		return s, model.ErrNotFound
	}
	s.guest = model.GuestOf(record)
	s.person = store.PersonOfGuest(s.guest)
	if s.event, err = store.Event(ctx, event); err != nil {
		return s, err
	}
	if s.sessions, err = store.Sessions(ctx, event); err != nil {
		return s, err
	}
	for _, x := range s.sessions {
		r, err := store.Record(ctx, model.SeatKey(event, x.ID, id))
		if err != nil {
			return s, err
		}
		s.seats = append(s.seats, model.SeatOf(r))
	}
	past, err := store.RecordHistory(ctx, event, id)
	s.history = Acts(past)
	return s, err
}

// show lists the history. The cursor follows its act; but on the latest one, it stays on the latest.
func (p *guestPage) show() tea.Cmd {
	latest := p.list.Index() == 0
	p.list.Show(kit.Slice[*Done](p.state.history))
	if latest {
		p.list.Select(0)
	}
	return nil
}

// undo takes back the act under the cursor.
func (p *guestPage) undo() tea.Cmd {
	d, ok := p.list.Selected()
	if !ok {
		return say(kit.Plain, "guest.no-history")
	}
	if why := d.undoable(); !why.None() {
		return send(Said{kit.Warn, why})
	}
	return p.env.undoAct(p, p.state.event, p.id, d.Act())
}
