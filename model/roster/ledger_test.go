package roster_test

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"hadir/model"
	"hadir/model/roster"
)

// ledger is an event's guests as a store would keep them: the fold of all changes.
type ledger struct {
	t       testing.TB
	event   model.ID
	clock   model.Clock
	acts    byte
	changes []model.Change
	records map[model.Key]*model.Record
}

func newLedger(t testing.TB) *ledger {
	return &ledger{t: t, event: model.ID{7}, records: map[model.Key]*model.Record{}}
}

func (l *ledger) act(v model.Verb) model.Act {
	l.acts++
	return model.Act{ID: model.ID{l.acts}, Verb: v, Wall: time.Unix(1_700_000_000, 0)}
}

func (l *ledger) apply(changes []model.Change) {
	l.t.Helper()
	for _, c := range changes {
		c.Device, c.Seq, c.Time = 1, uint64(len(l.changes)+1), l.clock.Tick(c.When())
		l.changes = append(l.changes, c)
		r := l.records[c.Key]
		if r == nil {
			r = &model.Record{Key: c.Key}
			l.records[c.Key] = r
		}
		r.Fold(c)
	}
}

// put writes guests as if somebody had typed them.
func (l *ledger) put(guests ...model.Guest) {
	act := l.act(model.VerbCreate)
	for _, g := range guests {
		l.apply([]model.Change{act.Change(model.GuestKey(l.event, g.ID), g.Registers()...)})
	}
}

// set changes one register of a guest.
func (l *ledger) set(id model.ID, register, value string) {
	r, _ := l.Record(model.GuestKey(l.event, id))
	if s, ok := r.Write(register, value); ok {
		l.apply([]model.Change{l.act(model.VerbEdit).Change(r.Key, s)})
	}
}

// guests are all guests of the event, removed ones too, in the order of their IDs.
func (l *ledger) guests() []model.Guest {
	var out []model.Guest
	for _, r := range l.records {
		out = append(out, model.GuestOf(*r))
	}
	slices.SortFunc(out, func(a, b model.Guest) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	return out
}

// listed are the guests who are on the list, in its order.
func (l *ledger) listed() []model.Guest {
	out := slices.DeleteFunc(l.guests(), func(g model.Guest) bool { return g.Removed })
	slices.SortFunc(out, func(a, b model.Guest) int { return a.Order - b.Order })
	return out
}

func (l *ledger) plan(items []roster.Item, change ...func(*roster.Options)) *roster.Plan {
	o := roster.Options{Salt: []byte("salt"), Today: time.Date(2023, time.November, 21, 0, 0, 0, 0, time.UTC)}
	for _, f := range change {
		f(&o)
	}
	return roster.NewPlan(items, l.guests(), o)
}

// write applies a plan and gives its changes as they were accepted.
func (l *ledger) write(p *roster.Plan) []model.Change {
	l.t.Helper()
	changes, err := p.Changes(l.act(model.VerbImport), l.event, func(id model.ID) (model.Record, error) {
		return l.Record(model.GuestKey(l.event, id))
	})
	if err != nil {
		l.t.Fatal(err)
	}
	from := len(l.changes)
	l.apply(changes)
	return l.changes[from:]
}

// load imports a list without asking anybody.
func (l *ledger) load(items []roster.Item, change ...func(*roster.Options)) *roster.Plan {
	l.t.Helper()
	p := l.plan(items, change...)
	l.write(p)
	return p
}

// Record is the record under k, as [model.History] wants it.
func (l *ledger) Record(k model.Key) (model.Record, error) {
	if r := l.records[k]; r != nil {
		return r.Clone(), nil
	}
	return model.Record{Key: k}, nil
}

// ChangeAt is the change with that stamp, as [model.History] wants it.
func (l *ledger) ChangeAt(_ model.ID, s model.Stamp) (model.Change, bool, error) {
	for _, c := range l.changes {
		if c.Stamp() == s {
			return c, true, nil
		}
	}
	return model.Change{}, false, nil
}

// list makes items of a table: the first line names the fields, the others are rows from line 2 on; cells are parted by
// semicolons.
func list(lines ...string) []roster.Item {
	fields := strings.Split(lines[0], ";")
	var items []roster.Item
	for i, line := range lines[1:] {
		items = append(items, item(i+2, roster.ItemGuest, fields, strings.Split(line, ";")))
	}
	return items
}

func item(line int, kind roster.ItemKind, fields, cells []string) roster.Item {
	byField := map[roster.Field]roster.Cell{}
	for i, c := range cells {
		if text, numeric := strings.CutPrefix(c, "#"); c != "" {
			byField[roster.Field(fields[i])] = roster.Cell{Text: text, Numeric: numeric}
		}
	}
	return roster.Item{Line: line, Kind: kind, Cells: roster.CellsOf(byField)}
}

// sample reads one of the lists in testdata: lists as offices sent them, row by row with the kind of each row.
func sample(t testing.TB, file string) []roster.Item {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var fields []string
	var items []roster.Item
	for lines := bufio.NewScanner(f); lines.Scan(); {
		cells := strings.Split(lines.Text(), "\t")
		switch n, err := strconv.Atoi(cells[0]); {
		case err == nil:
			items = append(items, item(n, roster.ItemKind(cells[1]), fields, cells[2:]))
		case cells[0] == "line":
			fields = cells[2:]
		}
	}
	return items
}

// reasons are the reasons of doubts, by line.
func reasons(doubts []roster.Doubt) map[int][]roster.Reason {
	out := map[int][]roster.Reason{}
	for _, d := range doubts {
		out[d.Line] = append(out[d.Line], d.Reason)
	}
	return out
}

func verdicts(p *roster.Plan) string {
	var out []string
	for _, d := range p.Rows {
		out = append(out, string(d.Verdict))
	}
	return strings.Join(out, " ")
}
