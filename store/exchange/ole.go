package exchange

import (
	"bytes"
	"errors"
	"io"

	"hadir/model/sheet"
)

// oleFault tells apart what Microsoft kept in its older container: a workbook under a password, an old workbook, a letter.
// The names of the container's streams stand in it as UTF-16, so finding them needs no walk through its sectors, which in a
// damaged file may run in circles.
func oleFault(src *source) error {
	names := [...]struct {
		stream string
		fault  sheet.FileError
	}{
		{"EncryptedPackage", sheet.FileError{Fault: sheet.FaultEncrypted}},
		{"WordDocument", sheet.FileError{Fault: sheet.FaultBinary, Detail: "doc"}},
		{"PowerPoint Document", sheet.FileError{Fault: sheet.FaultBinary, Detail: "ppt"}},
		{"Workbook", sheet.FileError{Fault: sheet.FaultOldExcel, Detail: "xls"}},
		{"Book", sheet.FileError{Fault: sheet.FaultOldExcel, Detail: "xls"}},
	}
	found := make([]bool, len(names))
	// Pieces overlap by more than the longest name, so that none is missed between two.
	const piece, overlap = 64 << 10, 64
	buf := make([]byte, piece)
	for off := int64(0); off < src.size; off += piece - overlap {
		n, err := src.ReadAt(buf[:min(piece, src.size-off)], off)
		for i, name := range names {
			found[i] = found[i] || bytes.Contains(buf[:n], wide(name.stream))
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return &sheet.FileError{Fault: sheet.FaultVanished, Err: err}
		}
	}
	for i, yes := range found {
		if yes {
			return &names[i].fault
		}
	}
	return &sheet.FileError{Fault: sheet.FaultBinary, Detail: "ole"}
}

// wide spells an ASCII name in UTF-16, little end first, with its closing zero, so that "Book" is not found in "Bookkeeping".
func wide(name string) []byte {
	out := make([]byte, 0, 2*len(name)+2)
	for i := range len(name) {
		out = append(out, name[i], 0)
	}
	return append(out, 0, 0)
}
