package model

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// foldOf makes a record of changes as one device would have made them, one after the other.
func foldOf(k Key, changes ...[]Set) Record {
	r := Record{Key: k}
	for i, sets := range changes {
		r.Fold(Change{Key: k, Time: uint64(i + 1), Device: 7, Wall: int64(1000 * (i + 1)), Officer: "Petugas Contoh", Sets: sets})
	}
	return r
}

func TestQuestionRoundTrip(t *testing.T) {
	event, id := ID{1}, ID{2}
	q := Question{
		Event: event, ID: id, No: 5, Text: "Bolehkah?\nKapan?", Guest: ID{3}, Asker: "H. Contoh, S.H.", Post: "Kepala Desa",
		From: "Desa Contoh", Basis: "UU 18/2017 Pasal 5", AsOf: "2023-08", Keeps: 6, Status: QuestionWrittenOwed, Internal: true,
		Asked: time.UnixMilli(1_700_000_000_000).UTC(), Item: ID{4}, Superseded: QuestionKey(event, ID{9}),
	}
	got := QuestionOf(foldOf(QuestionKey(event, id), q.Registers()))
	if diff := cmp.Diff(q, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnonymousQuestionTellsNobody(t *testing.T) {
	k := QuestionKey(ID{1}, ID{2})
	q := Question{Text: "Bagaimana?", Guest: ID{3}, Asker: "Contoh", Post: "Kades", From: "Desa Contoh", Anonymous: true}
	for _, s := range q.Registers() {
		switch s.Field {
		case QuestionGuest, QuestionAsker, QuestionPost, QuestionFrom:
			t.Errorf("%s is written: %q", s.Field, s.Value)
		}
	}
	// Even a record that names somebody, as from a desk that had not heard, shows nobody.
	named := q
	named.Anonymous = false
	r := foldOf(k, named.Registers(), []Set{Write(QuestionAnonymous, "1")})
	if got := QuestionOf(r); got.Asker != "" || got.Post != "" || got.From != "" || !got.Guest.IsZero() {
		t.Errorf("shown: %+v", got)
	}
}

func TestAnswerEditKeepsHistory(t *testing.T) {
	k := QuestionKey(ID{1}, ID{2})
	at := time.UnixMilli(1_700_000_000_000).UTC()
	r := foldOf(k, []Set{Write(QuestionText, "?")}, AddAnswer(Answer{Text: "Boleh.", By: "Pembicara Contoh", At: at}))
	first := QuestionOf(r)
	if first.Status != QuestionAnswered || len(first.Answers) != 1 {
		t.Fatalf("%+v", first)
	}
	edit := first.Answers[0]
	edit.Text, edit.Edits = "Belum boleh.", edit.Stamp
	r.Fold(Change{Key: k, Time: 10, Device: 7, Wall: 99_000, Sets: AddAnswer(edit)})
	q := QuestionOf(r)
	if len(q.Answers) != 1 || q.Answers[0].Text != "Belum boleh." || !q.Answered().Equal(at) {
		t.Errorf("after the edit: %+v", q.Answers)
	}
	if all := r.look(QuestionAnswers).Elements; len(all) != 2 || AnswerOf(all[0]).Text != "Boleh." {
		t.Errorf("the old words are gone: %+v", all)
	}
}

func TestActionRoundTrip(t *testing.T) {
	k := ActionKey(ID{1}, ID{2})
	a := Action{
		Event: ID{1}, ID: ID{2}, No: 3, Problem: "belum ada", Do: "membuat", Owner: "Dinas Contoh", OwnerKey: RoleKey(ID{1}, ID{8}),
		From: "Desa Contoh", Question: ID{5}, Due: "2023-12-01", Output: "format", Measure: "dipakai", Priority: PriorityHigh,
		Status: ActionDoing,
	}
	r := foldOf(k, a.Registers(), []Set{AddNote(Note{Text: "ditunda", Due: "2023-12-01"})})
	got := ActionOf(r)
	if len(got.Notes) != 1 || got.Notes[0].Officer != "Petugas Contoh" || got.Notes[0].Text != "ditunda" {
		t.Errorf("notes %+v", got.Notes)
	}
	got.Notes = nil
	if diff := cmp.Diff(a, got); diff != "" {
		t.Error(diff)
	}
	for day, late := range map[string]bool{"2023-11-30": false, "2023-12-01": false, "2023-12-02": true} {
		if a.Late(day) != late {
			t.Errorf("late on %s: %v", day, !late)
		}
	}
	a.Status = ActionDone
	if a.Late("2024-01-01") {
		t.Error("what is done is late")
	}
}

func TestKeyText(t *testing.T) {
	for _, k := range []Key{
		{}, OfficeSettings(), QuestionKey(ID{1}, ID{2}), SeatKey(ID{1}, ID{2}, ID{3}), PersonKey(ID{9}),
	} {
		if got, err := ParseKey(k.Text()); err != nil || (got != k && k.Text() != "") {
			t.Errorf("%v -> %q -> %v, %v", k, k.Text(), got, err)
		}
	}
	for _, s := range []string{"x", "guest", "guest:::x", "::::", "unknown:::", "guest::::"} {
		if k, err := ParseKey(s); err == nil {
			t.Errorf("%q is read as %v", s, k)
		}
	}
}

func FuzzParseKey(f *testing.F) {
	f.Add(QuestionKey(ID{1}, ID{2}).Text())
	f.Add("guest:::")
	f.Fuzz(func(t *testing.T, s string) {
		k, err := ParseKey(s)
		if err != nil {
			return
		}
		if again, err := ParseKey(k.Text()); err != nil || again != k {
			t.Errorf("%q: %v, then %v, %v", s, k, again, err)
		}
	})
}
