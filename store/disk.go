package store

import (
	"errors"
	"io"
	"io/fs"
	"os"

	bolt "go.etcd.io/bbolt"
)

// Disk is what the store changes files through, so that a test can fail, record and cut what it does. Reading goes to the
// system directly. The nil Disk of [Options] is the system's.
type Disk interface {
	// OpenFile is [os.OpenFile].
	OpenFile(name string, flag int, perm fs.FileMode) (File, error)
	// Rename is [os.Rename].
	Rename(from, to string) error
	// Remove is [os.Remove].
	Remove(name string) error
	// SyncDir makes what was renamed, made and removed in a folder last.
	SyncDir(name string) error
	// Bolt is [bolt.Open].
	Bolt(name string, o *bolt.Options) (*bolt.DB, error)
}

// File is a file that the store writes.
type File interface {
	io.Writer
	io.Closer
	Sync() error
}

// systemDisk is the system's.
type systemDisk struct{}

func (systemDisk) OpenFile(name string, flag int, perm fs.FileMode) (File, error) {
	return os.OpenFile(name, flag, perm)
}
func (systemDisk) Rename(from, to string) error { return os.Rename(from, to) }
func (systemDisk) Remove(name string) error     { return os.Remove(name) }
func (systemDisk) SyncDir(name string) error    { return syncDir(name) }
func (systemDisk) Bolt(name string, o *bolt.Options) (*bolt.DB, error) {
	return bolt.Open(name, 0o600, o)
}

// syncFile makes what stands in a file last.
func syncFile(d Disk, name string) error {
	f, err := d.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// remove takes a file away; one that is not there is no error.
func remove(d Disk, name string) error {
	if err := d.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
