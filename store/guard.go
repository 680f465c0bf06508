package store

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// guard does something with the database, whose pages are the file's own memory. A file that is cut short, a stick that is
// pulled out or a disk that fails would end the process when such a page is touched. So its length is asked first, and a fault
// that comes all the same becomes an error. After one the database is never touched again, not even closed: bbolt has a
// transaction open that nobody can end.
func (s *Store) guard(f func() error) (err error) {
	if s.lost.Load() {
		return errGone()
	}
	if info, err := s.file.Stat(); err != nil || info.Size() < s.size.Load() {
		s.lost.Store(true)
		return errors.Join(errGone(), err)
	}
	before := debug.SetPanicOnFault(true)
	defer debug.SetPanicOnFault(before)
	defer func() {
		switch r := recover().(type) {
		case nil:
		case interface{ Addr() uintptr }:
			s.lost.Store(true)
			err = errGone()
		case runtime.Error:
			// A mistake of ours, not the file's.
			panic(r)
		default:
			// bbolt's own words for a page that cannot be.
			s.lost.Store(true)
			err = fmt.Errorf("database: %w", model.ErrDamaged)
		}
	}()
	return f()
}

func errGone() error { return fmt.Errorf("%w: the file is gone or was cut short", model.ErrStorage) }

// grown takes note of how long the file is now.
func (s *Store) grown() {
	if info, err := s.file.Stat(); err == nil {
		s.size.Store(info.Size())
	}
}

// notCommitted judges a transaction that failed. Where its frame stands in the rescue log already, the log is told that it does
// not count: a change that was said not to be saved must not come back. The error says whether writing can go on: with
// [model.ErrStorage] nobody knows what is on disk.
func (s *Store) notCommitted(err error, logged bool, logErr error) error {
	if !logged {
		return classify(err)
	}
	err = committing(err)
	if logErr != nil {
		s.logFailed(logErr)
		return err
	}
	if s.landed() {
		return fmt.Errorf("%w: whether it was saved is known at the next start: %w", model.ErrStorage, err)
	}
	if e := s.log.mark(frameAbort, s.log.count, s.state.Count); e != nil {
		return fmt.Errorf("%w: whether it was saved is known at the next start: %w", model.ErrStorage, err)
	}
	return err
}

// landed reports whether bbolt shows a commit that it said has failed: its last page was written, and then something was wrong
// with it. Whether that page lasts, nobody knows.
func (s *Store) landed() bool {
	var st state
	err := s.view(func(tx *bolt.Tx) (err error) {
		st, err = s.codec.state(tx)
		return err
	})
	return err != nil || st.Count != s.state.Count
}

// give gives up writing until the file is opened again.
func (s *Store) give(err error) {
	s.broken = err
	s.failed.Store(true)
}

// committing classifies what went wrong while bbolt wrote. Only a write that found no room leaves things as they were; after a
// sync that failed, for whatever reason, the system may have thrown away what it had.
func committing(err error) error {
	var write *fs.PathError
	full := errors.Is(classify(err), model.ErrNoSpace) && errors.As(err, &write) ||
		strings.HasSuffix(err.Error(), syscall.ENOSPC.Error()) && strings.Contains(err.Error(), "resize")
	switch {
	case full:
		return fmt.Errorf("%w: %w", model.ErrNoSpace, err)
	case errors.Is(err, model.ErrDamaged):
		return fmt.Errorf("%w: %w", model.ErrStorage, err)
	case isStorage(classify(err)):
		return classify(err)
	}
	return fmt.Errorf("%w: %w", model.ErrStorage, err)
}

// logFailed takes note that the rescue log could not be written. What is in the database stays acknowledged, since it is on disk;
// nothing more is taken before the log can be written again.
func (s *Store) logFailed(err error) {
	s.log.drop()
	s.note(model.Notice{Kind: model.NoticeLogFailed})
	if !errors.Is(classify(err), model.ErrNoSpace) {
		s.give(fmt.Errorf("%w: rescue log: %w", model.ErrStorage, err))
	}
}

// readyLog makes the rescue log ready for the next commit: after a failure, or before the first, a file is begun, and what
// it does not have yet is put in.
func (s *Store) readyLog() error {
	switch {
	case s.broken != nil:
		return s.broken
	case s.log.out != nil && s.log.count == s.state.Count:
		return nil
	}
	err := s.catchUp()
	if errors.Is(classify(err), model.ErrNoSpace) && s.freeReserve() {
		err = s.catchUp()
	}
	return classify(err)
}

// openBolt opens the database and keeps the file that bbolt reads and writes.
func (s *Store) openBolt(o Options) error {
	db, err := o.Disk.Bolt(cmp.Or(s.lent, s.path), &bolt.Options{
		Timeout: o.Wait, FreelistType: bolt.FreelistMapType, ReadOnly: s.readOnly, InitialMmapSize: initialMap,
		OpenFile: func(name string, flag int, perm os.FileMode) (*os.File, error) {
			f, err := os.OpenFile(name, flag, perm)
			s.file = f
			return f, err
		},
	})
	if err != nil {
		return opening(err)
	}
	s.db = db
	s.giveBack()
	s.grown()
	return nil
}
