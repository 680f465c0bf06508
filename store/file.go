package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"hadir/model"
)

// Fingerprint reads a file from outside and gives its size and checksum. It has nothing to do with the database, and the file
// stays as and where it is; it stands here because screens reach the outside through the store alone. The error is a
// *[model.FileError], or ctx's own.
func (*Store) Fingerprint(ctx context.Context, path string) (model.FileSum, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return model.FileSum{}, &model.FileError{Path: path, Fault: model.FileMissing, Err: err}
	}
	out := model.FileSum{Path: full}
	if !utf8.ValidString(full) || strings.ContainsFunc(full, unicode.IsControl) {
		return out, &model.FileError{Path: full, Fault: model.FileBadName}
	}
	info, err := os.Stat(full)
	if err != nil {
		return out, unreadable(full, err)
	}
	if fault := refused(info); fault != "" {
		return out, &model.FileError{Path: full, Fault: fault}
	}
	f, err := os.Open(full)
	if err != nil {
		return out, unreadable(full, err)
	}
	defer f.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, io.LimitReader(patient{ctx, f}, model.MaxFileBytes+1))
	switch {
	case ctx.Err() != nil:
		return out, ctx.Err()
	case err != nil:
		return out, &model.FileError{Path: full, Fault: model.FileVanished, Err: err}
	case n != info.Size():
		return out, &model.FileError{Path: full, Fault: model.FileVanished}
	}
	out.Sum, out.Size = hex.EncodeToString(sum.Sum(nil)), n
	return out, nil
}

// refused is why a file is not read at all; empty for one that is.
func refused(info fs.FileInfo) model.FileFault {
	switch {
	case info.IsDir():
		return model.FileFolder
	case !info.Mode().IsRegular():
		return model.FileIrregular
	case info.Size() == 0:
		return model.FileEmpty
	case info.Size() > model.MaxFileBytes:
		return model.FileTooBig
	}
	return ""
}

// unreadable puts the system's refusal in a word.
func unreadable(path string, err error) error {
	fault := model.FileVanished
	switch {
	case errors.Is(err, fs.ErrNotExist):
		fault = model.FileMissing
	case errors.Is(err, fs.ErrPermission):
		fault = model.FileDenied
	}
	return &model.FileError{Path: path, Fault: fault, Err: err}
}

// patient is a reader that stops when nobody waits for it any more.
type patient struct {
	ctx context.Context
	io.Reader
}

// Read implements io.Reader.
func (p patient) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.Reader.Read(b)
}
