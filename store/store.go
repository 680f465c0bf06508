package store

import (
	"crypto/rand"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/store/index"
	"hadir/store/seal"
)

// Options say what [Open] takes from outside. The zero Options are those of the program.
type Options struct {
	Now  func() time.Time // the wall clock; nil: time.Now
	Rand io.Reader        // where identities come from; nil: crypto/rand
	Wait time.Duration    // how long to wait for another Hadir to let go of the file; 0: a second and a half
	// Rest is how long nothing is done for the search index at first: whoever opens a long list at a door waits for its guests, and
	// has the processors and the disk to himself.
	Rest time.Duration
	Disk Disk // what files are changed through; nil: the system
	// Marks is a folder outside the database's, where it stands how far each device has counted (see mark.go); empty: nowhere.
	Marks string
	// Progress hears how far the check of a large file is, in pages; nil: nobody does. It is called while Open runs.
	Progress func(done, total uint64)
	// Unlock is asked for the passphrase, or the recovery words, of a sealed database; see [Try]. Its error ends Open. Nil: a
	// sealed database gives [ErrSealed].
	Unlock func(Try) (secret string, err error)
	// Cost is what a new passphrase is made to cost; the zero Cost: what this machine can bear (see [seal.Measure]).
	Cost seal.Cost

	held codec // of a database that this process has just had open; the zero codec: none
}

// Store is an open database. Its methods may be called from any goroutine.
type Store struct {
	db       *bolt.DB
	file     *os.File // what db reads and writes; its own
	path     string
	disk     Disk
	rand     io.Reader
	codec    codec
	lock     *fileLock
	readOnly bool
	now      func() time.Time

	queue   chan *request
	jobs    chan func()   // what is done on the writer's goroutine between commits
	wake    chan struct{} // holds one when there is something to tidy
	closing chan struct{} // closed by Close: nothing more is taken in
	written chan struct{} // closed when the writer has finished
	later   []*request    // the writer's own: large requests that came while it was at another
	log     *rescueLog    // the writer's own
	lent    string        // where the database was made again for reading alone; empty: it is the one at path
	marks   string        // the folder of marks
	mark    *waterMark    // the writer's own; nil: there is none
	broken  error         // the writer's own: why nothing is written any more
	size    atomic.Int64  // bytes that the file has to have
	fell    bool          // one of the two first pages was not whole when the file was opened
	lost    atomic.Bool   // the file went away under us: db must not be touched again
	failed  atomic.Bool   // broken is set: what the file shows may not be what is on disk
	swept   Swept         // what begin removed beside a file that was written anew
	once    sync.Once

	mu      sync.Mutex // guards what follows as others read it; the writer alone changes the state
	state   state
	notices []model.Notice
	due     bool               // a snapshot is needed: what is beside the file does not make it again as a whole
	second  model.SecondCopies // as this program met with it last

	entries   entries // the writer's own: what makes terms of records
	reuse     reuse   // the writer's own: what the next part of a long list may use
	waits     int     // the writer's own: about how many records wait to be filed in the index
	unindexed bool    // the writer's own: what is written is not indexed, since the index will be made anew
	idle      idle    // the writer's own: what it does for the index while nobody waits
	cache     index.Cache
	words     makers      // the readers': what makes terms of texts
	events    knownEvents // the readers'

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

	Count uint64   `cbor:"9,keyasint"`  // the number of the last change, of whatever device, in the order of acceptance here
	Total total    `cbor:"10,keyasint"` // what all values add up to
	File  model.ID `cbor:"11,keyasint"` // names the file, for what stands beside it

	Lock   *seal.Lock `cbor:"12,keyasint,omitempty"` // of a sealed database; it stands here and in the heads of logs and snapshots in the open
	Hidden []byte     `cbor:"13,keyasint,omitempty"` // Key in a sealed database, where Key is empty
	Sweep  bool       `cbor:"14,keyasint,omitempty"` // the file was written anew, and what stood beside it before has still to go
	Purge  bool       `cbor:"15,keyasint,omitempty"` // something was purged, and what was there before has still to go out of the file
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
	s.mark.close()
	err := s.closeFiles()
	if e := s.lock.release(); err == nil {
		err = e
	}
	return err
}

// closeFiles says in the log that this is an orderly end, and lets go of the files. A database that went away is left as it is:
// bbolt would wait for ever for a transaction that a fault has ended.
func (s *Store) closeFiles() error {
	if s.log != nil {
		if err := s.log.close(s.broken == nil && !s.lost.Load()); err != nil && s.broken == nil {
			s.note(model.Notice{Kind: model.NoticeLogFailed})
		}
	}
	defer s.giveBack()
	if s.lost.Load() {
		return s.file.Close()
	}
	return s.db.Close()
}

// Notices are what the store has to tell since it was opened, in the order in which it met with it.
func (s *Store) Notices() []model.Notice {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.notices)
}

// note keeps a notice; one of the same kind is told once.
func (s *Store) note(n model.Notice) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !slices.ContainsFunc(s.notices, func(have model.Notice) bool { return have.Kind == n.Kind }) {
		s.notices = append(s.notices, n)
	}
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
	if o.Disk == nil {
		o.Disk = systemDisk{}
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
