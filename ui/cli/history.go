package cli

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/lang"
)

func (a *app) history() *cobra.Command {
	return &cobra.Command{
		Use: "history [EVENT]", Short: a.lang.Say("cli.history"), Args: between(0, 1), RunE: a.withDesk(showHistory),
	}
}

// done is one change in the JSON of the history.
type done struct {
	At      string     `json:"at"`
	Device  string     `json:"device"`
	Desk    string     `json:"desk"`
	Officer string     `json:"officer"`
	Verb    model.Verb `json:"verb"`
	Kind    string     `json:"kind"`
	ID      model.ID   `json:"id"`
	Name    string     `json:"name"`
}

func showHistory(ctx context.Context, d *desk, _ *cobra.Command, args []string) error {
	changes, err := d.changes(ctx, args)
	if err != nil {
		return err
	}
	events, err := d.eventsByID(ctx)
	if err != nil {
		return err
	}
	names := &naming{d: d, known: make(map[model.Key]string)}
	out := make([]done, 0, len(changes))
	for _, c := range changes {
		name, err := names.of(ctx, c.Key)
		if err != nil {
			return err
		}
		out = append(out, done{
			d.moment(events[c.Key.Event], c.When()), c.Device.String(), c.Desk, c.Officer, c.Verb, c.Key.Kind.String(), c.Key.ID, name,
		})
	}
	return d.print(out, func() {
		rows := make([][]string, len(out))
		for i, x := range out {
			at := changes[i].When().In(d.Zone(events[changes[i].Key.Event]).Location())
			when := date.Of(at).Short(date.Lang(d.Code())) + " " + at.Format("15.04.05")
			rows[i] = []string{when, x.Desk, x.Officer, d.verb(x.Verb), d.Say(lang.Key("cli.kind." + x.Kind)), x.Name}
		}
		columns(d.out, rows)
	})
}

// changes are those of the event that is named, or all that there are, oldest first.
func (d *desk) changes(ctx context.Context, args []string) ([]model.Change, error) {
	if len(args) == 0 {
		return d.store.AllHistory(ctx)
	}
	e, err := d.event(ctx, args[0])
	if err != nil {
		return nil, err
	}
	return d.store.History(ctx, e.ID)
}

func (d *desk) eventsByID(ctx context.Context) (map[model.ID]model.Event, error) {
	events, err := d.store.Events(ctx)
	out := make(map[model.ID]model.Event, len(events))
	for _, e := range events {
		out[e.ID] = e
	}
	return out, err
}

// verb is what was done, as people say it.
func (d *desk) verb(v model.Verb) string { return d.Say(lang.Key("cli.verb." + string(v))) }

// naming finds what records are called now, each once.
type naming struct {
	d     *desk
	known map[model.Key]string
}

// of is the name of a record: a guest's for a seat, too.
func (n *naming) of(ctx context.Context, k model.Key) (string, error) {
	if k.Kind == model.KindSeat {
		k = model.GuestKey(k.Event, k.ID)
	}
	if name, ok := n.known[k]; ok {
		return name, nil
	}
	r, err := n.d.store.Record(ctx, k)
	if err != nil {
		return "", err
	}
	n.known[k] = title(r)
	return n.known[k], nil
}

// title is what a record is called, people without their titles; empty for those that have no name.
func title(r model.Record) string {
	switch r.Key.Kind {
	case model.KindEvent:
		return model.EventOf(r).Theme
	case model.KindGuest:
		return model.GuestOf(r).Name
	case model.KindRole:
		return model.RoleOf(r).Name
	case model.KindPerson:
		return model.PersonOf(r).Name
	case model.KindSession, model.KindVillage:
		return r.Get(model.SessionName)
	case model.KindAgenda:
		return r.Get(model.AgendaTitle)
	case model.KindSetting:
		return cmp.Or(r.Get(model.OfficeName), r.Get(model.DeskName))
	}
	return ""
}

// namesOf are the names of the records that changes are about, each once.
func (d *desk) namesOf(ctx context.Context, changes []model.Change) ([]string, error) {
	names := &naming{d: d, known: make(map[model.Key]string)}
	out := []string{}
	for _, c := range changes {
		name, err := names.of(ctx, c.Key)
		if err != nil {
			return nil, err
		}
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out, nil
}

// list is names in a sentence, the first few of many.
func list(names []string) string {
	const shown = 3
	if len(names) > shown {
		names = append(slices.Clone(names[:shown]), "...")
	}
	return strings.Join(names, ", ")
}
