package store

import (
	"testing"

	"hadir/model"
)

func TestRoomReadsInOrder(t *testing.T) {
	s := newDesk(t)
	event := model.ID{1}
	put := func(k model.Key, sets ...model.Set) {
		t.Helper()
		s.apply(s.act(model.VerbAsk).Change(k, sets...))
	}
	for i, no := range []int{2, 1, 3} {
		put(model.QuestionKey(event, model.ID{byte(9 - i)}), model.Question{No: no, Text: "?"}.Registers()...)
		put(model.ActionKey(event, model.ID{byte(9 - i)}), model.Action{No: no, Do: "x"}.Registers()...)
	}
	put(model.QuestionKey(event, model.ID{7}), model.Write(model.Removed, "1"))
	questions, err := s.Questions(t.Context(), event)
	if err != nil || len(questions) != 2 || questions[0].No != 1 || questions[1].No != 2 {
		t.Errorf("questions %+v, %v", questions, err)
	}
	actions, err := s.Actions(t.Context(), event)
	if err != nil || len(actions) != 3 || actions[2].No != 3 {
		t.Errorf("actions %+v, %v", actions, err)
	}
	keys, err := s.Locate(t.Context(), model.KindQuestion, model.ID{9}.String()[:8], 5)
	if err != nil || len(keys) != 1 || keys[0] != model.QuestionKey(event, model.ID{9}) {
		t.Errorf("located %v, %v", keys, err)
	}
}
