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

// archivePath is the archive that HADIR_ARCHIVE names; see ui/figures/archive. It takes minutes to make, and is not made here.
func archivePath(b *testing.B) string {
	b.Helper()
	path := os.Getenv("HADIR_ARCHIVE")
	if path == "" {
		b.Skip("HADIR_ARCHIVE names no archive")
	}
	return path
}

// openArchive opens the archive for reading.
func openArchive(b *testing.B) *Store {
	b.Helper()
	s, err := Open(archivePath(b), Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	return s
}

// BenchmarkSearch times searches in the archive.
func BenchmarkSearch(b *testing.B) {
	s := openArchive(b)
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
	in, err := os.Open(archivePath(b))
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
	turns := inTurns{bare: bare}
	for b.Loop() {
		e := events[rng.IntN(len(events))].ID
		k := model.QuestionKey(e, d.id())
		c := d.act(model.VerbAsk).Change(k, model.Question{No: 1, Text: noted(rng) + noted(rng), Asker: "Contoh", Basis: "Pasal 1"}.Registers()...)
		turns.take(b, d, c, d.notePuts)
	}
	turns.report(b)
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
	s := openArchive(b)
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
