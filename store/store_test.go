package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// desk is a store under test with a clock that the test moves.
type desk struct {
	*Store
	t    testing.TB
	mu   sync.Mutex // the writer looks at the clock too
	now  time.Time
	rand *rand.ChaCha8
	name string
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	return openDesk(t, filepath.Join(t.TempDir(), "hadir.db"))
}

func openDesk(t testing.TB, path string) *desk {
	t.Helper()
	d := &desk{t: t, now: time.Date(2023, 11, 21, 1, 30, 0, 0, time.UTC), rand: rand.NewChaCha8([32]byte{1}), name: "Meja 1"}
	s, err := Open(path, Options{Now: d.clock, Rand: d.rand, Wait: shortWait})
	if err != nil {
		t.Fatal(err)
	}
	d.Store = s
	t.Cleanup(func() { _ = s.Close() })
	return d
}

const shortWait = 100 * time.Millisecond

func (d *desk) clock() time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.now
}

// act is one act at this desk, a minute after the last.
func (d *desk) act(verb model.Verb) model.Act {
	d.mu.Lock()
	d.now = d.now.Add(time.Minute)
	d.mu.Unlock()
	return model.Act{ID: d.id(), Officer: "Petugas", Desk: d.name, Wall: d.clock(), Verb: verb}
}

func (d *desk) id() model.ID {
	id, err := model.NewID(d.rand)
	if err != nil {
		d.t.Fatal(err)
	}
	return id
}

func (d *desk) apply(changes ...model.Change) {
	d.t.Helper()
	if err := d.Apply(context.Background(), changes); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) event() model.ID {
	d.t.Helper()
	id := d.id()
	d.apply(d.act(model.VerbCreate).Change(model.EventKey(id),
		model.Write(model.EventTheme, "Pencegahan CPMI Nonprosedural"), model.Write(model.EventDate, "2023-11-21")))
	return id
}

// guests invites n people and gives their IDs in the order of the list.
func (d *desk) guests(event model.ID, n int) []model.ID {
	d.t.Helper()
	act := d.act(model.VerbImport)
	ids := make([]model.ID, n)
	changes := make([]model.Change, n)
	for i := range n {
		g := model.Guest{Name: fmt.Sprintf("Tamu %d", i+1), Institution: fmt.Sprintf("Desa %d", i%40), Order: i + 1}
		ids[i] = model.GuestID([]byte("salt"), g.Name, g.Institution, 1)
		changes[i] = act.Change(model.GuestKey(event, ids[i]), g.Registers()...)
	}
	d.apply(changes...)
	return ids
}

func (d *desk) seat(event, guest model.ID) model.Seat {
	d.t.Helper()
	r, err := d.Record(context.Background(), model.SeatKey(event, model.ID{}, guest))
	if err != nil {
		d.t.Fatal(err)
	}
	return model.SeatOf(r)
}

func (d *desk) arrive(event, guest model.ID) {
	d.t.Helper()
	d.apply(d.act(model.VerbPresent).Change(model.SeatKey(event, model.ID{}, guest), d.seat(event, guest).Arrive(model.HowSearch)...))
}

// undo takes back the last act at this desk and gives what it was.
func (d *desk) undo(event model.ID) []model.Change {
	d.t.Helper()
	ctx := context.Background()
	done, err := d.LastAct(ctx, event, d.name)
	if err != nil || len(done) == 0 {
		d.t.Fatalf("LastAct = %v, %v", done, err)
	}
	act := d.act(model.VerbUndo)
	act.Undoes = done[0].Act
	changes, _, err := d.Undo(ctx, act, done)
	if err != nil {
		d.t.Fatal(err)
	}
	d.apply(changes...)
	return done
}

func (d *desk) reopen() *desk {
	d.t.Helper()
	if err := d.Close(); err != nil {
		d.t.Fatal(err)
	}
	again := openDesk(d.t, d.Path())
	again.now, again.rand = d.now, d.rand
	return again
}

func TestDayAtTheDoor(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	ids := d.guests(event, 300)
	for _, id := range ids[:3] {
		d.arrive(event, id)
	}
	d.apply(d.act(model.VerbRepresent).Change(model.SeatKey(event, model.ID{}, ids[3]),
		d.seat(event, ids[3]).Represent(model.Deputy{Name: "Sri Lestari", Post: "Sekdes"})...))

	d = d.reopen()
	c, err := d.Counts(context.Background(), event, model.ID{})
	if want := (model.Counts{Invited: 300, Present: 3, Represented: 1, Expected: 296}); err != nil || c != want {
		t.Fatalf("Counts = %+v, %v, want %+v", c, err, want)
	}
	if done := d.undo(event); done[0].Verb != model.VerbRepresent || d.seat(event, ids[3]).State != model.StateExpected {
		t.Fatalf("undid %s, seat is %+v", done[0].Verb, d.seat(event, ids[3]))
	}
	if done := d.undo(event); done[0].Key.ID != ids[2] || d.seat(event, ids[2]).State != model.StateExpected {
		t.Fatalf("the second undo undid %v", done)
	}
	h, err := d.Hall(context.Background(), event, model.ID{})
	if err != nil || h.Len() != 300 || h.At(41).Name != "Tamu 42" || h.Counts().Present != 2 {
		t.Fatalf("hall: %v, %+v", err, h.Counts())
	}
}

