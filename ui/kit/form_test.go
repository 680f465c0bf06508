package kit

import (
	"errors"
	"maps"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
	"hadir/ui/theme"
)

// desk holds a form with a field of each kind, and what came of it.
type desk struct {
	*Form
	saved    []map[string]string
	left     int
	searched []string
}

func newDesk() *desk {
	d := &desk{}
	d.Form = NewForm(Look{theme.New(theme.Options{NoColor: true, ASCII: true}), lang.New(lang.Indonesian)}, []Field{
		{ID: "name", Label: "kit.save", Required: true},
		{ID: "due", Label: "kit.discard", Echo: weekday},
		{ID: "note", Label: "kit.resume", Kind: AreaField, Rows: 2},
		{ID: "kind", Label: "kit.which", Kind: ChoiceField, Options: []Option{{Value: "a", Name: "Asli"}, {Value: "b", Name: "Baru"}}},
		{ID: "secret", Label: "kit.no", Kind: ToggleField},
		{ID: "who", Label: "kit.yes", Kind: FindField, Suggest: d.suggest},
	}, func(values map[string]string) tea.Cmd {
		d.saved = append(d.saved, values)
		return does("save")()
	}, func() tea.Cmd {
		d.left++
		return nil
	})
	return d
}

// weekday understands one word.
func weekday(s string) (string, lang.Phrase) {
	if s == "besok" {
		return "Rabu, 22 November 2023", lang.Phrase{}
	}
	return "", lang.Of("kit.find-none")
}

func (d *desk) suggest(query string) ([]Option, tea.Cmd) {
	d.searched = append(d.searched, query)
	if query == "nanti" {
		return nil, does("search")()
	}
	var hits []Option
	for _, o := range []Option{{Value: "p1", Name: "Sutrisno, Desa Pulo"}, {Value: "p2", Name: "Sutrisno, Desa Weton"}, {Value: "p3", Name: "Suyatno"}} {
		if strings.HasPrefix(strings.ToLower(o.Name), strings.ToLower(query)) {
			hits = append(hits, o)
		}
	}
	return hits, nil
}

func TestFormView(t *testing.T) {
	d := newDesk()
	reads(t, d.View(70, 8),
		"> Simpan *          [                                               ]",
		"  Buang             [                                               ]",
		"  Lanjutkan         |",
		"                    |",
		"  {n} dari {total}  ( ) Asli  ( ) Baru",
		"  Tidak             ( ) Ya  (*) Tidak",
		"  Ya                [                                               ]",
		"  [ Simpan ]  Ctrl+S")
	reads(t, d.View(30, 4), "> Simpan *", "  [                         ]", "  Buang", "  [                         ]")
	d.Focus("kind")
	reads(t, d.View(30, 3), "  |", "> {n} dari {total}", "  ( ) Asli  ( ) Baru")
}

func TestFormMoves(t *testing.T) {
	d := newDesk()
	for _, step := range []struct{ key, want string }{
		{"tab", "due"},
		{"enter", "note"},
		{"enter", "note"},
		{"down", "note"},
		{"tab", "kind"},
		{"down", "secret"},
		{"shift+tab", "kind"},
		{"enter", "secret"},
		{"tab", "who"},
		{"up", "secret"},
		{"tab", "who"},
		{"tab", ""},
		{"tab", ""},
		{"shift+tab", "who"},
	} {
		press(d, step.key)
		if d.Focused() != step.want {
			t.Fatalf("%s went to %q, want %q", step.key, d.Focused(), step.want)
		}
	}
}

func TestFormSaves(t *testing.T) {
	d := newDesk()
	enter(d, "Suyatno")
	press(d, "tab")
	enter(d, "besok")
	press(d, "tab")
	enter(d, "baris 1")
	press(d, "enter")
	enter(d, "baris 2")
	press(d, "tab", "b", "tab", "left", "tab")
	enter(d, "sutrisno")
	press(d, "down", "enter", "enter")
	if d.Focused() != "" {
		t.Fatalf("Enter on the last field went to %q", d.Focused())
	}
	cmd := press(d, "enter")
	want := map[string]string{
		"name": "Suyatno", "due": "besok", "note": "baris 1\nbaris 2", "kind": "b", "secret": Yes, "who": "p2", "who.text": "Sutrisno, Desa Weton",
	}
	if len(d.saved) != 1 || !maps.Equal(d.saved[0], want) || cmd == nil {
		t.Fatalf("saved %v", d.saved)
	}
	press(d, "ctrl+s")
	if len(d.saved) != 1 {
		t.Error("a second Ctrl+S saved twice")
	}
	press(d, "esc")
	if d.left != 0 {
		t.Error("Esc left while saving")
	}
	d.Saved()
	if d.Changed() {
		t.Error("changed after it was saved")
	}
	if press(d, "esc"); d.left != 1 {
		t.Error("Esc did not leave an unchanged form")
	}
}

