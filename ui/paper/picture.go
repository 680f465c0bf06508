package paper

import (
	"fmt"
	"slices"
)

// Picture is a photograph or a logo: the bytes of a PNG or JPEG file. Without Data it is an empty slot.
type Picture struct {
	Data    []byte
	Code    string // instead of Data: what a QR code says
	Caption string
	Name    string // of the file, shown in an empty slot
}

// Pictures are photographs in slots of equal size, each with its caption.
type Pictures struct {
	Slots  []Picture
	Across int     // how many stand side by side; 0: 2
	Height float64 // of a slot; 0: 58
}

func (Pictures) block() {}

func (b Pictures) across() int {
	if b.Across > 0 {
		return b.Across
	}
	return 2
}

func (b Pictures) height() float64 {
	if b.Height > 0 {
		return b.Height
	}
	return 58
}

// rows divides the slots into rows.
func (b Pictures) rows() [][]Picture { return slices.Collect(slices.Chunk(b.Slots, b.across())) }

// PictureFault is why a picture cannot be used.
type PictureFault string

// The faults.
const (
	PictureHEIC     PictureFault = "heic"      // a HEIC or AVIF file, as phones save them: it has to be saved as JPEG first
	PictureUnknown  PictureFault = "unknown"   // neither PNG nor JPEG
	PictureBroken   PictureFault = "broken"    // begins as one, but cannot be read
	PictureTooLarge PictureFault = "too-large" // more than pixelLimit
)

// PictureError says which picture cannot be used, and why.
type PictureError struct {
	Name  string // of the file, where it is known
	Fault PictureFault
	Err   error // what the decoder said; nil where there is nothing to add
}

// Error names the picture and the fault.
func (e *PictureError) Error() string {
	s := "picture"
	if e.Name != "" {
		s += fmt.Sprintf(" %q", e.Name)
	}
	s += ": " + string(e.Fault)
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap gives what the decoder said.
func (e *PictureError) Unwrap() error { return e.Err }

// pixelLimit is how many pixels a picture may have: no camera of a phone has more, and a file of a few bytes may claim so.
const pixelLimit = 120_000_000
