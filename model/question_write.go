package model

import "encoding/json"

// Ask is the changes with which an act takes a new question down, with all that it holds: an answer, a reference or a tag goes
// into a change of its own.
func (q Question) Ask(act Act) []Change {
	key := QuestionKey(q.Event, q.ID)
	changes := []Change{act.Change(key, q.Registers()...)}
	for _, a := range q.Answers {
		changes = append(changes, act.Change(key, AddAnswer(a)...))
	}
	for _, r := range q.References {
		changes = append(changes, act.Change(key, AddReference(r)))
	}
	for _, tag := range q.Tags {
		changes = append(changes, act.Change(key, Add(QuestionTags, tag)))
	}
	return changes
}

// Shown is what the registers that can be corrected are to hold for this question, for [Record.Edit]: of an anonymous one
// nothing that tells who asked. The status is taken as it is to be written, see [Question.Settle]. Which question this is, when
// it was asked and what it was superseded by are not corrected here.
func (q Question) Shown() map[string]string {
	values := map[string]string{
		QuestionText: "", QuestionGuest: "", QuestionAsker: "", QuestionPost: "", QuestionFrom: "", QuestionAnonymous: "",
		QuestionBasis: "", QuestionAsOf: "", QuestionKeeps: "", QuestionStatusIs: "", QuestionInternal: "",
	}
	for _, s := range q.Registers() {
		if _, corrected := values[s.Field]; corrected {
			values[s.Field] = s.Value
		}
	}
	return values
}

// Unrefer is the sets that take a reference of a question away; none where it has none such.
func Unrefer(r Record, ref Reference) []Set {
	var gone []Stamp
	for _, e := range r.Elements(QuestionReferences) {
		var x Reference
		if json.Unmarshal([]byte(e.Value), &x) == nil && x.Question == ref.Question {
			gone = append(gone, e.Stamp)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return []Set{Withdraw(QuestionReferences, gone...)}
}
