package kit

import (
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"

	tea "charm.land/bubbletea/v2"
)

// scanned feeds bytes as a terminal delivers them, and gives the codes and the text that went on to the field. Keys that
// pass are written in brackets.
func scanned(t *testing.T, typed string) (codes []string, field string) {
	t.Helper()
	s := &Scan{Alphabet: "0123456789ABCDEFGHJKMNPQRSTVWXYZ", Longest: 12}
	var decoder uv.EventDecoder
	for rest := []byte(typed); len(rest) > 0; {
		n, event := decoder.Decode(rest)
		rest = rest[n:]
		press, ok := event.(uv.KeyPressEvent)
		if !ok {
			t.Fatalf("%q is no key", typed)
		}
		k := tea.KeyPressMsg(press)
		read := s.Feed(k)
		if read.Code != "" {
			codes = append(codes, read.Code)
		}
		field += read.Back
		switch {
		case read.Consumed:
		case k.Text != "":
			field += k.Text
		default:
			field += "[" + k.String() + "]"
		}
	}
	return codes, field + s.Held()
}

func TestScan(t *testing.T) {
	for _, test := range []struct{ typed, codes, field string }{
		{"~K7F3Q2X\r", "K7F3Q2X", ""},
		{"~K7F3Q2X\n", "K7F3Q2X", ""},
		{"~K7F3Q2X\r\n", "K7F3Q2X", ""},
		{"~K7F3Q2X\t", "K7F3Q2X", ""},
		{"~k7f3q2x\r", "K7F3Q2X", ""},
		{"~K7\r\n~K8\r\n\r", "K7 K8", "[enter]"},
		{"~K7\r~K8\r\n", "K7 K8", ""},
		{"~K7\ta", "K7", "a"},
		{"su~K7\rya", "K7", "suya"},
		{"~K7 x", "", "~K7 x"},
		{"~\r", "", "~[enter]"},
		{"~", "", "~"},
		{"~~K7\r", "K7", "~"},
		{"~K\x7fx", "", "~K[backspace]x"},
		{"~IL\r", "", "~IL[enter]"},
		{"~" + strings.Repeat("K", 13) + "\r", "", "~" + strings.Repeat("K", 13) + "[enter]"},
		{"\n", "", "[ctrl+j]"},
		{"\r\n", "", "[enter][ctrl+j]"},
	} {
		codes, field := scanned(t, test.typed)
		if got := strings.Join(codes, " "); got != test.codes || field != test.field {
			t.Errorf("%q: codes %q, field %q; want %q, %q", test.typed, got, field, test.codes, test.field)
		}
	}
}

func TestScanEscGivesBack(t *testing.T) {
	s := &Scan{Alphabet: "ABC", Longest: 5}
	for _, k := range []string{"~", "a"} {
		s.Feed(key(k))
	}
	if s.Held() != "~a" {
		t.Errorf("held %q", s.Held())
	}
	if got := s.Feed(key("esc")); got != (Read{Back: "~a", Consumed: true}) {
		t.Errorf("Esc gave %+v", got)
	}
	if got := s.Feed(key("esc")); got != (Read{}) {
		t.Errorf("the second Esc gave %+v", got)
	}
}

// FuzzScan types anything: nothing typed is lost but what became a code, its prefix and its end.
func FuzzScan(f *testing.F) {
	f.Add("~K7\rsuyatno~")
	f.Add("~~~\t~K\n")
	f.Fuzz(func(t *testing.T, typed string) {
		s := &Scan{Alphabet: "ABCDEFG", Longest: 4}
		in, out := "", ""
		for _, r := range typed {
			k := tea.KeyPressMsg{Code: r, Text: string(r)}
			if r == '\r' {
				k = key("enter")
			}
			in += k.Text
			read := s.Feed(k)
			out += read.Back
			if read.Code != "" {
				out += "~" + read.Code
			}
			if !read.Consumed {
				out += k.Text
			}
		}
		if out += s.Held(); !strings.EqualFold(in, out) {
			t.Errorf("%q came out as %q", in, out)
		}
	})
}
