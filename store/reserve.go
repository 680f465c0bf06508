package store

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"

	"hadir/model"
)

// reserveSize is how much room is kept for a full disk: enough for some thousand check-ins.
const reserveSize = 4 << 20

func (s *Store) reservePath() string { return filepath.Join(rescueFolder(s.path), reserveName) }

// keepReserve makes the file whose room is given up when the disk is full. Its bytes are drawn: a file system that
// compresses, or leaves out zeros, would keep no room for others.
func (s *Store) keepReserve() error {
	if info, err := os.Stat(s.reservePath()); err == nil && info.Size() == reserveSize {
		return nil
	}
	b := make([]byte, reserveSize)
	if _, err := rand.Read(b); err != nil {
		return err
	}
	f, err := s.disk.OpenFile(s.reservePath(), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		// Half of it is in the way of others, and no reserve.
		_ = s.disk.Remove(s.reservePath())
	}
	return err
}

// freeReserve gives the reserve up; false: there was none.
func (s *Store) freeReserve() bool {
	if s.disk.Remove(s.reservePath()) != nil {
		return false
	}
	s.note(model.Notice{Kind: model.NoticeNoSpace})
	return true
}
