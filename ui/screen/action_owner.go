package screen

import (
	"cmp"
	"context"
	"strings"

	"hadir/model"
	"hadir/model/name"
	"hadir/ui/kit"
)

// mostOwners is how many suggestions are made at once.
const mostOwners = 20

// owners are those who may have to do something: found by a few letters as at the door, those of the event first, then the
// directory, then institutions.
type owners struct {
	known  map[string]string // what stands in a record, by the Key.Text of the owner's
	rows   []kit.Option
	terms  []string
	index  *name.Index
	places suggestions
}

// readOwners reads who may have to do something about an event; the zero event: only the directory.
func readOwners(ctx context.Context, store Store, env *Env, event model.ID) (o owners, err error) {
	o.known = make(map[string]string)
	if !event.IsZero() {
		if err := o.ofEvent(ctx, store, env, event); err != nil {
			return o, err
		}
	}
	institutions, err := store.Institutions(ctx)
	if err != nil {
		return o, err
	}
	people, err := store.People(ctx)
	if err != nil {
		return o, err
	}
	for _, p := range people {
		g := model.Guest{Before: p.Before, Name: p.Name, After: p.After, Post: p.Post, Institution: p.Institution}
		o.add(model.PersonKey(p.ID), env, g)
	}
	for _, x := range institutions {
		o.places.add(x.Name)
		o.rows = append(o.rows, kit.Option{Value: x.Name, Name: x.Name})
		o.terms = append(o.terms, name.Terms(name.Entry{Name: x.Name, Institution: x.Name}))
	}
	o.index = name.NewIndex(o.terms)
	return o, nil
}

// ofEvent adds those who have to do with an event: its roles, then its guests.
func (o *owners) ofEvent(ctx context.Context, store Store, env *Env, event model.ID) error {
	roles, err := store.Roles(ctx, event)
	if err != nil {
		return err
	}
	for _, r := range roles {
		g := model.Guest{Before: r.Before, Name: r.Name, After: r.After, Post: r.Post, Institution: r.Institution}
		o.add(model.RoleKey(event, r.ID), env, g)
	}
	h, err := store.Hall(ctx, event, model.ID{})
	if err != nil {
		return err
	}
	for i := range h.Len() {
		if g := h.At(i); !g.Removed {
			o.add(model.GuestKey(event, g.ID), env, *g)
			o.places.add(cmp.Or(g.Institution, g.Village))
		}
	}
	return nil
}

// add adds somebody who can be an owner.
func (o *owners) add(k model.Key, env *Env, g model.Guest) {
	if !g.Known() {
		return
	}
	value := k.Text()
	o.known[value] = g.FullName()
	o.rows = append(o.rows, kit.Option{Value: value, Name: env.introduced(g)})
	o.terms = append(o.terms, name.Terms(name.Entry{Name: g.Name, Post: g.Post, Institution: g.Institution, Place: g.Village}))
}

// know notes what the owner that is stored is called.
func (o *owners) know(value, called string) {
	if o.known == nil {
		o.known = make(map[string]string)
	}
	o.known[value] = called
}

// find are those whom the words find. Of one person who stands on several lists the first is enough.
func (o *owners) find(query string) (out []kit.Option) {
	if o.index == nil || strings.TrimSpace(query) == "" {
		return nil
	}
	seen := make(map[string]bool)
	hits := o.index.Find(query, 10*mostOwners).Hits
	for _, h := range hits {
		if h.Near && !hits[0].Near {
			break
		}
		x := o.rows[h.Row]
		if folded := name.FoldText(x.Name); !seen[folded] {
			seen[folded] = true
			out = append(out, x)
		}
		if len(out) == mostOwners {
			break
		}
	}
	return out
}

// chosen is what a record keeps of an owner: the name, and the Key.Text of the record that it is; free words and institutions
// have none.
func (o *owners) chosen(value, typed string) (owner, key string) {
	if k, err := model.ParseKey(value); err == nil && value != "" {
		return cmp.Or(o.known[value], typed), k.Text()
	}
	return typed, ""
}
