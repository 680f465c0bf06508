package filing_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hadir/model"
	"hadir/model/date"
	"hadir/store"
	"hadir/ui/filing"
	"hadir/ui/lang"
	"hadir/ui/paper"
)

// office is a database with one event, and somebody who works on it.
type office struct {
	*store.Store
	event model.ID
	ids   *rand.Rand
	last  int // number on the list
}

func newOffice(t *testing.T) *office {
	t.Helper()
	now := time.Date(2023, 11, 20, 8, 0, 0, 0, time.UTC)
	r := rand.New(rand.NewSource(1))
	s, err := store.Open(filepath.Join(t.TempDir(), "hadir.db"), store.Options{Now: func() time.Time { return now }, Rand: r})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	o := &office{Store: s, ids: r}
	o.begin(t.Fatal)
	return o
}

// begin makes a new event.
func (o *office) begin(fatal func(...any)) {
	o.event, o.last = o.id(), 0
	o.must(fatal, o.act(model.VerbCreate).Change(model.EventKey(o.event), model.Write(model.EventTheme, "Uji"), model.Write(model.EventDate, "2023-11-21"),
		model.Write(model.EventSalt, "garam")))
}

func (o *office) id() model.ID {
	id, _ := model.NewID(o.ids)
	return id
}

func (o *office) act(v model.Verb) model.Act {
	return model.Act{ID: o.id(), Verb: v, Wall: time.Date(2023, 11, 20, 8, 0, 0, 0, time.UTC)}
}

func (o *office) must(fatal func(...any), changes ...model.Change) {
	if err := o.Apply(context.Background(), changes); err != nil {
		fatal(err)
	}
}

// guests puts people on the list.
func (o *office) guests(fatal func(...any), n int) {
	act := o.act(model.VerbInvite)
	var changes []model.Change
	for range n {
		o.last++
		g := model.Guest{ID: o.id(), Name: fmt.Sprintf("Tamu Contoh %d", o.last), Post: "Kepala Desa", Institution: "Desa Contoh", Order: o.last}
		changes = append(changes, act.Change(model.GuestKey(o.event, g.ID), g.Registers()...))
	}
	if n > 0 {
		o.must(fatal, changes...)
	}
}

func (o *office) read(fatal func(...any)) filing.File {
	f, err := filing.Read(context.Background(), o, o.event, filing.Options{Today: date.Date{Year: 2023, Month: 11, Day: 20}})
	if err != nil {
		fatal(err)
	}
	return f
}

func (o *office) print(fatal func(...any), kinds ...paper.Kind) filing.Set {
	set, err := filing.Print(context.Background(), o, lang.New(lang.Indonesian), o.read(fatal), filing.Job{Kinds: kinds, Formats: []filing.Format{filing.Markdown}},
		func() model.Act { return o.act(model.VerbPrint) }, nil)
	if err != nil {
		fatal(err)
	}
	return set
}

// Whatever comes between prints, who has a row keeps it, and no row is two people's.
func TestAPrintedRowIsNeverAnotherPersons(t *testing.T) {
	o := newOffice(t)
	for seed := range int64(12) {
		o.begin(t.Fatal)
		r := rand.New(rand.NewSource(seed))
		rows := map[model.ID]int{}
		for range 3 {
			o.guests(t.Fatal, r.Intn(40))
			if f := o.read(t.Fatal); len(f.Guests) > 0 {
				g := f.Guests[r.Intn(len(f.Guests))]
				o.must(t.Fatal, o.act(model.VerbRemove).Change(model.GuestKey(o.event, g.ID), model.Write(model.Removed, "1")))
			}
			o.print(t.Fatal, paper.KindAttendance)
			placed(t, seed, o.read(t.Fatal), rows)
		}
	}
}

// placed holds each guest to the row that he had, and notes it.
func placed(t *testing.T, seed int64, f filing.File, rows map[model.ID]int) {
	t.Helper()
	taken := map[int]model.ID{}
	for _, g := range f.Guests {
		if g.Removed {
			continue
		}
		if g.Row == 0 || filing.SheetOf(f.Prints.Sheets(), g.Row) != g.Sheet {
			t.Fatalf("seed %d: %s has sheet %d row %d of %v", seed, g.Name, g.Sheet, g.Row, f.Prints.Sheets())
		}
		if was, ok := rows[g.ID]; ok && was != g.Row {
			t.Fatalf("seed %d: %s moved from row %d to %d", seed, g.Name, was, g.Row)
		}
		if other, ok := taken[g.Row]; ok {
			t.Fatalf("seed %d: row %d is of %s and %s", seed, g.Row, other, g.ID)
		}
		rows[g.ID], taken[g.Row] = g.Row, g.ID
	}
}

func TestAReprintIsTheSameFile(t *testing.T) {
	o := newOffice(t)
	o.guests(t.Fatal, 40)
	first := o.print(t.Fatal, paper.Kinds()...)
	again := o.print(t.Fatal, paper.Kinds()...)
	if len(again.Files) != len(first.Files) || len(again.Print.Papers) != 0 {
		t.Errorf("%d files, then %d, and %d papers were noted anew", len(first.Files), len(again.Files), len(again.Print.Papers))
	}
	for i, w := range again.Files {
		if !w.Same || w.Code != first.Files[i].Code {
			t.Errorf("%s was written anew", w.Path)
		}
	}
	f := o.read(t.Fatal)
	for _, k := range paper.Kinds() {
		m, err := f.Make(lang.New(lang.English), k)
		if err != nil || f.Standing(m) != filing.Printed {
			t.Errorf("%s is %s, %v", k, f.Standing(m), err)
		}
	}
}

// Who gives up midway keeps what was written, whole, and the next set takes it for its own.
func TestASetThatWasStopped(t *testing.T) {
	o := newOffice(t)
	o.guests(t.Fatal, 1)
	ctx, stop := context.WithCancel(context.Background())
	set, err := filing.Print(ctx, o, lang.New(lang.Indonesian), o.read(t.Fatal), filing.Job{Kinds: paper.Kinds(), Formats: filing.Formats()},
		func() model.Act { return o.act(model.VerbPrint) }, func(done, _ int, _ string) {
			if done == 5 {
				stop()
			}
		})
	if !errors.Is(err, context.Canceled) || len(set.Files) == 0 || len(set.Files) > 5 {
		t.Fatalf("%d files, %v", len(set.Files), err)
	}
	f := o.read(t.Fatal)
	// Something changes, so that the files are written anew, in their own place.
	o.must(t.Fatal, o.act(model.VerbEdit).Change(model.EventKey(o.event), model.Write(model.EventVenue, "Balai")))
	o.print(t.Fatal, paper.Kinds()...)
	left, err := os.ReadDir(f.Folder())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range left {
		if strings.Contains(e.Name(), "(2)") || strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s is left", e.Name())
		}
	}
}
