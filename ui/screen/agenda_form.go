package screen

import (
	"context"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// agendaForm adds an item to an event's agenda, or edits one.
type agendaForm struct {
	*storedForm[agendaFormRead]
	event, id model.ID // zero id: a new one
	cast      *castField
	record    model.Record
	state     agendaState
}

// agendaFormRead is what the form needs before it can be filled in.
type agendaFormRead struct {
	record model.Record
	state  agendaState
	cast   *hall.Cast
}

func newAgendaForm(env *Env, event, id model.ID) *agendaForm {
	f := &agendaForm{event: event, id: id, cast: &castField{env: env}}
	fields := []kit.Field{
		{ID: "title", Label: "agenda.item-title", Required: true, Hint: "agenda.item-title-hint", Limit: text.LineLimit},
		{ID: "kind", Label: "agenda.item-kind", Kind: kit.ChoiceField, Options: itemOptions()},
		{ID: "start", Label: "event.start", Hint: "event.start-hint", Echo: clockEcho},
		{ID: "end", Label: "event.end", Hint: "agenda.item-end-hint", Echo: clockEcho},
		f.cast.field("speaker", "agenda.item-speaker", "agenda.item-speaker-hint"),
	}
	read := func(ctx context.Context, store Store) (agendaFormRead, error) {
		return readAgendaForm(ctx, store, event, id)
	}
	f.storedForm = newStoredForm(newDrafting(env, "agenda-item", event, id, back), fields, f.save, read, f.fill)
	return f
}

func itemOptions() []kit.Option {
	var out []kit.Option
	for _, k := range model.ItemKinds() {
		out = append(out, kit.Option{Value: string(k), Label: ItemWords(k)})
	}
	return out
}

// readAgendaForm reads the item, the agenda around it, and those who may carry it.
func readAgendaForm(ctx context.Context, store Store, event, id model.ID) (out agendaFormRead, err error) {
	if out.state, err = readAgenda(ctx, store, event); err != nil {
		return out, err
	}
	if out.cast, err = ReadCast(ctx, store, event); err != nil || id.IsZero() {
		return out, err
	}
	out.record, err = store.Record(ctx, model.AgendaItemKey(event, id))
	return out, err
}

// Title names the event.
func (f *agendaForm) Title() string {
	key := lang.Key("agenda.title-edit")
	if f.id.IsZero() {
		key = "agenda.title-new"
	}
	return f.env.Say(key) + "  " + f.state.event.Theme
}

// fill shows what is stored. A new item begins when the last one ends.
func (f *agendaForm) fill(m agendaFormRead) tea.Cmd {
	f.record, f.state, f.cast.cast = m.record, m.state, m.cast
	if f.id.IsZero() {
		values := map[string]string{"kind": string(model.ItemTalk), "start": f.state.event.Start}
		if n := len(f.state.items); n > 0 {
			values["start"] = f.state.items[n-1].End
		}
		f.form.Fill(values)
		return nil
	}
	x := model.AgendaItemOf(m.record)
	r, _ := roleOf(f.state.roles, x.Role)
	values := map[string]string{
		"title": x.Title, "kind": string(x.Kind), "start": x.Start, "end": x.End, "speaker": "", "speaker.text": r.FullName(),
	}
	if r.FullName() != "" {
		values["speaker"] = r.Person.String()
	}
	f.form.Fill(values)
	return nil
}

func (f *agendaForm) save(values map[string]string) tea.Cmd {
	start, end, ok := f.hours(values)
	if !ok {
		return nil
	}
	act := f.act(model.VerbEdit)
	var changes []model.Change
	x := model.AgendaItemOf(f.record)
	role, made := f.role(values, x, model.ItemKind(values["kind"]))
	if made != nil {
		changes = append(changes, act.Change(model.RoleKey(f.event, made.ID), made.Registers()...))
	}
	registers := map[string]string{
		model.AgendaTitle: cleanLine(values["title"]), model.AgendaKind: values["kind"], model.AgendaStart: start,
		model.AgendaEnd: end, model.AgendaRole: role.String(),
	}
	if f.id.IsZero() {
		f.record = model.Record{Key: model.AgendaItemKey(f.event, f.env.ID())}
		registers[model.AgendaOrder] = strconv.Itoa(NextOrder(f.state.items, func(x model.AgendaItem) int { return x.Order }))
	}
	return f.write(append(changes, act.Edit(f.record, registers)...), lang.Of("agenda.saved"))
}

// role is the role that carries the item: the one that it has, another of the same person that fits the kind, or a new one.
func (f *agendaForm) role(values map[string]string, x model.AgendaItem, kind model.ItemKind) (id model.ID, made *model.Role) {
	c, ok := f.cast.chosen(values, "speaker")
	if !ok {
		return model.ID{}, nil
	}
	c = f.env.identify(c)
	if r, ok := roleOf(f.state.roles, x.Role); ok && r.Person == c.Person {
		return r.ID, nil
	}
	return RoleFor(f.env, f.event, f.state.roles, c, DutyOf(kind))
}

// RoleFor is the role in which somebody carries an agenda item: the one that he has for this duty, or a new one, which is to
// be written.
func RoleFor(env *Env, event model.ID, roles []model.Role, c hall.Candidate, duty model.Duty) (id model.ID, made *model.Role) {
	c = env.identify(c)
	i := slices.IndexFunc(roles, func(r model.Role) bool { return r.Person == c.Person && r.Duty == duty })
	if i >= 0 {
		return roles[i].ID, nil
	}
	r := c.Role(duty)
	r.Event, r.ID = event, env.ID()
	r.Order = NextOrder(roles, func(r model.Role) int { return r.Order })
	return r.ID, &r
}

// DutyOf is what somebody who carries an item of this kind does at the event, where he has no role yet.
func DutyOf(k model.ItemKind) model.Duty {
	switch k {
	case model.ItemOpening:
		return model.DutyOpener
	case model.ItemReport:
		return model.DutyChair
	case model.ItemDiscussion:
		return model.DutyModerator
	case model.ItemRegistration, model.ItemAnthem, model.ItemPrayer, model.ItemBreak, model.ItemClosing, model.ItemOther:
		return model.DutyHost
	}
	return model.DutySpeaker
}

// NextOrder is the number after the highest one.
func NextOrder[T any](all []T, order func(T) int) int {
	next := 1
	for _, x := range all {
		next = max(next, order(x)+1)
	}
	return next
}

// cleanLine is typed text as one line.
func cleanLine(s string) string {
	s, _ = text.Line(s)
	return s
}
