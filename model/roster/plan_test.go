package roster_test

import (
	"errors"
	"slices"
	"testing"

	"hadir/model"
	"hadir/model/name"
	"hadir/model/roster"
)

// twice is a list with a row that names its guest again, as offices' lists do.
func twice() []roster.Item {
	return list(
		"no;name;post;institution;phone;note",
		"12;Siti Suparmi, S.Pd.;Kepala Desa;Desa Sridadi;081000086153;konfirmasi hadir",
		"12;Siti Suparmi;Kepala Desa;Desa Sridadi;081000086153;dobel",
	)
}

func TestSameGuestTwice(t *testing.T) {
	l := newLedger(t)
	p := l.load(twice())
	if got := verdicts(p); got != "new unchanged" {
		t.Errorf("verdicts %s", got)
	}
	d := p.Doubts()
	if len(d) != 1 || d[0].Reason != roster.ReasonAgain || d[0].OtherLine != 2 || d[0].OtherName != "Siti Suparmi, S.Pd." ||
		d[0].Value != "dobel" || len(d[0].Likeness.Reasons) == 0 {
		t.Errorf("doubts %+v", d)
	}
	g := l.listed()
	if len(g) != 1 || g[0].Note != "konfirmasi hadir" || g[0].After != "S.Pd." {
		t.Errorf("guests %+v", g)
	}
}

func TestSecondRowFillsBlanks(t *testing.T) {
	l := newLedger(t)
	p := l.load(list(
		"name;post;institution;phone;note", "Suyatno;;Desa Waru;;", "H. Suyatno;Kaur;Desa Waru;081000012345;dobel",
	))
	if got := verdicts(p); got != "new fills" {
		t.Errorf("verdicts %s", got)
	}
	if c := p.Counts(); c != (roster.Counts{Rows: 2, Added: 1, Updated: 1}) {
		t.Errorf("%+v", c)
	}
	g := l.listed()[0]
	if g.Before != "H." || g.Post != "Kaur" || g.Phone != "+6281000012345" || g.Note != "" {
		t.Errorf("%+v", g)
	}
	if r, ok := p.Result(0); !ok || r.Phone != g.Phone {
		t.Errorf("result %+v", r)
	}
}

func TestSameNameIsNotSamePerson(t *testing.T) {
	l := newLedger(t)
	p := l.load(list(
		"name;post;institution;phone",
		"Sutrisno;Babinsa;Desa Waru;081000011111",
		"Sutrisno;Babinsa;Desa Pulo;081000022222",
		"Sutrisno;Kaur;Desa Waru;081000033333", // same village, another phone
		"Sutrisno;Kaur;Desa Waru;081000033333",
		"Sutrisno;Staf;Desa Waru;", // nothing speaks against his being the first
	))
	if got := verdicts(p); got != "new new similar unchanged differs" {
		t.Errorf("verdicts %s", got)
	}
	if c := p.Counts(); c != (roster.Counts{Rows: 5, Added: 3, Unchanged: 2}) {
		t.Errorf("%+v", c)
	}
	d := p.Rows[2].Doubts
	if len(d) != 1 || d[0].Reason != roster.ReasonNamesake || d[0].OtherLine != 2 {
		t.Errorf("doubts %+v", d)
	}
	ids := map[model.ID]bool{}
	for _, g := range l.listed() {
		ids[g.ID] = true
	}
	want := map[model.ID]bool{}
	for n := range 2 {
		want[model.GuestID([]byte("salt"), "sutrisno", "desa waru", n+1)] = true
	}
	want[model.GuestID([]byte("salt"), "sutrisno", "desa pulo", 1)] = true
	for id := range want {
		if !ids[id] {
			t.Errorf("no guest %s among %v", id, ids)
		}
	}
	if got := verdicts(l.plan(list("name;institution;phone", "Sutrisno;Desa Waru;081000033333"))); got != "unchanged" {
		t.Errorf("again: %s", got)
	}
}

func TestOtherNIKIsAnotherPerson(t *testing.T) {
	l := newLedger(t)
	p := l.load(list(
		"name;institution;phone;nik", "Sutrisno;Desa Waru;081000011111;3317101203850000",
		"Sutrisno;Desa Waru;081000011111;3317101203860000", "Sutrisno;Desa Waru;081000022222;3317101203850000",
	), storesNIK)
	if got := verdicts(p); got != "new similar differs" {
		t.Errorf("verdicts %s", got)
	}
}

