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
	"hadir/ui/screen"
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
		rows, told := make([][]string, len(out)), d.told(changes)
		for i, x := range out {
			at := changes[i].When().In(d.Zone(events[changes[i].Key.Event]).Location())
			when := date.Of(at).Short(date.Lang(d.Code())) + " " + at.Format("15.04.05")
			rows[i] = []string{when, d.DeskWords(x.Desk), x.Officer, d.Say(lang.Key("cli.kind." + x.Kind)), x.Name, told[i]}
		}
		columns(d.out, rows)
	})
}

// changes are those of the event that is named, or all that people made, oldest first: that a data file came to be was
// nobody's act.
func (d *desk) changes(ctx context.Context, args []string) ([]model.Change, error) {
	if len(args) == 0 {
		all, err := d.store.AllHistory(ctx)
		return slices.DeleteFunc(all, func(c model.Change) bool {
			return c.Verb == model.VerbCreate && c.Key == model.OfficeSettings()
		}), err
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

// told is what each of the changes did, as the screens say it.
func (d *desk) told(changes []model.Change) []string {
	undid := make(map[model.ID]*screen.Done)
	for _, act := range screen.Acts(changes) {
		undid[act.Act()] = act.Undid
	}
	out := make([]string, len(changes))
	for i, c := range changes {
		out[i] = d.Told(&screen.Done{Changes: []model.Change{c}, Undid: undid[c.Act]})
	}
	return out
}

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
	case model.KindQuestion:
		return r.Get(model.QuestionText)
	case model.KindAction:
		return r.Get(model.ActionDo)
	case model.KindEvidence:
		return r.Get(model.EvidenceCaption)
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
