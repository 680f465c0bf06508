package screen

import (
	"context"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// evidenceForm says what a file shows: of one that is to be recorded, or of one that is.
type evidenceForm struct {
	*drafting
	form   *kit.Form
	event  model.ID
	file   model.Evidence // zero ID: not recorded yet
	record model.Record
	order  int
	about  model.Event
}

// evidenceFormRead is what the form needs before it can be filled in.
type evidenceFormRead struct {
	form   *evidenceForm
	event  model.Event
	record model.Record
	files  []model.Evidence
	err    error
}

// evidenceSaved is the outcome of saving.
type evidenceSaved struct {
	form *evidenceForm
	err  error
}

func newEvidenceForm(env *Env, event model.ID, file model.Evidence) *evidenceForm {
	f := &evidenceForm{event: event, file: file}
	draft := file.ID
	if draft.IsZero() {
		// What was typed about a file is offered again when that file is picked again.
		draft = model.HashID(nil, "evidence", file.Path)
	}
	f.drafting = newDrafting(env, "evidence", event, draft, func() tea.Cmd { return send(Back{}) })
	proofs, slots := []kit.Option{}, []kit.Option{{Value: "", Label: "evidence.slot.none"}}
	for _, p := range model.Proofs() {
		proofs = append(proofs, kit.Option{Value: string(p), Label: ProofWords(p)})
	}
	for _, s := range model.PhotoSlots() {
		slots = append(slots, kit.Option{Value: string(s), Label: SlotWords(s)})
	}
	f.form = kit.NewForm(env.Look, []kit.Field{
		{ID: "proof", Label: "evidence.proof", Kind: kit.ChoiceField, Options: proofs, Required: true},
		{ID: "slot", Label: "evidence.slot", Kind: kit.ChoiceField, Options: slots},
		{ID: "caption", Label: "evidence.caption", Hint: "evidence.caption-hint", Limit: text.LineLimit},
	}, f.save, f.leave)
	f.drafting.form = f.form
	return f
}

// Init reads the event, and what is recorded.
func (f *evidenceForm) Init() tea.Cmd {
	store, event, id := f.env.Store, f.event, f.file.ID
	return func() tea.Msg {
		ctx := context.Background()
		out := evidenceFormRead{form: f}
		if out.event, out.err = store.Event(ctx, event); out.err != nil {
			return out
		}
		if out.files, out.err = store.Evidence(ctx, event); out.err != nil || id.IsZero() {
			return out
		}
		out.record, out.err = store.Record(ctx, model.EvidenceKey(event, id))
		return out
	}
}

// Title names the file.
func (f *evidenceForm) Title() string {
	return f.env.Say("evidence.title-form") + "  " + text.Safe(filepath.Base(f.file.Path))
}

// Sample reports whether the event is sample data.
func (f *evidenceForm) Sample() bool { return f.about.Sample }

// Update takes what was read, what became of saving, and typing.
func (f *evidenceForm) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case evidenceFormRead:
		if m.form != f {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		return f.fill(m)
	case evidenceSaved:
		if m.form != f {
			return nil
		}
		if m.err != nil {
			f.form.Failed(lang.Of("kit.not-saved"))
			return say(kit.Bad, "failure.write", "why", Failure(m.err))
		}
		f.form.Saved()
		said := lang.Key("evidence.saved")
		if !f.file.ID.IsZero() {
			said = "evidence.edited"
		}
		return tea.Sequence(f.leave(), say(kit.Good, said, "file", text.Safe(filepath.Base(f.file.Path))))
	}
	return f.drafting.Update(msg)
}

// fill shows what is recorded. The same bytes may show two things, but mostly somebody has picked the wrong file.
func (f *evidenceForm) fill(m evidenceFormRead) tea.Cmd {
	f.about, f.record, f.order = m.event, m.record, NextOrder(m.files, func(e model.Evidence) int { return e.Order })
	var twice tea.Cmd
	if f.file.ID.IsZero() {
		for _, e := range m.files {
			if e.Sum == f.file.Sum {
				twice = say(kit.Warn, "evidence.twice", "as", f.env.Proof(e))
			}
		}
	}
	f.form.Fill(map[string]string{"proof": string(f.file.Proof), "slot": string(f.file.Slot), "caption": f.file.Caption})
	return tea.Batch(twice, f.begin(nil))
}

func (f *evidenceForm) save(values map[string]string) tea.Cmd {
	e := f.file
	e.Proof, e.Slot, e.Caption = model.Proof(values["proof"]), model.PhotoSlot(values["slot"]), cleanLine(values["caption"])
	if e.Proof != model.ProofPhoto {
		e.Slot = ""
	}
	var changes []model.Change
	if e.ID.IsZero() {
		e.ID, e.Order = f.env.ID(), f.order
		changes = append(changes, f.act(model.VerbFile).Change(model.EvidenceKey(f.event, e.ID), e.Registers()...))
	} else if sets := f.record.Edit(map[string]string{
		model.EvidenceSort: string(e.Proof), model.EvidenceSlot: string(e.Slot), model.EvidenceCaption: e.Caption,
	}); len(sets) > 0 {
		changes = append(changes, f.act(model.VerbCorrect).Change(f.record.Key, sets...))
	}
	return f.env.Write(changes, func(err error) tea.Msg { return evidenceSaved{f, err} })
}
