package paper

import "hadir/ui/lang"

// scanMark begins what a scanner types, so that it is told from a person's typing.
const scanMark = "~"

// Cards are the guests' codes as QR to be cut out, twelve on a sheet, with the name and the code itself for where no scanner is. The code tells
// nothing about who it is.
func Cards(l *lang.Lang, f Facts) Paper {
	m := newMaker(l, f, "paper.file-cards", "paper.cards")
	m.personal()
	cards := Pictures{Across: 3, Height: 36}
	for _, g := range f.guests() {
		cards.Slots = append(cards.Slots, Picture{Code: scanMark + g.Code(), Caption: m.guestName(g) + "\n" + g.From() + "\n" + g.Code()})
	}
	m.add(Para{Small: true, Runs: Text(l.Say("paper.cards-note", "theme", f.Event.Theme, "day", m.day().Plain(m.lang())))})
	if len(cards.Slots) == 0 {
		m.add(Para{Runs: Text(m.gap("guests", "paper.list"))})
		return m.p
	}
	m.add(cards)
	return m.p
}
