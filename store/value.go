package store

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"hadir/model"
)

// A value in the file is a header and a body:
//
//	byte 0    how the body stands there: 1 plain; 2 is kept for sealed bodies
//	byte 1-4  CRC-32C of bucket, a zero byte, key and body, big-endian
//
// bbolt notices no damage of its own pages, and a page that is read in another's place is as bad as a flipped bit:
// that is why the checksum covers bucket and key as well.
const (
	plainValue  = 1
	valueHeader = 5
)

// castagnoli is the table that processors have an instruction for; MakeTable gives the same one each time.
func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

func checksum(bucket string, key, body []byte) uint32 {
	t := castagnoli()
	sum := crc32.Update(0, t, []byte(bucket))
	sum = crc32.Update(sum, t, []byte{0})
	sum = crc32.Update(sum, t, key)
	return crc32.Update(sum, t, body)
}

// wrap puts the header before a body.
func wrap(bucket string, key, body []byte) []byte {
	return seal(bucket, key, append(make([]byte, valueHeader, valueHeader+len(body)), body...))
}

// seal fills in the header of a value whose body already stands behind room for it.
func seal(bucket string, key, v []byte) []byte {
	v[0] = plainValue
	binary.BigEndian.PutUint32(v[1:], checksum(bucket, key, v[valueHeader:]))
	return v
}

// unwrap is the body of a value: a part of v, valid as long as v is. A value that is not what was written there is
// [model.ErrDamaged]; the error names the bucket, never the key or the body.
func unwrap(bucket string, key, v []byte) ([]byte, error) {
	if len(v) < valueHeader || v[0] != plainValue {
		return nil, fmt.Errorf("value in %s: %w", bucket, model.ErrDamaged)
	}
	if body := v[valueHeader:]; binary.BigEndian.Uint32(v[1:]) == checksum(bucket, key, body) {
		return body, nil
	}
	return nil, fmt.Errorf("value in %s: %w", bucket, model.ErrDamaged)
}
