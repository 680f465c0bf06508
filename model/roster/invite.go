package roster

import (
	"bytes"
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/name"
)

// Group is an invitation in words: "all village heads of the district".
type Group struct {
	District string // only villages of this one; empty: all
	Post     string // empty: Kepala Desa or Lurah, as the village has
	Salt     []byte // of the event
}

// Expand turns an invitation of a group into one seat for each of its villages, in the order of their codes: a guest whose
// name is to follow. A village of which anybody is on the event's list already gets none; a guest who was taken off does not
// count. Order is left to whoever writes them.
func Expand(villages []model.Village, g Group, guests []model.Guest) []model.Guest {
	var out []model.Guest
	for _, c := range Cover(villages, guests, nil) {
		v := c.Village
		if c.Guests == 0 && g.means(v) {
			out = append(out, g.seat(v))
		}
	}
	return out
}

// means reports whether the group has somebody from that village: a kelurahan has no village head, and a desa no lurah.
func (g Group) means(v model.Village) bool {
	if g.District != "" && squeeze(name.FoldText(g.District)) != squeeze(name.FoldText(v.District)) {
		return false
	}
	switch CategoryOf(g.Post, "") {
	case model.CategoryVillageHead, model.CategoryVillageStaff:
		return villageKind(&v) == kindVillage
	case model.CategoryUrbanHead:
		return villageKind(&v) == kindUrban
	}
	return true
}

// seat is the seat of one village. Its ID rests on the village's code, since names of villages repeat.
func (g Group) seat(v model.Village) model.Guest {
	post, institution, category := "Kepala Desa", "Desa "+v.Name, model.CategoryVillageHead
	if villageKind(&v) == kindUrban {
		post, institution, category = "Lurah", "Kelurahan "+v.Name, model.CategoryUrbanHead
	}
	if g.Post != "" {
		post, category = g.Post, CategoryOf(g.Post, institution)
	}
	code := v.Code
	if code == "" {
		code = v.Name + ", " + v.District
	}
	return model.Guest{
		ID:   seatID(g.Salt, code, post),
		Post: post, Institution: institution, District: v.District, Area: v.Code, Category: string(category),
	}
}

// seatID is the ID of the seat that somebody of a post has who is not known yet.
func seatID(salt []byte, place, post string) model.ID {
	return model.HashID(salt, "seat", place, name.FoldText(post))
}

// Invite gives the changes that put seats on the event's list, behind all who are on it, in the order of their IDs. A seat
// that had been taken off comes back to its old place. Guests and record are as for [NewPlan] and [Plan.Changes].
func Invite(act model.Act, event model.ID, seats, guests []model.Guest, record func(model.ID) (model.Record, error)) ([]model.Change, error) {
	was := make(map[model.ID]*model.Guest, len(guests))
	last := 0
	for i := range guests {
		was[guests[i].ID] = &guests[i]
		last = max(last, guests[i].Order)
	}
	var changes []model.Change
	for _, seat := range seats {
		pe := person{id: seat.ID, was: was[seat.ID]}
		now, fresh := pe.before()
		if !fresh {
			continue
		}
		adopt(&now, &seat)
		if now.Order == 0 {
			last++
			now.Order = last
		}
		sets, err := pe.sets(&now, record)
		if err != nil {
			return nil, err
		}
		changes = append(changes, act.Change(model.GuestKey(event, pe.id), sets...))
	}
	slices.SortFunc(changes, func(a, b model.Change) int { return bytes.Compare(a.Key.ID[:], b.Key.ID[:]) })
	return changes, nil
}

// Coverage is how one village of the office's list is represented at an event.
type Coverage struct {
	Village model.Village
	Guests  int // how many of its people are on the event's list
	Came    int // how many of those came, or sent somebody
}

// Cover counts, for each village and in the order of their codes, who is on the event's list and who came. A nil came counts
// nobody. A guest belongs to the village of his code, else to the one that his institution or village names, if it is the
// only one of that name.
func Cover(villages []model.Village, guests []model.Guest, came func(model.ID) bool) []Coverage {
	villages = slices.DeleteFunc(slices.Clone(villages), func(v model.Village) bool { return v.Removed })
	slices.SortStableFunc(villages, func(a, b model.Village) int { return strings.Compare(a.Code, b.Code) })
	out := make([]Coverage, len(villages))
	byCode := make(map[string]int, len(villages))
	for i, v := range villages {
		out[i].Village = v
		if v.Code != "" {
			byCode[v.Code] = i
		}
	}
	names := newGazetteer(villages)
	for i := range guests {
		g := &guests[i]
		at, ok := byCode[g.Area]
		if !ok {
			at, ok = names.only(placeOf(g, name.FoldText(g.Institution)))
		}
		if !ok || g.Removed {
			continue
		}
		out[at].Guests++
		if came != nil && came(g.ID) {
			out[at].Came++
		}
	}
	return out
}

// Unrepresented is the part of [Cover] from which nobody came: Guests tells whether anybody was on the list at all.
func Unrepresented(villages []model.Village, guests []model.Guest, came func(model.ID) bool) []Coverage {
	return slices.DeleteFunc(Cover(villages, guests, came), func(c Coverage) bool { return c.Came > 0 })
}
