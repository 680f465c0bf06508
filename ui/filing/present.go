package filing

import (
	"errors"
	"strconv"
	"strings"

	"hadir/model"
	"hadir/model/hall"
)

// ErrNoSheet is given for a code that no print of the event has.
var ErrNoSheet = errors.New("no sheet has this code")

// SheetByCode finds the print whose code stands on a sheet of paper, as somebody types it. The error is [ErrNoSheet].
func SheetByCode(p model.Prints, typed string) (model.Print, error) {
	code := strings.ToUpper(strings.NewReplacer(" ", "", "-", "").Replace(typed))
	if _, ok := model.ParseCode(code); !ok {
		return model.Print{}, ErrNoSheet
	}
	if x, ok := p.ByCode(code); ok && len(x.Sheets) > 0 {
		return x, nil
	}
	return model.Print{}, ErrNoSheet
}

// Typed is what signed sheets said once they were typed in.
type Typed struct {
	Present, Represented, Already []model.Guest
	Empty                         []int // rows that are nobody's: whoever signed there is a walk-in
	Changes                       []model.Change
}

// Present is the changes that mark as present whoever signed, in one act; presence is noted as typed from paper. Whoever is noted as present already
// stays as he is, whichever desk noted it.
func Present(act model.Act, h *hall.Hall, marks []Mark) Typed {
	rows := make(map[int]*model.Guest)
	for i := range h.Len() {
		if g := h.At(i); !g.Removed && g.Row > 0 {
			rows[g.Row] = g
		}
	}
	var out Typed
	for _, m := range marks {
		g := rows[m.Row]
		if g == nil {
			out.Empty = append(out.Empty, m.Row)
			continue
		}
		seat := h.Seat(g.ID)
		verb, sets, into := model.VerbPresent, seat.Arrive(model.HowPaper), &out.Present
		if m.Deputy.Name != "" {
			verb, sets, into = model.VerbRepresent, nil, &out.Represented
			// Whoever was seen to come himself was not represented.
			if seat.State != model.StatePresent {
				sets = seat.Represent(m.Deputy)
			}
		}
		if len(sets) == 0 {
			into = &out.Already
		} else {
			c := act.Change(model.SeatKey(h.Event.ID, h.Session.ID, g.ID), sets...)
			c.Verb = verb
			out.Changes = append(out.Changes, c)
		}
		*into = append(*into, *g)
	}
	return out
}

// RowList names rows for people: 19, 22; a hyphen where there is none.
func RowList(rows []int) string {
	if len(rows) == 0 {
		return "-"
	}
	words := make([]string, len(rows))
	for i, n := range rows {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, ", ")
}

// ErrRow is given for a row that a walk-in cannot have signed: no printed sheet has it, or it is somebody else's.
var ErrRow = errors.New("no empty row of a printed sheet")

// RowFor gives the sheet of an empty row that a walk-in signed. The error is [ErrRow].
func RowFor(p model.Prints, h *hall.Hall, row int) (sheet int, err error) {
	if sheet = SheetOf(p.Sheets(), row); sheet == 0 {
		return 0, ErrRow
	}
	if RowTaken(h, row) {
		return 0, ErrRow
	}
	return sheet, nil
}

// RowTaken reports whether a row of the printed list is somebody's.
func RowTaken(h *hall.Hall, row int) bool {
	for i := range h.Len() {
		if g := h.At(i); !g.Removed && g.Row == row {
			return true
		}
	}
	return false
}

// Args are the figures for the sentence that tells what was typed.
func (t Typed) Args() []any {
	return []any{
		"present", len(t.Present), "represented", len(t.Represented), "already", len(t.Already), "empty", len(t.Empty),
		"rows", RowList(t.Empty),
	}
}
