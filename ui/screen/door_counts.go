package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// figuresLayer shows the figures by category and by sex, live while it is open.
type figuresLayer struct {
	door   *Door
	table  *kit.Table[figure]
	closed bool
}

// figure is one line of figures.
type figure struct {
	name   string
	counts model.Counts
}

// showCounts opens the figures.
func (d *Door) showCounts() tea.Cmd {
	if d.hall == nil {
		return say(kit.Plain, "door.reading")
	}
	number := func(title lang.Key, of func(model.Counts) int) kit.Column[figure] {
		return kit.Column[figure]{Title: title, Right: true, Size: kit.Size{Fixed: 8}, Text: func(f figure) string {
			return d.env.Number(of(f.counts))
		}}
	}
	table := kit.NewTable(d.env.Look,
		kit.Column[figure]{Title: "door.counts-group", Size: kit.Size{Min: 12}, Text: func(f figure) string { return f.name }},
		number("door.counts-came", model.Counts.Came),
		number("door.counts-expected", func(c model.Counts) int { return c.Expected }),
		number("door.counts-invited", func(c model.Counts) int { return c.Invited }),
		number("door.counts-represented", func(c model.Counts) int { return c.Represented }),
		number("door.counts-excused", func(c model.Counts) int { return c.Excused + c.Absent }),
		number("door.counts-walk-ins", func(c model.Counts) int { return c.WalkIns }),
	)
	return d.show(&figuresLayer{door: d, table: table}, nil)
}

// lines are the figures: all, by sex, by category.
func (f *figuresLayer) lines() []figure {
	d := f.door
	if d.hall == nil {
		return nil
	}
	out := []figure{{d.env.Say("door.counts-all"), d.hall.Counts()}}
	for _, g := range d.hall.BySex() {
		out = append(out, figure{sexWords(d.env, g), g.Counts})
	}
	for _, g := range d.hall.ByCategory() {
		words := d.env.categoryWords(g.Name)
		if g.Name == "" {
			words = d.env.Say("door.counts-no-category")
		}
		out = append(out, figure{words, g.Counts})
	}
	return out
}

func sexWords(env *Env, g hall.Group) string {
	if g.Name == "" {
		return env.Say("door.counts-no-sex")
	}
	return g.Name
}

// Update closes the figures by F3, Enter or Esc.
func (f *figuresLayer) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "f3", "enter", "esc":
			f.closed = true
		}
	}
	return nil
}

// View draws the figures; of a list longer than the window, the largest groups.
func (f *figuresLayer) View(w, h int) string {
	drawn := f.table.Head(w - 1)
	for _, line := range f.lines() {
		drawn += "\n" + f.table.Row(line, w-1)
	}
	return kit.Fit(drawn, w, h)
}

// Cursor is at the top left.
func (f *figuresLayer) Cursor() (x, y int, ok bool) { return 0, 0, true }

// Keys are told here.
func (f *figuresLayer) Keys() kit.Bindings {
	return kit.Bindings{{Keys: []string{"f3", "enter"}, Label: "door.back"}}
}

// Heading names the figures.
func (f *figuresLayer) Heading() string { return f.door.env.Say("door.counts-heading") }

// Open reports whether they are still being read.
func (f *figuresLayer) Open() bool { return !f.closed }
