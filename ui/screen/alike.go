package screen

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/name"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// alikeMost is how many of the list are held beside a newcomer. More than that share a name only in a list that would ask
// about everybody.
const alikeMost = 24

// alike are those on the list who may be the newcomer: one name or nearly, unless the places speak against it, or one phone.
// The names are looked for as at the door; comparing with everybody would be felt on a long list.
func (d *Door) alike(g model.Guest) []model.Guest {
	var like []model.Guest
	for _, query := range []string{g.Name, g.Phone} {
		if query == "" {
			continue
		}
		for _, m := range d.hall.Find(query, alikeMost) {
			if !slices.Contains(like, *m.Guest) && perhapsOne(g, *m.Guest) {
				like = append(like, *m.Guest)
			}
		}
	}
	return like
}

// perhapsOne reports whether two records may be one person. Where a place is missing, the name alone is worth a question:
// the person stands in front of the desk and can answer.
func perhapsOne(a, b model.Guest) bool {
	l := name.Compare(knownOf(a), knownOf(b))
	named := l.Has(name.SameName) || l.Has(name.SameSound) || l.Has(name.NearName)
	elsewhere := l.Has(name.VillageDiffers) || l.Has(name.InstitutionDiffers)
	return l.Verdict != name.No || named && !elsewhere
}

func knownOf(g model.Guest) name.Known {
	return name.Known{
		Name: g.FullName(), Institution: g.Institution, Village: cmp.Or(g.Area, g.Village), Phone: g.Phone, NIK: g.NIK,
	}
}

// alikeAsk asks whether a newcomer is somebody who is on the list already.
type alikeAsk struct {
	*kit.Pick[foundRow]
	about model.Guest
	same  model.ID // the answer: this one,
	other bool     // or nobody of them; neither: the question was left
}

// askAlike puts the question. The last row is the newcomer: somebody else.
func (d *Door) askAlike(g model.Guest, like []model.Guest) *alikeAsk {
	a := &alikeAsk{about: g}
	rows := make([]foundRow, 0, len(like)+1)
	for i := range like {
		rows = append(rows, foundRow{guest: &like[i]})
	}
	rows = append(rows, foundRow{guest: &a.about})
	list := kit.NewList(d.env.Look, foundRow.id, func(r foundRow, w int) string {
		if r.guest == &a.about {
			return d.env.Cut(d.env.Say("door.alike-other", "who", d.env.introduced(g)), w)
		}
		return d.found.views.draw(r, w)
	})
	list.Show(kit.Slice[foundRow](rows))
	a.Pick = kit.NewPick(d.env.Look, lang.Of("door.alike", "who", d.env.introduced(g)), list, func(r foundRow) tea.Cmd {
		if a.other = r.guest == &a.about; !a.other {
			a.same = r.guest.ID
		}
		return nil
	})
	return a
}

// Keys are told here and done by the list.
func (a *alikeAsk) Keys() kit.Bindings {
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "door.key-choose"},
		{Keys: []string{"esc"}, Label: "door.back"},
	}
}
