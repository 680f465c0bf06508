package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// The fields of the form for a deputy.
const (
	deputyName = "name"
	deputyPost = "post"
)

// representForm asks who came in a guest's place. It may follow a hasty Enter: what that noted is withdrawn.
type representForm struct {
	*drafting
	form  *kit.Form
	door  *Door
	guest model.Guest
	saved model.ID // the act that is being written
}

// represent asks who came in the place of the guest in front.
func (d *Door) represent() tea.Cmd {
	g, ask := d.target()
	if g == nil {
		return ask
	}
	f := &representForm{drafting: newDrafting(d.env, "represent", d.event, g.ID, nil), door: d, guest: *g}
	f.form = kit.NewForm(d.env.Look, []kit.Field{
		{ID: deputyName, Label: "door.deputy-name", Required: true, Limit: text.LineLimit},
		{ID: deputyPost, Label: "door.deputy-post", Limit: text.LineLimit},
	}, f.save, f.leave)
	now := d.hall.Seat(g.ID).Deputy
	f.form.Fill(map[string]string{deputyName: now.Name, deputyPost: now.Post})
	f.drafting.form = f.form
	return d.show(f, f.Init())
}

func (f *representForm) save(values map[string]string) tea.Cmd {
	var who model.Deputy
	who.Name, _ = text.Line(values[deputyName])
	who.Post, _ = text.Line(values[deputyPost])
	act := f.act(model.VerbRepresent)
	f.saved = act.ID
	return f.door.do(deed{
		guest: f.guest.ID, form: true, act: func() model.Act { return act },
		sets: func(s model.Seat) []model.Set { return s.Represent(who) },
	})
}

// Update takes what became of saving, and typing.
func (f *representForm) Update(msg tea.Msg) tea.Cmd {
	o, ok := msg.(outcome)
	if !ok || o.act.ID != f.saved {
		return f.drafting.Update(msg)
	}
	if o.err != nil {
		why := lang.Of("door.unsaved-form", "who", f.env.called(f.guest), "why", Failure(o.err))
		f.form.Failed(why)
		return send(Said{kit.Bad, why})
	}
	f.form.Saved()
	f.door.settled(f.guest.ID, model.HowSearch)
	return f.leave()
}

// Heading says who is represented.
func (f *representForm) Heading() string {
	return f.env.Say("door.represent-heading", "who", f.env.introduced(f.guest))
}
