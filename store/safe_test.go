package store

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hadir/model"
)

// told are a store's notices; that the clock of a test begins anew is passed over.
func (d *desk) told() (out []model.Notice) {
	for _, n := range d.Notices() {
		if n.Kind != model.NoticeClockBack {
			out = append(out, n)
		}
	}
	return out
}

func (d *desk) kinds() (out []model.NoticeKind) {
	for _, n := range d.told() {
		out = append(out, n.Kind)
	}
	return out
}

func (d *desk) present(event model.ID) int {
	d.t.Helper()
	c, err := d.Counts(context.Background(), event, model.ID{})
	if err != nil {
		d.t.Fatal(err)
	}
	return c.Present
}

// day is a desk with some check-ins behind it, closed in order.
func day(t testing.TB) (d *desk, event model.ID) {
	t.Helper()
	d = newDesk(t)
	event = d.event()
	ids := d.guests(event, 60)
	for _, id := range ids[:20] {
		d.arrive(event, id)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	return d, event
}

func TestSavedFileOfSchemaOneOpens(t *testing.T) {
	path := filepath.Join(t.TempDir(), "hadir.db")
	unpack(t, "testdata/schema1.db.gz", path)
	d := openDesk(t, path)
	events, err := d.Events(context.Background())
	if err != nil || len(events) != 1 || d.present(events[0].ID) != 20 {
		t.Fatalf("events %v, %v", events, err)
	}
	if !slices.Equal(d.kinds(), []model.NoticeKind{model.NoticeMigrated}) {
		t.Errorf("notices: %v", d.kinds())
	}
	d = d.reopen()
	if len(d.told()) != 0 || d.present(events[0].ID) != 20 {
		t.Errorf("the second start: %v", d.Notices())
	}
	// The copy from before the migration is enough to make it again.
	if err := errors.Join(d.Close(), os.Remove(path)); err != nil {
		t.Fatal(err)
	}
	d = openDesk(t, path)
	if d.present(events[0].ID) != 20 {
		t.Errorf("made again: %v", d.Notices())
	}
}

func unpack(t testing.TB, from, to string) {
	t.Helper()
	f, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestMissingDatabaseIsMadeAgainFromTheLog(t *testing.T) {
	d, event := day(t)
	if err := os.Remove(d.Path()); err != nil {
		t.Fatal(err)
	}
	again := openDesk(t, d.Path())
	if again.present(event) != 20 || again.Device() != d.Device() {
		t.Errorf("%d present, device %s, was %s", again.present(event), again.Device(), d.Device())
	}
	if !slices.Equal(again.kinds(), []model.NoticeKind{model.NoticeRebuilt}) {
		t.Errorf("notices: %v", again.Notices())
	}
	if _, err := again.AllHistory(context.Background()); err != nil {
		t.Error(err)
	}
}

// TestDatabaseBehindItsLog puts back an older copy of the database: what the log has beyond it is taken over.
func TestDatabaseBehindItsLog(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	ids := d.guests(event, 10)
	d.arrive(event, ids[0])
	d = d.reopen()
	old, err := os.ReadFile(d.Path())
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids[1:5] {
		d.arrive(event, id)
	}
	if err := errors.Join(d.Close(), os.WriteFile(d.Path(), old, 0o600)); err != nil {
		t.Fatal(err)
	}
	again := openDesk(t, d.Path())
	if n := again.told(); again.present(event) != 5 || len(n) != 1 || n[0].Kind != model.NoticeReplayed || n[0].Count != 4 {
		t.Errorf("%d present, %v", again.present(event), n)
	}
}

func TestDamagedDatabaseIsKeptAndMadeAgain(t *testing.T) {
	d, event := day(t)
	b, err := os.ReadFile(d.Path())
	if err != nil {
		t.Fatal(err)
	}
	clear(b[3*4096 : 12*4096])
	if err := os.WriteFile(d.Path(), b, 0o600); err != nil {
		t.Fatal(err)
	}
	again := openDesk(t, d.Path())
	n := again.told()
	if again.present(event) != 20 || len(n) != 1 || n[0].Kind != model.NoticeRebuilt {
		t.Fatalf("%d present, %v", again.present(event), n)
	}
	if kept, err := os.ReadFile(n[0].File); err != nil || !slices.Equal(kept, b) {
		t.Errorf("the damaged file was not kept as it was: %v", err)
	}
}

func TestVerifyFindsNothingInADay(t *testing.T) {
	d, event := day(t)
	d = openDesk(t, d.Path())
	d.undo(event)
	out, err := d.Verify(context.Background(), nil)
	if err != nil || len(out.Findings) > 0 || out.Records < 80 {
		t.Errorf("%+v, %v", out, err)
	}
	if err := d.Snapshot(context.Background()); err != nil {
		t.Fatal(err)
	}
	if out, err = d.Verify(context.Background(), nil); err != nil || len(out.Findings) > 0 || out.Snapshots != 1 {
		t.Errorf("with a snapshot: %+v, %v", out, err)
	}
}

// TestBucketUnderAnotherName changes a letter in the name of an empty bucket: no value is missing, and it is noticed all the same.
func TestBucketUnderAnotherName(t *testing.T) {
	d, event := day(t)
	b, err := os.ReadFile(d.Path())
	if err != nil {
		t.Fatal(err)
	}
	for at := range b {
		if bytes.HasPrefix(b[at:], []byte(bucketEvidence)) {
			b[at+len(bucketEvidence)-1]++
		}
	}
	if err := os.WriteFile(d.Path(), b, 0o600); err != nil {
		t.Fatal(err)
	}
	again := openDesk(t, d.Path())
	if out, err := again.Verify(context.Background(), nil); err != nil || !out.Sound() || again.present(event) != 20 || len(again.told()) != 1 {
		t.Errorf("%+v, %v, %v", out, err, again.told())
	}
}