// TestFormKeepsTypingDuringASave types on while a slow disk writes: that is not saved, and not lost.
func TestFormKeepsTypingDuringASave(t *testing.T) {
	d := newDesk()
	enter(d, "Suyatno")
	press(d, "ctrl+s")
	enter(d, " B")
	d.Saved()
	if !d.Changed() || d.Snapshot()["name"] != "Suyatno B" {
		t.Errorf("after saving %v, changed %v", d.Snapshot(), d.Changed())
	}
	if press(d, "ctrl+s"); len(d.saved) != 2 || d.saved[1]["name"] != "Suyatno B" {
		t.Errorf("saved %v", d.saved)
	}
}

func TestFormSaysWhatIsWrong(t *testing.T) {
	d := newDesk()
	press(d, "tab")
	enter(d, "kapan-kapan")
	press(d, "tab")
	begins(t, d.View(60, 12),
		"  Simpan *          [                                     ]", "                    ! Wajib diisi.",
		"  Buang             [kapan-kapan                          ]", "                    ! Tidak ditemukan.")
	press(d, "ctrl+s")
	if len(d.saved) != 0 || d.Focused() != "name" {
		t.Errorf("saved %v, focus on %q", d.saved, d.Focused())
	}
	enter(d, "x")
	press(d, "tab", "ctrl+u")
	enter(d, "besok")
	begins(t, d.View(60, 12),
		"  Simpan *          [x                                    ]",
		"> Buang             [besok                                ]", "                    = Rabu, 22 November 2023")
	if press(d, "ctrl+s"); len(d.saved) != 1 {
		t.Error("a mended form was not saved")
	}
	d.Reject("due", lang.Of("kit.choose-one"))
	if d.Focused() != "due" || !strings.Contains(d.View(60, 20), "Pilih salah satu") || !strings.Contains(d.View(80, 20), "Belum tersimpan.") {
		t.Errorf("after Reject\n%s", d.View(60, 20))
	}
	press(d, "ctrl+s")
	d.Failed(lang.Of("kit.not-now", "why", errors.New("disk")))
	if !strings.Contains(d.View(90, 20), "! belum dapat dipakai: disk") || !d.Changed() {
		t.Errorf("after Failed\n%s", d.View(90, 20))
	}
}

func TestFormAsksBeforeLeaving(t *testing.T) {
	d := newDesk()
	enter(d, "x")
	press(d, "esc")
	if d.left != 0 || !strings.Contains(d.View(80, 12), "Ada isian yang belum disimpan.") {
		t.Fatalf("Esc asked nothing\n%s", d.View(80, 12))
	}
	if press(d, "esc"); d.left != 0 || d.Snapshot()["name"] != "x" {
		t.Error("a second Esc lost what was typed")
	}
	if press(d, "esc", "right", "enter"); len(d.saved) != 1 {
		t.Error("the question's Simpan did not save")
	}
	d.Failed(lang.Of("kit.not-saved"))
	if press(d, "esc", "left", "enter"); d.left != 1 {
		t.Error("Buang did not leave")
	}
}

func TestFormDraft(t *testing.T) {
	d := newDesk()
	d.Fill(map[string]string{"name": "Suyatno", "who": "p3", "who.text": "Suyatno"})
	if d.Changed() {
		t.Error("a filled form counts as changed")
	}
	draft := d.Snapshot()
	draft["note"] = "lanjutan"
	again := newDesk()
	again.Restore(draft)
	if !again.Changed() || !maps.Equal(again.Snapshot(), draft) {
		t.Errorf("restored %v from %v", again.Snapshot(), draft)
	}
}

func TestFind(t *testing.T) {
	d := newDesk()
	d.Focus("who")
	enter(d, "sut")
	if got := d.searched[len(d.searched)-1]; got != "sut" {
		t.Errorf("searched %q", got)
	}
	d.View(60, 20)
	if view := d.View(60, 20); !strings.Contains(view, "> Sutrisno, Desa Pulo") || !strings.Contains(view, "  Sutrisno, Desa Weton") {
		t.Fatalf("suggestions are not shown\n%s", view)
	}
	press(d, "tab")
	if d.Snapshot()["who"] != "" || !strings.Contains(d.View(60, 20), "Pilih salah satu dari daftar.") {
		t.Error("half a name was taken for a record")
	}
	d.Focus("who")
	press(d, "ctrl+u")
	enter(d, "SUYATNO")
	press(d, "esc", "down", "tab")
	if d.Snapshot()["who"] != "p3" {
		t.Errorf("a name typed in full is %q", d.Snapshot()["who"])
	}
	d.Focus("who")
	press(d, "backspace")
	if d.Snapshot()["who"] != "" {
		t.Error("other words still name the record")
	}
}