func TestHistoryTellsWhoDidWhat(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	ids := d.guests(event, 2)
	d.arrive(event, ids[1])
	d.undo(event)
	got, err := d.RecordHistory(context.Background(), event, ids[1])
	if err != nil {
		t.Fatal(err)
	}
	var verbs []string
	for _, c := range got {
		verbs = append(verbs, string(c.Verb))
	}
	if s := strings.Join(verbs, " "); s != "import present undo" {
		t.Errorf("history of a guest: %s", s)
	}
	all, err := d.AllHistory(context.Background())
	if err != nil || all[0].Key != model.OfficeSettings() || all[len(all)-1].Verb != model.VerbUndo {
		t.Errorf("the whole history runs from %v to %v, %v", all[0].Key, all[len(all)-1].Verb, err)
	}
}

func TestUndoLeavesImportsAlone(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	d.guests(event, 2)
	done, err := d.LastAct(context.Background(), event, d.name)
	if err != nil || len(done) != 0 {
		t.Errorf("LastAct = %v, %v; an import is undone from its own page", done, err)
	}
}

func TestUndoOfAnImport(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	ids := d.guests(event, 200)
	hist, err := d.RecordHistory(context.Background(), event, ids[0])
	if err != nil {
		t.Fatal(err)
	}
	done, err := d.ActChanges(context.Background(), event, hist[0].Act)
	if err != nil || len(done) != 200 {
		t.Fatalf("ActChanges: %d, %v", len(done), err)
	}
	act := d.act(model.VerbUndo)
	act.Undoes = done[0].Act
	changes, kept, err := d.Undo(context.Background(), act, done)
	if err != nil || kept != 0 {
		t.Fatal(kept, err)
	}
	d.apply(changes...)
	if c, err := d.Counts(context.Background(), event, model.ID{}); err != nil || c != (model.Counts{}) {
		t.Errorf("after taking the import back: %+v, %v", c, err)
	}
}

// TestManyDesks has eight desks check guests in at once: each change is there, in one unbroken row, and every answer came.
func TestManyDesks(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	ids := d.guests(event, 400)
	errs := make(chan error)
	for desk := range 8 {
		go func() {
			var err error
			for i := desk; i < len(ids); i += 8 {
				act := model.Act{ID: model.ID{byte(desk + 1), byte(i), byte(i >> 8)}, Desk: fmt.Sprint(desk), Verb: model.VerbPresent}
				seat := model.Seat{Guest: ids[i]}
				err = errors.Join(err, d.Apply(context.Background(),
					[]model.Change{act.Change(model.SeatKey(event, model.ID{}, ids[i]), seat.Arrive(model.HowScan)...)}))
			}
			errs <- err
		}()
	}
	for range 8 {
		if err := <-errs; err != nil {
			t.Fatal(err)
		}
	}
	if c, err := d.Counts(context.Background(), event, model.ID{}); err != nil || c.Present != 400 {
		t.Fatalf("%+v, %v", c, err)
	}
	all, err := d.AllHistory(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range all {
		if c.Seq != uint64(i+1) {
			t.Fatalf("change %d has number %d", i+1, c.Seq)
		}
	}
}

func TestWatchersHearEveryCommitInOrder(t *testing.T) {
	d := newDesk(t)
	heard := make(chan model.Commit, 16)
	stop := d.Watch(func(c model.Commit) { heard <- c })
	event := d.event()
	ids := d.guests(event, 1)
	d.arrive(event, ids[0])
	for i, want := range []model.Kind{model.KindEvent, model.KindGuest, model.KindSeat} {
		c := <-heard
		if len(c.Records) != 1 || c.Records[0].Key.Kind != want || len(c.Changes) != 1 || c.Changes[0].Seq == 0 {
			t.Fatalf("commit %d: %+v", i, c)
		}
	}
	d.guests(d.event(), bulk+1)
	<-heard
	if c := <-heard; !c.Bulk || len(c.Records) != 0 {
		t.Errorf("an import of many was told as %+v", c)
	}
	stop()
	d.event()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if len(heard) != 0 {
		t.Error("told after stop")
	}
}

func TestSecondProcessIsRefused(t *testing.T) {
	d := newDesk(t)
	begin := time.Now()
	_, err := Open(d.Path(), Options{})
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), d.Path()) {
		t.Fatalf("second Open: %v", err)
	}
	if took := time.Since(begin); took > 2*time.Second {
		t.Errorf("refused after %v", took)
	}
}

