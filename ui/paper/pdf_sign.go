package paper

import "hadir/model/ident"

// signRoom is the height in which a signature and a seal find room.
const signRoom = 18.0

// besideBox is how large a picture beside a lone signer is.
const besideBox = 26.0

// signRow is how many signatures stand side by side.
const signRow = 3

// signRows divides the signers into rows of equal length.
func (b Signs) signRows() [][]Signer {
	n := len(b.Signers)
	if n == 0 {
		return nil
	}
	rows := (n + signRow - 1) / signRow
	each := (n + rows - 1) / rows
	var all [][]Signer
	for i := 0; i < n; i += each {
		all = append(all, b.Signers[i:min(n, i+each)])
	}
	return all
}

// signLines are the lines of one row of signers: above the signatures, and below. All have the same number, so that names stand
// on one height; place and date stand above the last signer of the first row.
func (d *press) signLines(place string, signers []Signer, width float64) (above, below [][]row) {
	most := 0
	for i, s := range signers {
		up, down := s.signed()
		var lines []row
		if i == len(signers)-1 && place != "" {
			lines = append(lines, d.set.set(Text(place), sizeBody, width)...)
		}
		for _, runs := range up {
			lines = append(lines, d.set.set(runs, sizeBody, width)...)
		}
		above = append(above, lines)
		most = max(most, len(lines))
		lines = nil
		for _, runs := range down {
			lines = append(lines, d.set.set(runs, sizeBody, width)...)
		}
		below = append(below, lines)
	}
	for i := range above {
		above[i] = append(make([]row, most-len(above[i])), above[i]...)
	}
	return above, below
}

// apart takes place and date out of a row of three signers, whose columns are too narrow for it: then it is a line of its own, at the right.
func (b Signs) apart() (line string, rest Signs) {
	if len(b.Signers) < signRow {
		return "", b
	}
	line, b.Place = b.Place, ""
	return line, b
}

// signWidth is how wide one of n signatures beside each other is. A lone one stands in the right half.
func (d *press) signWidth(n int) float64 { return d.width / float64(max(2, n)) }

func (d *press) signsHeight(b Signs) float64 {
	line, b := b.apart()
	height, place := 0.0, b.Place
	if line != "" {
		height = lineHeight(sizeBody) + gapPara
	}
	for _, signers := range b.signRows() {
		above, below := d.signLines(place, signers, d.signWidth(len(signers))-4)
		height += float64(most(above)+most(below))*lineHeight(sizeBody) + signRoom + gapTable
		place = ""
	}
	if b.Beside.Code != "" {
		height = max(height, besideBox+float64(len(d.besideLines(b)))*lineHeight(sizeSmall)+gapTable)
	}
	return height
}

// tailHeight is the height of what is signed under the i-th block; 0 where nothing is.
func (d *press) tailHeight(i int) float64 {
	if !d.paper.signedBelow(i) {
		return 0
	}
	height := gapTable
	for _, b := range d.paper.Body[i+1:] {
		switch b := b.(type) {
		case Signs:
			return height + d.signsHeight(b)
		case Para:
			height += float64(len(d.set.set(b.Runs, b.size(), d.width-b.Indent)))*lineHeight(b.size()) + gapPara
		case Space:
			height += b.Height
		}
	}
	return height
}

func most(columns [][]row) int {
	n := 0
	for _, c := range columns {
		n = max(n, len(c))
	}
	return n
}

func (d *press) signs(b Signs) {
	height := d.signsHeight(b)
	d.need(height)
	lh, top := lineHeight(sizeBody), d.y
	line, b := b.apart()
	place := b.Place
	if line != "" {
		d.lines(d.set.set(Text(line), sizeBody, d.width)[:1], sizeBody, d.x, d.y, d.width, Right)
		d.y += lh + gapPara
	}
	d.beside(b)
	for _, signers := range b.signRows() {
		width := d.signWidth(len(signers))
		above, below := d.signLines(place, signers, width-4)
		names := d.y + float64(most(above))*lh + signRoom
		for i := range signers {
			x := d.x + d.width - float64(len(signers)-i)*width
			d.lines(above[i], sizeBody, x+2, d.y, width-4, Centre)
			d.lines(below[i], sizeBody, x+2, names, width-4, Centre)
		}
		d.y = names + float64(most(below))*lh + gapTable
		place = ""
	}
	d.y = top + height
}

// beside prints what stands beside a lone signer: the code, and its caption below.
func (d *press) beside(b Signs) {
	if b.Beside.Code == "" || len(b.Signers) != 1 {
		return
	}
	width := d.signWidth(1)
	if d.code(b.Beside.Code, d.x, d.y, width, besideBox) == nil {
		d.lines(d.besideLines(b), sizeSmall, d.x+2, d.y+besideBox, width-4, Centre)
	}
}

func (d *press) besideLines(b Signs) []row {
	return d.set.set(Text(b.Beside.Caption), sizeSmall, d.signWidth(1)-4)
}

// signed are the lines of one signer, from the first to the name; the room for the signature stands between above and below.
func (s Signer) signed() (above, below [][]Run) {
	if s.Head != "" {
		above = append(above, Text(s.Head))
	}
	post := s.Post
	if s.Acting != "" {
		post = s.Acting + " " + post
	}
	if post != "" {
		above = append(above, Text(post+","))
	}
	name := Run{Text: s.Name, Bold: true, Underline: true}
	if s.Name == "" {
		name = Run{Text: "........................................"}
	}
	below = append(below, []Run{name})
	switch {
	case s.NIP != "":
		below = append(below, Text("NIP "+ident.FormatNIP(s.NIP)))
	case !s.Citizen:
		below = append(below, Text("NIP ............................"))
	}
	return above, below
}
