package paper

import "strconv"

// emu is how many of DrawingML's units a millimetre has.
const emu = 36000

// image writes a paragraph that holds one picture, fitted into a box.
func (d *docx) image(x *markup, a art, width, height float64, align Align) {
	part, known := d.parts[&a.data[0]]
	if !known {
		d.pictures = append(d.pictures, a)
		part = len(d.pictures)
		d.parts[&a.data[0]] = part
	}
	d.drawings++
	n := strconv.Itoa(d.drawings)
	w, h := a.fit(width, height)
	cx, cy := strconv.Itoa(int(w*emu)), strconv.Itoa(int(h*emu))
	x.raw(`<w:p><w:pPr><w:pStyle w:val="TableText"/><w:keepNext/>`, justification(align), `</w:pPr><w:r><w:drawing>`,
		`<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="`, cx, `" cy="`, cy, `"/><wp:docPr id="`, n, `" name="`, n,
		`"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>`,
		`<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="`, n,
		`" name="`, n, `"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture`, strconv.Itoa(part),
		`"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="`, cx, `" cy="`, cy,
		`"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>`,
		`</w:drawing></w:r></w:p>`)
}
