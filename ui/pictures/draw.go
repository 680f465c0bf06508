package main

import (
	"bytes"
	"fmt"
)

// Sizes in the picture's own units, which are pixels until somebody scales it.
const (
	fontSize   = 14
	cellWidth  = 8.4 // 0.6 em, as nearly all monospace fonts have it
	cellHeight = 17  // low enough for lines drawn downwards to meet
	baseline   = 13  // from the top of a cell
	margin     = 12
)

const fonts = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"

// draw gives the picture as an SVG document. Text stays text, in pieces that are held in their columns whatever font the reader
// has.
func (s sight) draw(title string) []byte {
	var b bytes.Buffer
	width, height := float64(s.width())*cellWidth+2*margin, len(s)*cellHeight+2*margin
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "+
		"width=\"%s\" height=\"%d\" viewBox=\"0 0 %[1]s %[2]d\">\n", number(width), height)
	fmt.Fprintf(&b, "<title>%s</title>\n", escaped(title))
	fmt.Fprintf(&b, "<rect x=\"0.5\" y=\"0.5\" width=\"%s\" height=\"%d\" rx=\"6\" fill=\"%s\" stroke=\"%s\"/>\n",
		number(width-1), height-1, screenColour, edgeColour)
	fmt.Fprintf(&b, "<g font-family=\"%s\" font-size=\"%d\">\n", fonts, fontSize)
	for y, row := range s {
		row.draw(&b, margin+y*cellHeight)
	}
	b.WriteString("</g>\n</svg>\n")
	return b.Bytes()
}

func (s sight) width() int {
	if len(s) == 0 {
		return 0
	}
	return len(s[0])
}
