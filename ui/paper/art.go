package paper

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
)

// art is a picture that every writer can place.
type art struct {
	data          []byte
	format        string // "png" or "jpeg"
	width, height int    // pixels
}

// open makes a picture ready: checked, upright, without what it tells beside the picture, and in a form that Word and PDF both
// read.
func (p Picture) open() (art, error) {
	if p.Code != "" {
		return drawn(p.Code)
	}
	data, err := Strip(p.Data)
	if err == nil {
		var a art
		if a, err = read(data); err == nil {
			return a, nil
		}
	}
	if fault, ok := err.(*PictureError); ok {
		fault.Name = p.Name
	}
	return art{}, err
}

// Ready is the picture as papers hold it: stripped, upright, and no larger than is printed, so that a report of ten photographs can be
// sent. What is no picture gives a *[PictureError].
func (p Picture) Ready() (Picture, error) {
	a, err := p.open()
	if err != nil {
		return p, err
	}
	if times := (max(a.width, a.height) + printed - 1) / printed; times > 1 {
		if a, err = a.smaller(times); err != nil {
			return p, err
		}
	}
	p.Data = a.data
	return p, nil
}

// printed is how many pixels the longer side of a picture has at the most: 300 a inch over the width of a slot, and more.
const printed = 1600

// read decodes a whole picture, so that a broken one is found here and not by who prints the paper. A PNG that is interlaced or
// has 16 bits a colour, which PDF writers refuse, is written anew.
func read(data []byte) (art, error) {
	img, format, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return art{}, &PictureError{Fault: PictureBroken, Err: err}
	}
	a := art{data: data, format: format, width: img.Bounds().Dx(), height: img.Bounds().Dy()}
	if format == "png" && (data[24] == 16 || data[28] != 0) {
		return encoded(eightBits(img), format)
	}
	return a, nil
}

func eightBits(img image.Image) image.Image {
	out := image.NewNRGBA(img.Bounds())
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Src)
	return out
}

// fit is the largest size of the picture's shape within a box, in millimetres.
func (a art) fit(width, height float64) (w, h float64) {
	if a.width == 0 || a.height == 0 {
		return 0, 0
	}
	w, h = width, width*float64(a.height)/float64(a.width)
	if h > height {
		w, h = height*float64(a.width)/float64(a.height), height
	}
	return w, h
}

// smaller is the picture with each square of pixels made one.
func (a art) smaller(times int) (art, error) {
	img, format, err := image.Decode(bytes.NewReader(a.data))
	if err != nil {
		return a, &PictureError{Fault: PictureBroken, Err: err}
	}
	from := image.NewRGBA(image.Rect(0, 0, a.width, a.height))
	draw.Draw(from, from.Bounds(), img, img.Bounds().Min, draw.Src)
	to := image.NewRGBA(image.Rect(0, 0, max(1, a.width/times), max(1, a.height/times)))
	for y := range to.Rect.Dy() {
		for x := range to.Rect.Dx() {
			average(to.Pix[to.PixOffset(x, y):][:4], from, x*times, y*times, times)
		}
	}
	return encoded(to, format)
}

// average gives a pixel the mean of a square, as far as the picture has it.
func average(pixel []byte, from *image.RGBA, x, y, side int) {
	var sum [4]int
	n := 0
	for j := y; j < min(y+side, from.Rect.Dy()); j++ {
		for i := x; i < min(x+side, from.Rect.Dx()); i++ {
			for c, v := range from.Pix[from.PixOffset(i, j):][:4] {
				sum[c] += int(v)
			}
			n++
		}
	}
	for c := range sum {
		pixel[c] = byte(sum[c] / max(1, n))
	}
}

// encoded is an image as a picture of a format.
func encoded(img image.Image, format string) (a art, err error) {
	a = art{format: format, width: img.Bounds().Dx(), height: img.Bounds().Dy()}
	if format == "png" {
		var b bytes.Buffer
		if err = png.Encode(&b, img); err != nil {
			return a, &PictureError{Fault: PictureBroken, Err: err}
		}
		a.data = b.Bytes()
		return a, nil
	}
	a.data, err = encodeJPEG(img)
	return a, err
}

// narrower is the picture without some columns at its right edge.
func (a art) narrower(columns int) (art, error) {
	img, format, err := image.Decode(bytes.NewReader(a.data))
	if err != nil {
		return a, err
	}
	out := image.NewNRGBA(image.Rect(0, 0, a.width-columns, a.height))
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Src)
	return encoded(out, format)
}

// encodeJPEG writes a picture as the public copies have it.
func encodeJPEG(img image.Image) ([]byte, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 90}); err != nil {
		return nil, &PictureError{Fault: PictureBroken, Err: err}
	}
	return b.Bytes(), nil
}
