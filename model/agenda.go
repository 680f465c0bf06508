package model

import (
	"strconv"
	"strings"
)

// The registers of an agenda item.
const (
	AgendaTitle  = "title"
	AgendaKind   = "kind"
	AgendaStart  = "start" // 09.00, local
	AgendaEnd    = "end"
	AgendaRole   = "role"   // ID of the role that carries it: a speaker, whoever opens
	AgendaPoints = "points" // key points, one a line
	AgendaOrder  = "no"     // 1, 2, 3, ...
)

// ItemKind says what sort of agenda item it is.
type ItemKind string

// The kinds of agenda items.
const (
	ItemRegistration ItemKind = "registration" // registrasi
	ItemOpening      ItemKind = "opening"      // pembukaan
	ItemAnthem       ItemKind = "anthem"       // lagu Indonesia Raya
	ItemPrayer       ItemKind = "prayer"       // doa
	ItemReport       ItemKind = "report"       // laporan ketua panitia
	ItemAddress      ItemKind = "address"      // sambutan
	ItemTalk         ItemKind = "talk"         // materi
	ItemDiscussion   ItemKind = "discussion"   // diskusi, tanya jawab
	ItemBreak        ItemKind = "break"        // istirahat, ishoma
	ItemClosing      ItemKind = "closing"      // penutup
	ItemOther        ItemKind = "other"
)

// ItemKinds are all kinds in the order in which a day usually has them.
func ItemKinds() []ItemKind {
	return []ItemKind{
		ItemRegistration, ItemOpening, ItemAnthem, ItemPrayer, ItemReport, ItemAddress, ItemTalk, ItemDiscussion,
		ItemBreak, ItemClosing, ItemOther,
	}
}

// AgendaItem is one item of an event's agenda (mata acara). Times are HH.MM in the event's zone, and empty where nobody
// has set them.
type AgendaItem struct {
	Event, ID  ID
	Title      string
	Kind       ItemKind
	Start, End string
	Role       ID
	Points     []string
	Order      int
	Removed    bool
}

// Points are the key points of a typed text: each line that holds anything is one.
func Points(block string) []string {
	var points []string
	for line := range strings.Lines(block) {
		if line = strings.TrimSpace(line); line != "" {
			points = append(points, line)
		}
	}
	return points
}

// AgendaItemKey is the key of an agenda item's record.
func AgendaItemKey(event, id ID) Key { return Key{Kind: KindAgenda, Event: event, ID: id} }

// AgendaItemOf reads an agenda item from its record.
func AgendaItemOf(r Record) AgendaItem {
	x := AgendaItem{
		Event: r.Key.Event, ID: r.Key.ID, Title: r.Get(AgendaTitle), Kind: ItemKind(r.Get(AgendaKind)),
		Start: r.Get(AgendaStart), End: r.Get(AgendaEnd), Removed: r.Get(Removed) != "",
	}
	if points := r.Get(AgendaPoints); points != "" {
		x.Points = strings.Split(points, "\n")
	}
	x.Role, _ = ParseID(r.Get(AgendaRole))
	x.Order, _ = strconv.Atoi(r.Get(AgendaOrder))
	return x
}

// Registers are the registers of the item that are not empty, as a first write of the record would set them.
func (x AgendaItem) Registers() []Set {
	return writeFilled([]Set{
		Write(AgendaTitle, x.Title), Write(AgendaKind, string(x.Kind)), Write(AgendaStart, x.Start),
		Write(AgendaEnd, x.End), Write(AgendaRole, x.Role.String()),
		Write(AgendaPoints, strings.Join(x.Points, "\n")), Write(AgendaOrder, positive(x.Order)),
	})
}
