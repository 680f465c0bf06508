package exchange

import (
	"slices"
	"strings"

	"hadir/model/sheet"
)

// choose finds the sheet that was asked for, or the one that looks most like a list.
func (w *workbook) choose(name string) (sheetRef, error) {
	for _, s := range w.sheets {
		if name != "" && strings.EqualFold(strings.TrimSpace(s.name), strings.TrimSpace(name)) {
			return s, nil
		}
	}
	if name != "" || len(w.sheets) == 0 {
		return sheetRef{}, &sheet.FileError{Fault: sheet.FaultNoSheet, Detail: name}
	}
	return w.mostPromising(), nil
}

// mostPromising compares the visible sheets by their first rows. A sheet that can't be read promises nothing; if none can,
// reading the first will say why.
func (w *workbook) mostPromising() sheetRef {
	visible := slices.DeleteFunc(slices.Clone(w.sheets), func(s sheetRef) bool { return s.hidden })
	switch len(visible) {
	case 0:
		return w.sheets[0]
	case 1:
		return visible[0]
	}
	best, bestScore := visible[0], -1.0
	for _, s := range visible {
		rows, err := w.rows(s, sheet.SampleRows, nil)
		if score := sheet.Promise(rows); err == nil && score > bestScore {
			best, bestScore = s, score
		}
	}
	return best
}
