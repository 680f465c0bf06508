package model_test

import (
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hadir/model"
)

// read is what people see of a register: the text shown, and all texts that somebody has to settle, that one among them.
type read struct {
	Shown string
	Texts []string
}

func reads(r model.Record, field string) read {
	texts := []string{r.Get(field)}
	for _, f := range r.Conflicts() {
		for _, v := range f.Writes {
			if f.Name == field {
				texts = append(texts, v.Value)
			}
		}
	}
	slices.Sort(texts)
	return read{Shown: r.Get(field), Texts: slices.Compact(texts)}
}

func sameRead(t rapid.TB, what string, got, want read) {
	t.Helper()
	if d := gocmp.Diff(want, got); d != "" {
		t.Fatalf("%s (-want +got):\n%s", what, d)
	}
}

func (d *desk) note() read { return reads(d.record(oneKey()), "note") }

// write edits the note as this desk sees it; nothing is done where it says that already.
func (d *desk) write(minute int, text string) []model.Change {
	return d.act(minute, model.VerbEdit, oneKey(), d.record(oneKey()).Edit(map[string]string{"note": text})...)
}

// anyText is something that somebody may write.
func anyText(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "x", "y", "z"}).Draw(t, "text")
}

// anyNotes is three desks that wrote one note and undid what they had just written, meeting or not, and then met.
func anyNotes(t *rapid.T) []*desk {
	desks := newDesks(3)
	one, two, three := desks[0], desks[1], desks[2]
	one.act(0, model.VerbCreate, oneKey(), model.Write("name", "Suyatno"))
	one.meet(two)
	two.meet(three)
	for minute := range rapid.IntRange(0, 8).Draw(t, "acts") {
		d := desks[rapid.IntRange(0, 2).Draw(t, "desk")]
		if done := d.write(minute+1, anyText(t)); rapid.IntRange(0, 3).Draw(t, "undo") == 0 {
			d.undo(t, minute+1, done)
		}
		if rapid.Bool().Draw(t, "meet") {
			d.meet(desks[rapid.IntRange(0, 2).Draw(t, "other")])
		}
	}
	one.meet(two)
	two.meet(three)
	one.meet(two)
	return desks
}

func TestUndoneAtOnceARegisterReadsAsBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyNotes(t)[0]
		before := d.note()
		done := d.write(10, anyText(t))
		after := d.note()
		undo := func(minute int, what string, done []model.Change, want read) []model.Change {
			taken, kept := d.undo(t, minute, done)
			if sameRead(t, what, d.note(), want); kept != 0 {
				t.Fatalf("%s: %d kept, and nobody else was there", what, kept)
			}
			return taken
		}
		undone := undo(11, "undone", done, before)
		redone := undo(12, "undo undone", undone, after)
		undo(13, "undo of the undo undone", redone, before)
		// The first undo stands again, and so can be taken back again.
		undo(14, "undo undone once more", undone, after)
	})
}

func TestUndoOfARegisterIsAsIfTheActHadNotBeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		desks := anyNotes(t)
		one, two := desks[0], desks[1]
		done := one.write(10, anyText(t))
		// The other desk does not know of it.
		for minute := range rapid.IntRange(0, 2).Draw(t, "writes") {
			two.write(9+2*minute, anyText(t))
		}
		met := rapid.Bool().Draw(t, "they meet before the undo")
		if met {
			one.meet(two)
		}
		_, kept := one.undo(t, 12, done)
		one.meet(two)
		without := slices.DeleteFunc(slices.Clone(two.changes), func(c model.Change) bool {
			return len(done) > 0 && (c.Act == done[0].Act || c.Undoes == done[0].Act)
		})
		got, want := one.note(), reads(fold(oneKey(), without...), "note")
		switch {
		case kept != 0:
			t.Fatalf("%d kept, and nobody built on it", kept)
		case met:
			sameRead(t, "without the act", got, want)
		case slices.ContainsFunc(want.Texts, func(s string) bool { return !slices.Contains(got.Texts, s) }):
			// The undo wrote the old text after what it did not know of: that is a conflict, and nothing is lost.
			t.Fatalf("%+v; without the act it were %+v", got, want)
		}
	})
}

