package exchange

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"hadir/model/sheet"
)

// openFile opens what can be read to its end, and tells apart what cannot.
func openFile(path string) (*os.File, int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, openFault(err)
	}
	// Looked at before opening: opening a pipe waits for its writer.
	if info.IsDir() {
		return nil, 0, &sheet.FileError{Fault: sheet.FaultIsFolder}
	}
	if !info.Mode().IsRegular() {
		return nil, 0, &sheet.FileError{Fault: sheet.FaultIrregular}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, openFault(err)
	}
	return f, info.Size(), nil
}

// openFault says why a file did not open.
func openFault(err error) error {
	fault := sheet.FaultVanished
	switch {
	case errors.Is(err, fs.ErrNotExist):
		fault = sheet.FaultMissing
	case errors.Is(err, fs.ErrPermission):
		fault = sheet.FaultDenied
	}
	// The path is in FileError already; the system's word alone is the cause.
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return &sheet.FileError{Fault: fault, Err: err}
}

// source is the file's bytes. It remembers the first failure of the medium, because the readers above it would report a
// pulled stick as a damaged zip; and it can be held to a number of bytes.
type source struct {
	at      io.ReaderAt
	size    int64
	failure error
	limited bool
	left    int64 // while limited: how many more bytes may be read
}

// stop is an error by which this package ends a reading from within; it never reaches a caller.
type stop string

// Error implements error.
func (s stop) Error() string { return string(s) }

const (
	// errDirectory ends the listing of a zip whose directory is larger than any workbook's.
	errDirectory = stop("zip directory too large")
	// errEnough ends the reading of a part of which the beginning is wanted.
	errEnough = stop("enough")
)

// ReadAt implements io.ReaderAt.
func (s *source) ReadAt(p []byte, off int64) (int, error) {
	if s.limited {
		if s.left -= int64(len(p)); s.left < 0 {
			return 0, errDirectory
		}
	}
	n, err := s.at.ReadAt(p, off)
	if n == len(p) {
		return n, nil
	}
	// The size was taken at the start: an end before it means that the file shrank.
	if errors.Is(err, io.EOF) && off+int64(n) < s.size {
		err = io.ErrUnexpectedEOF
	}
	if err != nil && !errors.Is(err, io.EOF) && s.failure == nil {
		s.failure = err
	}
	return n, err
}

// reader reads the whole from its start.
func (s *source) reader() io.Reader { return io.NewSectionReader(s, 0, s.size) }

// text reads the whole into one string, of which the cells of a text file are then parts. The builder saves the copy that
// a conversion from bytes would take.
func (s *source) text() (string, error) {
	var b strings.Builder
	b.Grow(int(s.size))
	if _, err := io.Copy(&b, s.reader()); err != nil {
		return "", &sheet.FileError{Fault: sheet.FaultVanished, Err: err}
	}
	return b.String(), nil
}
