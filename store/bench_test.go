package store

import (
	"context"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// BenchmarkCheckIn times one check-in until it is on disk, in turns with a bare bbolt Update that puts the same bytes, and
// reports the medians and their ratio.
func BenchmarkCheckIn(b *testing.B) { newDesk(b).checkIns(b) }

// BenchmarkCheckInSealed is the same in a sealed database.
func BenchmarkCheckInSealed(b *testing.B) {
	d := newDesk(b)
	d.close()
	if _, err := Seal(b.Context(), d.path, passphrase, false, d.sealing()); err != nil {
		b.Fatal(err)
	}
	sealed, err := d.again(passphrase)
	if err != nil {
		b.Fatal(err)
	}
	sealed.checkIns(b)
}

func (d *desk) checkIns(b *testing.B) {
	event := d.event()
	ids := d.guests(event, 20_000)
	turns := inTurns{bare: bareDB(b)}
	n := uint64(0)
	for b.Loop() {
		c := d.checkIn(event, ids[int(n)%len(ids)])
		turns.take(b, d, c, d.lastPuts)
		n++
	}
	turns.report(b)
}

// BenchmarkFourDesks compares how many check-ins four desks get on disk in a time with what one gets.
func BenchmarkFourDesks(b *testing.B) {
	d := newDesk(b)
	event := d.event()
	ids := d.guests(event, 20_000)
	next := make(chan model.ID)
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		for i := 0; ; i++ {
			select {
			case next <- ids[i%len(ids)]:
			case <-stop:
				return
			}
		}
	}()
	var ratios []float64
	for b.Loop() {
		one := d.rate(event, next, 1)
		four := d.rate(event, next, 4)
		ratios = append(ratios, four/one)
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "ratio")
}

// rate is how many check-ins a second some desks reach together in 200 ms.
func (d *desk) rate(event model.ID, next chan model.ID, desks int) float64 {
	var wg sync.WaitGroup
	counts := make([]int, desks)
	end := time.Now().Add(200 * time.Millisecond)
	for i := range desks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for time.Now().Before(end) {
				id := <-next
				act := model.Act{ID: id, Desk: "Meja", Verb: model.VerbPresent, Wall: time.Now()}
				c := act.Change(model.SeatKey(event, model.ID{}, id), model.Add(model.SeatArrivals, "search"))
				if d.Apply(context.Background(), []model.Change{c}) == nil {
					counts[i]++
				}
			}
		}()
	}
	wg.Wait()
	sum := 0
	for _, c := range counts {
		sum += c
	}
	return float64(sum) / 0.2
}

func (d *desk) checkIn(event, guest model.ID) model.Change {
	return d.act(model.VerbPresent).Change(model.SeatKey(event, model.ID{}, guest), model.Add(model.SeatArrivals, "search"))
}

type put struct {
	bucket     string
	key, value []byte
}

// inTurns times our writes and a bare bbolt Update of the same bytes, one after the other: whatever else keeps the disk busy
// falls on both.
type inTurns struct {
	bare         *bolt.DB
	ours, theirs []time.Duration
}

// take writes a change, and then the bytes that it put into our file into the bare one.
func (x *inTurns) take(b *testing.B, d *desk, c model.Change, puts func(*testing.B, model.Key) []put) {
	b.Helper()
	begin := time.Now()
	d.apply(c)
	x.ours = append(x.ours, time.Since(begin))
	same := puts(b, c.Key)
	begin = time.Now()
	err := x.bare.Update(func(tx *bolt.Tx) error {
		for _, p := range same {
			if err := tx.Bucket([]byte(p.bucket)).Put(p.key, p.value); err != nil {
				return err
			}
		}
		return nil
	})
	x.theirs = append(x.theirs, time.Since(begin))
	if err != nil {
		b.Fatal(err)
	}
}

// report gives the medians and their ratio.
func (x *inTurns) report(b *testing.B) {
	ours, theirs := median(x.ours), median(x.theirs)
	b.ReportMetric(float64(ours.Microseconds()), "hadir-µs")
	b.ReportMetric(float64(theirs.Microseconds()), "bbolt-µs")
	b.ReportMetric(float64(ours)/float64(theirs), "ratio")
}

// lastPuts are the bytes that the last change of a seat put into the file.
func (d *desk) lastPuts(b *testing.B, seat model.Key) (out []put) {
	b.Helper()
	err := d.db.View(func(tx *bolt.Tx) error {
		get := func(bucket string, key []byte) {
			v := slices.Clone(tx.Bucket([]byte(bucket)).Get(key))
			out = append(out, put{bucket, slices.Clone(key), v})
		}
		get(bucketMeta, stateKey())
		get(bucketSeat, recordKey(seat))
		get(bucketJournal, journalKey(d.state.Device, d.state.Seq))
		k, v := lastWith(tx.Bucket([]byte(bucketTrail)).Cursor(), seat.Event[:])
		out = append(out, put{bucketTrail, slices.Clone(k), slices.Clone(v)})
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return out
}

// bareDB is a bbolt file with our buckets and as much in them.
func bareDB(b *testing.B) *bolt.DB {
	b.Helper()
	db, err := bolt.Open(filepath.Join(b.TempDir(), "bare.db"), 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	err = db.Update(func(tx *bolt.Tx) error {
		for _, name := range buckets() {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		journal, trail := tx.Bucket([]byte(bucketJournal)), tx.Bucket([]byte(bucketTrail))
		for i := range uint64(20_000) {
			if err := journal.Put(journalKey(1, i), make([]byte, 300)); err != nil {
				return err
			}
			if err := trail.Put(trailKey(model.ID{}, model.Stamp{Time: i}), make([]byte, 30)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return db
}

func median(ds []time.Duration) time.Duration {
	slices.Sort(ds)
	return ds[len(ds)/2]
}

// BenchmarkOpenDoor times reading the hall of 100,000 guests, the file in the page cache.
func BenchmarkOpenDoor(b *testing.B) {
	d := newDesk(b)
	event := d.event()
	d.guests(event, 100_000)
	d = d.reopen()
	for b.Loop() {
		if _, err := d.Hall(context.Background(), event, model.ID{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkJudge times the full check of the file of 100,000 guests, as before every start, the file in the page cache.
func BenchmarkJudge(b *testing.B) {
	d := newDesk(b)
	d.guests(d.event(), 100_000)
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	c, err := newCodec()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if j, err := judge(context.Background(), c, d.Path(), true, nil); err != nil || !j.sound() {
			b.Fatalf("%+v, %v", j, err)
		}
	}
}

// BenchmarkImportApply times accepting 100,000 guests: journal, trail, chunks and directory, in one transaction.
func BenchmarkImportApply(b *testing.B) {
	d := newDesk(b)
	for b.Loop() {
		d.guests(d.event(), 100_000)
	}
}
