package main

import (
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// sight is what somebody sees on a terminal at one moment: rows, all of one length.
type sight []row

type row []cell

// cell is one place on the screen: a character and how many places it takes, 0 for the second place of a wide one.
type cell struct {
	text  string
	cells int
	paint paint
}

// paint is how a place is drawn. Colours are as in SVG; back is "" where the screen's own background is seen.
type paint struct {
	fore, back                              string
	bold, faint, italic, underlined, struck bool
}

// look takes in what an emulator shows, and the cursor as a block where it stands.
func look(em *vt.Emulator, cursor bool) sight {
	s := make(sight, em.Height())
	at := em.CursorPosition()
	for y := range s {
		s[y] = make(row, em.Width())
		for x := range s[y] {
			s[y][x] = seen(em.CellAt(x, y))
			if cursor && at.X == x && at.Y == y {
				s[y][x].paint = paint{fore: screenColour, back: cursorColour}
			}
		}
	}
	return s
}

// seen is a cell of the emulator as it looks: colours swapped where that is asked, hidden text not there.
func seen(c *uv.Cell) cell {
	if c == nil {
		return cell{cells: 1, paint: paint{fore: textColour}}
	}
	has := func(attr uint8) bool { return c.Style.Attrs&attr != 0 }
	p := paint{
		fore: colour(c.Style.Fg, textColour), back: colour(c.Style.Bg, ""),
		bold: has(uv.AttrBold), faint: has(uv.AttrFaint), italic: has(uv.AttrItalic),
		underlined: c.Style.Underline != uv.UnderlineNone, struck: has(uv.AttrStrikethrough),
	}
	if has(uv.AttrReverse) {
		if p.back == "" {
			p.back = screenColour
		}
		p.fore, p.back = p.back, p.fore
	}
	if has(uv.AttrConceal) {
		return cell{cells: c.Width, paint: p}
	}
	return cell{text: c.Content, cells: c.Width, paint: p}
}
