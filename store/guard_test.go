package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hadir/model"
)

// TestFileCutWhileOpen cuts the database short under an open store, as a stick that is pulled out does: everything that is
// asked answers that the storage is gone, nothing hangs, and the next start makes it whole again.
func TestFileCutWhileOpen(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	ids := d.guests(event, 500)
	d.arrive(event, ids[0])
	if err := os.Truncate(d.Path(), 8192); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		ctx := context.Background()
		if _, err := d.Hall(ctx, event, model.ID{}); !errors.Is(err, model.ErrStorage) {
			t.Errorf("reading: %v", err)
		}
		for range 2 {
			if err := d.Apply(ctx, []model.Change{d.act(model.VerbEdit).Change(model.EventKey(event), model.Write("x", "y"))}); !errors.Is(err, model.ErrStorage) {
				t.Errorf("writing: %v", err)
			}
		}
		if err := d.Close(); err != nil {
			t.Errorf("closing: %v", err)
		}
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("hangs")
	}
	again := openDesk(t, d.Path())
	if again.present(event) != 1 || len(again.told()) == 0 {
		t.Errorf("%d present, %v", again.present(event), again.told())
	}
}

// TestFaultIsAnError has the length lie, so that the fault itself comes: the process lives on, and so does nothing of the handle.
func TestFaultIsAnError(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	d.guests(event, 500)
	d.size.Store(0)
	if err := os.Truncate(d.Path(), 8192); err != nil {
		t.Fatal(err)
	}
	d.size.Store(0)
	if _, err := d.Hall(context.Background(), event, model.ID{}); !errors.Is(err, model.ErrStorage) {
		t.Errorf("reading: %v", err)
	}
	err := d.Apply(context.Background(), []model.Change{d.act(model.VerbEdit).Change(model.EventKey(event), model.Write("x", "y"))})
	if !errors.Is(err, model.ErrStorage) || !d.lost.Load() {
		t.Errorf("writing: %v", err)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}

func TestFaultOfTheWriterIsAnError(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	d.guests(event, 500)
	if err := os.Truncate(d.Path(), 8192); err != nil {
		t.Fatal(err)
	}
	d.size.Store(0)
	for range 2 {
		err := d.Apply(context.Background(), []model.Change{d.act(model.VerbEdit).Change(model.EventKey(event), model.Write("x", "y"))})
		if !errors.Is(err, model.ErrStorage) {
			t.Errorf("writing: %v", err)
		}
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}

func TestReserveIsKeptAndGivenUp(t *testing.T) {
	d := newDesk(t)
	if err := d.KeepSafe(context.Background(), ""); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(d.reservePath()); err != nil || info.Size() != reserveSize {
		t.Fatalf("the reserve: %v", err)
	}
	if !d.freeReserve() || d.freeReserve() || len(d.told()) != 1 {
		t.Errorf("given up once: %v", d.told())
	}
}

func TestSecondFolderGetsACopyAndMissingIsSaid(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	d.guests(event, 5)
	stick := filepath.Join(t.TempDir(), "stick")
	if err := d.KeepSafe(context.Background(), stick); err != nil || len(d.told()) != 1 || d.told()[0].Kind != model.NoticeNoSecond {
		t.Fatalf("%v, %v", err, d.told())
	}
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := d.KeepSafe(context.Background(), stick); err != nil {
		t.Fatal(err)
	}
	copies, err := filepath.Glob(filepath.Join(stick, "hadir-*", "*.snap"))
	if err != nil || len(copies) != 1 {
		t.Fatalf("%v, %v", copies, err)
	}
	if known, err := d.CopiesIn(stick); err != nil || len(known) != 1 || known[0].Path != copies[0] {
		t.Errorf("known there: %v, %v", known, err)
	}
	if known, err := d.CopiesIn(t.TempDir()); err != nil || len(known) != 0 {
		t.Errorf("known in an empty folder: %v, %v", known, err)
	}
	// A copy on a stick is enough to make the database anew elsewhere, under another device's name.
	path := filepath.Join(t.TempDir(), "new.db")
	out, err := Restore(context.Background(), path, copies[0], Options{})
	if err != nil || out.Count == 0 {
		t.Fatal(out, err)
	}
	again := openDesk(t, path)
	if c, err := again.Counts(context.Background(), event, model.ID{}); err != nil || c.Invited != 5 || again.Device() == d.Device() {
		t.Errorf("%+v, %v, device %s", c, err, again.Device())
	}
	if out, err := again.Verify(context.Background(), nil); err != nil || !out.Sound() {
		t.Errorf("%+v, %v", out, err)
	}
}
