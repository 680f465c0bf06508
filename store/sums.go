package store

import (
	"hash/crc32"
	"slices"
	"sync"
)

// bucketSums are the checksums of all of a bucket's values as far as they are the same: up to the bucket's name.
type bucketSums struct {
	bucket string
	values uint32 // CRC-32C of the name and a zero byte: where checksums of values begin
	keys   uint32 // CRC-32 of the name: where shares of the total begin
	summed bool
}

// checksum is what the header of a value holds whose body that is.
func (s bucketSums) checksum(key, body []byte) uint32 {
	t := castagnoli()
	return crc32.Update(crc32.Update(s.values, t, key), t, body)
}

// ourSums are the sums of our buckets.
var ourSums = sync.OnceValue(func() map[string]bucketSums {
	m := make(map[string]bucketSums)
	for _, b := range slices.Concat(buckets(), searchBuckets()) {
		m[b] = makeSums(b)
	}
	return m
})

func sumsOf(bucket string) bucketSums {
	if s, ok := ourSums()[bucket]; ok {
		return s
	}
	return makeSums(bucket)
}

func makeSums(bucket string) bucketSums {
	return bucketSums{
		bucket: bucket, values: crc32.Update(0, castagnoli(), append([]byte(bucket), 0)), keys: crc32.ChecksumIEEE([]byte(bucket)),
		summed: summed(bucket),
	}
}
