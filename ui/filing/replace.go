package filing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"hadir/ui/paper"
)

// Write writes a paper in this form. Characters that a PDF's font lacks are printed as boxes.
func (f Format) Write(w io.Writer, p paper.Paper) error {
	var lacking error
	return f.write(w, p, &lacking)
}

// Replace writes a file that somebody named: whole, or not at all. The folder has to be there.
func Replace(path string, write func(io.Writer) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".hadir-*")
	if err != nil {
		return fmt.Errorf("folder: %w", err)
	}
	// After a rename there is nothing left to remove.
	defer func() { _ = os.Remove(tmp.Name()) }()
	err = write(tmp)
	if err = errors.Join(err, tmp.Chmod(0o600), tmp.Sync(), tmp.Close()); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return os.Rename(tmp.Name(), path)
}

// Office is the office as its papers have it.
func Office(ctx context.Context, r Reader) (paper.Office, error) {
	me, err := r.Settings(ctx)
	if err != nil {
		return paper.Office{}, err
	}
	var f File
	err = f.readOffice(ctx, r, me)
	return f.Office, err
}
