package kit

import (
	"context"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
	"hadir/ui/theme"
)

// hostile is text that would tear a screen apart, move its cursor, or make the terminal answer.
var hostile = []string{
	"\x1b[31mmerah\x1b[0m", "\x1b]8;;http://x\x07tautan\x1b]8;;\x07", "\x1bP1$qm\x1b\\", "\x1b_apc\x1b\\",
	"\u009b31m", "\x9b31m", "\x1b]52;c;aGFsbG8=\x07", "\x1b]0;judul", "\x1b[6n", "\x1bc\x1b[?1049l\x1b[10A",
	"a\rb\nc\vd\fe\tf\u0085g\u2028h", "\u202eterbalik\u202c", "a\u200b\ufeffb\u3164", "क्\u200dष می\u200cخواهم", "e" + strings.Repeat("\u0301", 200),
	"\xff\xfe rusak \xc3", strings.Repeat("表", 500), strings.Repeat("x", 100_000), "a\x00b\x7f", "👩\u200d👩\u200d👧\u200d👦🇮🇩❤️",
}

// TestSweep draws every widget at every size, before and after keys, with hostile words in it.
func TestSweep(t *testing.T) {
	for name, w := range everyWidget(Look{theme.New(theme.Options{}), lang.New(lang.English)}) {
		t.Run(name, func(t *testing.T) {
			for _, keys := range [][]string{nil, {"down", "a", "right"}, {"end", "tab", "x"}, {"pgdown", "tab", "tab", "space"}, {"esc"}} {
				press(w, keys...)
				sweep(t, w)
			}
		})
	}
	for name, w := range everyWidget(Look{theme.New(theme.Options{NoColor: true, ASCII: true}), lang.New(lang.Indonesian)}) {
		t.Run(name+", ASCII", func(t *testing.T) { sweep(t, w) })
	}
}

func sweep(t *testing.T, w widget) {
	t.Helper()
	for _, width := range []int{-1, 0, 1, 2, 3, 7, 25, 40, 50, 80, 200} {
		for _, high := range []int{-1, 0, 1, 2, 3, 5, 24, 60} {
			if err := measure(w.View(width, high), width, high); err != nil {
				t.Fatal(err)
			}
			x, y, ok := w.Cursor()
			if ok && width > 1 && high > 0 && (x < 0 || x > width || y < 0 || y >= high) {
				t.Fatalf("%dx%d: cursor at %d,%d", width, high, x, y)
			}
		}
	}
}

// everyWidget makes one of each, full of hostile words.
func everyWidget(look Look) map[string]widget {
	all := strings.Join(hostile, " ")
	named := lang.Of("kit.not-now", "why", all)
	var options []Option
	for i, s := range hostile {
		options = append(options, Option{Value: strconv.Itoa(i), Name: s})
	}
	list := func() *List[string] {
		l := NewList(look, func(s string) string { return s }, NewTable(look,
			Column[string]{Title: "kit.yes", Size: Size{Fixed: 5}, Right: true, Text: func(s string) string { return s[:1] }},
			Column[string]{Title: "kit.no", Size: Size{Min: 10}, Text: func(s string) string { return s }},
			Column[string]{Title: "kit.of", Size: Size{Min: 20, Share: 2}, Text: func(s string) string { return s + s }},
		).Row)
		l.Show(Slice[string](hostile))
		return l
	}
	empty := NewList(look, func(s string) string { return s }, func(s string, w int) string { return s })
	empty.Empty = named
	input, secret, area := NewInput(look), NewInput(look), NewArea(look)
	input.SetValue(all)
	secret.Secret = true
	secret.SetValue(all)
	area.SetValue(strings.Join(hostile, "\n"))
	choice := NewChoice(look, options...)
	choice.SetValue("3")
	bindings := Bindings{
		{Keys: []string{"enter"}, Label: "kit.save", Do: func() tea.Cmd { return nil }},
		{Keys: []string{"ctrl+r", "f2"}, Label: "kit.discard", Do: func() tea.Cmd { return nil }, Disabled: func() (lang.Phrase, bool) { return named, true }},
	}
	grid := NewGrid(look, GridColumn{Title: "kit.yes", Size: Size{Fixed: 12}},
		GridColumn{Title: "kit.no", Size: Size{Min: 10}, Check: func(string) lang.Phrase { return named }}, GridColumn{Title: "kit.of", Size: Size{Min: 30}})
	grid.SetRows([][]string{hostile[:3], hostile[3:6], hostile[6:9], hostile[15:18]})
	find := NewFind(look, func(string) ([]Option, tea.Cmd) { return options, nil })
	toast := NewToast(look)
	toast.Show(Bad, named)
	progress := NewProgress(look, named)
	progress.Set(41_000, 62_000)
	return map[string]widget{
		"input": input, "input, secret": secret, "input, empty": NewInput(look), "area": area, "area, empty": NewArea(look),
		"list": list(), "list, empty": empty, "choice": choice, "find": find, "grid": grid, "grid, empty": NewGrid(look, GridColumn{Title: "kit.yes"}),
		"pick":    NewPick(look, named, list(), func(string) tea.Cmd { return nil }),
		"confirm": NewConfirm(look, named, Answer{Label: "kit.resume"}, Answer{Label: "kit.discard"}),
		"resume":  NewResume(look, all, nil, nil),
		"help":    NewHelp(look, Keys{Title: "kit.save", Bindings: bindings}, Keys{Title: "kit.no", Bindings: bindings}),
		"palette": NewPalette(look, bindings), "form": sweepForm(look, all, options),
		"toast": still{toast.View}, "progress": still{progress.View},
		"frame": still{func(w, h int) string {
			return Frame(w, h, look.Cut(all, 60), Footer(look, bindings, w), func(w, h int) string { return look.Cut(all, w) })
		}},
	}
}

