package cli

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/text"
	"hadir/ui/filing"
	"hadir/ui/paper"
)

// exportFormat is the word in an export that says how it is to be read.
const exportFormat = "hadir-export-1"

func (a *app) export() *cobra.Command {
	c := &cobra.Command{
		Use: "export EVENT|all --format json|csv|xlsx --out FILE", Short: a.lang.Say("papers.export"), Args: between(1, 1),
		RunE: a.withDesk(export),
	}
	c.Flags().String("format", "json", a.lang.Say("papers.flag-export-format"))
	c.Flags().String("out", "", a.lang.Say("papers.flag-export-out"))
	return c
}

func export(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	format, _ := given(c, "format")
	if formats := []string{"json", "csv", "xlsx"}; format == "" {
		format = "json"
	} else if !slices.Contains(formats, format) {
		return badChoice("format", format, formats)
	}
	out, ok := given(c, "out")
	if !ok {
		return fail(exitUsage, "papers.needs-out")
	}
	events, err := d.exported(ctx, args[0])
	if err != nil {
		return err
	}
	x := newExtract()
	for _, e := range events {
		if err := x.event(ctx, d, e); err != nil {
			return err
		}
	}
	write := map[string]func(io.Writer) error{"json": x.json, "csv": x.csv, "xlsx": x.xlsx}[format]
	if err := writeOut(out, write); err != nil {
		return err
	}
	// It is said to people whatever the answer's form is.
	say(d.app.Err, d.Say("papers.exported", "n", len(events), "file", out))
	return d.print(outcome{out, len(events)}, func() {})
}

// exported are the events that the argument means.
func (d *desk) exported(ctx context.Context, arg string) ([]model.Event, error) {
	if arg == allKinds {
		return d.within(ctx, date.Date{}, date.Date{})
	}
	e, err := d.event(ctx, arg)
	return []model.Event{e}, err
}

// extract is everything of some events as tables of texts, whose columns have names for machines. All belong to events by their IDs.
type extract struct{ tables []*extracted }

type extracted struct {
	name    string
	columns []string
	rows    [][]string
}

// json writes the tables by their names, each row as an object.
func (x *extract) json(w io.Writer) error {
	all := map[string]any{"format": exportFormat}
	for _, t := range x.tables {
		rows := make([]map[string]string, len(t.rows))
		for i, r := range t.rows {
			rows[i] = make(map[string]string, len(r))
			for j, v := range r {
				rows[i][t.columns[j]] = v
			}
		}
		all[t.name] = rows
	}
	b := bufio.NewWriter(w)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(all); err != nil {
		return err
	}
	return b.Flush()
}

// csv writes the guests, one row for each session, in UTF-8 with the mark that Excel needs; no cell begins a formula.
func (x *extract) csv(w io.Writer) error {
	b := bufio.NewWriter(w)
	_, _ = b.WriteString("\ufeff")
	c := csv.NewWriter(b)
	c.UseCRLF = true
	t := x.table("guests")
	_ = c.Write(t.columns)
	for _, r := range t.rows {
		safe := make([]string, len(r))
		for i, v := range r {
			safe[i] = text.Formula(v)
		}
		_ = c.Write(safe)
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return err
	}
	return b.Flush()
}

// xlsx writes each table into a sheet of its own; every cell is text.
func (x *extract) xlsx(w io.Writer) error {
	p := paper.Paper{Title: "Hadir", Wide: true}
	for _, t := range x.tables {
		table := paper.Table{Name: t.name, Data: true}
		for _, name := range t.columns {
			table.Columns = append(table.Columns, paper.Column{Head: name, Width: 20})
		}
		for _, r := range t.rows {
			table.Rows = append(table.Rows, paper.Row{Cells: paper.Cells(r...)})
		}
		p.Body = append(p.Body, table)
	}
	return filing.XLSX.Write(w, p)
}

func (x *extract) table(name string) *extracted {
	i := slices.IndexFunc(x.tables, func(t *extracted) bool { return t.name == name })
	return x.tables[i]
}

func (x *extract) add(table string, values ...string) {
	t := x.table(table)
	t.rows = append(t.rows, values)
}
