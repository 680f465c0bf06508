package store

import (
	"testing"

	"hadir/model"
)

func TestNumbersCountOn(t *testing.T) {
	s := newDesk(t)
	event, other := model.ID{1}, model.ID{2}
	ask := func(event model.ID, id byte, no int) {
		t.Helper()
		s.apply(s.act(model.VerbAsk).Change(model.QuestionKey(event, model.ID{id}), model.Question{No: no, Text: "?"}.Registers()...))
	}
	next := func(want int) {
		t.Helper()
		if got, err := s.NextNo(t.Context(), model.KindQuestion, event); err != nil || got != want {
			t.Errorf("next is %d, %v; want %d", got, err, want)
		}
	}
	next(1)
	ask(event, 1, 1)
	ask(event, 3, 2)
	ask(event, 2, 2) // two desks gave the same number
	ask(other, 4, 9)
	next(3)
	ask(event, 5, 3)
	s.apply(s.act(model.VerbRemove).Change(model.QuestionKey(event, model.ID{5}), model.Write(model.Removed, "1")))
	next(4)
	shown, err := s.Questions(t.Context(), event)
	if err != nil || len(shown) != 3 || shown[1].ID != (model.ID{2}) || shown[2].ID != (model.ID{3}) {
		t.Errorf("shown %+v, %v", shown, err)
	}
}
