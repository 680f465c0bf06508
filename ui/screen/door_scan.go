package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// scanned marks the guest whose card was read as present. A code tells nothing about who it is, and it is checked before
// anybody is looked for: a misread one is never somebody else.
func (d *Door) scanned(code string) tea.Cmd {
	if d.hall == nil {
		return say(kit.Plain, "door.reading")
	}
	if _, ok := model.ParseCode(code); !ok {
		return say(kit.Warn, "door.scan-misread", "code", code)
	}
	switch guests := d.hall.ByCode(code); len(guests) {
	case 0:
		return say(kit.Warn, "door.scan-other", "code", code)
	case 1:
		return d.arrive(guests[0].ID, model.HowScan)
	default:
		// Less than once in two hundred events of 100,000: both are offered.
		rows := make([]foundRow, len(guests))
		for i, g := range guests {
			rows[i] = foundRow{guest: g}
		}
		return d.show(d.pickGuest(lang.Of("door.scan-several", "n", len(guests)), rows), nil)
	}
}

// pickGuest lets one of several guests be chosen, who is then marked as present.
func (d *Door) pickGuest(question lang.Phrase, rows []foundRow) layer {
	list := kit.NewList(d.env.Look, foundRow.id, d.found.views.draw)
	list.Show(kit.Slice[foundRow](rows))
	return newPicking(d.env, "door.key-present", kit.NewPick(d.env.Look, question, list, func(r foundRow) tea.Cmd {
		return d.arrive(r.guest.ID, model.HowScan)
	}))
}
