package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/roster"
	"hadir/ui/screen"
)

// importList is the command "import", which is a word of Go's.
func (a *app) importList() *cobra.Command {
	c := &cobra.Command{
		Use:   "import EVENT FILE [--map FIELD=HEADER|LETTER]... [--sheet NAME] [--update] [--dry-run]",
		Short: a.lang.Say("cli.import"), Long: a.lang.Say("cli.import-long", "fields", fieldWords()),
		Args: between(2, 2), RunE: a.withDesk(importFile),
	}
	c.Flags().StringArray("map", nil, a.lang.Say("cli.flag-map"))
	c.Flags().String("sheet", "", a.lang.Say("cli.flag-sheet"))
	c.Flags().Bool("update", false, a.lang.Say("cli.flag-update"))
	c.Flags().Bool("dry-run", false, a.lang.Say("cli.flag-dry-run"))
	return c
}

func fieldWords() string {
	var words []string
	for _, f := range roster.Fields() {
		words = append(words, string(f))
	}
	return strings.Join(words, ", ")
}

// imported is the JSON of an import. Rows are those of the list, in numbers as Excel shows them.
type imported struct {
	Rows      int       `json:"rows"`
	Added     int       `json:"added"`
	Updated   int       `json:"updated"`
	Unchanged int       `json:"unchanged"`
	Skipped   []skipped `json:"skipped"`
	Doubts    []doubted `json:"doubts"`
}

type skipped struct {
	Row    int         `json:"row"`
	Reason roster.Skip `json:"reason"`
}

type doubted struct {
	Row    int           `json:"row"`
	Field  roster.Field  `json:"field"` // "": the whole row
	Value  string        `json:"value"`
	Reason roster.Reason `json:"reason"`
}

func importFile(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	pins, err := pinsOf(c)
	if err != nil {
		return err
	}
	e, err := d.event(ctx, args[0])
	if err != nil {
		return err
	}
	wanted, _ := given(c, "sheet")
	items, book, err := d.readList(ctx, args[1], wanted, pins)
	if err != nil {
		return err
	}
	update, dry := on(c, "update"), on(c, "dry-run")
	plan, err := d.plan(ctx, e, items, update)
	if err != nil {
		return err
	}
	// What is told is taken from the plan now: a plan of 100,000 rows need not stay in memory while they are written.
	out, doubts := importedOf(plan), plan.Doubts()
	if !dry {
		// Nobody else writes while this process has the database: the plan is as true now as when it was made.
		changes, err := screen.ImportChanges(ctx, d.store, d.Act(model.VerbImport), e.ID, plan, args[1])
		if err != nil {
			return err
		}
		defer d.shareMemory()()
		if err := d.apply(ctx, changes); err != nil {
			return err
		}
	}
	return d.print(out, func() {
		d.tellSheet(book)
		d.tellImport(out, doubts, update, dry)
	})
}

// on reports whether a flag without a value was given.
func on(c *cobra.Command, flag string) bool {
	set, _ := c.Flags().GetBool(flag)
	return set
}

// plan works out what importing the list would do.
func (d *desk) plan(ctx context.Context, e model.Event, items []roster.Item, update bool) (*roster.Plan, error) {
	h, err := d.store.Hall(ctx, e.ID, model.ID{})
	if err != nil {
		return nil, err
	}
	villages, err := d.store.Villages(ctx)
	if err != nil {
		return nil, err
	}
	return roster.NewPlan(items, everybody(h), roster.Options{
		NIK: d.Me.NIK, Today: d.Now(), Villages: villages, Salt: e.Salt, Update: update,
	}), nil
}

// everybody is all guests of a hall, removed ones included.
func everybody(h *hall.Hall) []model.Guest {
	guests := make([]model.Guest, h.Len())
	for i := range guests {
		guests[i] = *h.At(i)
	}
	return guests
}

func importedOf(plan *roster.Plan) imported {
	n := plan.Counts()
	out := imported{n.Rows, n.Added, n.Updated, n.Unchanged, []skipped{}, []doubted{}}
	for i := range plan.Rows {
		if row := &plan.Rows[i]; row.Verdict == roster.Skipped {
			out.Skipped = append(out.Skipped, skipped{row.Line, row.Skip})
		}
	}
	for _, x := range plan.Doubts() {
		out.Doubts = append(out.Doubts, doubted{x.Line, x.Field, x.Value, x.Reason})
	}
	return out
}

// tellImport says what was read, then what a person should look at or may want to know, row by row.
func (d *desk) tellImport(out imported, doubts []roster.Doubt, update, dry bool) {
	open := 0
	var rows [][]string
	for _, x := range out.Skipped {
		rows = append(rows, []string{d.Say("roster.where-line", "line", x.Row), d.Tell(screen.Skip(x.Reason))})
	}
	for _, x := range doubts {
		if !x.Reason.Settled() {
			open++
		}
		rows = append(rows, []string{d.Say("roster.where-line", "line", x.Line), d.Tell(screen.Reason(x))})
	}
	d.tell("cli.imported", "rows", out.Rows, "added", out.Added, "updated", out.Updated, "unchanged", out.Unchanged,
		"doubts", open, "skipped", len(out.Skipped))
	switch {
	case dry:
		d.tell("cli.import-dry")
	case update:
		d.tell("cli.import-updated")
	default:
		d.tell("cli.import-kept")
	}
	columns(d.out, rows)
}
