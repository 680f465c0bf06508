package sheet

import "strings"

// Fault is the reason why a file could not be read, so that a screen can say what to do about it.
type Fault uint8

// The faults. Detail in FileError narrows some of them down by a code that is given in brackets.
const (
	FaultMissing        Fault = iota + 1 // no such file
	FaultIsFolder                        // a folder, not a file
	FaultDenied                          // the system does not let this user read it
	FaultIrregular                       // a device, a pipe: reading could wait for ever
	FaultVanished                        // it went away or became shorter while it was read: Err has the cause
	FaultEmpty                           // no bytes, or nothing but blanks
	FaultBinary                          // not a table at all [pdf, docx, pptx, image, zip, doc, numbers, program, data, ...]
	FaultWebPage                         // a web page under the name of a spreadsheet, as many systems export [html]
	FaultOldExcel                        // an Excel format that is not read: save as .xlsx [xls, xlsb, xml2003]
	FaultEncrypted                       // a workbook that needs a password
	FaultOpenDocument                    // LibreOffice's own format: save as .xlsx [ods, fods]
	FaultTooBig                          // over MaxFileBytes, MaxUnpackedBytes or MaxCells [file, unpacked, cells]
	FaultTooManyRows                     // over MaxRows; Line is the first row too many
	FaultTooManyColumns                  // something stands beyond column MaxColumns; Line is its row
	FaultZipBomb                         // a zip made to explode [ratio, entries, directory, size]
	FaultBrokenZip                       // a zip that cannot be unpacked: cut off, or damaged
	FaultBrokenSheet                     // the XML inside a workbook is damaged, lacks texts, or declares a document type [dtd, shared, ...]
	FaultNoSheet                         // a workbook without worksheets, or without the one that was asked for; Detail has its name
)

// String names the fault as a lower-case code.
func (f Fault) String() string {
	names := [...]string{
		"unknown", "missing", "is a folder", "denied", "irregular", "vanished", "empty", "binary", "web page", "old excel",
		"encrypted", "open document", "too big", "too many rows", "too many columns", "zip bomb", "broken zip",
		"broken sheet", "no sheet",
	}
	if int(f) >= len(names) {
		return names[0]
	}
	return names[f]
}

// FileError is the only error of Open.
type FileError struct {
	Fault  Fault
	Path   string
	Detail string // a code or a name, see the faults; often empty
	Line   int    // the row, where one is to blame; otherwise 0
	Err    error  // the cause, where another package gave one
}

// Error names the file, the fault and the cause, for logs; people are told by Fault.
func (e *FileError) Error() string {
	parts := []string{e.Path, e.Fault.String()}
	if e.Detail != "" {
		parts = append(parts, e.Detail)
	}
	if e.Err != nil {
		parts = append(parts, e.Err.Error())
	}
	return strings.Join(parts, ": ")
}

// Unwrap gives the cause.
func (e *FileError) Unwrap() error { return e.Err }
