package store

import (
	"errors"
	"io"
	mathrand "math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/term"
	"hadir/store/index"
)

// BenchmarkSearch times searches in the archive that HADIR_ARCHIVE names; see ui/figures/archive.
func BenchmarkSearch(b *testing.B) {
	path := os.Getenv("HADIR_ARCHIVE")
	if path == "" {
		b.Skip("HADIR_ARCHIVE names no archive")
	}
	s, err := Open(path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	var words term.Analyzer
	for _, q := range []string{"paspor", "pencegahan", `"kepala desa"`, "pem", "paspor desa", "biaya paspor umrah", "yang"} {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Search(b.Context(), words.Parse(q, date.Of(time.Now()), true), model.SearchOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// archiveCopy is a copy of the archive that HADIR_ARCHIVE names, to be written into.
func archiveCopy(b *testing.B) string {
	b.Helper()
	from := os.Getenv("HADIR_ARCHIVE")
	if from == "" {
		b.Skip("HADIR_ARCHIVE names no archive")
	}
	in, err := os.Open(from)
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	path := filepath.Join(b.TempDir(), "copy.db")
	out, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkAsk times a question with its words and its entry in the index until it is on disk, in turns with a bare bbolt Update
// that puts the same bytes into a copy of the same file, and then finding it.
func BenchmarkAsk(b *testing.B) {
	d := openDesk(b, archiveCopy(b))
	d.now = time.Now()
	bare, err := bolt.Open(archiveCopy(b), 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType, InitialMmapSize: initialMap})
	if err != nil {
		b.Fatal(err)
	}
	defer bare.Close()
	events, err := d.Events(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	rng := mathrand.New(mathrand.NewPCG(1, 2))
	var ours, theirs []time.Duration
	for b.Loop() {
		e := events[rng.IntN(len(events))].ID
		k := model.QuestionKey(e, d.id())
		c := d.act(model.VerbAsk).Change(k, model.Question{No: 1, Text: noted(rng) + noted(rng), Asker: "Contoh", Basis: "Pasal 1"}.Registers()...)
		begin := time.Now()
		d.apply(c)
		ours = append(ours, time.Since(begin))
		puts := d.notePuts(b, k)
		begin = time.Now()
		err := bare.Update(func(tx *bolt.Tx) error {
			for _, p := range puts {
				if err := tx.Bucket([]byte(p.bucket)).Put(p.key, p.value); err != nil {
					return err
				}
			}
			return nil
		})
		theirs = append(theirs, time.Since(begin))
		if err != nil {
			b.Fatal(err)
		}
	}
	x, y := median(ours), median(theirs)
	b.ReportMetric(float64(x.Microseconds()), "hadir-µs")
	b.ReportMetric(float64(y.Microseconds()), "bbolt-µs")
	b.ReportMetric(float64(x)/float64(y), "ratio")
}

// notePuts are the bytes that the last change, of a new question, put into the file.
func (d *desk) notePuts(b *testing.B, k model.Key) (out []put) {
	b.Helper()
	err := d.db.View(func(tx *bolt.Tx) error {
		get := func(bucket string, key []byte) {
			if v := tx.Bucket([]byte(bucket)).Get(key); v != nil {
				out = append(out, put{bucket, slices.Clone(key), slices.Clone(v)})
			}
		}
		get(bucketMeta, stateKey())
		get(bucketQuestion, recordKey(k))
		get(bucketPending, index.PendingKey(k))
		get(bucketJournal, journalKey(d.state.Device, d.state.Seq))
		key, v := lastWith(tx.Bucket([]byte(bucketTrail)).Cursor(), k.Event[:])
		out = append(out, put{bucketTrail, slices.Clone(key), slices.Clone(v)})
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return out
}

// BenchmarkIndexSize tells how large the index of the archive is beside the texts that it is made of.
func BenchmarkIndexSize(b *testing.B) {
	path := os.Getenv("HADIR_ARCHIVE")
	if path == "" {
		b.Skip("HADIR_ARCHIVE names no archive")
	}
	s, err := Open(path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	texts, size := 0, 0
	for b.Loop() {
		texts, size = 0, 0
		err := s.view(func(tx *bolt.Tx) error {
			for _, name := range searchBuckets() {
				st := tx.Bucket([]byte(name)).Stats()
				size += st.BranchAlloc + st.LeafAlloc + st.InlineBucketInuse
			}
			for _, kind := range builtKinds() {
				err := s.codec.eachRecord(tx, kind, nil, func(r model.Record) error {
					d, _ := documentOf(r)
					for _, t := range d.texts {
						texts += len(t.text)
					}
					for _, m := range d.marks {
						texts += len(m.value)
					}
					return nil
				})
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(size), "index-B")
	b.ReportMetric(float64(texts), "text-B")
	b.ReportMetric(float64(size)/float64(texts), "ratio")
}
