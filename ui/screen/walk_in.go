package screen

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/text"
	"hadir/ui/filing"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// walkInForm asks about somebody who is not on the list. Only the name is needed: the rest can follow when the queue is over.
type walkInForm struct {
	*drafting
	form  *kit.Form
	door  *Door
	with  model.Guest // whom a companion came with; zero: nobody
	alike *alikeAsk   // nil: nobody on the list is like the newcomer
	saved model.ID    // the act that is being written
}

// walkedIn is what became of writing newcomers.
type walkedIn struct {
	door *Door
	act  model.Act
	many int         // how many came
	last model.Guest // the last newcomer among them
	err  error
}

// walkIn asks about a newcomer; what stands in the box is the name.
func (d *Door) walkIn() tea.Cmd {
	if d.hall == nil {
		return say(kit.Plain, "door.reading")
	}
	return d.newcomer(model.Guest{}, map[string]string{model.GuestName: d.box.Value()})
}

// companion asks about somebody who came with the guest in front, and from the same place.
func (d *Door) companion() tea.Cmd {
	g, ask := d.target()
	if g == nil {
		return ask
	}
	return d.newcomer(*g, map[string]string{
		model.GuestInstitution: cmp.Or(g.Institution, g.Village), model.GuestPost: d.env.Say("door.companion"),
	})
}

// newcomer opens the form. What is filled in is there still when the form is left: in the box, or with the guest.
func (d *Door) newcomer(with model.Guest, filled map[string]string) tea.Cmd {
	f := &walkInForm{drafting: newDrafting(d.env, "walk-in", d.event, with.ID, nil), door: d, with: with}
	line := func(register string, label lang.Key) kit.Field {
		return kit.Field{ID: register, Label: label, Limit: text.LineLimit}
	}
	fields := []kit.Field{
		line(model.GuestName, "guest.name"), line(model.GuestPost, "guest.post"), line(model.GuestInstitution, "guest.inst"),
		d.env.phoneField(), sexField(),
	}
	fields[0].Required = true
	if d.found.needs.Printed {
		fields = append(fields, d.rowField())
	}
	f.form = kit.NewForm(d.env.Look, fields, f.save, f.leave)
	f.form.Fill(filled)
	f.drafting.form = f.form
	return d.show(f, f.Init())
}

// save writes the newcomer, unless somebody on the list is so like him that it has to be asked.
func (f *walkInForm) save(values map[string]string) tea.Cmd {
	g := hall.Newcomer(values, f.with)
	g.Row, _ = strconv.Atoi(strings.TrimSpace(values[model.GuestRow]))
	if like := f.door.hall.Like(g); len(like) > 0 {
		f.alike = f.door.askAlike(g, like)
		return nil
	}
	return f.admit(g)
}

func (f *walkInForm) admit(g model.Guest) tea.Cmd {
	act := f.act(model.VerbWalkIn)
	f.saved = act.ID
	return f.door.admit(act, model.HowWalkIn, []model.Guest{g})
}

// Update takes the answer about somebody alike, what became of saving, and typing.
func (f *walkInForm) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(walkedIn); ok && m.act.ID == f.saved {
		return f.written(m.err)
	}
	if f.alike == nil || !isInput(msg) {
		return f.drafting.Update(msg)
	}
	f.alike.Update(msg)
	if f.alike.Open() {
		return nil
	}
	asked := f.alike
	f.alike = nil
	switch {
	case !asked.same.IsZero():
		// The draft goes with the form: what was typed is on the list already.
		return tea.Batch(f.leave(), f.door.arrive(asked.same, model.HowSearch))
	case asked.other:
		return f.admit(asked.about)
	}
	f.form.Failed(lang.Phrase{})
	return nil
}

// rowField is the empty row of a printed list that the newcomer signed. Which sheet it is on is looked up when he is written.
func (d *Door) rowField() kit.Field {
	return kit.Field{
		ID: model.GuestRow, Label: "papers.walk-in-row", Hint: "papers.walk-in-row-hint", Limit: 6, Check: func(typed string) lang.Phrase {
			n, err := strconv.Atoi(strings.TrimSpace(typed))
			if err != nil || n < 1 || filing.RowTaken(d.hall, n) {
				return lang.Of("papers.no-row", "row", text.Safe(typed))
			}
			return lang.Phrase{}
		},
	}
}

