package hall

import "hadir/model"

// Match is a guest whom a query found.
type Match struct {
	Guest *model.Guest
	Seat  model.Seat
	Near  bool // one letter away from what was typed
}

// Find gives the guests whom the query finds, best first, at most limit; see package name for what finds whom.
func (h *Hall) Find(query string, limit int) []Match {
	hits := h.index.Find(query, limit).Hits
	out := make([]Match, 0, len(hits))
	for _, hit := range hits {
		g := h.At(hit.Row)
		out = append(out, Match{Guest: g, Seat: h.Seat(g.ID), Near: hit.Near})
	}
	return out
}

// Apply takes in what a store has committed, and tells whether anything here changed. After a bulk commit the hall has to
// be read anew; stale says so.
func (h *Hall) Apply(c model.Commit) (changed, stale bool) {
	if c.Bulk {
		return false, true
	}
	for _, r := range c.Records {
		if r.Key.Event != h.Event.ID {
			continue
		}
		switch r.Key.Kind {
		case model.KindEvent:
			h.Event = model.EventOf(r)
		case model.KindSession:
			if r.Key.ID == h.Session.ID {
				h.Session = model.SessionOf(r)
			}
		case model.KindGuest:
			h.putGuest(model.GuestOf(r))
		case model.KindSeat:
			if r.Key.Session == h.Session.ID {
				h.putSeat(model.SeatOf(r))
			}
		default:
			continue
		}
		changed = true
	}
	return changed, false
}

func (h *Hall) putGuest(g model.Guest) {
	terms := Terms(g)
	if g.Removed {
		terms = ""
	}
	l := Listed{ID: g.ID, Terms: terms}
	l.Take(g)
	at, ok := h.place(g.ID)
	if !ok {
		at = int32(len(h.guests))
		h.late[g.ID] = at
		h.guests, h.seen = append(h.guests, l), append(h.seen, &g)
		h.list = append(h.list, at)
		h.rows = append(h.rows, int32(h.index.Add(terms)))
		h.count(at, 1)
		return
	}
	h.count(at, -1)
	h.guests[at], h.seen[at] = l, &g
	h.index.Set(int(h.rows[at]), terms)
	h.count(at, 1)
}

func (h *Hall) putSeat(s model.Seat) {
	at, ok := h.place(s.Guest)
	if ok {
		h.count(at, -1)
	}
	h.seats[s.Guest] = s
	if ok {
		h.count(at, 1)
	}
	h.recall(s)
}

// recall puts a guest who came at the head of the recent ones, and takes one whose coming was undone off them.
func (h *Hall) recall(s model.Seat) {
	kept := h.recent[:0:0]
	for _, id := range h.recent {
		if id != s.Guest {
			kept = append(kept, id)
		}
	}
	if s.Came() {
		at := 0
		for at < len(kept) && h.seats[kept[at]].Since.Stamp.Compare(s.Since.Stamp) > 0 {
			at++
		}
		kept = append(kept[:at:at], append([]model.ID{s.Guest}, kept[at:]...)...)
	}
	h.recent = kept[:min(len(kept), Recent)]
}
