package roster

import "hadir/model/sheet"

// Items reads the rows of a sheet by its layout: what each is, and what its cells mean. The fields of both packages have the
// same codes.
func Items(l sheet.Layout, rows []sheet.Row) []Item {
	columns := make(map[Field]int, len(l.Columns))
	for f, at := range l.Columns {
		columns[Field(f.String())] = at
	}
	classified := l.Classify(rows)
	items := make([]Item, len(classified))
	for i, it := range classified {
		items[i] = Item{Line: it.Row.Line, Kind: kindOf(it), Cells: make(map[Field]Cell, len(columns))}
		for f, at := range columns {
			if c := it.Row.Cell(at); !sheet.Blank(c.Text) {
				items[i].Cells[f] = c
			}
		}
	}
	return items
}

// kindOf is what a row is to the plan. A row of one cell is somebody when the cell stands where names do; elsewhere it is a
// heading between groups, or a slip, and is passed over with the reason that it has no name.
func kindOf(it sheet.Item) ItemKind {
	switch it.Kind {
	case sheet.KindData, sheet.KindShort:
		return ItemGuest
	case sheet.KindTitle:
		return ItemTitle
	case sheet.KindHeader, sheet.KindRepeatedHeader:
		return ItemHeader
	case sheet.KindNumbering:
		return ItemNumbering
	case sheet.KindTotal:
		return ItemTotal
	case sheet.KindFooter:
		return ItemFooter
	}
	return ItemBlank
}
