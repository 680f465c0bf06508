package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/term"
	"hadir/store/index"
)

// words are those that a test's notes are made of.
func words() []string {
	return []string{
		"paspor", "biaya", "desa", "surat", "izin", "pembuatan", "membuat", "PMI", "pekerja migran indonesia", "calon", "berkas",
		"antrean", "kantor", "imigrasi", "umrah", "rekomendasi", "keluarga", "lurah", "kecamatan", "sponsor", "yang", "dan", "di",
	}
}

func noted(rng *rand.Rand) string {
	all, out := words(), ""
	for range 3 + rng.IntN(12) {
		out += all[rng.IntN(len(all))] + " "
	}
	return out + fmt.Sprint(rng.IntN(300))
}

// rewrite is the set that writes a register again.
func writeAgain(r model.Record, field, value string) model.Set {
	set, _ := r.Write(field, value)
	return set
}

func (d *desk) sound() {
	d.t.Helper()
	c, err := d.VerifyIndex(d.t.Context())
	if err != nil || !c.Sound() {
		d.t.Fatalf("index %+v, %v", c, err)
	}
}

// settle waits until the writer has nothing to do for the index.
func (d *desk) settle() {
	d.t.Helper()
	if err := d.job(d.t.Context(), func() error { return nil }); err != nil {
		d.t.Fatal(err)
	}
}

