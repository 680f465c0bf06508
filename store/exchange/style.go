package exchange

import "strconv"

// readStyles learns which style numbers show dates, all that is needed of a workbook's looks.
func (w *workbook) readStyles(name string) error {
	codes := map[int]timing{}
	inCells := false
	return w.each(name, func(_ *markup, t tag) error {
		switch {
		case t.is("numFmt") && t.open && len(codes) < maxStyles:
			if id, err := strconv.Atoi(t.attr("numFmtId")); err == nil {
				codes[id] = codeTiming(t.attr("formatCode"))
			}
		// The same <xf> stands in cellStyleXfs too, which cells do not refer to.
		case t.is("cellXfs"):
			inCells = t.open && !t.close
		case t.is("xf") && t.open && inCells && len(w.formats) < maxStyles:
			w.formats = append(w.formats, formatTiming(t.attr("numFmtId"), codes))
		}
		return nil
	})
}

// formatTiming looks a number format up, the workbook's own before the built-in ones.
func formatTiming(id string, codes map[int]timing) timing {
	n, err := strconv.Atoi(id)
	if err != nil {
		return 0
	}
	if t, own := codes[n]; own {
		return t
	}
	return builtInTiming(n)
}
