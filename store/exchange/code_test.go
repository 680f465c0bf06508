package exchange

import (
	"errors"
	"io"
	"testing"

	"hadir/model/sheet"
)

func TestErrorTexts(t *testing.T) {
	err := located("a.xlsx", &sheet.FileError{Fault: sheet.FaultVanished, Detail: "x", Err: io.ErrUnexpectedEOF})
	if got := err.Error(); got != "a.xlsx: vanished: x: unexpected EOF" || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("%q", got)
	}
	if _, err = sheet.ParseMap("telur=B"); err.Error() != `mapping "telur=B": unknown field` {
		t.Errorf("%q", err)
	}
}
