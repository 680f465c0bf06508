package cli

import (
	"cmp"
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/filing"
	"hadir/ui/paper"
)

func (a *app) recap() *cobra.Command {
	c := &cobra.Command{
		Use: "recap [--since DATE] [--until DATE] --out FILE", Short: a.lang.Say("papers.recap"), Args: between(0, 0),
		RunE: a.withDesk(recap),
	}
	c.Flags().String("since", "", a.lang.Say("papers.flag-since"))
	c.Flags().String("until", "", a.lang.Say("papers.flag-until"))
	c.Flags().String("out", "", a.lang.Say("papers.flag-recap-out"))
	return c
}

// outcome is the JSON of a file that was written for others.
type outcome struct {
	Path   string `json:"path"`
	Events int    `json:"events"`
}

func recap(ctx context.Context, d *desk, c *cobra.Command, _ []string) error {
	out, ok := given(c, "out")
	if !ok {
		return fail(exitUsage, "papers.needs-out")
	}
	format := filing.Format(strings.TrimPrefix(strings.ToLower(filepath.Ext(out)), "."))
	if !slices.Contains(filing.Formats(), format) {
		return fail(exitUsage, "papers.bad-ending", "file", out, "choices", joined(filing.Formats()))
	}
	since, err := d.dayFlag(c, "since")
	if err != nil {
		return err
	}
	until, err := d.dayFlag(c, "until")
	if err != nil {
		return err
	}
	events, err := d.within(ctx, since, until)
	if err != nil {
		return err
	}
	var all []paper.Facts
	office, err := filing.Office(ctx, d.store)
	if err != nil {
		return err
	}
	for _, e := range events {
		f, err := filing.Read(ctx, d.store, e.ID, filing.Options{})
		if err != nil {
			return err
		}
		all = append(all, f.Facts)
	}
	p := paper.Recap(d.Lang, office, since, until, all)
	if err := writeOut(out, func(w io.Writer) error { return format.Write(w, p) }); err != nil {
		return err
	}
	return d.print(outcome{out, len(events)}, func() { d.tell("papers.recapped", "n", len(events), "file", out) })
}

// dayFlag is a day that a flag names; the zero Date where it is not given.
func (d *desk) dayFlag(c *cobra.Command, flag string) (date.Date, error) {
	words, ok := given(c, flag)
	if !ok {
		return date.Date{}, nil
	}
	day, err := date.Parse(words, d.Today())
	if err != nil {
		return date.Date{}, badValue(flag, words).because(err)
	}
	return day, nil
}

// within are the events between two days, in their order; those without a day only where no day is asked for.
func (d *desk) within(ctx context.Context, since, until date.Date) ([]model.Event, error) {
	events, err := d.store.Events(ctx)
	if err != nil {
		return nil, err
	}
	out := events[:0]
	for _, e := range events {
		late := !until.IsZero() && e.Date > until.String()
		early := !since.IsZero() && e.Date < since.String()
		if !late && !early && (e.Date != "" || since.IsZero() && until.IsZero()) {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b model.Event) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), slices.Compare(a.ID[:], b.ID[:]))
	})
	return out, nil
}

// writeOut writes a whole file under a name that somebody chose, or none: what stood there before is replaced only then.
func writeOut(path string, write func(io.Writer) error) error {
	full, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	folder := filepath.Dir(full)
	if err := filing.Replace(full, write); err != nil {
		if what, ok := filing.Unwritten(err, folder); ok {
			return (&failure{code: exitFailed, what: what}).because(err)
		}
		return err
	}
	return nil
}
