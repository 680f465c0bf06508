package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/board"
)

// action writes a follow-up and gives its key.
func (d *desk) action(event model.ID, a model.Action) model.Key {
	d.t.Helper()
	k := model.ActionKey(event, d.id())
	d.apply(d.act(model.VerbPromise).Change(k, a.Registers()...))
	return k
}

// question writes a question and gives its ID.
func (d *desk) question(event model.ID, q model.Question) model.ID {
	d.t.Helper()
	id := d.id()
	d.apply(d.act(model.VerbAsk).Change(model.QuestionKey(event, id), q.Registers()...))
	return id
}

// edit writes registers of a record in knowledge of what it holds.
func (d *desk) edit(k model.Key, values map[string]string) {
	d.t.Helper()
	r, err := d.Record(context.Background(), k)
	if err != nil {
		d.t.Fatal(err)
	}
	d.apply(d.act(model.VerbEdit).Change(k, r.Edit(values)...))
}

// row is the row of the board that an action has.
func (d *desk) row(k model.Key) board.Item {
	d.t.Helper()
	rows, err := d.Board(context.Background())
	if err != nil {
		d.t.Fatal(err)
	}
	i := slices.IndexFunc(rows, func(r board.Row) bool { return model.ActionKey(r.Event, r.ID) == k })
	if i < 0 {
		d.t.Fatalf("the board has no row of %v", k)
	}
	x, err := rows[i].Item()
	if err != nil {
		d.t.Fatal(err)
	}
	return x
}

// same checks that every row of the board is what its record says, whatever led there.
func (d *desk) same() {
	d.t.Helper()
	err := d.db.View(func(tx *bolt.Tx) error {
		n := 0
		err := d.codec.eachRecord(tx, model.KindAction, nil, func(r model.Record) error {
			n++
			want, err := d.codec.item(r, d.codec.in(tx))
			if err != nil {
				return err
			}
			key := recordKey(r.Key)
			body, err := d.codec.unwrap(bucketBoard, key, tx.Bucket([]byte(bucketBoard)).Get(key))
			if err != nil {
				return err
			}
			if string(body) != string(board.Pack(nil, want)) {
				return fmt.Errorf("row of %v is %q", r.Key, body)
			}
			return nil
		})
		if rows := tx.Bucket([]byte(bucketBoard)).Stats().KeyN; rows != n {
			return fmt.Errorf("%d rows of %d actions", rows, n)
		}
		return err
	})
	if err != nil {
		d.t.Error(err)
	}
	if checked, err := d.Verify(context.Background(), nil); err != nil || !checked.Sound() {
		d.t.Errorf("verified: %+v, %v", checked.Findings, err)
	}
}

// TestVerifyFindsAWrongRow changes a row behind the store's back: it is whole, and not what the record says.
func TestVerifyFindsAWrongRow(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	k := d.action(event, model.Action{Do: "Cek", Due: "2023-11-28"})
	err := d.db.Update(func(tx *bolt.Tx) error {
		body := board.Pack(make([]byte, valueHeader), board.Item{Action: model.Action{Do: "Lain"}})
		st := d.state
		if err := st.Total.replace(d.codec, tx.Bucket([]byte(bucketBoard)), bucketBoard, recordKey(k), body); err != nil {
			return err
		}
		return d.codec.putState(tx, st)
	})
	if err != nil {
		t.Fatal(err)
	}
	checked, err := d.Verify(t.Context(), nil)
	if err != nil || !slices.ContainsFunc(checked.Findings, func(f model.Finding) bool {
		return f.Kind == model.FoundIndex && f.Place == bucketBoard && f.Count == 1
	}) {
		t.Errorf("%+v, %v", checked.Findings, err)
	}
}

