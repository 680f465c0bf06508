package paper

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

// tagged is a JPEG with what a phone puts beside the picture.
func tagged(orientation uint16) []byte {
	plain := photo(40, 20)
	exif := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x02\x01\x12\x00\x03\x00\x00\x00\x01")
	exif = binary.BigEndian.AppendUint16(exif, orientation)
	exif = append(exif, "\x00\x00\x88\x25\x00\x04\x00\x00\x00\x01GPS-6.7 111.3\x00\x00\x00\x00"...)
	out := append([]byte{}, plain[:2]...)
	for marker, body := range map[byte][]byte{0xe1: exif, 0xed: []byte("Photoshop nama"), 0xfe: []byte("komentar GPS")} {
		out = append(out, 0xff, marker)
		out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
		out = append(out, body...)
	}
	return append(append(out, plain[2:]...), "GPS trailer of a motion photo"...)
}

func TestStripJPEG(t *testing.T) {
	got, err := Strip(tagged(1))
	if err != nil {
		t.Fatal(err)
	}
	if want := photo(40, 20); !bytes.Equal(got, want) {
		t.Error("an upright picture did not keep its bytes")
	}
	for o := uint16(2); o <= 8; o++ {
		got, err := Strip(tagged(o))
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"GPS", "Exif", "Photoshop"} {
			if bytes.Contains(got, []byte(word)) {
				t.Errorf("orientation %d: %s is still there", o, word)
			}
		}
		img, err := jpeg.Decode(bytes.NewReader(got))
		if err != nil {
			t.Fatal(err)
		}
		if sideways := img.Bounds().Dx() == 20; sideways != (o >= 5) {
			t.Errorf("orientation %d: %v", o, img.Bounds())
		}
	}
}

// TestTurned holds the corner that was up to the place that it must come to.
func TestTurned(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 32, 16))
	for y := range 8 {
		for x := range 8 {
			img.SetGray(x, y, color.Gray{255}) // the first row's beginning
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	for o, corner := range map[int][2]bool{1: {false, false}, 2: {true, false}, 3: {true, true}, 4: {false, true}, 5: {false, false}, 6: {true, false}, 7: {true, true}, 8: {false, true}} {
		out, err := turned(b.Bytes(), o)
		if err != nil {
			t.Fatal(err)
		}
		got, err := jpeg.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		x, y := 3, 3
		if corner[0] {
			x = got.Bounds().Dx() - 4
		}
		if corner[1] {
			y = got.Bounds().Dy() - 4
		}
		if v, _, _, _ := got.At(x, y).RGBA(); v < 0xe000 {
			t.Errorf("orientation %d: the corner is not at right=%v bottom=%v", o, corner[0], corner[1])
		}
	}
}

func TestStripPNG(t *testing.T) {
	plain := logo()
	body := []byte("tEXtLokasi\x00-6.7, 111.3")
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(body)-4))
	chunk = append(chunk, body...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(body))
	with := append(append(append([]byte{}, plain[:33]...), chunk...), plain[33:]...)
	got, err := Strip(append(with, "appended"...))
	if err != nil || !bytes.Equal(got, plain) {
		t.Errorf("stripped %d bytes of %d, %v", len(got), len(plain), err)
	}
}

func TestPictureFaults(t *testing.T) {
	huge := append([]byte{}, logo()...)
	binary.BigEndian.PutUint32(huge[16:], 60_000)
	binary.BigEndian.PutUint32(huge[20:], 60_000)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	for name, c := range map[string]struct {
		data []byte
		want PictureFault
	}{
		"heic":      {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), PictureHEIC},
		"words":     {[]byte("ini bukan gambar"), PictureUnknown},
		"nothing":   {nil, PictureUnknown},
		"half jpeg": {photo(40, 20)[:300], PictureBroken},
		"half png":  {logo()[:60], PictureBroken},
		"bomb":      {huge, PictureTooLarge},
	} {
		_, err := Picture{Data: c.data, Name: "f"}.open()
		var fault *PictureError
		if !errors.As(err, &fault) || fault.Fault != c.want || fault.Name != "f" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDeepPNG is a PNG that PDF writers refuse: it is written anew.
func TestDeepPNG(t *testing.T) {
	img := image.NewNRGBA64(image.Rect(0, 0, 5, 5))
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := PDF(&out, Paper{Body: []Block{Pictures{Slots: []Picture{{Data: b.Bytes()}}}}}); err != nil {
		t.Error(err)
	}
}

func FuzzStrip(f *testing.F) {
	f.Add(tagged(6))
	f.Add(logo())
	f.Add([]byte("\x00\x00\x00\x18ftypheic"))
	f.Fuzz(func(t *testing.T, data []byte) {
		out, err := Strip(data)
		var fault *PictureError
		if err != nil && !errors.As(err, &fault) {
			t.Fatalf("an error of another kind: %v", err)
		}
		if bytes.Contains(out, []byte("Exif\x00\x00MM")) {
			t.Fatal("Exif is still there")
		}
	})
}
