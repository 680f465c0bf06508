package roster

import (
	"hadir/model"
	"hadir/model/name"
)

// seats are the invited seats of the event that wait for a name, by post and village. Where words fit two seats, they fit
// none.
type seats struct {
	exact map[string]int32
	bare  map[string]int32 // for lists that leave out the district
}

func newSeats() seats { return seats{exact: make(map[string]int32), bare: make(map[string]int32)} }

// offer makes a seat known under each way in which a list may name it.
func (s seats) offer(g *model.Guest, i int32) {
	put := func(to map[string]int32, keys []string) {
		for _, key := range keys {
			if _, taken := to[key]; taken {
				to[key] = none
			} else {
				to[key] = i
			}
		}
	}
	put(s.exact, seatKeys(g))
	put(s.bare, seatKeys(withoutDistrict(g)))
}

// find gives the seat that waits for somebody with the row's post, from its village. A row that names nobody must name the
// village in full: it is only worth something where it says more about that very seat.
func (s seats) find(g *model.Guest) int32 {
	if len(s.exact) == 0 {
		return none
	}
	if i := fitting(s.exact, seatKeys(g)); i != none || g.Name == "" || g.District != "" {
		return i
	}
	return fitting(s.bare, seatKeys(withoutDistrict(g)))
}

func fitting(seats map[string]int32, keys []string) int32 {
	for _, key := range keys {
		if i, ok := seats[key]; ok {
			return i
		}
	}
	return none
}

func withoutDistrict(g *model.Guest) *model.Guest {
	bare := *g
	bare.District, bare.Area = "", ""
	return &bare
}

// seatKeys are the keys of a seat: its post with the village's code, and with the village or institution in words. Without
// a post there is none.
func seatKeys(g *model.Guest) []string {
	post := name.FoldText(g.Post)
	if post == "" {
		return nil
	}
	var keys []string
	if g.Area != "" {
		keys = append(keys, post+"\x00"+g.Area)
	}
	institution := name.FoldText(g.Institution)
	p := placeOf(g, institution)
	where := institution
	if p.name != "" {
		where = p.kind + " " + squeeze(p.name)
	}
	if where != "" {
		keys = append(keys, post+"\x00"+where+"\x00"+squeeze(p.district))
	}
	return keys
}
