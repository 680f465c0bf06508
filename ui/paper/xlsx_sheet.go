package paper

import (
	"strconv"
	"strings"
	"time"

	"hadir/model/date"
	"hadir/model/text"
)

// write writes one sheet, its elements in the order of CT_Worksheet.
func (s *book) write(x *markup, p Paper, selected bool) {
	x.raw(declaration, `<worksheet xmlns="`, sheetSpace, `">`)
	// Data is read on the screen: fitted to the width of a sheet nobody could read it.
	if !s.tables[0].Data {
		x.raw(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	}
	x.raw(`<sheetViews><sheetView`)
	if selected {
		x.raw(` tabSelected="1"`)
	}
	x.raw(` workbookViewId="0" topLeftCell="A1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`,
		`<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`)
	width, _ := p.room()
	s.widths = s.tables[0].widths(width)
	if s.tables[0].Data {
		s.widths = s.held()
	}
	for i, w := range s.widths {
		n := strconv.Itoa(i + 1)
		// Excel counts widths in digits of its own font; two millimetres are about one.
		x.raw(`<col min="`, n, `" max="`, n, `" width="`, strconv.FormatFloat(max(5, w/1.9), 'f', 2, 64), `" customWidth="1"/>`)
	}
	x.raw(`</cols><sheetData>`)
	s.rows(x)
	x.raw(`</sheetData>`)
	if len(s.merged) > 0 {
		x.raw(`<mergeCells>`)
		for _, cells := range s.merged {
			x.raw(`<mergeCell ref="`, cells, `"/>`)
		}
		x.raw(`</mergeCells>`)
	}
	x.raw(`<printOptions horizontalCentered="1"/><pageMargins left="0.8" right="0.6" top="1" bottom="0.8" header="0.4" footer="0.4"/>`)
	s.page(x, p)
	x.raw(`</worksheet>`)
}

// The narrowest and widest that a column of data is, in millimetres.
const (
	narrowest = 14.0
	widest    = 90.0
)

// held are the widths of columns that are as wide as what they hold, up to a line that is still read at a glance.
func (s *book) held() []float64 {
	t := s.tables[0]
	widths := make([]float64, len(t.Columns))
	note := func(i int, says string, bold bool) {
		for l := range strings.SplitSeq(says, "\n") {
			widths[i] = min(widest, max(widths[i], narrowest, s.set.faces.of(bold).width(l, sizeTable)+5))
		}
	}
	for i, c := range t.Columns {
		note(i, c.Head, true)
	}
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			if i < len(widths) && widths[i] < widest {
				note(i, c.Text, false)
			}
		}
	}
	return widths
}

func (s *book) rows(x *markup) {
	n := 0
	for i, t := range s.tables {
		if i == 0 {
			n++
			s.row(x, n, t, t.header(), true)
		}
		for _, r := range t.Rows {
			n++
			s.row(x, n, t, r, false)
		}
	}
}

// page sets the printed pages up: the paper's size, its title above, its foot and the count of pages below.
func (s *book) page(x *markup, p Paper) {
	code, orient := "9", "portrait"
	if p.Size == F4 {
		code = "14" // which Excel calls folio, and is F4 to the millimetre
	}
	if p.Wide {
		orient = "landscape"
	}
	x.raw(`<pageSetup paperSize="`, code, `" fitToHeight="0" orientation="`, orient, `"/><headerFooter><oddHeader>`)
	x.text(edgeText("&C", append([]string{p.Title}, p.Stamps...)))
	x.raw(`</oddHeader><oddFooter>`)
	x.text(edgeText("&L&8 ", p.foot()) + "&R&8 &P / &N")
	x.raw(`</oddFooter></headerFooter>`)
}

// edgeLimit is how much Excel takes at the head or foot of a page: 255 characters, with some room left for the codes.
const edgeLimit = 200

// edgeText is text for the head or foot of a page, where & begins a code.
func edgeText(place string, lines []string) string {
	s, _ := text.Cut(line(strings.Join(lines, " - ")), edgeLimit)
	return place + strings.ReplaceAll(s, "&", "&&")
}

// highest is how high a row may be to Excel, in points.
const highest = 409

// height is a row's height in points: it is said, since a workbook that says nothing is opened with rows of one line by some programs.
func (s *book) height(t Table, r Row, header bool) string {
	mm := t.MinHeight
	if header {
		mm = 0
	}
	for _, c := range t.place(r) {
		lines := s.set.set([]Run{{Text: c.Text, Bold: c.Bold || header}}, sizeTable, max(5, span(s.widths, c)-3))
		mm = max(mm, float64(len(lines))*lineHeight(sizeTable)+2*padTop)
	}
	return strconv.FormatFloat(min(highest, mm/mmPerPoint), 'f', 1, 64)
}

func (s *book) row(x *markup, n int, t Table, r Row, header bool) {
	row := strconv.Itoa(n)
	x.raw(`<row r="`, row, `" ht="`, s.height(t, r, header), `" customHeight="1">`)
	for _, c := range t.place(r) {
		ref := columnName(c.first) + row
		if c.columns > 1 {
			s.merged = append(s.merged, ref+":"+columnName(c.first+c.columns-1)+row)
		}
		switch {
		case header:
			x.textCell(ref, styleHead, c.Text)
		case c.Number != nil:
			style := styleNumber
			switch {
			case c.Bold:
				style = styleSum
			case c.Align == Centre:
				style = styleCount
			}
			x.raw(`<c r="`, ref, `" s="`, style, `"><v>`, strconv.FormatInt(*c.Number, 10), `</v></c>`)
		case !c.Day.IsZero():
			x.raw(`<c r="`, ref, `" s="`, styleDate, `"><v>`, strconv.Itoa(serial(c.Day)), `</v></c>`)
		case c.Bold:
			x.textCell(ref, styleBold, c.Text)
		case c.Align == Centre, c.sign && !r.Odd:
			// Signatures of odd and even rows stand apart here, too.
			x.textCell(ref, styleCentre, c.Text)
		default:
			x.textCell(ref, styleText, c.Text)
		}
		for i := 1; i < c.columns; i++ {
			x.textCell(columnName(c.first+i)+row, styleText, "") // whose lines the merged cell needs
		}
	}
	x.raw(`</row>`)
}

// cellLimit is how many characters a cell of Excel holds.
const cellLimit = 32_767

func (x *markup) textCell(ref, style, s string) {
	if s = clean(s); s == "" {
		x.raw(`<c r="`, ref, `" s="`, style, `"/>`)
		return
	}
	s, _ = text.Cut(s, cellLimit)
	x.raw(`<c r="`, ref, `" s="`, style, `" t="inlineStr"><is><t xml:space="preserve">`)
	x.text(unread(s))
	x.raw(`</t></is></c>`)
}

// unread keeps Excel from reading _x0041_ as a letter's code: the underscore itself is written as one.
func unread(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		at := strings.Index(s, "_x")
		if at < 0 {
			return b.String() + s
		}
		b.WriteString(s[:at])
		if len(s) >= at+7 && s[at+6] == '_' && strings.Trim(s[at+2:at+6], "0123456789abcdefABCDEF") == "" {
			b.WriteString("_x005F")
		}
		b.WriteString("_x")
		s = s[at+2:]
	}
}

// columnName is A, B, ... Z, AA of a column counted from 0.
func columnName(i int) string { return strings.ToUpper(letters(i)) }

// serial is a date as spreadsheets count days: 1 January 1900 is 1, and there was a 29 February 1900.
func serial(d date.Date) int {
	return d.Sub(date.Date{Year: 1899, Month: time.December, Day: 30})
}
