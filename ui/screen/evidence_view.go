package screen

import (
	"path/filepath"
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// Proof says what a file shows: "foto: pembukaan".
func (e *Env) Proof(x model.Evidence) string {
	words := e.Say(ProofWords(x.Proof))
	if x.Proof == model.ProofPhoto && x.Slot != "" {
		words += ": " + e.Say(SlotWords(x.Slot))
	}
	return words
}

// ProofWords is the word for a sort of evidence.
func ProofWords(p model.Proof) lang.Key {
	if !slices.Contains(model.Proofs(), p) {
		p = model.ProofOther
	}
	return lang.Key("evidence.proof." + string(p))
}

// SlotWords is the word for what a photo shows.
func SlotWords(s model.PhotoSlot) lang.Key {
	if !slices.Contains(model.PhotoSlots(), s) {
		return "evidence.slot.none"
	}
	return lang.Key("evidence.slot." + string(s))
}

func (s fileState) words() lang.Key {
	switch s {
	case fileKept:
		return "evidence.kept"
	case fileChanged:
		return "evidence.changed"
	case fileGone:
		return "evidence.gone"
	case fileShut:
		return "evidence.shut"
	}
	return "evidence.checking"
}

// bytes is a size as people read it.
func (e *Env) bytes(n int64) string {
	if n >= 10<<20 {
		return e.Number(int(n>>20)) + " MB"
	}
	return e.Number(int((n+1023)>>10)) + " KB"
}

// evidenceNarrow is the width below which a row tells no captions.
const evidenceNarrow = 56

// evidenceTall is the height from which the dossier is told point by point.
const evidenceTall = 16

// View draws the dossier, the files, and where the one under the cursor lies.
func (s *evidence) View(w, h int) string {
	if !s.known {
		return s.env.Muted.Render(s.env.Cut(s.env.Say("event.reading"), w-1))
	}
	var head []string
	if h >= evidenceTall {
		head = append(s.env.dossierLines(s.state.dossier, w), "")
	} else {
		head = s.env.Wrap(s.env.dossierLine(s.state.dossier), w-1)
		head = head[:min(len(head), max(0, h-3))]
	}
	s.above = max(0, min(len(head), h-1))
	s.list.Empty = lang.Of("evidence.empty")
	below := s.about(w, h)
	if s.asking != nil {
		below = s.asking.View(w, min(h, 4))
	}
	return kit.Frame(w, h, strings.Join(head, "\n"), below, s.list.View)
}

// about tells the whole caption of the file under the cursor, and where it lies.
func (s *evidence) about(w, h int) string {
	e, ok := s.list.Selected()
	if !ok || h < evidenceTall {
		return ""
	}
	return s.env.Cut(e.Caption, w-1) + "\n" + s.env.Muted.Render(s.env.Cut(s.env.Say("evidence.lies", "file", text.Safe(filepath.Base(e.Path)), "folder", text.Safe(filepath.Dir(e.Path))), w-1)) + "\n" +
		s.env.Muted.Render(s.env.Cut(s.env.Say("evidence.sum", "sum", e.Sum), w-1))
}

// Cursor is in the list while nothing is asked.
func (s *evidence) Cursor() (x, y int, ok bool) {
	x, y, ok = s.list.Cursor()
	return x, y + s.above, ok && s.asking == nil && s.known
}
