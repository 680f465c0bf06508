// Package sheet reads the shape of a table that an office sends: where its header is, which column means what, and which
// rows are people and which are titles, totals and signature blocks. It sees rows of cells, not files (package exchange makes
// those), and it does not know what a cell means: titles, phones and NIKs are read by package roster.
//
//	exchange.Open ─> Book{Rows, Notes} ─> Guess ─> Layout{Columns, Notes} ─> Classify ─> Item{Kind, Row}
//	                                                 └─ Pin (what the officer corrects) ┘
//
// Nothing is said here: errors and notes are typed, and the words for them belong to the screen.
package sheet

import "strings"

// Format is what a file was found to be.
type Format uint8

// The formats that are read.
const (
	FormatText Format = iota + 1 // delimited text: CSV, TSV and their relatives
	FormatXLSX                   // an Office Open XML workbook, with or without macros; macros are never looked at
)

// String names the format as a lower-case code: "text" or "xlsx".
func (f Format) String() string {
	if f == FormatXLSX {
		return "xlsx"
	}
	return "text"
}

// Encoding is how a text file writes its characters.
type Encoding string

// The encodings that offices' programs write. With and without a byte order mark are not told apart.
const (
	UTF8        Encoding = "UTF-8"
	UTF16LE     Encoding = "UTF-16LE"
	UTF16BE     Encoding = "UTF-16BE"
	Windows1252 Encoding = "Windows-1252" // what Excel calls "CSV" in western and Indonesian installations
)

// Book is one table of one file, entirely in memory: when Open returns, the stick may be pulled.
type Book struct {
	Path      string   // as given to Open
	Format    Format   // found by content
	Encoding  Encoding // of a text file; empty for a workbook
	Delimiter byte     // of a text file; zero for a workbook and for a text file of one column
	Sheets    []string // the workbook's visible worksheets, in its order
	Hidden    []string // the worksheets that Excel does not show
	Sheet     string   // the worksheet that was read
	Rows      []Row    // the rows that hold anything, in the file's order
	Notes     []Note   // what was noticed while reading, one for each kind
}

// Row is one row that holds something. Blank rows are not kept; the gap between two Lines tells of them.
type Row struct {
	// Line is the row's number as Excel shows it, from 1. In a text file it counts records, so a cell with a line break
	// inside does not shift what follows, and Excel's own "sep=;" line is not counted.
	Line int
	// Cells are those up to the last that holds something; index 0 is column A.
	Cells []Cell
}

// Cell returns the row's cell in a column counted from 0. Beyond the row's end, and for a negative column, it is empty.
func (r Row) Cell(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column]
}

// Filled counts the cells that show something.
func (r Row) Filled() int {
	n := 0
	for _, c := range r.Cells {
		if !Blank(c.Text) {
			n++
		}
	}
	return n
}

// Cell is one cell's text, untrimmed and unfiltered, at most MaxCellRunes long.
type Cell struct {
	Text string
	// Numeric says that a workbook stored a number, and Text is that number without exponent as long as it has one to
	// write. Spreadsheets keep 15 digits and no leading zero, so a NIK or phone that was numeric deserves doubt. Dates,
	// which are written as ISO text, and everything in text files are not numeric.
	Numeric bool
}

// Blank reports whether text shows nothing.
func Blank(s string) bool { return s == "" || strings.TrimSpace(s) == "" }

// Natural reads a number without sign, or gives -1.
func Natural(b []byte) int {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' || n > 1<<27 {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	if len(b) == 0 {
		return -1
	}
	return n
}
