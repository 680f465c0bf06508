package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// fileLock says that this process has a database. It is a file of its own, so that it can be taken before anybody looks at
// the database. The file stays; only the lock on it counts.
type fileLock struct {
	f *os.File
}

// acquire takes the lock, waiting at most wait. When another process keeps it, the error wraps [ErrLocked] and says which.
func acquire(path string, wait time.Duration) (*fileLock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, classify(err)
	}
	for deadline := time.Now().Add(wait); ; time.Sleep(50 * time.Millisecond) {
		ok, err := tryLock(f)
		switch {
		case err != nil:
			return nil, errors.Join(fmt.Errorf("lock: %w", err), f.Close())
		case ok:
			note(f)
			return &fileLock{f}, nil
		case time.Now().After(deadline):
			return nil, errors.Join(fmt.Errorf("%w%s", ErrLocked, owner(f)), f.Close())
		}
	}
}

// note writes down who has the lock, for whoever is refused. On a full disk it goes without.
func note(f *os.File) {
	if f.Truncate(0) == nil {
		_, _ = f.WriteAt(fmt.Appendf(nil, "%d\n", os.Getpid()), 0)
	}
}

func owner(f *os.File) string {
	b, err := io.ReadAll(io.LimitReader(io.NewSectionReader(f, 0, 32), 32))
	if pid := strings.TrimSpace(string(b)); err == nil && pid != "" {
		return " (process " + pid + ")"
	}
	return ""
}

func (l *fileLock) release() error {
	if l == nil || l.f == nil {
		return nil
	}
	return l.f.Close()
}
