package screen

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// roleForm gives somebody a role at an event, or corrects one. A name that is corrected in one role is offered to the person's
// others: a role keeps the name as on that day, and nobody means to correct it in one place only without being asked.
type roleForm struct {
	*storedForm[roleFormRead]
	asks               // whether the other roles are corrected, too
	event, id model.ID // zero id: a new one
	cast      *castField
	record    model.Record
	was       model.Role
	about     model.Event
	roles     []model.Role
}

// roleFormRead is what the form needs before it can be filled in.
type roleFormRead struct {
	record model.Record
	event  model.Event
	roles  []model.Role
	cast   *hall.Cast
}

// NewRoleForm is the form of a role; the zero ID makes a new one.
func NewRoleForm(env *Env, event, id model.ID) Screen {
	f := &roleForm{event: event, id: id, cast: &castField{env: env}}
	read := func(ctx context.Context, store Store) (roleFormRead, error) {
		return readRoleForm(ctx, store, event, id)
	}
	f.storedForm = newStoredForm(newDrafting(env, "role", event, id, back), f.fields(), f.save, read, f.fill)
	return f
}

// fields find the person of a new role; of one that exists the name is corrected as it stands.
func (f *roleForm) fields() []kit.Field {
	var duties []kit.Option
	for _, d := range model.Duties() {
		duties = append(duties, kit.Option{Value: string(d), Label: DutyWords(d)})
	}
	name := kit.Field{ID: "name", Label: "roles.name", Limit: text.LineLimit}
	if f.id.IsZero() {
		name = f.cast.field("name", "roles.name", "roles.name-hint")
	}
	name.Required = true
	return []kit.Field{
		{ID: "duty", Label: "roles.duty", Kind: kit.ChoiceField, Options: duties, Required: true},
		name,
		{ID: "post", Label: "guest.post", Hint: "roles.post-hint", Limit: text.LineLimit},
		{ID: "inst", Label: "guest.inst", Hint: "roles.post-hint", Limit: text.LineLimit},
		{ID: "nip", Label: "roles.nip", Hint: "roles.nip-hint", Limit: 40, Check: CheckNIP},
	}
}

// readRoleForm reads the role and everybody who may hold one.
func readRoleForm(ctx context.Context, store Store, event, id model.ID) (out roleFormRead, err error) {
	if out.event, err = store.Event(ctx, event); err != nil {
		return out, err
	}
	if out.roles, err = store.Roles(ctx, event); err != nil {
		return out, err
	}
	if out.cast, err = ReadCast(ctx, store, event); err != nil || id.IsZero() {
		return out, err
	}
	out.record, err = store.Record(ctx, model.RoleKey(event, id))
	return out, err
}

// Title names the event.
func (f *roleForm) Title() string {
	key := lang.Key("roles.title-edit")
	if f.id.IsZero() {
		key = "roles.title-new"
	}
	return f.env.Say(key) + "  " + f.about.Theme
}

// Help explains how one person comes to hold several roles.
func (f *roleForm) Help() []lang.Key { return []lang.Key{"roles.help-form"} }

// Update takes answers, and what any form does.
func (f *roleForm) Update(msg tea.Msg) tea.Cmd {
	if cmd, taken := f.answer(msg); taken {
		return cmd
	}
	return f.storedForm.Update(msg)
}

func (f *roleForm) fill(m roleFormRead) tea.Cmd {
	f.record, f.about, f.roles, f.cast.cast = m.record, m.event, m.roles, m.cast
	if f.id.IsZero() {
		f.form.Fill(map[string]string{"duty": string(model.DutySpeaker)})
	} else {
		f.was = model.RoleOf(m.record)
		f.form.Fill(map[string]string{
			"duty": string(f.was.Duty), "name": f.was.FullName(), "post": f.was.Post, "inst": f.was.Institution,
			"nip": f.was.NIP,
		})
	}
	return nil
}

