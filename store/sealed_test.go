package store

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hadir/model"
	"hadir/store/seal"
)

// Words that stand nowhere but in what a test writes.
const (
	secretName  = "Xendratmoko"
	secretPhone = "6281000000777"
	secretText  = "kwitansinya dibakar"
	passphrase  = "kuda laut biru"
)

// sealing are options with a passphrase that costs nothing.
func (d *desk) sealing(answers ...string) Options {
	return Options{
		Now: d.clock, Rand: d.rand, Wait: shortWait, Cost: seal.Cost{Passes: 1, Memory: 64, Threads: 1}, Unlock: answering(answers...),
	}
}

// answering gives the answers one after the other, and gives up after the last.
func answering(answers ...string) func(Try) (string, error) {
	return func(Try) (string, error) {
		if len(answers) == 0 {
			return "", errGivenUp
		}
		a := answers[0]
		answers = answers[1:]
		return a, nil
	}
}

var errGivenUp = errors.New("given up")

// again opens the database anew with answers to the passphrase.
func (d *desk) again(answers ...string) (*desk, error) {
	s, err := Open(d.path, d.sealing(answers...))
	if err != nil {
		return nil, err
	}
	n := &desk{t: d.t, Store: s, now: d.now, rand: d.rand, name: d.name}
	s.now = n.clock
	d.t.Cleanup(func() { _ = s.Close() })
	return n, nil
}

// secrets writes a guest, a note, a question and a draft, takes a snapshot and closes.
func (d *desk) secrets() (event model.ID) {
	d.t.Helper()
	event = d.event()
	g := d.id()
	d.apply(d.act(model.VerbEdit).Change(model.GuestKey(event, g),
		model.Write(model.GuestName, secretName), model.Write(model.GuestPhone, secretPhone)))
	d.ask(event, secretText+"?", "Tidak, "+secretText+" saja.")
	d.settle()
	if err := d.Snapshot(context.Background()); err != nil {
		d.t.Fatal(err)
	}
	d.arrive(event, g)
	if err := d.SaveDraft(context.Background(), model.Draft{ID: d.id(), At: d.now, Begun: d.now, Fields: map[string]string{"text": secretText}}); err != nil {
		d.t.Fatal(err)
	}
	d.close()
	return event
}

func (d *desk) close() {
	d.t.Helper()
	if err := d.Close(); err != nil {
		d.t.Fatal(err)
	}
}

