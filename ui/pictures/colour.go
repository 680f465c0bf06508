package main

import (
	"fmt"
	"image/color"

	"github.com/charmbracelet/x/ansi"
)

// The screen is dark with an edge of its own, so that it stands out on a white page and on a black one.
const (
	screenColour = "#161b22"
	edgeColour   = "#57606a"
	textColour   = "#d7dde4"
	cursorColour = "#58a6ff" // seen on the screen and on a selected row alike
)

// sixteen are the terminal's own colours by number. Each but black can be read on the screen's background, as the program expects
// of the ones it uses.
func sixteen() [16]string {
	return [16]string{
		"#000000", "#ff7b72", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd", "#c9d1d9",
		"#8b949e", "#ffa198", "#7ee787", "#f2cc60", "#a5d6ff", "#e2c5ff", "#b3f0ff", "#ffffff",
	}
}

// colour is a cell's colour as SVG writes it; none is the terminal's own.
func colour(c color.Color, none string) string {
	switch c := c.(type) {
	case nil:
		return none
	case ansi.BasicColor:
		return sixteen()[c&15]
	case ansi.IndexedColor:
		if c < 16 {
			return sixteen()[c]
		}
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
