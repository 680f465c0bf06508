package paper

import (
	"archive/zip"
	"bufio"
	"io"
	"strings"
	"time"
)

// parcel is a zip file of parts, the same bytes each time.
type parcel struct {
	zip *zip.Writer
	err error
}

func newParcel(w io.Writer) *parcel { return &parcel{zip: zip.NewWriter(w)} }

func (z *parcel) put(name, content string) {
	z.stream(name, func(x *markup) { x.raw(content) })
}

// stream writes one part while it is made, so that a long paper is never in memory as a whole.
func (z *parcel) stream(name string, write func(*markup)) {
	if z.err != nil {
		return
	}
	method := zip.Deflate
	if strings.Contains(name, "/media/") {
		method = zip.Store // pictures are compressed already
	}
	h := &zip.FileHeader{Name: name, Method: method, Modified: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)}
	w, err := z.zip.CreateHeader(h)
	if err != nil {
		z.err = err
		return
	}
	x := &markup{w: bufio.NewWriterSize(w, 1<<15)}
	write(x)
	z.err = x.w.Flush()
}

func (z *parcel) close() error {
	if z.err != nil {
		return z.err
	}
	return z.zip.Close()
}

// markup writes elements. An error of the writer below stays with it and is seen when the part ends.
type markup struct{ w *bufio.Writer }

// raw writes what is XML already.
func (x *markup) raw(parts ...string) {
	for _, s := range parts {
		_, _ = x.w.WriteString(s)
	}
}

// text writes text from outside.
func (x *markup) text(s string) { x.raw(escape(s)) }

// escape makes clean text safe between tags and between quotation marks.
func escape(s string) string {
	if !strings.ContainsAny(s, `&<>"`) {
		return s
	}
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