// TestFindLater lets suggestions arrive by message, in time and too late.
func TestFindLater(t *testing.T) {
	d := newDesk()
	d.Focus("who")
	enter(d, "nanti")
	d.Update(Suggestions{Field: "who", Query: "nant", Options: []Option{{Value: "old", Name: "Lama"}}})
	if strings.Contains(d.View(60, 20), "Lama") {
		t.Error("suggestions for other words are shown")
	}
	d.Update(Suggestions{Field: "elsewhere", Query: "nanti", Options: []Option{{Value: "old", Name: "Lama"}}})
	d.Update(Suggestions{Field: "who", Query: "nanti", Options: []Option{{Value: "new", Name: "Nanti saja"}}})
	press(d, "enter")
	if d.Snapshot()["who"] != "new" {
		t.Errorf("chose %q", d.Snapshot()["who"])
	}
	d.Update(Suggestions{Field: "who", Query: "Nanti saja", Options: []Option{{Value: "old", Name: "Lama"}}})
	if strings.Contains(d.View(60, 20), "Lama") {
		t.Error("suggestions are shown after one was chosen")
	}
}

func TestFindFree(t *testing.T) {
	f := NewFind(plain(), (&desk{}).suggest)
	f.Free = true
	enter(f, "sutrisno")
	if press(f, "enter"); f.Value() != "" {
		t.Error("Enter took a suggestion that nobody had marked")
	}
	press(f, "down", "up", "down", "enter")
	if f.Value() != "p1" || f.Text() != "Sutrisno, Desa Pulo" {
		t.Errorf("chose %q, %q", f.Value(), f.Text())
	}
}

func TestFormClick(t *testing.T) {
	d := newDesk()
	enter(d, "Suyatno")
	d.View(70, 8)
	d.Update(tea.MouseClickMsg{X: 30, Y: 1})
	enter(d, "besok")
	d.View(70, 9)
	d.Update(tea.MouseClickMsg{X: 23, Y: 1})
	enter(d, "X")
	if d.View(70, 12); d.Focused() != "due" || d.Snapshot()["due"] != "beXsok" {
		t.Errorf("focus on %q, %v", d.Focused(), d.Snapshot())
	}
	d.Update(tea.MouseClickMsg{X: 33, Y: 4})
	if d.Snapshot()["kind"] != "b" {
		t.Errorf("a click on a choice chose %q\n%s", d.Snapshot()["kind"], d.View(70, 12))
	}
	d.View(70, 12)
	d.Update(tea.MouseClickMsg{X: 5, Y: 8})
	if d.Focused() != "" || len(d.saved) != 0 {
		t.Errorf("a click on the button: focus on %q, saved %d times", d.Focused(), len(d.saved))
	}
}

// TestFormCursorIsOnTheFocusedField walks through the form in windows of many heights.
func TestFormCursorIsOnTheFocusedField(t *testing.T) {
	for high := 1; high < 14; high++ {
		d := newDesk()
		for range 8 {
			lines := shown(d.View(70, high))
			x, y, ok := d.Cursor()
			if !ok || y < 0 || y >= high {
				t.Fatalf("%d lines: cursor at %d,%d of %v", high, x, y, ok)
			}
			if d.Focused() != "note" && !strings.HasPrefix(lines[y], "> ") {
				t.Fatalf("%d lines: the cursor is not on the focused field\n%s", high, strings.Join(lines, "\n"))
			}
			press(d, "tab")
		}
	}
}

// TestFindFirst is a field at speaking speed: Enter takes the best and goes on, Tab leaves the words as they are.
func TestFindFirst(t *testing.T) {
	form := func() *Form {
		return NewForm(plain(), []Field{
			{ID: "who", Label: "kit.yes", Kind: FindField, Free: true, First: true, Suggest: func(string) ([]Option, tea.Cmd) {
				return []Option{{Value: "p1", Name: "Sutrisno", Note: "hadir 08.52"}, {Value: "p2", Name: "Suyatno"}}, nil
			}},
			{ID: "what", Label: "kit.no"},
		}, nil, nil)
	}
	f := form()
	enter(f, "su")
	if view := f.View(60, 20); !strings.Contains(view, "> Sutrisno  hadir 08.52") {
		t.Errorf("the first is not marked:\n%s", view)
	}
	press(f, "enter")
	if got := f.Snapshot(); got["who"] != "p1" || got["who.text"] != "Sutrisno" || f.Focused() != "what" {
		t.Errorf("chose %v, then at %q", got, f.Focused())
	}
	f = form()
	enter(f, "ibu, baris depan")
	press(f, "tab")
	if got := f.Snapshot(); got["who"] != "" || got["who.text"] != "ibu, baris depan" || f.Focused() != "what" {
		t.Errorf("took %v, then at %q", got, f.Focused())
	}
}
