package index

// Bucket names one of the index's buckets.
type Bucket uint8

// The buckets.
const (
	States Bucket = iota
	Pending
	Docs
	Places
	Terms
	Heads
	Posts
)

// Reader gives values. What it returns is valid until its transaction ends, and must not be changed. A value that is not what
// was written is an error, and the index goes on without it where it can.
type Reader interface {
	// Get is the value of a key; nil where there is none.
	Get(b Bucket, key []byte) ([]byte, error)
	// Cursor walks through a bucket.
	Cursor(b Bucket) Cursor
}

// Cursor walks through a bucket in the order of its keys. A nil key is the end. After an error it can go on.
type Cursor interface {
	Seek(key []byte) (k, v []byte, err error) // the first key at or after
	Next() (k, v []byte, err error)
	Prev() (k, v []byte, err error) // from the end, the last key
}

// Writer takes values as well. It keeps neither key nor value beyond the call.
type Writer interface {
	Reader
	Put(b Bucket, key, value []byte) error
	Delete(b Bucket, key []byte) error
}
