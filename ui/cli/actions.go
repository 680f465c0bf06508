package cli

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/board"
	"hadir/model/name"
	"hadir/ui/screen"
)

func (a *app) board() *cobra.Command {
	return &cobra.Command{
		Use: "board", Short: a.lang.Say("cli.board"), Args: between(0, 0),
		RunE: a.withScreen(func(_ context.Context, d *desk, _ *cobra.Command, _ []string) error {
			return d.show(screen.NewBoard(d.Env))
		}),
	}
}

func (a *app) actions() *cobra.Command {
	c := &cobra.Command{
		Use: "actions [--open] [--overdue] [--owner WORDS] [--institution WORDS]", Short: a.lang.Say("cli.actions"),
		Args: between(0, 0), RunE: a.withDesk(listActions),
	}
	c.Flags().Bool("open", false, a.lang.Say("cli.flag-open"))
	c.Flags().Bool("overdue", false, a.lang.Say("cli.flag-overdue"))
	c.Flags().String("owner", "", a.lang.Say("cli.flag-owner-words"))
	c.Flags().String("institution", "", a.lang.Say("cli.flag-institution-words"))
	return c
}

// followUp is the JSON of a follow-up.
type followUp struct {
	ID          model.ID           `json:"id"`
	Event       *string            `json:"event"`
	Question    *string            `json:"question"`
	Problem     string             `json:"problem"`
	Do          string             `json:"do"`
	Owner       string             `json:"owner"`
	Institution string             `json:"institution"`
	Due         *string            `json:"due"`
	Output      string             `json:"output"`
	Priority    model.Priority     `json:"priority"`
	Status      model.ActionStatus `json:"status"`
	Overdue     bool               `json:"overdue"`
	Notes       []progress         `json:"notes"`
}

// progress is the JSON of a note.
type progress struct {
	At      string `json:"at"`
	Officer string `json:"officer"`
	Text    string `json:"text"`
}

// followUpOf is a follow-up as JSON. A note that says no more than what happened says that.
func (d *desk) followUpOf(a model.Action) followUp {
	out := followUp{
		ID: a.ID, Event: orNull(a.Event.String()), Question: orNull(a.Question.String()), Problem: a.Problem, Do: a.Do,
		Owner: a.Owner, Institution: a.From, Due: orNull(a.Due), Output: a.Output, Priority: a.Priority, Status: a.Status,
		Overdue: a.Late(d.Today().String()), Notes: []progress{},
	}
	for _, n := range a.Notes {
		out.Notes = append(out.Notes, progress{d.moment(model.Event{}, n.At), n.Officer, cmp.Or(n.Text, d.NoteText(n))})
	}
	return out
}

func (d *desk) printAction(ctx context.Context, k model.Key) error {
	a, err := d.store.Action(ctx, k)
	if err != nil {
		return err
	}
	return d.print(d.followUpOf(a), func() {})
}

func listActions(ctx context.Context, d *desk, c *cobra.Command, _ []string) error {
	found, err := d.foundActions(ctx, c)
	if err != nil {
		return err
	}
	out := make([]followUp, 0, len(found))
	for _, a := range found {
		out = append(out, d.followUpOf(a))
	}
	return d.print(out, func() {
		if len(found) == 0 {
			d.tell("cli.no-actions")
			return
		}
		rows := make([][]string, len(found))
		for i, a := range found {
			rows[i] = []string{a.ID.String(), d.DueWords(a), d.Say(screen.ActionStatusWords(a.Status)), a.Owner, a.Do}
		}
		columns(d.out, rows)
	})
}

// foundActions are the follow-ups that the flags let through, with their notes, as they stand on the board.
func (d *desk) foundActions(ctx context.Context, c *cobra.Command) (out []model.Action, err error) {
	rows, err := d.store.Board(ctx)
	if err != nil {
		return nil, err
	}
	events, err := d.store.Events(ctx)
	if err != nil {
		return nil, err
	}
	b, err := board.New(d.Today(), events, rows)
	if err != nil {
		return nil, err
	}
	open, overdue := c.Flag("open").Changed, c.Flag("overdue").Changed
	owner, _ := given(c, "owner")
	institution, _ := given(c, "institution")
	for _, i := range b.Shown(board.Filter{}) {
		x := b.At(i)
		switch {
		case open && !x.Status.Open(), overdue && b.Group(i) != board.Late, !wordsIn(owner, x.Owner), !wordsIn(institution, x.From):
			continue
		}
		a, err := d.store.Action(ctx, model.ActionKey(x.Event, x.ID))
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

// wordsIn reports whether each of the words begins a word of s.
func wordsIn(words, s string) bool {
	in := " " + name.FoldText(s) + " " + name.Place(s)
	return !slices.ContainsFunc(strings.Fields(name.FoldText(words)), func(w string) bool { return !strings.Contains(in, " "+w) })
}
