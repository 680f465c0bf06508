package uitest

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/store"
	"hadir/ui/kit"
)

// disk is the store of a desk, with a disk that can fail or be slow on demand.
type disk struct {
	*store.Store
	err  atomic.Pointer[error]
	busy atomic.Pointer[chan struct{}]
}

func (d *disk) fail(err error) {
	if err == nil {
		d.err.Store(nil)
		return
	}
	d.err.Store(&err)
}

// hold lets writes wait until release.
func (d *disk) hold() {
	busy := make(chan struct{})
	d.busy.Store(&busy)
}

func (d *disk) release() {
	if busy := d.busy.Swap(nil); busy != nil {
		close(*busy)
	}
}

// Apply writes, or waits, or fails, as asked.
func (d *disk) Apply(ctx context.Context, changes []model.Change) error {
	if busy := d.busy.Load(); busy != nil {
		<-*busy
	}
	if err := d.err.Load(); err != nil {
		return *err
	}
	return d.Store.Apply(ctx, changes)
}

// SaveDraft writes, or fails as asked.
func (d *disk) SaveDraft(ctx context.Context, draft model.Draft) error {
	if err := d.err.Load(); err != nil {
		return *err
	}
	return d.Store.SaveDraft(ctx, draft)
}

// lobby is the screen that is left when a journey goes back from its first one.
type lobby struct{}

func (lobby) Init() tea.Cmd          { return nil }
func (lobby) Update(tea.Msg) tea.Cmd { return nil }
func (lobby) View(int, int) string   { return "" }
func (lobby) Title() string          { return "LOBI" }
func (lobby) Keys() kit.Bindings     { return nil }

// DraftHolds counts the files of drafts beside the database that hold a text, however old a part of them it is in.
func (d *Desk) DraftHolds(text string) (n int) {
	d.Helper()
	files, err := filepath.Glob(d.house.path + ".drafts/*")
	if err != nil {
		d.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			d.Fatal(err)
		}
		if bytes.Contains(b, []byte(text)) {
			n++
		}
	}
	return n
}

// SpoilDrafts changes the last byte of every draft's file, as a failing disk does.
func (d *Desk) SpoilDrafts() {
	d.Helper()
	files, err := filepath.Glob(d.house.path + ".drafts/*")
	if err != nil || len(files) == 0 {
		d.Fatal("there are no drafts", err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			d.Fatal(err)
		}
		b[len(b)-1] ^= 1
		if err := os.WriteFile(f, b, 0o600); err != nil {
			d.Fatal(err)
		}
	}
}
