package store

import (
	"os"
	"path/filepath"
	"testing"
)

// TestOrderlyEnd holds what decides whether a large file is read whole: a small log beside it, or none since the last snapshot,
// must not make it look as if the power had failed.
func TestOrderlyEnd(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	d.guests(event, 3)
	folder := rescueFolder(d.Path())
	count := func() uint64 {
		d.mu.Lock()
		defer d.mu.Unlock()
		return d.state.Count
	}
	if orderly(folder, count()) {
		t.Error("a database that is open looks closed")
	}
	open := copyFolder(t, folder)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if !orderly(folder, d.state.Count) {
		t.Error("a database that was closed does not look so")
	}
	if orderly(folder, d.state.Count+1) {
		t.Error("a log that ends before the database looks like its end")
	}
	if orderly(open, d.state.Count) {
		t.Error("what a power cut leaves looks closed")
	}
}

func TestOrderlyEndWithoutALog(t *testing.T) {
	d := newDesk(t)
	d.guests(d.event(), 3)
	if err := d.Snapshot(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	folder := rescueFolder(d.Path())
	logs, _, err := list(folder)
	if err != nil || len(logs) == 0 {
		t.Fatalf("%d logs, %v", len(logs), err)
	}
	for _, l := range logs {
		if err := os.Remove(l.path); err != nil {
			t.Fatal(err)
		}
	}
	if !orderly(folder, d.state.Count) {
		t.Error("a snapshot of all that there is counts for nothing")
	}
	if orderly(folder, d.state.Count+1) {
		t.Error("a snapshot of less is taken for the end")
	}
}

// copyFolder copies the files of a folder as they stand.
func copyFolder(t *testing.T, folder string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "rescue")
	if err := os.CopyFS(to, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	return to
}
