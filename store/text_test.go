package store

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestSaveTextNeverWritesOver(t *testing.T) {
	s, err := Open(filepath.Join(t.TempDir(), "hadir.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i, want := range []string{"laporan.txt", "laporan-2.txt", "laporan-3.txt"} {
		text := "teks ke-" + want
		path, err := s.SaveText(t.Context(), "laporan", text)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(path) != want || filepath.Base(filepath.Dir(path)) != textFolder {
			t.Errorf("text %d went to %s", i, path)
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != text {
			t.Errorf("%s holds %q, %v", want, got, err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v: others could read it", want, info.Mode())
		}
	}
}

func TestSaveTextStaysInItsFolder(t *testing.T) {
	s, err := Open(filepath.Join(t.TempDir(), "hadir.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, name := range []string{"", ".", "..", "../x", "a/b", "/etc/x"} {
		if path, err := s.SaveText(t.Context(), name, "x"); err == nil {
			t.Errorf("%q was written to %s", name, path)
		}
	}
}

func TestSaveTextSaysWhatFailed(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(filepath.Join(dir, "hadir.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	// A file stands where the folder should be.
	if err := os.WriteFile(filepath.Join(dir, textFolder), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if path, err := s.SaveText(t.Context(), "laporan", "x"); err == nil {
		t.Errorf("written to %s", path)
	}
}
