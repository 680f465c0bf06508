package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"hadir/model"
	"hadir/store/check"
)

// fullCheck is how large a file may be that is read whole before every start, in bytes. A larger one is read whole after an
// end that was not orderly, and else where what is wrong shows most.
const fullCheck = 256 << 20

// judged is what was found in a database file before anything was done with it.
type judged struct {
	*check.Result
	there bool // there is a file
	ours  bool // it holds a state of ours
	state state
	found total
	full  bool // every page was read
	short bool // it is no bbolt file, or its two first pages are gone
}

// sound reports whether it can be worked with as it is.
func (j *judged) sound() bool {
	if !j.there || !j.ours {
		return false
	}
	for kind := range j.Bad {
		// Lost room is no damage, and an old second page is written over by the next commit.
		if kind != check.Orphan && kind != check.OldMeta {
			return false
		}
	}
	return j.hasBuckets() && (!j.full || !j.state.totalled() || j.found == j.state.Total)
}

// hasBuckets reports whether all buckets are there. An empty one leaves nothing in the total by which it could be missed.
func (j *judged) hasBuckets() bool {
	if j.state.Schema < schema {
		// The older form may have had fewer; migrating makes the others.
		return true
	}
	for _, b := range buckets() {
		if !slices.Contains(j.Names, b) {
			return false
		}
	}
	return true
}

// judge reads a database file. The error says that it cannot be read at all, or is a newer Hadir's.
func judge(ctx context.Context, c codec, path string, full bool, progress func(done, total uint64)) (*judged, error) {
	j := &judged{Result: &check.Result{}}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return j, nil
	}
	if err != nil {
		return nil, classify(err)
	}
	// Reading is all that was done with it.
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, classify(err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w: not a file", ErrNotDatabase)
	}
	j.there, j.full = true, full || info.Size() <= fullCheck
	return j, j.read(ctx, c, f, info.Size(), progress)
}

func (j *judged) read(ctx context.Context, c codec, r io.ReaderAt, size int64, progress func(done, total uint64)) error {
	if err := j.check(ctx, c, r, size, check.Options{Quick: !j.full, Progress: progress}); err != nil {
		return err
	}
	j.short = j.Bad[check.NoMeta] > 0
	if j.ours && j.state.Schema > schema {
		return fmt.Errorf("%w (schema %d, this one knows %d)", ErrNewer, j.state.Schema, schema)
	}
	return nil
}

// check reads a file, judges its values, adds them up, and finds the state.
func (j *judged) check(ctx context.Context, c codec, r io.ReaderAt, size int64, o check.Options) (err error) {
	var all []*adder
	o.Value = func() func(string, []byte, []byte) bool {
		a := &adder{codec: c}
		all = append(all, a)
		return a.value
	}
	j.Result, err = check.File(ctx, r, size, o)
	for _, a := range all {
		// A sum has no order: who has read what makes no difference.
		j.found.merge(a.found)
		if a.ours {
			j.ours, j.state = true, a.state
		}
	}
	return err
}

// adder judges the values that one of those who read a file comes upon.
type adder struct {
	codec codec
	sums  bucketSums // of the bucket that was read last: the next value is mostly of the same
	found total
	ours  bool
	state state
}

// value judges one value, adds it up, and finds the state.
func (a *adder) value(bucket string, key, v []byte) bool {
	if a.sums.bucket != bucket {
		a.sums = sumsOf(bucket)
	}
	if !a.sums.intact(key, v) {
		return false
	}
	a.found.addTo(a.sums, key, v)
	if bucket == bucketMeta && string(key) == string(stateKey()) {
		a.ours = v[0] == plainValue && a.codec.dec.Unmarshal(v[valueHeader:], &a.state) == nil
		return a.ours
	}
	return true
}

// trouble puts into words of a log what is wrong; it quotes nothing of the file.
func (j *judged) trouble() error {
	switch {
	case j.short || !j.ours && j.sumBad() == 0:
		return ErrNotDatabase
	case j.Bad[check.Short] > 0:
		return fmt.Errorf("the file was cut short: %w", model.ErrDamaged)
	case j.full && j.sumBad() == 0:
		return fmt.Errorf("values are missing: %w", model.ErrDamaged)
	}
	return fmt.Errorf("%d places do not hold what they should: %w", j.sumBad(), model.ErrDamaged)
}

func (j *judged) sumBad() (n int) {
	for _, k := range j.Bad {
		n += k
	}
	return n
}
