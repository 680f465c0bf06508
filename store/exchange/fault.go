package exchange

import (
	"errors"

	"hadir/model/sheet"
)

// located puts the path on an error from within; what is not a FileError yet came from reading a damaged part.
func located(path string, err error) error {
	var fe *sheet.FileError
	if !errors.As(err, &fe) {
		fe = &sheet.FileError{Fault: sheet.FaultBrokenZip, Err: err}
	}
	fe.Path = path
	return fe
}

// foreign is the refusal of a format that was recognised and is not read.
func foreign(s shape, detail string) error {
	switch s {
	case shapeHTML:
		return &sheet.FileError{Fault: sheet.FaultWebPage, Detail: detail}
	case shapeOldExcel:
		return &sheet.FileError{Fault: sheet.FaultOldExcel, Detail: detail}
	case shapeOpenDocument:
		return &sheet.FileError{Fault: sheet.FaultOpenDocument, Detail: detail}
	}
	return &sheet.FileError{Fault: sheet.FaultBinary, Detail: detail}
}
