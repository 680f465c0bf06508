package screen

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// castMost is how many people a field offers at once.
const castMost = 12

// castField finds the holder of a role in a form: first those who have a role at the event, then its guests, then the
// directory. A name that nobody has may stand.
type castField struct {
	env  *Env
	cast *hall.Cast // nil until it has been read
}

// ReadCast reads everybody who may hold a role at an event.
func ReadCast(ctx context.Context, store Store, event model.ID) (*hall.Cast, error) {
	roles, err := store.Roles(ctx, event)
	if err != nil {
		return nil, err
	}
	h, err := store.Hall(ctx, event, model.ID{})
	if err != nil {
		return nil, err
	}
	people, err := store.People(ctx)
	if err != nil {
		return nil, err
	}
	return hall.NewCast(roles, everyGuest(h), people, store.PersonOfGuest), nil
}

// field describes the field.
func (f *castField) field(id string, label, hint lang.Key) kit.Field {
	return kit.Field{ID: id, Label: label, Kind: kit.FindField, Free: true, Hint: hint, Suggest: f.suggest}
}

// suggest offers those whom the words find, and where each is known from.
func (f *castField) suggest(query string) ([]kit.Option, tea.Cmd) {
	if f.cast == nil || strings.TrimSpace(query) == "" {
		return nil, nil
	}
	var out []kit.Option
	for _, c := range f.cast.Find(query, castMost) {
		out = append(out, kit.Option{Value: c.Person.String(), Name: f.env.cast(c)})
	}
	return out, nil
}

// cast introduces somebody who may hold a role: name, where he is known from, and what he is.
func (e *Env) cast(c hall.Candidate) string {
	words := c.FullName() + " (" + e.Say(sourceWords(c.Source)) + ")"
	var what []string
	for _, s := range []string{c.Post, c.Institution} {
		if s != "" && !strings.Contains(strings.Join(what, ""), s) {
			what = append(what, s)
		}
	}
	return strings.TrimSpace(words + "  " + strings.Join(what, ", "))
}

func sourceWords(s hall.Source) lang.Key {
	switch s {
	case hall.FromRole:
		return "roles.from-role"
	case hall.FromList:
		return "roles.from-list"
	}
	return "roles.from-people"
}

// chosen is whom a field's values mean; false where nothing stands there. Typed words are a person of that name, whose
// identity any laptop of the office gives alike.
func (f *castField) chosen(values map[string]string, id string) (c hall.Candidate, ok bool) {
	if person, err := model.ParseID(values[id]); err == nil && f.cast != nil {
		if c, ok = f.cast.Of(person); ok {
			return c, true
		}
	}
	words := cleanLine(values[id+".text"])
	if words == "" {
		return hall.Candidate{}, false
	}
	return hall.Typed(words), true
}

// identify gives somebody who is not known yet an identity.
func (e *Env) identify(c hall.Candidate) hall.Candidate {
	if c.Person.IsZero() {
		c.Person = e.Store.PersonOfGuest(model.Guest{Name: c.Name, Before: c.Before, After: c.After, Institution: c.Institution})
	}
	return c
}