func TestChangedListFillsAndAsks(t *testing.T) {
	l := newLedger(t)
	l.load(list("name;post;institution;phone", "Suyatno;Kaur;Desa Waru;", "Sutrisno;Lurah;Kelurahan Leteh;081000011111"))
	changed := list(
		"name;post;institution;phone", "SUYATNO, S.H.;Sekretaris Desa;DESA WARU;081000012345", "Sutrisno;;Kelurahan Leteh;",
	)
	p := l.load(changed)
	if got := verdicts(p); got != "differs unchanged" {
		t.Fatalf("verdicts %s", got)
	}
	want := []roster.Diff{
		{Field: model.GuestAfter, Want: "S.H.", Take: true},
		{Field: model.GuestPost, Have: "Kaur", Want: "Sekretaris Desa"},
		{Field: model.GuestPhone, Want: "+6281000012345", Take: true},
	}
	if got := p.Rows[0].Diffs; !slices.Equal(got, want) {
		t.Errorf("differences %+v; want %+v", got, want)
	}
	g := l.listed()[0]
	if g.Name != "Suyatno" || g.Post != "Kaur" || g.After != "S.H." || g.Phone != "+6281000012345" || g.Institution != "Desa Waru" {
		t.Errorf("%+v", g)
	}
	d := p.Doubts()
	if len(d) != 1 || d[0].Reason != roster.ReasonDifferent || d[0].Have != "Kaur" || d[0].Value != "Sekretaris Desa" {
		t.Errorf("doubts %+v", d)
	}
	l.load(changed, func(o *roster.Options) { o.Update = true })
	if g = l.listed()[0]; g.Post != "Sekretaris Desa" {
		t.Errorf("--update left %q", g.Post)
	}
}

func TestUpdateDoesNotSettleTheListAgainstItself(t *testing.T) {
	l := newLedger(t)
	update := func(o *roster.Options) { o.Update = true }
	items := list("name;post;institution", "Suyatno;Kaur;Desa Waru", "Suyatno;Carik;Desa Waru")
	l.load(items, update)
	p := l.load(items, update)
	if got := l.listed()[0].Post; got != "Kaur" || verdicts(p) != "unchanged differs" {
		t.Errorf("post %q, verdicts %s", got, verdicts(p))
	}
}

func TestOnePersonsChoiceOfDifferences(t *testing.T) {
	l := newLedger(t)
	l.load(list("name;post;institution;phone", "Suyatno;Kaur;Desa Waru;0295381708"))
	p := l.plan(list("name;post;institution;phone", "Suyatno;Carik;Desa Waru;0295381709"))
	if err := p.Take(0, model.GuestPost, true); err != nil {
		t.Fatal(err)
	}
	l.write(p)
	if g := l.listed()[0]; g.Post != "Carik" || g.PhoneRaw != "0295381708" {
		t.Errorf("%+v", g)
	}
	if err := p.Take(0, model.GuestSex, true); !errors.Is(err, roster.ErrNoDiff) {
		t.Errorf("error %v", err)
	}
}

func TestNothingIsWrittenOverSinceThePlan(t *testing.T) {
	l := newLedger(t)
	l.load(list("name;post;institution", "Suyatno;;Desa Waru"))
	p := l.plan(list("name;post;institution", "Suyatno;Kaur;Desa Waru"))
	l.set(l.listed()[0].ID, model.GuestPost, "Carik")
	l.write(p)
	if g := l.listed()[0]; g.Post != "Carik" {
		t.Errorf("post %q", g.Post)
	}
}

func TestCorrectedNameIsStillTheGuest(t *testing.T) {
	l := newLedger(t)
	items := list("name;institution", "Sutrisna;Desa Waru", "Sutrisna;Desa Waru")
	l.load(items)
	l.set(l.listed()[0].ID, model.GuestName, "Sutrisno")
	p := l.load(items)
	if got := verdicts(p); got != "differs differs" {
		t.Errorf("verdicts %s", got)
	}
	if g := l.listed(); len(g) != 1 || g[0].Name != "Sutrisno" {
		t.Errorf("%+v", g)
	}
}

func TestWalkInOnTheListStaysWalkIn(t *testing.T) {
	l := newLedger(t)
	l.put(model.Guest{ID: model.ID{99}, Name: "Suyatno", Institution: "Desa Waru", WalkIn: true, Order: 8})
	p := l.load(list("name;post;institution", "H. Suyatno;Kaur;Desa Waru", "Sutrisno;Kaur;Desa Waru"))
	g := l.listed()
	if len(g) != 2 || !g[0].WalkIn || g[0].Post != "Kaur" || g[1].Order != 9 {
		t.Errorf("%+v", g)
	}
	if d := p.Rows[0].Doubts; len(d) != 1 || d[0].Reason != roster.ReasonWalkIn {
		t.Errorf("doubts %+v", d)
	}
}

