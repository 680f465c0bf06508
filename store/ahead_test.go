package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// TestReadAheadFindsTheLeaves: what is read ahead of a list is exactly the leaves that its keys stand in, whole.
func TestReadAheadFindsTheLeaves(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	events := []model.ID{{1}, {2}, {3}}
	for _, event := range events {
		var changes []model.Change
		act := model.Act{ID: event, Verb: model.VerbImport}
		for i := range 12_000 {
			var id model.ID
			binary.BigEndian.PutUint32(id[:], uint32(i*300_000))
			changes = append(changes, act.Change(model.GuestKey(event, id), model.Write(model.GuestName, fmt.Sprint("Tamu ", i))))
		}
		if err := s.Apply(t.Context(), changes); err != nil {
			t.Fatal(err)
		}
	}
	for _, event := range events {
		// Tx.Page looks at the list of free pages, which is the writer's own.
		err := s.job(t.Context(), func() error {
			return s.db.View(func(tx *bolt.Tx) error {
				f, err := os.Open(path)
				if err != nil {
					return err
				}
				defer f.Close()
				a := ahead{file: f, page: int64(s.db.Info().PageSize), prefix: event[:], left: mostPages}
				a.descend(int64(tx.Bucket([]byte(bucketGuest)).Root()))
				keys := 0
				for _, id := range a.leaves {
					p, err := tx.Page(int(id))
					if err != nil || p.Type != "leaf" {
						return fmt.Errorf("page %d: %v, %w", id, p, err)
					}
					keys += p.Count
					whole := func(x span) bool {
						return x.from <= id*a.page && (id+1+int64(p.OverflowCount))*a.page <= x.to
					}
					covered := false
					for _, x := range a.spans() {
						covered = covered || whole(x)
						if x.to-x.from > aheadPiece || x.to <= x.from {
							t.Errorf("a piece from %d to %d", x.from, x.to)
						}
					}
					if !covered {
						t.Errorf("page %d with %d behind it is in no piece", id, p.OverflowCount)
					}
				}
				chunks := 0
				if err := testCodec(t).each(tx, bucketGuest, event[:], func(_, _ []byte) error { chunks++; return nil }); err != nil {
					return err
				}
				// The first and the last leaf hold neighbours' keys as well.
				if keys < chunks || len(a.leaves) < 4 {
					t.Errorf("%d leaves with %d keys for %d chunks", len(a.leaves), keys, chunks)
				}
				return nil
			})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// FuzzBranch reads pages of any bytes: nothing is found in them, or something, and it ends.
func FuzzBranch(f *testing.F) {
	page := make([]byte, 4*512)
	for i := range 3 {
		p := page[i*512:]
		binary.NativeEndian.PutUint16(p[8:], branchPage)
		binary.NativeEndian.PutUint16(p[10:], 2)
		for n := range 2 {
			e := p[pageHeader+n*branchElement:]
			binary.NativeEndian.PutUint32(e, uint32(2*branchElement-n*branchElement))
			binary.NativeEndian.PutUint32(e[4:], 16)
			binary.NativeEndian.PutUint64(e[8:], uint64(1+(i+n)%3)) // round in circles
		}
	}
	f.Add(page)
	f.Fuzz(func(t *testing.T, file []byte) {
		a := ahead{file: bytes.NewReader(file), page: 512, prefix: make([]byte, 16), left: 64}
		a.descend(1)
		for _, x := range a.spans() {
			if x.to <= x.from || x.to-x.from > aheadPiece {
				t.Fatalf("a piece from %d to %d", x.from, x.to)
			}
		}
	})
}
