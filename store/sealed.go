package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/store/seal"
)

// What can keep a sealed database shut.
var (
	// ErrSealed says that a passphrase is needed and none was given.
	ErrSealed = errors.New("sealed with a passphrase")
	// ErrSecret says that a passphrase, or recovery words, are the wrong ones.
	ErrSecret = seal.ErrSecret
)

// Try is one asking for a passphrase.
type Try struct {
	Wrong int           // how often the answer was wrong, at this start and at those before it
	Wait  time.Duration // how long no answer is looked at; one that comes sooner is asked for again
}

// outer is a state as it stands in a file: with the lock, and with nothing in the open that helps to guess who is meant.
func (c codec) outer(st state) state {
	st.Lock, st.Hidden = c.lock, nil
	if c.box != nil {
		st.Hidden, st.Key = c.box.Seal(nil, hiddenPlace(), []byte(st.Key)), ""
	}
	return st
}

// inner is a state as the store works with it. Without the passphrase the office's key stays empty.
func (c codec) inner(st state) (state, error) {
	if st.Lock == nil || c.box == nil {
		return st, nil
	}
	key, err := c.box.Open(hiddenPlace(), st.Hidden)
	if err != nil {
		return st, fmt.Errorf("state: %w", model.ErrDamaged)
	}
	st.Key = string(key)
	return st, nil
}

func hiddenPlace() []byte { return []byte("office key") }

// opens reports whether the codec can read what stands beside a state.
func (c codec) opens(st state) bool {
	if st.Lock == nil {
		return true
	}
	_, err := c.inner(st)
	return c.box != nil && err == nil
}

// unlocked is the codec for a database with that lock: it asks until the answer opens it. Nothing of the database is touched.
func (c codec) unlocked(path string, l *seal.Lock, o Options) (codec, error) {
	if l == nil {
		return c, nil
	}
	if o.held.box != nil && bytes.Equal(o.held.lock.Wrapped, l.Wrapped) {
		return o.held, nil
	}
	if o.Unlock == nil {
		return c, ErrSealed
	}
	t := tries{path: path + ".tries", now: o.Now}
	for {
		try := t.next()
		secret, err := o.Unlock(try)
		if err != nil {
			return c, err
		}
		if t.next().Wait > 0 {
			continue
		}
		box, err := l.Open(secret)
		if errors.Is(err, seal.ErrSecret) {
			t.wrong()
			continue
		}
		if err != nil {
			return c, err
		}
		t.forget()
		c.box, c.lock = box, l
		return c, nil
	}
}

// tries counts wrong answers in a small file beside the database, so that starting again does not make guessing quicker. It
// holds a number and a time and nothing else; where it cannot be written, waiting ends with the program.
type tries struct {
	path  string
	now   func() time.Time
	known []byte // what the file would hold
}

const triesSize = 16 // number (8), milliseconds since 1970 of the last (8)

func (t *tries) read() (n uint64, last time.Time) {
	b := t.known
	if b == nil {
		b, _ = os.ReadFile(t.path)
	}
	if len(b) != triesSize {
		return 0, last
	}
	return binary.BigEndian.Uint64(b), time.UnixMilli(int64(binary.BigEndian.Uint64(b[8:])))
}

// next says how it stands. A clock that was put back does not lock anybody out for longer than the longest wait.
func (t *tries) next() Try {
	n, last := t.read()
	out := Try{Wrong: int(min(n, 1<<20))}
	wait := model.WaitAfter(out.Wrong)
	if left := wait - t.now().Sub(last); left > 0 {
		out.Wait = min(left, wait)
	}
	return out
}

func (t *tries) wrong() {
	n, _ := t.read()
	b := binary.BigEndian.AppendUint64(nil, n+1)
	t.known = binary.BigEndian.AppendUint64(b, uint64(t.now().UnixMilli()))
	// A disk that takes nothing more is no reason to keep the owner out.
	_ = replaceFile(systemDisk{}, t.path, t.known)
}

