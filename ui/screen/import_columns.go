package screen

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model/sheet"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// previewRows is how many rows are shown below the header.
const previewRows = 40

// columnMap shows how a table was understood, above its first rows, and lets it be corrected: which row is the header, what
// each column means.
type columnMap struct {
	env    *Env
	book   *sheet.Book
	guess  sheet.Layout
	layout sheet.Layout
	next   func(sheet.Layout) tea.Cmd
	rows   *kit.List[sheet.Item]
	wide   []int // what each column would take to be read
	column int   // under the cursor
	from   int   // the first column in sight
	ask    *kit.Pick[sheet.Field]
	page   *prose // all notes, while they are read
	above  int    // lines above the rows at the last View
}

func newColumnMap(env *Env, book *sheet.Book, next func(sheet.Layout) tea.Cmd) *columnMap {
	m := &columnMap{env: env, book: book, guess: sheet.Guess(book.Rows), next: next}
	m.rows = kit.NewList(env.Look, func(i sheet.Item) string { return strconv.Itoa(i.Row.Line) }, m.draw)
	m.rows.Empty = lang.Of("import.no-rows")
	m.read(m.guess)
	return m
}

// read shows the table as a layout reads it.
func (m *columnMap) read(l sheet.Layout) {
	m.layout = l
	below, _ := slices.BinarySearchFunc(m.book.Rows, l.HeaderLast+1, func(r sheet.Row, line int) int { return r.Line - line })
	p := l.Preview(m.book.Rows, below+previewRows)
	m.measure(p)
	m.rows.Show(kit.Slice[sheet.Item](p.Items))
}

// heading says which table is read.
func (m *columnMap) heading() lang.Phrase {
	header := lang.Of("import.without-header")
	if m.layout.HeaderFirst > 0 {
		header = lang.Of("import.header-at", "line", m.layout.HeaderFirst)
	}
	return lang.Of("import.step-columns", "n", m.env.Number(len(m.book.Rows)), "header", header)
}

// Asking is so while a column's meaning is chosen or notes are read.
func (m *columnMap) Asking() bool { return m.ask != nil || m.page != nil }

// Keys are the corrections; those of a list or a page in front are told here and done there.
func (m *columnMap) Keys() kit.Bindings {
	switch {
	case m.ask != nil:
		return kit.Bindings{{Keys: []string{"enter"}, Label: "import.choose"}, {Keys: []string{"esc"}, Label: "import.decided"}}
	case m.page != nil:
		return kit.Bindings{{Keys: []string{"esc"}, Label: "root.close"}}
	}
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "import.next", Do: m.forward},
		{Keys: []string{"left", "right"}, As: "< >", Label: "import.column"},
		{Keys: []string{"u", "space"}, Label: "import.column-means", Do: m.askMeaning},
		{Keys: []string{"b"}, Label: "import.header-here", Do: m.headerHere},
		{Keys: []string{"t"}, Label: "import.header-none", Do: m.headerNone, Disabled: m.headless, Hidden: true},
		{Keys: []string{"r"}, Label: "import.guess-again", Do: m.again, Hidden: true},
		{Keys: []string{"c"}, Label: "import.notes", Do: m.readNotes, Hidden: true},
	}
}

func (m *columnMap) headless() (lang.Phrase, bool) {
	return lang.Of("import.without-header"), m.layout.HeaderFirst == 0
}

// Update goes to what is in front; left and right move between columns, all else between rows.
func (m *columnMap) Update(msg tea.Msg) tea.Cmd {
	switch {
	case m.page != nil:
		if k, ok := msg.(tea.KeyPressMsg); ok && (k.String() == "esc" || k.String() == "enter") {
			m.page = nil
			return nil
		}
		return m.page.Update(msg)
	case m.ask != nil:
		cmd := m.ask.Update(msg)
		if !m.ask.Open() {
			m.ask = nil
		}
		return cmd
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "left", "shift+tab":
			m.column = max(0, m.column-1)
			return nil
		case "right", "tab":
			m.column = max(0, min(len(m.wide)-1, m.column+1))
			return nil
		}
	}
	return m.rows.Update(kit.Shift(msg, 0, m.above))
}

// forward goes on to the rows. Without names there are none.
func (m *columnMap) forward() tea.Cmd {
	if _, ok := m.layout.Columns[sheet.FieldName]; !ok {
		return say(kit.Warn, "import.needs-name")
	}
	return m.next(m.layout)
}

// askMeaning asks what the column under the cursor means.
func (m *columnMap) askMeaning() tea.Cmd {
	fields := []sheet.Field{sheet.FieldName}
	for f := sheet.FieldNone; f.String() != "" || f == sheet.FieldNone; f++ {
		if f != sheet.FieldName {
			fields = append(fields, f)
		}
	}
	list := kit.NewList(m.env.Look, sheet.Field.String, func(f sheet.Field, w int) string {
		words := m.env.Say(fieldWords(f.String()))
		if at, ok := m.layout.Columns[f]; ok {
			words = m.env.Say("import.field-at", "field", words, "column", sheet.Letter(at))
		}
		return m.env.Cut(words, w)
	})
	list.Show(kit.Slice[sheet.Field](fields))
	list.SelectID(m.layout.FieldOf(m.column).String())
	m.ask = kit.NewPick(m.env.Look, lang.Of("import.which-meaning", "column", sheet.Letter(m.column)), list, m.means)
	return nil
}

// means gives the column under the cursor a meaning; the column that had it is not used any more.
func (m *columnMap) means(f sheet.Field) tea.Cmd {
	m.read(m.layout.Means(m.column, f))
	return nil
}

// headerHere makes the row under the cursor the header.
func (m *columnMap) headerHere() tea.Cmd {
	item, ok := m.rows.Selected()
	if !ok {
		return nil
	}
	m.read(m.layout.HeadedAt(m.book.Rows, item.Row.Line))
	return say(kit.Plain, "import.header-is", "line", item.Row.Line)
}

// headerNone reads the table as one without a header; its columns mean what they meant.
func (m *columnMap) headerNone() tea.Cmd {
	m.read(m.layout.Headless())
	return say(kit.Plain, "import.header-gone")
}

// again goes back to what was guessed.
func (m *columnMap) again() tea.Cmd {
	m.read(m.guess)
	return say(kit.Plain, "import.guessed-again")
}
