package uitest

import (
	"strconv"

	"hadir/model"
	"hadir/model/name"
)

// Event writes an event with its guests, who get their numbers in the order given. Its people and villages are made up:
// no name here stands beside a post that anybody holds.
func (d *Desk) Event(guests ...model.Guest) model.Event {
	d.Helper()
	act := d.Env.Act(model.VerbCreate)
	id, salt := d.Env.ID(), d.Env.ID().String()
	changes := []model.Change{act.Change(model.EventKey(id),
		model.Write(model.EventTheme, "Pencegahan CPMI Nonprosedural"), model.Write(model.EventVenue, "Aula Contoh"),
		model.Write(model.EventDate, "2023-11-21"), model.Write(model.EventStart, "09.00"), model.Write(model.EventZone, "WIB"),
		model.Write(model.EventStatus, string(model.StatusScheduled)), model.Write(model.EventSalt, salt))}
	act.Verb = model.VerbImport
	met := map[string]int{}
	for i, g := range guests {
		same := g.Name + "\t" + g.Institution
		met[same]++
		if g.ID.IsZero() {
			g.ID = model.GuestID([]byte(salt), name.Fold(g.Name), name.FoldText(g.Institution), met[same])
		}
		g.Order = i + 1
		changes = append(changes, act.Change(model.GuestKey(id, g.ID), g.Registers()...))
	}
	d.Apply(changes...)
	e, err := d.Store().Event(d.Context(), id)
	if err != nil {
		d.Fatal(err)
	}
	return e
}

// Session adds a session to an event.
func (d *Desk) Session(event model.ID, name, day string, order int) model.ID {
	d.Helper()
	id := d.Env.ID()
	d.Apply(d.Env.Act(model.VerbEdit).Change(model.SessionKey(event, id),
		model.Write(model.SessionName, name), model.Write(model.EventDate, day),
		model.Write(model.SessionOrder, strconv.Itoa(order))))
	return id
}

// Seats is what the store says of a session's attendance now, by the bare names of the guests.
func (d *Desk) Seats(event, session model.ID) map[string]model.Seat {
	d.Helper()
	h, err := d.Store().Hall(d.Context(), event, session)
	if err != nil {
		d.Fatal(err)
	}
	seats := map[string]model.Seat{}
	for i := range h.Len() {
		if g := h.At(i); !g.Removed {
			seats[g.Name] = h.Seat(g.ID)
		}
	}
	return seats
}

// Guests are the guests of a village meeting: people whose names are hard to tell apart, hard to spell, or both.
func Guests() []model.Guest {
	head := func(n, before, after, village string) model.Guest {
		return model.Guest{
			Name: n, Before: before, After: after, Post: "Kepala Desa", Institution: "Desa " + village, District: "Contoh",
			Category: string(model.CategoryVillageHead), Sheet: 1,
		}
	}
	guests := []model.Guest{
		head("Suyatno", "H.", "S.H.", "Contoh Lor"),
		head("Sutrisno", "", "", "Contoh Kidul"),
		head("Soejatno", "", "", "Contoh Wetan"),
		head("Sutrisno", "", "", "Contoh Kulon"),
		head("Moh. Ma'ruf", "K.H.", "", "Contoh Rejo"),
		head("Nurhidayah", "Hj.", "", "Contoh Sari"),
		head("Soedjarwo", "Drs.", "", "Contoh Asri"),
		head("Titik Adi", "", "", "Contoh Tengah"),
		head("Hendra Subagyo", "", "", "Contoh Baru"),
		{
			Name: "Ratna Dewi", Post: "Direktur", Institution: "PT Contoh Wisata (fiktif)", Category: string(model.CategoryUmrahAgency),
			Sex: "P", Phone: "+6281000012340", Sheet: 1,
		},
	}
	for i := range guests {
		guests[i].Row = i + 1
	}
	return guests
}
