package store

import (
	bolt "go.etcd.io/bbolt"

	"hadir/store/index"
)

// The buckets of the search index; see package index for what stands in them. Their keys hold no words.
const (
	bucketSearch  = "search"
	bucketPending = "search-pending"
	bucketDocs    = "search-docs"
	bucketPlaces  = "search-places"
	bucketTerms   = "search-terms"
	bucketHeads   = "search-heads"
	bucketPosts   = "search-posts"
)

func searchBuckets() []string {
	return []string{bucketSearch, bucketPending, bucketDocs, bucketPlaces, bucketTerms, bucketHeads, bucketPosts, bucketLists, bucketLabels}
}

// shelf gives the index its values in one transaction.
type shelf struct {
	tx    *bolt.Tx
	codec codec
}

func searchBucket(b index.Bucket) string {
	switch b {
	case index.Pending:
		return bucketPending
	case index.Docs:
		return bucketDocs
	case index.Places:
		return bucketPlaces
	case index.Terms:
		return bucketTerms
	case index.Heads:
		return bucketHeads
	case index.Posts:
		return bucketPosts
	}
	return bucketSearch
}

func (s shelf) Get(b index.Bucket, key []byte) ([]byte, error) {
	name := searchBucket(b)
	bucket := s.tx.Bucket([]byte(name))
	if bucket == nil {
		return nil, nil
	}
	v := bucket.Get(key)
	if v == nil {
		return nil, nil
	}
	return s.codec.unwrap(name, key, v)
}

func (s shelf) Put(b index.Bucket, key, value []byte) error {
	name := searchBucket(b)
	bucket := s.tx.Bucket([]byte(name))
	if b == index.Terms || b == index.Posts {
		// They are written in the order of their keys.
		bucket.FillPercent = 1
	}
	return bucket.Put(key, s.codec.wrap(name, key, value))
}

func (s shelf) Delete(b index.Bucket, key []byte) error {
	return s.tx.Bucket([]byte(searchBucket(b))).Delete(key)
}

func (s shelf) Cursor(b index.Bucket) index.Cursor {
	name := searchBucket(b)
	bucket := s.tx.Bucket([]byte(name))
	if bucket == nil {
		return &shelfCursor{}
	}
	return &shelfCursor{codec: s.codec, name: name, cur: bucket.Cursor()}
}

// shelfCursor is a cursor that checks what it gives.
type shelfCursor struct {
	codec codec
	name  string
	cur   *bolt.Cursor // nil: there is no such bucket
	end   bool
}

func (c *shelfCursor) Seek(key []byte) (k, v []byte, err error) {
	if c.cur == nil {
		return nil, nil, nil
	}
	return c.give(c.cur.Seek(key))
}

func (c *shelfCursor) Next() (k, v []byte, err error) {
	if c.cur == nil {
		return nil, nil, nil
	}
	return c.give(c.cur.Next())
}

func (c *shelfCursor) Prev() (k, v []byte, err error) {
	switch {
	case c.cur == nil:
		return nil, nil, nil
	case c.end:
		return c.give(c.cur.Last())
	}
	return c.give(c.cur.Prev())
}

func (c *shelfCursor) give(k, v []byte) ([]byte, []byte, error) {
	if c.end = k == nil; c.end {
		return nil, nil, nil
	}
	body, err := c.codec.unwrap(c.name, k, v)
	return k, body, err
}