func TestLateNamesFollow(t *testing.T) {
	l := newLedger(t)
	l.put(model.Guest{ID: model.ID{9}, Name: "Zainal", Institution: "Desa Waru", Order: 4, Sheet: 1, Row: 4})
	l.load(list("name;institution", "Aisyah;Desa Waru", "Zainal;Desa Waru", "Budi;Desa Waru"))
	var names []string
	for _, g := range l.listed() {
		names = append(names, g.Name)
	}
	if !slices.Equal(names, []string{"Zainal", "Aisyah", "Budi"}) {
		t.Errorf("order %v", names)
	}
	if g := l.listed(); g[0].Order != 4 || g[0].Row != 4 || g[2].Order != 6 {
		t.Errorf("%+v", g)
	}
}

func TestImportTakenBackAndDoneAgain(t *testing.T) {
	l := newLedger(t)
	l.put(model.Guest{ID: model.ID{9}, Name: "Sutrisno", Institution: "Desa Waru", Order: 1})
	before := l.guests()
	done := slices.Clone(l.write(l.plan(list("name;institution;note;phone", "Suyatno;Desa Waru;Kaur;", "Sutrisno;Desa Waru;;081000012345"))))
	back, kept, err := model.Undo(l.act(model.VerbUndo), done, l)
	if err != nil || kept > 0 {
		t.Fatal(kept, err)
	}
	l.apply(back)
	if got := l.listed(); !slices.Equal(got, before) {
		t.Fatalf("after undo %+v; want %+v", got, before)
	}
	// This time the columns are read as they should be: what the first import wrote wrongly must not linger.
	p := l.load(list("name;institution;post", "Suyatno;Desa Waru;Kaur"))
	if got := verdicts(p); got != "new" || p.Rows[0].Doubts[0].Reason != roster.ReasonRevived {
		t.Errorf("verdicts %s, %+v", got, p.Rows[0].Doubts)
	}
	g := l.listed()
	if len(g) != 2 || g[1].Name != "Suyatno" || g[1].Post != "Kaur" || g[1].Note != "" || g[1].Order != 2 {
		t.Errorf("%+v", g)
	}
}

func TestChoices(t *testing.T) {
	l := newLedger(t)
	l.put(model.Guest{ID: model.ID{9}, Name: "Suyatno", Institution: "Desa Waru", Order: 1})
	p := l.plan(list(
		"name;institution;post", "Sujatno;Desa Lain;Kaur", "Suyatno;Desa Waru;Carik", "Budi;Desa Waru;", "Budi;Desa Waru;Staf", ";Desa Waru;Staf",
	))
	if got := verdicts(p); got != "new fills new fills skipped" {
		t.Fatalf("verdicts %s", got)
	}
	choose := func(row int, c roster.Choice, id model.ID) {
		t.Helper()
		if err := p.Choose(row, c, id); err != nil {
			t.Fatal(err)
		}
	}
	choose(0, roster.Same, model.ID{9}) // he is the guest of the event
	if got := verdicts(p); got != "differs differs new fills skipped" {
		t.Errorf("verdicts %s", got)
	}
	choose(1, roster.Add, model.ID{}) // and the one on the list is another
	choose(2, roster.Omit, model.ID{})
	if got := verdicts(p); got != "differs new skipped new skipped" || p.Rows[2].Skip != roster.SkipChosen {
		t.Errorf("verdicts %s", got)
	}
	choose(2, roster.Add, model.ID{})
	if got := verdicts(p); got != "differs new new new skipped" {
		t.Errorf("verdicts %s", got)
	}
	if c := p.Counts(); c != (roster.Counts{Rows: 5, Added: 3, Updated: 1, Skipped: 1}) {
		t.Errorf("%+v", c)
	}
	for _, c := range []struct {
		row    int
		choice roster.Choice
		id     model.ID
		want   error
	}{
		{4, roster.Add, model.ID{}, roster.ErrNoName},
		{5, roster.Add, model.ID{}, roster.ErrNoRow},
		{-1, roster.Omit, model.ID{}, roster.ErrNoRow},
		{0, roster.Same, model.ID{88}, roster.ErrNoGuest},
	} {
		if err := p.Choose(c.row, c.choice, c.id); !errors.Is(err, c.want) {
			t.Errorf("row %d, %s: error %v; want %v", c.row, c.choice, err, c.want)
		}
	}
	l.write(p)
	if n := len(l.listed()); n != 4 {
		t.Errorf("%d guests", n)
	}
	if q := l.plan(list("name;institution;post", "Suyatno;Desa Waru;Carik", "Budi;Desa Waru;", "Budi;Desa Waru;Staf")); q.Counts().Added > 0 {
		t.Errorf("again: %s", verdicts(q))
	}
}

