package paper

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// schema gives the children that each element may have, in the order of ECMA-376 part 4 (transitional), as far as this package writes
// them. A star ends a name that may be repeated. An element that is not here must not be written.
func schema() map[string]string {
	m := map[string]string{
		// WordprocessingML
		"document": "body", "body": "any p* tbl* sectPr", "hdr": "any p*", "ftr": "any p*",
		"p":   "pPr any r*",
		"pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
		"rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
		"r":   "rPr any t* br* tab* fldChar* instrText* drawing*", "t": "", "br": "", "tab": "", "fldChar": "", "instrText": "",
		"numPr": "ilvl numId", "ilvl": "", "numId": "", "pBdr": "top left bottom right between bar", "tabs": "tab*",
		"tbl": "tblPr tblGrid tr*", "tblGrid": "gridCol*", "gridCol": "",
		"tblPr":      "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
		"tblCellMar": "top left bottom right", "tblBorders": "top left bottom right insideH insideV",
		"tr": "tblPrEx trPr tc*", "trPr": "any cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
		"tc": "tcPr any p* tbl*", "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
		"tcBorders": "top left bottom right insideH insideV tl2br tr2bl",
		"sectPr":    "headerReference* footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
		"styles":    "docDefaults latentStyles style*", "docDefaults": "rPrDefault pPrDefault", "rPrDefault": "rPr", "pPrDefault": "pPr",
		"style":     "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr*",
		"numbering": "numPicBullet* abstractNum* num*", "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl*",
		"lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
		"num": "abstractNumId lvlOverride*", "lvlOverride": "startOverride lvl",
		"settings": "writeProtection view zoom removePersonalInformation defaultTabStop autoHyphenation characterSpacingControl footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
		"compat":   "compatSetting*",
		// DrawingML
		"drawing": "inline", "inline": "extent effectExtent docPr cNvGraphicFramePr graphic", "cNvGraphicFramePr": "graphicFrameLocks",
		"graphic": "graphicData", "graphicData": "pic", "pic": "nvPicPr blipFill spPr", "nvPicPr": "cNvPr cNvPicPr",
		"blipFill": "blip srcRect stretch", "stretch": "fillRect", "spPr": "xfrm prstGeom", "xfrm": "off ext", "prstGeom": "avLst",
		// SpreadsheetML
		"workbook": "fileVersion workbookPr workbookProtection bookViews sheets definedNames calcPr", "bookViews": "workbookView*", "sheets": "sheet*", "definedNames": "definedName*",
		"worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData autoFilter mergeCells conditionalFormatting printOptions pageMargins pageSetup headerFooter",
		"sheetPr":   "tabColor outlinePr pageSetUpPr", "sheetViews": "sheetView*", "sheetView": "pane selection*", "cols": "col*", "sheetData": "row*", "row": "c*",
		"c": "f v is", "mergeCells": "mergeCell*", "mergeCell": "", "is": "t", "headerFooter": "oddHeader oddFooter", "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles",
		"numFmts": "numFmt*", "fonts": "font*", "font": "b i u sz color name", "fills": "fill*", "fill": "patternFill", "borders": "border*",
		"border": "left right top bottom diagonal", "cellStyleXfs": "xf*", "cellXfs": "xf*", "xf": "alignment protection", "cellStyles": "cellStyle*",
		// The package
		"Types": "Default* Override*", "Relationships": "Relationship*", "Properties": "any Application",
		"coreProperties": "any title creator language created modified",
	}
	for _, leaf := range strings.Fields("pStyle keepNext keepLines pageBreakBefore spacing ind jc outlineLvl rFonts b bCs sz szCs u bdr lang tblStyle tblW tblLayout tblLook tblInd cantSplit trHeight tblHeader tcW gridSpan vAlign top left bottom right insideH insideV headerReference footerReference pgSz pgMar pgNumType cols titlePg name basedOn next uiPriority semiHidden unhideWhenUsed qFormat multiLevelType start numFmt lvlText lvlJc abstractNumId startOverride defaultTabStop characterSpacingControl compatSetting themeFontLang decimalSymbol listSeparator extent docPr graphicFrameLocks cNvPr cNvPicPr blip fillRect off ext avLst workbookView sheet definedName pageSetUpPr pane selection sheetFormatPr col v printOptions pageMargins pageSetup oddHeader oddFooter patternFill diagonal alignment cellStyle Default Override Relationship Application title creator language created modified") {
		if _, known := m[leaf]; !known {
			m[leaf] = ""
		}
	}
	return m
}

