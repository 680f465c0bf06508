package screen_test

import (
	"testing"
	"time"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// id is an ID made of one letter.
func id(letter byte) (x model.ID) {
	x[0] = letter
	return x
}

func TestActsAreToldLatestFirst(t *testing.T) {
	change := func(act byte, verb model.Verb, undoes byte) model.Change {
		c := model.Act{ID: id(act), Verb: verb, Wall: time.UnixMilli(int64(act))}.Change(model.GuestKey(id('e'), id('g')))
		if undoes != 0 {
			c.Undoes = id(undoes)
		}
		return c
	}
	acts := screen.Acts([]model.Change{
		change('a', model.VerbImport, 0), change('b', model.VerbPresent, 0), change('b', model.VerbPresent, 0),
		change('c', model.VerbUndo, 'b'), change('d', model.VerbUndo, 'x'),
	})
	if len(acts) != 4 {
		t.Fatalf("%d acts, want 4", len(acts))
	}
	for i, want := range []byte{'d', 'c', 'b', 'a'} {
		if acts[i].Act() != id(want) {
			t.Errorf("act %d is %v", i, acts[i].Act())
		}
	}
	undid, done := acts[1], acts[2]
	if undid.Undid != done || !done.Undone || len(done.Changes) != 2 {
		t.Errorf("the undo is not known for what it is: %+v, %+v", undid, done)
	}
	if acts[0].Undid != nil || acts[3].Undone {
		t.Error("an undo of something else touched what is here")
	}
}

func TestTold(t *testing.T) {
	env := &screen.Env{Look: kit.Look{Lang: lang.New(lang.Indonesian)}}
	tests := []struct {
		verb model.Verb
		sets []model.Set
		want string
	}{
		{model.VerbPresent, []model.Set{model.Add(model.SeatArrivals, "search")}, "hadir"},
		{model.VerbPresent, []model.Set{model.Add(model.SeatArrivals, "scan")}, "hadir (kartu dipindai)"},
		{model.VerbPresent, []model.Set{model.Add(model.SeatArrivals, "paper")}, "hadir (disalin dari kertas)"},
		{model.VerbRepresent, []model.Set{model.Withdraw(model.SeatArrivals), model.Add(model.SeatDeputies, `{"name":"Sri Lestari"}`)}, "diwakili Sri Lestari"},
		{model.VerbRepresent, []model.Set{model.Add(model.SeatDeputies, "bukan JSON")}, "diwakili bukan JSON"},
		{model.VerbExcuse, nil, "izin"},
		{model.VerbAbsent, nil, "tanpa keterangan"},
		{model.VerbWalkIn, nil, "dicatat sebagai peserta tambahan"},
		{model.VerbCorrect, []model.Set{model.Write(model.GuestPost, "Lurah"), model.Write(model.GuestNote, "")}, "diperbaiki - Jabatan: Lurah; Keterangan: (dikosongkan)"},
		{
			model.VerbCorrect,
			[]model.Set{model.Write(model.GuestBefore, "H."), model.Write(model.GuestName, "Suyatno"), model.Write(model.GuestAfter, "S.H.")},
			"diperbaiki - Nama dan gelar: H. Suyatno, S.H.",
		},
		{model.VerbCorrect, []model.Set{model.Write(model.GuestAfter, "S.H.")}, "diperbaiki - Nama dan gelar: S.H."},
		{model.VerbCorrect, []model.Set{model.Write(model.GuestPhone, "+6281000012340"), model.Write(model.GuestPhoneRaw, "")}, "diperbaiki - No. HP: 0810-****-2340"},
		{model.VerbCorrect, []model.Set{model.Write(model.GuestArea, "")}, "data diubah"},
		{model.VerbUndo, nil, "tindakan lain diurungkan"},
		{"a-verb-of-later", nil, "data diubah"},
	}
	for _, test := range tests {
		c := model.Act{Verb: test.verb}.Change(model.GuestKey(id('e'), id('g')), test.sets...)
		if got := env.Told(&screen.Done{Changes: []model.Change{c}}); got != test.want {
			t.Errorf("%s: %q, want %q", test.verb, got, test.want)
		}
	}
}
