package filing

import (
	"context"
	"strconv"

	"hadir/model"
	"hadir/ui/paper"
)

// Freeze is the changes that keep the rows of an attendance list as they are about to be printed: each guest's sheet and row, and the print
// itself with its code. They have to be on disk before anybody can sign; when nothing would change, there are none. The next print
// has the rows where they are, whoever has come since.
func (f File) Freeze(ctx context.Context, r Reader, act model.Act, made Made, today string) ([]model.Change, error) {
	if made.Kind != paper.KindAttendance || len(made.Sheets) == 0 {
		return nil, nil
	}
	at := make(map[model.ID]model.Guest, len(f.Guests))
	for _, g := range f.Guests {
		at[g.ID] = g
	}
	var changes []model.Change
	for _, s := range made.Sheets {
		for _, p := range s.Places {
			g := at[p.Guest]
			if g.Sheet == s.No && g.Row == p.Row {
				continue
			}
			sets, err := placing(ctx, r, f.Event.ID, g, s.No, p.Row)
			if err != nil {
				return nil, err
			}
			if len(sets) > 0 {
				changes = append(changes, act.Change(model.GuestKey(f.Event.ID, g.ID), sets...))
			}
		}
	}
	code := made.Code()
	if _, known := f.Prints.ByCode(code); known && len(changes) == 0 {
		return nil, nil
	}
	p := model.Print{Code: code, Session: f.Session.ID, Date: today}
	for _, s := range made.Sheets {
		p.Sheets = append(p.Sheets, s.Last)
	}
	return append(changes, act.Change(model.EventKey(f.Event.ID), model.AddPrint(p))), nil
}

// placing gives a guest a sheet and a row. Only who had one already has to be read for it.
func placing(ctx context.Context, r Reader, event model.ID, g model.Guest, sheet, row int) ([]model.Set, error) {
	values := map[string]string{model.GuestSheet: strconv.Itoa(sheet), model.GuestRow: strconv.Itoa(row)}
	if g.Sheet == 0 && g.Row == 0 {
		return model.Record{}.Edit(values), nil
	}
	record, err := r.Record(ctx, model.GuestKey(event, g.ID))
	return record.Edit(values), err
}

// SheetOf is the sheet on which a row was printed, counted from 1; 0 where no list has that row.
func SheetOf(sheets []int, row int) int {
	for i, last := range sheets {
		if row > 0 && row <= last {
			return i + 1
		}
	}
	return 0
}
