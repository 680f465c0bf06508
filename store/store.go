package store

import (
	"crypto/rand"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"io"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// Options say what [Open] takes from outside. The zero Options are those of the program.
type Options struct {
	Now  func() time.Time // the wall clock; nil: time.Now
	Rand io.Reader        // where identities come from; nil: crypto/rand
	Wait time.Duration    // how long to wait for another Hadir to let go of the file; 0: a second and a half
}

// Store is an open database. Its methods may be called from any goroutine.
type Store struct {
	db       *bolt.DB
	path     string
	codec    codec
	lock     *fileLock
	readOnly bool
	now      func() time.Time

	queue   chan *request
	closing chan struct{} // closed by Close: nothing more is taken in
	written chan struct{} // closed when the writer has finished
	later   []*request    // the writer's own: large requests that came while it was at another
	once    sync.Once

	mu    sync.Mutex // guards state as others read it; the writer alone changes it
	state state

	watch watchers
}

// state is the one small value of the meta bucket.
type state struct {
	Schema  int          `cbor:"1,keyasint"`
	Device  model.Device `cbor:"2,keyasint"`
	Seq     uint64       `cbor:"3,keyasint"` // the last change of this device
	Time    uint64       `cbor:"4,keyasint"` // the latest time given or seen
	Chain   digest       `cbor:"5,keyasint"` // the end of this device's chain
	Created int64        `cbor:"6,keyasint"` // milliseconds since 1970, UTC
	Key     string       `cbor:"7,keyasint"` // the office's key, as its setting shows it; kept at hand for every guest

	Unfinished unfinished `cbor:"8,keyasint"` // an act of which only the first parts are on disk; zero: none
}

// Path is the file that the store has open.
func (s *Store) Path() string { return s.path }

// ReadOnly reports whether the file can only be read: Apply will say [model.ErrReadOnly].
func (s *Store) ReadOnly() bool { return s.readOnly }

// Device is the name under which this copy counts its changes.
func (s *Store) Device() model.Device {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state.Device
}

// Close finishes what Apply has accepted, then lets go of the file. Calls of Apply that come later get [model.ErrClosed].
func (s *Store) Close() error {
	s.once.Do(func() { close(s.closing) })
	<-s.written
	s.watch.stop()
	err := s.db.Close()
	if e := s.lock.release(); err == nil {
		err = e
	}
	return err
}

func (o Options) withDefaults() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Rand == nil {
		o.Rand = rand.Reader
	}
	if o.Wait == 0 {
		o.Wait = 1500 * time.Millisecond
	}
	return o
}

func drawDevice(r io.Reader) (model.Device, error) {
	var b [8]byte
	if _, err := io.ReadFull(r, b[:]); err != nil {
		return 0, fmt.Errorf("draw device name: %w", err)
	}
	return model.Device(binary.BigEndian.Uint64(b[:])), nil
}

func drawKey(r io.Reader) (string, error) {
	var b [20]byte
	if _, err := io.ReadFull(r, b[:]); err != nil {
		return "", fmt.Errorf("draw key: %w", err)
	}
	return base32.StdEncoding.EncodeToString(b[:]), nil
}
