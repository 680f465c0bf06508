package model_test

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"hadir/model"
)

// oneKey is the record that the histories of these tests are about.
func oneKey() model.Key { return model.GuestKey(model.ID{1}, model.ID{2}) }

// drawStamp draws from so few stamps that histories name one another's, earlier and later ones, all the time.
func drawStamp(devices int) *rapid.Generator[model.Stamp] {
	return rapid.Custom(func(t *rapid.T) model.Stamp {
		return model.Stamp{
			Time:   rapid.Uint64Range(1, 6).Draw(t, "time"),
			Device: model.Device(rapid.IntRange(1, devices).Draw(t, "device")),
		}
	})
}

func drawSet(devices int) *rapid.Generator[model.Set] {
	return rapid.Custom(func(t *rapid.T) model.Set {
		s := model.Set{
			Field: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "field"),
			// The last one is an operation that only a newer program knows.
			Op:    rapid.SampledFrom([]model.Op{model.OpWrite, model.OpAdd, model.OpWithdraw, model.OpUndo, 9}).Draw(t, "op"),
			Value: rapid.SampledFrom([]string{"", "x", "y", "z"}).Draw(t, "value"),
		}
		if bases := rapid.SliceOfN(rapid.OneOf(drawStamp(devices), rapid.Just(model.Stamp{})), 0, 3).Draw(t, "bases"); len(bases) > 0 {
			s.Seen = &model.Seen{Bases: bases}
		}
		if rapid.IntRange(0, 3).Draw(t, "restored") == 0 {
			was := drawStamp(devices).Draw(t, "restores")
			s.Seen = &model.Seen{Bases: s.Bases(), Restores: &was}
		}
		return s
	})
}

// drawHistory draws changes that no honest program would write beside those that it would: forks (one stamp, different
// contents), bases that name later stamps, stamps never seen and the change itself, withdrawals before additions.
func drawHistory() *rapid.Generator[[]model.Change] {
	return rapid.Custom(func(t *rapid.T) []model.Change {
		devices := rapid.IntRange(3, 5).Draw(t, "devices")
		return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) model.Change {
			s := drawStamp(devices).Draw(t, "stamp")
			return model.Change{
				Device: s.Device, Time: s.Time, Wall: rapid.Int64Range(1, 3).Draw(t, "wall"), Key: oneKey(),
				Officer: rapid.SampledFrom([]string{"p", "q"}).Draw(t, "officer"),
				Desk:    rapid.SampledFrom([]string{"1", "2"}).Draw(t, "desk"),
				Sets:    rapid.SliceOfN(drawSet(devices), 0, 3).Draw(t, "sets"),
			}
		}), 0, 14).Draw(t, "history")
	})
}

func fold(k model.Key, changes ...model.Change) model.Record {
	r := model.Record{Key: k}
	for _, c := range changes {
		r.Fold(c)
	}
	return r
}

// sameRecord fails where two records differ; a list that was emptied is the same as one that never was.
func sameRecord(t rapid.TB, what string, got, want model.Record) {
	t.Helper()
	if d := gocmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Fatalf("%s (-want +got):\n%s", what, d)
	}
}

// ledger is the fold as one would say it to a child: everything is written down for ever, and looked at afterwards.
type ledger struct {
	writes    map[model.Stamp]model.Version
	elements  map[model.Stamp]model.Element
	bases     map[model.Stamp]bool
	withdrawn map[model.Claim]bool
	undone    map[model.Claim]bool
}

func newLedger() *ledger {
	return &ledger{
		writes: map[model.Stamp]model.Version{}, elements: map[model.Stamp]model.Element{}, bases: map[model.Stamp]bool{},
		withdrawn: map[model.Claim]bool{}, undone: map[model.Claim]bool{},
	}
}

