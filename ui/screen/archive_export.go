package screen

import (
	"bytes"
	"context"
	"encoding/csv"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/term"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
	book "hadir/ui/paper"
)

// outputMost is how many results a file holds at the most: more is no answer any more, and a search of all would take long.
const outputMost = 5000

// fileWriter writes a file for people into a file of its own and gives the path.
type fileWriter interface {
	SaveFile(ctx context.Context, name, ext string, body []byte) (path string, err error)
}

// outputShape is a form in which results are written out.
type outputShape string

// The forms, also the endings of their files.
const (
	outputMarkdown outputShape = "md"
	outputCSV      outputShape = "csv"
	outputXLSX     outputShape = "xlsx"
)

// outputMade is a file as it is to be written.
type outputMade struct {
	of    *archive
	shape outputShape
	body  []byte
	n     int // results in it
	total int // that were found
	err   error
}

// outputSaved is what became of writing it.
type outputSaved struct {
	of       *archive
	path     string
	n, total int
	err      error
}

// export asks how to write the results out.
func (a *archive) export() tea.Cmd {
	shapes := []outputShape{outputMarkdown, outputXLSX, outputCSV}
	list := kit.NewList(a.env.Look, func(s outputShape) string { return string(s) },
		func(s outputShape, w int) string {
			return a.env.Cut(a.env.Say(lang.Key("archive.shape."+string(s))), w)
		})
	list.Show(kit.Slice[outputShape](shapes))
	a.pick = kit.NewPick(a.env.Look, lang.Of("archive.which-shape", "n", a.env.Number(min(outputMost, a.search.found.Total))), list, a.make)
	return nil
}

// make searches for all that can be written, and makes the file of it.
func (a *archive) make(shape outputShape) tea.Cmd {
	out := outputMade{of: a, shape: shape}
	env, q, typed := a.env, a.search.query, strings.TrimSpace(a.box.Value())
	return func() tea.Msg {
		var words term.Analyzer
		var found model.Found
		if found, out.err = env.Store.Search(context.Background(), q, model.SearchOptions{Limit: outputMost}); out.err != nil {
			return out
		}
		out.n, out.total = len(found.Hits), found.Total
		switch shape {
		case outputMarkdown:
			out.body = []byte(env.foundMarkdown(typed, found, &q, &words))
		case outputXLSX:
			out.body, out.err = env.foundWorkbook(found.Hits)
		default:
			out.body, out.err = foundCSV(env.foundHead(), env.foundRows(found.Hits))
		}
		return out
	}
}

