package model

import "strconv"

// The registers of a piece of evidence: a file that shows that something of an event happened. The file stays where it is.
const (
	EvidenceSort    = "sort"    // a Proof
	EvidenceSlot    = "slot"    // a PhotoSlot, of a photo
	EvidencePath    = "path"    // where the file was when it was recorded
	EvidenceSum     = "sum"     // SHA-256 of its bytes, in hexadecimal
	EvidenceSize    = "size"    // bytes
	EvidenceCaption = "caption" // keterangan
	EvidenceOrder   = "no"      // 1, 2, 3, ... within its sort and slot
)

// Proof says what a piece of evidence shows.
type Proof string

// What inspectors ask for, in their order, and what else is kept.
const (
	ProofInvitation Proof = "invitation" // undangan
	ProofAttendance Proof = "attendance" // daftar hadir, the signed original as a scan
	ProofMinutes    Proof = "minutes"    // notula
	ProofPhoto      Proof = "photo"      // foto
	ProofReport     Proof = "report"     // laporan
	ProofPress      Proof = "press"      // siaran pers
	ProofMaterial   Proof = "material"   // materi narasumber
	ProofOther      Proof = "other"
)

// Proofs are all sorts of evidence, those that inspectors ask for first.
func Proofs() []Proof {
	return []Proof{
		ProofInvitation, ProofAttendance, ProofMinutes, ProofPhoto, ProofReport, ProofPress, ProofMaterial, ProofOther,
	}
}

// PhotoSlot says what a photo shows.
type PhotoSlot string

// The slots that a report has for photos.
const (
	SlotOpening    PhotoSlot = "opening"    // pembukaan
	SlotTalk       PhotoSlot = "talk"       // materi
	SlotDiscussion PhotoSlot = "discussion" // tanya jawab
	SlotGroup      PhotoSlot = "group"      // foto bersama
	SlotBanner     PhotoSlot = "banner"     // spanduk
)

// PhotoSlots are all slots in the order of a report.
func PhotoSlots() []PhotoSlot {
	return []PhotoSlot{SlotOpening, SlotTalk, SlotDiscussion, SlotGroup, SlotBanner}
}

// Evidence is one file that was recorded for an event (bukti).
type Evidence struct {
	Event, ID ID
	Proof     Proof
	Slot      PhotoSlot // of a photo; empty: none of them
	Path, Sum string
	Size      int64
	Caption   string
	Order     int
	Removed   bool
}

// EvidenceKey is the key of a piece of evidence's record.
func EvidenceKey(event, id ID) Key { return Key{Kind: KindEvidence, Event: event, ID: id} }

// EvidenceOf reads a piece of evidence from its record.
func EvidenceOf(r Record) Evidence {
	e := Evidence{
		Event: r.Key.Event, ID: r.Key.ID, Proof: Proof(r.Get(EvidenceSort)), Slot: PhotoSlot(r.Get(EvidenceSlot)),
		Path: r.Get(EvidencePath), Sum: r.Get(EvidenceSum), Caption: r.Get(EvidenceCaption), Removed: r.Get(Removed) != "",
	}
	e.Size, _ = strconv.ParseInt(r.Get(EvidenceSize), 10, 64)
	e.Order, _ = strconv.Atoi(r.Get(EvidenceOrder))
	return e
}

// Registers are the registers of the evidence that are not empty, as a first write of the record would set them.
func (e Evidence) Registers() []Set {
	return writeFilled([]Set{
		Write(EvidenceSort, string(e.Proof)), Write(EvidenceSlot, string(e.Slot)), Write(EvidencePath, e.Path),
		Write(EvidenceSum, e.Sum), Write(EvidenceSize, positive(int(e.Size))), Write(EvidenceCaption, e.Caption),
		Write(EvidenceOrder, positive(e.Order)),
	})
}
