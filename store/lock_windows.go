package store

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// initialMap leaves the size of the map to bbolt: on Windows a file is made as large as its map.
const initialMap = 0

// tryLock takes the lock of an open file's first byte; the system lets go of it when the process ends, however it ends.
func tryLock(f *os.File) (bool, error) {
	flags := uint32(windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY)
	// The byte lies beyond what is ever written: Windows would keep others from reading a locked one.
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{OffsetHigh: 1})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return false, nil
	}
	return err == nil, err
}

func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// syncDir does nothing: NTFS keeps renames in its own journal, and a folder cannot be synced from here.
func syncDir(string) error { return nil }
