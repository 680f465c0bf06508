package store

import bolt "go.etcd.io/bbolt"

// loader puts the rows of a snapshot into a new file, some thousand in a transaction.
type loader struct {
	db      *bolt.DB
	codec   codec
	sealing bool     // the snapshot was taken before the database was sealed: its values are sealed on their way
	tx      *bolt.Tx // nil between two
	rows    int
}

// row puts one value in its place, as it stands in the snapshot.
func (l *loader) row(bucket string, key, v []byte) (err error) {
	if l.tx == nil {
		if l.tx, err = l.db.Begin(true); err != nil {
			return err
		}
	}
	b, err := l.tx.CreateBucketIfNotExists([]byte(bucket))
	if err != nil {
		return err
	}
	if l.sealing {
		body, err := l.codec.unwrap(bucket, key, v)
		if err != nil {
			return err
		}
		v = l.codec.wrap(bucket, key, body)
	}
	b.FillPercent = 0.9
	if err := b.Put(key, v); err != nil {
		return err
	}
	if l.rows++; l.rows%applySize == 0 {
		return l.commit()
	}
	return nil
}

// commit ends the transaction that is open.
func (l *loader) commit() error {
	if l.tx == nil {
		return nil
	}
	tx := l.tx
	l.tx = nil
	return tx.Commit()
}
