package store

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"hadir/model"
)

// ReadFile reads a file from outside whole, such as a photo for a report; one of more than limit bytes is refused before it is read.
// Like [Store.Fingerprint] it has nothing to do with the database. The error is a *[model.FileError], or ctx's own.
func (*Store) ReadFile(ctx context.Context, path string, limit int64) ([]byte, error) {
	if !utf8.ValidString(path) || strings.ContainsFunc(path, unicode.IsControl) {
		return nil, &model.FileError{Path: path, Fault: model.FileBadName}
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if fault := refused(info); fault != "" {
		return nil, &model.FileError{Path: path, Fault: fault}
	}
	if info.Size() > limit {
		return nil, &model.FileError{Path: path, Fault: model.FileTooBig}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(patient{ctx, f}, limit+1))
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil || int64(len(data)) != info.Size():
		return nil, &model.FileError{Path: path, Fault: model.FileVanished, Err: err}
	}
	return data, nil
}

// OutputFolder is the folder beside the database that holds what people take out of it; it need not be there yet.
func (s *Store) OutputFolder() string {
	folder := filepath.Join(filepath.Dir(s.path), textFolder)
	if full, err := filepath.Abs(folder); err == nil {
		return full
	}
	return folder
}
