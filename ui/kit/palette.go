package kit

import (
	"strconv"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"hadir/ui/lang"
)

// Palette finds a binding by typing some letters of what it does, for whoever does not remember its key.
type Palette struct {
	look   Look
	all    Bindings
	labels []string // what is matched: the words of the language that was on at the start
	input  *Input
	list   *List[int] // indexes into all
	closed bool
}

// NewPalette opens a palette of all that these bindings can do.
func NewPalette(look Look, bs Bindings) *Palette {
	p := &Palette{look: look, input: NewInput(look)}
	for _, b := range bs {
		if b.Do != nil {
			p.all = append(p.all, b)
			p.labels = append(p.labels, look.Say(b.Label))
		}
	}
	p.input.Placeholder = "kit.palette-hint"
	p.list = NewList(look, strconv.Itoa, p.row)
	p.list.Empty = lang.Of("kit.palette-none")
	p.filter()
	return p
}

// row tells what a binding does, and its key, so that the key is learnt on the way.
func (p *Palette) row(i, w int) string {
	keys := p.look.keys(p.all[i])
	wide := w - Width(keys) - tableGap
	if wide < w/2 {
		return p.look.Cell(p.labels[i], w)
	}
	return p.look.Cell(p.labels[i], wide) + spaces(tableGap) + p.look.Accent.Render(keys)
}

// filter shows what matches, best first; all of it when nothing is typed.
func (p *Palette) filter() {
	var hits Slice[int]
	if p.input.Value() == "" {
		for i := range p.all {
			hits = append(hits, i)
		}
	}
	for _, m := range fuzzy.Find(p.input.Value(), p.labels) {
		hits = append(hits, m.Index)
	}
	p.list.Show(hits)
	p.list.Select(0)
}

// Open reports whether the palette still waits for a choice.
func (p *Palette) Open() bool { return !p.closed }

// Update types into the filter; Enter does what is selected and Esc nothing, and either closes the palette.
func (p *Palette) Update(msg tea.Msg) tea.Cmd {
	key, pressed := msg.(tea.KeyPressMsg)
	switch {
	case pressed && key.String() == "esc":
		p.closed = true
		return nil
	case pressed && key.String() == "enter":
		i, ok := p.list.Selected()
		if !ok {
			return nil
		}
		p.closed = true
		return p.all[i].run()
	case pressed && moves(key.String()):
		return p.list.Update(msg)
	}
	switch msg := msg.(type) {
	case tea.MouseClickMsg, tea.MouseWheelMsg:
		return p.list.Update(Shift(msg, 0, 1))
	}
	before := p.input.Value()
	cmd := p.input.Update(msg)
	if p.input.Value() != before {
		p.filter()
	}
	return cmd
}

// moves reports whether a key moves through a list while letters are being typed beside it. Home and End stay with the
// letters.
func moves(key string) bool {
	return key == "up" || key == "down" || key == "pgup" || key == "pgdown"
}

// View draws the field above what matches.
func (p *Palette) View(w, h int) string {
	field := p.look.Mark + p.input.View(w-len(p.look.Mark), 1)
	return Frame(w, h, field, "", p.list.View)
}

// Cursor is in the field.
func (p *Palette) Cursor() (x, y int, ok bool) {
	x, y, ok = p.input.Cursor()
	return x + len(p.look.Mark), y, ok
}