func (l *ledger) note(c model.Change, s model.Set) {
	switch s.Op {
	case model.OpWrite:
		v := model.Version{Stamp: c.Stamp(), Value: s.Value, Restores: s.Restores()}
		if old, ok := l.writes[v.Stamp]; !ok || versionLess(old, v) {
			l.writes[v.Stamp] = v
		}
		for _, b := range s.Bases() {
			l.bases[b] = true
		}
	case model.OpAdd:
		e := model.Element{Stamp: c.Stamp(), Value: s.Value, Origin: model.Origin{Wall: c.Wall, Officer: c.Officer, Desk: c.Desk}}
		if old, ok := l.elements[e.Stamp]; !ok || elementLess(old, e) {
			l.elements[e.Stamp] = e
		}
	case model.OpWithdraw:
		for _, b := range s.Bases() {
			l.withdrawn[model.Claim{By: c.Stamp(), What: b}] = true
		}
	case model.OpUndo:
		for _, b := range s.Bases() {
			l.undone[model.Claim{By: c.Stamp(), What: b}] = true
		}
	}
}

func versionLess(a, b model.Version) bool {
	return cmp.Or(strings.Compare(a.Value, b.Value), a.Restores.Compare(b.Restores)) < 0
}

func elementLess(a, b model.Element) bool {
	return cmp.Or(
		strings.Compare(a.Value, b.Value), cmp.Compare(a.Origin.Wall, b.Origin.Wall),
		strings.Compare(a.Origin.Officer, b.Origin.Officer), strings.Compare(a.Origin.Desk, b.Origin.Desk),
	) < 0
}

// stands reports whether nobody undid what the change did: no later change whose own undoing stands says so.
func (l *ledger) stands(s model.Stamp) bool {
	for c := range l.undone {
		if c.What == s && c.By.Compare(s) > 0 && l.stands(c.By) {
			return false
		}
	}
	return true
}

// field is what a record keeps of the ledger: the winner, then writes - bases - winner; all elements and claims.
func (l *ledger) field(name string) model.Field {
	f := model.Field{
		Name:      name,
		Covered:   slices.SortedFunc(maps.Keys(l.bases), model.Stamp.Compare),
		Withdrawn: slices.SortedFunc(maps.Keys(l.withdrawn), compareClaims),
		Undone:    slices.SortedFunc(maps.Keys(l.undone), compareClaims),
	}
	for i, s := range slices.Backward(slices.SortedFunc(maps.Keys(l.writes), model.Stamp.Compare)) {
		if i == len(l.writes)-1 || !l.bases[s] {
			f.Writes = append(f.Writes, l.writes[s])
		}
	}
	for _, s := range slices.SortedFunc(maps.Keys(l.elements), model.Stamp.Compare) {
		f.Elements = append(f.Elements, l.elements[s])
	}
	return f
}

func compareClaims(a, b model.Claim) int {
	return cmp.Or(a.By.Compare(b.By), a.What.Compare(b.What))
}

// heads is what a writer sees of the ledger: the winner, and the other writes that nobody based one on or undid, nor undid
// what they put back.
func (l *ledger) heads() (heads []model.Stamp) {
	for i, v := range l.field("").Writes {
		if i == 0 || l.stands(v.Stamp) && (v.Restores.IsZero() || l.stands(v.Restores)) {
			heads = append(heads, v.Stamp)
		}
	}
	return heads
}

// standing is the elements that are neither undone nor withdrawn by somebody whose withdrawal is not undone.
func (l *ledger) standing() []model.Element {
	return slices.DeleteFunc(l.field("").Elements, func(e model.Element) bool {
		for c := range l.withdrawn {
			if c.What == e.Stamp && l.stands(c.By) {
				return true
			}
		}
		return !l.stands(e.Stamp)
	})
}

// ledgersOf is a ledger for each field that the changes name.
func ledgersOf(changes []model.Change) map[string]*ledger {
	ledgers := map[string]*ledger{}
	for _, c := range changes {
		for _, s := range c.Sets {
			if ledgers[s.Field] == nil {
				ledgers[s.Field] = newLedger()
			}
			ledgers[s.Field].note(c, s)
		}
	}
	return ledgers
}

