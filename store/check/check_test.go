package check

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
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
				v := bytes.Repeat([]byte{byte(round)}, length(i))
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

// length is how long the values of the sample are.
func length(i int) int {
	if i%150 == 0 {
		return 9000
	}
	return 20
}

// one is an [Options.Value] of which all goroutines have the same function, one at a time.
func one(f func(bucket string, key, value []byte) bool) func() func(bucket string, key, value []byte) bool {
	var mu sync.Mutex
	return func() func(string, []byte, []byte) bool {
		return func(bucket string, key, value []byte) bool {
			mu.Lock()
			defer mu.Unlock()
			return f(bucket, key, value)
		}
	}
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
	r := check(t, b, Options{Value: one(func(bucket string, _, _ []byte) bool { seen[bucket]++; return true })})
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
		var all []string
		r := check(t, b, Options{Value: one(func(bucket string, k, v []byte) bool {
			all = append(all, bucket+string(k)+string(v))
			// The sample's values prove themselves by being nothing but one byte, and as many as their key says.
			n, err := strconv.Atoi(string(k))
			return bytes.Count(v, v[:1]) == len(v) && (bucket != "large" || err == nil && len(k) == 6 && n < 600 && len(v) == length(n))
		})})
		slices.Sort(all)
		return strings.Join(all, ""), r
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

// holed is a file of which one stretch cannot be read.
type holed struct {
	*bytes.Reader
	from, to int64
}

func (h holed) ReadAt(b []byte, at int64) (int, error) {
	if at < h.to && at+int64(len(b)) > h.from {
		return 0, errors.New("input/output error")
	}
	return h.Reader.ReadAt(b, at)
}

// TestOnePageThatCannotBeRead loses that page and none of those that are read along with it.
func TestOnePageThatCannotBeRead(t *testing.T) {
	b := sample(t)
	sound := check(t, b, Options{})
	lost := 0
	for n := range uint64(len(b) / 4096) {
		p := page(b[n*4096 : (n+1)*4096])
		if n < 2 || n == sound.Metas.Newest.Root || p.number() != n || p.flags() != leafPage {
			continue
		}
		from := int64(n * 4096)
		r, err := File(context.Background(), holed{bytes.NewReader(b), from, from + 4096}, int64(len(b)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if r.Bad[Unread] == 0 {
			continue // a page that is free
		}
		if lost++; r.Bad[Unread] != 1 || len(r.Bad) != 1 || r.Values != sound.Values-p.count() {
			t.Errorf("page %d of %d values: %+v, of %d", n, p.count(), r, sound.Values)
		}
	}
	if lost < 5 {
		t.Errorf("only %d pages", lost)
	}
}

func TestProgressGoesOn(t *testing.T) {
	var last, told uint64
	b := sample(t)
	var w walker
	w.pages, w.o.Progress = uint64(len(b)/4096), func(done, _ uint64) {
		if told++; done <= last {
			t.Errorf("%d after %d", done, last)
		}
		last = done
	}
	for range 5000 {
		w.tell(&hand{pages: 3})
	}
	if told != 15000/1024 {
		t.Errorf("told %d times", told)
	}
}

// BenchmarkFile checks the pages of a file of 32 MB, in the page cache, and looks at no value.
func BenchmarkFile(b *testing.B) {
	path := filepath.Join(b.TempDir(), "x.db")
	db, err := bolt.Open(path, 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType, NoSync: true})
	if err != nil {
		b.Fatal(err)
	}
	for part := range 10 {
		err := db.Update(func(tx *bolt.Tx) error {
			in, err := tx.CreateBucketIfNotExists([]byte("large"))
			for i := 0; err == nil && i < 10_000; i++ {
				err = in.Put(fmt.Appendf(nil, "%08d", part*10_000+i), make([]byte, 250))
			}
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	for b.Loop() {
		if r, err := File(context.Background(), f, info.Size(), Options{}); err != nil || !r.Sound() || r.Values != 100_000 {
			b.Fatalf("%+v, %v", r, err)
		}
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