func TestARegisterReadsWhatTheActsThatWereNotUndoneWrote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		desks := newDesks(2)
		one, two := desks[0], desks[1]
		one.act(0, model.VerbCreate, oneKey(), model.Write("name", "Suyatno"))
		one.meet(two)
		for minute := range rapid.IntRange(3, 12).Draw(t, "acts") {
			d := desks[rapid.IntRange(0, 1).Draw(t, "desk")]
			if last := d.lastAct(); len(last) > 0 && last[0].Verb == model.VerbEdit && rapid.Bool().Draw(t, "undo") {
				one.meet(two)
				if _, kept := d.undo(t, minute, last); kept > 0 {
					t.Skip("somebody built on it: there is no telling what that would say without")
				}
				one.meet(two)
			} else {
				d.write(minute, anyText(t))
			}
			if rapid.Bool().Draw(t, "meet") {
				one.meet(two)
			}
		}
		one.meet(two)
		sameRead(t, "with all undos", one.note(), reads(fold(oneKey(), one.withoutUndos()...), "note"))
	})
}

// withoutUndos is the changes of the acts that were not undone, as they had been made if there were no undos: who saw a text
// that an undo had put back saw the text.
func (d *desk) withoutUndos() []model.Change {
	changes := notUndone(d.changes)
	for i, c := range changes {
		changes[i].Sets = slices.Clone(c.Sets)
		for j, s := range c.Sets {
			var saw []model.Stamp
			for _, b := range s.Bases() {
				saw = append(saw, d.textOf(b))
			}
			if changes[i].Sets[j].Seen = nil; len(saw) > 0 || !s.Restores().IsZero() {
				changes[i].Sets[j].Seen = &model.Seen{Bases: saw, Restores: s.Seen.Restores}
			}
		}
	}
	return changes
}

// textOf is the write whose text stands in the write with that stamp.
func (d *desk) textOf(s model.Stamp) model.Stamp {
	for _, c := range d.changes {
		for _, set := range c.Sets {
			if c.Stamp() == s && !set.Restores().IsZero() {
				return d.textOf(set.Restores())
			}
		}
	}
	return s
}

func TestUndoneSettlementIsAConflictAgain(t *testing.T) {
	desks := newDesks(3)
	one, two, three := desks[0], desks[1], desks[2]
	one.act(0, model.VerbCreate, oneKey(), model.Write("name", "Suyatno"))
	one.write(1, "kursi roda")
	two.write(2, "istri ikut")
	one.meet(two)
	conflict := one.note()
	undo, kept := one.undo(t, 4, one.write(3, "kursi roda, istri ikut"))
	if sameRead(t, "undone", one.note(), conflict); len(conflict.Texts) != 2 || kept != 0 {
		t.Fatalf("conflict %+v, kept %d", conflict, kept)
	}
	one.undo(t, 5, undo)
	sameRead(t, "undo undone", one.note(), read{"kursi roda, istri ikut", []string{"kursi roda, istri ikut"}})
	// The third desk learns of it in reverse.
	turned := slices.Clone(one.changes)
	slices.Reverse(turned)
	three.learn(turned)
	sameRead(t, "at the third desk", three.note(), one.note())
}

func TestATextThatWasNotShownIsUndone(t *testing.T) {
	desks := newDesks(2)
	one, two := desks[0], desks[1]
	one.act(0, model.VerbCreate, oneKey(), model.Write("note", "lama"))
	one.meet(two)
	lost := one.write(1, "kursi roda")
	two.write(2, "istri ikut")
	one.meet(two)
	conflict := one.note()
	undo, kept := one.undo(t, 3, lost)
	if sameRead(t, "undone", one.note(), read{"istri ikut", []string{"istri ikut"}}); kept != 0 {
		t.Errorf("%d kept", kept)
	}
	// The other desk has not heard of the undo and writes on: nothing was written, so nothing is in its way.
	settled := two.write(4, "istri dan anak ikut")
	one.meet(two)
	sameRead(t, "written on", one.note(), read{"istri dan anak ikut", []string{"istri dan anak ikut"}})
	two.undo(t, 5, settled)
	one.meet(two)
	sameRead(t, "the settlement undone", one.note(), read{"istri ikut", []string{"istri ikut"}})
	one.undo(t, 6, undo)
	sameRead(t, "all undone", one.note(), conflict)
}

func TestAConflictSettledByALosingTextIsBack(t *testing.T) {
	desks := newDesks(3)
	one, two, three := desks[0], desks[1], desks[2]
	one.act(0, model.VerbCreate, oneKey(), model.Write("name", "Suyatno"))
	one.write(1, "kursi roda")
	two.write(2, "istri ikut")
	// The first desk settles both, while the third knows only one of them and writes later.
	three.learn(two.changes)
	one.meet(two)
	settled := one.write(3, "kursi roda, istri ikut")
	three.write(4, "istri dan anak ikut")
	one.meet(three)
	before := one.note()
	undo, kept := one.undo(t, 5, settled)
	sameRead(t, "undone", one.note(), read{"istri dan anak ikut", []string{"istri dan anak ikut", "kursi roda"}})
	one.undo(t, 6, undo)
	if got := one.note(); !slices.Equal(got.Texts, before.Texts) || kept != 0 {
		t.Errorf("undo undone: %q, kept %d; want %q", got.Texts, kept, before.Texts)
	}
}

