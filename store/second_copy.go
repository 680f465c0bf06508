package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"hadir/model"
)

// prefixOf reports whether a copy is the beginning of a log, as far as its end shows.
func prefixOf(c, l segmentFile) bool {
	return c.size <= l.size && alike(l.path, c.path, max(0, c.size-compareEnd), c.size)
}

func whole(ctx context.Context, l segmentFile) bool {
	_, _, ok := proveLog(ctx, l)
	return ok
}

// alike reports whether two files hold the same between two places.
func alike(a, b string, from, to int64) bool {
	fa, err := os.Open(a)
	if err != nil {
		return false
	}
	// Reading is all that is done with them.
	defer fa.Close()
	fb, err := os.Open(b)
	if err != nil {
		return false
	}
	defer fb.Close()
	const block = 1 << 16
	ba, bb := make([]byte, block), make([]byte, block)
	for at := from; at < to; {
		n := min(block, to-at)
		if _, err := fa.ReadAt(ba[:n], at); err != nil {
			return false
		}
		if _, err := fb.ReadAt(bb[:n], at); err != nil || !bytes.Equal(ba[:n], bb[:n]) {
			return false
		}
		at += n
	}
	return true
}

// copySnapshot copies a snapshot, unless it is there, and proves the copy.
func (s *Store) copySnapshot(ctx context.Context, from SnapshotFile, folder string) error {
	to := filepath.Join(folder, filepath.Base(from.Path))
	if info, err := os.Stat(to); err == nil && info.Size() == from.Size {
		return nil
	}
	if err := copyFile(s.disk, from.Path, to); err != nil {
		return classify(err)
	}
	if _, err := readSnapshot(ctx, s.codec, to, nil); err != nil {
		return fmt.Errorf("copy in %s: %w", folder, err)
	}
	return nil
}

// copyLog writes to the copy of a log what is new of it, syncs that, and reads it again.
func (s *Store) copyLog(l segmentFile, folder string) error {
	to, at := filepath.Join(folder, filepath.Base(l.path)), int64(0)
	info, err := os.Stat(to)
	if err == nil {
		at = info.Size()
	}
	if err == nil && at >= l.size {
		return nil
	}
	in, err := os.Open(l.path)
	if err != nil {
		return err
	}
	// Reading is all that is done with it.
	defer in.Close()
	out, err := s.disk.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, io.NewSectionReader(in, at, l.size-at))
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return err
	}
	if !alike(l.path, to, at, l.size) {
		_, err := s.setAside(to, "damaged")
		return errors.Join(fmt.Errorf("a log: %w", model.ErrDamaged), err)
	}
	return s.disk.SyncDir(folder)
}

// stamp writes the time into a file of its own.
func (s *Store) stamp(path string) error {
	return replaceFile(s.disk, path, []byte(s.now().UTC().Format(time.RFC3339)+"\n"))
}

// stamped is the time that a file holds; zero where there is none that can be read.
func stamped(path string) time.Time {
	b, err := os.ReadFile(path)
	if err != nil {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339, strings.TrimSpace(string(b)))
	if err != nil {
		return time.Time{}
	}
	return t
}

// copyFile copies aside, syncs, and moves into place.
func copyFile(d Disk, from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	// Reading is all that was done with it.
	defer in.Close()
	out, err := d.OpenFile(to+".new", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err == nil {
		err = d.Rename(to+".new", to)
	}
	if err != nil {
		return err
	}
	if err := d.SyncDir(filepath.Dir(to)); err != nil && !errors.Is(err, fs.ErrInvalid) {
		return err
	}
	return nil
}