func TestChangesGoInTheOrderOfKeys(t *testing.T) {
	l := newLedger(t)
	changes := l.write(l.plan(sample(t, "rembang.tsv")))
	if len(changes) != 62 {
		t.Fatalf("%d changes", len(changes))
	}
	for i, c := range changes {
		if c.Verb != model.VerbImport || c.Act.IsZero() || c.Key.Event != l.event {
			t.Fatalf("change %+v", c)
		}
		if i > 0 && slices.Compare(changes[i-1].Key.ID[:], c.Key.ID[:]) >= 0 {
			t.Fatalf("change %d is out of order", i)
		}
	}
}

func TestRecordThatCannotBeRead(t *testing.T) {
	l := newLedger(t)
	l.load(list("name;post;institution", "Suyatno;;Desa Waru"))
	p := l.plan(list("name;post;institution", "Suyatno;Kaur;Desa Waru"))
	_, err := p.Changes(model.Act{}, l.event, func(model.ID) (model.Record, error) { return model.Record{}, model.ErrDamaged })
	if !errors.Is(err, model.ErrDamaged) {
		t.Errorf("error %v", err)
	}
}

func TestLikeness(t *testing.T) {
	event := model.Guest{
		ID: model.ID{9}, Name: "Suyatno", Institution: "Desa Waru", District: "Atas", Phone: "+6281000012345", Order: 1,
	}
	for _, c := range []struct {
		row  string
		like bool
		has  []name.Reason
	}{
		{"Sujatno;Desa Waru;Atas;", true, []name.Reason{name.NearName, name.SameInstitution}},
		{"Suyatna;Pemdes Waru;;", true, []name.Reason{name.NearName, name.SameInstitution}},
		{"H. Soeyatno;Desa Waru;Atas;", true, []name.Reason{name.SameSound, name.TitleDiffers}},
		{"H. Suyatno;PT Contoh;;081000012345", true, []name.Reason{name.SamePhone, name.SameName, name.TitleDiffers}},
		{"Siti Aminah;Desa Waru;Atas;081000012345", true, []name.Reason{name.SamePhone, name.NameDiffers}},
		{"Suyatno;Desa Waru;Bawah;", true, []name.Reason{name.SameName}},
		{"Suyatno;Desa Waru;Atas;081000099999", true, []name.Reason{name.SameName, name.PhoneDiffers}},
		{"Sujatno;Desa Waru;Bawah;", false, nil},
		{"Suyatno;Desa Pulo;Atas;", false, nil},
		{"Suyatno;;;", false, nil},
		{"Sutrisno;Desa Waru;Atas;", false, nil},
	} {
		l := newLedger(t)
		l.put(event)
		p := l.plan(list("name;institution;district;phone", c.row))
		d := p.Rows[0]
		if (d.Verdict == roster.Similar) != c.like || !c.like && d.Verdict != roster.New {
			t.Errorf("%s: %s", c.row, d.Verdict)
			continue
		}
		for _, why := range c.has {
			if doubt := d.Doubts[0]; !doubt.Likeness.Has(why) || doubt.Other != event.ID || doubt.OtherName != "Suyatno" {
				t.Errorf("%s: %+v; want reason %d", c.row, doubt, why)
			}
		}
	}
}

// A title by which two names differ can be told.
func TestLikenessTellsTheTitle(t *testing.T) {
	p := newLedger(t).plan(list(
		"name;institution;phone", "Suyatno;Desa Waru;081000012345", "H. Sujatno;Desa Waru;081000012345",
	))
	if d := p.Rows[1].Doubts; len(d) != 1 || !slices.Equal(d[0].Likeness.OnlySecond, []string{"H."}) || d[0].OtherLine != 2 {
		t.Errorf("%+v", d)
	}
}

func TestOneNIKIsOnePerson(t *testing.T) {
	l := newLedger(t)
	l.load(list("name;institution;nik", "Suyatno;Desa Waru;3317101203850000"), storesNIK)
	items := list(
		"name;institution;nik", "H. Soeyatno;Desa Pulo;3317101203850000", "Siti Aminah;Desa Waru;3317101203850000",
	)
	p := l.load(items, storesNIK)
	if got := verdicts(p); got != "differs similar" || !p.Rows[1].Doubts[1].Likeness.Has(name.SameNIK) {
		t.Errorf("verdicts %s, %+v", got, p.Rows[1].Doubts)
	}
	if len(l.write(l.plan(items, storesNIK))) > 0 {
		t.Error("the same list again writes something")
	}
}
