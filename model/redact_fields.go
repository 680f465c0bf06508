package model

import (
	"encoding/json"

	"hadir/model/ident"
)

// personal says what a field may tell of people.
type personal uint8

const (
	plain    personal = iota // nothing: dates, states, numbers of letters, what names records
	number                   // it is a NIK or a phone number
	prose                    // words in which a number may stand
	called                   // a person's name
	beside                   // what stands beside the name and tells who it is
	linking                  // the salt that makes guests' IDs of their names
	pointing                 // the Key.Text of a record, of a person perhaps, whose ID is made of the name
	elements                 // a set of JSON objects, of which some members are words
)

// redact is a value of a field without what that level takes out.
func redact(k Kind, field, value string, l Level) (string, Gone) {
	if value == "" || l == Whole {
		return value, Gone{}
	}
	if t := trait(k, field); t != elements {
		return t.redact(value, l)
	}
	return redactMembers(k, value, l)
}

func (t personal) redact(value string, l Level) (string, Gone) {
	names := l >= NoNames
	switch t {
	case number:
		return "", Gone{Numbers: 1}
	case linking:
		if names {
			return "", Gone{}
		}
	case pointing:
		if k, err := ParseKey(value); names && err == nil && k.Kind == KindPerson {
			return "", Gone{}
		}
	case prose, called, beside:
		out, n := ident.Blank(value)
		switch gone := (Gone{Numbers: n}); {
		case names && t == beside:
			return "", gone
		case names && t == called && value != Erased:
			gone.Names++
			return Erased, gone
		default:
			return out, gone
		}
	}
	return value, Gone{}
}

// memberTrait is what a member of a set's objects may tell. What a newer version puts there is taken for words.
func memberTrait(k Kind, name string) personal {
	switch name {
	case "role", "at", "act", "question", "how", "due", "status":
		return plain
	case "name":
		if k == KindSeat {
			return called
		}
	case "post":
		if k == KindSeat {
			return beside
		}
	}
	return prose
}

// redactMembers redacts the words of a JSON object. All else stays as it is, also what this version does not know; what is no
// object is words.
func redactMembers(k Kind, value string, l Level) (string, Gone) {
	var object map[string]json.RawMessage
	if json.Unmarshal([]byte(value), &object) != nil {
		if k == KindSeat {
			return called.redact(value, l) // see DeputyOf
		}
		return prose.redact(value, l)
	}
	var gone Gone
	changed := false
	for name, raw := range object {
		var words string
		if json.Unmarshal(raw, &words) != nil || words == "" {
			continue
		}
		out, g := memberTrait(k, name).redact(words, l)
		if gone.add(g); out == words {
			continue
		}
		// A string always marshals.
		object[name], _ = json.Marshal(out)
		changed = true
	}
	if !changed {
		return value, gone
	}
	out, _ := json.Marshal(object)
	return string(out), gone
}

// trait is what a field of a kind may tell. What is not named here tells nothing of people.
func trait(k Kind, field string) personal {
	switch k {
	case KindGuest:
		return guestTrait(field)
	case KindEvent:
		return eventTrait(field)
	case KindSession:
		return wordsOf(field, SessionName)
	case KindSeat:
		if field == SeatDeputies {
			return elements
		}
	case KindQuestion:
		return questionTrait(field)
	case KindAction:
		return actionTrait(field)
	case KindAgenda:
		return wordsOf(field, AgendaTitle, AgendaPoints)
	case KindRole:
		return wordsOf(field, RoleName, RoleBefore, RoleAfter, RolePost, RoleInstitution)
	case KindEvidence:
		return wordsOf(field, EvidenceCaption, EvidencePath)
	case KindSaved:
		return wordsOf(field, SavedName, SavedQuery)
	case KindPerson:
		if field == PersonPhone {
			return number
		}
		return wordsOf(field, PersonName, PersonBefore, PersonAfter, PersonPost, PersonInst)
	}
	return plain
}

func guestTrait(field string) personal {
	switch field {
	case GuestNIK, GuestPhone, GuestPhoneRaw:
		return number
	case GuestName:
		return called
	case GuestBefore, GuestAfter, GuestPost, GuestNote:
		return beside
	}
	return wordsOf(field, GuestInstitution, GuestVillage, GuestDistrict)
}

// eventTrait counts the salt among what tells of people: with it a name can be held against the IDs of guests.
func eventTrait(field string) personal {
	switch field {
	case EventContact:
		return called
	case EventSalt:
		return linking
	case EventImports:
		return elements
	}
	return wordsOf(field, EventTheme, EventOrganiser, EventVenue, EventBasis, EventResult, EventConclusion, EventSuggestion,
		EventGroups, EventSource, EventAsk, EventCopies, EventPayment)
}

func questionTrait(field string) personal {
	switch field {
	case QuestionAsker:
		return called
	case QuestionPost:
		return beside
	case QuestionAnswers, QuestionReferences:
		return elements
	}
	return wordsOf(field, QuestionText, QuestionFrom, QuestionBasis, QuestionTags)
}

func actionTrait(field string) personal {
	switch field {
	case ActionAsker:
		return called
	case ActionOwnerKey:
		return pointing
	case ActionNotes:
		return elements
	}
	return wordsOf(field, ActionProblem, ActionDo, ActionOwner, ActionFrom, ActionOutput, ActionMeasure)
}

// wordsOf is prose for the fields that are named.
func wordsOf(field string, named ...string) personal {
	for _, n := range named {
		if field == n {
			return prose
		}
	}
	return plain
}
