package exchange

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"

	"hadir/model/sheet"
)

// archive is a workbook's zip. Nothing is ever unpacked to disk, and of all its entries only the few parts of the workbook
// are opened: macros, pictures, external links and zips within stay closed.
type archive struct {
	parts map[string]*zip.File // by lower-case path with forward slashes; some programs write neither
	left  int64                // bytes that may still be unpacked, over all parts
	size  int64                // of the whole zip
}

// openArchive lists a zip. Bytes read for the list are limited first and entries counted after, because the count that a
// zip states of itself may lie.
func openArchive(src *source) (*archive, error) {
	src.limited, src.left = true, maxDirectoryBytes
	zr, err := zip.NewReader(src, src.size)
	src.limited = false
	// Odd paths are harmless here, nothing is written anywhere.
	if errors.Is(err, zip.ErrInsecurePath) {
		err = nil
	}
	if errors.Is(err, errDirectory) {
		return nil, &sheet.FileError{Fault: sheet.FaultZipBomb, Detail: "directory"}
	}
	if err != nil {
		return nil, &sheet.FileError{Fault: sheet.FaultBrokenZip, Err: err}
	}
	if len(zr.File) > MaxEntries {
		return nil, &sheet.FileError{Fault: sheet.FaultZipBomb, Detail: "entries"}
	}
	a := &archive{parts: make(map[string]*zip.File, len(zr.File)), left: MaxUnpackedBytes, size: src.size}
	for _, f := range zr.File {
		// Of two entries with one name the first counts, for every part alike.
		if key := partKey(f.Name); a.parts[key] == nil {
			a.parts[key] = f
		}
	}
	return a, nil
}

// partKey makes paths comparable.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// has reports whether a part exists.
func (a *archive) has(name string) bool { return a.parts[partKey(name)] != nil }

// open reads one part. A missing part is nil without an error, as most of them may be missing.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.parts[partKey(name)]
	if f == nil {
		return nil, nil
	}
	// Bit 0: encrypted by the zip itself.
	if f.Flags&1 != 0 {
		return nil, &sheet.FileError{Fault: sheet.FaultEncrypted}
	}
	// What admits to be too large is refused at once; what lies is found out while reading.
	if f.UncompressedSize64 > uint64(a.left) {
		return nil, &sheet.FileError{Fault: a.oversize(f, int64(min(f.UncompressedSize64, 1<<62))), Detail: "unpacked"}
	}
	rc, err := f.Open()
	if err != nil {
		return nil, &sheet.FileError{Fault: sheet.FaultBrokenZip, Err: err}
	}
	return &part{rc: rc, file: f, archive: a}, nil
}

// oversize tells a bomb from a table that is merely too large. No entry is longer than the zip, whatever it says.
func (a *archive) oversize(f *zip.File, unpacked int64) sheet.Fault {
	if unpacked > ratioFreeSize && unpacked/maxRatio > int64(min(f.CompressedSize64, uint64(a.size))) {
		return sheet.FaultZipBomb
	}
	return sheet.FaultTooBig
}

// part is one entry being read, with every byte that comes out of it counted.
type part struct {
	rc      io.ReadCloser
	file    *zip.File
	archive *archive
	read    int64
}

// Read implements io.Reader.
func (p *part) Read(b []byte) (int, error) {
	n, err := p.rc.Read(b)
	p.read += int64(n)
	p.archive.left -= int64(n)
	switch fault := p.archive.oversize(p.file, p.read); {
	case fault == sheet.FaultZipBomb:
		return 0, &sheet.FileError{Fault: fault, Detail: "ratio"}
	case p.archive.left < 0:
		return 0, &sheet.FileError{Fault: fault, Detail: "unpacked"}
	case uint64(p.read) > p.file.UncompressedSize64:
		return 0, &sheet.FileError{Fault: sheet.FaultZipBomb, Detail: "size"}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = &sheet.FileError{Fault: sheet.FaultBrokenZip, Err: err}
	}
	return n, err
}

// Close implements io.Closer.
func (p *part) Close() error { return p.rc.Close() }