// write puts the file on its way to the disk.
func (a *archive) write(m outputMade) tea.Cmd {
	if m.of != a {
		return nil
	}
	if m.err != nil {
		return say(kit.Bad, "archive.failed", "why", Failure(m.err))
	}
	out := outputSaved{of: a, n: m.n, total: m.total}
	name, store := a.env.Say("archive.file")+"-"+a.env.Today().String(), a.env.Store
	return a.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) (err error) {
			out.path, err = store.SaveFile(ctx, name, string(m.shape), m.body)
			return err
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

// tell says where the file stands now.
func (m outputSaved) tell() tea.Cmd {
	switch {
	case m.err != nil:
		return say(kit.Bad, "report.unsaved", "why", Failure(m.err))
	case m.n < m.total:
		return say(kit.Warn, "archive.exported-part", "n", m.n, "total", m.total, "path", m.path)
	}
	return say(kit.Good, "archive.exported", "n", m.n, "path", m.path)
}

// foundHead is the heads of the columns of results.
func (e *Env) foundHead() (out []string) {
	for _, k := range []lang.Key{
		"archive.column-no", "archive.column-kind", "archive.column-date", "archive.column-event", "archive.column-place",
		"archive.column-who", "archive.column-title", "archive.column-text", "archive.column-note",
	} {
		out = append(out, e.Say(k))
	}
	return out
}

// foundRows is results as cells.
func (e *Env) foundRows(hits []model.Hit) [][]string {
	rows := make([][]string, len(hits))
	for i, h := range hits {
		rows[i] = []string{
			strconv.Itoa(i + 1), e.Say(KindWords(h.Key.Kind)), h.Date, h.EventTheme, h.Place, h.Who, h.Title, h.Text, e.hitNote(h),
		}
	}
	return rows
}

// hitNote is what has to be known of a result wherever it goes.
func (e *Env) hitNote(h model.Hit) string {
	var parts []string
	if h.Internal {
		parts = append(parts, e.Say("archive.internal"))
	}
	if h.Sample {
		parts = append(parts, e.Say("event.sample"))
	}
	return strings.Join(parts, " ")
}

// foundCSV is results as Indonesian spreadsheets open them by a click: semicolons, UTF-8 with its mark, and no cell that
// would be computed.
func foundCSV(head []string, rows [][]string) ([]byte, error) {
	var b strings.Builder
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	for _, row := range append([][]string{head}, rows...) {
		cells := make([]string, len(row))
		for i, c := range row {
			clean, _ := text.Block(c)
			cells[i] = text.Formula(clean)
		}
		// Writing into memory does not fail; what is wrong with the cells is told by Error.
		_ = w.Write(cells)
	}
	w.Flush()
	return []byte(b.String()), w.Error()
}

// foundWorkbook is results as a workbook: every cell is typed as text, dates are dates.
func (e *Env) foundWorkbook(hits []model.Hit) ([]byte, error) {
	t := book.Table{Name: e.Say("archive.title")}
	for i, head := range e.foundHead() {
		t.Columns = append(t.Columns, book.Column{Head: head, Width: [...]float64{4, 12, 11, 24, 18, 18, 30, 50, 14}[i]})
	}
	for i, row := range e.foundRows(hits) {
		cells := book.Cells(row...)
		cells[0] = book.Whole(i+1, row[0])
		// What is no date stays the text that it is.
		_ = cells[2].Day.UnmarshalText([]byte(row[2]))
		t.Rows = append(t.Rows, book.Row{Cells: cells})
	}
	var b bytes.Buffer
	err := book.XLSX(&b, book.Paper{
		Title: e.Say("archive.title"), Author: e.Me.Office, Made: e.Now(), Wide: true, Body: []book.Block{t},
		Lang: map[string]string{lang.Indonesian: "id-ID", lang.English: "en-GB"}[e.Code()],
	})
	return b.Bytes(), err
}

// foundMarkdown is results to be read: each with its passage and where it comes from.
func (e *Env) foundMarkdown(typed string, found model.Found, q *term.Query, words *term.Analyzer) string {
	var b strings.Builder
	line := func(s string) { b.WriteString(strings.TrimRight(s, " ") + "\n") }
	line("# " + e.Say("archive.title"))
	line("")
	line(e.Say("archive.markdown", "words", plainMarkdown(typed), "n", e.Number(found.Total), "date", e.Today().Plain(e.dates())))
	for i, h := range found.Hits {
		line("")
		line("## " + strconv.Itoa(i+1) + ". " + plainMarkdown(inOneLine(h.Title)))
		line("")
		line(plainMarkdown(strings.Join(spoken(e.Say(KindWords(h.Key.Kind)), plainDate(e, h.Date), h.EventTheme, h.Place, h.Who, e.hitNote(h)), " | ")))
		line("")
		line("> " + markedMarkdown(words.Passage(h.Text, q, quoteMost)))
	}
	return b.String()
}

// markedMarkdown is a passage with what matched in bold.
func markedMarkdown(p term.Passage) string {
	var b strings.Builder
	at := 0
	for _, m := range p.Marks {
		b.WriteString(plainMarkdown(p.Text[at:m.Start]) + "**" + plainMarkdown(p.Text[m.Start:m.End]) + "**")
		at = m.End
	}
	return b.String() + plainMarkdown(p.Text[at:])
}

// plainMarkdown is a text that means nothing but itself in Markdown, on one line.
func plainMarkdown(s string) string {
	s = text.Safe(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s))
	return strings.NewReplacer(
		`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", ">", "&gt;", "#", `\#`, "[", `\[`, "]", `\]`, "|", `\|`,
	).Replace(s)
}
