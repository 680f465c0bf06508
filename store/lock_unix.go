//go:build unix

package store

import (
	"errors"
	"os"
	"syscall"
)

// initialMap is how much address space the database gets at once. A map that has to grow copies what a large import holds
// and waits for every reader; address space costs nothing where a map may be larger than its file.
const initialMap = 256 << 20

// tryLock takes the advisory lock of an open file; the system lets go of it when the process ends, however it ends.
func tryLock(f *os.File) (bool, error) {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// isDiskFull reports errors that mean a full disk and that package syscall has no portable name for.
func isDiskFull(error) bool { return false }

// syncDir makes a rename in a folder last.
func syncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
