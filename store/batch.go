package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// flushAt is how many changed records a batch holds before it writes them into the transaction. An import sorts its changes
// by record, so the chunks of guests that one such part touches are hardly touched by another.
const flushAt = 4096

// batchWriter folds changes into one transaction. Puts are collected and made in the order of their keys: bbolt is some
// twenty times slower with unsorted ones.
type batchWriter struct {
	tx      *bolt.Tx
	codec   codec
	now     func() time.Time
	state   state
	clock   model.Clock
	changes []model.Change
	logged  [][]byte // the journal's entries, for the rescue log
	dirty   map[model.Key]*model.Record
	folded  int                       // records that earlier flushes wrote
	reuse                             // may be another batch's that has ended
	near    chunk                     // the chunk that was read last: an import's next guest is mostly in it
	entries *entries                  // what makes terms of records
	noted   int                       // records that wait to be filed in the index
	levels  map[model.Key]model.Level // to which records were purged, as far as it was asked for
	listed  bool                      // guests were written whose list waits to be read
	hurt    bool                      // the index was found damaged
}

// reuse is memory that the parts of a long list use one after the other.
type reuse struct {
	spare []*model.Record    // those of guests that were written and that nobody is told of any more
	puts  map[string][]entry // by bucket; empty between batches
}

func newBatch(tx *bolt.Tx, c codec, st state, now func() time.Time) *batchWriter {
	b := &batchWriter{
		tx: tx, codec: c, now: now, state: st,
		dirty: make(map[model.Key]*model.Record), reuse: reuse{puts: make(map[string][]entry)}, entries: new(entries),
		levels: make(map[model.Key]model.Level),
	}
	b.clock.See(st.Time)
	return b
}

// enter gives a change its link in the chain, and its place in the journal and in the rescue log.
func (b *batchWriter) enter(c model.Change, part journalPart) error {
	var v []byte
	v, b.state.Chain = part.chained(b.state.Chain)
	b.state.Count++
	b.logged = append(b.logged, v[valueHeader:])
	return b.accept(c, v)
}

// replay accepts an entry as it stands in the rescue log. One that is there already changes nothing.
func (b *batchWriter) replay(entry []byte) error {
	c, err := b.codec.change(entry)
	if err != nil {
		return err
	}
	key := journalKey(c.Device, c.Seq)
	if b.tx.Bucket([]byte(bucketJournal)).Get(key) != nil {
		return nil
	}
	if c, entry, err = b.purgedEntry(c, entry); err != nil {
		return err
	}
	b.clock.See(c.Time)
	b.state.Time = max(b.state.Time, c.Time)
	b.state.Count++
	if chain, ok := entryChain(entry); ok && c.Device == b.state.Device && c.Seq > b.state.Seq {
		b.state.Seq, b.state.Chain = c.Seq, chain
	}
	return b.accept(c, append(make([]byte, valueHeader, valueHeader+len(entry)), entry...))
}

// accept puts a change and its entry, which has room for a header, into journal and trail and folds it into its record.
func (b *batchWriter) accept(c model.Change, v []byte) error {
	b.put(bucketJournal, journalKey(c.Device, c.Seq), v)
	b.put(bucketTrail, trailKey(c.Key.Event, c.Stamp()), trailValue(c))
	r, err := b.record(c.Key)
	if err != nil {
		return err
	}
	r.Fold(c)
	if len(b.changes) < bulk {
		b.changes = append(b.changes, c)
	}
	if len(b.dirty) >= flushAt {
		return b.flushRecords()
	}
	return nil
}

// record is the record as this batch has it so far.
func (b *batchWriter) record(k model.Key) (*model.Record, error) {
	if r, ok := b.dirty[k]; ok {
		return r, nil
	}
	read, err := b.read(k)
	if err != nil {
		return nil, err
	}
	r := b.blank()
	if fields := r.Fields[:0]; len(read.Fields) == 0 {
		// Somebody new, as all of an import are: there is room for him already.
		read.Fields = fields
	}
	*r = read
	b.dirty[k] = r
	return r, nil
}

// blank gives room for a record: that of a guest who was written, where there is one. A long list has a hundred thousand.
func (b *batchWriter) blank() *model.Record {
	n := len(b.spare)
	if n == 0 {
		return new(model.Record)
	}
	r := b.spare[n-1]
	b.spare = b.spare[:n-1]
	return r
}

func (b *batchWriter) read(k model.Key) (model.Record, error) {
	if k.Kind != model.KindGuest {
		return b.codec.read(b.tx, k)
	}
	if !b.near.covers(k.Event, k.ID) {
		c, err := b.codec.chunkFor(b.tx.Bucket([]byte(bucketGuest)), k.Event, k.ID)
		if err != nil {
			return model.Record{Key: k}, err
		}
		b.near = c
	}
	return b.codec.guestIn(b.near, k)
}

