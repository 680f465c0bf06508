package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// textFolder stands beside the database and holds what people take out of it to send on.
const textFolder = "keluaran"

// textMost is how many texts of one name a folder may hold. Nobody writes that many in a day; a program gone wrong might.
const textMost = 1000

// SaveText writes a text as name.txt, in UTF-8, as [Store.SaveFile] does.
func (s *Store) SaveText(ctx context.Context, name, text string) (path string, err error) {
	return s.SaveFile(ctx, name, "txt", []byte(text))
}

// SaveFile writes a file for people as name.ext into the folder "keluaran" beside the database and gives its path; when it
// returns, the file is on disk. Nothing is ever written over: the next one of that name is name-2.ext. The name is one part
// of a path and tells nothing about anybody.
func (s *Store) SaveFile(ctx context.Context, name, ext string, body []byte) (path string, err error) {
	if name == "." || !fs.ValidPath(name) || name != filepath.Base(name) || !fs.ValidPath(ext) || ext != filepath.Base(ext) {
		return "", fmt.Errorf("text %q: not a name for a file", name)
	}
	if err := ctx.Err(); err != nil {
		return "", err
	}
	folder := filepath.Join(filepath.Dir(s.path), textFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("text: %w", classify(err))
	}
	for n := 1; n <= textMost; n++ {
		path = filepath.Join(folder, name+"."+ext)
		if n > 1 {
			path = filepath.Join(folder, name+"-"+strconv.Itoa(n)+"."+ext)
		}
		err := writeNew(path, body)
		switch {
		case err == nil:
			return path, classify(syncDir(folder))
		case !errors.Is(err, fs.ErrExist):
			return "", fmt.Errorf("text: %w", classify(err))
		}
	}
	return "", fmt.Errorf("text %q: there are %d already: %w", name, textMost, fs.ErrExist)
}

// writeNew writes a file that must not be there yet. What could not be written whole is taken away again.
func writeNew(path string, body []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(body)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		// The first error is the one that says why.
		_ = os.Remove(path)
	}
	return err
}