func (t *tries) forget() {
	t.known = nil
	_ = os.Remove(t.path)
}

// lockOf is the lock of a database: as its own state has it, or else as the newest of what stands beside it does.
func lockOf(c codec, j *judged, folder string) *seal.Lock {
	if j.there && j.ours && j.state.Lock != nil {
		return j.state.Lock
	}
	logs, snaps, err := list(folder)
	if err != nil {
		return nil
	}
	var newest state
	look := func(path string) {
		st, ok := c.headOf(path)
		if ok && st.Lock != nil && st.Count >= newest.Count && (!j.ours || st.File == j.state.File) {
			newest = st
		}
	}
	for _, s := range slices.Backward(snaps) {
		look(s.Path)
	}
	for _, l := range slices.Backward(logs) {
		look(l.path)
	}
	return newest.Lock
}

// headOf is the state in the first frame of a log or a snapshot.
func (c codec) headOf(path string) (st state, ok bool) {
	f, err := os.Open(path)
	if err != nil {
		return st, false
	}
	// Reading is all that was done with it.
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return st, false
	}
	first, _, err := readFrame(f, 0, info.Size())
	if err != nil || first.kind != frameHead {
		return st, false
	}
	var h logHead
	err = c.dec.Unmarshal(first.body, &h)
	return h.State, err == nil
}

// Sealed reports whether this database is sealed.
func (s *Store) Sealed() bool { return s.codec.box != nil }

// Prove reports whether a secret is the passphrase, or the recovery words, of this database: what a screen that was locked asks. The
// error is [ErrSecret] when it is not. It takes the better part of a second.
func (s *Store) Prove(ctx context.Context, secret string) error {
	if s.codec.lock == nil {
		return nil
	}
	done := make(chan error, 1)
	go func() {
		_, err := s.codec.lock.Open(secret)
		done <- err
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Known is options with which this database opens again in this process without asking for its passphrase, as long as it is
// sealed as it is now. It may be called after Close, too.
func (s *Store) Known(o Options) Options {
	o.held = s.codec
	return o
}

// ErrWeak says that a passphrase keeps nobody out; see [model.WeakSecret].
var ErrWeak = fmt.Errorf("a passphrase has at least %d letters, and is none that everybody tries", model.LeastSecret)

// Sealing is what came of sealing.
type Sealing struct {
	Words []string // the recovery words, which nobody can ask for again; empty: those that were given earlier stay
	Swept
}

// Seal seals the database at path under a passphrase, or gives one that is sealed another passphrase and another key; recovery
// words stay unless fresh asks for new ones. Everything is written anew, and what stood beside the file is removed: copies
// elsewhere stay as they are, and open with what they were sealed with. Nobody else can have the database open.
func Seal(ctx context.Context, path, passphrase string, fresh bool, o Options) (out Sealing, err error) {
	if model.WeakSecret(passphrase) {
		return out, ErrWeak
	}
	o = o.withDefaults()
	out.Swept, err = rewrite(ctx, path, o, func(s *Store, _ *bolt.Tx) (codec, transform, error) {
		cost := o.Cost
		if cost == (seal.Cost{}) {
			cost = seal.Measure()
		}
		to := s.codec
		var l seal.Lock
		var err error
		if to.box != nil && !fresh {
			l, to.box, err = to.lock.Renew(o.Rand, to.box, cost, passphrase)
		} else {
			l, to.box, out.Words, err = seal.New(o.Rand, cost, passphrase)
		}
		to.lock = &l
		return to, keepAll, err
	})
	return out, err
}

// Unseal writes the database at path anew without a passphrase: everybody who has the file can read it.
func Unseal(ctx context.Context, path string, o Options) (Swept, error) {
	return rewrite(ctx, path, o, func(s *Store, _ *bolt.Tx) (codec, transform, error) {
		to := s.codec
		to.box, to.lock = nil, nil
		return to, keepAll, nil
	})
}
