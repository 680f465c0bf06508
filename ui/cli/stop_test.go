//go:build unix

package cli

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPrintIsStoppedMidway stops a long set after some of its files were written: these are whole, and there is nothing else.
func TestPrintIsStoppedMidway(t *testing.T) {
	dir := t.TempDir()
	db, list := filepath.Join(dir, "hadir.db"), filepath.Join(dir, "list.csv")
	rows := []string{"NAMA,JABATAN,INSTANSI"}
	for i := range 2000 {
		rows = append(rows, fmt.Sprintf("Tamu Contoh %d,Kepala Desa,Desa Contoh %d", i, i))
	}
	if err := os.WriteFile(list, []byte(strings.Join(rows, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, db, "event", "add", "--title", "Uji Cetak", "--date", "besok")
	run(t, db, "import", "latest", list)
	s := start(t, db)
	s.wait("SELAMAT DATANG")
	s.press("\x1b")
	s.wait("Mulai dari mana?")
	s.press("\x1b")
	s.wait("AKAN DATANG")
	s.press("\r")
	s.wait("1-6")
	s.press("6")
	s.wait("KELENGKAPAN")
	s.press("p")
	s.wait("0 sudah dicetak")
	s.press("p")
	s.waitFor(regexp.MustCompile(`[1-9]\d* dari \d+: `))
	s.press("\x1b")
	s.wait("Dihentikan.")
	said := regexp.MustCompile(`Dihentikan\. (\d+) berkas`).FindStringSubmatch(s.text())
	files, err := filepath.Glob(filepath.Join(dir, "keluaran", "*", "*"))
	if err != nil || said == nil || said[1] != fmt.Sprint(len(files)) || len(files) == 0 {
		t.Errorf("%v, and %d files, %v", said, len(files), err)
	}
	for _, f := range files {
		unbroken(t, f)
	}
	if half, _ := filepath.Glob(filepath.Join(dir, "keluaran", "*", ".hadir-*")); len(half) > 0 {
		t.Errorf("left behind: %v", half)
	}
	s.press("\x03\x03")
	if code := s.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// waitFor waits until the screen shows what the expression describes.
func (s *onScreen) waitFor(want *regexp.Regexp) {
	s.t.Helper()
	for !want.MatchString(s.text()) {
		<-s.drawn
	}
}

// unbroken holds a file to its end.
func unbroken(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(path) == ".pdf" {
		if !bytes.HasSuffix(bytes.TrimSpace(b), []byte("%%EOF")) {
			t.Errorf("%s has no end", path)
		}
		return
	}
	if _, err := zip.NewReader(bytes.NewReader(b), int64(len(b))); err != nil {
		t.Errorf("%s: %v", path, err)
	}
}
