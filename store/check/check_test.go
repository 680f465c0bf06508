package check

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// sample is a bbolt file with an empty bucket, a small one and one of several levels, with values of more than a page and free
// pages.
func sample(t testing.TB) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	db, err := bolt.Open(path, 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType})
	if err != nil {
		t.Fatal(err)
	}
	for round := range 3 {
		err := db.Update(func(tx *bolt.Tx) error {
			for _, name := range []string{"empty", "small", "large"} {
				if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
					return err
				}
			}
			for i := range 600 {
				size := 20
				if i%150 == 0 {
					size = 9000
				}
				v := bytes.Repeat([]byte{byte(round)}, size)
				if err := tx.Bucket([]byte("large")).Put(fmt.Appendf(nil, "%06d", i), v); err != nil {
					return err
				}
			}
			return tx.Bucket([]byte("small")).Put([]byte("k"), []byte("v"))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func check(t testing.TB, b []byte, o Options) *Result {
	t.Helper()
	r, err := File(context.Background(), bytes.NewReader(b), int64(len(b)), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSoundFile(t *testing.T) {
	b := sample(t)
	seen := map[string]int{}
	r := check(t, b, Options{Value: func(bucket string, _, _ []byte) bool { seen[bucket]++; return true }})
	if !r.Sound() || r.Values != 601 || seen["large"] != 600 || seen["small"] != 1 || r.Metas.Sound != 2 {
		t.Errorf("%+v, %v", r, seen)
	}
	if r = check(t, b, Options{Quick: true}); !r.Sound() || r.Values >= 601 || r.Values == 0 {
		t.Errorf("quick: %+v", r)
	}
}

// TestEveryByteOfTheHeads changes the first bytes of every page in use: what is not noticed changes nothing that is read.
func TestEveryByteOfTheHeads(t *testing.T) {
	b := sample(t)
	gather := func(b []byte) (string, *Result) {
		var all []byte
		n := 0
		r := check(t, b, Options{Value: func(bucket string, k, v []byte) bool {
			all = append(append(append(all, bucket...), k...), v...)
			// The sample's values prove themselves by being nothing but one byte, and its keys count.
			n++
			return bytes.Count(v, v[:1]) == len(v) && (bucket != "large" || (len(v) == 20 || len(v) == 9000) && string(k) == fmt.Sprintf("%06d", n-1))
		}})
		return string(all), r
	}
	want, _ := gather(b)
	noticed := 0
	pages := int(ReadMetas(bytes.NewReader(b)).Newest.Pages)
	for page := range pages {
		for at := range 48 {
			bad := bytes.Clone(b)
			bad[page*4096+at] ^= 0x11
			got, r := gather(bad)
			if !r.Sound() || r.Metas.Sound < 2 {
				noticed++
			} else if got != want {
				t.Fatalf("page %d byte %d: other values and no word", page, at)
			}
		}
	}
	if noticed < pages*8 {
		t.Errorf("only %d of %d changes were noticed", noticed, pages*48)
	}
}

func TestCycleOfPages(t *testing.T) {
	b := sample(t)
	root := ReadMetas(bytes.NewReader(b)).Newest.Root
	// The bucket "large" begins at a branch page; its first child becomes the branch page itself.
	var branch uint64
	for n := range uint64(len(b) / 4096) {
		p := page(b[n*4096 : (n+1)*4096])
		if n > 2 && p.flags() == branchPage && p.number() == n {
			branch = n
			copy(b[n*4096+24:], b[n*4096:n*4096+8])
		}
	}
	if r := check(t, b, Options{}); r.Sound() {
		t.Errorf("a cycle at page %d below root %d was not noticed", branch, root)
	}
}

func TestSalvageFindsValuesInADamagedFile(t *testing.T) {
	b := sample(t)
	clear(b[:8192])
	found := map[string]bool{}
	err := Salvage(context.Background(), bytes.NewReader(b), int64(len(b)), func(k, v []byte) {
		if len(v) > 0 && v[0] == 2 {
			found[string(k)] = true
		}
	})
	if err != nil || len(found) < 600 {
		t.Errorf("%d found, %v", len(found), err)
	}
}

// FuzzFile gives the checker anything: it must answer, and never panic.
func FuzzFile(f *testing.F) {
	b := sample(f)
	f.Add(b[:4096*6], uint16(100), byte(1))
	f.Add(b[:4096*16], uint16(4096*3+20), byte(255))
	f.Fuzz(func(t *testing.T, b []byte, at uint16, flip byte) {
		if int(at) < len(b) {
			b[at] ^= flip
		}
		check(t, b, Options{})
		if err := Salvage(context.Background(), bytes.NewReader(b), int64(len(b)), func(_, _ []byte) {}); err != nil {
			t.Fatal(err)
		}
	})
}
