package store

import "hadir/model"

// purged is a change of this device as it is accepted: without what its record was purged of, so that what is written down late,
// or comes back by an undo, brings nothing back. A change that purges a record says so to those that follow, and that there is
// something to be taken out of the file.
func (b *batchWriter) purged(c model.Change) (model.Change, error) {
	with := model.PurgedWith(c.Key)
	if l := model.PurgedBy(c); l > model.Whole && with == c.Key {
		have, err := b.level(with)
		if err != nil {
			return c, err
		}
		b.levels[with] = max(have, l)
		b.state.Purge = b.state.Purge || l > have
	}
	// What says nothing of people, as a check-in, is not held up.
	if !model.MayBePersonal(c) {
		return c, nil
	}
	l, err := b.level(with)
	return model.Redact(c, l), err
}

// purgedEntry is the same for an entry that has its place in a chain already.
func (b *batchWriter) purgedEntry(c model.Change, entry []byte) (model.Change, []byte, error) {
	out, err := b.purged(c)
	if err != nil || len(c.Sets) == 0 || &out.Sets[0] == &c.Sets[0] {
		return out, entry, err
	}
	entry, err = b.codec.redactedEntry(entry, out.Sets)
	return out, entry, err
}

// level is the level that a record was purged to, by what is on disk and in this batch.
func (b *batchWriter) level(k model.Key) (model.Level, error) {
	if l, ok := b.levels[k]; ok {
		return l, nil
	}
	r, err := b.seen(k)
	if err != nil {
		return model.Whole, err
	}
	l := model.LevelOf(r)
	b.levels[k] = l
	return l, nil
}
