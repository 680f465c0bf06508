package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/vt"
	"github.com/google/go-cmp/cmp"
)

// element is one thing in a picture, as a reader of SVG understands it.
type element struct {
	name, text string
	attributes map[string]string
}

// parse reads a picture as XML; what is not well formed fails the test.
func parse(t *testing.T, picture []byte) []element {
	t.Helper()
	var out []element
	for d := xml.NewDecoder(bytes.NewReader(picture)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, picture)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{name: token.Name.Local, attributes: map[string]string{}}
			for _, a := range token.Attr {
				e.attributes[a.Name.Local] = a.Value
			}
			out = append(out, e)
		case xml.CharData:
			if len(out) > 0 {
				out[len(out)-1].text += strings.TrimRight(string(token), "\n")
			}
		}
	}
}

// shown gives what an emulator of 20x2 shows after some output, with the cursor hidden.
func shown(output string) sight {
	em := vt.NewEmulator(20, 2)
	_, _ = em.WriteString(output)
	return look(em, false)
}

// words are the texts of a picture: where each begins, in cells, how many it takes, and its paint in short.
func words(t *testing.T, s sight) []string {
	t.Helper()
	var out []string
	for _, e := range parse(t, s.draw("test")) {
		if e.name != "text" {
			continue
		}
		a := e.attributes
		x := math.Round((length(t, a["x"]) - margin) / cellWidth)
		n := math.Round(length(t, a["textLength"]) / cellWidth)
		paint := a["fill"] + " " + a["font-weight"] + a["font-style"] + a["opacity"]
		out = append(out, fmt.Sprintf("%v+%v %q %s", x, n, e.text, strings.TrimSpace(paint)))
	}
	return out
}

func length(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTexts(t *testing.T) {
	for _, test := range []struct {
		name, output string
		want         []string
	}{
		{"words stay together, columns do not", "Titik Adi  no.2", []string{`0+9 "Titik Adi" #d7dde4`, `11+4 "no.2" #d7dde4`}},
		{"markup is text", "<b> & \"c\"", []string{`0+9 "<b> & \"c\"" #d7dde4`}},
		{"colours and weight part a text", "\x1b[36mF1\x1b[m \x1b[1mhelp\x1b[m", []string{`0+2 "F1" #56d4dd`, `3+4 "help" #d7dde4 bold`}},
		{"reverse swaps", "\x1b[7mrow\x1b[m", []string{`0+3 "row" #161b22`}},
		{"faint and italic", "\x1b[2ma\x1b[m\x1b[3mb\x1b[m", []string{`0+1 "a" #d7dde4 0.6`, `1+1 "b" #d7dde4 italic`}},
		{"hidden text is not told", "a\x1b[8msecret\x1b[mb", []string{`0+1 "a" #d7dde4`, `7+1 "b" #d7dde4`}},
		{"wide characters take two cells", "日本 x", []string{`0+6 "日本 x" #d7dde4`}},
		{"true colours", "\x1b[38;2;1;2;3mx\x1b[m", []string{`0+1 "x" #010203`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, words(t, shown(test.output))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestBars(t *testing.T) {
	for _, test := range []struct {
		name, output string
		want         []string // colour, width, height of each after the screen itself
	}{
		{"plain", "abc", nil},
		{"a selected row is one bar, blanks too", "\x1b[7ma  b\x1b[m", []string{"#d7dde4 33.6 17"}},
		{"a background", "\x1b[41ma\x1b[42mb\x1b[m", []string{"#ff7b72 8.4 17", "#56d364 8.4 17"}},
		{"underlined blanks", "\x1b[4ma b\x1b[m", []string{"#d7dde4 25.2 1"}},
		{"struck through", "\x1b[31;9mab\x1b[m", []string{"#ff7b72 16.8 1"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, e := range parse(t, shown(test.output).draw("test")) {
				if a := e.attributes; e.name == "rect" && a["rx"] == "" {
					got = append(got, strings.Join([]string{a["fill"], a["width"], a["height"]}, " "))
				}
			}
			if d := cmp.Diff(test.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestCursor(t *testing.T) {
	em := vt.NewEmulator(20, 2)
	_, _ = em.WriteString("su")
	if got := look(em, true)[0][2].paint.back; got != cursorColour {
		t.Errorf("after the text it is painted %q", got)
	}
	if got := look(em, false)[0][2].paint.back; got != "" {
		t.Errorf("hidden, it is painted %q", got)
	}
}

// TestReadable holds the colours of words against the screen: 4.5 to 1 is what WCAG asks for text of this size.
func TestReadable(t *testing.T) {
	for n, c := range sixteen() {
		if n == 0 {
			continue
		}
		if got := contrast(t, c, screenColour); got < 4.5 {
			t.Errorf("colour %d, %s: %.1f", n, c, got)
		}
	}
	if got := contrast(t, textColour, screenColour); got < 7 {
		t.Errorf("plain text: %.1f", got)
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	light, dark := luminance(t, a), luminance(t, b)
	return (max(light, dark) + 0.05) / (min(light, dark) + 0.05)
}

// luminance is WCAG 2's relative luminance.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	v, err := strconv.ParseUint(colour[1:], 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	part := func(shift int) float64 {
		c := float64(v>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
}

// FuzzDraw draws whatever a cell may hold: the picture must be well formed, and show text that XML can hold as it is.
func FuzzDraw(f *testing.F) {
	for _, s := range []string{"a", "<", "]]>", "&amp;", "\x00", "\x1b[31m", "\xff", "日", "\u202e", "\ufffe", "é\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := sight{row{{text: "|", cells: 1}, {text: text, cells: 1}, {text: "|", cells: 1}}}
		var all string
		for _, e := range parse(t, s.draw(text)) {
			if e.name == "text" {
				all += e.text
			}
		}
		if !strings.HasPrefix(all, "|") || !strings.HasSuffix(all, "|") {
			t.Errorf("%q is drawn as %q", text, all)
		}
	})
}

func TestEveryPictureIsTakenOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, to := range tours() {
		for i, s := range to.steps {
			if len(s.words) == 0 {
				t.Errorf("hadir %v, step %d waits for nothing", to.args, i+1)
			}
			if s.picture != "" && seen[s.picture] {
				t.Errorf("%s is taken twice", s.picture)
			}
			seen[s.picture] = true
		}
	}
}
