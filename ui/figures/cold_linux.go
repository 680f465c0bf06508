package main

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// dropFromCache makes the next reader of a file read it from the disk. What was written has to be on the disk first, or the
// kernel keeps it.
func dropFromCache(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED), f.Close())
}
