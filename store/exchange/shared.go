package exchange

import "hadir/model/sheet"

// sharedStrings are the texts that a workbook keeps once and its cells refer to by number.
type sharedStrings struct {
	texts []string
	flaws map[int]flaws // few have any
	arena arena
}

// read reads the part that holds them.
func (s *sharedStrings) read(w *workbook, name string) error {
	var raw []byte
	return w.each(name, func(m *markup, t tag) error {
		if !t.open || !t.is("si") {
			return nil
		}
		if len(s.texts) == MaxCells {
			return &sheet.FileError{Fault: sheet.FaultTooBig, Detail: "cells"}
		}
		cut, err := false, error(nil)
		if raw, cut, err = m.richText(t, raw[:0]); err != nil {
			return err
		}
		text, f := s.arena.cellText(raw)
		if f.cut = f.cut || cut; f != (flaws{}) {
			if s.flaws == nil {
				s.flaws = map[int]flaws{}
			}
			s.flaws[len(s.texts)] = f
		}
		s.texts = append(s.texts, text)
		return nil
	})
}

// get gives the text of a number. A number without a text means that texts are missing, and with them people: that is a
// broken file and not an empty cell.
func (s *sharedStrings) get(n int) (string, flaws, error) {
	if s == nil || n < 0 || n >= len(s.texts) {
		return "", flaws{}, broken("shared")
	}
	return s.texts[n], s.flaws[n], nil
}

// richText gathers the text of the element that t opened, from all its runs, as raw bytes appended to dst. Phonetic hints,
// which repeat the text in another script, are left out. At most maxRawCell bytes are kept.
func (m *markup) richText(t tag, dst []byte) (raw []byte, cut bool, err error) {
	if t.close {
		return dst, false, nil
	}
	for outside := m.depth - 1; m.depth > outside; {
		if t, err = m.next(); err != nil {
			return dst, cut, err
		}
		switch {
		case t.is("t") && t.close && !t.open:
			text := m.text[:min(len(m.text), maxRawCell-len(dst))]
			cut = cut || m.cut || len(text) < len(m.text)
			dst = append(dst, text...)
			m.keep = false
		case t.is("t") && !t.close:
			m.keep = true
		case t.is("rPh") && t.open:
			if err = m.skip(t); err != nil {
				return dst, cut, err
			}
		}
	}
	// Damaged XML may have closed the text by another name.
	m.keep = false
	return dst, cut, nil
}
