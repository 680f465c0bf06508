package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"hadir/model/stats"
	"hadir/ui/lang"
)

func (a *app) stats() *cobra.Command {
	c := &cobra.Command{
		Use: "stats [--since DATE] [--by month|place|institution|tag]", Short: a.lang.Say("cli.stats"), Args: between(0, 0),
		RunE: a.withDesk(showStats),
	}
	c.Flags().String("since", "", a.lang.Say("cli.flag-stats-since"))
	c.Flags().String("by", string(stats.Month), a.lang.Say("cli.flag-by"))
	return c
}

// figures is the JSON of one row of figures.
type figures struct {
	Name      *string `json:"name,omitempty"` // null: of no month, place, institution or topic
	Events    int     `json:"events"`
	Invited   int     `json:"invited"`
	Came      int     `json:"came"`
	Questions int     `json:"questions"`
	Answered  int     `json:"answered"`
	Promised  int     `json:"promised"`
	Kept      int     `json:"kept"`
	Dropped   int     `json:"dropped"`
	Late      *int    `json:"late,omitempty"` // left out by institution and topic, which do not tell it
}

// figuresOf is a report in JSON.
type figuresOf struct {
	By     stats.By  `json:"by"`
	Since  *string   `json:"since"`
	Sample bool      `json:"sample"`
	Total  figures   `json:"total"`
	Rows   []figures `json:"rows"`
}

func showStats(ctx context.Context, d *desk, c *cobra.Command, _ []string) error {
	by, since := stats.Month, ""
	if s, ok := given(c, "by"); ok {
		if by = stats.By(s); !slices.Contains(stats.Bys(), by) {
			return badChoice("by", s, stats.Bys())
		}
	}
	if s, ok := given(c, "since"); ok {
		var err error
		if since, err = d.parseDate(s); err != nil {
			return err
		}
	}
	count := stats.NewCounter(by, since, d.Today().String())
	if err := d.store.Tallies(ctx, by == stats.Institution, count.Add); err != nil {
		return storageFailure(err)
	}
	r := count.Report()
	out := figuresOf{By: by, Since: orNull(since), Sample: r.Sample, Total: figuresIn(r.Total, true), Rows: make([]figures, 0, len(r.Rows))}
	for _, row := range r.Rows {
		f := figuresIn(row, by == stats.Month || by == stats.Place)
		f.Name = orNull(row.Name)
		out.Rows = append(out.Rows, f)
	}
	return d.print(out, func() { d.tellStats(r) })
}

func figuresIn(r stats.Row, late bool) figures {
	f := figures{
		Events: r.Events, Invited: r.Invited, Came: r.Came, Questions: r.Questions, Answered: r.Answered,
		Promised: r.Promised, Kept: r.Kept, Dropped: r.Dropped,
	}
	if late {
		f.Late = &r.Late
	}
	return f
}

// tellStats prints figures as a table, the totals last.
func (d *desk) tellStats(r stats.Report) {
	head := []string{d.Say(lang.Key("numbers.head." + string(r.By)))}
	for _, k := range []lang.Key{"numbers.events", "numbers.came", "numbers.questions", "numbers.promised", "numbers.kept"} {
		head = append(head, d.Say(k))
	}
	rows := [][]string{head}
	row := func(name string, x stats.Row) {
		cells := []string{name}
		for _, n := range []int{x.Events, x.Came, x.Questions, x.Promised, x.Kept} {
			cells = append(cells, d.Number(n))
		}
		rows = append(rows, cells)
	}
	for _, x := range r.Rows {
		name := x.Name
		if name == "" {
			name = d.Say(lang.Key("numbers.without." + string(r.By)))
		}
		row(name, x)
	}
	row(d.Say("cli.stats-total"), r.Total)
	if r.Sample {
		d.tell("report.sample")
	}
	columns(d.out, rows)
}
