package store

import (
	"context"
	"encoding/binary"
	"errors"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/store/check"
)

// Verify checks everything that is stored, as it stood in one moment; those at the door go on meanwhile. It reads every page
// and value, follows the journal's chains, folds the whole journal and compares the records with it, compares the indexes with
// the records, and proves the rescue log and the snapshots. Progress is told in parts of a hundred and may be nil. The error
// is ctx's own, or says that the file is gone: what is wrong with it is in the outcome.
func (s *Store) Verify(ctx context.Context, progress func(percent int)) (out model.Checked, err error) {
	v := &verifier{s: s, ctx: ctx, progress: progress, out: &out}
	err = s.view(func(tx *bolt.Tx) error {
		if err := v.structure(tx); err != nil {
			return err
		}
		if !out.Sound() {
			// bbolt must not be led through a damaged tree.
			return nil
		}
		if err := v.journal(tx); err != nil {
			return err
		}
		return v.records(tx)
	})
	if err == nil {
		err = v.copies()
	}
	return out, err
}

type verifier struct {
	s        *Store
	ctx      context.Context
	progress func(int)
	out      *model.Checked
	state    state
	parts    []uint32 // of each entry of the journal, in which pass it is folded
}

func (v *verifier) tell(percent int) {
	if v.progress != nil {
		v.progress(percent)
	}
}

func (v *verifier) found(k model.FindingKind, place string, n int) {
	if n > 0 {
		v.out.Findings = append(v.out.Findings, model.Finding{Kind: k, Place: place, Count: n})
	}
}

// structure reads every page of this transaction from the file, whatever bbolt has mapped.
func (v *verifier) structure(tx *bolt.Tx) error {
	j := &judged{there: true, full: true}
	size, err := v.s.file.Stat()
	if err != nil {
		return err
	}
	root := tx.Cursor().Bucket().RootPage()
	err = j.check(v.ctx, v.s.codec, v.s.file, size.Size(), check.Options{
		Root: uint64(root), Pages: uint64(tx.Size()) / uint64(tx.DB().Info().PageSize),
		Progress: func(done, total uint64) { v.tell(int(done * 40 / max(total, 1))) },
	})
	if err != nil {
		return err
	}
	v.out.Values = j.Values
	if v.state, err = v.s.codec.inner(j.state); err != nil {
		return err
	}
	broken := 0
	for kind, n := range j.Bad {
		switch kind {
		case check.BadValue:
		case check.Orphan:
			v.found(model.FoundRoom, "", n)
		default:
			broken += n
		}
	}
	v.found(model.FoundStructure, "", broken)
	for _, bucket := range buckets() {
		v.found(model.FoundValue, bucket, j.Buckets[bucket])
	}
	if broken == 0 && len(j.Buckets) == 0 && (!j.ours || !j.hasBuckets() || j.found != j.state.Total) {
		v.found(model.FoundTotal, "", 1)
	}
	return nil
}

// journal follows every device's chain.
func (v *verifier) journal(tx *bolt.Tx) error {
	var device model.Device
	var seq uint64
	var chain digest
	broken, gaps, own := 0, 0, digest{}
	err := v.s.codec.each(tx, bucketJournal, nil, func(k, body []byte) error {
		d, n := model.Device(binary.BigEndian.Uint64(k)), binary.BigEndian.Uint64(k[8:])
		if d != device {
			device, seq, chain = d, 0, digest{}
		}
		end, ok := follows(body, chain)
		switch {
		case n != seq+1:
			gaps += int(n - seq - 1)
		case !ok:
			broken++
		}
		seq, chain = n, end
		if d == v.state.Device {
			own = chain
		}
		v.out.Changes++
		return v.ctx.Err()
	})
	if own != v.state.Chain {
		broken++
	}
	v.found(model.FoundChain, bucketJournal, broken)
	v.found(model.FoundGap, bucketJournal, gaps)
	v.tell(50)
	return err
}

// copies proves what stands beside the database.
func (v *verifier) copies() error {
	folder := rescueFolder(v.s.path)
	logs, snaps, err := list(folder)
	if err != nil {
		return classify(err)
	}
	bad := 0
	for _, s := range snaps {
		switch _, err := readSnapshot(v.ctx, v.s.codec, s.Path, nil); {
		case v.ctx.Err() != nil:
			return v.ctx.Err()
		case err != nil:
			bad++
		default:
			v.out.Snapshots++
		}
	}
	v.found(model.FoundSnapshot, "", bad)
	g, err := gather(v.s.codec, folder, v.state.File, v.state.Count)
	if err != nil && !errors.Is(err, model.ErrDamaged) {
		return err
	}
	v.out.Logs = len(logs)
	if err != nil || g.strange {
		v.found(model.FoundLog, "", 1)
		return nil
	}
	v.found(model.FoundLog, "", g.holes)
	if g.top < v.state.Count && g.number > 0 && g.tail.to < v.state.Count {
		v.found(model.FoundLogShort, "", int(v.state.Count-g.tail.to))
	}
	if len(snaps)-bad == 0 && (g.number == 0 || g.holes > 0 || g.first == nil || *g.first > 0) {
		v.found(model.FoundNoCopy, "", 1)
	}
	v.tell(100)
	return nil
}