func TestFoldIsWhatANaiveLedgerShows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		changes := drawHistory().Draw(t, "changes")
		got, want := fold(oneKey(), changes...), model.Record{Key: oneKey()}
		ledgers := ledgersOf(changes)
		for _, name := range slices.Sorted(maps.Keys(ledgers)) {
			want.Fields = append(want.Fields, ledgers[name].field(name))
			if d := gocmp.Diff(ledgers[name].standing(), got.Elements(name), cmpopts.EquateEmpty()); d != "" {
				t.Fatalf("elements of %s that stand (-want +got):\n%s", name, d)
			}
			if d := gocmp.Diff(ledgers[name].heads(), got.Heads(name), cmpopts.EquateEmpty()); d != "" {
				t.Fatalf("heads of %s (-want +got):\n%s", name, d)
			}
		}
		sameRecord(t, "fold", got, want)
	})
}

func TestFoldIsCommutativeAndIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		changes := drawHistory().Draw(t, "changes")
		want := fold(oneKey(), changes...)
		shuffled := rapid.Permutation(changes).Draw(t, "shuffled")
		sameRecord(t, "in another order", fold(oneKey(), shuffled...), want)
		// Some changes twice, in yet another place: a bundle that came on two sticks.
		again := slices.Concat(shuffled, changes[:rapid.IntRange(0, len(changes)).Draw(t, "repeated")])
		sameRecord(t, "with repeats", fold(oneKey(), again...), want)
	})
}

func TestMergeIsTheFoldOfTheUnion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var parts [3][]model.Change
		var all []model.Change
		for i, c := range drawHistory().Draw(t, "changes") {
			// Bit b set: laptop b has seen the change. Several may have, and one at least has.
			seen := rapid.IntRange(1, 7).Draw(t, "seen")
			for b := range parts {
				if seen>>b&1 == 1 {
					parts[b] = append(parts[b], c)
				}
			}
			all = slices.Insert(all, i/2, c)
		}
		want := fold(oneKey(), all...)
		a, b, c := fold(oneKey(), parts[0]...), fold(oneKey(), parts[1]...), fold(oneKey(), parts[2]...)
		sameRecord(t, "(a+b)+c", merge(merge(a, b), c), want)
		sameRecord(t, "a+(b+c)", merge(a, merge(b, c)), want)
		sameRecord(t, "c+(b+a)", merge(c, merge(b, a)), want)
		sameRecord(t, "twice", merge(merge(want, b), want), want)
	})
}

// merge takes b into a copy of a, and reports through the copy when Merge wrote into what it was given.
func merge(a, b model.Record) model.Record {
	m := a.Clone()
	m.Merge(b)
	return m
}

func TestMergeAndCloneShareNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		changes := drawHistory().Draw(t, "changes")
		cut := rapid.IntRange(0, len(changes)).Draw(t, "cut")
		a, b := fold(oneKey(), changes[:cut]...), fold(oneKey(), changes[cut:]...)
		m := merge(a, b)
		for _, c := range drawHistory().Draw(t, "later") {
			m.Fold(c)
		}
		sameRecord(t, "the record cloned", a, fold(oneKey(), changes[:cut]...))
		sameRecord(t, "the record merged in", b, fold(oneKey(), changes[cut:]...))
	})
}

func TestFoldTakesInOnlyItsOwnRecord(t *testing.T) {
	other := model.Change{Device: 1, Time: 1, Key: seatKey(), Sets: []model.Set{model.Write("a", "x")}}
	r := fold(oneKey(), other)
	r.Merge(fold(other.Key, other))
	if !r.IsNew() {
		t.Errorf("a change of another record was folded: %+v", r)
	}
}

