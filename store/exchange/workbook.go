package exchange

import (
	"errors"
	"io"
	"path"
	"strings"

	"hadir/model/sheet"
)

// workbook is what has to be known of a workbook before one of its sheets can be read.
type workbook struct {
	zip      *archive
	main     string // path of the workbook part
	sheets   []sheetRef
	strings  *sharedStrings
	formats  []timing // by style number
	calendar calendar
	buf      []byte // for reading parts, one after the other
}

// sheetRef is a worksheet that the workbook lists.
type sheetRef struct {
	name   string
	part   string
	hidden bool
}

// readWorkbook reads one table of a zip that should be a workbook.
func readWorkbook(src *source, opt Options) (*sheet.Book, error) {
	zip, err := openArchive(src)
	if err != nil {
		return nil, err
	}
	w := &workbook{zip: zip}
	if err := w.open(); err != nil {
		return nil, err
	}
	ref, err := w.choose(opt.Sheet)
	if err != nil {
		return nil, err
	}
	notes := &sheet.Notebook{}
	rows, err := w.rows(ref, 0, notes)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, &sheet.FileError{Fault: sheet.FaultEmpty, Detail: ref.name}
	}
	return w.book(ref, rows, notes), nil
}

// book puts together what Open returns.
func (w *workbook) book(ref sheetRef, rows []sheet.Row, notes *sheet.Notebook) *sheet.Book {
	b := &sheet.Book{Format: sheet.FormatXLSX, Sheet: ref.name, Rows: rows}
	for _, s := range w.sheets {
		if s.hidden {
			b.Hidden = append(b.Hidden, s.name)
		} else {
			b.Sheets = append(b.Sheets, s.name)
		}
	}
	b.Notes = notes.Notes
	if others := len(b.Sheets) - 1; others > 0 && !ref.hidden {
		b.Notes = append(b.Notes, sheet.Note{Kind: sheet.NoteOtherSheets, Count: others})
	}
	return b
}

// open reads the workbook's own parts.
func (w *workbook) open() error {
	links, err := w.links("_rels/.rels", "")
	if err != nil {
		return err
	}
	w.main = "xl/workbook.xml"
	for _, l := range links {
		if l.kind == "officeDocument" {
			w.main = l.target
		}
	}
	if err := w.recognise(); err != nil {
		return err
	}
	dir, base := path.Split(w.main)
	if links, err = w.links(dir+"_rels/"+base+".rels", dir); err != nil {
		return err
	}
	if err := w.readMain(links); err != nil {
		return err
	}
	return w.readShared(links)
}

// recognise refuses the other formats that are zips as well.
func (w *workbook) recognise() error {
	switch {
	case strings.HasSuffix(strings.ToLower(w.main), ".bin"), w.zip.has("xl/workbook.bin"):
		return &sheet.FileError{Fault: sheet.FaultOldExcel, Detail: "xlsb"}
	case strings.HasPrefix(w.main, "word/"):
		return &sheet.FileError{Fault: sheet.FaultBinary, Detail: "docx"}
	case strings.HasPrefix(w.main, "ppt/"):
		return &sheet.FileError{Fault: sheet.FaultBinary, Detail: "pptx"}
	case w.zip.has(w.main):
		return nil
	case w.zip.has("Index/Document.iwa"), w.zip.has("Index.zip"):
		return &sheet.FileError{Fault: sheet.FaultBinary, Detail: "numbers"}
	}
	return w.openDocument()
}

// openDocument tells LibreOffice's formats from a plain zip.
func (w *workbook) openDocument() error {
	rc, err := w.zip.open("mimetype")
	if err != nil {
		return err
	}
	if rc == nil {
		return &sheet.FileError{Fault: sheet.FaultBinary, Detail: "zip"}
	}
	defer rc.Close()
	mime, err := io.ReadAll(io.LimitReader(rc, 100))
	switch {
	case err != nil:
		return err
	case strings.Contains(string(mime), "opendocument.spreadsheet"):
		return &sheet.FileError{Fault: sheet.FaultOpenDocument, Detail: "ods"}
	case strings.Contains(string(mime), "opendocument"):
		return &sheet.FileError{Fault: sheet.FaultBinary, Detail: "odt"}
	}
	return &sheet.FileError{Fault: sheet.FaultBinary, Detail: "zip"}
}

// readMain lists the sheets and learns where days are counted from.
func (w *workbook) readMain(links map[string]link) error {
	return w.each(w.main, func(_ *markup, t tag) error {
		switch {
		case !t.open:
		case t.is("workbookPr"):
			w.calendar.from1904 = t.yes("date1904")
		case t.is("sheet") && len(w.sheets) < maxSheets:
			// Charts and dialogs are sheets too, but hold no cells.
			l := links[t.attr("id")]
			if l.kind == "worksheet" && w.zip.has(l.target) {
				state := t.attr("state")
				hidden := state == "hidden" || state == "veryHidden"
				w.sheets = append(w.sheets, sheetRef{name: t.attr("name"), part: l.target, hidden: hidden})
			}
		}
		return nil
	})
}

// readShared reads the texts and the styles that sheets refer to by number.
func (w *workbook) readShared(links map[string]link) error {
	for _, l := range links {
		switch l.kind {
		case "sharedStrings":
			w.strings = &sharedStrings{}
			if err := w.strings.read(w, l.target); err != nil {
				return err
			}
		case "styles":
			if err := w.readStyles(l.target); err != nil {
				return err
			}
		}
	}
	return nil
}

// link is where one part points to another.
type link struct{ kind, target string }

// links reads a part's relationships, by their id. Those that lead out of the file are left out.
func (w *workbook) links(name, dir string) (map[string]link, error) {
	links := map[string]link{}
	err := w.each(name, func(_ *markup, t tag) error {
		if !t.open || !t.is("Relationship") || t.attr("TargetMode") == "External" || len(links) > MaxEntries {
			return nil
		}
		target := strings.ReplaceAll(t.attr("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		kind := t.attr("Type")
		kind = kind[strings.LastIndexByte(kind, '/')+1:]
		links[t.attr("Id")] = link{kind: kind, target: strings.TrimPrefix(path.Clean("/"+target), "/")}
		return nil
	})
	return links, err
}

// each calls visit for every tag of a part; a missing part has none.
func (w *workbook) each(name string, visit func(*markup, tag) error) error {
	rc, err := w.zip.open(name)
	if rc == nil {
		return err
	}
	defer rc.Close()
	if w.buf == nil {
		w.buf = make([]byte, markupBytes)
	}
	for m := newMarkup(rc, w.buf); ; {
		t, err := m.next()
		if err == nil {
			err = visit(m, t)
		}
		switch {
		case errors.Is(err, errEnough):
			return nil
		case errors.Is(err, io.EOF) && m.depth > 0:
			return broken("cut off")
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}
