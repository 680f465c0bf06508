package cli

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/program"
	"hadir/ui/screen"
)

// event is the commands about events.
func (a *app) event() *cobra.Command {
	return a.family("event", "cli.event", a.eventAdd(), a.eventEdit(), a.eventLoad(), a.eventCopy(), a.eventList())
}

// created is the JSON of a command that made or changed an event.
type created struct {
	ID model.ID `json:"id"`
}

func (a *app) eventAdd() *cobra.Command {
	c := &cobra.Command{
		Use: "add --title T [--date D] [--time 09.00] [--venue V] [--organiser O]", Short: a.lang.Say("cli.event-add"),
		Args: between(0, 0), RunE: a.withDesk(addEvent),
	}
	a.eventFlags(c)
	return c
}

func addEvent(ctx context.Context, d *desk, c *cobra.Command, _ []string) error {
	values, err := d.eventValues(c)
	if err != nil {
		return err
	}
	if values[model.EventTheme] == "" {
		return fail(exitUsage, "cli.needs-title")
	}
	f := program.File{Format: program.Format, Event: program.Event{
		Theme: values[model.EventTheme], Organiser: values[model.EventOrganiser], Venue: values[model.EventVenue],
		Date: values[model.EventDate], Start: values[model.EventStart], Zone: values[model.EventZone],
	}}
	return d.make(ctx, model.VerbCreate, f)
}

// make makes the event that a file describes, and tells its ID.
func (d *desk) make(ctx context.Context, verb model.Verb, f program.File) error {
	if err := f.Clean(); err != nil {
		return programFailure("", err)
	}
	id, changes, err := f.Changes(d.Act(verb), d.Me.Key, d.Rand)
	if err != nil {
		return err
	}
	if err := d.apply(ctx, changes); err != nil {
		return err
	}
	return d.print(created{id}, func() { d.tell("cli.event-made", "theme", f.Event.Theme, "id", id.String()) })
}

func (a *app) eventEdit() *cobra.Command {
	c := &cobra.Command{
		Use:   "edit EVENT [--title T] [--date D] [--time 09.00] [--venue V] [--organiser O] [--status S]",
		Short: a.lang.Say("cli.event-edit"), Args: between(1, 1), RunE: a.withDesk(editEvent),
	}
	a.eventFlags(c)
	c.Flags().String("status", "", a.lang.Say("cli.flag-status"))
	return c
}

func editEvent(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	values, err := d.eventValues(c)
	if err != nil {
		return err
	}
	if theme, given := values[model.EventTheme]; given && theme == "" {
		return fail(exitUsage, "cli.needs-title")
	}
	e, err := d.event(ctx, args[0])
	if err != nil {
		return err
	}
	r, err := d.store.Record(ctx, model.EventKey(e.ID))
	if err != nil {
		return err
	}
	if changes := d.Act(model.VerbEdit).Edit(r, values); len(changes) > 0 {
		err = d.apply(ctx, changes)
	}
	if err != nil {
		return err
	}
	return d.print(created{e.ID}, func() { d.tell("cli.event-edited", "id", e.ID.String()) })
}

func (a *app) eventList() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: a.lang.Say("cli.event-list"), Args: between(0, 0), RunE: a.withDesk(listEvents),
	}
}

// listed is one event in the JSON of the list.
type listed struct {
	ID      model.ID     `json:"id"`
	Title   string       `json:"title"`
	Date    string       `json:"date"` // ISO 8601; "" while it is open
	Venue   string       `json:"venue"`
	Status  model.Status `json:"status"`
	Invited int          `json:"invited"`
	Present int          `json:"present"` // guests whose state is present at the first session, those not invited included
}

func listEvents(ctx context.Context, d *desk, _ *cobra.Command, _ []string) error {
	events, err := d.store.Events(ctx)
	if err != nil {
		return err
	}
	out := make([]listed, 0, len(events))
	for _, e := range events {
		n, err := d.store.Counts(ctx, e.ID, model.ID{})
		if err != nil {
			return err
		}
		out = append(out, listed{e.ID, e.Theme, e.Date, e.Venue, e.Status, n.Invited, n.Present + n.WalkIns})
	}
	return d.print(out, func() {
		if len(out) == 0 {
			d.tell("cli.no-events")
			return
		}
		rows := d.eventRows(events)
		for i, e := range out {
			rows[i] = append(rows[i], d.Say("cli.event-counts", "invited", e.Invited, "present", e.Present))
		}
		columns(d.out, rows)
	})
}

// eventRows tells events apart: ID, date, status, theme and place.
func (d *desk) eventRows(events []model.Event) [][]string {
	var rows [][]string
	for _, e := range events {
		theme := e.Theme
		if e.Sample {
			theme = d.Say("root.sample") + ": " + theme
		}
		rows = append(rows, []string{e.ID.String(), d.day(e.Date), d.Say(screen.StatusWords(e.Status)), theme, e.Venue})
	}
	return rows
}

// day is an ISO date as people read it; what is no date stays as it is.
func (d *desk) day(iso string) string {
	var day date.Date
	if day.UnmarshalText([]byte(iso)) != nil || day.IsZero() {
		return iso
	}
	return day.Short(date.Lang(d.Code()))
}

// number is how people read a number of the list.
func number(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}
