package screen

import (
	"strings"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// heldWords is the word for whether a point of the dossier is there.
func heldWords(p model.DossierPoint) lang.Key {
	if p.Held {
		return "evidence.held"
	}
	return "evidence.lacking"
}

// dossierLine tells all points in one line: "undangan ada, daftar hadir belum".
func (e *Env) dossierLine(points []model.DossierPoint) string {
	words := make([]string, len(points))
	missing := 0
	for i, p := range points {
		words[i] = e.Say(ProofWords(p.Proof)) + " " + e.Say(heldWords(p))
		if !p.Held {
			missing++
		}
	}
	return e.Say("evidence.line", "held", len(points)-missing, "all", len(points), "points", strings.Join(words, ", "))
}

// dossierLines tells the points one a line, each with its reason.
func (e *Env) dossierLines(points []model.DossierPoint, w int) []string {
	wide, held := 0, 0
	for _, p := range points {
		wide = max(wide, kit.Width(e.Say(ProofWords(p.Proof))))
		held = max(held, kit.Width(e.Say(heldWords(p))))
	}
	lines := []string{e.Title.Render(e.Cut(e.Say("evidence.dossier"), w-1))}
	for _, p := range points {
		before := e.NoMark + e.Cell(e.Say(ProofWords(p.Proof)), wide) + "  " + e.Cell(e.Say(heldWords(p)), held) + "  "
		for _, why := range e.Wrap(e.dossierWhy(p), max(1, w-1-kit.Width(before))) {
			lines = append(lines, before+why)
			before = strings.Repeat(" ", kit.Width(before))
		}
	}
	return lines
}

// dossierWhy says why a point is there, or not yet.
func (e *Env) dossierWhy(p model.DossierPoint) string {
	lacking := make([]string, len(p.Lacking))
	for i, s := range p.Lacking {
		lacking[i] = e.Say(SlotWords(s))
	}
	return e.Say(lang.Key("evidence.why."+string(p.Reason)), "n", p.Files, "slots", strings.Join(lacking, ", "))
}
