package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/name"
	"hadir/model/number"
	"hadir/ui/filing"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// payments are the amounts of an event: what the treasurer typed for everybody who came, and who has signed for it.
type payments struct {
	mirror[paymentsState]
	id     model.ID
	list   *kit.List[payee]
	asking *kit.Confirm // nil: nothing is asked
	above  int          // lines above the list at the last View
}

// paymentsState is what was read.
type paymentsState struct {
	event    model.Event
	payees   []payee
	evidence []model.Evidence
	prints   model.Prints
}

// payee is somebody who came, or who came for somebody.
type payee struct {
	guest model.Guest
	seat  model.Seat
	name  string // who signs
}

// NewPayments is the payments of an event.
func NewPayments(env *Env, event model.ID) Screen {
	s := &payments{id: event}
	today := env.Today().String()
	s.mirror = mirror[paymentsState]{
		env: env, page: s, show: s.arrange,
		read: func(ctx context.Context, store Store) (paymentsState, error) {
			return readPayments(ctx, store, event, today)
		},
		touched: func(c model.Commit) bool { return concerns(c, event, model.KindGuest, model.KindSeat, model.KindEvent) },
	}
	type column = kit.Column[payee]
	table := kit.NewTable(env.Look,
		column{Size: kit.Size{Min: 14, Share: 2}, Text: func(p payee) string { return p.name }},
		column{Size: kit.Size{Min: 0, Share: 1}, Text: func(p payee) string { return s.instead(p) }},
		column{Size: kit.Size{Fixed: 14}, Right: true, Text: func(p payee) string { return s.amountWords(p) }},
		column{Size: kit.Size{Fixed: 8}, Text: func(p payee) string { return s.paidWords(p) }},
	)
	s.list = kit.NewList(env.Look, func(p payee) string { return p.guest.ID.String() }, table.Row)
	return s
}

// Title names the event.
func (s *payments) Title() string { return s.env.Say("pay.title") + "  " + s.state.event.Theme }

// Sample reports whether the event is sample data.
func (s *payments) Sample() bool { return s.state.event.Sample }

// Asking is so while it is asked whether somebody is paid twice.
func (s *payments) Asking() bool { return s.asking != nil }

// Help explains where amounts come from.
func (s *payments) Help() []lang.Key { return []lang.Key{"pay.help"} }

// Keys are the commands.
func (s *payments) Keys() kit.Bindings {
	return append(kit.Bindings{
		{Keys: []string{"enter", "e"}, Label: "pay.key-amount", Do: s.edit, Disabled: s.none},
		{Keys: []string{"a"}, Label: "pay.key-all", Do: func() tea.Cmd { return s.leave(newAmountForm(s.env, s.state.event)) }, Disabled: s.unread},
		{Keys: []string{"space"}, Label: "pay.key-paid", Do: s.tick, Disabled: s.none},
		{Keys: []string{"ctrl+z"}, Label: "event.undo", Do: func() tea.Cmd { return s.env.undoLast(s, s.state.event) }, Hidden: true},
	}, s.env.partKeys(s.id, "")...)
}

func (s *payments) unread() (lang.Phrase, bool) { return lang.Of("event.reading"), !s.known }

func (s *payments) none() (lang.Phrase, bool) { return lang.Of("pay.none"), s.list.Len() == 0 }

// Update takes readings, commits, what became of writes, answers, and what moves the cursor.
func (s *payments) Update(msg tea.Msg) tea.Cmd {
	if cmd, taken := s.hear(msg); taken {
		return cmd
	}
	if s.asking != nil && press(msg) {
		cmd := s.asking.Update(msg)
		if !s.asking.Open() {
			s.asking = nil
		}
		return cmd
	}
	return s.list.Update(kit.Shift(msg, 0, s.above))
}

func readPayments(ctx context.Context, store Store, id model.ID, today string) (out paymentsState, err error) {
	record, err := store.Record(ctx, model.EventKey(id))
	if err != nil {
		return out, err
	}
	out.event, out.prints = model.EventOf(record), model.PrintsOf(record)
	sessions, err := store.Sessions(ctx, id)
	if err != nil {
		return out, err
	}
	var session model.ID
	for _, x := range sessions {
		if x.Date == today {
			session = x.ID
		}
	}
	h, err := store.Hall(ctx, id, session)
	if err != nil {
		return out, err
	}
	out.payees = payeesOf(h)
	out.evidence, err = store.Evidence(ctx, id)
	return out, err
}

// payeesOf are those who came, in the order of the list; of a guest who was represented it is the deputy.
func payeesOf(h *hall.Hall) (out []payee) {
	for i := range h.Len() {
		g := h.At(i)
		s := h.Seat(g.ID)
		if g.Removed || !s.Came() {
			continue
		}
		p := payee{guest: *g, seat: s, name: g.FullName()}
		if s.State == model.StateRepresented {
			p.name = s.Deputy.Name
		}
		out = append(out, p)
	}
	return out
}

func (s *payments) arrange() tea.Cmd {
	s.list.Show(kit.Slice[payee](s.state.payees))
	return nil
}

func (s *payments) edit() tea.Cmd {
	p, _ := s.list.Selected()
	return s.leave(newPayForm(s.env, s.id, p.guest))
}

