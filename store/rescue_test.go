package store

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"hadir/model"
)

// TestRescueListsWhatIsLost takes everything beside the database away and damages it where the journal ends: what is left is in
// a new file, and what is not is named.
func TestRescueListsWhatIsLost(t *testing.T) {
	d, event := day(t)
	if err := os.RemoveAll(rescueFolder(d.Path())); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(d.Path())
	if err != nil {
		t.Fatal(err)
	}
	// Every place where the last change's entry stands: its act is the last one that was drawn.
	last := lastActOf(t, d.Path())
	for at := 0; ; at++ {
		i := bytes.Index(b[at:], last[:])
		if i < 0 {
			break
		}
		at += i
		b[at] ^= 1
	}
	if err := os.WriteFile(d.Path(), b, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(d.Path(), Options{}); !errors.Is(err, model.ErrDamaged) {
		t.Fatalf("opening it: %v", err)
	}
	out := filepath.Join(t.TempDir(), "good.db")
	res, err := Rescue(context.Background(), d.Path(), out, Options{})
	if err != nil || res.Lost != 1 || len(res.Missing) != 1 || res.Missing[0].Kind != model.KindSeat || res.Missing[0].Name == "" {
		t.Errorf("%+v, %v", res, err)
	}
	if after, err := os.ReadFile(d.Path()); err != nil || !bytes.Equal(after, b) {
		t.Errorf("the damaged file was changed: %v", err)
	}
	if _, err := Rescue(context.Background(), d.Path(), out, Options{}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a second time: %v", err)
	}
	again := openDesk(t, out)
	if again.present(event) != 19 || again.Device() == d.Device() {
		t.Errorf("%d present", again.present(event))
	}
}

// lastActOf is the act of the last change.
func lastActOf(t *testing.T, path string) model.ID {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "copy.db")
	if err := copyFile(systemDisk{}, path, copied); err != nil {
		t.Fatal(err)
	}
	d := openDesk(t, copied)
	all, err := d.AllHistory(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return all[len(all)-1].Act
}

// FuzzFrames gives the reader of logs and snapshots anything: it answers, and takes nothing for a frame that is none.
func FuzzFrames(f *testing.F) {
	var b []byte
	var last digest
	for i := range 3 {
		b, last = appendFrame(b, frame{kind: frameChanges, from: uint64(i), to: uint64(i + 1), before: last, body: []byte("isi")})
	}
	f.Add(b, uint16(70), byte(1))
	f.Add(b[:100], uint16(0), byte(0))
	f.Fuzz(func(t *testing.T, b []byte, at uint16, flip byte) {
		if int(at) < len(b) {
			b[at] ^= flip
		}
		n := 0
		s, err := scan(bytes.NewReader(b), int64(len(b)), func(frame) error { n++; return nil })
		if err != nil || s.end > int64(len(b)) || n > len(b)/frameHeader {
			t.Fatalf("%d frames in %d bytes, %+v, %v", n, len(b), s, err)
		}
	})
}
