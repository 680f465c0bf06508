package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// SeveralError says that a second folder holds the copies of several databases, of which one has to be named.
type SeveralError struct{ Folders []string }

// Error gives their number.
func (e *SeveralError) Error() string { return fmt.Sprintf("%d folders of copies", len(e.Folders)) }

// copiesIn is the folder of copies that a person means: the folder itself, or the only one in it.
func copiesIn(folder string) (string, error) {
	logs, snaps, err := list(folder)
	if err != nil {
		return "", classify(err)
	}
	if len(logs)+len(snaps) > 0 {
		return folder, nil
	}
	within, err := os.ReadDir(folder)
	if err != nil {
		return "", classify(err)
	}
	var found []string
	for _, e := range within {
		if e.IsDir() && strings.HasPrefix(e.Name(), secondPrefix) && !strings.Contains(e.Name(), ".") {
			found = append(found, filepath.Join(folder, e.Name()))
		}
	}
	switch len(found) {
	case 0:
		return "", ErrNotDatabase
	case 1:
		return found[0], nil
	}
	return "", &SeveralError{found}
}
