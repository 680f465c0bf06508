package screen

import (
	"strconv"
	"strings"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// newDeedForm is what the berita acara of an event tells, and who signs it.
func newDeedForm(env *Env, event model.Event, focus string) *recordForm {
	fields := []kit.Field{
		{ID: model.EventDeed, Label: "deed.number", Hint: "deed.number-hint", Limit: text.LineLimit},
		{ID: model.EventDeedAbout, Label: "deed.about", Hint: "deed.about-hint", Limit: text.LineLimit},
		{ID: model.EventDeedBody, Label: "deed.body", Kind: kit.AreaField, Rows: 5, Hint: "deed.body-hint"},
		{ID: model.EventDeedCopies, Label: "deed.copies", Hint: "deed.copies-hint", Limit: 2, Check: CheckCopies},
	}
	for _, p := range model.Parties() {
		for _, part := range model.PartyParts(p) {
			field := kit.Field{ID: model.PartyRegister(p, part), Label: PartyWords(p, part), Limit: text.LineLimit}
			switch part {
			case model.PartyName:
				field.Hint = partyHint(p)
			case model.PartyNIP:
				field.Limit, field.Check = 40, CheckNIP
			}
			fields = append(fields, field)
		}
	}
	return newRecordForm(env, recordFormSpec{
		name: "deed", key: model.EventKey(event.ID), verb: model.VerbEdit, title: "deed.title", help: "deed.help", saved: "deed.saved",
		about: event.Theme, fields: fields, focus: focus,
	})
}

// PartyWords is what a part of a party is called.
func PartyWords(p model.Party, part string) lang.Key {
	return lang.Key("deed." + string(p) + "-" + part)
}

// partyHint says what an empty name means.
func partyHint(p model.Party) lang.Key {
	if p.Witness() {
		p = model.PartyWitness
	}
	return lang.Key("deed." + string(p) + "-hint")
}

// CheckCopies says what is wrong with a number of copies.
func CheckCopies(typed string) lang.Phrase {
	if n, err := strconv.Atoi(strings.TrimSpace(typed)); err != nil || n < 1 || n > 99 {
		return lang.Of("deed.bad-copies")
	}
	return lang.Phrase{}
}
