package filing

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/hall"
	"hadir/ui/paper"
)

// Reader is what the papers of an event are read from.
type Reader interface {
	Record(ctx context.Context, k model.Key) (model.Record, error)
	Settings(ctx context.Context) (model.Settings, error)
	Hall(ctx context.Context, event, session model.ID) (*hall.Hall, error)
	Roles(ctx context.Context, event model.ID) ([]model.Role, error)
	Agenda(ctx context.Context, event model.ID) ([]model.AgendaItem, error)
	Questions(ctx context.Context, event model.ID) ([]model.Question, error)
	Actions(ctx context.Context, event model.ID) ([]model.Action, error)
	Evidence(ctx context.Context, event model.ID) ([]model.Evidence, error)
	ReadFile(ctx context.Context, path string, limit int64) ([]byte, error)
	OutputFolder() string
}

// Options are what whoever asks for papers decides.
type Options struct {
	Session    model.ID // whose attendance it is; the zero one is the session that every event has
	Phone, NIK bool
	Public     bool
	Each       bool   // a letter of invitation for each guest, too
	Owner      string // of the follow-up matrix: only this one's part; empty: everything
	Today      date.Date
	Photos     bool // read the photos, too: they take time
}

// File is an event as its papers need it, read at one moment.
type File struct {
	paper.Facts
	Record model.Record // of the event
	Prints model.Prints
	Unread []error // photos and a logo that could not be read: each a *[model.FileError] or a *[paper.PictureError]
	folder string
}

// The most that is read of pictures. A phone's photo has 3 to 8 MB.
const (
	logoLimit  = 8 << 20
	photoLimit = 24 << 20
	photosMost = 40
)

// blankRows is how many empty rows for walk-ins a new attendance list has at the least.
const blankRows = 5

// Read reads an event for its papers. Questions that are internal are among the facts, for the papers themselves leave them out; who asked without
// wanting to be named has no name here already.
func Read(ctx context.Context, r Reader, event model.ID, o Options) (f File, err error) {
	if f.Record, err = r.Record(ctx, model.EventKey(event)); err != nil {
		return f, err
	}
	f.Event, f.Prints = model.EventOf(f.Record), model.PrintsOf(f.Record)
	me, err := r.Settings(ctx)
	if err != nil {
		return f, err
	}
	h, err := r.Hall(ctx, event, o.Session)
	if err != nil {
		return f, err
	}
	f.Session = h.Session
	f.takeHall(h)
	if err := f.readRoom(ctx, r, event); err != nil {
		return f, err
	}
	if err := f.readOffice(ctx, r, me); err != nil {
		return f, err
	}
	if o.Photos {
		if err := f.readPhotos(ctx, r); err != nil {
			return f, err
		}
	}
	f.Phone, f.NIK, f.Public, f.Each, f.Owner, f.Today = o.Phone, o.NIK, o.Public, o.Each, o.Owner, o.Today
	f.Printed, f.Blank = f.Prints.Sheets(), blankRows
	f.folder = folderOf(r, me)
	f.takeWords()
	return f, nil
}

// folderOf is where papers go unless somebody says otherwise: beside the data. Beside data that can only be read nothing can be written, as on
// a locked stick; then it is a folder of that name in the user's own.
func folderOf(r Reader, me model.Settings) string {
	folder := r.OutputFolder()
	if home, err := os.UserHomeDir(); me.ReadOnly && err == nil {
		return filepath.Join(home, "hadir-"+filepath.Base(folder))
	}
	return folder
}

func (f *File) takeHall(h *hall.Hall) {
	f.Guests, f.Seats = make([]model.Guest, 0, h.Len()), make(map[model.ID]model.Seat, h.Len())
	for i := range h.Len() {
		g := h.At(i)
		f.Guests = append(f.Guests, *g)
		if s := h.Seat(g.ID); s.State != model.StateExpected {
			f.Seats[g.ID] = s
		}
	}
}

func (f *File) readRoom(ctx context.Context, r Reader, event model.ID) (err error) {
	if f.Roles, err = r.Roles(ctx, event); err != nil {
		return err
	}
	if f.Agenda, err = r.Agenda(ctx, event); err != nil {
		return err
	}
	if f.Questions, err = r.Questions(ctx, event); err != nil {
		return err
	}
	if f.Actions, err = r.Actions(ctx, event); err != nil {
		return err
	}
	if f.Evidence, err = r.Evidence(ctx, event); err != nil {
		return err
	}
	f.Facts.NIP = map[model.ID]string{}
	for _, x := range f.Roles {
		if x.NIP != "" && !x.Person.IsZero() {
			f.Facts.NIP[x.Person] = x.NIP
		}
	}
	return nil
}

