package paper

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Saved is a file that holds a paper.
type Saved struct {
	Name   string // of the file, without its folder
	Digest string // SHA-256 of what it holds, in hex: to be handed back as what was written last
	Beside bool   // a person had changed the file of this name, so that this is a new version beside it
	Same   bool   // the file held the same already and was left alone
}

// Save writes a file into a folder, which is made if need be: a whole file under its name, or none. A file that holds something other than
// what was written last under its name (a name of written, with its digest) belongs to whoever changed it and is never
// overwritten: "laporan (2).docx" is written beside it.
func Save(dir, name string, written map[string]string, write func(io.Writer) error) (Saved, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Saved{}, fmt.Errorf("folder: %w", err)
	}
	tmp, err := os.CreateTemp(dir, ".hadir-*")
	if err != nil {
		return Saved{}, fmt.Errorf("folder: %w", err)
	}
	// After a rename there is nothing left to remove.
	defer func() { _ = os.Remove(tmp.Name()) }()
	sum := sha256.New()
	err = write(io.MultiWriter(tmp, sum))
	if err = errors.Join(err, tmp.Chmod(0o600), tmp.Sync(), tmp.Close()); err != nil {
		return Saved{}, fmt.Errorf("%s: %w", name, err)
	}
	return place(dir, name, tmp.Name(), hex.EncodeToString(sum.Sum(nil)), written)
}

// versionLimit ends the search for a free name; nobody has edited a thousand versions.
const versionLimit = 1000

// place moves a finished file to the first name that is free, or that the program wrote itself and nobody has changed since.
func place(dir, name, tmp, digest string, written map[string]string) (Saved, error) {
	for n := 1; n <= versionLimit; n++ {
		s := Saved{Name: version(name, n), Digest: digest, Beside: n > 1}
		path := filepath.Join(dir, s.Name)
		have, err := digestOf(path)
		switch {
		case err == nil && have == digest:
			s.Same = true
			return s, nil
		case err == nil && have != written[s.Name]:
			continue
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			continue // a folder, or a file that another program keeps to itself
		}
		free := err != nil
		if err := os.Rename(tmp, path); err != nil {
			if free {
				return Saved{}, fmt.Errorf("%s: %w", s.Name, err)
			}
			continue // Windows does not replace a file that Word has open
		}
		syncFolder(dir)
		return s, nil
	}
	return Saved{}, fmt.Errorf("%s: %w", name, fs.ErrExist)
}

// version is the name of the n-th version: "laporan.docx", "laporan (2).docx".
func version(name string, n int) string {
	if n == 1 {
		return name
	}
	ext := filepath.Ext(name)
	return strings.TrimSuffix(name, ext) + " (" + strconv.Itoa(n) + ")" + ext
}

func digestOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// syncFolder makes the new name last through a power cut where folders can be synced. Where they cannot (Windows) the file system sees
// to it, and the file's content is on disk in any case.
func syncFolder(dir string) {
	if f, err := os.Open(dir); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}
