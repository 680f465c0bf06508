// Package exchange reads the invited lists that offices send: CSV, TSV and XLSX files as they really arrive.
//
// It owns the way from bytes to rows: which format a file is (by its content, never by its name), its encoding, its
// delimiter, its sheet, and the limits that keep a hostile file harmless. What the rows are is read by package sheet.
//
// Text is handed on as it stands in the file, as valid UTF-8 and with its control characters, so it must be filtered before
// anybody sees it. Nothing is written here, and nothing is said here: errors and notes are typed, and the words for them
// belong to the screen.
package exchange

import (
	"io"

	"hadir/model/sheet"
)

// Options are what an officer may decide about the reading; the zero value decides nothing and lets the file speak.
type Options struct {
	// Sheet is the worksheet to read, compared without case; hidden ones can be named too. Empty: the visible sheet
	// that looks most like a list of people, the first of equals.
	Sheet string
	// Delimiter is the ASCII character between the cells of a text file, no quote and no line ending. Zero: guessed.
	Delimiter byte
}

// Open reads one table from the file at path. Every error is a *FileError that tells what is wrong by its Fault.
func Open(path string, opt Options) (*sheet.Book, error) {
	f, size, err := openFile(path)
	if err != nil {
		return nil, located(path, err)
	}
	// Reading is done when read returns; a failing close of a file that was only read loses nothing.
	defer f.Close()
	return read(path, f, size, opt)
}

// read is Open without the file system: tests and fuzzers hand it bytes.
func read(path string, r io.ReaderAt, size int64, opt Options) (*sheet.Book, error) {
	src := &source{at: r, size: size}
	book, err := readSource(src, opt)
	// A stick that is pulled shows as a broken zip or a short text: the first failure of the medium is the true reason.
	if src.failure != nil {
		err = &sheet.FileError{Fault: sheet.FaultVanished, Err: src.failure}
	}
	if err != nil {
		return nil, located(path, err)
	}
	book.Path = path
	return book, nil
}

// readSource sends the bytes to the reader of their format.
func readSource(src *source, opt Options) (*sheet.Book, error) {
	if src.size == 0 {
		return nil, &sheet.FileError{Fault: sheet.FaultEmpty}
	}
	if src.size > MaxFileBytes {
		return nil, &sheet.FileError{Fault: sheet.FaultTooBig, Detail: "file"}
	}
	switch shape, detail := src.shape(); shape {
	case shapeZip:
		return readWorkbook(src, opt)
	case shapeOLE:
		return nil, oleFault(src)
	case shapeText:
		return readText(src, opt)
	default:
		return nil, foreign(shape, detail)
	}
}
