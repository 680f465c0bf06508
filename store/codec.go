package store

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/fxamacker/cbor/v2"

	"hadir/model"
	"hadir/store/seal"
)

// codec writes and reads the bodies of values: CBOR in its core deterministic form, so that the same record is the same
// bytes on every laptop.
type codec struct {
	enc  cbor.UserBufferEncMode
	dec  cbor.DecMode
	box  *seal.Box  // what bodies are sealed with; nil: they are plain, or nobody has said the passphrase yet
	lock *seal.Lock // in which the box's key stands

	rooms *sync.Pool // of bytes.Buffer, to write in what is then copied in its right length
}

func newCodec() (codec, error) {
	enc, err := cbor.CoreDetEncOptions().UserBufferEncMode()
	if err != nil {
		return codec{}, err
	}
	// A value may be damaged or come from anywhere: nothing in it may be deeper or longer than a record ever is.
	dec, err := cbor.DecOptions{MaxNestedLevels: 8, MaxArrayElements: 1 << 20, MaxMapPairs: 1 << 16}.DecMode()
	return codec{enc: enc, dec: dec, rooms: &sync.Pool{New: func() any { return new(bytes.Buffer) }}}, err
}

// sized writes what is about that long: a long list is then not copied again and again while it grows.
func (c codec) sized(v any, size int) ([]byte, error) {
	b := bytes.NewBuffer(make([]byte, 0, size))
	err := c.enc.MarshalToBuffer(v, b)
	return b.Bytes(), err
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