func TestWhatIsNoDatabaseIsRefused(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"empty": "", "short": "x", "text": strings.Repeat("bukan basis data\n", 1000), "zero": strings.Repeat("\x00", 1<<16),
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path, Options{}); !errors.Is(err, ErrNotDatabase) {
			t.Errorf("%s: %v", name, err)
		}
		if b, err := os.ReadFile(path); err != nil || string(b) != content {
			t.Errorf("%s was changed: %v", name, err)
		}
	}
	if _, err := Open(dir, Options{}); err == nil {
		t.Error("a folder was opened")
	}
}

// TestFileCutShortIsRefused cuts a database that nothing stands beside at many lengths: bbolt maps it without asking, and
// touching a lost page ends the process. Where only room behind the last page was cut off, nothing is lost.
func TestFileCutShortIsRefused(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	d.guests(event, 2_000)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(d.Path())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "cut.db")
	refused := 0
	for i := range 60 {
		n := len(whole) * i / 600
		if err := os.WriteFile(path, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(path, Options{})
		if errors.Is(err, ErrNotDatabase) || errors.Is(err, model.ErrDamaged) {
			refused++
			continue
		}
		if err != nil {
			t.Fatalf("%d of %d bytes: %v", n, len(whole), err)
		}
		c, err := s.Counts(context.Background(), event, model.ID{})
		if err = errors.Join(err, s.Close()); err != nil || c.Invited != 2_000 {
			t.Fatalf("%d of %d bytes: %+v, %v", n, len(whole), c, err)
		}
	}
	if refused < 30 {
		t.Errorf("only %d cuts were refused", refused)
	}
}

// TestTornFirstPage tears the first of the two pages that a bbolt file begins with: the other one still opens it.
func TestTornFirstPage(t *testing.T) {
	d := newDesk(t)
	d.event()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(d.Path(), os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt([]byte("torn"), 16+56)
	if err = errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	if err := soundMeta(d.Path()); err != nil {
		t.Errorf("with one page torn: %v", err)
	}
}

func TestStrangersBoltFileIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, Options{}); !errors.Is(err, ErrNotDatabase) {
		t.Errorf("a bbolt file of something else: %v", err)
	}
}

