package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"os"

	"hadir/model"
	"hadir/store/check"
)

// pool is entries of the journal that were found one by one, in files that cannot be trusted as a whole. Each has proved
// itself by its checksum; which of two for one number counts, the chain tells.
type pool struct {
	codec   codec
	entries map[model.Device]map[uint64][][]byte
}

func newPool(c codec) *pool {
	return &pool{codec: c, entries: make(map[model.Device]map[uint64][][]byte)}
}

func (p *pool) empty() bool { return len(p.entries) == 0 }

// row takes a value, if it is an entry of the journal.
func (p *pool) row(bucket string, key, v []byte) error {
	if bucket == bucketJournal {
		p.take(key, v)
	}
	return nil
}

// take keeps an entry that proves itself. Values of other buckets never do: the checksum covers the bucket's name.
func (p *pool) take(key, v []byte) {
	if len(key) != 16 {
		return
	}
	body, err := p.codec.unwrap(bucketJournal, key, v)
	if err != nil {
		return
	}
	c, err := p.codec.change(body)
	device, seq := model.Device(binary.BigEndian.Uint64(key)), binary.BigEndian.Uint64(key[8:])
	if err != nil || c.Device != device || c.Seq != seq {
		return
	}
	of := p.entries[device]
	if of == nil {
		of = make(map[uint64][][]byte)
		p.entries[device] = of
	}
	for _, have := range of[seq] {
		if bytes.Equal(have, body) {
			return
		}
	}
	of[seq] = append(of[seq], bytes.Clone(body))
}

// salvage takes all entries that a damaged file still holds, wherever in it they stand.
func (p *pool) salvage(ctx context.Context, path string) error {
	if info, err := os.Stat(path); path == "" || err == nil && !info.Mode().IsRegular() {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return classify(err)
	}
	// Reading is all that was done with it.
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return classify(err)
	}
	return check.Salvage(ctx, f, info.Size(), p.take)
}

// most is the device of which the pool has most; zero when it is empty.
func (p *pool) most() (d model.Device) {
	for device, of := range p.entries {
		if n := len(p.entries[d]); len(of) > n || len(of) == n && device < d {
			d = device
		}
	}
	return d
}

// following are the next entries of the state's device in an unbroken row, at most n.
func (p *pool) following(st state, n uint64) (out [][]byte) {
	of, chain := p.entries[st.Device], st.Chain
	for seq := st.Seq + 1; uint64(len(out)) < n; seq++ {
		e, next, ok := linked(of[seq], chain, of[seq+1])
		if !ok {
			break
		}
		out, chain = append(out, e), next
	}
	return out
}

// linked is the entry that follows a chain. Where two do, as a commit that failed leaves them, the one counts that the next
// entry follows.
func linked(found [][]byte, chain digest, after [][]byte) (e []byte, next digest, ok bool) {
	for _, body := range found {
		end, fits := follows(body, chain)
		if !fits {
			continue
		}
		if !ok {
			e, next, ok = body, end, true
		}
		for _, a := range after {
			if _, yes := follows(a, end); yes {
				return body, end, true
			}
		}
	}
	return e, next, ok
}

// follows reports whether an entry's chain is the one that goes on from chain.
func follows(body []byte, chain digest) (end digest, ok bool) {
	n, size := binary.Uvarint(body)
	if end, ok = entryChain(body); !ok {
		return end, false
	}
	header := body[size : size+int(n)]
	return end, link(chain, header, digest(body[size+int(n):])) == end
}

// left are the entries that no unbroken row reaches: other devices', and those behind a gap; and how many numbers the gaps
// before them leave out. Have is the last number that is there already. Of two for one number the first found is taken.
func (p *pool) left(have func(model.Device) uint64) (out [][]byte, gaps int) {
	for device, of := range p.entries {
		last, first := uint64(0), have(device)+1
		n := 0
		for seq, found := range of {
			if seq < first {
				continue
			}
			out, last = append(out, found[0]), max(last, seq)
			n++
		}
		if n > 0 {
			gaps += int(last-first) + 1 - n
		}
	}
	return out, gaps
}
