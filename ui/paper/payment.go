package paper

import (
	"strconv"

	"hadir/model"
	"hadir/model/number"
	"hadir/ui/lang"
)

// PaymentList is the list of who received money, such as for transport: those who came, with what the treasurer typed for each, the sum in words,
// and three who sign. Whoever was represented is not on it; who came instead is.
func PaymentList(l *lang.Lang, f Facts) Paper {
	m := newMaker(l, f, "paper.file-payment", "paper.payment")
	m.personal()
	say := l.Say
	m.letterhead()
	purpose := orElse(f.Payment.Purpose, say("paper.payment-transport"))
	m.add(m.named(say("paper.payment-title", "purpose", purpose)), Fields{Rows: []Field{
		{say("paper.day"), m.longDay()}, {say("paper.hours"), m.hours()}, {say("paper.venue"), m.venue()},
	}})
	t := Table{Name: say("paper.payment"), MinHeight: signHeight, Columns: []Column{
		{Head: say("paper.no"), Width: 10, Align: Centre},
		{Head: say("paper.name"), Width: 44},
		{Head: say("paper.post"), Width: 38},
		{Head: say("paper.grade"), Width: 14, Align: Centre},
		{Head: say("paper.amount"), Width: 27, Align: Right},
		{Head: say("paper.remark"), Width: 29},
		{Head: say("paper.signature"), Width: 42, Sign: true},
	}, Size: sizeSmall}
	sum, whole := int64(0), true
	for _, g := range f.guests() {
		if !f.Seats[g.ID].Came() {
			continue
		}
		row, amount := m.paymentRow(len(t.Rows)+1, g)
		whole = whole && amount > 0
		sum += amount
		t.Rows = append(t.Rows, row)
	}
	total, words := Cell{Align: Right}, ""
	if whole && sum > 0 {
		total.Text, total.Number, words = number.Rupiah(sum), &sum, number.Terbilang(sum)+" rupiah"
	}
	total.Text, words = m.or(total.Text, "amount", "paper.amount"), m.or(words, "amount", "paper.amount")
	t.Rows = append(t.Rows, Row{Bold: true, Cells: []Cell{{Text: say("paper.sum"), Span: 4}, total}})
	m.add(t, Para{Runs: Text(say("paper.in-words", "words", words)), Keep: true}, m.paymentSigns())
	return m.p
}

// paymentRow is the row of somebody who came, and the amount.
func (m *maker) paymentRow(n int, g model.Guest) (Row, int64) {
	name, post, remark := m.guestName(g), titled(g.Post, g.From()), ""
	if s := m.f.Seats[g.ID]; s.State == model.StateRepresented {
		remark = m.l.Say("paper.payment-instead", "who", name)
		name, post = s.Deputy.Name, s.Deputy.Post
		if m.f.Public {
			name = m.l.Say("paper.unnamed")
		}
	}
	amount, ok := m.f.Payment.Each[g.ID]
	if !ok {
		amount = m.f.Payment.Amount
	}
	cell := Cell{Align: Right}
	if amount > 0 {
		cell.Text, cell.Number = number.Rupiah(amount), &amount
	} else {
		cell.Text = m.gap("amount", "paper.amount")
	}
	return Row{Odd: n%2 == 1, Cells: []Cell{
		rowNumber(n),
		{Text: name},
		{Text: post},
		{Text: m.f.Payment.Grades[g.ID]},
		cell,
		{Text: remark},
		{Text: strconv.Itoa(n) + "."},
	}}, amount
}

// paymentSigns are the three who answer for the money.
func (m *maker) paymentSigns() Signs {
	spender, treasurer := m.f.Office.Spender, m.f.Office.Treasurer
	spender.Post = orElse(spender.Post, m.l.Say("paper.spender"))
	spender.Head = m.l.Say("paper.agreed")
	treasurer.Post = orElse(treasurer.Post, m.l.Say("paper.treasurer"))
	treasurer.Head = m.l.Say("paper.paid")
	return Signs{Place: m.placeAndDay(), Signers: []Signer{spender, treasurer, m.signer(model.DutyChair, "paper.responsible")}}
}
