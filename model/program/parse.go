package program

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// Parse reads a file and cleans what it says. Every error is an *[Error].
func Parse(b []byte) (File, error) {
	b = bytes.TrimPrefix(b, []byte("\ufeff")) // as Windows editors write it
	if err := recognise(b); err != nil {
		return File{}, err
	}
	var f File
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return File{}, located(b, err)
	}
	// A second value would be read by nobody.
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		line, column := position(b, d.InputOffset())
		return File{}, &Error{Fault: FaultSyntax, Line: line, Column: column}
	}
	if err := f.Clean(); err != nil {
		return File{}, err
	}
	return f, nil
}

// recognise looks at what the file says that it is before anything else is judged: the fields of a newer format would all be
// called unknown.
func recognise(b []byte) error {
	var head struct {
		Format any `json:"format"`
	}
	if err := json.Unmarshal(b, &head); err != nil {
		return located(b, err)
	}
	if said, _ := head.Format.(string); said != Format {
		return &Error{Fault: FaultFormat, Where: "format", Value: said}
	}
	return nil
}

// located turns what encoding/json says into where it is.
func located(b []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		line, column := position(b, syntax.Offset)
		return &Error{Fault: FaultSyntax, Line: line, Column: column}
	case errors.As(err, &kind):
		line, column := position(b, kind.Offset)
		return &Error{Fault: FaultType, Where: kind.Field, Value: kind.Value, Line: line, Column: column}
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		line, column := position(b, int64(len(b)))
		return &Error{Fault: FaultSyntax, Line: line, Column: column}
	}
	// For an unknown field the package has no type of error, only these words.
	if field, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return &Error{Fault: FaultUnknown, Value: strings.Trim(field, `"`)}
	}
	return &Error{Fault: FaultSyntax}
}

// position is the line and column, from 1, of the byte before an offset: the one at which the decoder gave up.
func position(b []byte, offset int64) (line, column int) {
	before := b[:min(max(0, offset-1), int64(len(b)))]
	return 1 + bytes.Count(before, []byte("\n")), len(before) - bytes.LastIndexByte(before, '\n')
}