// checkOrder reads one part and says where an element stands that may not stand there.
func checkOrder(part []byte, rules map[string]string) error {
	var stack []openElement
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			name := tok.Name.Local
			if _, known := rules[name]; !known {
				return fmt.Errorf("<%s> is not in the table", name)
			}
			if len(stack) > 0 {
				top := &stack[len(stack)-1]
				if err := top.follow(rules, name); err != nil {
					return err
				}
			}
			stack = append(stack, openElement{name: name, at: -1})
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	}
}

func (o *openElement) follow(rules map[string]string, name string) error {
	order := strings.Fields(rules[o.name])
	free := slices.Index(order, "any")
	i := slices.IndexFunc(order, func(s string) bool { return strings.TrimSuffix(s, "*") == name })
	switch {
	case i < 0:
		return fmt.Errorf("<%s> may not stand in <%s>", name, o.name)
	case free >= 0 && i > free && o.at > free:
	case i < o.at:
		return fmt.Errorf("<%s> stands too late in <%s>", name, o.name)
	case i == o.at && !strings.HasSuffix(order[i], "*"):
		return fmt.Errorf("<%s> stands twice in <%s>", name, o.name)
	}
	o.at = max(o.at, i)
	return nil
}

type openElement struct {
	name string
	at   int
}

// checkPackage checks all parts of a document, and that what its relations name is there.
func checkPackage(t *testing.T, file []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts["/"+f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	rules := schema()
	for name, part := range parts {
		if strings.HasPrefix(name, "/word/media/") {
			continue
		}
		if err := checkOrder(part, rules); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, rels := range []string{"/word/_rels/document.xml.rels", "/xl/_rels/workbook.xml.rels", "/_rels/.rels"} {
		for _, s := range strings.Split(string(parts[rels]), `Target="`)[1:] {
			target, _, _ := strings.Cut(s, `"`)
			base := strings.TrimSuffix(rels[:strings.Index(rels, "_rels")], "/") + "/"
			if !strings.HasPrefix(target, "/") {
				target = base + target
			}
			if parts[target] == nil {
				t.Errorf("%s: %s is not there", rels, target)
			}
		}
	}
}

// TestOrderIsSeen is the control of the check: what Word refuses is found.
func TestOrderIsSeen(t *testing.T) {
	for part, bad := range map[string]bool{
		`<p><pPr><keepNext/><spacing/><jc/></pPr><r/></p>`: false,
		`<p><pPr><jc/><spacing/></pPr></p>`:                true,
		`<p><r/><pPr/></p>`:                                true,
		`<rPr><b/><b/></rPr>`:                              true,
		`<tcPr><vAlign/><tcW/></tcPr>`:                     true,
		`<trPr><tblHeader/><cantSplit/></trPr>`:            false,
		`<body><tbl/><p/><tbl/><sectPr/></body>`:           false,
		`<tbl><tblGrid/><tblPr/></tbl>`:                    true,
		`<worksheet><cols/><sheetViews/></worksheet>`:      true,
		`<p><blink/></p>`:                                  true,
		`<tblPr><tblW/><tblInd/><tblLayout/></tblPr>`:      false,
		`<tblPr><tblLayout/><tblW/></tblPr>`:               true,
		`<sectPr><pgSz/><headerReference/></sectPr>`:       true,
		`<style><qFormat/><name/></style>`:                 true,
		`<tcBorders><left/><bottom/><top/></tcBorders>`:    true,
		`<inline><docPr/><extent/></inline>`:               true,
		`<lvl><numFmt/><start/></lvl>`:                     true,
		`<num><abstractNumId/><lvlOverride/></num>`:        false,
		`<pBdr><right/><top/></pBdr>`:                      true,
		`<r><t/><rPr/></r>`:                                true,
	} {
		if err := checkOrder([]byte(part), schema()); (err != nil) != bad {
			t.Errorf("%s: %v", part, err)
		}
	}
}
