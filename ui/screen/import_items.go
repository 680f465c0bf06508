package screen

import (
	"hadir/model"
	"hadir/model/roster"
	"hadir/model/sheet"
)

func newPlan(l sheet.Layout, items []sheet.Item, guests []model.Guest, o roster.Options) *roster.Plan {
	out := make([]roster.Item, len(items))
	for i, x := range items {
		out[i] = roster.Item{Line: x.Row.Line, Kind: rosterKind(x.Kind), Cells: make(map[roster.Field]roster.Cell)}
		for f := range l.Columns {
			if c := l.Cell(x.Row, f); !sheet.Blank(c.Text) {
				out[i].Cells[roster.Field(f.String())] = roster.Cell{Text: c.Text, Numeric: c.Numeric}
			}
		}
	}
	return roster.NewPlan(out, guests, o)
}

func rosterKind(k sheet.Kind) roster.ItemKind {
	switch k {
	case sheet.KindBlank:
		return roster.ItemBlank
	case sheet.KindTitle:
		return roster.ItemTitle
	case sheet.KindHeader, sheet.KindRepeatedHeader:
		return roster.ItemHeader
	case sheet.KindNumbering:
		return roster.ItemNumbering
	case sheet.KindTotal:
		return roster.ItemTotal
	case sheet.KindFooter:
		return roster.ItemFooter
	}
	return roster.ItemGuest
}

func fieldOf(f roster.Field) sheet.Field {
	out, _ := sheet.ParseField(string(f))
	return out
}
