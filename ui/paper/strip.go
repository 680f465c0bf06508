package paper

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
	"strings"
)

// Strip gives a picture without what its file tells beside the picture: where and when it was taken, with which phone, small
// previews, comments, and whatever was appended to it. A photograph that was held on its side is turned upright, since what said so
// goes too; all others keep their pixels untouched. What is no PNG or JPEG gives a *[PictureError].
func Strip(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		if err := measure(data); err != nil {
			return nil, err
		}
		return stripJPEG(data)
	case bytes.HasPrefix(data, []byte(pngMagic)):
		if err := measure(data); err != nil {
			return nil, err
		}
		return stripPNG(data)
	case len(data) > 12 && string(data[4:8]) == "ftyp" && strings.Contains("heic heix heim heis hevc mif1 msf1 avif", string(data[8:12])):
		return nil, &PictureError{Fault: PictureHEIC}
	}
	return nil, &PictureError{Fault: PictureUnknown}
}

const pngMagic = "\x89PNG\r\n\x1a\n"

// measure refuses a picture whose head is broken or claims more pixels than anybody's camera has.
func measure(data []byte) error {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return &PictureError{Fault: PictureBroken, Err: err}
	case c.Width <= 0 || c.Height <= 0:
		return &PictureError{Fault: PictureBroken}
	case c.Width > pixelLimit/c.Height:
		return &PictureError{Fault: PictureTooLarge}
	}
	return nil
}

// The markers of JPEG (ITU T.81, table B.1).
const (
	jpegSOI  = 0xd8
	jpegEOI  = 0xd9
	jpegSOS  = 0xda
	jpegAPP0 = 0xe0
	jpegAPP1 = 0xe1
	jpegAPPE = 0xee
	jpegAPPF = 0xef
	jpegCOM  = 0xfe
)

// stripJPEG keeps the segments that make the picture, with JFIF and Adobe's, which say how its colours are meant.
func stripJPEG(data []byte) ([]byte, error) {
	out := append(make([]byte, 0, len(data)), 0xff, jpegSOI)
	turn := 1
	for at := 2; ; {
		marker, body, next, ok := segment(data, at)
		switch {
		case !ok:
			return nil, &PictureError{Fault: PictureBroken}
		case marker == jpegEOI:
			out = append(out, 0xff, jpegEOI)
			if turn > 1 {
				return turned(out, turn)
			}
			return out, nil
		case marker == jpegAPP1:
			if o := orientation(body); o > 0 {
				turn = o
			}
		case marker == jpegCOM, marker > jpegAPP0 && marker <= jpegAPPF && marker != jpegAPPE:
		default:
			out = append(out, data[at:next]...)
		}
		at = next
	}
}

// segment reads the marker at an offset, with its body and, after the head of a scan, the scan's data. It gives where the next one
// begins.
func segment(data []byte, at int) (marker byte, body []byte, next int, ok bool) {
	if at+1 >= len(data) || data[at] != 0xff {
		return 0, nil, 0, false
	}
	marker = data[at+1]
	switch {
	case marker == 0xff: // a filler
		return marker, nil, at + 1, true
	case marker == jpegEOI, marker >= 0xd0 && marker <= 0xd7, marker == 0x01:
		return marker, nil, at + 2, true
	}
	if at+4 > len(data) {
		return 0, nil, 0, false
	}
	next = at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
	if next < at+4 || next > len(data) {
		return 0, nil, 0, false
	}
	body = data[at+4 : next]
	if marker == jpegSOS {
		for ; next+1 < len(data); next++ {
			// Within a scan FF is followed by 00, or by the marker of a restart.
			if m := data[next+1]; data[next] == 0xff && m != 0 && (m < 0xd0 || m > 0xd7) {
				break
			}
		}
	}
	return marker, body, next, true
}

// orientation reads which side was up from an Exif segment; 0 where it does not say.
func orientation(body []byte) int {
	tiff, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00"))
	if !ok || len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 0
	}
	for n := int(order.Uint16(tiff[at:])); n > 0 && at+14 <= len(tiff); n-- {
		if order.Uint16(tiff[at+2:]) == 0x0112 {
			if o := int(order.Uint16(tiff[at+10:])); o >= 1 && o <= 8 {
				return o
			}
			return 0
		}
		at += 12
	}
	return 0
}

// turned writes the picture anew with its right side up, for one of the eight orientations of Exif.
func turned(data []byte, o int) ([]byte, error) {
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, &PictureError{Fault: PictureBroken, Err: err}
	}
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if o >= 5 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			tx, ty := x, y
			if o == 2 || o == 3 || o == 7 || o == 8 {
				tx = w - 1 - x
			}
			if o == 3 || o == 4 || o == 6 || o == 7 {
				ty = h - 1 - y
			}
			if o >= 5 {
				tx, ty = ty, tx
			}
			out.Set(tx, ty, img.At(b.Min.X+x, b.Min.Y+y))
		}
	}
	return encodeJPEG(out)
}

// stripPNG keeps the chunks that make the picture and its colours.
func stripPNG(data []byte) ([]byte, error) {
	out := append(make([]byte, 0, len(data)), pngMagic...)
	for at := len(pngMagic); ; {
		if at+12 > len(data) {
			return nil, &PictureError{Fault: PictureBroken}
		}
		size := binary.BigEndian.Uint32(data[at:])
		if uint64(size) > uint64(len(data)-at-12) {
			return nil, &PictureError{Fault: PictureBroken}
		}
		next, name := at+12+int(size), string(data[at+4:at+8])
		switch name {
		case "IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs", "bKGD":
			out = append(out, data[at:next]...)
		case "IEND":
			return append(out, data[at:next]...), nil
		}
		at = next
	}
}
