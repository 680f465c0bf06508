package store

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// holds counts the files below a folder in which a text stands.
func holds(t *testing.T, folder, text string) (n int) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if bytes.Contains(b, []byte(text)) {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestSealedCopiesReplaceTheOpenOnes seals a database whose copies on a stick are open: the next round leaves none of those, not even
// one that was put aside, and what it copies opens with the passphrase alone.
func TestSealedCopiesReplaceTheOpenOnes(t *testing.T) {
	ctx, stick := context.Background(), t.TempDir()
	d := newDesk(t)
	event := d.secrets()
	d, err := d.again()
	if err != nil {
		t.Fatal(err)
	}
	d.keepSafe(stick)
	folder := d.secondFolder(stick)
	if err := os.CopyFS(folder+".other-1", os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	if holds(t, stick, secretName) == 0 {
		t.Fatal("the open copies do not tell the name: nothing would be shown by its absence")
	}
	d.close()
	if _, err := Seal(ctx, d.Path(), passphrase, false, d.sealing()); err != nil {
		t.Fatal(err)
	}
	if d, err = d.again(passphrase); err != nil {
		t.Fatal(err)
	}
	present := d.present(event)
	d.keepSafe(stick)
	if n := holds(t, stick, secretName); n > 0 {
		t.Errorf("%d files on the stick still tell the name", n)
	}
	if _, err := os.Lstat(folder + ".other-1"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what was put aside is still there: %v", err)
	}
	// Once is enough: a later round leaves what it finds.
	logs, _, err := list(folder)
	if err != nil || len(logs) == 0 {
		t.Fatal(logs, err)
	}
	before, err := os.Stat(logs[0].path)
	if err != nil {
		t.Fatal(err)
	}
	d.keepSafe(stick)
	if after, err := os.Stat(logs[0].path); err != nil || !os.SameFile(before, after) {
		t.Errorf("copied anew: %v", err)
	}
	d.close()
	to := filepath.Join(t.TempDir(), "hadir.db")
	if _, err := Rescue(ctx, stick, to, Options{}); !errors.Is(err, ErrSealed) {
		t.Errorf("without the passphrase: %v", err)
	}
	for name, make := range map[string]func(to string) error{
		"rescue":  func(to string) error { _, err := Rescue(ctx, stick, to, d.sealing(passphrase)); return err },
		"restore": func(to string) error { _, err := Restore(ctx, to, stick, d.sealing(passphrase)); return err },
	} {
		to := filepath.Join(t.TempDir(), "hadir.db")
		if err := make(to); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		s, err := Open(to, d.sealing(passphrase))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		saved := &desk{t: t, Store: s}
		if n := saved.present(event); n != present {
			t.Errorf("%s: %d present, were %d", name, n, present)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}