// TestIndexFollowsRecords writes, edits, removes and undoes for a while, closes the file in between, and holds that the index is
// what the records say, and that both the index and one made anew find the same.
func TestIndexFollowsRecords(t *testing.T) {
	d := newDesk(t)
	rng := rand.New(rand.NewPCG(3, 4))
	events := []model.ID{d.event(), d.event(), d.event()}
	var keys []model.Key
	for i := range 900 {
		event := events[rng.IntN(len(events))]
		switch n := rng.IntN(12); {
		case n == 0 && len(keys) > 0:
			d.apply(d.act(model.VerbRemove).Change(keys[rng.IntN(len(keys))], model.Write(model.Removed, "1")))
		case n <= 2 && len(keys) > 0:
			k := keys[rng.IntN(len(keys))]
			r, err := d.Record(t.Context(), k)
			if err != nil {
				t.Fatal(err)
			}
			d.apply(d.act(model.VerbEdit).Change(k, writeAgain(r, model.QuestionText, noted(rng))))
		case n == 3:
			d.undo(event)
		default:
			keys = append(keys, d.ask(event, noted(rng), noted(rng)))
		}
		if i%300 == 150 {
			d = d.reopen()
			d.sound()
		}
	}
	d.sound()
	d.settle()
	d.sound()
	before := d.answers()
	if err := d.Reindex(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	d.sound()
	after := d.answers()
	for q, ids := range before {
		if !slices.Equal(ids, after[q]) {
			t.Errorf("%q found %d, and %d in an index made anew", q, len(ids), len(after[q]))
		}
	}
}

// answers are the keys of all that some queries find.
func (d *desk) answers() map[string][]string {
	d.t.Helper()
	today, _ := date.New(2023, 11, 21)
	out := make(map[string][]string)
	for _, q := range []string{
		"paspor", "membuat paspor", `"surat izin"`, "PMI -desa", "rekomen", "kantor imigrasi lurah", "jenis:pertanyaan biaya", "17",
	} {
		found, err := d.Search(d.t.Context(), new(term.Analyzer).Parse(q, today, true), model.SearchOptions{Limit: 5000})
		if err != nil || len(found.Hits) != found.Total || found.Total == 0 {
			d.t.Fatalf("%q: %d of %d, %v", q, len(found.Hits), found.Total, err)
		}
		for _, h := range found.Hits {
			out[q] = append(out[q], h.Key.Text())
		}
		slices.Sort(out[q])
	}
	return out
}

// TestDamagedIndexIsNoticedAndMadeAnew spoils one value of the index: searching goes on, says so, and soon nothing is wrong.
func TestDamagedIndexIsNoticedAndMadeAnew(t *testing.T) {
	for _, bucket := range searchBuckets() {
		t.Run(bucket, func(t *testing.T) {
			d := newDesk(t)
			event := d.event()
			rng := rand.New(rand.NewPCG(5, 6))
			act := d.act(model.VerbAsk)
			var changes []model.Change
			for range 400 {
				q := model.Question{No: 1, Text: noted(rng) + "langka"}
				changes = append(changes, act.Change(model.QuestionKey(event, d.id()), q.Registers()...))
			}
			d.apply(changes...)
			d.ask(event, "paspor yang menunggu", "")
			d.settle()
			d = d.reopen()
			if !d.spoil(bucket) {
				t.Skip("nothing stands there")
			}
			if c, err := d.VerifyIndex(t.Context()); err != nil || c.Sound() {
				t.Errorf("the check sees nothing: %+v, %v", c, err)
			}
			unread := 0
			for _, q := range []string{"paspor", "langka", "desa surat"} {
				unread += d.look(q, model.SearchOptions{}).Unread
			}
			// Which documents an event has is only asked by who writes.
			if unread == 0 && bucket != bucketPlaces {
				t.Error("searching does not say that something is damaged")
			}
			// A note is still written, and wakes the writer.
			k := d.ask(event, "gerhana", "")
			d.settle()
			d.sound()
			found := d.look("gerhana", model.SearchOptions{})
			if len(found.Hits) != 1 || found.Hits[0].Key != k || found.Unread != 0 {
				t.Errorf("after it was made anew: %+v", found)
			}
		})
	}
}

// spoil changes a byte of every value in a bucket; false where there is none.
func (d *desk) spoil(bucket string) (done bool) {
	d.t.Helper()
	err := d.job(d.t.Context(), func() error {
		return d.db.Update(func(tx *bolt.Tx) error {
			b := tx.Bucket([]byte(bucket))
			spoiled := make(map[string][]byte)
			err := b.ForEach(func(k, v []byte) error {
				v = slices.Clone(v)
				v[len(v)-1] ^= 1
				spoiled[string(k)] = v
				return nil
			})
			for k, v := range spoiled {
				done = true
				if err == nil {
					err = b.Put([]byte(k), v)
				}
			}
			return err
		})
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return done
}

// TestOldFileGetsAnIndex opens a file of the first schema, which has none.
func TestOldFileGetsAnIndex(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	fee := d.ask(event, "Berapa biaya paspor?", "Rp350.000.")
	err := d.job(t.Context(), func() error {
		return d.db.Update(func(tx *bolt.Tx) error {
			for _, b := range searchBuckets() {
				if err := tx.DeleteBucket([]byte(b)); err != nil {
					return err
				}
			}
			st := d.state
			st.Schema = 1
			return d.codec.putState(tx, st)
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	d = d.reopen()
	d.settle()
	d.sound()
	if h := d.look("biaya", model.SearchOptions{}).Hits; len(h) != 1 || h[0].Key != fee {
		t.Errorf("found %+v", h)
	}
}

// TestRestIsForWhoeverOpens holds that a start leaves the index alone for its time, writes meanwhile, and goes on afterwards.
func TestRestIsForWhoeverOpens(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	d.ask(event, "Berapa biaya paspor?", "Rp350.000.")
	d.settle()
	if err := d.job(t.Context(), d.beginIndex); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(d.Path(), Options{Now: d.clock, Rand: d.rand, Rest: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	d.Store = s
	t.Cleanup(func() { _ = s.Close() })
	d.ask(event, "Di mana loketnya?", "Di lantai dua.")
	d.settle()
	built := func() (done bool) {
		err := d.view(func(tx *bolt.Tx) error {
			st, _, err := index.ReadState(shelf{tx, d.codec})
			done = st.Built.Done
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return done
	}
	if built() {
		t.Error("the index was made during the rest")
	}
	over := make(chan time.Time)
	close(over)
	if err := d.job(t.Context(), func() error { d.idle.start = over; return nil }); err != nil {
		t.Fatal(err)
	}
	for i := 0; i < 100 && !built(); i++ {
		// The writer may see a job that waits before it sees that the rest is over.
		d.settle()
	}
	if !built() {
		t.Error("the index was not made after the rest")
	}
	d.sound()
}

// TestUnfinishedMergeGoesOn closes the file in the middle of a merge.
func TestUnfinishedMergeGoesOn(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	rng := rand.New(rand.NewPCG(8, 8))
	hold := func(on bool) {
		if err := d.job(t.Context(), func() error { d.idle.held, d.idle.more = on, true; return nil }); err != nil {
			t.Fatal(err)
		}
	}
	hold(true)
	for range 9 {
		for range 20 {
			d.ask(event, noted(rng), noted(rng))
		}
		err := d.job(t.Context(), func() error {
			_, err := d.work(func(w *worker) (bool, error) { return false, w.file(fileMost) })
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	err := d.job(t.Context(), func() error {
		_, err := d.work(func(w *worker) (bool, error) { return w.slice(1, 500) })
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	d.sound()
	d = d.reopen()
	d.settle()
	d.sound()
	_ = d.db.View(func(tx *bolt.Tx) error {
		st, _, err := index.ReadState(shelf{tx, d.codec})
		if err != nil || len(st.Segments) != 1 || st.Plan() {
			t.Errorf("state %+v, %v", st, err)
		}
		return nil
	})
}

// TestAnonymousAskerIsNowhere holds that no word of who asked in confidence comes into the index.
func TestAnonymousAskerIsNowhere(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	k := model.QuestionKey(event, d.id())
	q := model.Question{No: 1, Text: "Apakah aman?", Asker: "Rahasiawati", From: "Desa Tersembunyi"}
	d.apply(d.act(model.VerbAsk).Change(k, q.Registers()...))
	r, err := d.Record(t.Context(), k)
	if err != nil {
		t.Fatal(err)
	}
	d.apply(d.act(model.VerbEdit).Change(k, writeAgain(r, model.QuestionAnonymous, "1")))
	for _, words := range []string{"rahasiawati", "tersembunyi", "penanya:rahasiawati", "instansi:tersembunyi"} {
		if found := d.look(words, model.SearchOptions{}); found.Total != 0 {
			t.Errorf("%q finds %+v", words, found.Hits)
		}
	}
	if found := d.look("aman", model.SearchOptions{Facets: true}); found.Total != 1 || found.Hits[0].Who != "" {
		t.Errorf("found %+v", found)
	}
}