// isInput reports whether a message comes from a person's hand.
func isInput(msg tea.Msg) bool {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		return true
	}
	return false
}

func (f *walkInForm) written(err error) tea.Cmd {
	if err != nil {
		f.form.Failed(lang.Of("guest.unsaved", "why", Failure(err)))
		return nil
	}
	f.form.Saved()
	return f.leave()
}

// Heading says what is asked here.
func (f *walkInForm) Heading() string {
	if f.with.ID.IsZero() {
		return f.env.Say("door.walk-in-heading")
	}
	return f.env.Say("door.companion-heading", "who", f.env.introduced(f.with))
}

// Keys are those of the form, or of the question.
func (f *walkInForm) Keys() kit.Bindings {
	if f.alike != nil {
		return f.alike.Keys()
	}
	return f.drafting.Keys()
}

// View draws the form, or the question about somebody alike.
func (f *walkInForm) View(w, h int) string {
	if f.alike != nil {
		return f.alike.View(w, h)
	}
	return f.drafting.View(w, h)
}

// Cursor is in the form, or on the answer.
func (f *walkInForm) Cursor() (x, y int, ok bool) {
	if f.alike != nil {
		return f.alike.Cursor()
	}
	return f.drafting.Cursor()
}

// admit writes newcomers, and the arrival of guests who are on the list already, in one act, so that one undo takes back all
// of it. The newcomers' numbers follow the last one on the list, those still being written included.
func (d *Door) admit(act model.Act, how model.How, guests []model.Guest, marked ...model.ID) tea.Cmd {
	out := walkedIn{door: d, act: act, many: len(guests) + len(marked)}
	d.number = max(d.number, d.hall.NextOrder()-1)
	var changes []model.Change
	for _, g := range guests {
		d.number++
		g.ID, g.Order = d.env.ID(), d.number
		changes = append(changes, d.hall.WalkIn(act, how, g)...)
		out.last = g
	}
	for _, id := range marked {
		if sets := d.hall.Seat(id).Arrive(how); len(sets) > 0 {
			changes = append(changes, act.Change(model.SeatKey(d.event, d.session, id), sets...))
		}
	}
	store, event := d.env.Store, d.event
	return d.put(kit.Write{
		Do: func(ctx context.Context) error {
			var err error
			if out.last.Row > 0 {
				if out.last.Sheet, err = placeRow(ctx, store, event, changes); err != nil {
					return err
				}
			}
			return store.Apply(ctx, changes)
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

// placeRow gives a newcomer who has signed an empty row its sheet, as the event's prints have it. A row that no print has is left out: he is
// here, and his row is not known.
func placeRow(ctx context.Context, store Store, event model.ID, changes []model.Change) (sheet int, err error) {
	for i, c := range changes {
		for j, s := range c.Sets {
			if c.Key.Kind != model.KindGuest || s.Field != model.GuestRow {
				continue
			}
			record, err := store.Record(ctx, model.EventKey(event))
			if err != nil {
				return 0, err
			}
			row, _ := strconv.Atoi(s.Value)
			sheet = filing.SheetOf(model.Prints(model.PrintsOf(record)).Sheets(), row)
			if sheet == 0 {
				changes[i].Sets = slices.Delete(slices.Clone(c.Sets), j, j+1)
			} else {
				changes[i].Sets = append(slices.Clone(c.Sets), model.Write(model.GuestSheet, strconv.Itoa(sheet)))
			}
			break
		}
	}
	return sheet, nil
}

// welcomed says that newcomers are on disk.
func (d *Door) welcomed(m walkedIn) tea.Cmd {
	if m.door != d {
		return nil
	}
	closed := d.pass(m)
	switch {
	case m.err != nil:
		return tea.Batch(closed, say(kit.Bad, "guest.unsaved", "why", Failure(m.err)))
	case m.many > 1:
		d.clear()
		return tea.Batch(closed, say(kit.Good, "door.walked-in-many", "n", m.many))
	}
	d.settled(m.last.ID, model.HowWalkIn)
	words := lang.Key("door.walked-in")
	if m.last.Name == "" {
		words = "door.walked-in-unnamed"
	}
	return tea.Batch(closed, say(kit.Good, words,
		"who", d.env.introduced(m.last), "time", d.env.Clock(d.about, m.act.Wall), "sign", sign(m.last)))
}
