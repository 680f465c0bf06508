package model

import (
	"cmp"
	"slices"

	"hadir/model/date"
	"hadir/model/name"
)

// Copied is what a copy of an event is made from: the event, and what belongs to it. Attendance is no part of it. Posts and names of guests may have been corrected, and guests left out, before it is copied: village heads
// change from year to year.
type Copied struct {
	Event                   Record
	Guests                  []Guest
	Roles, Agenda, Sessions []Record
	NIK                     bool // the office stores NIK
}

// Copy is the changes that make a new event under the ID to out of another: one act. It takes place on the day named (ISO
// 8601; empty: not known yet), its further sessions as many days later as before. Guests come in the order of the list with
// IDs under the new salt, those that an import of the same list would give them. IDs for everything else are drawn from ids.
//
// What was true of that one day alone stays behind: status, conclusions and suggestions, the numbers of letters, what was signed, the
// article, the date for purging; and of guests their place on printed sheets, what the list said beside the name, and those who
// were not invited.
func Copy(act Act, source Copied, to ID, day string, salt string, ids func() ID) []Change {
	c := copier{act: act, to: to, shift: shift(source.Event.Get(EventDate), day)}
	c.event(source.Event, day, salt)
	for _, r := range kept(source.Sessions) {
		c.session(r, ids())
	}
	roles := make(map[string]ID, len(source.Roles))
	for _, r := range kept(source.Roles) {
		id := ids()
		roles[r.Key.ID.String()] = id
		c.put(RoleKey(to, id), shown(r))
	}
	for _, r := range kept(source.Agenda) {
		c.item(r, ids(), roles)
	}
	c.guests(source, []byte(salt))
	return c.changes
}

// copier gathers the changes of one copy.
type copier struct {
	act     Act
	to      ID
	shift   func(day string) string
	changes []Change
}

func (c *copier) put(k Key, sets []Set) {
	if len(sets) > 0 {
		c.changes = append(c.changes, c.act.Change(k, sets...))
	}
}

func (c *copier) event(r Record, day, salt string) {
	sets := shown(r, append(SignedRegisters(), EventStatus, EventDate, EventSalt, EventConclusion, EventSuggestion, EventInvitation, EventAssignment,
		EventSource, EventPurge, EventCopyOf, EventRunning, EventLetterDate, EventApproved)...)
	c.put(EventKey(c.to), append(sets, writeFilled([]Set{
		Write(EventDate, day), Write(EventSalt, salt), Write(EventCopyOf, r.Key.ID.String()),
	})...))
}

func (c *copier) session(r Record, id ID) {
	sets := shown(r, EventDate)
	c.put(SessionKey(c.to, id), append(sets, writeFilled([]Set{Write(EventDate, c.shift(r.Get(EventDate)))})...))
}

// item copies an agenda item without what was said in it; whoever carries it is found among the copied roles.
func (c *copier) item(r Record, id ID, roles map[string]ID) {
	sets := shown(r, AgendaRole, AgendaPoints)
	c.put(AgendaItemKey(c.to, id), append(sets, writeFilled([]Set{
		Write(AgendaRole, roles[r.Get(AgendaRole)].String()),
	})...))
}

// guests copies the invited list. Its changes are in the order of the IDs, which is how a store takes many of them fastest.
func (c *copier) guests(source Copied, salt []byte) {
	invited := slices.DeleteFunc(slices.Clone(source.Guests), func(g Guest) bool { return g.Removed || g.WalkIn || g.Name == Erased })
	slices.SortStableFunc(invited, func(a, b Guest) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), slices.Compare(a.ID[:], b.ID[:]))
	})
	ids := namer{salt: salt, used: make(map[ID]bool), last: make(map[string]int, len(invited))}
	changes := make([]Change, len(invited))
	for i, g := range invited {
		g.ID = ids.id(g)
		g.Order, g.Sheet, g.Row, g.Note, g.With, g.Pay, g.Paid = i+1, 0, 0, "", ID{}, "", ""
		if !source.NIK {
			g.NIK = ""
		}
		changes[i] = c.act.Change(GuestKey(c.to, g.ID), g.Registers()...)
	}
	slices.SortFunc(changes, func(a, b Change) int { return slices.Compare(a.Key.ID[:], b.Key.ID[:]) })
	c.changes = append(c.changes, changes...)
}

// namer gives guests the IDs that an import of them would: by name and place, and where somebody has no name yet, by the
// village and post of the seat that waits for one.
type namer struct {
	salt []byte
	used map[ID]bool
	last map[string]int // the last ordinal of a name and place
}

func (n *namer) id(g Guest) ID {
	if g.Name == "" && g.Area != "" {
		if id := HashID(n.salt, "seat", g.Area, name.FoldText(g.Post)); !n.used[id] {
			n.used[id] = true
			return id
		}
	}
	folded, place := name.Fold(g.Name), cmp.Or(name.FoldText(g.Institution), name.FoldText(g.Village))
	n.last[folded+"\x00"+place]++
	return GuestID(n.salt, folded, place, n.last[folded+"\x00"+place])
}

// kept are the records that have not been removed.
func kept(records []Record) []Record {
	return slices.DeleteFunc(slices.Clone(records), func(r Record) bool { return r.Get(Removed) != "" })
}

// shown are first writes of all that a record's registers show, but for those left out.
func shown(r Record, without ...string) []Set {
	var sets []Set
	for _, f := range r.Fields {
		if len(f.Writes) > 0 && f.Writes[0].Value != "" && !slices.Contains(without, f.Name) {
			sets = append(sets, Write(f.Name, f.Writes[0].Value))
		}
	}
	return sets
}

// shift moves days by the distance between two. Where either is not known, days of the other event would be wrong, and none
// are given.
func shift(from, to string) func(string) string {
	var was, is date.Date
	if was.UnmarshalText([]byte(from)) != nil || is.UnmarshalText([]byte(to)) != nil {
		return func(string) string { return "" }
	}
	return func(s string) string {
		var d date.Date
		if d.UnmarshalText([]byte(s)) != nil || was.IsZero() || is.IsZero() {
			return ""
		}
		return d.AddDays(is.Sub(was)).String()
	}
}
