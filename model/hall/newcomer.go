package hall

import (
	"cmp"
	"slices"

	"hadir/model"
	"hadir/model/ident"
	"hadir/model/name"
	"hadir/model/roster"
	"hadir/model/text"
)

// Newcomer is the walk-in (peserta tambahan) whom typed values, by the guest's registers, describe; only the name is needed.
// A companion has the place of the guest whom he came with; with is zero for all others. The category is what post and
// institution themselves say; L or P is never guessed. Where no more than an office is typed as the name, the name is to follow. The newcomer has neither ID nor place on the list yet.
func Newcomer(typed map[string]string, with model.Guest) model.Guest {
	clean := func(register string) string {
		s, _ := text.Line(typed[register])
		return s
	}
	n := name.Parse(clean(model.GuestName))
	g := model.Guest{
		Name: n.Bare, Before: n.Before, After: n.After, Post: clean(model.GuestPost), Institution: clean(model.GuestInstitution),
		Sex: clean(model.GuestSex), WalkIn: true, With: with.ID,
	}
	g.Phone, g.PhoneRaw = ident.ParsePhone(clean(model.GuestPhone)).Kept()
	if g.Institution == cmp.Or(with.Institution, with.Village) {
		g.Village, g.District, g.Area = with.Village, with.District, with.Area
	}
	g, _ = roster.Unnamed(g, clean(model.GuestName))
	g.Category = string(roster.CategoryOf(g.Post, g.Institution))
	return g
}

// WalkIn is the changes that put a newcomer, who has an ID and a place on the list by now, on the list, and note that he is
// here. It asks nothing: whom he resembles is [Hall.Like].
func (h *Hall) WalkIn(act model.Act, how model.How, newcomer model.Guest) []model.Change {
	return []model.Change{
		act.Change(model.GuestKey(h.Event.ID, newcomer.ID), newcomer.Registers()...),
		act.Change(model.SeatKey(h.Event.ID, h.Session.ID, newcomer.ID), model.Seat{}.Arrive(how)...),
	}
}

// likeMost is how many of the list are held beside a newcomer, for each of name and phone. More than that share a name only
// in a list that would ask about everybody.
const likeMost = 24

// Resemblance is a guest on the list who may be the newcomer, and what speaks for it.
type Resemblance struct {
	Match
	Likeness name.Likeness
}

// Like are those on the list who may be the newcomer, best first: they have his whole name, from wherever they come, or nearly
// his name, unless the places speak against it, or his phone; of a newcomer without a name, whoever has his office. They are looked for as at the door; comparing with everybody
// would be felt on a long list.
func (h *Hall) Like(newcomer model.Guest) []Resemblance {
	var like []Resemblance
	if newcomer.Name == "" {
		for _, m := range h.Find(newcomer.Post+" "+cmp.Or(newcomer.Institution, newcomer.Village), likeMost) {
			if roster.SameOffice(newcomer, *m.Guest) {
				like = append(like, Resemblance{Match: m})
			}
		}
	}
	for _, query := range []string{newcomer.Name, newcomer.Phone} {
		if query == "" {
			continue
		}
		for _, m := range h.Find(query, likeMost) {
			again := slices.ContainsFunc(like, func(r Resemblance) bool { return r.Guest == m.Guest })
			if l := name.Compare(known(newcomer), known(*m.Guest)); !again && worthAsking(l) {
				like = append(like, Resemblance{m, l})
			}
		}
	}
	return like
}

// worthAsking reports whether somebody who stands in front of the desk is asked. It takes less than between the rows of two
// lists, where a name alone says nothing: the person can answer.
func worthAsking(l name.Likeness) bool {
	if l.Verdict != name.No || l.Has(name.SameName) {
		return true
	}
	elsewhere := l.Has(name.VillageDiffers) || l.Has(name.InstitutionDiffers)
	return (l.Has(name.SameSound) || l.Has(name.NearName)) && !elsewhere
}

func known(g model.Guest) name.Known {
	return name.Known{
		Name: g.FullName(), Institution: g.Institution, Village: cmp.Or(g.Area, g.Village), Phone: g.Phone, NIK: g.NIK,
	}
}
