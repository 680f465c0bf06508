package store

import (
	"strings"
	"testing"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/term"
)

// ask puts a question with an answer into an event and gives its key.
func (d *desk) ask(event model.ID, text, answer string) model.Key {
	d.t.Helper()
	k := model.QuestionKey(event, d.id())
	act := d.act(model.VerbAsk)
	changes := []model.Change{act.Change(k, model.Question{No: 1, Text: text}.Registers()...)}
	if answer != "" {
		changes = append(changes, act.Change(k, model.AddAnswer(model.Answer{Text: answer, By: "Pemateri Contoh"})...))
	}
	d.apply(changes...)
	return k
}

// look searches as somebody who has finished typing.
func (d *desk) look(words string, o model.SearchOptions) model.Found {
	d.t.Helper()
	today, _ := date.New(2023, 11, 21)
	found, err := d.Search(d.t.Context(), new(term.Analyzer).Parse(words, today, false), o)
	if err != nil {
		d.t.Fatal(err)
	}
	return found
}

func TestSearchFindsWhatWasSaid(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	fee := d.ask(event, "Berapa biaya paspor?", "Rp350.000 untuk lima tahun.")
	d.ask(event, "Siapa yang mengurus surat izin?", "Kepala desa.")
	found := d.look("biaya paspor", model.SearchOptions{})
	if len(found.Hits) == 0 || found.Hits[0].Key != fee || found.Whole != 1 {
		t.Fatalf("found %+v", found)
	}
	h := found.Hits[0]
	if h.Part != model.PartQuestion || h.EventTheme == "" || h.Date != "2023-11-21" || h.Title != "Berapa biaya paspor?" {
		t.Errorf("hit %+v", h)
	}
	if h := d.look("kepala desa", model.SearchOptions{}).Hits; len(h) == 0 || h[0].Part != model.PartAnswer {
		t.Errorf("found by its answer: %+v", h)
	}
}

func TestSimilarQuestions(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	old := d.ask(event, "Berapa biaya paspor sekarang?", "Rp350.000.")
	own := d.ask(d.event(), "Biaya paspor berapa?", "")
	d.ask(event, "Kapan acara selesai?", "Nanti.")
	got, err := d.Similar(t.Context(), "biaya membuat paspor", own.ID, 3)
	if err != nil || len(got) != 1 || got[0].Question.ID != old.ID || got[0].Event.ID != event {
		t.Errorf("similar %+v, %v", got, err)
	}
}

func TestSearchFindsPeopleAndInstitutions(t *testing.T) {
	d := newDesk(t)
	list := func(guests ...model.Guest) {
		event := d.event()
		act := d.act(model.VerbImport)
		var changes []model.Change
		for i, g := range guests {
			g.Order = i + 1
			changes = append(changes, act.Change(model.GuestKey(event, model.GuestID([]byte("salt"), g.Name, g.Institution, 1)), g.Registers()...))
		}
		d.apply(changes...)
	}
	list(model.Guest{Name: "Soedjarwo", Post: "Kepala Desa", Institution: "Desa Contoh"}, model.Guest{Name: "Sri Lestari", Institution: "Desa Lain"})
	list(model.Guest{Name: "Soedjarwo", Post: "Kepala Desa", Institution: "Desa Contoh"})
	d.settle()
	for _, words := range []string{"soedjarwo", "sujarwo", "sujar"} {
		today, _ := date.New(2023, 11, 21)
		found, err := d.Search(t.Context(), new(term.Analyzer).Parse(words, today, true), model.SearchOptions{})
		if err != nil || len(found.Hits) != 1 || found.Hits[0].Key.Kind != model.KindPerson || found.Hits[0].Title != "Soedjarwo" || found.Hits[0].Who != "Kepala Desa" {
			t.Errorf("%q found %+v, %v", words, found.Hits, err)
		}
	}
	found := d.look("jenis:instansi contoh", model.SearchOptions{})
	if len(found.Hits) != 1 || found.Hits[0].Title != "Desa Contoh" || found.Hits[0].Key.Kind != model.KindInstitution {
		t.Errorf("institutions %+v", found.Hits)
	}
	d.sound()
	if err := d.Reindex(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	d.sound()
	if n := d.look("jenis:orang", model.SearchOptions{}).Total; n != 2 {
		t.Errorf("%d people", n)
	}
}

// TestSearchesThatAreNone holds that whatever is typed is searched or finds nothing, and never fails.
func TestSearchesThatAreNone(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	d.ask(event, "Berapa biaya paspor?", "Rp350.000.")
	for _, words := range []string{
		"", "yang di dan", "!!! --- ???", `"`, `"berapa`, "-", "-paspor", "desa:", "tahun:abc", "\x00\x1b[31m", "\u202epaspor",
		strings.Repeat("paspor ", 1500), strings.Repeat("x", 10_000), strings.Repeat("a b c ", 2000), strings.Repeat(`"x" `, 2500),
	} {
		if found := d.look(words, model.SearchOptions{Facets: true}); found.Unread != 0 || found.Total > 2 {
			t.Errorf("%.20q found %+v", words, found)
		}
		if _, err := d.Similar(t.Context(), words, model.ID{}, 3); err != nil {
			t.Errorf("%.20q: %v", words, err)
		}
	}
}
