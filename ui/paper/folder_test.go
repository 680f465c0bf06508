package paper

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func says(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

// TestSave tells the evening of an officer who prints, corrects in Word and prints again.
func TestSave(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "2023-11-21 tema")
	written := map[string]string{}
	save := func(content string) Saved {
		t.Helper()
		s, err := Save(dir, "laporan.docx", written, says(content))
		if err != nil {
			t.Fatal(err)
		}
		written[s.Name] = s.Digest
		return s
	}
	if s := save("satu"); s.Name != "laporan.docx" || s.Beside || s.Same {
		t.Errorf("first: %+v", s)
	}
	if s := save("satu"); !s.Same {
		t.Errorf("same again: %+v", s)
	}
	if s := save("dua"); s.Name != "laporan.docx" || s.Beside {
		t.Errorf("changed records: %+v", s)
	}
	if err := os.WriteFile(filepath.Join(dir, "laporan.docx"), []byte("disunting"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s := save("tiga"); s.Name != "laporan (2).docx" || !s.Beside {
		t.Errorf("edited by hand: %+v", s)
	}
	if s := save("empat"); s.Name != "laporan (2).docx" {
		t.Errorf("our own version beside it: %+v", s)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "laporan.docx")); string(got) != "disunting" {
		t.Errorf("the edited file holds %q", got)
	}
	if s, err := Save(dir, "laporan.docx", nil, says("lima")); err != nil || s.Name != "laporan (3).docx" {
		t.Errorf("nothing known of what was written: %+v %v", s, err)
	}
}

// TestSaveFails leaves no half file, whether the writer fails or the folder does.
func TestSaveFails(t *testing.T) {
	dir := t.TempDir()
	full := errors.New("no space left")
	_, err := Save(dir, "laporan.docx", nil, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half")
		return full
	})
	if !errors.Is(err, full) {
		t.Errorf("err = %v", err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) > 0 {
		t.Errorf("left behind: %v", entries)
	}
	if runtime.GOOS != "windows" && os.Getuid() != 0 {
		if err := os.Chmod(dir, 0o500); err != nil {
			t.Fatal(err)
		}
		if _, err := Save(dir, "x.md", nil, says("x")); !errors.Is(err, os.ErrPermission) {
			t.Errorf("a folder that cannot be written: %v", err)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Save(file, "x.md", nil, says("x")); err == nil {
		t.Error("a file was taken for a folder")
	}
}
