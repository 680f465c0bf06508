package main

import (
	"fmt"
	"strconv"
	"time"

	"hadir/model"
)

// person is one of those who are invited again and again.
type person struct {
	name, post, institution, village, district, phone string
}

// crowd makes people from few given names and few villages, as a directory of an office has them.
func (m *maker) crowd(n int) []person {
	names := []string{
		"Slamet", "Siti", "Sutrisno", "Sri", "Budi", "Endang", "Agus", "Wahyu", "Ningsih", "Hartono", "Lestari", "Kusuma", "Suyatno",
		"Rahayu", "Prasetyo", "Handoko", "Purnomo", "Wulandari", "Santoso", "Widodo",
	}
	posts := []string{"Kepala Desa", "Sekretaris Desa", "Lurah", "Perangkat Desa", "Ketua RT", "Direktur", "Staf", "Tokoh Masyarakat"}
	districts := []string{"Lasem", "Rembang", "Sluke", "Kragan", "Sale", "Pamotan", "Gunem", "Bulu", "Sumber", "Kaliori"}
	people := make([]person, n)
	for i := range people {
		village := made(m.rng)
		people[i] = person{
			name: names[m.rng.IntN(len(names))] + " " + title(m.words.rare[m.rng.IntN(8000)]), post: posts[m.rng.IntN(len(posts))],
			institution: "Desa " + title(village), village: title(village), district: districts[m.rng.IntN(len(districts))],
			phone: fmt.Sprintf("0810-000%05d", i),
		}
	}
	return people
}

func title(w string) string { return string(w[0]-'a'+'A') + w[1:] }

// event writes an event with all that was said and promised at it. Events are some nine hours apart: ten thousand make ten years.
func (m *maker) event(w *writer, guests, questions, actions int) {
	m.number++
	m.now = time.Date(2016, 11, 1, 2, 0, 0, 0, time.UTC).Add(time.Duration(m.number) * (8760 * time.Hour / 1000))
	id := m.id()
	districts := m.people[m.rng.IntN(len(m.people))].district
	e := m.act(model.VerbCreate)
	w.room(1, m.now)
	w.put(e.Change(model.EventKey(id),
		model.Write(model.EventTheme, "DATA CONTOH: "+m.words.text(m.rng, 5)), model.Write(model.EventVenue, "Balai Kecamatan "+districts),
		model.Write(model.EventDate, m.now.Format(time.DateOnly)), model.Write(model.EventStart, "09.00"),
		model.Write(model.EventOrganiser, "Kantor Imigrasi Contoh"), model.Write(model.EventSample, "1"),
		model.Write(model.EventSalt, id.String()), model.Write(model.EventStatus, string(model.StatusDone)),
		model.Write(model.EventConclusion, m.words.text(m.rng, 25)),
	))
	from := m.rng.IntN(len(m.people))
	m.guests(w, id, from, guests)
	for i := range 3 {
		x := model.AgendaItem{
			Title: m.words.text(m.rng, 4), Kind: model.ItemTalk, Start: fmt.Sprintf("%02d.00", 9+i), Order: i + 1,
			Points: []string{m.words.text(m.rng, 12), m.words.text(m.rng, 10)},
		}
		w.put(m.act(model.VerbCreate).Change(model.AgendaItemKey(id, m.id()), x.Registers()...))
	}
	for i := range questions {
		m.question(w, id, from, i+1)
	}
	for i := range actions {
		m.action(w, id, from, i+1)
	}
}

// guests writes an event's list, and then that all of them came: each arrival is an act of the door.
func (m *maker) guests(w *writer, event model.ID, from, n int) {
	act := m.act(model.VerbImport)
	w.room(2*n, m.now)
	seats := make([]model.Key, 0, n)
	for i := range n {
		p := m.people[(from+i)%len(m.people)]
		g := model.Guest{
			Name: p.name, Post: p.post, Institution: p.institution, Village: p.village, District: p.district, PhoneRaw: p.phone,
			Order: i + 1, WalkIn: i%20 == 19,
		}
		id := model.GuestID([]byte(event.String()), g.Name, g.Institution, 1)
		w.put(act.Change(model.GuestKey(event, id), g.Registers()...))
		seats = append(seats, model.SeatKey(event, model.ID{}, id))
	}
	for i, k := range seats {
		how, verb := model.HowSearch, model.VerbPresent
		switch {
		case i%20 == 19:
			how, verb = model.HowWalkIn, model.VerbWalkIn
		case i%5 == 0:
			how = model.HowScan
		}
		w.put(m.act(verb).Change(k, model.Seat{}.Arrive(how)...))
	}
}

func (m *maker) question(w *writer, event model.ID, from, no int) {
	w.room(5, m.now)
	p := m.people[(from+m.rng.IntN(60))%len(m.people)]
	act := m.act(model.VerbAsk)
	k := model.QuestionKey(event, m.id())
	q := model.Question{
		No: no, Text: m.words.text(m.rng, 8+m.rng.IntN(14)) + "?", Asked: m.now, Basis: fmt.Sprintf("UU 18/2017 Pasal %d", 1+m.rng.IntN(90)),
		AsOf: strconv.Itoa(m.now.Year()), Anonymous: m.rng.IntN(20) == 0,
	}
	if !q.Anonymous {
		q.Asker, q.Post, q.From = p.name, p.post, p.institution
	}
	w.put(act.Change(k, q.Registers()...))
	if m.rng.IntN(25) > 0 {
		a := model.Answer{Text: m.words.text(m.rng, 25+m.rng.IntN(50)), By: "Pemateri Contoh " + strconv.Itoa(m.rng.IntN(40)), At: m.now.Add(time.Minute)}
		w.put(act.Change(k, model.AddAnswer(a)...))
	}
	tags := []string{"paspor", "syarat", "biaya", "hukum", "perlindungan", "umrah", "TPPO", "dokumen", "penempatan", "pengaduan"}
	w.put(act.Change(k, model.Add(model.QuestionTags, tags[m.rng.IntN(len(tags))])))
}

func (m *maker) action(w *writer, event model.ID, from, no int) {
	w.room(2, m.now)
	p := m.people[(from+m.rng.IntN(60))%len(m.people)]
	statuses := model.ActionStatuses()
	a := model.Action{
		No: no, Do: m.words.text(m.rng, 8), Problem: m.words.text(m.rng, 12), Owner: "Seksi Contoh " + strconv.Itoa(m.rng.IntN(12)),
		From: p.institution, Due: m.now.AddDate(0, 0, 7+m.rng.IntN(60)).Format(time.DateOnly), Output: m.words.text(m.rng, 3),
		Status: statuses[2-min(2, m.rng.IntN(20)/9)],
	}
	w.put(m.act(model.VerbPromise).Change(model.ActionKey(event, m.id()), a.Registers()...))
}
