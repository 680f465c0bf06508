package screen

import (
	"encoding/json"
	"slices"
	"strings"

	"hadir/model"
	"hadir/ui/lang"
)

// discussionTold says what was taken down of a discussion. Who asked is never told: nobody may know it of some questions, and
// what was changed to that later still stands in the history.
func (e *Env) discussionTold(d *Done) string {
	switch d.Verb() {
	case model.VerbAnswer:
		v := d.added(model.QuestionAnswers)
		if v == "" {
			return e.questionTold(d)
		}
		a := model.AnswerOf(model.Element{Value: v})
		switch unsigned := a.By == ""; {
		case unsigned && !a.Edits.IsZero():
			return e.Say("history.unsigned-corrected")
		case unsigned:
			return e.Say("history.answer-unsigned")
		case !a.Edits.IsZero():
			return e.Say("history.answer-corrected", "who", e.answerer(a))
		}
		return e.Say("history.answer", "who", e.answerer(a))
	case model.VerbRefer:
		var r model.Reference
		if json.Unmarshal([]byte(d.added(model.QuestionReferences)), &r) == nil && r.Cite != "" {
			return e.Say("history.refer", "cite", e.Cut(r.Cite, nameMost))
		}
		return e.Say("history.edit")
	}
	return e.Say("history.ask")
}

// questionTold says what of a question was changed: its parts, and of those that everybody may know, to what.
func (e *Env) questionTold(d *Done) string {
	var parts []string
	add := func(part string) {
		if !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	for _, c := range d.Changes {
		for _, s := range c.Sets {
			if part := e.partTold(s); part != "" {
				add(part)
			}
		}
	}
	if len(parts) == 0 {
		return e.Say("history.edit")
	}
	return e.Say("history.correct", "what", strings.Join(parts, "; "))
}

// partTold is one part of a question that was changed.
func (e *Env) partTold(s model.Set) string {
	said := func(label lang.Key, value string) string {
		if value == "" {
			value = e.Say("history.emptied")
		}
		return e.Say(label) + ": " + value
	}
	switch s.Field {
	case model.QuestionText:
		return e.Say("question.words")
	case model.QuestionGuest, model.QuestionAsker, model.QuestionPost, model.QuestionFrom, model.QuestionAnonymous:
		return e.Say("question.asker")
	case model.QuestionBasis:
		return said("question.basis", inOneLine(s.Value))
	case model.QuestionAsOf:
		return said("question.as-of", e.asOfWords(s.Value))
	case model.QuestionKeeps:
		return said("question.keeps", s.Value)
	case model.QuestionStatusIs:
		if s.Value == "" {
			return said("question.status-title", e.Say("question.status-auto"))
		}
		return said("question.status-title", e.Say(QuestionStatusWords(model.QuestionStatus(s.Value))))
	case model.QuestionInternal:
		return e.Say("question.internal")
	case model.QuestionSuperseded:
		return e.Say("question.superseded")
	case model.QuestionReferences:
		return e.Say("question.references")
	case model.QuestionTags:
		return e.Say("question.tags")
	}
	return ""
}