// save writes the role. Post and institution that nobody typed are those that the person is known by.
func (f *roleForm) save(values map[string]string) tea.Cmd {
	if f.id.IsZero() {
		return f.add(values)
	}
	edits := map[string]string{
		model.RoleDuty: values["duty"], model.RolePost: cleanLine(values["post"]), model.RoleInstitution: cleanLine(values["inst"]),
		model.RoleNIP: cleanLine(values["nip"]),
	}
	renamed := make(map[string]string)
	if words := cleanLine(values["name"]); words != f.was.FullName() {
		c := hall.Typed(words)
		renamed[model.RoleBefore], renamed[model.RoleName], renamed[model.RoleAfter] = c.Before, c.Name, c.After
	}
	others := f.others()
	if len(renamed) == 0 || len(others) == 0 {
		return f.correct(edits, renamed, nil)
	}
	var duties []string
	for _, r := range others {
		duties = append(duties, f.env.Say(DutyWords(r.Duty)))
	}
	f.asking = kit.NewConfirm(f.env.Look,
		lang.Of("roles.others-ask", "was", f.was.FullName(), "n", len(others), "duties", strings.Join(duties, ", ")),
		kit.Answer{Label: "roles.others-back", Do: func() tea.Cmd {
			f.form.Failed(lang.Of("kit.not-saved"))
			return nil
		}},
		kit.Answer{Label: "roles.others-too", Do: func() tea.Cmd { return f.correct(edits, renamed, others) }},
		kit.Answer{Label: "roles.others-not", Do: func() tea.Cmd { return f.correct(edits, renamed, nil) }})
	return nil
}

// others are the roles that the same person holds besides.
func (f *roleForm) others() (out []model.Role) {
	for _, r := range f.roles {
		if r.ID != f.id && r.Person == f.was.Person && !r.Person.IsZero() {
			out = append(out, r)
		}
	}
	return out
}

// correct writes the role, and the corrected name in the others.
func (f *roleForm) correct(edits, renamed map[string]string, others []model.Role) tea.Cmd {
	for register, value := range renamed {
		edits[register] = value
	}
	act, store := f.act(model.VerbCorrect), f.env.Store
	changes := act.Edit(f.record, edits)
	said := lang.Of("roles.saved", "n", 1+len(others))
	return f.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			for _, r := range others {
				record, err := store.Record(ctx, model.RoleKey(r.Event, r.ID))
				if err != nil {
					return err
				}
				changes = append(changes, act.Edit(record, renamed)...)
			}
			return store.Apply(ctx, changes)
		},
		Done: f.wrote(said),
	})
}

// add writes a new role.
func (f *roleForm) add(values map[string]string) tea.Cmd {
	c, ok := f.cast.chosen(values, "name")
	if !ok {
		f.form.Reject("name", lang.Of("kit.required"))
		return nil
	}
	if post := cleanLine(values["post"]); post != "" {
		c.Post = post
	}
	if inst := cleanLine(values["inst"]); inst != "" {
		c.Institution = inst
	}
	duty := model.Duty(values["duty"])
	id, made := RoleFor(f.env, f.event, f.roles, c, duty)
	if made == nil {
		r, _ := roleOf(f.roles, id)
		f.form.Reject("name", lang.Of("roles.has-already", "who", r.FullName(), "duty", lang.Of(DutyWords(duty))))
		return nil
	}
	made.NIP = cleanLine(values["nip"])
	changes := []model.Change{f.act(model.VerbEdit).Change(model.RoleKey(f.event, id), made.Registers()...)}
	said := lang.Of("roles.added", "who", made.FullName(), "duty", lang.Of(DutyWords(duty)))
	return f.write(changes, said)
}

// Keys are those of a form; while something is asked, those of the answers.
func (f *roleForm) Keys() kit.Bindings {
	if f.asking != nil {
		return kit.Bindings{{Keys: []string{"enter"}, Label: "guests.key-choose"}}
	}
	return f.drafting.Keys()
}

// View draws the form, and below it what is asked.
func (f *roleForm) View(w, h int) string {
	if f.asking == nil {
		return f.drafting.View(w, h)
	}
	return kit.Frame(w, h, "", f.asking.View(w, min(h, 5)), f.drafting.View)
}

// Cursor is in the form while nothing is asked.
func (f *roleForm) Cursor() (x, y int, ok bool) {
	if f.asking != nil {
		return 0, 0, false
	}
	return f.drafting.Cursor()
}
