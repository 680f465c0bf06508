package model_test

import (
	"testing"

	"hadir/model"
)

func TestStatusAfterAnAnswer(t *testing.T) {
	one := []model.Answer{{Text: "x"}}
	for _, c := range []struct {
		was     model.QuestionStatus
		given   []model.Answer
		chosen  model.QuestionStatus
		answers bool
		want    string
	}{
		{"", nil, "", false, ""},
		{model.QuestionOpen, nil, "", true, ""}, // told by the answer
		{model.QuestionWrittenOwed, nil, "", false, "written_owed"},
		{model.QuestionWrittenOwed, nil, "", true, "written_sent"},
		{model.QuestionFollowUp, nil, "", true, "follow_up"},
		{model.QuestionWrittenSent, one, "", true, "written_sent"},
		{model.QuestionOpen, nil, model.QuestionAnswered, false, "answered"}, // said aloud, not taken down
		{model.QuestionOpen, nil, model.QuestionWrittenOwed, true, "written_owed"},
		{model.QuestionAnswered, one, model.QuestionOpen, false, "open"}, // the answer did not satisfy
		{model.QuestionOpen, one, model.QuestionAnswered, false, ""},
	} {
		if c.was == "" {
			c.was = model.QuestionOpen
		}
		q := model.Question{Status: c.was, Answers: c.given}
		if got := q.Settle(c.chosen, c.answers); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}
