package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"

	"hadir/model"
)

// rescueLog is the log that is being written. It is the writer's own. A file of it is never written over and never cut: what
// ends in something torn, or is damaged, stays as it is, and the next number is begun.
type rescueLog struct {
	disk   Disk
	folder string
	codec  codec
	out    File // nil: the next frame begins a file
	number int
	count  uint64       // changes that it vouches for
	last   digest       // of the frame written last
	ended  bool         // that frame says that the program closed the database
	size   atomic.Int64 // bytes of the files since the last snapshot, roughly
}

// logHead is the body of the frame that begins a log or a snapshot. It is never sealed: with a sealed database it holds the lock.
type logHead struct {
	File  model.ID `cbor:"1,keyasint"` // which database
	State state    `cbor:"2,keyasint"`
}

// logChanges is the body of a commit: the journal's entries as they stand there, and the state after them.
type logChanges struct {
	State   state    `cbor:"1,keyasint"`
	Entries [][]byte `cbor:"2,keyasint"`
}

// head is the body of a frame that begins a file.
func (c codec) head(st state) ([]byte, error) {
	// What is made again from here has nothing to be swept away.
	st.Sweep = false
	return c.enc.Marshal(logHead{File: st.File, State: c.outer(st)})
}

// begin starts a file of the log at a state. Frames of earlier files that go beyond it were not saved.
func (l *rescueLog) begin(st state) error {
	l.drop()
	if _, err := os.Stat(l.folder); err != nil {
		if err := errors.Join(os.MkdirAll(l.folder, 0o700), l.disk.SyncDir(filepath.Dir(l.folder))); err != nil {
			return err
		}
	}
	l.number++
	f, err := l.disk.OpenFile(filepath.Join(l.folder, segmentName(l.number)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	l.out, l.count = f, st.Count
	body, err := l.codec.head(st)
	if err == nil {
		err = l.write(frame{kind: frameHead, from: st.Count, to: st.Count, body: body})
	}
	if err == nil {
		err = l.disk.SyncDir(l.folder)
	}
	if err != nil {
		l.drop()
	}
	return err
}

// changes writes one commit and syncs it.
func (l *rescueLog) changes(from uint64, st state, entries [][]byte) error {
	body, err := l.codec.sized(logChanges{State: l.codec.outer(st), Entries: entries}, sizeOf(entries))
	if err != nil {
		return err
	}
	if len(body) > frameLimit {
		return fmt.Errorf("rescue log: a commit of %d bytes", len(body))
	}
	if err := l.write(l.codec.closed(frame{kind: frameChanges, from: from, to: st.Count, body: body})); err != nil {
		return err
	}
	l.count = st.Count
	return nil
}

// sizeOf is about how long the body of a commit is.
func sizeOf(entries [][]byte) int {
	n := 1 << 10
	for _, e := range entries {
		n += len(e) + 5
	}
	return n
}

// mark writes a frame that says something about the ones before it.
func (l *rescueLog) mark(kind frameKind, from, to uint64) error {
	if l.out == nil {
		return nil
	}
	if err := l.write(frame{kind: kind, from: from, to: to}); err != nil {
		return err
	}
	l.count = to
	return nil
}

// write appends a frame and syncs it. After an error the file is let go of: nobody knows what is in it.
func (l *rescueLog) write(f frame) error {
	f.before = l.last
	b, sum := appendFrame(make([]byte, 0, frameHeader+len(f.body)), f)
	n, err := l.out.Write(b)
	if err == nil && n < len(b) {
		err = fmt.Errorf("rescue log: %d of %d bytes written", n, len(b))
	}
	if err == nil {
		err = l.out.Sync()
	}
	if err != nil {
		l.drop()
		return err
	}
	l.last, l.ended = sum, f.kind == frameClosed
	l.size.Add(int64(len(b)))
	return nil
}

// drop lets go of the file without a word in it.
func (l *rescueLog) drop() {
	if l.out != nil {
		// What was written is synced; what was not, nobody relies on.
		_ = l.out.Close()
		l.out = nil
	}
}

// close says in the log that this was an orderly end.
func (l *rescueLog) close(clean bool) error {
	if l.out == nil {
		return nil
	}
	var err error
	if clean && !l.ended {
		err = l.mark(frameClosed, l.count, l.count)
	}
	l.drop()
	return err
}
