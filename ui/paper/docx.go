package paper

import (
	"fmt"
	"io"
	"strconv"
)

// DOCX writes the paper as a Word document: real styles, tables with repeated header rows, numbering and fields for the page numbers, so
// that an office can go on editing it. The elements stand in the order that ECMA-376 prescribes, which Word insists on.
func DOCX(w io.Writer, p Paper) error {
	z := newParcel(w)
	d := &docx{paper: p, parts: map[*byte]int{}}
	d.width, _ = p.room()
	z.put("[Content_Types].xml", docxTypes)
	z.put("_rels/.rels", packageRels("word/document.xml"))
	z.put("docProps/core.xml", coreProperties(p))
	z.put("docProps/app.xml", appProperties)
	z.stream("word/document.xml", d.document)
	z.put("word/styles.xml", docxStyles(p.language()))
	z.put("word/settings.xml", docxSettings(p.language()))
	z.put("word/numbering.xml", d.numbering())
	z.put("word/header1.xml", d.header(true))
	z.put("word/header2.xml", d.header(false))
	z.put("word/footer1.xml", d.footer())
	z.put("word/_rels/document.xml.rels", d.rels())
	for i, a := range d.pictures {
		z.put("word/media/"+a.file(i), string(a.data))
	}
	if err := z.close(); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	return nil
}

// twips are twentieths of a point, in which Word counts lengths.
func twips(mm float64) string { return strconv.Itoa(int(mm*1440/25.4 + 0.5)) }

// halves are half points, in which Word counts letters.
func halves(points float64) string { return strconv.Itoa(int(points*2 + 0.5)) }

// docx is a document while its parts are written.
type docx struct {
	paper    Paper
	width    float64
	pictures []art         // each once, however often it is drawn
	parts    map[*byte]int // their numbers, counted from 1, by where their bytes lie
	drawings int
	logo     *Picture // the letterhead's as it was opened last: every letter has the same
	opened   art
	lists    []Marks // each list is a numbering of its own
	keep     bool    // the row being written stays with what follows it
	tail     bool    // the block being written stays with the signatures under it
}

// file is the name of the i-th picture's part.
func (a art) file(i int) string { return "image" + strconv.Itoa(i+1) + "." + a.format }

const wordNamespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

func (d *docx) document(x *markup) {
	x.raw(declaration, `<w:document`, wordNamespaces, `><w:body>`)
	broken, table := false, false
	for i, b := range d.paper.Body {
		d.tail = d.paper.signedBelow(i)
		if b, ok := b.(Break); ok {
			if broken = !b.Anew; b.Anew {
				d.part(x)
				table = false
			}
			continue
		}
		if _, ok := b.(Table); ok && (broken || table) {
			// A table cannot begin a page by itself, and two in a row would become one.
			d.spacer(x, broken)
			broken = false
		}
		table = d.block(x, b, broken)
		broken = false
	}
	if table || broken {
		d.spacer(x, broken)
	}
	d.section(x)
	x.raw(`</w:body></w:document>`)
}

// spacer is an empty paragraph as low as can be.
func (d *docx) spacer(x *markup, breaks bool) {
	x.raw(`<w:p><w:pPr><w:pStyle w:val="TableText"/>`)
	if breaks {
		x.raw(`<w:pageBreakBefore/>`)
	}
	x.raw(`<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>`)
}

// part ends a paper of its own within the document: what follows begins on a new page, and its pages are counted anew.
func (d *docx) part(x *markup) {
	x.raw(`<w:p><w:pPr><w:pStyle w:val="TableText"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>`)
	d.section(x)
	x.raw(`</w:pPr></w:p>`)
}

// section says how the pages are, and what stands at their heads and feet.
func (d *docx) section(x *markup) {
	width, height := d.paper.sheet()
	x.raw(`<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>`,
		`<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId6"/>`,
		`<w:pgSz w:w="`, twips(width), `" w:h="`, twips(height), `"`)
	if d.paper.Wide {
		x.raw(` w:orient="landscape"`)
	}
	x.raw(`/><w:pgMar w:top="`, twips(marginTop), `" w:right="`, twips(marginRight), `" w:bottom="`, twips(marginBottom),
		`" w:left="`, twips(marginLeft), `" w:header="`, twips(edge), `" w:footer="`, twips(edge-3),
		`" w:gutter="0"/>`)
	if d.paper.parted() {
		x.raw(`<w:pgNumType w:start="1"/>`)
	}
	x.raw(`<w:cols w:space="708"/><w:titlePg/></w:sectPr>`)
}

// block writes one block, on a new page if asked, and reports whether it ended with a table.
func (d *docx) block(x *markup, b Block, breaks bool) bool {
	p := para{breaks: breaks}
	switch b := b.(type) {
	case Letterhead:
		return d.letterhead(x, b, breaks)
	case Titles:
		d.titles(x, b, p)
	case Heading:
		p.style = "Heading" + strconv.Itoa(min(max(b.Level, 1), 2))
		d.para(x, p, Text(b.Text))
	case Para:
		p.align, p.indent, p.keep = b.Align, b.Indent, b.Keep
		if b.Small {
			p.style = "Note"
		}
		d.para(x, p, b.Runs)
	case List:
		d.list(x, b, p)
	case Space:
		p.space = b.Height
		d.para(x, p, nil)
	default:
		if breaks {
			d.spacer(x, true)
		}
		return d.grid(x, b)
	}
	return false
}

// grid writes the blocks that are tables to Word.
func (d *docx) grid(x *markup, b Block) bool {
	switch b := b.(type) {
	case Fields:
		d.fields(x, b)
	case Table:
		d.table(x, b)
	case Signs:
		d.signs(x, b)
	case Pictures:
		d.slots(x, b)
	default:
		return false
	}
	return true
}

func (d *docx) titles(x *markup, b Titles, p para) {
	for i, t := range b.Lines {
		p.style = "Title"
		if i > 0 {
			p.style = "Subtitle"
		}
		p.after = i == len(b.Lines)-1
		d.para(x, p, Text(t))
		p.breaks = false
	}
}

func (d *docx) list(x *markup, b List, p para) {
	d.lists = append(d.lists, b.Marks)
	p.style, p.list, p.level = "ListParagraph", len(d.lists), b.Level
	for _, item := range b.Items {
		d.para(x, p, item)
		p.breaks = false
	}
}
