package store

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"slices"
	"sync"

	bolt "go.etcd.io/bbolt"
)

// bbolt maps its file and tells the system to expect no order in the reading, so that a long list that is not in the page
// cache comes in one page at a time, each waited for. What a list occupies is known from the branches above it: these pages
// are read in large pieces, for nothing but that the system then has them. That needs bbolt's own form of a branch page;
// were it another, nothing would be lost but time.
//
// A page begins with: id (8 bytes), flags (2), count (2), overflow (4). In a branch, count elements follow: where the key
// stands, counted from the element (4), the key's length (4), the page below (8). All in the machine's own byte order.
const (
	pageHeader    = 16
	branchElement = 16
	branchPage    = 0x01

	lastPage = 1 << 40 // no file has as many

	aheadPiece = 1 << 20 // read in one go
	aheadGap   = 256 << 10
	aheadTail  = 128 << 10 // what a leaf may go on for: its own page says, but to ask it is what is to be avoided
	mostPages  = 4096      // looked at on the way; more are damage, or a list that no read ahead makes short
)

// readAhead begins to read the pages of a bucket's keys that begin with prefix; wait returns when that has ended. What goes
// wrong shows when the pages themselves are asked for.
func (s *Store) readAhead(tx *bolt.Tx, bucket string, prefix []byte) (wait func()) {
	f, err := os.Open(s.path)
	if err != nil {
		return func() {}
	}
	a := ahead{file: f, page: int64(s.db.Info().PageSize), prefix: prefix, left: mostPages}
	a.descend(int64(tx.Bucket([]byte(bucket)).Root()))
	spans := a.spans()
	next := make(chan span, len(spans))
	for _, x := range spans {
		next <- x
	}
	close(next)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			b := make([]byte, aheadPiece)
			for x := range next {
				_, _ = f.ReadAt(b[:x.to-x.from], x.from)
			}
		})
	}
	return func() {
		wg.Wait()
		_ = f.Close()
	}
}

// ahead finds the leaves of a range of keys without touching them.
type ahead struct {
	file   io.ReaderAt
	page   int64
	prefix []byte
	left   int     // how many pages may still be looked at
	leaves []int64 // pages
}

// span is a piece of the file.
type span struct{ from, to int64 }

// descend goes through a branch page to the leaves below it. All leaves are equally deep, so the first one that is looked at
// tells of its neighbours that they are leaves too.
func (a *ahead) descend(page int64) (leaf bool) {
	b := make([]byte, a.page)
	if a.left--; a.left < 0 || page <= 0 {
		return false
	}
	if _, err := a.file.ReadAt(b, page*a.page); err != nil {
		return false
	}
	if binary.NativeEndian.Uint16(b[8:]) != branchPage {
		return true
	}
	if over := int64(binary.NativeEndian.Uint32(b[12:])); over > 0 && over < aheadPiece/a.page {
		b = make([]byte, (over+1)*a.page)
		if _, err := a.file.ReadAt(b, page*a.page); err != nil {
			return false
		}
	}
	flat := false
	for _, child := range a.children(b) {
		if !flat {
			flat = a.descend(child)
		}
		if flat {
			a.leaves = append(a.leaves, child)
		}
	}
	return false
}

// children are the pages below a branch that keys with the prefix can stand in.
func (a *ahead) children(b []byte) (out []int64) {
	var last int64
	for i := range int(binary.NativeEndian.Uint16(b[10:])) {
		at := pageHeader + i*branchElement
		if at+branchElement > len(b) {
			return nil
		}
		from := at + int(binary.NativeEndian.Uint32(b[at:]))
		to := from + int(binary.NativeEndian.Uint32(b[at+4:]))
		child := int64(binary.NativeEndian.Uint64(b[at+8:]))
		if from < 0 || from > to || to > len(b) || child <= 0 || child > lastPage {
			return nil
		}
		// A key is the first of its page: the page before the first fitting key may hold fitting ones as well.
		switch c := bytes.Compare(b[from:min(to, from+len(a.prefix))], a.prefix); {
		case c < 0:
			last = child
		case c == 0:
			if last != 0 {
				out = append(out, last)
				last = 0
			}
			out = append(out, child)
		default:
			if last != 0 {
				out = append(out, last)
			}
			return out
		}
	}
	if last != 0 {
		out = append(out, last)
	}
	return out
}

// spans are the pieces of the file with the leaves in them, each no longer than one read takes. A leaf reaches at most to
// the next one; between two that lie close, what does not belong to the list is read along.
func (a *ahead) spans() (out []span) {
	slices.Sort(a.leaves)
	for i := 0; i < len(a.leaves); {
		from := a.leaves[i] * a.page
		to := from + aheadTail
		for i++; i < len(a.leaves); i++ {
			next := a.leaves[i] * a.page
			if next-to > aheadGap || next+aheadTail-from > aheadPiece {
				to = min(to, next)
				break
			}
			to = next + aheadTail
		}
		out = append(out, span{from, to})
	}
	return out
}
