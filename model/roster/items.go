package roster

import "hadir/model/sheet"

// Items reads the classified rows of a sheet by its layout: what each is, and what its cells mean. The fields of both packages have the
// same codes.
func Items(l sheet.Layout, classified []sheet.Item) []Item {
	columns := make(map[Field]int, len(l.Columns))
	for f, at := range l.Columns {
		columns[Field(f.String())] = at
	}
	items := make([]Item, len(classified))
	for i, it := range classified {
		items[i] = Item{Line: it.Row.Line, Kind: kindOf(it), Cells: Cells{row: it.Row, columns: columns}}
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
