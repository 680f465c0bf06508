package paper

import "strings"

// docxStyles are the styles of every document, under the names by which Word knows them.
func docxStyles(lang string) string {
	var b strings.Builder
	b.WriteString(declaration + `<w:styles` + wordNamespaces + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="` + halves(sizeBody) + `"/><w:szCs w:val="` +
		halves(sizeBody) + `"/><w:lang w:val="` + lang + `" w:eastAsia="` + lang + `" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>` +
		`<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="` +
		twips(gapPara) + `"/></w:pPr></w:style>`)
	for _, s := range []struct{ id, name, next, para, run string }{
		{"Title", "Title", "Normal", `<w:keepNext/><w:spacing w:after="0"/><w:jc w:val="center"/>`, bold(sizeTitle)},
		{"Subtitle", "Subtitle", "Normal", `<w:keepNext/><w:spacing w:after="0"/><w:jc w:val="center"/>`, bold(sizeBody)},
		{"Heading1", "heading 1", "Normal", `<w:keepNext/><w:keepLines/><w:spacing w:before="` + twips(2) + `" w:after="` + twips(1) + `"/><w:outlineLvl w:val="0"/>`, bold(sizeHeading)},
		{"Heading2", "heading 2", "Normal", `<w:keepNext/><w:keepLines/><w:spacing w:before="` + twips(2) + `" w:after="` + twips(1) + `"/><w:outlineLvl w:val="1"/>`, bold(sizeBody)},
		{"ListParagraph", "List Paragraph", "", `<w:spacing w:after="` + twips(0.8) + `"/>`, ""},
		{"Caption", "caption", "", `<w:spacing w:before="40" w:after="160"/><w:jc w:val="center"/>`, size(sizeSmall)},
		{"Header", "header", "", `<w:spacing w:after="0"/>`, ""},
		{"Footer", "footer", "", `<w:spacing w:after="0"/>`, size(sizeEdge)},
		{"TableText", "Isi Tabel", "", `<w:spacing w:before="` + twips(padTop/2) + `" w:after="` + twips(padTop/2) + `"/>`, size(sizeTable)},
		{"TableHead", "Kepala Tabel", "", `<w:keepNext/><w:spacing w:before="` + twips(padTop) + `" w:after="` + twips(padTop) + `"/><w:jc w:val="center"/>`, bold(sizeTable)},
		{"FieldText", "Isian", "", `<w:spacing w:after="0"/>`, ""},
		{"SignText", "Tanda Tangan", "", `<w:keepNext/><w:keepLines/><w:spacing w:after="0"/><w:jc w:val="center"/>`, ""},
		{"Note", "Catatan", "", "", size(sizeSmall)},
		{"Slot", "Tempat Foto", "", `<w:keepNext/><w:spacing w:after="0"/><w:jc w:val="center"/>`, size(sizeSmall)},
	} {
		b.WriteString(`<w:style w:type="paragraph" w:styleId="` + s.id + `"><w:name w:val="` + s.name + `"/><w:basedOn w:val="Normal"/>`)
		if s.next != "" {
			b.WriteString(`<w:next w:val="` + s.next + `"/>`)
		}
		b.WriteString(`<w:qFormat/>`)
		if s.para != "" {
			b.WriteString(`<w:pPr>` + s.para + `</w:pPr>`)
		}
		if s.run != "" {
			b.WriteString(`<w:rPr>` + s.run + `</w:rPr>`)
		}
		b.WriteString(`</w:style>`)
	}
	b.WriteString(tableStyles + `</w:styles>`)
	return b.String()
}

func size(points float64) string {
	return `<w:sz w:val="` + halves(points) + `"/><w:szCs w:val="` + halves(points) + `"/>`
}

func bold(points float64) string { return `<w:b/><w:bCs/>` + size(points) }

// The tables: one with all lines, one without.
const tableStyles = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>` +
	`<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>` +
	`<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
	`<w:style w:type="table" w:styleId="Plain"><w:name w:val="Tanpa Garis"/><w:basedOn w:val="TableNormal"/></w:style>` +
	`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>` +
	`<w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:left w:val="single" w:sz="4" w:space="0" w:color="000000"/>` +
	`<w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:right w:val="single" w:sz="4" w:space="0" w:color="000000"/>` +
	`<w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/>` +
	`</w:tblBorders></w:tblPr></w:style>`
