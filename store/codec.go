package store

import (
	"fmt"

	"github.com/fxamacker/cbor/v2"

	"hadir/model"
	"hadir/store/seal"
)

// codec writes and reads the bodies of values: CBOR in its core deterministic form, so that the same record is the same
// bytes on every laptop.
type codec struct {
	enc  cbor.EncMode
	dec  cbor.DecMode
	box  *seal.Box  // what bodies are sealed with; nil: they are plain, or nobody has said the passphrase yet
	lock *seal.Lock // in which the box's key stands
}

func newCodec() (codec, error) {
	enc, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		return codec{}, err
	}
	// A value may be damaged or come from anywhere: nothing in it may be deeper or longer than a record ever is.
	dec, err := cbor.DecOptions{MaxNestedLevels: 8, MaxArrayElements: 1 << 20, MaxMapPairs: 1 << 16}.DecMode()
	return codec{enc: enc, dec: dec}, err
}

func (c codec) record(body []byte, k model.Key) (model.Record, error) {
	var r model.Record
	if err := c.dec.Unmarshal(body, &r); err != nil {
		return r, fmt.Errorf("%s record: %w: %v", k.Kind, model.ErrDamaged, err)
	}
	if r.Key != k {
		return r, fmt.Errorf("%s record: %w: it is another's", k.Kind, model.ErrDamaged)
	}
	return r, nil
}
