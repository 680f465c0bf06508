package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"syscall"
	"testing"
	"time"

	"hadir/model"
)

// fullDisk is a disk without any room.
type fullDisk struct{ systemDisk }

func (fullDisk) OpenFile(name string, flag int, perm fs.FileMode) (File, error) {
	if flag&os.O_CREATE != 0 {
		return nil, &fs.PathError{Op: "open", Path: name, Err: syscall.ENOSPC}
	}
	f, err := os.OpenFile(name, flag, perm)
	return fullFile{f}, err
}

type fullFile struct{ *os.File }

func (f fullFile) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: f.Name(), Err: syscall.ENOSPC}
}

// TestFullDiskOpensForReading opens what a crash has left, with a commit in the log alone, and a file of an older form.
func TestFullDiskOpensForReading(t *testing.T) {
	d, event := day(t)
	o := Options{Now: func() time.Time { return d.now }, Disk: fullDisk{}}
	s, err := Open(d.Path(), o)
	if err != nil {
		t.Fatal(err)
	}
	c, err := s.Counts(context.Background(), event, model.ID{})
	if err != nil || c.Present != 20 {
		t.Errorf("%+v, %v", c, err)
	}
	// Here the database alone finds room: what is in it is acknowledged, and nothing more is taken.
	write := func(v string) error {
		return s.Apply(context.Background(), []model.Change{d.act(model.VerbEdit).Change(model.EventKey(event), model.Write("x", v))})
	}
	if err := write("first"); err != nil {
		t.Errorf("the first: %v", err)
	}
	if err := write("second"); !errors.Is(err, model.ErrNoSpace) {
		t.Errorf("the second: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	again := openDesk(t, d.Path())
	r, err := again.Record(context.Background(), model.EventKey(event))
	if err != nil || r.Get("x") != "first" {
		t.Errorf("after that: %v, %v", r.Get("x"), err)
	}
	path := t.TempDir() + "/old.db"
	unpack(t, "testdata/schema1.db.gz", path)
	if s, err = Open(path, o); err != nil {
		t.Fatal(err)
	}
	if events, err := s.Events(context.Background()); err != nil || len(events) != 1 || !s.ReadOnly() {
		t.Errorf("the older form: %v, %v, read-only %v", events, err, s.ReadOnly())
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// BenchmarkCheck times the check of a file with 25,000 records before it is opened.
func BenchmarkCheck(b *testing.B) {
	d := newDesk(b)
	event := d.event()
	ids := d.guests(event, 20_000)
	var changes []model.Change
	for _, id := range ids[:5_000] {
		changes = append(changes, d.checkIn(event, id))
	}
	d.apply(changes...)
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	c, err := newCodec()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if j, err := judge(context.Background(), c, d.Path(), true, nil); err != nil || !j.sound() {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "check-ms")
}
