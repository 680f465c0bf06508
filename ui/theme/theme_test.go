package theme

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// named lists the styles of s by what they mean.
func named(s *Styles) map[string]lipgloss.Style {
	return map[string]lipgloss.Style{
		"Text": s.Text, "Muted": s.Muted, "Accent": s.Accent, "Title": s.Title, "Good": s.Good, "Warn": s.Warn, "Bad": s.Bad,
		"Selected": s.Selected, "Border": s.Border, "Match": s.Match,
	}
}

// codes gives the numbers of the escape sequences that a style opens with.
func codes(t *testing.T, style lipgloss.Style) []int {
	t.Helper()
	before, _, _ := strings.Cut(style.Render("x"), "x")
	var all []int
	for _, sequence := range regexp.MustCompile(`\x1b\[([0-9;]*)m`).FindAllStringSubmatch(before, -1) {
		for _, code := range strings.Split(sequence[1], ";") {
			n, err := strconv.Atoi(code)
			if err != nil {
				t.Fatalf("%q: %v", before, err)
			}
			all = append(all, n)
		}
	}
	return all
}

// TestSixteenColoursAtMost looks at what is sent: 30-37 and 90-97 for letters, nothing of 256 colours, no backgrounds.
func TestSixteenColoursAtMost(t *testing.T) {
	coloured := 0
	for _, contrast := range []bool{false, true} {
		for name, style := range named(New(Options{HighContrast: contrast})) {
			for _, code := range codes(t, style) {
				switch {
				case code == 1 || code == 4 || code == 7:
				case code >= 30 && code <= 37 || code >= 90 && code <= 97:
					coloured++
				default:
					t.Errorf("%s sends %d", name, code)
				}
			}
		}
	}
	if coloured == 0 {
		t.Error("no style has a colour")
	}
}

func TestNoColourSendsNone(t *testing.T) {
	for name, style := range named(New(Options{NoColor: true, HighContrast: true})) {
		for _, code := range codes(t, style) {
			if code != 1 && code != 4 && code != 7 {
				t.Errorf("%s sends %d", name, code)
			}
		}
	}
}

// TestHighContrastHasNothingDim allows the text's own colour and the bright ones.
func TestHighContrastHasNothingDim(t *testing.T) {
	for name, style := range named(New(Options{HighContrast: true})) {
		for _, code := range codes(t, style) {
			if code == 2 || code >= 30 && code <= 37 || code == 90 {
				t.Errorf("%s sends %d", name, code)
			}
		}
	}
}

// TestMeaningIsNeverColourAlone holds apart, as plain characters, what means different things.
func TestMeaningIsNeverColourAlone(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		s := New(Options{ASCII: ascii})
		for _, pair := range [][2]string{
			{s.Mark, s.NoMark}, {s.WarnMark, s.BadMark}, {s.Box.Chosen, s.Box.Open}, {s.Box.Full, s.Box.Empty},
		} {
			if pair[0] == pair[1] || ansi.StringWidth(pair[0]) != ansi.StringWidth(pair[1]) {
				t.Errorf("%q and %q: not two marks of one width", pair[0], pair[1])
			}
		}
	}
}

func TestASCII(t *testing.T) {
	s := New(Options{ASCII: true})
	all := s.Box.Across + s.Box.Down + s.Box.Full + s.Box.Empty + s.Box.Chosen + s.Box.Open +
		s.Ellipsis + s.Mark + s.NoMark + s.WarnMark + s.BadMark + s.FieldBefore + s.FieldAfter + s.MatchBefore + s.MatchAfter
	for _, r := range all {
		if r < ' ' || r > '~' {
			t.Errorf("%q is drawn in ASCII mode", r)
		}
	}
	for _, line := range []string{New(Options{}).Box.Across, New(Options{}).Box.Down} {
		if r := []rune(line); len(r) != 1 || r[0] < 0x2500 || r[0] > 0x257f {
			t.Errorf("%q is no light box drawing", line)
		}
	}
}
