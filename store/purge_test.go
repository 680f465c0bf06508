package store

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hadir/model"
)

// Numbers that stand nowhere but in what a test writes, in the writings in which they stand somewhere.
const (
	goneNIK   = "3317104501980000"
	gonePhone = "81000077701" // of a guest
	goneOld   = "81000077702" // the same guest's, before it was corrected
	goneRaw   = "+60 12 777 7001"
	goneAsker = "0810-0007-7703"
	goneDraft = "81000077704"
	keptPhone = "81000088801" // of another event
)

// standing lists the files of a database's folder in which one of the texts stands, in the writing given or folded.
func standing(t *testing.T, path string, texts ...string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(filepath.Dir(path), func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		for _, s := range texts {
			if bytes.Contains(b, []byte(s)) || bytes.Contains(b, []byte(strings.ToLower(s))) {
				found = append(found, strings.TrimPrefix(p, filepath.Dir(path))+": "+s)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// goneNumbers are all that are to be found nowhere afterwards.
func goneNumbers() []string {
	return []string{goneNIK, gonePhone, goneOld, goneRaw, "60127777001", goneAsker, "81000077703", goneDraft}
}

// purging is a database with two events: one that is to be purged, and one that is not.
type purging struct {
	*desk
	event, other            model.ID
	guest, plain, deputised model.ID
	asked                   model.ID
	promised, elsewhere     model.Key
	saved, savedOther       model.Key
	draft                   model.ID
}

func newPurging(t *testing.T) *purging {
	t.Helper()
	p := &purging{desk: newDesk(t)}
	p.event, p.other = p.desk.event(), p.desk.event()
	p.apply(p.act(model.VerbEdit).Change(model.EventKey(p.event), model.Write(model.EventSalt, "GARAMGARAM"), model.Write(model.EventContact, "Sdr. Xantippe "+goneAsker)))
	put := func(event model.ID, g model.Guest) model.ID {
		id := model.GuestID([]byte("salt"), g.Name, g.Institution, g.Order)
		p.apply(p.act(model.VerbImport).Change(model.GuestKey(event, id), g.Registers()...))
		return id
	}
	p.guest = put(p.event, model.Guest{
		Name: "Xendratmoko", Before: "H.", Post: "Kepala Desa Xanadu", Institution: "Desa Pulo", NIK: goneNIK, Phone: "+62" + goneOld, Order: 1,
		Sheet: 1, Row: 1, Sex: "L", Note: "hubungi " + goneAsker, Category: "KDS",
	})
	p.plain = put(p.event, model.Guest{Name: "Xylina", Institution: "Desa Weton", PhoneRaw: goneRaw, Order: 2, Sheet: 1, Row: 2, Sex: "P"})
	p.deputised = put(p.event, model.Guest{Name: "Xaverius", Institution: "Desa Pulo", Order: 3, WalkIn: true})
	put(p.other, model.Guest{Name: "Xendratmoko", Institution: "Desa Pulo", Phone: "+62" + keptPhone, Order: 1})
	p.edit(model.GuestKey(p.event, p.guest), map[string]string{model.GuestPhone: "+62" + gonePhone})
	p.arrive(p.event, p.guest)
	p.apply(p.act(model.VerbRepresent).Change(model.SeatKey(p.event, model.ID{}, p.deputised),
		p.seat(p.event, p.deputised).Represent(model.Deputy{Name: "Xerxes", Post: "Sekdes " + goneAsker})...))
	p.asked = p.question(p.event, model.Question{
		No: 1, Text: "Bolehkah anak 16 tahun? Hubungi " + goneAsker, Asker: "H. Xendratmoko", Post: "Kades", Guest: p.guest, From: "Desa Pulo",
	})
	p.apply(p.act(model.VerbAnswer).Change(model.QuestionKey(p.event, p.asked), model.AddAnswer(model.Answer{Text: "Belum, NIK " + goneNIK, By: "Pemateri Contoh"})...))
	p.promised = p.action(p.event, model.Action{
		No: 1, Do: "hubungi " + goneAsker, Owner: "H. Xendratmoko", OwnerKey: model.GuestKey(p.event, p.guest), Guest: p.guest,
		Asker: "H. Xendratmoko", From: "Desa Pulo", Question: p.asked,
	})
	p.elsewhere = p.action(p.other, model.Action{No: 1, Do: "hubungi " + keptPhone, Owner: "Dinperinnaker"})
	p.apply(p.act(model.VerbProgress).Change(p.promised, model.AddNote(model.Note{Text: "sudah ditelepon di " + goneAsker})))
	p.saved, p.savedOther = model.SavedKey(p.id()), model.SavedKey(p.id())
	p.apply(p.act(model.VerbCreate).Change(p.saved, model.Saved{Name: "nomor", Query: "0" + gonePhone}.Registers()...))
	p.apply(p.act(model.VerbCreate).Change(p.savedOther, model.Saved{Name: "lain", Query: "0" + keptPhone}.Registers()...))
	p.draft = p.id()
	for _, d := range []model.Draft{
		{ID: p.draft, Event: p.event, Fields: map[string]string{"phone": "0" + goneDraft}},
		{ID: p.id(), Event: p.other, Fields: map[string]string{"note": "0" + goneOld}},
		{ID: p.id(), Event: p.other, Fields: map[string]string{"note": "0" + keptPhone}},
	} {
		d.Begun, d.At = p.now, p.now
		if err := p.SaveDraft(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	p.settle()
	if err := p.Snapshot(context.Background()); err != nil {
		t.Fatal(err)
	}
	p.arrive(p.event, p.plain)
	return p
}

func (p *purging) order(l model.Level, events ...model.ID) PurgeOrder {
	return PurgeOrder{Events: events, Level: l, Act: p.act(model.VerbPurge)}
}

// purge closes the database, purges it and opens it anew.
func (p *purging) purge(l model.Level, events ...model.ID) Purged {
	p.t.Helper()
	p.close()
	out, err := Purge(context.Background(), p.path, p.options(), p.order(l, events...))
	if err != nil {
		p.t.Fatal(err)
	}
	p.open()
	return out
}

func (p *purging) options() Options { return Options{Now: p.clock, Rand: p.rand, Wait: shortWait} }

func (p *purging) open() {
	p.t.Helper()
	s, err := Open(p.path, p.options())
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { _ = s.Close() })
	p.desk = &desk{t: p.t, Store: s, now: p.now, rand: p.rand, name: p.name}
	s.now = p.clock
}

// whole checks everything: journal unbroken, records the fold of the journal, indexes what the records say.
func (p *purging) whole() {
	p.t.Helper()
	p.settle()
	out, err := p.Verify(context.Background(), nil)
	if err != nil || !out.Sound() {
		p.t.Errorf("verify: %+v, %v", out.Findings, err)
	}
	p.sound()
}

func (p *purging) record(k model.Key) model.Record {
	p.t.Helper()
	r, err := p.Record(context.Background(), k)
	if err != nil {
		p.t.Fatal(err)
	}
	return r
}

func TestPurgedNumbersAreNowhere(t *testing.T) {
	p := newPurging(t)
	plan, err := p.Purging(context.Background(), []model.ID{p.event}, model.NoNumbers)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []string{goneNIK, gonePhone, goneOld, goneRaw, goneAsker, goneDraft} {
		if len(standing(t, p.path, n)) == 0 {
			t.Fatalf("the scan does not find %s before the purge", n)
		}
	}
	before, _ := p.Counts(context.Background(), p.event, model.ID{})
	out := p.purge(model.NoNumbers, p.event)
	if out.Guests != 2 || out.Drafts != 2 || out.Searches != 1 || out.Names != 0 || out.Numbers < 8 || out.Changes < 8 || out.Snapshots == 0 || out.Logs == 0 {
		t.Errorf("purged: %+v", out)
	}
	if plan.Guests != out.Guests || plan.Numbers != out.Numbers || plan.Changes != out.Changes || plan.Drafts != out.Drafts {
		t.Errorf("what was told before, %+v, is not what was done, %+v", plan, out)
	}
	if found := standing(t, p.path, goneNumbers()...); len(found) > 0 {
		t.Errorf("still there: %q", found)
	}
	if len(standing(t, p.path, keptPhone)) == 0 {
		t.Error("the other event's number is gone as well")
	}
	if got := p.kinds(); len(got) > 0 {
		t.Errorf("notices: %v", got)
	}
	p.whole()

	// What stays.
	if after, _ := p.Counts(context.Background(), p.event, model.ID{}); after != before {
		t.Errorf("counts %+v, before %+v", after, before)
	}
	g := model.GuestOf(p.record(model.GuestKey(p.event, p.guest)))
	want := model.Guest{
		ID: p.guest, Name: "Xendratmoko", Before: "H.", Post: "Kepala Desa Xanadu", Institution: "Desa Pulo", Order: 1, Sheet: 1, Row: 1,
		Sex: "L", Note: "hubungi ***", Category: "KDS",
	}
	if g != want {
		t.Errorf("guest %+v", g)
	}
	if q := model.QuestionOf(p.record(model.QuestionKey(p.event, p.asked))); q.Text != "Bolehkah anak 16 tahun? Hubungi ***" || q.Answers[0].Text != "Belum, NIK ***" || q.Asker != "H. Xendratmoko" {
		t.Errorf("question %+v", q)
	}
	if x := p.row(p.promised); x.Do != "hubungi ***" || x.Owner != "H. Xendratmoko" {
		t.Errorf("row of the board %+v", x)
	}
	if got := model.SavedOf(p.record(p.saved)).Query; got != "***" {
		t.Errorf("kept search %q", got)
	}
	if got := model.SavedOf(p.record(p.savedOther)).Query; got != "0"+keptPhone {
		t.Errorf("the other kept search %q", got)
	}
	h, err := p.Hall(context.Background(), p.event, model.ID{})
	if err != nil {
		t.Fatal(err)
	}
	if hits := h.Find("7701", 5); len(hits) > 0 {
		t.Errorf("the door still finds by the phone's end: %v", hits)
	}
	history, err := p.History(context.Background(), p.event)
	if err != nil {
		t.Fatal(err)
	}
	if last := history[len(history)-1]; last.Verb != model.VerbPurge || last.Officer != "Petugas" || model.PurgedBy(last) != model.NoNumbers {
		t.Errorf("the last of the history is %+v", last)
	}
	if found := p.look("anak 16 tahun", model.SearchOptions{}); len(found.Hits) == 0 {
		t.Error("the archive does not find the question any more")
	}
}

func TestWhatComesAfterAPurgeIsCutToo(t *testing.T) {
	p := newPurging(t)
	k := model.GuestKey(p.event, p.guest)
	before := p.record(k)
	p.purge(model.NoNumbers, p.event)

	// This desk's own, and an undo of the purge, of which there is none.
	p.edit(k, map[string]string{model.GuestPhone: "+62" + gonePhone, model.GuestNote: "kini " + goneAsker})
	late := p.id()
	p.apply(p.act(model.VerbWalkIn).Change(model.GuestKey(p.event, late), model.Guest{Name: "Xulkarnaen", NIK: goneNIK, Order: 9}.Registers()...))
	if done, err := p.LastAct(context.Background(), p.event, p.name); err != nil || done[0].Verb != model.VerbWalkIn {
		t.Errorf("the last act is %v, %v", done, err)
	}
	// Another device's, from before the purge, as a stick would bring it: its place in its own chain stays.
	theirs := p.theirs(k, before, "+62"+goneOld)
	p.takeIn(theirs)
	p.takeIn(theirs) // twice is once

	if found := standing(t, p.path, goneNumbers()...); len(found) > 0 {
		t.Errorf("came in: %q", found)
	}
	if g := model.GuestOf(p.record(model.GuestKey(p.event, late))); g.Name != "Xulkarnaen" || g.NIK != "" {
		t.Errorf("late guest %+v", g)
	}
	p.close()
	p.open()
	p.whole()
}

// theirs is an entry of another device's journal that corrects a guest's phone.
func (p *purging) theirs(k model.Key, seen model.Record, phone string) []byte {
	p.t.Helper()
	set, _ := seen.Write(model.GuestPhone, phone)
	c := model.Change{Device: 99, Seq: 1, Time: uint64(p.now.UnixMilli()) << 16, Wall: p.now.UnixMilli(), Officer: "Lain", Key: k, Verb: model.VerbCorrect, Sets: []model.Set{set}}
	part, err := p.codec.journalPart(c)
	if err != nil {
		p.t.Fatal(err)
	}
	v, _ := part.chained(digest{})
	return slices.Clone(v[valueHeader:])
}

// takeIn takes an entry over as from a rescue log.
func (p *purging) takeIn(entry []byte) {
	p.t.Helper()
	err := p.job(context.Background(), func() error {
		return p.takeFrame(commitFrame{logChanges: logChanges{Entries: [][]byte{entry}}, to: p.state.Count + 1})
	})
	if err != nil {
		p.t.Fatal(err)
	}
}

func TestPurgedNamesAreNowhereAndTheListStands(t *testing.T) {
	p := newPurging(t)
	names := []string{"Xendratmoko", "Xylina", "Xaverius", "Xerxes", "Xanadu", "Xantippe", "GARAMGARAM"}
	if found := standing(t, p.path, names...); len(found) < len(names) {
		t.Fatalf("the scan finds %q", found)
	}
	// The other event goes too: the same man stands on its list.
	before, _ := p.Counts(context.Background(), p.event, model.ID{})
	out := p.purge(model.NoNames, p.event, p.other)
	if out.Guests != 4 || out.Names < 6 || out.Numbers < 8 {
		t.Errorf("purged: %+v", out)
	}
	if found := standing(t, p.path, append(append(goneNumbers(), keptPhone), names...)...); len(found) > 0 {
		t.Errorf("still there: %q", found)
	}
	p.whole()
	if after, _ := p.Counts(context.Background(), p.event, model.ID{}); after != before {
		t.Errorf("counts %+v, before %+v", after, before)
	}
	g := model.GuestOf(p.record(model.GuestKey(p.event, p.guest)))
	if want := (model.Guest{ID: p.guest, Name: model.Erased, Institution: "Desa Pulo", Order: 1, Sheet: 1, Row: 1, Sex: "L", Category: "KDS"}); g != want {
		t.Errorf("guest %+v", g)
	}
	if s := p.seat(p.event, p.guest); s.State != model.StatePresent {
		t.Errorf("seat %+v", s)
	}
	if s := p.seat(p.event, p.deputised); s.State != model.StateRepresented || s.Deputy.Name != model.Erased {
		t.Errorf("deputy's seat %+v", s)
	}
	if x := p.row(p.promised); x.Owner != model.Erased || x.Asker != model.Erased || x.From != "Desa Pulo" {
		t.Errorf("row of the board %+v", x)
	}
	if x := p.row(p.elsewhere); x.Owner != "Dinperinnaker" {
		t.Errorf("an institution's row of the board %+v", x)
	}
	if people, err := p.People(context.Background()); err != nil || len(people) > 0 {
		t.Errorf("people %v, %v", people, err)
	}
	if found := p.look("Xendratmoko", model.SearchOptions{}); len(found.Hits) > 0 {
		t.Errorf("found %v", found.Hits)
	}
}

func TestAPurgeThatWasBegunIsSaidAndFinished(t *testing.T) {
	p := newPurging(t)
	p.apply(p.act(model.VerbPurge).Change(model.EventKey(p.event), model.AddPurged(model.NoNumbers)))
	p.close()
	// The battery is dead before the file is written anew.
	p.open()
	if got := p.kinds(); !slices.Equal(got, []model.NoticeKind{model.NoticePurge}) {
		t.Errorf("notices %v", got)
	}
	p.whole()
	if err := p.Snapshot(context.Background()); err != nil {
		t.Fatal(err)
	}
	if len(standing(t, p.path, goneNIK)) == 0 {
		t.Fatal("it is gone already")
	}
	out := p.purge(model.NoNumbers)
	if found := standing(t, p.path, goneNIK, gonePhone, goneOld); len(found) > 0 {
		t.Errorf("still there: %q, %+v", found, out)
	}
	if got := p.kinds(); len(got) > 0 {
		t.Errorf("notices %v", got)
	}
	p.whole()
	// There is nothing left to do: the file stays as it is.
	again := p.purge(model.NoNumbers, p.event)
	if !again.None() || again.Logs > 0 {
		t.Errorf("once more: %+v", again)
	}
}

func TestASealedDatabaseIsPurged(t *testing.T) {
	p := newPurging(t)
	p.close()
	if _, err := Seal(context.Background(), p.path, passphrase, false, p.sealing()); err != nil {
		t.Fatal(err)
	}
	asked := 0
	o := p.sealing(passphrase)
	unlock := o.Unlock
	o.Unlock = func(t Try) (string, error) { asked++; return unlock(t) }
	out, err := Purge(context.Background(), p.path, o, p.order(model.NoNumbers, p.event))
	if err != nil || asked != 1 || out.Guests != 2 {
		t.Fatalf("%+v, %v; asked %d times", out, err, asked)
	}
	d, err := p.again(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	p.desk = d
	p.whole()
	if g := model.GuestOf(p.record(model.GuestKey(p.event, p.guest))); g.NIK+g.Phone != "" || g.Name != "Xendratmoko" {
		t.Errorf("guest %+v", g)
	}
	d.close()
	// Unsealed, so that the scan can look into it.
	if _, err := Unseal(context.Background(), p.path, p.sealing(passphrase)); err != nil {
		t.Fatal(err)
	}
	if found := standing(t, p.path, goneNumbers()...); len(found) > 0 {
		t.Errorf("still there: %q", found)
	}
}

func TestASnapshotFromBeforeIsPurgedWhenItIsAllThatIsLeft(t *testing.T) {
	p := newPurging(t)
	backup := filepath.Join(t.TempDir(), "cadangan.snap")
	if err := p.Backup(context.Background(), backup); err != nil {
		t.Fatal(err)
	}
	p.purge(model.NoNumbers, p.event)
	p.close()
	// The copies beside the file make it again as it is after the purge.
	if err := os.Remove(p.path); err != nil {
		t.Fatal(err)
	}
	p.open()
	p.whole()
	if found := standing(t, p.path, goneNumbers()...); len(found) > 0 {
		t.Errorf("made again with %q", found)
	}
	if l := model.LevelOf(p.record(model.EventKey(p.event))); l != model.NoNumbers {
		t.Errorf("level %d", l)
	}
	// A copy elsewhere is not reached, as it is told: who restores it has the numbers again.
	p.close()
	if _, err := Restore(context.Background(), p.path, backup, p.options()); err != nil {
		t.Fatal(err)
	}
	if len(standing(t, p.path, goneNIK)) == 0 {
		t.Error("the backup has lost its numbers")
	}
}

func TestPurgeOfNobody(t *testing.T) {
	p := newPurging(t)
	p.close()
	if _, err := Purge(context.Background(), p.path, p.options(), p.order(model.NoNumbers, model.ID{9})); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("an event that is not there: %v", err)
	}
	hold := openDesk(t, p.path)
	if _, err := Purge(context.Background(), p.path, p.options(), p.order(model.NoNumbers, p.event)); !errors.Is(err, ErrLocked) {
		t.Errorf("while another has it open: %v", err)
	}
	hold.close()
}

// stopDisk lets so many things be done to files, and nothing after that: the battery is dead.
type stopDisk struct {
	systemDisk
	left *int
}

var errStopped = errors.New("stopped")

func (d stopDisk) spend() error {
	if *d.left--; *d.left < 0 {
		return errStopped
	}
	return nil
}

func (d stopDisk) OpenFile(name string, flag int, perm fs.FileMode) (File, error) {
	if err := d.spend(); err != nil {
		return nil, err
	}
	f, err := d.systemDisk.OpenFile(name, flag, perm)
	return stopFile{f, d}, err
}

func (d stopDisk) Rename(from, to string) error {
	if err := d.spend(); err != nil {
		return err
	}
	return d.systemDisk.Rename(from, to)
}

func (d stopDisk) Remove(name string) error {
	if err := d.spend(); err != nil {
		return err
	}
	return d.systemDisk.Remove(name)
}

type stopFile struct {
	File
	d stopDisk
}

func (f stopFile) Write(b []byte) (int, error) {
	if err := f.d.spend(); err != nil {
		return 0, err
	}
	return f.File.Write(b)
}

// TestPurgeStoppedAnywhere stops the purge after each thing that it does to files, and starts again: the numbers are gone, or it is
// said that they are not, and nothing else is lost.
func TestPurgeStoppedAnywhere(t *testing.T) {
	finished := 0
	for n := 0; finished < 2; n += 2 {
		p := newPurging(t)
		p.close()
		left := n
		o := p.options()
		o.Disk = stopDisk{left: &left}
		_, err := Purge(context.Background(), p.path, o, p.order(model.NoNumbers, p.event))
		if err == nil {
			finished++
		}
		p.open()
		said := slices.Contains(p.kinds(), model.NoticePurge)
		level := model.LevelOf(p.record(model.EventKey(p.event)))
		p.close()
		found := standing(t, p.path, goneNIK, gonePhone, goneOld)
		switch {
		case err == nil && len(found) > 0:
			t.Errorf("after %d: done, and there is %q", n, found)
		case level == model.NoNumbers && len(found) > 0 && !said:
			t.Errorf("after %d: purged for the history, %q are there, and nothing is said", n, found)
		}
		p.open()
		if g := model.GuestOf(p.record(model.GuestKey(p.event, p.guest))); g.Name != "Xendratmoko" || p.seat(p.event, p.guest).State != model.StatePresent {
			t.Errorf("after %d: guest %+v", n, g)
		}
		p.whole()
		p.purge(model.NoNumbers, p.event)
		if found := standing(t, p.path, goneNumbers()...); len(found) > 0 {
			t.Errorf("after %d and once more: %q", n, found)
		}
		p.whole()
		p.close()
	}
}
