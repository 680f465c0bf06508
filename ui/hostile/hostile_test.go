package main

import (
	"path/filepath"
	"testing"
)

// TestHostileText sends some strings through every way and to every screen; go run ./ui/hostile sends a million. Its own control, a
// screen that does not filter, has to be caught before.
func TestHostileText(t *testing.T) {
	r, err := send(800, 1)
	if err != nil || r.strings < 800 || r.frames < 50 || r.cells < 1000 || r.caught == 0 {
		t.Error(r, err)
	}
	t.Log(r)
}

func TestForeign(t *testing.T) {
	for _, s := range []string{"Budi", "Budi\nSri", "Ma’ruf", "漢字", "a\u0301", "ک\u200cت", "│ ␛[31m"} {
		if what := foreign(s, true); what != "" {
			t.Errorf("%q is taken for %s", s, what)
		}
	}
	if foreign("\x1b[1;38;5;4mBudi\x1b[m", true) != "" || foreign("\x1b[1mBudi", false) == "" {
		t.Error("colours")
	}
	for _, s := range pieces() {
		r := false
		for _, c := range s {
			r = r || c < ' ' && c != '\n' || hides(c) || c == '\uFFFD'
		}
		if r && foreign(s, true) == "" && colour(s) != len(s) {
			t.Errorf("%q is not caught", s)
		}
	}
}

// TestStreamSeesWhatIsCutInTwo gives sequences and letters in two writes each.
func TestStreamSeesWhatIsCutInTwo(t *testing.T) {
	whole := "Budi \x1b[1m漢é\x1b[0m \x1b]2;Hadir\x07 \x1b[2;3HSri"
	for i := range len(whole) {
		var told []string
		s := newStream(map[string]bool{"\x1b]2;Hadir\x07": true}, func(where, what string) { told = append(told, what) })
		for _, part := range []string{whole[:i], whole[i:]} {
			if _, err := s.Write([]byte(part)); err != nil {
				t.Fatal(err)
			}
		}
		if len(told) > 0 {
			t.Errorf("cut at %d: %v", i, told)
		}
		if _, err := s.Write([]byte("\x1b]52;c;aA==\x07")); err != nil || len(told) != 1 {
			t.Errorf("cut at %d: the clipboard: %v, %v", i, told, err)
		}
	}
}

// TestComputedCells is the control of the judge of files.
func TestComputedCells(t *testing.T) {
	b := &batch{into: &result{}, dir: t.TempDir()}
	for _, s := range []string{"=1+1", "＝1", "@x", "\t=1", "+62", "-1"} {
		b.cell(s)
	}
	if b.into.foreign != 6 {
		t.Errorf("%d of 6", b.into.foreign)
	}
	if b.cell("'=1"); b.into.foreign != 6 {
		t.Error("a guarded cell is taken for one that is computed")
	}
	if err := b.workbook(filepath.Join("..", "..", "store", "exchange", "testdata", "none.xlsx")); err == nil {
		t.Error("a workbook that is not there")
	}
}
