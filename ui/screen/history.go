package screen

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/ident"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// Done is one act as the history tells it: what one key, or one import, did.
type Done struct {
	Changes []model.Change // of the act, oldest first; at least one
	Undone  bool           // it was taken back later
	Undid   *Done          // the act that this one took back; nil: none, or one that is not in this history
}

// Acts puts changes, oldest first, together by what did them: the latest act first.
func Acts(changes []model.Change) []*Done {
	var acts []*Done
	byID := make(map[model.ID]*Done)
	for _, c := range changes {
		d := byID[c.Act]
		if d == nil {
			d = &Done{}
			byID[c.Act] = d
			acts = append(acts, d)
		}
		d.Changes = append(d.Changes, c)
		if undid := byID[c.Undoes]; undid != nil && undid != d {
			d.Undid, undid.Undone = undid, true
		}
	}
	slices.Reverse(acts)
	return acts
}

// Act is the identity of the act.
func (d *Done) Act() model.ID { return d.Changes[0].Act }

// Verb is what the act was.
func (d *Done) Verb() model.Verb { return d.Changes[0].Verb }

// When is the wall clock of whoever did it, in UTC.
func (d *Done) When() time.Time { return d.Changes[0].When() }

// Told says in words what an act did to the one record whose changes it holds, a guest mostly: "diwakili Sri Lestari, Sekretaris".
func (e *Env) Told(d *Done) string {
	switch v := d.Verb(); v {
	case model.VerbAsk, model.VerbAnswer, model.VerbRefer:
		return e.discussionTold(d)
	case model.VerbPresent:
		return e.arrivalTold(d)
	case model.VerbRepresent:
		return e.Say("history.represent", "deputy", deputy(d.deputy()))
	case model.VerbCorrect, model.VerbEdit:
		if d.Changes[0].Key.Kind == model.KindQuestion {
			return e.questionTold(d)
		}
		if d.made() {
			return e.Say("history.create")
		}
		if parts := e.corrections(d); len(parts) > 0 {
			return e.Say("history.correct", "what", strings.Join(parts, "; "))
		}
		return e.Say("history.edit")
	case model.VerbRun:
		if d.wrote(model.EventRunning) == "" {
			return e.Say("history.ended")
		}
		return e.Say("history.run")
	case model.VerbProgress:
		return e.progressTold(d)
	case model.VerbUndo:
		if d.Undid == nil {
			return e.Say("history.undo-other")
		}
		return e.Say("history.undo", "what", e.Told(d.Undid))
	default:
		return e.Say(verbTold(v))
	}
}

// verbTold is the sentence of an act whose verb says it all. One that a later version made is told as a change.
func verbTold(v model.Verb) lang.Key {
	switch v {
	case model.VerbCreate:
		return "history.create"
	case model.VerbCopy:
		return "history.copy"
	case model.VerbLoad:
		return "history.load"
	case model.VerbImport:
		return "history.import"
	case model.VerbInvite:
		return "history.invite"
	case model.VerbExcuse:
		return "history.excuse"
	case model.VerbAbsent:
		return "history.absent"
	case model.VerbExpect:
		return "history.expect"
	case model.VerbWalkIn:
		return "history.walk-in"
	case model.VerbRemove:
		return "history.remove"
	case model.VerbJoin:
		return "history.join"
	case model.VerbPart:
		return "history.part"
	case model.VerbFile:
		return "history.file"
	case model.VerbPrint:
		return "history.print"
	case model.VerbPay:
		return "history.pay"
	case model.VerbPurge:
		return "history.purge"
	case model.VerbPromise:
		return "history.promise"
	}
	return "history.edit"
}

// arrivalTold says how an arrival was noted, where it was not as usual.
func (e *Env) arrivalTold(d *Done) string {
	switch model.How(d.added(model.SeatArrivals)) {
	case model.HowScan:
		return e.Say("history.present-scan")
	case model.HowPaper:
		return e.Say("history.present-paper")
	}
	return e.Say("history.present")
}

// progressTold says what was noted of a follow-up.
func (e *Env) progressTold(d *Done) string {
	var n model.Note
	if v := d.added(model.ActionNotes); json.Unmarshal([]byte(v), &n) != nil {
		n.Text = v
	}
	var parts []string
	if n.Status != "" {
		parts = append(parts, e.Say("history.progress-status", "status", ActionStatusWords(notedStatus(n.Status))))
	}
	if n.Due != "" {
		parts = append(parts, e.Say("action.postponed-to", "day", longDate(e, n.Due)))
	}
	if n.Text != "" {
		parts = append(parts, n.Text)
	}
	if len(parts) == 0 {
		return e.Say("history.progress")
	}
	return strings.Join(parts, "; ")
}

// added is the value of the element that the act added to a set; empty where it added none.
func (d *Done) added(field string) string {
	for _, c := range d.Changes {
		for _, s := range c.Sets {
			if s.Field == field && s.Op == model.OpAdd {
				return s.Value
			}
		}
	}
	return ""
}

