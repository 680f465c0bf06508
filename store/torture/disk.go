package main

import (
	"errors"
	"io/fs"
	"os"
	"reflect"
	"sync"
	"syscall"
	"unsafe"

	bolt "go.etcd.io/bbolt"

	"hadir/store"
)

// op is one thing that was done to files.
type op struct {
	kind opKind
	path string // of the file or folder; of a rename, the old name
	to   string
	at   int64 // where a write begins, or the length of a truncation
	data []byte
}

type opKind int

const (
	opCreate opKind = iota
	opWrite
	opLength
	opSync
	opRename
	opRemove
	opSyncDir
	opAck // what came before was acknowledged
)

// disk is the system's disk with a record of what is done to it, and a say in what fails. It does everything for real.
type disk struct {
	mu     sync.Mutex
	ops    []op
	sizes  map[string]int64
	fail   func(kind opKind, path string) error // nil: nothing fails
	lazy   bool                                 // a sync is said to be done and is not: the negative control
	unsync string                               // a bbolt file whose meta page was written and is synced next
}

func newDisk() *disk { return &disk{sizes: make(map[string]int64)} }

// do takes note of something, and says whether it fails.
func (d *disk) do(o op) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.note(o)
}

func (d *disk) note(o op) error {
	if d.fail != nil {
		if err := d.fail(o.kind, o.path); err != nil {
			return err
		}
	}
	if o.kind == opSync && d.lazy {
		return nil
	}
	d.ops = append(d.ops, o)
	return nil
}

// settled notes that bbolt has synced the meta page that it wrote last: it has, once anything else is done with it.
func (d *disk) settled() {
	if d.unsync != "" {
		_ = d.note(op{kind: opSync, path: d.unsync})
		d.unsync = ""
	}
}

// ack notes that all before was acknowledged.
func (d *disk) ack() {
	d.mu.Lock()
	defer d.mu.Unlock()
	fail := d.fail
	d.fail = nil
	d.settled()
	d.ops = append(d.ops, op{kind: opAck})
	d.fail = fail
}

// OpenFile opens a file for real.
func (d *disk) OpenFile(name string, flag int, perm fs.FileMode) (store.File, error) {
	_, statErr := os.Stat(name)
	if flag&os.O_CREATE != 0 && statErr != nil {
		if err := d.do(op{kind: opCreate, path: name}); err != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: err}
		}
	}
	f, err := os.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err
	}
	if flag&os.O_TRUNC != 0 && statErr == nil {
		_ = d.do(op{kind: opLength, path: name})
	}
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	at := info.Size()
	if flag&os.O_APPEND == 0 {
		at = 0
	}
	return &file{File: f, d: d, at: at}, nil
}

// file is a file that is written from its beginning, or appended to.
type file struct {
	*os.File
	d  *disk
	at int64
}

// Write writes for real. One that fails has written half.
func (f *file) Write(b []byte) (int, error) {
	if err := f.d.do(op{kind: opWrite, path: f.Name(), at: f.at, data: append([]byte(nil), b...)}); err != nil {
		n, _ := f.File.Write(b[:len(b)/2])
		f.at += int64(n)
		return n, &fs.PathError{Op: "write", Path: f.Name(), Err: err}
	}
	n, err := f.File.Write(b)
	f.at += int64(n)
	return n, err
}

// Sync syncs for real.
func (f *file) Sync() error {
	if err := f.d.do(op{kind: opSync, path: f.Name()}); err != nil {
		return &fs.PathError{Op: "sync", Path: f.Name(), Err: err}
	}
	return f.File.Sync()
}

// Rename renames for real.
func (d *disk) Rename(from, to string) error {
	if err := d.do(op{kind: opRename, path: from, to: to}); err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return os.Rename(from, to)
}

// Remove removes for real.
func (d *disk) Remove(name string) error {
	if _, err := os.Stat(name); err != nil {
		return err
	}
	if err := d.do(op{kind: opRemove, path: name}); err != nil {
		return &fs.PathError{Op: "remove", Path: name, Err: err}
	}
	return os.Remove(name)
}

// SyncDir does what it says.
func (d *disk) SyncDir(name string) error {
	if err := d.do(op{kind: opSyncDir, path: name}); err != nil {
		return &fs.PathError{Op: "sync", Path: name, Err: err}
	}
	return nil
}

// Bolt opens a database and stands between bbolt and its writes.
func (d *disk) Bolt(name string, o *bolt.Options) (*bolt.DB, error) {
	_, statErr := os.Stat(name)
	if statErr != nil {
		if err := d.do(op{kind: opCreate, path: name}); err != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: err}
		}
	}
	db, err := bolt.Open(name, 0o600, o)
	if err != nil || o.ReadOnly {
		return db, err
	}
	if statErr != nil {
		b, err := os.ReadFile(name)
		if err == nil {
			err = errors.Join(d.do(op{kind: opWrite, path: name, data: b}), d.do(op{kind: opSync, path: name}))
		}
		if err != nil {
			return nil, errors.Join(err, db.Close())
		}
	}
	h := &hook{d: d, db: db, path: name}
	if info, err := os.Stat(name); err == nil {
		h.size = info.Size()
	}
	h.real = swapWriter(db, h.write)
	return db, nil
}

// hook is between one database and its writes.
type hook struct {
	d    *disk
	db   *bolt.DB
	path string
	size int64
	real func([]byte, int64) (int, error)
}

// write notes what bbolt writes, and the syncs that it does around a meta page.
func (h *hook) write(b []byte, at int64) (int, error) {
	h.d.mu.Lock()
	defer h.d.mu.Unlock()
	h.d.settled()
	if info, err := os.Stat(h.path); err == nil && info.Size() > h.size {
		h.size = info.Size()
		_ = h.d.note(op{kind: opLength, path: h.path, at: h.size})
		_ = h.d.note(op{kind: opSync, path: h.path})
	}
	meta := at < 2*int64(h.db.Info().PageSize) && !h.db.NoSync
	if meta {
		// Everything but this page is synced now. Where that fails, bbolt does not write it.
		if err := h.d.note(op{kind: opSync, path: h.path}); err != nil {
			return 0, err
		}
	}
	if err := h.d.note(op{kind: opWrite, path: h.path, at: at, data: append([]byte(nil), b...)}); err != nil {
		n, _ := h.real(b[:len(b)/2], at)
		return n, &fs.PathError{Op: "pwrite", Path: h.path, Err: err}
	}
	n, err := h.real(b, at)
	if err == nil && meta {
		if h.d.fail != nil {
			// A sync behind the page that fails: the page may be on disk all the same.
			if err := h.d.fail(opSync, h.path); err != nil {
				return n, err
			}
		}
		h.d.unsync = h.path
	}
	return n, err
}

// swapWriter puts a function in the place of the one through which bbolt writes. bbolt has no door for that.
func swapWriter(db *bolt.DB, write func([]byte, int64) (int, error)) (before func([]byte, int64) (int, error)) {
	f := reflect.ValueOf(db).Elem().FieldByName("ops").FieldByName("writeAt")
	at := (*func([]byte, int64) (int, error))(unsafe.Pointer(f.UnsafeAddr()))
	before, *at = *at, write
	return before
}

// errnos are what a disk says.
func errnos() []error { return []error{syscall.EIO, syscall.ENOSPC, syscall.EROFS, syscall.EDQUOT} }