// sweepForm has a field of each kind, each in trouble.
func sweepForm(look Look, all string, options []Option) widget {
	named := lang.Of("kit.not-now", "why", all)
	form := NewForm(look, []Field{
		{ID: "name", Label: "kit.save", Required: true, Hint: "kit.palette-hint", Check: func(string) lang.Phrase { return named }},
		{ID: "date", Label: "kit.yes", Echo: func(s string) (string, lang.Phrase) { return s, lang.Phrase{} }},
		{ID: "note", Label: "kit.no", Kind: AreaField},
		{ID: "kind", Label: "kit.of", Kind: ChoiceField, Options: options},
		{ID: "print", Label: "kit.which", Kind: ToggleField},
		{ID: "who", Label: "kit.leave", Kind: FindField, Suggest: func(string) ([]Option, tea.Cmd) { return options, nil }},
	}, func(map[string]string) tea.Cmd { return nil }, func() tea.Cmd { return nil })
	form.Restore(map[string]string{"name": all, "date": all, "note": strings.Join(hostile, "\n"), "kind": "3"})
	form.Failed(named)
	return form
}

// still is a drawing that takes no keys.
type still struct{ view func(w, h int) string }

func (s still) Update(tea.Msg) tea.Cmd      { return nil }
func (s still) View(w, h int) string        { return s.view(w, h) }
func (s still) Cursor() (x, y int, ok bool) { return 0, 0, false }

func TestFit(t *testing.T) {
	reads(t, Fit("satu\ndua dua\ntiga", 6, 2), "satu", "dua d")
	reads(t, Fit("satu", 80, 3), "satu", "", "")
	reads(t, Fit("表表", 4, 1), "表")
	if got := Fit("\x1b[1mtebal\x1b[m", 4, 1); got != "\x1b[1mteb\x1b[m" {
		t.Errorf("a cut style does not end: %q", got)
	}
}

func TestFrame(t *testing.T) {
	body := func(w, h int) string { return strings.Repeat("isi\n", h) }
	reads(t, Frame(20, 5, "PINTU", "F1 bantuan", body), "PINTU", "isi", "isi", "isi", "F1 bantuan")
	reads(t, Frame(20, 2, "PINTU", "F1 bantuan", body), "PINTU", "isi")
	reads(t, Frame(20, 1, "PINTU", "F1 bantuan", body), "isi")
	reads(t, Frame(20, 3, "", "", body), "isi", "isi", "isi")
}

func TestShift(t *testing.T) {
	if got := Shift(tea.MouseClickMsg{X: 5, Y: 7}, 2, 3).(tea.MouseClickMsg); got.X != 3 || got.Y != 4 {
		t.Errorf("click at %d,%d", got.X, got.Y)
	}
	if got := Shift(tea.MouseWheelMsg{X: 5, Y: 7}, 5, 7).(tea.MouseWheelMsg); got.X != 0 || got.Y != 0 {
		t.Errorf("wheel at %d,%d", got.X, got.Y)
	}
	if got := Shift(context.Canceled, 1, 1); got != context.Canceled {
		t.Errorf("another message became %v", got)
	}
}

func TestCut(t *testing.T) {
	look := plain()
	for _, test := range []struct {
		in   string
		w    int
		want string
	}{
		{"Punjulharjo", 11, "Punjulharjo"},
		{"Punjulharjo", 10, "Punjulhar…"},
		{"Punjulharjo", 1, "…"},
		{"Punjulharjo", 0, ""},
		{"表表表", 5, "表表…"},
		{"表表表", 4, "表…"},
		{"e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"},
		{"satu\ndua", 20, "satu dua"},
		{"\x1b[31mx", 20, "␛[31mx"},
	} {
		if got := look.Cut(test.in, test.w); got != test.want {
			t.Errorf("Cut(%q, %d) = %q, want %q", test.in, test.w, got, test.want)
		}
		if got := Width(look.Cell(test.in, test.w)); got != test.w {
			t.Errorf("Cell(%q, %d) is %d cells wide", test.in, test.w, got)
		}
	}
	narrow := Look{theme.New(theme.Options{ASCII: true}), look.Lang}
	if got := narrow.Cut("Punjulharjo", 6); got != "Pun..." {
		t.Errorf("in ASCII %q", got)
	}
	if got := narrow.Cut("Punjulharjo", 2); got != "Pu" {
		t.Errorf("where the ellipsis has no room %q", got)
	}
}
