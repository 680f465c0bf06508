package cli

import (
	"context"
	"strconv"
	"strings"
	"time"

	"hadir/model"
	"hadir/model/hall"
)

// newExtract is empty tables. What they hold is in the order of these columns, see the methods below.
func newExtract() *extract {
	return &extract{[]*extracted{
		{name: "events", columns: []string{
			"event", "theme", "kind", "organiser", "venue", "date", "start", "end", "zone", "status", "expected", "basis", "invitation", "assignment",
			"groups", "result", "conclusion", "suggestion", "source", "sample",
		}},
		{name: "sessions", columns: []string{"event", "session", "name", "date", "start", "end"}},
		{name: "guests", columns: []string{
			"event", "session", "guest", "no", "sheet", "row", "titles_before", "name", "titles_after", "post", "institution", "village", "district", "area",
			"phone", "phone_raw", "nik", "category", "sex", "note", "walk_in", "state", "arrived", "how", "desk", "represented_by", "represented_post",
		}},
		{name: "roles", columns: []string{"event", "role", "duty", "person", "titles_before", "name", "titles_after", "post", "institution"}},
		{name: "deeds", columns: []string{"event", "number", "about", "body", "copies"}},
		{name: "parties", columns: []string{"event", "party", "name", "nip", "rank", "post", "institution", "address"}},
		{name: "agenda", columns: []string{"event", "item", "kind", "title", "start", "end", "role", "points"}},
		{name: "questions", columns: []string{
			"event", "question", "no", "text", "guest", "asker", "post", "from", "anonymous", "internal", "status", "basis", "as_of", "asked", "tags",
		}},
		{name: "answers", columns: []string{"event", "question", "by", "post", "text", "at"}},
		{name: "actions", columns: []string{
			"event", "action", "no", "problem", "do", "owner", "due", "output", "measure", "priority", "status", "question",
		}},
		{name: "files", columns: []string{"event", "file", "as", "slot", "path", "sha256", "bytes", "caption"}},
	}}
}

// event takes all that there is of an event. What was taken away is left out, and who asked without wanting to be named has no name.
func (x *extract) event(ctx context.Context, d *desk, e model.Event) error {
	id := e.ID.String()
	x.add("events", id, e.Theme, e.Kind, e.Organiser, e.Venue, e.Date, e.Start, e.End, e.Zone, string(e.Status), counted(e.Expected), e.Basis, e.Invitation,
		e.Assignment, e.Groups, e.Result, e.Conclusion, e.Suggestion, e.Source, yes(e.Sample))
	record, err := d.store.Record(ctx, model.EventKey(e.ID))
	if err != nil {
		return err
	}
	x.deed(id, model.SignedOf(record))
	sessions, err := d.store.Sessions(ctx, e.ID)
	if err != nil {
		return err
	}
	for _, s := range sessions {
		x.add("sessions", id, s.ID.String(), s.Name, s.Date, s.Start, s.End)
		h, err := d.store.Hall(ctx, e.ID, s.ID)
		if err != nil {
			return err
		}
		x.guests(d, h)
	}
	return x.room(ctx, d, e.ID)
}

// deed takes what the berita acara of an event tells, where anything of it is written down.
func (x *extract) deed(event string, s model.Signed) {
	if s.Number+s.About != "" || len(s.Body) > 0 {
		x.add("deeds", event, s.Number, s.About, strings.Join(s.Body, "\n"), counted(s.Copies))
	}
	for _, p := range model.Parties() {
		if o, known := s.Parties[p]; known {
			x.add("parties", event, string(p), o.Name, o.NIP, o.Rank, o.Post, o.Institution, o.Address)
		}
	}
}

func (x *extract) guests(d *desk, h *hall.Hall) {
	for i := range h.Len() {
		g := h.At(i)
		if g.Removed {
			continue
		}
		s := h.Seat(g.ID)
		arrived, how, desk := "", "", ""
		if s.Came() {
			arrived, how, desk = d.moment(h.Event, s.Since.When()), s.Since.Value, s.Since.Origin.Desk
		}
		if s.State == model.StateRepresented {
			how = string(s.Deputy.How)
		}
		x.add("guests", h.Event.ID.String(), h.Session.ID.String(), g.ID.String(), counted(g.Order), counted(g.Sheet), counted(g.Row), g.Before, g.Name, g.After,
			g.Post, g.Institution, g.Village, g.District, g.Area, g.Phone, g.PhoneRaw, g.NIK, g.Category, g.Sex, g.Note, yes(g.WalkIn),
			string(s.State), arrived, how, desk, s.Deputy.Name, s.Deputy.Post)
	}
}

// room takes what was said, promised and filed.
func (x *extract) room(ctx context.Context, d *desk, event model.ID) error {
	id := event.String()
	roles, err := d.store.Roles(ctx, event)
	if err != nil {
		return err
	}
	for _, r := range roles {
		x.add("roles", id, r.ID.String(), string(r.Duty), r.Person.String(), r.Before, r.Name, r.After, r.Post, r.Institution)
	}
	items, err := d.store.Agenda(ctx, event)
	if err != nil {
		return err
	}
	for _, a := range items {
		x.add("agenda", id, a.ID.String(), string(a.Kind), a.Title, a.Start, a.End, a.Role.String(), strings.Join(a.Points, "\n"))
	}
	questions, err := d.store.Questions(ctx, event)
	if err != nil {
		return err
	}
	for _, q := range questions {
		x.question(id, q)
	}
	actions, err := d.store.Actions(ctx, event)
	if err != nil {
		return err
	}
	for _, a := range actions {
		x.add("actions", id, a.ID.String(), counted(a.No), a.Problem, a.Do, a.Owner, a.Due, a.Output, a.Measure, string(a.Priority), string(a.Status), a.Question.String())
	}
	files, err := d.store.Evidence(ctx, event)
	if err != nil {
		return err
	}
	for _, f := range files {
		x.add("files", id, f.ID.String(), string(f.Proof), string(f.Slot), f.Path, f.Sum, strconv.FormatInt(f.Size, 10), f.Caption)
	}
	return nil
}

func (x *extract) question(event string, q model.Question) {
	x.add("questions", event, q.ID.String(), counted(q.No), q.Text, q.Guest.String(), q.Asker, q.Post, q.From, yes(q.Anonymous), yes(q.Internal), string(q.Status),
		q.Basis, q.AsOf, stamp(q.Asked), strings.Join(q.Tags, ", "))
	for _, a := range q.Answers {
		x.add("answers", event, q.ID.String(), a.By, a.Post, a.Text, stamp(a.At))
	}
}

// counted is a number that counts from 1; empty for none.
func counted(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yes(b bool) string {
	if b {
		return "1"
	}
	return ""
}

// stamp is a moment in UTC, RFC 3339; empty for none.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
