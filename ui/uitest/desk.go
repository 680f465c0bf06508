package uitest

import (
	"context"
	"fmt"
	"math/rand"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/store"
	"hadir/ui"
	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
	"hadir/ui/theme"
)

// Desk is one running program: what an officer has before him. Its methods are for the goroutine of the test. It is the
// testing.TB of its journey: one that fails, fails by its desk, not by the test around it.
type Desk struct {
	testing.TB
	Env *screen.Env
	// NewsFirst tells the screens of a commit before the one who wrote it hears that it succeeded. Both orders happen.
	NewsFirst bool
	// Clipboard is the text that the program last put there.
	Clipboard string

	house *house
	root  *ui.Root
	disk  *disk
	w, h  int
	mail  mail
	held  []tea.Cmd // of keys that Hurry pressed
	ended bool
	stop  func() // stops the watching of commits
}

// house is what all desks of a test share: one database file and one clock.
type house struct {
	path  string
	store *store.Store
	began time.Time
	start time.Time
	rand  *rand.Rand
	desks []*Desk

	secret string // of a sealed database, which is asked for at every start
}

// Run gives journey a desk over an empty database, at 08.41 WIB on Tuesday 21 November 2023, in Indonesian, 80 cells wide
// and 24 lines high. Show puts a screen on it.
func Run(t *testing.T, journey func(d *Desk)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		h := &house{
			path:  filepath.Join(t.TempDir(), "hadir.db"),
			began: time.Now(),
			start: time.Date(2023, 11, 21, 8, 41, 0, 0, date.WIB.Location()),
			rand:  rand.New(rand.NewSource(1)),
		}
		t.Cleanup(func() { h.close(t) })
		h.open(t)
		journey(h.desk(t, ""))
	})
}

func (h *house) now() time.Time { return h.start.Add(time.Since(h.began)) }

func (h *house) open(t testing.TB) {
	t.Helper()
	s, err := store.Open(h.path, h.options())
	if err != nil {
		t.Fatal(err)
	}
	h.store = s
}

// close ends the desks and the store. Commands that still wait for the clock come to their end, unheard.
func (h *house) close(t testing.TB) {
	for _, d := range h.desks {
		d.stop()
		d.disk.release()
		d.mail.running.Wait()
	}
	if err := h.store.Close(); err != nil {
		t.Error(err)
	}
}

// desk makes a desk with this name; "" leaves the name to the settings.
func (h *house) desk(t testing.TB, name string) *Desk {
	d := &Desk{TB: t, house: h, w: 80, h: 24}
	h.desks = append(h.desks, d)
	d.start(name)
	d.Show(lobby{})
	return d
}

// start makes what a program has at its start: its own environment over the store as it stands.
func (d *Desk) start(name string) {
	d.Helper()
	s := d.house.store
	d.disk = &disk{Store: s}
	me, err := s.Settings(context.Background())
	if err != nil {
		d.Fatal(err)
	}
	d.Env = &screen.Env{
		Look:  kit.Look{Styles: theme.New(theme.Options{NoColor: true}), Lang: lang.New(lang.Indonesian)},
		Store: d.disk, Outbox: kit.NewOutbox(context.Background()),
		Now: d.house.now, Rand: d.house.rand, Me: me, Desk: name,
		Seal: d.house.seal,
	}
	d.Env.Purge = d.purge
	d.stop = s.Watch(d.mail.commit)
}

// Show starts the program with this screen in front.
func (d *Desk) Show(s screen.Screen) {
	d.Helper()
	d.root = ui.New(d.Env, s, func() screen.Screen { return lobby{} })
	d.root.Update(tea.WindowSizeMsg{Width: d.w, Height: d.h})
	d.ended = false
	d.perform(d.root.Init())
	d.settle()
}

// Beside is another desk at the same event: a program of its own over the same database.
func (d *Desk) Beside(name string) *Desk {
	d.Helper()
	return d.house.desk(d.TB, name)
}

// Restart ends the program without any farewell, as a dead battery does, and opens the file anew. Show comes next.
func (d *Desk) Restart() {
	d.Helper()
	for _, o := range d.house.desks {
		o.stop()
		o.root = nil
	}
	if err := d.house.store.Close(); err != nil {
		d.Fatal(err)
	}
	d.house.open(d.TB)
	for _, o := range d.house.desks {
		o.mail.drop()
		o.start(o.Env.Desk)
		o.Show(lobby{})
	}
}

// Fail lets every write fail with err until Mend is called.
func (d *Desk) Fail(err error) { d.disk.fail(err) }

// Mend lets writes succeed again.
func (d *Desk) Mend() { d.disk.fail(nil) }

// Hold lets writes take long: none is on disk until Release.
func (d *Desk) Hold() { d.disk.hold() }

// Release lets the disk finish what it was asked to write.
func (d *Desk) Release() {
	d.Helper()
	d.disk.release()
	d.settle()
}

// Store is the database itself, for looking at what was written.
func (d *Desk) Store() *store.Store { return d.house.store }

// Ended reports whether the program has left.
func (d *Desk) Ended() bool { return d.ended }

// Until lets the time pass until it is hour.minute of the same day in WIB.
func (d *Desk) Until(hour, minute int) {
	d.Helper()
	now := d.house.now().In(date.WIB.Location())
	at := time.Date(now.Year(), now.Month(), now.Day(), hour, minute, 0, 0, now.Location())
	if at.Before(now) {
		d.Fatalf("it is %s already", now.Format("15.04"))
	}
	d.Wait(at.Sub(now))
}

// Wait lets time pass; what the program had planned for it happens.
func (d *Desk) Wait(t time.Duration) {
	d.Helper()
	time.Sleep(t)
	d.settle()
}

// Apply writes changes as if another program had: no screen asked for it, all are told.
func (d *Desk) Apply(changes ...model.Change) {
	d.Helper()
	if err := d.house.store.Apply(context.Background(), changes); err != nil {
		d.Fatal(fmt.Errorf("apply: %w", err))
	}
	d.settle()
}

// Output is the path of a file that the program wrote for people.
func (d *Desk) Output(name string) string {
	return filepath.Join(filepath.Dir(d.house.path), "keluaran", name)
}