// tick notes that somebody has signed for the money, or that he has not. Before an invited guest and who came for him are both paid, it is
// asked.
func (s *payments) tick() tea.Cmd {
	p, _ := s.list.Selected()
	_, known := s.amount(p)
	switch {
	case p.guest.Paid != "":
		return s.pay(p, "", lang.Of("pay.unpaid", "who", p.name))
	case !known:
		return say(kit.Warn, "pay.no-amount", "who", p.name)
	}
	paid := func() tea.Cmd { return s.pay(p, "1", lang.Of("pay.paid", "who", p.name, "amount", s.amountWords(p))) }
	twice := s.twice(p)
	if twice.None() {
		return paid()
	}
	s.asking = kit.NewConfirm(s.env.Look, twice, kit.Answer{Label: "pay.not-twice"}, kit.Answer{Label: "pay.twice", Do: paid})
	return nil
}

// twice says why paying this one may pay somebody twice: he came himself after another had come for him, or he is on the list both for
// himself and for somebody else.
func (s *payments) twice(p payee) lang.Phrase {
	if n := len(p.seat.Deputies); n > 0 && p.seat.State == model.StatePresent {
		return lang.Of("pay.ask-deputy", "who", p.name, "deputy", model.DeputyOf(p.seat.Deputies[n-1]).Name)
	}
	for _, o := range s.state.payees {
		deputy := o.seat.State == model.StateRepresented || p.seat.State == model.StateRepresented
		if o.guest.ID != p.guest.ID && deputy && name.Fold(o.name) == name.Fold(p.name) {
			return lang.Of("pay.ask-twice", "who", p.name, "row", s.env.introduced(o.guest))
		}
	}
	return lang.Phrase{}
}

// pay writes whether somebody has signed. The record is read when the turn comes.
func (s *payments) pay(p payee, value string, said lang.Phrase) tea.Cmd {
	act, store, key := s.env.Act(model.VerbPay), s.env.Store, model.GuestKey(s.id, p.guest.ID)
	return s.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			r, err := store.Record(ctx, key)
			if err != nil {
				return err
			}
			set, ok := r.Write(model.GuestPaid, value)
			if !ok {
				return nil
			}
			return store.Apply(ctx, []model.Change{act.Change(key, set)})
		},
		Done: func(err error) tea.Msg { return written{s, said, err} },
	})
}

// amount is what somebody is paid: his own amount, or everybody's.
func (s *payments) amount(p payee) (int64, bool) {
	if n, ok := filing.Rupiah(p.guest.Pay); ok {
		return n, true
	}
	n := s.state.event.Papers.Amount
	return n, n > 0
}

func (s *payments) amountWords(p payee) string {
	n, ok := s.amount(p)
	if !ok {
		return s.env.Say("pay.gap")
	}
	return number.Rupiah(n)
}

func (s *payments) paidWords(p payee) string {
	if p.guest.Paid != "" {
		return s.env.Say("pay.received")
	}
	return "-"
}

// instead is where somebody comes from, or for whom he came.
func (s *payments) instead(p payee) string {
	if p.seat.State == model.StateRepresented {
		return s.env.Say("pay.for", "who", s.env.called(p.guest))
	}
	return p.guest.From()
}

// total is the sum, how many have no amount, and how many have signed.
func (s *payments) total() (sum int64, without, signed int) {
	for _, p := range s.state.payees {
		n, ok := s.amount(p)
		sum += n
		if !ok {
			without++
		}
		if p.guest.Paid != "" {
			signed++
		}
	}
	return sum, without, signed
}

// View draws the sum, those who came, and what else the money needs.
func (s *payments) View(w, h int) string {
	if !s.known {
		return s.env.Muted.Render(s.env.Cut(s.env.Say("event.reading"), w-1))
	}
	sum, without, signed := s.total()
	head := s.env.Cut(s.env.Say("pay.total", "n", len(s.state.payees), "sum", number.Rupiah(sum), "without", without, "signed", signed), w-1)
	s.above = 0
	if h > 2 {
		s.above = 1
	} else {
		head = ""
	}
	s.list.Empty = lang.Of("pay.none")
	below := ""
	if h >= 14 {
		below = s.checklist(w)
	}
	if s.asking != nil {
		below = s.asking.View(w, min(h, 5))
	}
	return kit.Frame(w, h, head, below, s.list.View)
}

// checklist is what has to be attached to a list of payments, and whether it is there.
func (s *payments) checklist(w int) string {
	has := func(p model.Proof) bool {
		for _, e := range s.state.evidence {
			if e.Proof == p && !e.Removed {
				return true
			}
		}
		return false
	}
	held := func(ok bool) lang.Key {
		if ok {
			return "evidence.held"
		}
		return "evidence.lacking"
	}
	words := s.env.Say("pay.checklist", "invitation", held(has(model.ProofInvitation)), "list", held(has(model.ProofAttendance)),
		"letter", held(s.state.event.Assignment != ""), "report", held(has(model.ProofReport)))
	lines := s.env.Wrap(words, max(1, w-1))
	out := ""
	for i, l := range lines[:min(len(lines), 3)] {
		if i > 0 {
			out += "\n"
		}
		out += s.env.Muted.Render(l)
	}
	return out
}

// Cursor is in the list while nothing is asked.
func (s *payments) Cursor() (x, y int, ok bool) {
	x, y, ok = s.list.Cursor()
	return x, y + s.above, ok && s.known && s.asking == nil
}
