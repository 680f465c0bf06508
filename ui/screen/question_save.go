package screen

import (
	"context"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/text"
	"hadir/ui/kit"
)

// save writes the question. A new one gets its number when its turn to be written comes, so that numbers follow the order in
// which people asked.
func (f *questionEntry) save(values map[string]string) tea.Cmd {
	out := questionSaved{entry: f, question: f.was}
	if !f.id.IsZero() {
		return f.env.Write(f.edits(values), func(err error) tea.Msg {
			out.err = err
			return out
		})
	}
	act, store, event := f.act(model.VerbAsk), f.env.Store, f.event
	q := f.question(values)
	q.ID = f.env.ID()
	day := f.offering.on()
	return f.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) (err error) {
			if q.No, err = store.NextNo(ctx, model.KindQuestion, event); err != nil {
				return err
			}
			out.question = q
			return store.Apply(ctx, q.Ask(act))
		},
		Done: func(err error) tea.Msg {
			out.err = err
			for _, a := range q.Answers {
				out.promised = append(out.promised, promises(a.Text, "", day)...)
			}
			return out
		},
	})
}

// question is the new question that the form describes.
func (f *questionEntry) question(values map[string]string) model.Question {
	q := model.Question{
		Event: f.event, Asked: f.sheet.asked, References: f.sheet.refs, Tags: tagsOf(values[fieldTags]),
		Internal: values[fieldInternal] == kit.Yes, Item: f.podium.event.Running,
	}
	if q.Asked.IsZero() {
		q.Asked = f.env.Now()
	}
	q.Text, _ = text.Block(values[fieldText])
	f.ask(&q, values)
	ground(&q, f.env, values)
	if a, ok := f.podium.answer(values, f.env); ok {
		q.Answers = []model.Answer{a}
	}
	answered := len(q.Answers) > 0
	q.Status = model.QuestionStatus(model.Question{Status: model.QuestionOpen}.Settle(model.QuestionStatus(values[fieldStatus]), answered))
	return q
}

// ask puts in who asked: a guest as on that day, free words, or nobody.
func (f *questionEntry) ask(q *model.Question, values map[string]string) {
	if f.at == fieldAsker && values[fieldAsker]+values[fieldAsker+".text"] == "" {
		return
	}
	q.Guest, q.Asker, q.Post, q.From, q.Anonymous = model.ID{}, "", "", "", false
	value, typed := values[fieldAsker], values[fieldAsker+".text"]
	if value == askerAnonymous {
		q.Anonymous = true
		return
	}
	id, err := model.ParseID(value)
	if err == nil && !id.IsZero() && id == f.was.Guest {
		// As on that day, whatever the list says by now.
		q.Guest, q.Asker, q.Post, q.From = f.was.Guest, f.was.Asker, f.was.Post, f.was.From
		return
	}
	if g := f.podium.guest(id); err == nil && g != nil {
		q.Guest, q.Asker, q.Post, q.From = g.ID, g.FullName(), g.Post, g.From()
		return
	}
	q.Asker, _ = text.Line(typed)
	if !f.was.Anonymous && value == "" && typed == f.env.asker(f.was, nil) && f.was.Asker != "" {
		// Nobody touched it: taking the words apart again would not give the same parts.
		q.Asker, q.Post, q.From = f.was.Asker, f.was.Post, f.was.From
	}
}

// guest is a guest of the list; nil where there is none, or the list was not read.
func (p *podium) guest(id model.ID) *model.Guest {
	if p.hall == nil || id.IsZero() {
		return nil
	}
	return p.hall.Guest(id)
}

// ground puts in what the answers rest on.
func ground(q *model.Question, env *Env, values map[string]string) {
	q.Basis, _ = text.Block(values[fieldBasis])
	q.AsOf = isoAsOf(env, values[fieldAsOf])
	q.Keeps, _ = strconv.Atoi(values[fieldKeeps])
	if q.Keeps <= 0 {
		q.Keeps = model.KeepsUsually
	}
}

// isoAsOf is a typed "data per" as records keep it. The field has been checked before.
func isoAsOf(env *Env, typed string) string {
	if strings.TrimSpace(typed) == "" {
		return ""
	}
	a, err := date.ParseAsOf(typed, env.Today())
	if err != nil {
		return ""
	}
	return a.String()
}

// answer is the answer that the form describes; false where none was typed.
func (p *podium) answer(values map[string]string, env *Env) (a model.Answer, ok bool) {
	if a.Text, _ = text.Block(values[fieldAnswer]); a.Text == "" {
		return a, false
	}
	a.At = env.Now()
	p.by(&a, values[fieldBy], values[fieldBy+".text"])
	return a, true
}