func TestATextThatCameBackTwiceIsStillItsWriters(t *testing.T) {
	d := newDesks(1)[0]
	d.act(0, model.VerbCreate, oneKey(), model.Write("name", "Suyatno"))
	first := d.write(1, "kursi roda")
	undo, _ := d.undo(t, 3, d.write(2, "istri ikut"))
	redo, _ := d.undo(t, 4, undo)
	d.undo(t, 5, redo)
	if _, kept := d.undo(t, 6, first); kept != 0 || d.note().Shown != "" {
		t.Errorf("note %q, kept %d; want none", d.note().Shown, kept)
	}
}

func TestUndoKeepsWhatSomebodyWroteBetweenTwoChangesOfAnAct(t *testing.T) {
	desks := newDesks(2)
	one, two := desks[0], desks[1]
	one.act(0, model.VerbCreate, oneKey(), model.Write("note", "lama"))
	a := one.begin(1, model.VerbImport)
	edit := func(text string) []model.Change {
		return one.do(a.Change(oneKey(), one.record(oneKey()).Edit(map[string]string{"note": text})...))
	}
	done := edit("kursi roda")
	one.meet(two)
	two.write(2, "istri ikut")
	one.meet(two)
	one.undo(t, 4, append(done, edit("tidak hadir")...))
	sameRead(t, "undone", one.note(), read{"istri ikut", []string{"istri ikut"}})
}

func TestUndoComesToAnEndInAHostileHistory(t *testing.T) {
	d := newDesks(1)[0]
	d.act(0, model.VerbCreate, oneKey(), model.Write("name", "Suyatno"))
	first := d.write(1, "kursi roda")
	a, b := model.Stamp{Time: d.clock.Last() + 1, Device: 8}, model.Stamp{Time: d.clock.Last() + 2, Device: 8}
	hostile := func(at, restores model.Stamp) model.Change {
		return model.Change{Device: at.Device, Time: at.Time, Key: oneKey(), Sets: []model.Set{
			{Field: "note", Value: "x", Seen: &model.Seen{Restores: &restores, Bases: []model.Stamp{a, b}}},
		}}
	}
	// Each puts the other's text back, and each claims to have seen the other and itself.
	d.learn([]model.Change{hostile(a, b), hostile(b, a)})
	d.undo(t, 2, first)
	sameRead(t, "undone beneath", d.note(), read{"x", []string{"x"}})
	if _, kept := d.undo(t, 4, d.write(3, "y")); kept != 0 || d.note().Shown != "x" {
		t.Errorf("undone above: the note is %q, %d kept", d.note().Shown, kept)
	}
}

func TestAClaimOnNothingHidesNoConflict(t *testing.T) {
	desks := newDesks(2)
	one, two := desks[0], desks[1]
	one.write(1, "kursi roda")
	two.write(2, "istri ikut")
	one.meet(two)
	one.act(3, model.VerbUndo, oneKey(), model.Set{Field: "note", Op: model.OpUndo, Seen: &model.Seen{Bases: []model.Stamp{{}}}})
	if got := one.note(); len(got.Texts) != 2 {
		t.Errorf("the conflict is gone: %q", got.Texts)
	}
}

func TestUndoKeepsATextWhosePastIsNotKnown(t *testing.T) {
	elsewhere := model.Stamp{Time: 1, Device: 7}
	for _, created := range []bool{true, false} {
		d := newDesks(1)[0]
		if created {
			d.act(0, model.VerbCreate, oneKey(), model.Write("name", "Suyatno"))
		}
		done := d.act(1, model.VerbEdit, oneKey(), model.Set{Field: "note", Value: "kursi roda", Seen: &model.Seen{Bases: []model.Stamp{elsewhere}}})
		changes, kept := d.undo(t, 2, done)
		if kept != 1 || d.note().Shown != "kursi roda" {
			t.Errorf("%d kept, note %q; want the text left alone and counted", kept, d.note().Shown)
		}
		if len(changes) != 1 || len(changes[0].Sets) != 0 || changes[0].Undoes != done[0].Act {
			t.Errorf("changes %+v; want one that writes nothing and marks the act as undone", changes)
		}
	}
}
