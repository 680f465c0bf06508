package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// An entry of the journal is a change in two parts, so that what it says of people can be blanked later while the chain
// still holds:
//
//	length of the header (uvarint), header (CBOR: the change without its sets), digest of the payload (16 bytes),
//	chain (16 bytes), payload (CBOR: the sets)
//
// A payload that was redacted is a byte, 0xF6, and the sets that remain. Its digest is still the one of what was written first, and
// is not compared: the value's own checksum says whether it is what stands there.
//
// The chain is the digest of the chain before it, the header and the payload's digest; a device's first is chained to zero.
type digest [16]byte

func digestOf(b []byte) digest {
	full := sha256.Sum256(b)
	return digest(full[:len(digest{})])
}

// link is the end of a chain after one more entry.
func link(before digest, header []byte, payload digest) digest {
	b := append(make([]byte, 0, 512), before[:]...)
	b = append(b, header...)
	return digestOf(append(b, payload[:]...))
}

// journalPart is an entry that has no place in the chain yet: the value, with room for its own header and for the chain.
type journalPart struct {
	value  []byte
	header []byte // in the value
	sum    digest // of the payload
}

// journalPart writes a change as an entry of the journal.
func (c codec) journalPart(ch model.Change) (p journalPart, err error) {
	sets := ch.Sets
	ch.Sets = nil
	room := c.rooms.Get().(*bytes.Buffer)
	defer c.rooms.Put(room)
	room.Reset()
	if err := c.enc.MarshalToBuffer(&ch, room); err != nil {
		return p, err
	}
	at := room.Len()
	if err := c.enc.MarshalToBuffer(sets, room); err != nil {
		return p, err
	}
	header, payload := room.Bytes()[:at], room.Bytes()[at:]
	p.sum = digestOf(payload)
	v := make([]byte, valueHeader, valueHeader+binary.MaxVarintLen32+len(header)+2*len(p.sum)+len(payload))
	v = binary.AppendUvarint(v, uint64(len(header)))
	at = len(v)
	v = append(v, header...)
	p.header = v[at:]
	v = append(v, p.sum[:]...)
	v = append(v, make([]byte, len(digest{}))...)
	p.value = append(v, payload...)
	return p, nil
}

// chained is the value with its place in the chain, and the chain's new end.
func (p journalPart) chained(before digest) (v []byte, chain digest) {
	chain = link(before, p.header, p.sum)
	_, size := binary.Uvarint(p.value[valueHeader:])
	copy(p.value[valueHeader+size+len(p.header)+len(p.sum):], chain[:])
	return p.value, chain
}

// redactedPayload begins a payload that was redacted. It is CBOR's null, behind which nothing else ever follows.
const redactedPayload = 0xf6

// change reads an entry.
func (c codec) change(body []byte) (model.Change, error) {
	ch, rest, err := c.header(body)
	if err != nil {
		return ch, err
	}
	payload := rest[32:]
	switch {
	case len(payload) == 0:
		return ch, nil
	case len(payload) > 1 && payload[0] == redactedPayload:
		payload = payload[1:]
	case digestOf(payload) != digest(rest[:16]):
		return ch, fmt.Errorf("journal entry: %w", model.ErrDamaged)
	}
	if err := c.dec.Unmarshal(payload, &ch.Sets); err != nil {
		return ch, fmt.Errorf("journal entry: %w: %v", model.ErrDamaged, err)
	}
	return ch, nil
}

// redactedEntry is an entry with other sets in the place of its own. It stays in its place in the chain.
func (c codec) redactedEntry(body []byte, sets []model.Set) ([]byte, error) {
	payload, err := c.enc.Marshal(sets)
	if err != nil {
		return nil, err
	}
	n, size := binary.Uvarint(body)
	fixed := size + int(n) + 32
	out := append(make([]byte, 0, fixed+1+len(payload)), body[:fixed]...)
	return append(append(out, redactedPayload), payload...), nil
}

// header reads what an entry says without its sets, and gives what follows the header.
func (c codec) header(body []byte) (ch model.Change, rest []byte, err error) {
	n, size := binary.Uvarint(body)
	if size <= 0 || n > uint64(len(body)) || uint64(len(body)-size) < n+32 {
		return ch, nil, fmt.Errorf("journal entry: %w", model.ErrDamaged)
	}
	if err := c.dec.Unmarshal(body[size:size+int(n)], &ch); err != nil {
		return ch, nil, fmt.Errorf("journal entry: %w: %v", model.ErrDamaged, err)
	}
	return ch, body[size+int(n):], nil
}

// changeBySeq reads one change of the journal.
func (s *Store) changeBySeq(tx *bolt.Tx, d model.Device, seq uint64) (model.Change, error) {
	key := journalKey(d, seq)
	v := tx.Bucket([]byte(bucketJournal)).Get(key)
	if v == nil {
		return model.Change{}, fmt.Errorf("change %d of device %s: %w", seq, d, model.ErrNotFound)
	}
	body, err := s.codec.unwrap(bucketJournal, key, v)
	if err != nil {
		return model.Change{}, err
	}
	return s.codec.change(body)
}
