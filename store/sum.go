package store

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"

	bolt "go.etcd.io/bbolt"
)

// A value's checksum finds a value that is not what was written; it does not find one that is missing, or an old one in its
// place, as a page that never reached the disk leaves it. So the state carries how many values there are and a sum over all
// of them, kept up to date by each commit for the few values that it touches: what a full check adds up has to be the same.

// share is what one value adds to the sum: its key and the checksum in its header, mixed so that no two add up like two others.
func (s bucketSums) share(key, v []byte) uint64 {
	if len(v) < valueHeader {
		return 0
	}
	k := crc32.Update(s.keys, crc32.IEEETable, key)
	x := uint64(binary.BigEndian.Uint32(v[1:]))<<32 | uint64(k)
	// The finalizer of SplitMix64.
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// summed reports whether a bucket's values are in the sum: all that are written once and for good by a change. The state itself
// cannot be, and what searching needs is made again from the records.
func summed(bucket string) bool {
	switch bucket {
	case bucketJournal, bucketTrail, bucketSetting, bucketEvent, bucketSession, bucketGuest, bucketSeat, bucketPerson,
		bucketByPerson, bucketVillage, bucketRole, bucketAgenda, bucketQuestion, bucketAction, bucketEvidence, bucketInst,
		bucketSaved, bucketBoard, bucketNamed, bucketByInst:
		return true
	}
	return false
}

// total is a sum and how many values are in it.
type total struct {
	_      struct{} `cbor:",toarray"`
	Sum    uint64
	Values uint64
}

func (t *total) add(bucket string, key, v []byte) { t.addTo(sumsOf(bucket), key, v) }

// addTo adds a value of the bucket whose sums are given.
func (t *total) addTo(s bucketSums, key, v []byte) {
	if s.summed {
		t.Sum += s.share(key, v)
		t.Values++
	}
}

func (t *total) remove(bucket string, key, v []byte) {
	if s := sumsOf(bucket); s.summed {
		t.Sum -= s.share(key, v)
		t.Values--
	}
}

// merge adds what was added up of other values.
func (t *total) merge(o total) {
	t.Sum += o.Sum
	t.Values += o.Values
}

// replace puts a value, whose header is filled in here, into a bucket and keeps the total.
func (t *total) replace(c codec, b *bolt.Bucket, bucket string, key, v []byte) error {
	v = c.pack(bucket, key, v)
	// Nothing is ever written twice into journal and trail: looking for an earlier value would find none.
	if summed(bucket) && bucket != bucketJournal && bucket != bucketTrail {
		if old := b.Get(key); old != nil {
			t.remove(bucket, key, old)
		}
	}
	t.add(bucket, key, v)
	if err := b.Put(key, v); err != nil {
		return fmt.Errorf("write %s: %w", bucket, err)
	}
	return nil
}

// count adds up a whole database.
func count(tx *bolt.Tx) (t total, err error) {
	err = tx.ForEach(func(name []byte, b *bolt.Bucket) error {
		return b.ForEach(func(k, v []byte) error {
			t.add(string(name), k, v)
			return nil
		})
	})
	return t, err
}
