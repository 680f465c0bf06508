package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/ui/filing"
)

func (a *app) present() *cobra.Command {
	c := &cobra.Command{
		Use: "present EVENT --sheet CODE ROWS...", Short: a.lang.Say("papers.present"), Long: a.lang.Say("papers.present-long"),
		Args: between(2, -1), RunE: a.withDesk(present),
	}
	c.Flags().String("sheet", "", a.lang.Say("papers.flag-sheet"))
	return c
}

// fromPaper is the JSON of rows that were typed from signed sheets.
type fromPaper struct {
	Code        string `json:"code"`
	Session     string `json:"session"`
	Present     []int  `json:"present"`
	Represented []int  `json:"represented"`
	Already     []int  `json:"already"` // nothing was changed
	Empty       []int  `json:"empty"`   // rows that are nobody's; nothing was recorded for them
}

func present(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	code, ok := given(c, "sheet")
	if !ok {
		return fail(exitUsage, "papers.needs-sheet")
	}
	e, err := d.event(ctx, args[0])
	if err != nil {
		return err
	}
	record, err := d.store.Record(ctx, model.EventKey(e.ID))
	if err != nil {
		return err
	}
	print, err := filing.SheetByCode(model.PrintsOf(record), code)
	if errors.Is(err, filing.ErrNoSheet) {
		return fail(exitNone, "papers.no-sheet", "code", code)
	}
	last := print.Sheets[len(print.Sheets)-1]
	marks, err := filing.ParseRows(strings.Join(args[1:], " "), last)
	if err != nil {
		return (&failure{code: exitUsage, what: filing.RowWords(err, last)}).because(err)
	}
	h, err := d.store.Hall(ctx, e.ID, print.Session)
	if err != nil {
		return err
	}
	typed := filing.Present(d.Act(model.VerbPresent), h, marks)
	if len(typed.Changes) > 0 {
		if err := d.apply(ctx, typed.Changes); err != nil {
			return err
		}
	}
	out := fromPaper{print.Code, print.Session.String(), rowsOf(typed.Present), rowsOf(typed.Represented), rowsOf(typed.Already), append([]int{}, typed.Empty...)}
	return d.print(out, func() { d.tell("papers.typed", typed.Args()...) })
}

func rowsOf(guests []model.Guest) []int {
	out := make([]int, len(guests))
	for i, g := range guests {
		out[i] = g.Row
	}
	return out
}
