package store

import (
	"hadir/model"
	"hadir/store/index"
)

// note puts what is to be found of a record beside the record itself, in the same transaction: the index never disagrees with
// what it indexes. It waits there until there is time to file it.
func (b *batchWriter) note(r *model.Record) error {
	if b.entries == nil || !searchable(r.Key.Kind) {
		return nil
	}
	e := b.entries.of(*r, b.state.Seq)
	old, err := index.Find(shelf{b.tx, b.codec}, r.Key)
	if err != nil {
		// The index is damaged; that must not keep anybody from writing. Searching says so, and it is made anew.
		old, b.hurt = 0, true
	}
	e.Old = old
	b.put(bucketPending, index.PendingKey(r.Key), e.Append(make([]byte, valueHeader)))
	b.noted++
	return nil
}
