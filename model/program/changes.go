package program

import (
	"encoding/base32"
	"fmt"
	"io"
	"strconv"

	"hadir/model"
	"hadir/model/name"
	"hadir/model/roster"
)

// Changes makes the event that the file describes, in the name of act, under an ID drawn from r; so are its salt and the IDs
// of its sessions, roles and agenda items. Guests and people get those that any laptop of the office gives them: officeKey is
// the office's key. An error is one of r's.
func (f File) Changes(act model.Act, officeKey []byte, r io.Reader) (event model.ID, changes []model.Change, err error) {
	m := &maker{act: act, file: f, key: officeKey, rand: r}
	m.event, m.salt = m.id(), m.secret()
	m.put(model.EventKey(m.event), m.registers())
	m.sessions()
	m.agenda(m.roles())
	m.guests()
	if m.err != nil {
		return model.ID{}, nil, fmt.Errorf("event file: %w", m.err)
	}
	return m.event, m.changes, nil
}

// NewSalt draws the salt of an event from r: the key of its guests' IDs, as [model.EventSalt] holds it.
func NewSalt(r io.Reader) (string, error) {
	var b [20]byte
	if _, err := io.ReadFull(r, b[:]); err != nil {
		return "", fmt.Errorf("draw salt: %w", err)
	}
	return base32.StdEncoding.EncodeToString(b[:]), nil
}

// maker gathers the changes of one event; the first error stays.
type maker struct {
	act     model.Act
	file    File
	key     []byte
	rand    io.Reader
	event   model.ID
	salt    string
	changes []model.Change
	err     error
}

func (m *maker) id() model.ID {
	id, err := model.NewID(m.rand)
	m.keep(err)
	return id
}

func (m *maker) secret() string {
	salt, err := NewSalt(m.rand)
	m.keep(err)
	return salt
}

func (m *maker) keep(err error) {
	if m.err == nil {
		m.err = err
	}
}

func (m *maker) put(k model.Key, sets []model.Set) {
	m.changes = append(m.changes, m.act.Change(k, sets...))
}

// registers are those of the event that are not empty.
func (m *maker) registers() []model.Set {
	e := m.file.Event
	sets := filled(
		model.EventTheme, e.Theme, model.EventKind, e.Kind, model.EventOrganiser, e.Organiser, model.EventVenue, e.Venue,
		model.EventDate, e.Date, model.EventStart, e.Start, model.EventEnd, e.End, model.EventZone, e.Zone,
		model.EventStatus, string(e.Status), model.EventBasis, e.Basis, model.EventInvitation, e.Invitation,
		model.EventAssignment, e.Assignment, model.EventGroups, e.Groups, model.EventResult, e.Result,
		model.EventConclusion, e.Conclusion, model.EventSuggestion, e.Suggestion, model.EventSource, e.Source,
		model.EventSalt, m.salt,
	)
	if e.Expected > 0 {
		sets = append(sets, model.Write(model.EventExpected, strconv.Itoa(e.Expected)))
	}
	if e.Sample {
		sets = append(sets, model.Write(model.EventSample, "1"))
	}
	return sets
}

func (m *maker) sessions() {
	for i, s := range m.file.Sessions {
		// The session that every event has is the first.
		sets := filled(model.SessionName, s.Name, model.EventDate, s.Date, model.EventStart, s.Start, model.EventEnd, s.End,
			model.SessionOrder, strconv.Itoa(i+2))
		m.put(model.SessionKey(m.event, m.id()), sets)
	}
}

// roles gives the IDs of the roles by their keys.
func (m *maker) roles() map[string]model.ID {
	people := make(map[string]Person, len(m.file.People))
	for _, p := range m.file.People {
		people[p.Key] = p
	}
	ids := make(map[string]model.ID)
	for i, r := range m.file.Roles {
		p := people[r.Person]
		n := name.Parse(p.Name)
		role := model.Role{
			Duty: r.Duty, Post: r.Post, Institution: p.Institution, Order: i + 1,
			Name: n.Bare, Before: join(p.Before, n.Before, " "), After: join(n.After, p.After, ", "),
			Person: model.PersonID(m.key, name.Fold(n.Bare), name.FoldText(p.Institution)),
		}
		id := m.id()
		m.put(model.RoleKey(m.event, id), role.Registers())
		if r.Key != "" {
			ids[r.Key] = id
		}
	}
	return ids
}

func (m *maker) agenda(roles map[string]model.ID) {
	for i, a := range m.file.Agenda {
		item := model.AgendaItem{
			Title: a.Title, Kind: a.Kind, Start: a.Start, End: a.End, Role: roles[a.Role], Points: a.Points, Order: i + 1,
		}
		m.put(model.AgendaItemKey(m.event, m.id()), item.Registers())
	}
}

// guests reads the guests as an invited list is read, so that importing that list later finds them.
func (m *maker) guests() {
	items := make([]roster.Item, len(m.file.Guests))
	for i, g := range m.file.Guests {
		items[i] = roster.Item{Line: i + 1, Kind: roster.ItemGuest, Cells: roster.CellsOf(g.cells())}
	}
	plan := roster.NewPlan(items, nil, roster.Options{Salt: []byte(m.salt), Today: m.act.Wall})
	changes, err := plan.Changes(m.act, m.event, func(id model.ID) (model.Record, error) {
		return model.Record{Key: model.GuestKey(m.event, id)}, nil
	})
	m.keep(err)
	m.changes = append(m.changes, changes...)
}

func (g Guest) cells() map[roster.Field]roster.Cell {
	cells := make(map[roster.Field]roster.Cell)
	for field, s := range map[roster.Field]string{
		roster.FieldName: g.Name, roster.FieldBefore: g.Before, roster.FieldAfter: g.After, roster.FieldPost: g.Post,
		roster.FieldInstitution: g.Institution, roster.FieldVillage: g.Village, roster.FieldDistrict: g.District,
		roster.FieldPhone: g.Phone, roster.FieldCategory: g.Category, roster.FieldSex: g.Sex, roster.FieldNote: g.Note,
	} {
		if s != "" {
			cells[field] = roster.Cell{Text: s}
		}
	}
	return cells
}

// filled makes first writes of register, value, register, value, and leaves out empty values.
func filled(pairs ...string) []model.Set {
	sets := make([]model.Set, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			sets = append(sets, model.Write(pairs[i], pairs[i+1]))
		}
	}
	return sets
}

// join puts two texts together, either of which may be empty.
func join(a, b, separator string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + separator + b
}
