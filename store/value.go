package store

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"hadir/model"
	"hadir/store/seal"
)

// A value in the file is a header and a body:
//
//	byte 0    how the body stands there: 1 plain, 2 sealed
//	byte 1-4  CRC-32C of bucket, a zero byte, key and body as it stands there, big-endian
//
// bbolt notices no damage of its own pages, and a page that is read in another's place is as bad as a flipped bit:
// that is why the checksum covers bucket and key as well. It is there for sealed bodies, too: so a file proves itself to who
// cannot read it, before a passphrase is asked for, and snapshots on a stick do.
//
// A sealed body is bound to bucket and key (package seal). What has no body is left plain: there is nothing in it to read.
const (
	plainValue  = 1
	sealedValue = 2
	valueHeader = 5
)

// castagnoli is the table that processors have an instruction for; MakeTable gives the same one each time.
func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

func checksum(bucket string, key, body []byte) uint32 { return sumsOf(bucket).checksum(key, body) }

// plain puts the header of a body that everybody may read before it.
func plain(bucket string, key, body []byte) []byte {
	return signed(plainValue, bucket, key, append(make([]byte, valueHeader, valueHeader+len(body)), body...))
}

// signed fills in the header of a value whose body stands behind room for it.
func signed(kind byte, bucket string, key, v []byte) []byte {
	v[0] = kind
	binary.BigEndian.PutUint32(v[1:], checksum(bucket, key, v[valueHeader:]))
	return v
}

// intact reports whether a value is what was written there. It needs no passphrase.
func intact(bucket string, key, v []byte) bool { return sumsOf(bucket).intact(key, v) }

func (s bucketSums) intact(key, v []byte) bool {
	return len(v) >= valueHeader && (v[0] == plainValue || v[0] == sealedValue) &&
		binary.BigEndian.Uint32(v[1:]) == s.checksum(key, v[valueHeader:])
}

// wrap makes a value of a body.
func (c codec) wrap(bucket string, key, body []byte) []byte {
	if c.box != nil && len(body) > 0 {
		return c.sealed(bucket, key, body)
	}
	return plain(bucket, key, body)
}

// pack makes a value of a body that stands behind room for a header. The body may be used afterwards.
func (c codec) pack(bucket string, key, v []byte) []byte {
	if c.box != nil && len(v) > valueHeader {
		return c.sealed(bucket, key, v[valueHeader:])
	}
	return signed(plainValue, bucket, key, v)
}

func (c codec) sealed(bucket string, key, body []byte) []byte {
	v := make([]byte, valueHeader, valueHeader+seal.Overhead+len(body))
	return signed(sealedValue, bucket, key, c.box.Seal(v, place(bucket, key), body))
}

// place is what a sealed body is bound to.
func place(bucket string, key []byte) []byte {
	b := append(make([]byte, 0, len(bucket)+1+len(key)), bucket...)
	return append(append(b, 0), key...)
}

// unwrap is the body of a value: a part of v, valid as long as v is, or a copy. A value that is not what was written there is
// [model.ErrDamaged]; one that is sealed under another key is [ErrSealed]. The error names the bucket, never the key or the body.
func (c codec) unwrap(bucket string, key, v []byte) ([]byte, error) {
	if !intact(bucket, key, v) {
		return nil, fmt.Errorf("value in %s: %w", bucket, model.ErrDamaged)
	}
	if v[0] == plainValue {
		return v[valueHeader:], nil
	}
	if c.box == nil {
		return nil, fmt.Errorf("value in %s: %w", bucket, ErrSealed)
	}
	body, err := c.box.Open(place(bucket, key), v[valueHeader:])
	if err != nil {
		return nil, fmt.Errorf("value in %s: %w", bucket, model.ErrDamaged)
	}
	return body, nil
}
