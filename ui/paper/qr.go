package paper

import (
	"encoding/hex"
	"fmt"
	"strings"

	"rsc.io/qr"
)

// quiet is how many empty modules a QR code needs around it.
const quiet = 4

// drawn is a QR code as a picture, for the formats that hold pictures.
func drawn(says string) (art, error) {
	code, err := qr.Encode(says, qr.M)
	if err != nil {
		return art{}, fmt.Errorf("qr: %w", err)
	}
	code.Scale = 6
	side := (code.Size + 2*quiet) * code.Scale
	return art{data: code.PNG(), format: "png", width: side, height: side}, nil
}

// code prints a QR code, centred in a box, as an inline image of one bit a module: sharp at any size, and a few hundred bytes, where an
// image object for each of 3,000 guests would be a file of its own.
func (d *press) code(says string, x, y, width, height float64) error {
	code, err := qr.Encode(says, qr.M)
	if err != nil {
		return fmt.Errorf("qr: %w", err)
	}
	n := code.Size + 2*quiet
	bits := make([]byte, (n+7)/8*n)
	for row := range n {
		for col := range n {
			// A set bit is white.
			if !code.Black(col-quiet, row-quiet) {
				bits[row*((n+7)/8)+col/8] |= 0x80 >> (col % 8)
			}
		}
	}
	side := min(width, height)
	_, sheet := d.paper.sheet()
	left, bottom := (x+(width-side)/2)/mmPerPoint, (sheet-y-(height+side)/2)/mmPerPoint
	d.pdf.RawWriteStr(fmt.Sprintf("q %.2f 0 0 %.2f %.2f %.2f cm BI /W %d /H %d /BPC 1 /CS /G /F /AHx ID %s> EI Q\n",
		side/mmPerPoint, side/mmPerPoint, left, bottom, n, n, strings.ToUpper(hex.EncodeToString(bits))))
	return nil
}