// readOffice takes the office's own settings, and reads its logo. The first line of a letterhead is the ministry's; the office's own name is
// the largest.
func (f *File) readOffice(ctx context.Context, r Reader, me model.Settings) error {
	o := paper.Office{Numbers: me.Numbers, Name: me.Office, City: me.City, Zone: me.Zone, Size: paper.Size(me.Size)}
	o.Leader, o.Treasurer, o.Spender = signer(me, model.PostLeader), signer(me, model.PostTreasurer), signer(me, model.PostSpender)
	o.Head = letterhead(me)
	if me.Logo != "" {
		p, err := f.picture(ctx, r, me.Logo, logoLimit)
		if err != nil {
			return err
		}
		o.Logo, o.LogoName = p.Data, p.Name
	}
	f.Office = o
	return nil
}

// letterhead makes the lines of a letterhead: those before the line that is the office's name are bold, as that is, and what follows is the
// address, in small letters. Without lines of its own an office has its name.
func letterhead(me model.Settings) []paper.HeadLine {
	lines := strings.FieldsFunc(me.Head, func(r rune) bool { return r == '\n' })
	if len(lines) == 0 && me.Office != "" {
		lines = []string{strings.ToUpper(me.Office)}
	}
	name := slices.IndexFunc(lines, func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(me.Office)) })
	if name < 0 {
		// The address begins with the first line that has a digit; what stands before it are names.
		name = slices.IndexFunc(lines, func(s string) bool { return strings.ContainsAny(s, "0123456789") }) - 1
		if name < 0 {
			name = len(lines) - 1
		}
	}
	out := make([]paper.HeadLine, len(lines))
	for i, s := range lines {
		out[i] = paper.HeadLine{Text: s, Bold: i <= name, Size: headSize(i, name)}
	}
	return out
}

func headSize(i, name int) float64 {
	switch {
	case i == name:
		return 14
	case i < name:
		return 11
	}
	return 9
}

func signer(me model.Settings, p model.Post) paper.Signer {
	s := me.Signer(p)
	return paper.Signer{Acting: s.Acting, Post: s.Post, Name: s.Name, NIP: s.NIP}
}

// readPhotos reads the photos that are there. One that cannot be read is an empty slot in the report, and is said.
func (f *File) readPhotos(ctx context.Context, r Reader) error {
	f.Photos = map[model.ID][]byte{}
	for _, e := range f.Evidence {
		if e.Proof != model.ProofPhoto || e.Removed || len(f.Photos) >= photosMost {
			continue
		}
		p, err := f.picture(ctx, r, e.Path, photoLimit)
		if err != nil {
			return err
		}
		if len(p.Data) > 0 {
			f.Photos[e.ID] = p.Data
		}
	}
	return nil
}

// picture reads a picture and makes it as small as it is printed, one after the other, so that forty photos take the memory of one. What
// cannot be read, or is no picture, is noted, and the papers are made without it.
func (f *File) picture(ctx context.Context, r Reader, path string, limit int64) (paper.Picture, error) {
	// Of a path from another system the last part is cut, too.
	p := paper.Picture{Name: path[strings.LastIndexAny(path, `/\`)+1:]}
	data, err := r.ReadFile(ctx, path, limit)
	if err == nil {
		p.Data = data
		p, err = p.Ready()
	}
	switch {
	case ctx.Err() != nil:
		return p, ctx.Err()
	case err != nil:
		f.Unread = append(f.Unread, err)
		p.Data = nil
	}
	return p, nil
}

// takeWords takes what an event has for its papers alone.
func (f *File) takeWords() {
	e := f.Event.Papers
	var day date.Date
	// What is no date is none.
	_ = day.UnmarshalText([]byte(e.LetterDate))
	f.Letter = paper.Letter{Nature: e.Nature, Attachments: e.Attachments, Ask: e.Ask, Contact: e.Contact, Date: day}
	for l := range strings.SplitSeq(e.Copies, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			f.Letter.Copies = append(f.Letter.Copies, l)
		}
	}
	f.Press = paper.Press{City: e.City, Contact: e.Contact}
	f.Deed = deedOf(model.SignedOf(f.Record))
	f.Payment = paper.Payment{Purpose: e.Payment, Amount: e.Amount, Each: map[model.ID]int64{}, Grades: map[model.ID]string{}}
	for _, g := range f.Guests {
		if n, ok := Rupiah(g.Pay); ok {
			f.Payment.Each[g.ID] = n
		}
		if g.Grade != "" {
			f.Payment.Grades[g.ID] = g.Grade
		}
	}
}

// deedOf is what the berita acara tells. A party of whom nothing is written down is none.
func deedOf(s model.Signed) paper.Deed {
	d := paper.Deed{Number: s.Number, About: s.About, Body: s.Body, Copies: s.Copies}
	for _, p := range model.Parties() {
		x, known := s.Parties[p]
		if !known {
			continue
		}
		party := paper.Party{
			Register: model.PartyRegister(p, model.PartyName),
			Name:     x.Name, NIP: x.NIP, Rank: x.Rank, Post: x.Post, Institution: x.Institution, Address: x.Address,
		}
		if p.Witness() {
			d.Witnesses = append(d.Witnesses, party)
		} else {
			d.Parties = append(d.Parties, party)
		}
	}
	return d
}