// readable lists the files of a database's folder in which something stands that nobody should read.
func readable(t *testing.T, path string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(filepath.Dir(path), func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		for _, s := range []string{secretName, strings.ToLower(secretName), secretPhone, secretPhone[3:], secretText, "kwitansi", "dibakar", "bakar"} {
			if bytes.Contains(b, []byte(s)) {
				found = append(found, filepath.Base(p)+": "+s)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestSealedFolderHoldsNothingReadable(t *testing.T) {
	d := newDesk(t)
	event := d.secrets()
	if len(readable(t, d.path)) < 4 {
		t.Fatal("the scan finds nothing in what is not sealed")
	}
	out, err := Seal(context.Background(), d.path, passphrase, false, d.sealing())
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Words) != seal.Words || out.Snapshots == 0 || out.Logs == 0 {
		t.Errorf("sealed: %+v", out)
	}
	if found := readable(t, d.path); len(found) > 0 {
		t.Errorf("readable: %q", found)
	}
	for _, secret := range []string{passphrase, strings.Join(out.Words, " ")} {
		n, err := d.again(secret)
		if err != nil {
			t.Fatal(err)
		}
		n.unharmed(event)
		n.ask(event, secretText+" lagi?", secretText)
		n.settle()
		if err := n.SaveDraft(context.Background(), model.Draft{ID: n.id(), At: n.now, Begun: n.now, Fields: map[string]string{"text": secretText}}); err != nil {
			t.Fatal(err)
		}
		if err := n.Snapshot(context.Background()); err != nil {
			t.Fatal(err)
		}
		n.ask(event, secretText+" sekali lagi?", secretText)
		n.close()
		if found := readable(t, d.path); len(found) > 0 {
			t.Errorf("readable after a day: %q", found)
		}
	}
}

// unharmed checks that what secrets wrote is there, is found, and that everything agrees.
func (d *desk) unharmed(event model.ID) {
	d.t.Helper()
	if got := d.told(); len(got) > 0 {
		d.t.Errorf("notices: %v", got)
	}
	if d.present(event) != 1 {
		d.t.Error("the guest is not present")
	}
	if found := d.look("kwitansi", model.SearchOptions{}); len(found.Hits) == 0 {
		d.t.Error("the note is not found")
	}
	drafts, err := d.Drafts(context.Background())
	if err != nil || len(drafts) == 0 || drafts[0].Fields["text"] != secretText {
		d.t.Errorf("drafts: %v, %v", drafts, err)
	}
	if c, err := d.Verify(context.Background(), nil); err != nil || !c.Sound() {
		d.t.Errorf("verify: %+v, %v", c, err)
	}
	d.sound()
}

func TestWrongPassphraseTouchesNothing(t *testing.T) {
	d := newDesk(t)
	d.secrets()
	if _, err := Seal(context.Background(), d.path, passphrase, false, d.sealing()); err != nil {
		t.Fatal(err)
	}
	before := folder(t, d.path)
	if _, err := Open(d.path, Options{Wait: shortWait}); !errors.Is(err, ErrSealed) {
		t.Errorf("without a passphrase: %v", err)
	}
	if _, err := d.again("salah", "salah lagi", ""); !errors.Is(err, errGivenUp) {
		t.Errorf("with wrong ones: %v", err)
	}
	after := folder(t, d.path)
	delete(after, "hadir.db.tries")
	delete(before, "hadir.db.lock")
	delete(after, "hadir.db.lock")
	for name, b := range after {
		if before[name] != b {
			t.Errorf("%s was changed", name)
		}
	}
	if len(before) != len(after) {
		t.Errorf("%d files before, %d after", len(before), len(after))
	}
}

// TestKnownAsksNobody opens a database again with what the same process had it open with, until its seal is another one.
func TestKnownAsksNobody(t *testing.T) {
	d := newDesk(t)
	event := d.secrets()
	if _, err := Seal(context.Background(), d.path, passphrase, false, d.sealing()); err != nil {
		t.Fatal(err)
	}
	n, err := d.again(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	n.close()
	s, err := Open(d.path, n.Known(d.sealing()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Event(context.Background(), event); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Seal(context.Background(), d.path, "yang lain sama sekali", false, n.Known(d.sealing())); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(d.path, n.Known(d.sealing())); !errors.Is(err, errGivenUp) {
		t.Errorf("with the old key: %v", err)
	}
}

// folder is every file beside a database, and the database.
func folder(t *testing.T, path string) map[string]string {
	t.Helper()
	out := make(map[string]string)
	err := filepath.WalkDir(filepath.Dir(path), func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		out[filepath.Base(p)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestWrongAnswersMakeWait(t *testing.T) {
	d := newDesk(t)
	d.secrets()
	if _, err := Seal(context.Background(), d.path, passphrase, false, d.sealing()); err != nil {
		t.Fatal(err)
	}
	var waits []Try
	o := d.sealing()
	o.Unlock = func(try Try) (string, error) {
		waits = append(waits, try)
		d.now = d.now.Add(try.Wait)
		switch {
		case len(waits) == 7:
			return "", errGivenUp // starting again does not help
		case len(waits) == 10:
			return passphrase, nil
		}
		return "salah besar", nil
	}
	if _, err := Open(d.path, o); !errors.Is(err, errGivenUp) {
		t.Fatal(err)
	}
	s, err := Open(d.path, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	const firstWait = 2 * time.Second
	want := []Try{{0, 0}, {1, 0}, {2, 0}, {3, firstWait}, {4, 2 * firstWait}, {5, 4 * firstWait}, {6, 8 * firstWait}, {6, 0}, {7, 16 * firstWait}, {8, 32 * firstWait}}
	for i := range want {
		if i >= len(waits) || waits[i] != want[i] {
			t.Fatalf("asked %v, want %v", waits, want)
		}
	}
	// Who answers too soon is asked again, and the answer is not looked at.
	if _, err := d.again("a", "b", "c", passphrase, passphrase); !errors.Is(err, errGivenUp) {
		t.Errorf("an answer that came too soon: %v", err)
	}
}

func TestNewPassphraseLeavesTheOldOneNothing(t *testing.T) {
	d := newDesk(t)
	event := d.secrets()
	out, err := Seal(context.Background(), d.path, passphrase, false, d.sealing())
	if err != nil {
		t.Fatal(err)
	}
	renewed, err := Seal(context.Background(), d.path, "yang lain sama sekali", false, d.sealing(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	if len(renewed.Words) > 0 {
		t.Error("new recovery words were drawn unasked")
	}
	if _, err := d.again(passphrase); !errors.Is(err, errGivenUp) {
		t.Errorf("the old passphrase: %v", err)
	}
	n, err := d.again(strings.Join(out.Words, "-"))
	if err != nil {
		t.Fatal(err)
	}
	n.unharmed(event)
	n.close()
	fresh, err := Seal(context.Background(), d.path, passphrase, true, d.sealing("yang lain sama sekali"))
	if err != nil || len(fresh.Words) == 0 {
		t.Fatal(fresh, err)
	}
	if _, err := d.again(strings.Join(out.Words, " ")); !errors.Is(err, errGivenUp) {
		t.Errorf("the old words: %v", err)
	}
	if _, err := Unseal(context.Background(), d.path, d.sealing(strings.Join(fresh.Words, " "))); err != nil {
		t.Fatal(err)
	}
	if n, err = d.again(); err != nil {
		t.Fatal(err)
	}
	n.unharmed(event)
	if n.Sealed() || len(readable(t, d.path)) == 0 {
		t.Error("still sealed")
	}
	if _, err := Seal(context.Background(), d.path, "pendek", false, d.sealing()); !errors.Is(err, ErrWeak) {
		t.Errorf("a short one: %v", err)
	}
}

func TestSealedDatabaseIsMadeAgain(t *testing.T) {
	for _, gone := range []string{"hadir.db", "hadir.db.rescue", ""} {
		d := newDesk(t)
		event := d.secrets()
		if _, err := Seal(context.Background(), d.path, passphrase, false, d.sealing()); err != nil {
			t.Fatal(err)
		}
		n, err := d.again(passphrase)
		if err != nil {
			t.Fatal(err)
		}
		n.ask(event, "Masih "+secretText+"?", "Ya.")
		n.close()
		if gone != "" {
			if err := os.RemoveAll(filepath.Join(filepath.Dir(d.path), gone)); err != nil {
				t.Fatal(err)
			}
		} else {
			damage(t, d.path)
		}
		if n, err = d.again(passphrase); err != nil {
			t.Fatalf("without %q: %v", gone, err)
		}
		if n.present(event) != 1 || !n.Sealed() || len(n.look("kwitansi", model.SearchOptions{}).Hits) == 0 && gone == "hadir.db.rescue" {
			t.Errorf("without %q: not whole", gone)
		}
		n.settle()
		n.sound()
		n.close()
		if found := readable(t, d.path); len(found) > 0 {
			t.Errorf("without %q readable: %q", gone, found)
		}
	}
}

// damage flips a byte of each page behind the first two.
func damage(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 3*4096 + 100; at < len(b); at += 4096 {
		b[at] ^= 0x40
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestSealedBackupIsRestored(t *testing.T) {
	d := newDesk(t)
	event := d.secrets()
	if _, err := Seal(context.Background(), d.path, passphrase, false, d.sealing()); err != nil {
		t.Fatal(err)
	}
	n, err := d.again(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(t.TempDir(), "cadangan.snap")
	if err := n.Backup(context.Background(), backup); err != nil {
		t.Fatal(err)
	}
	n.close()
	elsewhere := filepath.Join(t.TempDir(), "hadir.db")
	if _, err := Restore(context.Background(), elsewhere, backup, d.sealing("salah sekali")); !errors.Is(err, errGivenUp) {
		t.Errorf("with a wrong passphrase: %v", err)
	}
	if _, err := Restore(context.Background(), elsewhere, backup, d.sealing(passphrase)); err != nil {
		t.Fatal(err)
	}
	rescued := filepath.Join(t.TempDir(), "hadir.db")
	if _, err := Rescue(context.Background(), d.path, rescued, d.sealing(passphrase)); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{elsewhere, rescued} {
		s, err := Open(path, d.sealing(passphrase))
		if err != nil {
			t.Fatal(err)
		}
		x := &desk{t: t, Store: s, now: d.now, rand: d.rand}
		x.settle()
		if x.present(event) != 1 || !x.Sealed() {
			t.Error("not whole")
		}
		x.sound()
		x.close()
		if found := readable(t, path); len(found) > 0 {
			t.Errorf("readable: %q", found)
		}
	}
}

// endingDisk is a disk that goes away when a database is put in its place, just before that or just after.
type endingDisk struct {
	systemDisk
	before bool
	gone   bool
}

var errEnded = errors.New("the disk went away")

func (d *endingDisk) Rename(from, to string) error {
	if filepath.Base(to) != "hadir.db" {
		return d.systemDisk.Rename(from, to)
	}
	d.gone = true
	if d.before {
		return errEnded
	}
	return d.systemDisk.Rename(from, to)
}

func (d *endingDisk) SyncDir(name string) error {
	if d.gone {
		return errEnded
	}
	return d.systemDisk.SyncDir(name)
}

// TestDraftsOutliveASealingThatIsCut holds that what was being typed is there, and stands nowhere in the open, whichever side
// of a new passphrase the power failed on.
func TestDraftsOutliveASealingThatIsCut(t *testing.T) {
	for _, before := range []bool{true, false} {
		d := newDesk(t)
		event := d.secrets()
		if _, err := Seal(context.Background(), d.path, passphrase, false, d.sealing()); err != nil {
			t.Fatal(err)
		}
		o := d.sealing(passphrase)
		o.Disk = &endingDisk{before: before}
		const other = "yang lain sama sekali"
		if _, err := Seal(context.Background(), d.path, other, false, o); !errors.Is(err, errEnded) {
			t.Fatal(err)
		}
		secret := other
		if before {
			secret = passphrase
		}
		n, err := d.again(secret)
		if err != nil {
			t.Fatal(err)
		}
		n.unharmed(event)
		n.close()
		if found := readable(t, d.path); len(found) > 0 {
			t.Errorf("readable: %q", found)
		}
		if left, err := filepath.Glob(filepath.Join(n.draftFolder(), "*")); err != nil || len(left) != 1 {
			t.Errorf("drafts on disk: %q, %v", left, err)
		}
	}
}