func TestConflictsAreKeptAndSettled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := fold(oneKey(), drawHistory().Draw(t, "changes")...)
		for _, f := range r.Conflicts() {
			lost := func(v model.Version) bool { return v.Value != f.Writes[0].Value }
			if !slices.ContainsFunc(f.Writes[1:], lost) {
				t.Fatalf("%s is called a conflict and all agree: %+v", f.Name, f.Writes)
			}
			value := rapid.SampledFrom([]string{"", "x", "settled"}).Draw(t, "value")
			s, ok := r.Write(f.Name, value)
			if !ok {
				t.Fatalf("settling %s would change nothing", f.Name)
			}
			// The clock of an honest store has seen every stamp that it holds.
			r.Fold(model.Change{Device: 9, Time: 100, Key: r.Key, Sets: []model.Set{s}})
			if got := r.Heads(f.Name); len(got) != 1 || r.Get(f.Name) != value {
				t.Fatalf("%s after settling shows %q with heads %v", f.Name, r.Get(f.Name), got)
			}
		}
		if left := r.Conflicts(); len(left) != 0 {
			t.Fatalf("conflicts left: %+v", left)
		}
	})
}

func TestConcurrentWritesKeepTheLosingText(t *testing.T) {
	write := func(device model.Device, time uint64, value string, bases ...model.Stamp) model.Change {
		return model.Change{
			Device: device, Time: time, Key: oneKey(),
			Sets: []model.Set{{Field: "name", Value: value, Seen: &model.Seen{Bases: bases}}},
		}
	}
	first := write(1, 1, "Suyatno")
	left, right := write(1, 2, "Suyatno S.H.", first.Stamp()), write(2, 3, "Soeyatno", first.Stamp())
	settled := write(1, 4, "Suyatno", left.Stamp(), right.Stamp())
	third := write(3, 5, "S.", right.Stamp())
	slow := write(1, 2, "early", right.Stamp())
	tests := []struct {
		name    string
		changes []model.Change
		shown   string
		lost    []string
	}{
		{"two desks edited at once", []model.Change{first, left, right}, "Soeyatno", []string{"Suyatno S.H."}},
		{"and somebody settled it", []model.Change{first, left, right, settled}, "Suyatno", nil},
		{"a third desk that saw only one of both", []model.Change{first, left, right, third}, "S.", []string{"Suyatno S.H."}},
		{"both wrote the same", []model.Change{first, right, write(1, 2, "Soeyatno", first.Stamp())}, "Soeyatno", nil},
		{"a fork of one stamp", []model.Change{first, write(1, 1, "Soyatno")}, "Suyatno", nil},
		{"covered before it arrives", []model.Change{write(2, 3, "S.", left.Stamp()), left}, "S.", nil},
		{"the latest stays although a slow clock covered it", []model.Change{right, slow}, "Soeyatno", []string{"early"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := fold(oneKey(), tt.changes...)
			var lost []string
			for _, f := range r.Conflicts() {
				for _, v := range f.Writes[1:] {
					lost = append(lost, v.Value)
				}
			}
			if r.Get("name") != tt.shown || !slices.Equal(lost, tt.lost) {
				t.Errorf("shown %q, lost %q; want %q, %q", r.Get("name"), lost, tt.shown, tt.lost)
			}
		})
	}
}

func TestEditLeavesOutWhatWouldChangeNothing(t *testing.T) {
	r := fold(oneKey(), model.Change{
		Device: 1, Time: 1, Key: oneKey(),
		Sets: []model.Set{model.Write("a", "x"), model.Write("b", "y")},
	})
	seen := []model.Stamp{{Time: 1, Device: 1}}
	got := r.Edit(map[string]string{"d": "new", "a": "x", "b": "", "c": ""})
	want := []model.Set{{Field: "b", Seen: &model.Seen{Bases: seen}}, {Field: "d", Value: "new"}}
	if d := gocmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("edit (-want +got):\n%s", d)
	}
}
