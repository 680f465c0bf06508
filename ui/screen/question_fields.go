package screen

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/name"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// askerAnonymous is the value of the asker's field when nobody may know who asked.
const askerAnonymous = "anonymous"

// suggested is how many people one search offers.
const suggested = 30

// fields are the fields of a question; those of an answer only for a new one.
func (f *questionEntry) fields() []kit.Field {
	fields := []kit.Field{
		{
			ID: fieldAsker, Label: "question.asker", Kind: kit.FindField, Free: true, First: true, Hint: "question.asker-hint",
			Limit: text.LineLimit, Suggest: f.askers,
		},
		{ID: fieldText, Label: "question.words", Kind: kit.AreaField, Rows: 4, Required: true},
	}
	if f.id.IsZero() {
		fields = append(fields, answerFields(&f.podium, f.env)...)
	}
	return append(fields,
		basisField(), asOfField(f.env), keepsField(), f.env.questionStatusField(),
		kit.Field{ID: fieldTags, Label: "question.tags", Hint: "question.tags-hint", Limit: text.LineLimit},
		kit.Field{ID: fieldInternal, Label: "question.internal", Kind: kit.ToggleField},
	)
}

// answerFields are the words of an answer, and who gives it.
func answerFields(p *podium, env *Env) []kit.Field {
	return []kit.Field{
		{ID: fieldAnswer, Label: "question.answer", Kind: kit.AreaField, Rows: 4},
		{
			ID: fieldBy, Label: "question.by", Kind: kit.FindField, Free: true, First: true, Hint: "question.by-hint",
			Limit: text.LineLimit, Suggest: func(typed string) ([]kit.Option, tea.Cmd) { return p.speakers(env, typed), nil },
		},
	}
}

func basisField() kit.Field {
	return kit.Field{ID: fieldBasis, Label: "question.basis", Kind: kit.AreaField, Rows: 2, Hint: "question.basis-hint"}
}

// asOfField says how the time was understood of which the facts are.
func asOfField(env *Env) kit.Field {
	return kit.Field{
		ID: fieldAsOf, Label: "question.as-of", Hint: "question.as-of-hint", Limit: 60,
		Echo: func(typed string) (string, lang.Phrase) {
			a, err := date.ParseAsOf(typed, env.Today())
			if err != nil {
				return "", DateFault(err, env.dates())
			}
			return a.Plain(env.dates()) + " (" + env.ageWords(model.AgeOf(a, env.Today())) + ")", lang.Phrase{}
		},
	}
}

// keepsField is for how many months the basis holds.
func keepsField() kit.Field {
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, s)
	}
	return kit.Field{ID: fieldKeeps, Label: "question.keeps", Hint: "question.keeps-hint", Limit: 3, Clean: digits}
}

// questionStatusField is where the question stands; the first option leaves it to what the answers tell.
func (e *Env) questionStatusField() kit.Field {
	options := []kit.Option{{Value: "", Label: "question.status-auto"}}
	for _, s := range model.QuestionStatuses() {
		options = append(options, kit.Option{Value: string(s), Label: QuestionStatusWords(s)})
	}
	return kit.Field{ID: fieldStatus, Label: "question.status-title", Kind: kit.ChoiceField, Options: options}
}

// askers offers who may have asked: those who are present first, then the rest of the list; and at the end, that nobody may
// know. A near miss never goes before the words as they stand: a question must not be laid into somebody's mouth.
func (f *questionEntry) askers(typed string) (out []kit.Option, later tea.Cmd) {
	typed = strings.TrimSpace(typed)
	out = f.podium.guests(f.env, typed)
	return append(out, kit.Option{Value: askerAnonymous, Name: f.env.Say("question.anonymous")}), nil
}

// guests offers guests, those present first.
func (p *podium) guests(env *Env, typed string) (out []kit.Option) {
	if p.hall == nil {
		return wordsFirst(typed, nil)
	}
	var here, away, near []kit.Option
	for _, m := range p.matches(typed) {
		o := kit.Option{Value: m.Guest.ID.String(), Name: env.introduced(*m.Guest)}
		if m.Seat.Came() {
			o.Note = env.Say(stateWords(m.Seat.State))
		}
		switch {
		case m.Near:
			near = append(near, o)
		case m.Seat.Came():
			here = append(here, o)
		default:
			away = append(away, o)
		}
	}
	out = append(here, away...)
	if len(out) == 0 {
		out = wordsFirst(typed, near)
	}
	return out
}

// wordsFirst offers the words as they stand, before those who are merely like them.
func wordsFirst(typed string, near []kit.Option) []kit.Option {
	if typed == "" {
		return near
	}
	return append([]kit.Option{{Name: typed}}, near...)
}

// speakers offers who may have answered: whoever is speaking now, the other speakers, the other roles, then the guests. Of
// one person's roles, the first counts.
func (p *podium) speakers(env *Env, typed string) (out []kit.Option) {
	typed = strings.TrimSpace(typed)
	now, _ := p.running()
	rank := func(r model.Role) int {
		switch {
		case r.ID == now.Role && !now.Role.IsZero():
			return 0
		case r.Duty == model.DutySpeaker:
			return 1
		}
		return 2
	}
	roles := slices.Clone(p.roles)
	slices.SortStableFunc(roles, func(a, b model.Role) int { return rank(a) - rank(b) })
	seen := make(map[string]bool)
	for _, r := range roles {
		who := name.Fold(r.Name)
		if seen[who] || r.Name == "" || !holdsWords(r.FullName()+" "+r.Post+" "+r.Institution, typed) {
			continue
		}
		seen[who] = true
		out = append(out, kit.Option{Value: roleValue + r.ID.String(), Name: env.introduced(roleGuest(r))})
	}
	if typed == "" {
		return out
	}
	guests := p.guests(env, typed)
	if len(out) > 0 {
		// Words that a speaker answers to need not be offered as they stand.
		guests = slices.DeleteFunc(guests, func(o kit.Option) bool { return o.Value == "" })
	}
	return append(out, guests...)
}

// roleValue stands before the ID of a role, where the field may hold a guest's, too.
const roleValue = "role:"

// roleGuest is a role as people are introduced.
func roleGuest(r model.Role) model.Guest {
	return model.Guest{Before: r.Before, Name: r.Name, After: r.After, Post: r.Post}
}

// holdsWords reports whether each word that was typed begins a word of s.
func holdsWords(s, typed string) bool {
	all := strings.Fields(name.FoldText(s))
	for want := range strings.FieldsSeq(name.FoldText(typed)) {
		if !slices.ContainsFunc(all, func(w string) bool { return strings.HasPrefix(w, want) }) {
			return false
		}
	}
	return true
}