// made reports whether the act made a role or an agenda item: it says what nobody had said before.
func (d *Done) made() bool {
	c := d.Changes[0]
	first := map[model.Kind]string{model.KindRole: model.RoleDuty, model.KindAgenda: model.AgendaOrder}[c.Key.Kind]
	return len(c.Sets) > 1 && slices.ContainsFunc(c.Sets, func(s model.Set) bool {
		return first != "" && s.Field == first && s.Op == model.OpWrite && len(s.Bases()) == 0
	})
}

// wrote is the value that the act gave a register; empty where it gave none, or emptied it.
func (d *Done) wrote(field string) (value string) {
	for _, c := range d.Changes {
		for _, s := range c.Sets {
			if s.Field == field && s.Op == model.OpWrite {
				value = s.Value
			}
		}
	}
	return value
}

// deputy is whom the act noted in a guest's place.
func (d *Done) deputy() (x model.Deputy) {
	v := d.added(model.SeatDeputies)
	if json.Unmarshal([]byte(v), &x) != nil {
		x.Name = v
	}
	return x
}

// corrections are the registers that an act wrote and what it wrote there, a name with its titles as one.
func (e *Env) corrections(d *Done) (parts []string) {
	values := make(map[string]string)
	for _, c := range d.Changes {
		for _, s := range c.Sets {
			if s.Op == model.OpWrite {
				values[s.Field] = s.Value
			}
		}
	}
	say := func(label lang.Key, value string) {
		if value == "" {
			value = e.Say("history.emptied")
		}
		parts = append(parts, e.Say(label)+": "+value)
	}
	_, before := values[model.GuestBefore]
	_, bare := values[model.GuestName]
	_, after := values[model.GuestAfter]
	if before || bare || after {
		g := model.Guest{Before: values[model.GuestBefore], Name: values[model.GuestName], After: values[model.GuestAfter]}
		say("guest.name", strings.Trim(g.FullName(), ", "))
	}
	for _, r := range []struct {
		register string
		label    lang.Key
	}{
		{model.GuestPost, "guest.post"},
		{model.GuestInstitution, "guest.inst"},
		{model.GuestVillage, "guest.village"},
		{model.GuestDistrict, "guest.district"},
		{model.GuestSex, "guest.sex"},
		{model.GuestNote, "guest.note"},
		{model.AgendaTitle, "agenda.item-title"},
		{model.AgendaPoints, "agenda.points"},
		{model.EvidenceCaption, "evidence.caption"},
		{model.EventConclusion, "event.conclusion"},
		{model.EventSuggestion, "event.suggestion"},
	} {
		if v, ok := values[r.register]; ok {
			say(r.label, ident.MaskIn(v, maskSign))
		}
	}
	if v, ok := values[model.GuestCategory]; ok {
		say("guest.cat", e.categoryWords(v))
	}
	phone, ok := values[model.GuestPhone]
	if raw, typed := values[model.GuestPhoneRaw]; ok || typed {
		say("guest.phone", phoneMasked(phone, raw))
	}
	return parts
}

// undoable is why an act cannot be taken back from a guest's page; nothing where it can.
func (d *Done) undoable() (why lang.Phrase) {
	switch v := d.Verb(); {
	case d.Undone:
		return lang.Of("history.undone-already")
	case v == model.VerbUndo:
		return lang.Of("history.undo-no-undo")
	case v == model.VerbImport, v == model.VerbLoad, v == model.VerbCopy, v == model.VerbCreate, v == model.VerbInvite, v == model.VerbPrint:
		return lang.Of("history.undo-elsewhere")
	case v == model.VerbPurge:
		return lang.Of("history.undo-purge")
	}
	return lang.Phrase{}
}

// undoLast takes back the last act of an event at this desk.
func (e *Env) undoLast(page any, about model.Event) tea.Cmd {
	desk, store := e.DeskName(), e.Store
	return e.undoFound(page, about, func(ctx context.Context) ([]model.Change, error) {
		return store.LastAct(ctx, about.ID, desk)
	})
}

// undoAct takes back one act on a guest, whichever desk did it, unless that has been done by the time its turn comes.
func (e *Env) undoAct(page any, about model.Event, guest, act model.ID) tea.Cmd {
	store := e.Store
	return e.undoFound(page, about, func(ctx context.Context) ([]model.Change, error) {
		past, err := store.RecordHistory(ctx, about.ID, guest)
		if err != nil {
			return nil, err
		}
		for _, d := range Acts(past) {
			if d.Act() == act && d.Undone {
				return nil, nil
			}
		}
		return store.ActChanges(ctx, about.ID, act)
	})
}

// undoFound takes back the act that find gives when the turn to be written comes: what was pressed before it is on disk then.
func (e *Env) undoFound(page any, about model.Event, find func(ctx context.Context) ([]model.Change, error)) tea.Cmd {
	out := takenBack{page: page, event: about}
	act, store := e.Act(model.VerbUndo), e.Store
	return e.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) (err error) {
			if out.done, err = find(ctx); err != nil || len(out.done) == 0 {
				return err
			}
			out.kept, err = takeBack(ctx, store, act, out.done)
			return err
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}
