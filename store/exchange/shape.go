package exchange

import (
	"bytes"
	"errors"
	"io"
	"strings"
)

// shape is what the first bytes of a file look like.
type shape uint8

const (
	shapeText shape = iota
	shapeZip
	shapeOLE
	shapeHTML
	shapeOldExcel
	shapeOpenDocument
	shapeBinary
)

// headBytes is how much is looked at to tell a format.
const headBytes = 4096

// shape tells the format by content. The name is not asked: a web page called .xls and a workbook called .csv are common.
func (s *source) shape() (shape, string) {
	head := make([]byte, min(headBytes, s.size))
	n, err := s.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return shapeText, "" // reading the text will meet the same failure and report it
	}
	head = head[:n]
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return shapeZip, ""
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return shapeOLE, ""
	}
	if name := magic(head); name != "" {
		return shapeBinary, name
	}
	return markupShape(head)
}

// magic names the kinds of file that people pick by mistake.
func magic(head []byte) string {
	known := [...]struct{ prefix, name string }{
		{"%PDF-", "pdf"},
		{"\x89PNG", "image"},
		{"\xff\xd8\xff", "image"},
		{"GIF8", "image"},
		{"BM", "image"},
		{"{\\rtf", "rtf"},
		{"Rar!", "archive"},
		{"7z\xbc\xaf", "archive"},
		{"\x1f\x8b", "archive"},
		{"MZ", "program"},
		{"\x7fELF", "program"},
		{"SQLite format 3\x00", "database"},
	}
	for _, k := range known {
		if !bytes.HasPrefix(head, []byte(k.prefix)) {
			continue
		}
		// Two letters prove nothing: a list may begin with "BM" or "MZ", but not with the zero bytes of those formats.
		if len(k.prefix) > 2 || k.prefix[0] < ' ' || bytes.Count(head, []byte{0}) > 4 {
			return k.name
		}
	}
	return ""
}

// markupShape finds the spreadsheets that are one page of markup. A list of people does not begin with "<".
func markupShape(head []byte) (shape, string) {
	text := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")))
	if !strings.HasPrefix(text, "<") {
		return shapeText, ""
	}
	switch {
	case strings.Contains(text, "urn:schemas-microsoft-com:office:spreadsheet") && strings.Contains(text, "<workbook"):
		return shapeOldExcel, "xml2003"
	case strings.Contains(text, "office:document"):
		return shapeOpenDocument, "fods"
	case strings.Contains(text, "<html"), strings.Contains(text, "<table"), strings.Contains(text, "<!doctype html"),
		strings.Contains(text, "<meta"), strings.Contains(text, "<body"):
		return shapeHTML, "html"
	case strings.HasPrefix(text, "<?xml"):
		return shapeBinary, "xml"
	}
	return shapeText, ""
}
