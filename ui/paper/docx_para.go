package paper

import (
	"strconv"
	"strings"
)

// para is how one paragraph stands.
type para struct {
	style       string // empty: Normal
	align       Align
	indent      float64
	space       float64 // an empty paragraph of this height
	list, level int     // number of its list, counted from 1; 0: none
	size        float64 // of its letters; 0: the style's
	keep        bool    // with the next
	breaks      bool    // begins a page
	after       bool    // the last of a title: room below
	rule        bool    // a line below
}

// para writes one paragraph, its properties in the order of CT_PPr.
func (d *docx) para(x *markup, p para, runs []Run) {
	x.raw(`<w:p><w:pPr>`)
	if p.style != "" {
		x.raw(`<w:pStyle w:val="`, p.style, `"/>`)
	}
	if p.keep {
		x.raw(`<w:keepNext/>`)
	}
	if p.breaks {
		x.raw(`<w:pageBreakBefore/>`)
	}
	if p.list > 0 {
		x.raw(`<w:numPr><w:ilvl w:val="`, strconv.Itoa(p.level), `"/><w:numId w:val="`, strconv.Itoa(p.list), `"/></w:numPr>`)
	}
	if p.rule {
		x.raw(`<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="18" w:space="1" w:color="000000"/></w:pBdr>`)
	}
	switch {
	case p.space > 0:
		x.raw(`<w:spacing w:before="0" w:after="0" w:line="`, twips(p.space), `" w:lineRule="exact"/>`)
	case p.after:
		x.raw(`<w:spacing w:after="`, twips(gapTable), `"/>`)
	}
	if p.indent > 0 {
		x.raw(`<w:ind w:left="`, twips(p.indent), `"/>`)
	}
	x.raw(justification(p.align), `</w:pPr>`)
	for _, r := range cleanRuns(runs) {
		x.run(r, p.size)
	}
	x.raw(`</w:p>`)
}

// justification is the element for an alignment; none for the left, which is what styles say.
func justification(a Align) string {
	switch a {
	case Centre:
		return `<w:jc w:val="center"/>`
	case Right:
		return `<w:jc w:val="right"/>`
	case Justified:
		return `<w:jc w:val="both"/>`
	}
	return ""
}

// run writes clean text in one hand, its properties in the order of CT_RPr.
func (x *markup) run(r Run, size float64) {
	x.raw(`<w:r>`)
	if r.Bold || r.Underline || size > 0 {
		x.raw(`<w:rPr>`)
		if r.Bold {
			x.raw(`<w:b/><w:bCs/>`)
		}
		if size > 0 {
			x.raw(`<w:sz w:val="`, halves(size), `"/><w:szCs w:val="`, halves(size), `"/>`)
		}
		if r.Underline {
			x.raw(`<w:u w:val="single"/>`)
		}
		x.raw(`</w:rPr>`)
	}
	for i, s := range strings.Split(r.Text, "\n") {
		if i > 0 {
			x.raw(`<w:br/>`)
		}
		if s != "" {
			x.raw(`<w:t xml:space="preserve">`)
			x.text(s)
			x.raw(`</w:t>`)
		}
	}
	x.raw(`</w:r>`)
}

// field is a number that Word counts itself; shown is what stands there until it has.
func field(instruction, shown string) string {
	const mark = `<w:r><w:fldChar w:fldCharType="`
	return mark + `begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + instruction + ` </w:instrText></w:r>` + mark +
		`separate"/></w:r><w:r><w:t>` + shown + `</w:t></w:r>` + mark + `end"/></w:r>`
}

// header is the head of the first page, which has only the stamps, or of the others, which are numbered.
func (d *docx) header(first bool) string {
	var b strings.Builder
	b.WriteString(declaration + `<w:hdr` + wordNamespaces + `>`)
	if stamps := d.stamps(); stamps != "" || first {
		b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="right"/></w:pPr>` + stamps + `</w:p>`)
	}
	if !first {
		b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">- </w:t></w:r>` +
			field("PAGE", "2") + `<w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p>`)
	}
	b.WriteString(`</w:hdr>`)
	return b.String()
}

// stamps are the runs of the paper's stamps, each in a box.
func (d *docx) stamps() string {
	var b strings.Builder
	for i, s := range d.paper.Stamps {
		if i > 0 {
			b.WriteString(`<w:r><w:t xml:space="preserve">  </w:t></w:r>`)
		}
		b.WriteString(`<w:r><w:rPr><w:b/><w:bCs/><w:sz w:val="18"/><w:szCs w:val="18"/>` +
			`<w:bdr w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:rPr><w:t xml:space="preserve"> ` + escape(line(s)) + ` </w:t></w:r>`)
	}
	return b.String()
}

// footer is the foot of every page: its lines, and how many pages there are.
func (d *docx) footer() string {
	var b strings.Builder
	b.WriteString(declaration + `<w:ftr` + wordNamespaces + `>`)
	lines := d.paper.foot()
	for i := range max(1, len(lines)) {
		b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="` + twips(d.width) + `"/></w:tabs></w:pPr>`)
		if i < len(lines) {
			b.WriteString(`<w:r><w:t xml:space="preserve">` + escape(lines[i]) + `</w:t></w:r>`)
		}
		if i == max(1, len(lines))-1 && d.paper.Count != "" {
			b.WriteString(`<w:r><w:tab/></w:r>` + d.count())
		}
		b.WriteString(`</w:p>`)
	}
	b.WriteString(`</w:ftr>`)
	return b.String()
}

// count is the sentence that counts pages, with fields for its numbers.
func (d *docx) count() string {
	rest := d.paper.Count
	var b strings.Builder
	for rest != "" {
		before, after, found := strings.Cut(rest, "{")
		if before != "" {
			b.WriteString(`<w:r><w:t xml:space="preserve">` + escape(cleanRun(before)) + `</w:t></w:r>`)
		}
		if !found {
			break
		}
		name, tail, _ := strings.Cut(after, "}")
		switch name {
		case "page":
			b.WriteString(field("PAGE", "1"))
		case "pages":
			b.WriteString(field("NUMPAGES", "1"))
		}
		rest = tail
	}
	return b.String()
}
