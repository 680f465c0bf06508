package screen

import (
	"strconv"

	"hadir/model"
	"hadir/model/number"
	"hadir/model/text"
	"hadir/ui/filing"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// newPapersForm is what only the papers of one event need: the letter, whom to ask, the press release's dateline, and words of the event
// that no other form has.
func newPapersForm(env *Env, event model.Event, focus string) *recordForm {
	line := func(register string, label, hint lang.Key) kit.Field {
		return kit.Field{ID: register, Label: label, Hint: hint, Limit: text.LineLimit}
	}
	day := kit.Field{ID: model.EventLetterDate, Label: "papers.letter-date", Hint: "papers.letter-date-hint", Limit: 40, Echo: dateEcho(env)}
	return newRecordForm(env, recordFormSpec{
		name: "papers", key: model.EventKey(event.ID), verb: model.VerbEdit, title: "papers.title-form", help: "papers.help-form",
		saved: "papers.form-saved", about: event.Theme, focus: focus,
		fields: []kit.Field{
			line(model.EventContact, "papers.contact", "papers.contact-hint"),
			day,
			line(model.EventNature, "papers.nature", "papers.nature-hint"),
			line(model.EventAttachments, "papers.attachments", "papers.attachments-hint"),
			line(model.EventAsk, "papers.ask", "papers.ask-hint"),
			{ID: model.EventCopies, Label: "papers.copies", Kind: kit.AreaField, Rows: 3, Hint: "papers.copies-hint"},
			line(model.EventCity, "papers.dateline", "papers.dateline-hint"),
			{ID: model.EventGroups, Label: "papers.groups", Kind: kit.AreaField, Rows: 3, Hint: "papers.groups-hint"},
			{ID: model.EventResult, Label: "papers.result", Kind: kit.AreaField, Rows: 3, Hint: "papers.result-hint"},
			line(model.EventAssignment, "papers.assignment", "papers.assignment-hint"),
		},
		stored: map[string]func(string) string{model.EventLetterDate: func(s string) string { return isoDate(env, s) }},
	})
}

// newAmountForm is what everybody is paid who has no amount of his own.
func newAmountForm(env *Env, event model.Event) *recordForm {
	return newRecordForm(env, recordFormSpec{
		name: "amount", key: model.EventKey(event.ID), verb: model.VerbPay, title: "pay.title-all", help: "pay.help", saved: "pay.saved",
		about: event.Theme,
		fields: []kit.Field{
			{ID: model.EventPayment, Label: "pay.purpose", Hint: "pay.purpose-hint", Limit: text.LineLimit},
			env.amountField(model.EventAmount, "pay.amount-all"),
		},
		stored: map[string]func(string) string{model.EventAmount: storedAmount},
	})
}

// newPayForm is what one guest is paid.
func newPayForm(env *Env, event model.ID, g model.Guest) *recordForm {
	return newRecordForm(env, recordFormSpec{
		name: "pay", key: model.GuestKey(event, g.ID), verb: model.VerbPay, title: "pay.title-one", help: "pay.help", saved: "pay.saved",
		about: env.introduced(g),
		fields: []kit.Field{
			env.amountField(model.GuestPay, "pay.amount"),
			{ID: model.GuestGrade, Label: "pay.grade", Hint: "pay.grade-hint", Limit: 20},
		},
		stored: map[string]func(string) string{model.GuestPay: storedAmount},
	})
}

// amountField is a field for rupiah. What was understood is said in figures and words, so that a nought too many is seen.
func (e *Env) amountField(register string, label lang.Key) kit.Field {
	return kit.Field{ID: register, Label: label, Hint: "pay.amount-hint", Limit: 30, Echo: func(typed string) (string, lang.Phrase) {
		n, ok := filing.Rupiah(typed)
		if !ok {
			return "", lang.Of("pay.bad-amount")
		}
		return number.Rupiah(n) + " (" + number.Terbilang(n) + " rupiah)", lang.Phrase{}
	}}
}

// storedAmount is an amount as it is stored: its digits.
func storedAmount(typed string) string {
	n, ok := filing.Rupiah(typed)
	if !ok {
		return ""
	}
	return strconv.FormatInt(n, 10)
}
