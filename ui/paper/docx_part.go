package paper

import (
	"strconv"
	"strings"
	"time"
)

// What kind of part each name of a document's package is.
const docxTypes = declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="` + wordType + `settings+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="` + wordType + `numbering+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="` + wordType + `header+xml"/>` +
	`<Override PartName="/word/header2.xml" ContentType="` + wordType + `header+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="` + wordType + `footer+xml"/>` +
	propertyTypes + `</Types>`

const (
	wordType      = `application/vnd.openxmlformats-officedocument.wordprocessingml.`
	relation      = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	propertyTypes = `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>`
	relsOpen = declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
)

// rel is one relation of a part.
func rel(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + kind + `" Target="` + target + `"/>`
}

// packageRels says which part of a package is its document.
func packageRels(main string) string {
	return relsOpen + rel("rId1", relation+"officeDocument", main) +
		rel("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml") +
		rel("rId3", relation+"extended-properties", "docProps/app.xml") + `</Relationships>`
}

func (d *docx) rels() string {
	var b strings.Builder
	b.WriteString(relsOpen + rel("rId1", relation+"styles", "/word/styles.xml") + rel("rId2", relation+"settings", "/word/settings.xml") +
		rel("rId3", relation+"numbering", "/word/numbering.xml") + rel("rId4", relation+"header", "/word/header2.xml") +
		rel("rId5", relation+"header", "/word/header1.xml") + rel("rId6", relation+"footer", "/word/footer1.xml"))
	for i, a := range d.pictures {
		b.WriteString(rel("rIdPicture"+strconv.Itoa(i+1), relation+"image", "/word/media/"+a.file(i)))
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

// coreProperties are the document's title, author, language and time.
func coreProperties(p Paper) string {
	made := p.made().Format(time.RFC3339)
	return declaration + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + escape(line(p.Title)) + `</dc:title><dc:creator>` +
		escape(line(p.Author)) + `</dc:creator><dc:language>` + p.language() + `</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">` +
		made + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + made + `</dcterms:modified></cp:coreProperties>`
}

const appProperties = declaration +
	`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Hadir</Application></Properties>`

func docxSettings(lang string) string {
	return declaration + `<w:settings` + wordNamespaces + `><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="` + lang + `"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`
}

// numbering has one definition for each kind of marks, and one numbering for each list, which begins anew.
func (d *docx) numbering() string {
	var b strings.Builder
	b.WriteString(declaration + `<w:numbering` + wordNamespaces + `>`)
	for i, format := range []string{"decimal", "lowerLetter", "bullet"} {
		b.WriteString(`<w:abstractNum w:abstractNumId="` + strconv.Itoa(i) + `"><w:multiLevelType w:val="hybridMultilevel"/>`)
		for level := range 2 {
			text := "%" + strconv.Itoa(level+1) + "."
			if format == "bullet" {
				text = "-"
			}
			b.WriteString(`<w:lvl w:ilvl="` + strconv.Itoa(level) + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text +
				`"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="` + twips(float64(level+1)*listIndent) + `" w:hanging="` +
				twips(listIndent-1) + `"/></w:pPr></w:lvl>`)
		}
		b.WriteString(`</w:abstractNum>`)
	}
	for i, m := range d.lists {
		b.WriteString(`<w:num w:numId="` + strconv.Itoa(i+1) + `"><w:abstractNumId w:val="` + strconv.Itoa(int(m)) + `"/>`)
		for level := range 2 {
			b.WriteString(`<w:lvlOverride w:ilvl="` + strconv.Itoa(level) + `"><w:startOverride w:val="1"/></w:lvlOverride>`)
		}
		b.WriteString(`</w:num>`)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}
