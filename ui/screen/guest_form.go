package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/ident"
	"hadir/model/name"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// guestForm corrects one guest's data. It writes against the record that it showed, so that what another desk wrote in the
// meantime is not lost but shown as a conflict.
type guestForm struct {
	*drafting
	key    model.Key
	form   *kit.Form // nil until the record has been read
	record model.Record
	was    model.Guest
}

// guestRead is the record to be corrected.
type guestRead struct {
	form   *guestForm
	record model.Record
	err    error
}

// guestSaved is what became of a correction.
type guestSaved struct {
	form *guestForm
	err  error
}

// NewGuestForm is a screen on which a guest of an event is corrected.
func NewGuestForm(env *Env, event, guest model.ID) Screen {
	return newGuestForm(env, event, guest, func() tea.Cmd { return send(Back{}) })
}

func newGuestForm(env *Env, event, guest model.ID, left func() tea.Cmd) *guestForm {
	return &guestForm{
		drafting: newDrafting(env, "guest", event, guest, left), key: model.GuestKey(event, guest),
	}
}

// Init reads the record.
func (f *guestForm) Init() tea.Cmd {
	return func() tea.Msg {
		r, err := f.env.Store.Record(context.Background(), f.key)
		return guestRead{f, r, err}
	}
}

// Update takes the record, what became of saving, and typing.
func (f *guestForm) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case guestRead:
		if m.form != f {
			return nil
		}
		return f.open(m)
	case guestSaved:
		if m.form != f {
			return nil
		}
		return f.saved(m.err)
	}
	if f.form == nil {
		return f.wait(msg)
	}
	return f.drafting.Update(msg)
}

// wait is what can be done before there is anything to correct.
func (f *guestForm) wait(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "esc" {
		return f.leave()
	}
	return nil
}

func (f *guestForm) open(m guestRead) tea.Cmd {
	if m.err != nil {
		return tea.Batch(f.leave(), unread(m.err))
	}
	f.record, f.was = m.record, model.GuestOf(m.record)
	f.form = kit.NewForm(f.env.Look, f.env.guestFields(f.was.Name != ""), f.save, f.leave)
	f.form.Fill(guestValues(f.was))
	f.drafting.form = f.form
	return f.drafting.Init()
}

// save writes what was changed.
func (f *guestForm) save(values map[string]string) tea.Cmd {
	sets := f.record.Edit(guestEdits(f.was, values))
	if len(sets) == 0 {
		return tea.Batch(f.leave(), say(kit.Plain, "guest.unchanged"))
	}
	change := f.act(model.VerbCorrect).Change(f.key, sets...)
	return f.env.Write([]model.Change{change}, func(err error) tea.Msg { return guestSaved{f, err} })
}

func (f *guestForm) saved(err error) tea.Cmd {
	if err != nil {
		why := lang.Of("guest.unsaved", "why", Failure(err))
		f.form.Failed(why)
		return send(Said{kit.Bad, why})
	}
	f.form.Saved()
	return tea.Sequence(f.leave(), say(kit.Good, "guest.corrected", "who", f.env.called(f.was)))
}

// Keys are those of a form; Esc works before there is one, too.
func (f *guestForm) Keys() kit.Bindings {
	esc := kit.Binding{Keys: []string{"esc"}, Label: "draft.leave", Hidden: true, Do: func() tea.Cmd {
		return f.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
	}}
	return append(kit.Bindings{esc}, f.drafting.Keys()...)
}

// Title names the guest.
func (f *guestForm) Title() string { return f.Heading() }

// Heading names the guest.
func (f *guestForm) Heading() string {
	return f.env.Say("guest.heading", "who", f.env.called(f.was))
}

// View draws the form.
func (f *guestForm) View(w, h int) string {
	if f.form == nil {
		return kit.Fit(f.env.Say("guest.reading"), w, h)
	}
	return f.drafting.View(w, h)
}

// Cursor is in the form.
func (f *guestForm) Cursor() (x, y int, ok bool) {
	if f.form == nil {
		return 0, 0, false
	}
	return f.drafting.Cursor()
}

// guestFields are the fields of a guest's data. The name is the one that has to be there, except for a seat that still waits
// for one.
func (e *Env) guestFields(named bool) []kit.Field {
	categories := []kit.Option{{Value: "", Label: "guest.not-filled"}}
	for _, c := range model.Categories() {
		categories = append(categories, kit.Option{Value: string(c), Label: categoryKey(c)})
	}
	line := func(register string, label lang.Key) kit.Field {
		return kit.Field{ID: register, Label: label, Limit: text.LineLimit}
	}
	fields := []kit.Field{
		line(model.GuestName, "guest.name"), line(model.GuestPost, "guest.post"), line(model.GuestInstitution, "guest.inst"),
		line(model.GuestVillage, "guest.village"), line(model.GuestDistrict, "guest.district"), e.phoneField(), sexField(),
		{ID: model.GuestCategory, Label: "guest.cat", Kind: kit.ChoiceField, Options: categories},
		line(model.GuestNote, "guest.note"),
	}
	fields[0].Required = named
	return fields
}

// phoneField shows how a phone number was understood. One that is none is kept as typed: it may still help somebody.
func (e *Env) phoneField() kit.Field {
	return kit.Field{ID: model.GuestPhone, Label: "guest.phone", Limit: text.LineLimit, Echo: func(s string) (string, lang.Phrase) {
		if p := ident.ParsePhone(s); p.E164 != "" {
			return ident.FormatPhone(p.E164), lang.Phrase{}
		}
		return e.Say("guest.phone-raw"), lang.Phrase{}
	}}
}

func sexField() kit.Field {
	return kit.Field{ID: model.GuestSex, Label: "guest.sex", Kind: kit.ChoiceField, Options: []kit.Option{
		{Value: "", Label: "guest.not-filled"}, {Value: "L", Label: "guest.sex-l"}, {Value: "P", Label: "guest.sex-p"},
	}}
}

// guestValues are a guest's data as the fields show them.
func guestValues(g model.Guest) map[string]string {
	phone := g.PhoneRaw
	if g.Phone != "" {
		phone = ident.FormatPhone(g.Phone)
	}
	return map[string]string{
		model.GuestName: g.FullName(), model.GuestPost: g.Post, model.GuestInstitution: g.Institution,
		model.GuestVillage: g.Village, model.GuestDistrict: g.District, model.GuestPhone: phone,
		model.GuestSex: g.Sex, model.GuestCategory: g.Category, model.GuestNote: g.Note,
	}
}

// guestEdits are the registers that the fields' values mean. A field that nobody touched stays as it was read: taking a name
// apart again might not give the same parts.
func guestEdits(was model.Guest, values map[string]string) map[string]string {
	edits, shown := map[string]string{}, guestValues(was)
	for register, value := range values {
		if value == shown[register] {
			continue
		}
		value, _ = text.Line(value)
		switch register {
		case model.GuestName:
			n := name.Parse(value)
			edits[model.GuestBefore], edits[model.GuestName], edits[model.GuestAfter] = n.Before, n.Bare, n.After
		case model.GuestPhone:
			edits[model.GuestPhone], edits[model.GuestPhoneRaw] = ident.ParsePhone(value).Kept()
		case model.GuestVillage, model.GuestDistrict:
			// The code was that of the village as it stood.
			edits[register], edits[model.GuestArea] = value, ""
		default:
			edits[register] = value
		}
	}
	return edits
}
