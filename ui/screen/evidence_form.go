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
	*storedForm[evidenceFormRead]
	event  model.ID
	file   model.Evidence // zero ID: not recorded yet
	record model.Record
	order  int
	about  model.Event
}

// evidenceFormRead is what the form needs before it can be filled in.
type evidenceFormRead struct {
	event  model.Event
	record model.Record
	files  []model.Evidence
}

func newEvidenceForm(env *Env, event model.ID, file model.Evidence) *evidenceForm {
	f := &evidenceForm{event: event, file: file}
	draft := file.ID
	if draft.IsZero() {
		// What was typed about a file is offered again when that file is picked again.
		draft = model.HashID(nil, "evidence", file.Path)
	}
	proofs, slots := []kit.Option{}, []kit.Option{{Value: "", Label: "evidence.slot.none"}}
	for _, p := range model.Proofs() {
		proofs = append(proofs, kit.Option{Value: string(p), Label: ProofWords(p)})
	}
	for _, s := range model.PhotoSlots() {
		slots = append(slots, kit.Option{Value: string(s), Label: SlotWords(s)})
	}
	fields := []kit.Field{
		{ID: "proof", Label: "evidence.proof", Kind: kit.ChoiceField, Options: proofs, Required: true},
		{ID: "slot", Label: "evidence.slot", Kind: kit.ChoiceField, Options: slots},
		{ID: "caption", Label: "evidence.caption", Hint: "evidence.caption-hint", Limit: text.LineLimit},
	}
	read := func(ctx context.Context, store Store) (evidenceFormRead, error) {
		return readEvidenceForm(ctx, store, event, file.ID)
	}
	f.storedForm = newStoredForm(newDrafting(env, "evidence", event, draft, back), fields, f.save, read, f.fill)
	return f
}

// readEvidenceForm reads the event, and what is recorded.
func readEvidenceForm(ctx context.Context, store Store, event, id model.ID) (out evidenceFormRead, err error) {
	if out.event, err = store.Event(ctx, event); err != nil {
		return out, err
	}
	if out.files, err = store.Evidence(ctx, event); err != nil || id.IsZero() {
		return out, err
	}
	out.record, err = store.Record(ctx, model.EvidenceKey(event, id))
	return out, err
}

// Title names the file.
func (f *evidenceForm) Title() string {
	return f.env.Say("evidence.title-form") + "  " + text.Safe(filepath.Base(f.file.Path))
}

// Sample reports whether the event is sample data.
func (f *evidenceForm) Sample() bool { return f.about.Sample }

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
	return twice
}

func (f *evidenceForm) save(values map[string]string) tea.Cmd {
	e := f.file
	e.Proof, e.Slot, e.Caption = model.Proof(values["proof"]), model.PhotoSlot(values["slot"]), cleanLine(values["caption"])
	if e.Proof != model.ProofPhoto {
		e.Slot = ""
	}
	name := text.Safe(filepath.Base(e.Path))
	if e.ID.IsZero() {
		e.ID, e.Order = f.env.ID(), f.order
		change := f.act(model.VerbFile).Change(model.EvidenceKey(f.event, e.ID), e.Registers()...)
		return f.write([]model.Change{change}, lang.Of("evidence.saved", "file", name))
	}
	return f.write(f.act(model.VerbCorrect).Edit(f.record, map[string]string{
		model.EvidenceSort: string(e.Proof), model.EvidenceSlot: string(e.Slot), model.EvidenceCaption: e.Caption,
	}), lang.Of("evidence.edited", "file", name))
}