func TestBoardFollowsWhatItNames(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	guest := d.guests(event, 3)[0]
	role := model.RoleKey(event, d.id())
	d.apply(d.act(model.VerbEdit).Change(role, model.Role{Duty: model.DutySpeaker, Name: "Contoh Satu", After: "S.H."}.Registers()...))
	k := d.action(event, model.Action{
		No: 1, Do: "Kirim daftar", Owner: "Contoh Satu, S.H.", OwnerKey: role, From: "Desa 0", Guest: guest, Asker: "Tamu 1", Due: "2023-11-28",
	})
	if x := d.row(k); x.Owner != "Contoh Satu, S.H." || x.Due != "2023-11-28" || x.Status != model.ActionTodo || x.No != 1 {
		t.Errorf("%+v", x)
	}
	// The name of the owner is corrected, later, elsewhere; so is where the asker comes from.
	d.edit(role, map[string]string{model.RoleName: "Contoh Dua"})
	d.edit(model.GuestKey(event, guest), map[string]string{model.GuestDistrict: "Contoh"})
	if x := d.row(k); x.Owner != "Contoh Dua, S.H." || x.Area != "Contoh" {
		t.Errorf("after the corrections %+v", x)
	}
	actions, err := d.Actions(t.Context(), event)
	if err != nil || len(actions) != 1 || actions[0].Owner != "Contoh Dua, S.H." {
		t.Errorf("%+v, %v", actions, err)
	}
	d.same()
	d.undo(event)
	d.undo(event)
	if x := d.row(k); x.Owner != "Contoh Satu, S.H." || x.Area != "" {
		t.Errorf("after the undos %+v", x)
	}
	// Undoing the action takes it off the board.
	d.undo(event)
	d.undo(event)
	if x := d.row(k); !x.Removed {
		t.Errorf("%+v", x)
	}
	d.same()
}

func TestAnonymousAskerIsOnNoBoard(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	guest := d.guests(event, 1)[0]
	q := d.question(event, model.Question{No: 1, Text: "?", Guest: guest, Asker: "Tamu 1", From: "Desa 0"})
	k := d.action(event, model.Action{Do: "Cek", Question: q, Guest: guest, Asker: "Tamu 1", From: "Desa 0"})
	for _, step := range []struct {
		anonymous string
		found     int
	}{{"", 1}, {"1", 0}, {"", 1}} {
		d.edit(model.QuestionKey(event, q), map[string]string{model.QuestionAnonymous: step.anonymous})
		x := d.row(k)
		a, err := d.Action(t.Context(), k)
		if err != nil || (x.Asker+x.From == "") != (step.found == 0) || (a.Asker+a.From == "") != (step.found == 0) {
			t.Errorf("anonymous %q: %+v, %+v, %v", step.anonymous, x, a, err)
		}
		page, err := d.Dealings(t.Context(), "Desa 0")
		if err != nil || len(page.Questions) != step.found || len(page.Actions) != step.found {
			t.Errorf("anonymous %q: %+v, %v", step.anonymous, page, err)
		}
		_, actions, err := d.AskedBy(t.Context(), page.Visits)
		if err != nil || len(actions) != step.found {
			t.Errorf("anonymous %q: %+v, %v", step.anonymous, actions, err)
		}
		d.same()
	}
}

func TestDealingsOfAnInstitution(t *testing.T) {
	d := newDesk(t)
	first, second := d.event(), d.event()
	d.edit(model.EventKey(second), map[string]string{model.EventDate: "2024-02-01"})
	guests := d.guests(first, 45)
	d.apply(d.act(model.VerbImport).Change(model.GuestKey(second, d.id()),
		model.Guest{Name: "Contoh", Institution: "Pemdes 0", Order: 1}.Registers()...))
	d.arrive(first, guests[0])
	q := d.question(first, model.Question{No: 1, Text: "Kapan?", Guest: guests[0], From: "Ds. 0"})
	kept := d.action(first, model.Action{No: 1, Do: "a", From: "DESA 0", Question: q, Due: "2023-12-01", Status: model.ActionDone})
	open := d.action(first, model.Action{No: 2, Do: "b", From: "desa 0", Due: "2023-12-05"})
	d.action(first, model.Action{No: 3, Do: "c", From: "Desa 1"})
	page, err := d.Dealings(t.Context(), "Desa 0")
	if err != nil || len(page.Visits) != 3 || page.Visits[0].Event.ID != second || page.Visits[1].Seat.State != model.StatePresent ||
		len(page.Questions) != 1 || len(page.Actions) != 2 || page.Actions[0].ID != open.ID || page.Actions[1].ID != kept.ID {
		t.Errorf("%+v, %v", page, err)
	}
	// At the next event with people of the same institution what is open is known.
	open2, err := d.OpenPromises(t.Context(), second)
	if err != nil || len(open2) != 1 || open2[0].ID != open.ID {
		t.Errorf("open promises %+v, %v", open2, err)
	}
	// Who was corrected to be from elsewhere is no longer on the page; a question that was removed neither.
	d.edit(model.GuestKey(first, guests[0]), map[string]string{model.GuestInstitution: "Desa Lain"})
	d.edit(model.QuestionKey(first, q), map[string]string{model.Removed: "1"})
	page, err = d.Dealings(t.Context(), "desa 0")
	if err != nil || len(page.Visits) != 2 || len(page.Questions) != 0 || len(page.Actions) != 2 {
		t.Errorf("%+v, %v", page, err)
	}
	all, err := d.Institutions(t.Context())
	if err != nil || len(all) != 41 {
		t.Fatalf("%d institutions, %v", len(all), err)
	}
	i := slices.IndexFunc(all, func(x model.Institution) bool { return x.Name == "Pemdes 0" })
	if i < 0 || all[i].Events != 2 || all[i].Open != 1 {
		t.Errorf("%+v", all)
	}
	if page, err := d.Dealings(t.Context(), "  "); err != nil || len(page.Visits)+len(page.Actions) > 0 {
		t.Errorf("of nobody: %+v, %v", page, err)
	}
}