func TestNewerFileIsRefused(t *testing.T) {
	d := newDesk(t)
	err := d.db.Update(func(tx *bolt.Tx) error {
		st := d.state
		st.Schema = schema + 1
		return d.codec.putState(tx, st)
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(d.Path(), Options{}); !errors.Is(err, ErrNewer) {
		t.Errorf("a newer file: %v", err)
	}
}

// TestDamageIsFoundWhenRead flips each byte of stored values in turn.
func TestDamageIsFoundWhenRead(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	key := model.EventKey(event)
	var good []byte
	err := d.db.View(func(tx *bolt.Tx) error {
		good = append(good, tx.Bucket([]byte(bucketEvent)).Get(recordKey(key))...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range good {
		bad := append([]byte(nil), good...)
		bad[i] ^= 1 << (i % 8)
		err := d.db.Update(func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucketEvent)).Put(recordKey(key), bad) })
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Event(context.Background(), event); !errors.Is(err, model.ErrDamaged) {
			t.Fatalf("byte %d flipped: %v", i, err)
		}
	}
}

func TestValueInAnothersPlaceIsFound(t *testing.T) {
	v := plain(bucketEvent, []byte("a"), []byte("body"))
	for _, c := range []struct{ bucket, key string }{{bucketEvent, "b"}, {bucketGuest, "a"}} {
		if _, err := testCodec(t).unwrap(c.bucket, []byte(c.key), v); !errors.Is(err, model.ErrDamaged) {
			t.Errorf("a value of event/a was taken for %s/%s", c.bucket, c.key)
		}
	}
	if b, err := testCodec(t).unwrap(bucketEvent, []byte("a"), v); err != nil || string(b) != "body" {
		t.Errorf("its own place: %q, %v", b, err)
	}
}

func TestNothingIsTakenAfterClose(t *testing.T) {
	d := newDesk(t)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	err := d.Apply(context.Background(), []model.Change{d.act(model.VerbCreate).Change(model.EventKey(d.id()), model.Write("theme", "x"))})
	if !errors.Is(err, model.ErrClosed) {
		t.Errorf("Apply after Close: %v", err)
	}
}

func TestDraftsOutliveTheProgram(t *testing.T) {
	d := newDesk(t)
	ctx := context.Background()
	one := model.Draft{ID: d.id(), Form: "event", Begun: d.now, At: d.now, Fields: map[string]string{"theme": "Penceg"}}
	for _, text := range []string{"P", "Pe", "Penceg"} {
		one.Fields["theme"] = text
		if err := d.SaveDraft(ctx, one); err != nil {
			t.Fatal(err)
		}
	}
	two := model.Draft{ID: d.id(), Form: "guest", Begun: d.now, At: d.now.Add(time.Second), Fields: map[string]string{"name": "Su"}}
	if err := d.SaveDraft(ctx, two); err != nil {
		t.Fatal(err)
	}
	// A power cut in the middle of the next write leaves a torn tail.
	f, err := os.OpenFile(d.draftPath(one.ID), os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteString("\x00\x00\x00\x40torn")
	if err = errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	d = d.reopen()
	left, err := d.Drafts(ctx)
	if err != nil || len(left) != 2 || left[0].ID != two.ID || left[1].Fields["theme"] != "Penceg" {
		t.Fatalf("left over: %+v, %v", left, err)
	}
	// The guest was saved after all; only its file was left behind.
	act := d.act(model.VerbWalkIn)
	act.Draft = two.ID
	d.apply(act.Change(model.GuestKey(d.id(), d.id()), model.Write(model.GuestName, "Suyatno")))
	if left, err = d.Drafts(ctx); err != nil || len(left) != 1 || left[0].ID != one.ID {
		t.Fatalf("after the save: %+v, %v", left, err)
	}
}

func TestPeopleAreOneDirectory(t *testing.T) {
	d := newDesk(t)
	ctx := context.Background()
	first, second := d.event(), d.event()
	a, b := d.guests(first, 3), d.guests(second, 2)
	d.arrive(second, b[0])
	people, err := d.People(ctx)
	if err != nil || len(people) != 3 {
		t.Fatalf("%d people, %v", len(people), err)
	}
	if people[0].Name != "Tamu 1" || people[0].Events != 2 {
		t.Errorf("first of the directory: %+v", people[0])
	}
	visits, err := d.Visits(ctx, people[0].ID)
	if err != nil || len(visits) != 2 {
		t.Fatalf("visits: %+v, %v", visits, err)
	}
	// Tamu 3 turns out to be Tamu 1 under another name; then not.
	r, err := d.Record(ctx, model.PersonKey(people[2].ID))
	if err != nil {
		t.Fatal(err)
	}
	set, _ := r.Write(model.PersonSameAs, people[0].ID.String())
	d.apply(d.act(model.VerbJoin).Change(r.Key, set))
	if visits, err = d.Visits(ctx, people[2].ID); err != nil || len(visits) != 3 {
		t.Fatalf("joined: %+v, %v", visits, err)
	}
	if joined, err := d.People(ctx); err != nil || len(joined) != 2 {
		t.Fatalf("joined directory: %+v, %v", joined, err)
	}
	d.undo(model.ID{})
	if visits, err = d.Visits(ctx, people[2].ID); err != nil || len(visits) != 1 || visits[0].Guest.ID != a[2] {
		t.Fatalf("parted: %+v, %v", visits, err)
	}
}

func TestReadOnlyFileOpensForReading(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everything")
	}
	d := newDesk(t)
	event := d.event()
	if err := errors.Join(d.Close(), os.Chmod(d.Path(), 0o400)); err != nil {
		t.Fatal(err)
	}
	again := openDesk(t, d.Path())
	if _, err := again.Event(context.Background(), event); err != nil || !again.ReadOnly() {
		t.Errorf("read-only: %v, %v", again.ReadOnly(), err)
	}
	err := again.Apply(context.Background(), []model.Change{d.act(model.VerbEdit).Change(model.EventKey(event), model.Write("theme", "x"))})
	if !errors.Is(err, model.ErrReadOnly) {
		t.Errorf("Apply: %v", err)
	}
}

func TestFilesAreForTheirOwnerAlone(t *testing.T) {
	d := newDesk(t)
	if err := d.SaveDraft(context.Background(), model.Draft{ID: d.id()}); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(filepath.Dir(d.Path()), func(path string, e os.DirEntry, err error) error {
		if err != nil || path == filepath.Dir(d.Path()) {
			return err
		}
		info, err := e.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", filepath.Base(path), info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// soundMeta reports whether a file opens although one of its first pages is torn.
func soundMeta(path string) error {
	c, err := newCodec()
	if err != nil {
		return err
	}
	j, err := judge(context.Background(), c, path, true, nil)
	if err == nil && !j.sound() {
		err = j.trouble()
	}
	return err
}

func testCodec(t *testing.T) codec {
	t.Helper()
	c, err := newCodec()
	if err != nil {
		t.Fatal(err)
	}
	return c
}