// by puts in who answered: a role, a guest, or free words.
func (p *podium) by(a *model.Answer, value, typed string) {
	a.Role, a.By, a.Post = model.ID{}, "", ""
	if role, ok := strings.CutPrefix(value, roleValue); ok {
		for _, r := range p.roles {
			if r.ID.String() == role {
				a.Role, a.By, a.Post = r.ID, r.FullName(), r.Post
				return
			}
		}
	}
	if id, err := model.ParseID(value); err == nil {
		if g := p.guest(id); g != nil {
			a.By, a.Post = g.FullName(), office(model.Guest{Post: g.Post, Institution: g.Institution, Village: g.Village})
			return
		}
	}
	a.By, _ = text.Line(typed)
}

// tagsOf are the words of a field, divided by commas, each once.
func tagsOf(typed string) (tags []string) {
	for part := range strings.SplitSeq(typed, ",") {
		if tag, _ := text.Line(part); tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}

// values are the question as the fields show it.
func (f *questionEntry) values() map[string]string {
	q := f.was
	values := questionGround(f.env, q, f.record)
	values[fieldStatus] = f.record.Get(model.QuestionStatusIs)
	values[fieldText], values[fieldTags], values[fieldInternal] = q.Text, strings.Join(q.Tags, ", "), kit.No
	if q.Internal {
		values[fieldInternal] = kit.Yes
	}
	switch g := f.podium.guest(q.Guest); {
	case q.Anonymous:
		values[fieldAsker], values[fieldAsker+".text"] = askerAnonymous, f.env.Say("question.anonymous")
	case g != nil && !g.Removed:
		values[fieldAsker], values[fieldAsker+".text"] = g.ID.String(), f.env.introduced(*g)
	case q.Asker != "":
		values[fieldAsker], values[fieldAsker+".text"] = q.Guest.String(), f.env.asker(q, nil)
	default:
		values[fieldAsker], values[fieldAsker+".text"] = "", ""
	}
	return values
}

// questionGround is what a question's answers rest on, as the fields show it. The status is left to what the answers tell.
func questionGround(env *Env, q model.Question, r model.Record) map[string]string {
	values := map[string]string{
		fieldBasis: q.Basis, fieldAsOf: env.asOfWords(q.AsOf), fieldKeeps: r.Get(model.QuestionKeeps), fieldStatus: "",
	}
	return values
}

// edits are the changes that correct the question, against the record that the form showed: what another desk wrote in the
// meantime is not lost but shown as a conflict.
func (f *questionEntry) edits(values map[string]string) []model.Change {
	q := f.was
	q.Text, _ = text.Block(values[fieldText])
	f.ask(&q, values)
	ground(&q, f.env, values)
	q.Internal = values[fieldInternal] == kit.Yes
	chosen := model.QuestionStatus(values[fieldStatus])
	q.Status = model.QuestionStatus(q.Settle(chosen, false))
	if chosen == "" {
		q.Status = ""
	}
	act, key := f.act(model.VerbEdit), model.QuestionKey(f.event, f.id)
	var changes []model.Change
	if sets := f.record.Edit(q.Shown()); len(sets) > 0 {
		changes = append(changes, act.Change(key, sets...))
	}
	wanted := tagsOf(values[fieldTags])
	var gone []model.Stamp
	for _, e := range f.record.Elements(model.QuestionTags) {
		if !slices.Contains(wanted, e.Value) {
			gone = append(gone, e.Stamp)
		}
	}
	if len(gone) > 0 {
		changes = append(changes, act.Change(key, model.Withdraw(model.QuestionTags, gone...)))
	}
	for _, tag := range wanted {
		if !slices.Contains(f.was.Tags, tag) {
			changes = append(changes, act.Change(key, model.Add(model.QuestionTags, tag)))
		}
	}
	return changes
}

// hide makes the asker nobody, or lets a name be typed again.
func (f *questionEntry) hide() tea.Cmd {
	values := map[string]string{fieldAsker: askerAnonymous, fieldAsker + ".text": f.env.Say("question.anonymous")}
	if f.sheet.Form.Snapshot()[fieldAsker] == askerAnonymous {
		values = map[string]string{fieldAsker: "", fieldAsker + ".text": ""}
	}
	f.sheet.Restore(values)
	if f.sheet.Form.Focused() == fieldAsker && values[fieldAsker] == askerAnonymous {
		// Who asked is settled, as with Enter on a name: what is typed next is the question, and must not become an asker.
		f.sheet.Form.Focus(fieldText)
	}
	return tea.Batch(f.forget(), f.draft.Touch())
}

// forget takes the draft away and begins it anew once nobody may know who asked: its file still holds what was typed before.
func (f *questionEntry) forget() tea.Cmd {
	now := f.sheet.Form.Snapshot()[fieldAsker] == askerAnonymous
	before := f.hidden
	f.hidden = now
	if !now || before || f.closed {
		return nil
	}
	gone := f.draft.Clear()
	f.draft.Touch()
	return tea.Sequence(gone, f.draft.Flush())
}
