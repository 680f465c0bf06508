package screen

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// sheetForm copies a handwritten sheet row by row: a hall of walk-ins wrote itself down, and nobody is on a list.
type sheetForm struct {
	*drafting
	grid   *kit.Grid
	door   *Door
	saving bool
	saved  model.ID // the act that is being written

	guests []model.Guest // newcomers, of the rows that were decided
	marked []model.ID    // those on the list who turned out to be meant
	rest   []model.Guest // rows that are not decided yet
	alike  *alikeAsk     // the question about the first of them; nil: none is asked
}

// sheetColumns are what a handwritten sheet has, and the registers that they fill.
func sheetColumns() []string {
	return []string{model.GuestName, model.GuestPost, model.GuestInstitution, model.GuestSex, model.GuestPhone}
}

// sheetGrid is the grid as a draft keeps it: each cell under its row and column.
type sheetGrid struct{ *kit.Grid }

// Snapshot gives the cells that hold anything.
func (g sheetGrid) Snapshot() map[string]string {
	values := map[string]string{}
	for i, row := range g.Rows() {
		for j, cell := range row {
			if cell != "" {
				values[fmt.Sprintf("%d.%d", i, j)] = cell
			}
		}
	}
	return values
}

// Restore puts cells back.
func (g sheetGrid) Restore(values map[string]string) {
	var rows [][]string
	for key, cell := range values {
		before, after, _ := strings.Cut(key, ".")
		i, err1 := strconv.Atoi(before)
		j, err2 := strconv.Atoi(after)
		if err1 != nil || err2 != nil || i < 0 || j < 0 || j >= len(sheetColumns()) {
			continue
		}
		for len(rows) <= i {
			rows = append(rows, make([]string, len(sheetColumns())))
		}
		rows[i][j] = cell
	}
	g.SetRows(rows)
}

// sheet opens the grid.
func (d *Door) sheet() tea.Cmd {
	if d.hall == nil {
		return say(kit.Plain, "door.reading")
	}
	f := &sheetForm{drafting: newDrafting(d.env, "sheet", d.event, d.session, nil), door: d}
	f.grid = kit.NewGrid(d.env.Look,
		kit.GridColumn{Title: "guest.name", Size: kit.Size{Min: 16, Share: 3}},
		kit.GridColumn{Title: "guest.post", Size: kit.Size{Min: 10, Share: 2}},
		kit.GridColumn{Title: "guest.inst", Size: kit.Size{Min: 10, Share: 2}},
		kit.GridColumn{Title: "guest.sex", Size: kit.Size{Fixed: 3}, Clean: strings.ToUpper, Check: sexCheck},
		kit.GridColumn{Title: "guest.phone", Size: kit.Size{Fixed: 14}},
	)
	f.drafting.form = sheetGrid{f.grid}
	return d.show(f, f.Init())
}

func sexCheck(value string) lang.Phrase {
	if v := strings.TrimSpace(value); v == "L" || v == "P" {
		return lang.Phrase{}
	}
	return lang.Of("door.sheet-sex")
}

// Keys are the sheet's own: Esc here leaves a sheet that has to be saved first.
func (f *sheetForm) Keys() kit.Bindings {
	if f.alike != nil {
		return f.alike.Keys()
	}
	return kit.Bindings{
		{Keys: []string{"ctrl+s"}, Label: "draft.save", Do: f.save},
		{Keys: []string{"tab"}, Label: "draft.next"},
		{Keys: []string{"enter"}, Label: "door.key-row"},
	}
}

// Heading says what is copied here.
func (f *sheetForm) Heading() string { return f.env.Say("door.sheet-heading", "n", len(f.grid.Rows())) }

// Update takes answers, what became of saving, and typing.
func (f *sheetForm) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(walkedIn); ok && m.act.ID == f.saved {
		return f.written(m)
	}
	if !isInput(msg) || f.resume != nil {
		return f.drafting.Update(msg)
	}
	if f.alike != nil {
		f.alike.Update(msg)
		return f.answered()
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "esc" {
		return f.quit()
	}
	return f.drafting.Update(msg)
}

// quit leaves an empty sheet; one that holds anything stays as a draft, and is offered when the sheet is opened again.
func (f *sheetForm) quit() tea.Cmd {
	if len(f.grid.Rows()) == 0 {
		return f.leave()
	}
	f.closed = true
	return tea.Batch(f.draft.Flush(), say(kit.Warn, "door.sheet-kept", "n", len(f.grid.Rows())))
}

// save decides row by row who is new, and writes them all in one act.
func (f *sheetForm) save() tea.Cmd {
	if f.saving {
		return nil
	}
	f.guests, f.marked, f.rest = nil, nil, nil
	for i, row := range f.grid.Rows() {
		values := map[string]string{}
		for j, register := range sheetColumns() {
			values[register] = strings.TrimSpace(row[j])
		}
		sex := values[model.GuestSex]
		switch {
		case values[model.GuestName] == "":
			return f.fault(lang.Of("door.sheet-nameless", "row", i+1))
		case sex != "" && !sexCheck(sex).None():
			return f.fault(lang.Of("door.sheet-sex-row", "row", i+1))
		}
		f.rest = append(f.rest, hall.Newcomer(values, model.Guest{}))
	}
	return f.decide()
}

// fault says what is wrong with the sheet, until something in it is changed.
func (f *sheetForm) fault(what lang.Phrase) tea.Cmd {
	was := f.form.Snapshot()
	return send(Hint{Said{kit.Warn, what}, func() bool { return f.Open() && maps.Equal(was, f.form.Snapshot()) }})
}

// decide takes rows until one of them is so like somebody on the list that it has to be asked.
func (f *sheetForm) decide() tea.Cmd {
	for len(f.rest) > 0 {
		if like := f.door.hall.Like(f.rest[0]); len(like) > 0 {
			f.alike = f.door.askAlike(f.rest[0], like)
			return nil
		}
		f.guests, f.rest = append(f.guests, f.rest[0]), f.rest[1:]
	}
	return f.admit()
}

// answered goes on with the answer; leaving a question leaves saving, and nothing is written.
func (f *sheetForm) answered() tea.Cmd {
	asked := f.alike
	if asked.Open() {
		return nil
	}
	f.alike = nil
	switch {
	case !asked.same.IsZero():
		f.marked = append(f.marked, asked.same)
	case asked.other:
		f.guests = append(f.guests, f.rest[0])
	default:
		return nil
	}
	f.rest = f.rest[1:]
	return f.decide()
}

// admit writes the newcomers, and marks those who were on the list as present.
func (f *sheetForm) admit() tea.Cmd {
	if len(f.guests)+len(f.marked) == 0 {
		return say(kit.Plain, "door.sheet-empty")
	}
	f.saving = true
	act := f.act(model.VerbWalkIn)
	if len(f.guests) == 0 {
		act.Verb = model.VerbPresent
	}
	f.saved = act.ID
	return f.door.admit(act, model.HowPaper, f.guests, f.marked...)
}

func (f *sheetForm) written(m walkedIn) tea.Cmd {
	f.saving = false
	if m.err != nil {
		return nil
	}
	return f.leave()
}

// View draws the grid, or the question about a row.
func (f *sheetForm) View(w, h int) string {
	if f.alike != nil {
		return f.alike.View(w, h)
	}
	return f.drafting.View(w, h)
}

// Cursor is in the cell, or on the answer.
func (f *sheetForm) Cursor() (x, y int, ok bool) {
	if f.alike != nil {
		return f.alike.Cursor()
	}
	return f.drafting.Cursor()
}
