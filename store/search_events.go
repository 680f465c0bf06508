package store

import (
	"sync"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// eventsMost is how many events are kept at hand; ten years of an office have fewer.
const eventsMost = 20_000

// knownEvents keeps events that searches have read: most of what is found belongs to a few. The zero knownEvents is ready.
type knownEvents struct {
	mu   sync.Mutex
	kept map[model.ID]knownEvent
}

// knownEvent is an event, and the header of the value that it was read from: as long as that is the same, so is the event.
type knownEvent struct {
	header [valueHeader]byte
	length int
	event  model.Event
}

// of is an event as the transaction has it.
func (k *knownEvents) of(tx *bolt.Tx, c codec, id model.ID) (model.Event, error) {
	v := tx.Bucket([]byte(bucketEvent)).Get(id[:])
	if len(v) >= valueHeader {
		k.mu.Lock()
		known, ok := k.kept[id]
		k.mu.Unlock()
		if ok && known.length == len(v) && known.header == [valueHeader]byte(v) {
			return known.event, nil
		}
	}
	r, err := c.read(tx, model.EventKey(id))
	if err != nil || len(v) < valueHeader {
		return model.EventOf(r), err
	}
	known := knownEvent{header: [valueHeader]byte(v), length: len(v), event: model.EventOf(r)}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.kept == nil || len(k.kept) >= eventsMost {
		k.kept = make(map[model.ID]knownEvent)
	}
	k.kept[id] = known
	return known.event, nil
}