func TestWhatIsDue(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	for i, due := range []string{"2023-11-20", "2023-11-21", "2023-11-26", "2023-11-27", "", "2023-11-01"} {
		d.action(event, model.Action{No: i + 1, Do: due, Due: due})
	}
	d.action(event, model.Action{Do: "selesai", Due: "2023-11-01", Status: model.ActionDone})
	late, soon, first, err := d.Due(t.Context(), "2023-11-21", "2023-11-26", 2)
	if err != nil || late != 2 || soon != 2 || len(first) != 2 || first[0].Due != "2023-11-01" || first[1].Due != "2023-11-20" {
		t.Errorf("%d, %d, %+v, %v", late, soon, first, err)
	}
	if n, err := d.NextAction(t.Context(), event); err != nil || n != 7 {
		t.Errorf("next number %d, %v", n, err)
	}
}

// TestOldFileGetsTheBoard opens a file of the first schema, which has no board: it gets one, and what it holds is the same.
func TestOldFileGetsTheBoard(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	guest := d.guests(event, 300)[0]
	q := d.question(event, model.Question{Text: "?", From: "Desa 0"})
	k := d.action(event, model.Action{Do: "Cek", Owner: "?", OwnerKey: model.GuestKey(event, guest), Question: q, From: "Desa 0"})
	before := contents(t, d)
	err := d.db.Update(func(tx *bolt.Tx) error {
		st := d.state
		st.Schema = 1
		for _, b := range []string{bucketBoard, bucketNamed, bucketByInst} {
			if err := tx.DeleteBucket([]byte(b)); err != nil {
				return err
			}
		}
		return d.codec.putState(tx, st)
	})
	if err != nil {
		t.Fatal(err)
	}
	d = d.reopen()
	if x := d.row(k); x.Owner != "Tamu 1" || d.state.Schema != schema {
		t.Errorf("%+v, schema %d", x, d.state.Schema)
	}
	if after := contents(t, d); after != before {
		t.Error("the file is not as if it had had the board from the start")
	}
}

// contents is the buckets that the migration makes, as text.
func contents(t *testing.T, d *desk) string {
	t.Helper()
	var all strings.Builder
	err := d.db.View(func(tx *bolt.Tx) error {
		for _, b := range []string{bucketBoard, bucketNamed, bucketByInst} {
			err := tx.Bucket([]byte(b)).ForEach(func(k, v []byte) error {
				fmt.Fprintf(&all, "%s %x %x\n", b, k, v)
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestDamagedRowIsFound(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	k := d.action(event, model.Action{Do: "Cek"})
	err := d.db.Update(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(bucketBoard)).Put(recordKey(k), []byte("rusak"))
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Board(t.Context()); !errors.Is(err, model.ErrDamaged) {
		t.Errorf("Board = %v", err)
	}
}
