package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// draw draws a row of cells whose upper edge is at top: what lies behind, the text, the lines under and through it.
func (r row) draw(b *bytes.Buffer, top int) {
	for _, p := range r.bands(func(p paint) string { return p.back }) {
		p.bar(b, top, cellHeight)
	}
	for _, p := range r.texts() {
		p.write(b, top+baseline)
	}
	for _, p := range r.bands(func(p paint) string { return when(p.underlined, p.fore) }) {
		p.bar(b, top+baseline+2, 1)
	}
	for _, p := range r.bands(func(p paint) string { return when(p.struck, p.fore) }) {
		p.bar(b, top+baseline-4, 1)
	}
}

func when(is bool, colour string) string {
	if !is {
		return ""
	}
	return colour
}

// band is cells beside each other, from at on, that are painted over in one colour.
type band struct {
	at, cells int
	colour    string
}

// bands are the stretches of one colour, without those that have none. Neighbours are one bar: between two there would be a
// hairline of what lies behind.
func (r row) bands(colour func(paint) string) []band {
	var out []band
	for x, c := range r {
		is := colour(c.paint)
		if is == "" {
			continue
		}
		if n := len(out); n > 0 && out[n-1].colour == is && out[n-1].at+out[n-1].cells == x {
			out[n-1].cells++
			continue
		}
		out = append(out, band{at: x, cells: 1, colour: is})
	}
	return out
}

func (p band) bar(b *bytes.Buffer, top, height int) {
	fmt.Fprintf(b, "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"%s\"/>\n",
		left(p.at), top, number(float64(p.cells)*cellWidth), height, p.colour)
}

// piece is text of one paint in cells beside each other. It neither begins nor ends with a blank, and has no two together: those
// are not drawn alike everywhere.
type piece struct {
	at, cells int
	text      string
	paint     paint
}

// texts are the pieces of a row.
func (r row) texts() []piece {
	var out []piece
	for x := 0; x < len(r); x += max(1, r[x].cells) {
		c, last := r[x], len(out)-1
		switch {
		case strings.TrimSpace(c.text) == "":
		case last >= 0 && out[last].reaches(x, c.paint):
			out[last].add(x, c)
		default:
			out = append(out, piece{at: x, cells: c.cells, text: c.text, paint: c.paint})
		}
	}
	return out
}

// reaches reports whether a character of this paint at x goes on with the piece: it follows, or there is one blank between.
func (p *piece) reaches(x int, paint paint) bool { return p.paint == paint && x-p.at-p.cells <= 1 }

func (p *piece) add(x int, c cell) {
	if x > p.at+p.cells {
		p.text += " "
	}
	p.text += c.text
	p.cells = x + c.cells - p.at
}

func (p piece) write(b *bytes.Buffer, y int) {
	fmt.Fprintf(b, "<text x=\"%s\" y=\"%d\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\" fill=\"%s\"",
		left(p.at), y, number(float64(p.cells)*cellWidth), p.paint.fore)
	for _, a := range []struct {
		is        bool
		attribute string
	}{
		{p.paint.bold, ` font-weight="bold"`}, {p.paint.faint, ` opacity="0.6"`}, {p.paint.italic, ` font-style="italic"`},
	} {
		if a.is {
			b.WriteString(a.attribute)
		}
	}
	fmt.Fprintf(b, ">%s</text>\n", escaped(p.text))
}

// left is where a cell's column begins.
func left(column int) string { return number(margin + float64(column)*cellWidth) }

// number writes a length to the tenth, which is finer than any screen shows.
func number(v float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0")
}

// escaped makes text safe inside a document. What XML can't hold at all becomes U+FFFD.
func escaped(text string) string {
	var b bytes.Buffer
	xml.Escape(&b, []byte(text))
	return b.String()
}