// entry is one key and its value on their way into a bucket. The value has room for its header. Of two for one key the one with
// the higher number is the later.
type entry struct {
	key, value []byte
	number     int
}

func (b *batchWriter) put(bucket string, key, value []byte) {
	b.puts[bucket] = append(b.puts[bucket], entry{key, value, len(b.puts[bucket])})
}

// flush writes all that is left, then the state.
func (b *batchWriter) flush() error {
	folded := b.folded
	if folded == 0 {
		// The watchers get the records themselves; those of a larger batch have been let go of.
		defer func(d map[model.Key]*model.Record) { b.dirty = d }(b.dirty)
	}
	if err := b.flushRecords(); err != nil {
		return err
	}
	for _, bucket := range slices.Sorted(maps.Keys(b.puts)) {
		if err := b.flushPuts(bucket); err != nil {
			return err
		}
	}
	return b.codec.putState(b.tx, b.state)
}

// flushRecords writes the changed records: guests into their chunks, others as values of their own.
func (b *batchWriter) flushRecords() error {
	guests := make(map[model.ID][]*model.Record)
	for k, r := range b.dirty {
		if k.Kind == model.KindGuest {
			guests[k.Event] = append(guests[k.Event], r)
			continue
		}
		bucket := recordBucket(k.Kind)
		if bucket == "" {
			return fmt.Errorf("record of kind %d: this version does not know it", k.Kind)
		}
		body, err := b.codec.enc.Marshal(r)
		if err != nil {
			return fmt.Errorf("%s record: %w", k.Kind, err)
		}
		b.put(bucket, recordKey(k), append(make([]byte, valueHeader, valueHeader+len(body)), body...))
		if err := b.note(r); err != nil {
			return err
		}
		if k == model.OfficeSettings() {
			b.state.Key = r.Get(model.OfficeKey)
		}
	}
	for _, event := range slices.SortedFunc(maps.Keys(guests), compareIDs) {
		if err := b.writeGuests(event, guests[event]); err != nil {
			return err
		}
	}
	if err := b.postRows(); err != nil {
		return err
	}
	b.letGo()
	for _, bucket := range []string{bucketJournal, bucketTrail} {
		if err := b.flushPuts(bucket); err != nil {
			return err
		}
	}
	return nil
}

// letGo empties the batch of its records. Of a bulk commit nobody is told the records; those of guests are used again.
func (b *batchWriter) letGo() {
	b.folded += len(b.dirty)
	if b.folded < bulk {
		b.dirty = make(map[model.Key]*model.Record)
		return
	}
	for k, r := range b.dirty {
		if k.Kind == model.KindGuest {
			b.spare = append(b.spare, r)
		}
	}
	clear(b.dirty)
}

// flushPuts writes what is collected for one bucket. Of two values for one key the later one is written last.
func (b *batchWriter) flushPuts(bucket string) error {
	entries := b.puts[bucket]
	defer func() {
		// The next ones of a large batch need as much room again.
		clear(entries)
		b.puts[bucket] = entries[:0]
	}()
	bb := b.tx.Bucket([]byte(bucket))
	if bucket == bucketJournal || bucket == bucketTrail {
		// Their keys only grow: a page that was left half empty would stay so.
		bb.FillPercent = 0.95
	}
	inOrder := func(x, y entry) int { return cmp.Or(bytes.Compare(x.key, y.key), cmp.Compare(x.number, y.number)) }
	if !slices.IsSortedFunc(entries, inOrder) {
		slices.SortFunc(entries, inOrder)
	}
	for _, e := range entries {
		if err := b.state.Total.replace(b.codec, bb, bucket, e.key, e.value); err != nil {
			return err
		}
	}
	return nil
}

func (c codec) putState(tx *bolt.Tx, st state) error {
	body, err := c.enc.Marshal(c.outer(st))
	if err != nil {
		return err
	}
	return tx.Bucket([]byte(bucketMeta)).Put(stateKey(), plain(bucketMeta, stateKey(), body))
}

// commit is what the watchers are told.
func (b *batchWriter) commit() model.Commit {
	if b.folded >= bulk {
		return model.Commit{Bulk: true, Changes: b.changes[:1]}
	}
	out := model.Commit{Changes: b.changes}
	for _, r := range b.dirty {
		out.Records = append(out.Records, *r)
	}
	return out
}

// trailValue is a value of the trail, with room for its header: seq (8), kind (1), ID of the record (16).
func trailValue(c model.Change) []byte {
	v := binary.BigEndian.AppendUint64(make([]byte, valueHeader, valueHeader+25), c.Seq)
	v = append(v, byte(c.Key.Kind))
	return append(v, c.Key.ID[:]...)
}

func sortChanges(cs []model.Change) {
	slices.SortStableFunc(cs, func(a, b model.Change) int { return a.Stamp().Compare(b.Stamp()) })
}
