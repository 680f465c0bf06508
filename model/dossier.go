package model

import "slices"

// DossierReason says why a point of the dossier is there, or is not yet.
type DossierReason string

// The reasons.
const (
	DossierFiled      DossierReason = "filed"      // a file is recorded
	DossierPublished  DossierReason = "published"  // the event names where it was described
	DossierSlots      DossierReason = "slots"      // photos are recorded, but not for each slot of a report
	DossierNumbered   DossierReason = "numbered"   // the letter's number is known, its file is not recorded
	DossierUnsigned   DossierReason = "unsigned"   // attendance is recorded, the signed list is not
	DossierUncounted  DossierReason = "uncounted"  // nobody is recorded as having come
	DossierUnwritten  DossierReason = "unwritten"  // there are notes of what was said, and no minutes made of them
	DossierSilent     DossierReason = "silent"     // nothing of what was said is written down
	DossierOpenEnded  DossierReason = "conclusion" // the conclusions are not written
	DossierUnreported DossierReason = "unreported" // conclusions are written, the report is not recorded
	DossierPrinted    DossierReason = "printed"    // it was printed; what was signed is not recorded
	DossierNone       DossierReason = "none"       // no file is recorded
)

// DossierPoint is one thing that inspectors ask for: whether it is there, and why.
type DossierPoint struct {
	Proof   Proof
	Held    bool
	Reason  DossierReason
	Files   int         // how many are recorded
	Lacking []PhotoSlot // of photos: the slots for which there is none
}

// Holdings are what an event has, as far as the dossier asks.
type Holdings struct {
	Event    Event
	Evidence []Evidence
	Came     int  // how many are recorded as having come, to any session
	Notes    bool // key points or questions are written down
	Prints   Prints
}

// Dossier tells what inspectors ask for (kelengkapan berkas), point by point in their order: invitation, attendance,
// minutes, photos, report, press release.
func Dossier(h Holdings) []DossierPoint {
	return []DossierPoint{
		h.point(ProofInvitation, h.invitation()),
		h.point(ProofAttendance, h.attendance()),
		h.point(ProofMinutes, h.minutes()),
		h.photos(),
		h.point(ProofReport, h.report()),
		h.press(),
	}
}

// point is there when a file of the sort is recorded; else missing is why not.
func (h Holdings) point(p Proof, missing DossierReason) DossierPoint {
	out := DossierPoint{Proof: p, Reason: missing}
	for _, e := range h.Evidence {
		if e.Proof == p && !e.Removed {
			out.Files++
		}
	}
	switch _, printed := h.Prints.Last(printedAs(p)); {
	case out.Files > 0:
		out.Held, out.Reason = true, DossierFiled
	case printed:
		// What lies in a folder was neither signed nor sent, as far as anybody has recorded: an inspector would not take it.
		out.Reason = DossierPrinted
	}
	return out
}

// printedAs is the kind of paper that a point of the dossier is printed as.
func printedAs(p Proof) string {
	switch p {
	case ProofInvitation:
		return "undangan"
	case ProofAttendance:
		return "daftar-hadir"
	case ProofMinutes:
		return "notula"
	case ProofReport:
		return "laporan"
	case ProofPress:
		return "siaran-pers"
	}
	return ""
}

func (h Holdings) invitation() DossierReason {
	if h.Event.Invitation != "" {
		return DossierNumbered
	}
	return DossierNone
}

func (h Holdings) attendance() DossierReason {
	if h.Came > 0 {
		return DossierUnsigned
	}
	return DossierUncounted
}

func (h Holdings) minutes() DossierReason {
	if h.Notes {
		return DossierUnwritten
	}
	return DossierSilent
}

func (h Holdings) report() DossierReason {
	if h.Event.Conclusion == "" {
		return DossierOpenEnded
	}
	return DossierUnreported
}

func (h Holdings) photos() DossierPoint {
	out := h.point(ProofPhoto, DossierNone)
	for _, slot := range PhotoSlots() {
		if !slices.ContainsFunc(h.Evidence, func(e Evidence) bool {
			return e.Proof == ProofPhoto && e.Slot == slot && !e.Removed
		}) {
			out.Lacking = append(out.Lacking, slot)
		}
	}
	if out.Held && len(out.Lacking) > 0 {
		out.Reason = DossierSlots
	}
	return out
}

// press counts what was published, too: an article has no file of its own.
func (h Holdings) press() DossierPoint {
	out := h.point(ProofPress, DossierNone)
	if !out.Held && h.Event.Source != "" {
		out.Held, out.Reason = true, DossierPublished
	}
	return out
}
