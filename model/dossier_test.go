package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hadir/model"
)

func TestDossier(t *testing.T) {
	all := model.PhotoSlots()
	file := func(p model.Proof, s model.PhotoSlot) model.Evidence { return model.Evidence{Proof: p, Slot: s} }
	for name, test := range map[string]struct {
		holds model.Holdings
		want  []model.DossierPoint
	}{
		"nothing": {model.Holdings{}, []model.DossierPoint{
			{Proof: model.ProofInvitation, Reason: model.DossierNone},
			{Proof: model.ProofAttendance, Reason: model.DossierUncounted},
			{Proof: model.ProofMinutes, Reason: model.DossierSilent},
			{Proof: model.ProofPhoto, Reason: model.DossierNone, Lacking: all},
			{Proof: model.ProofReport, Reason: model.DossierOpenEnded},
			{Proof: model.ProofPress, Reason: model.DossierNone},
		}},
		"work, but no papers": {
			model.Holdings{Event: model.Event{Invitation: "W.13/1", Conclusion: "x", Source: "artikel"}, Came: 3, Notes: true},
			[]model.DossierPoint{
				{Proof: model.ProofInvitation, Reason: model.DossierNumbered},
				{Proof: model.ProofAttendance, Reason: model.DossierUnsigned},
				{Proof: model.ProofMinutes, Reason: model.DossierUnwritten},
				{Proof: model.ProofPhoto, Reason: model.DossierNone, Lacking: all},
				{Proof: model.ProofReport, Reason: model.DossierUnreported},
				{Proof: model.ProofPress, Held: true, Reason: model.DossierPublished},
			},
		},
		"printed, and not signed": {
			model.Holdings{Prints: model.Prints{{Papers: []model.Paper{{Kind: "daftar-hadir"}, {Kind: "notula"}, {Kind: "kartu"}}}}, Came: 3},
			[]model.DossierPoint{
				{Proof: model.ProofInvitation, Reason: model.DossierNone},
				{Proof: model.ProofAttendance, Reason: model.DossierPrinted},
				{Proof: model.ProofMinutes, Reason: model.DossierPrinted},
				{Proof: model.ProofPhoto, Reason: model.DossierNone, Lacking: all},
				{Proof: model.ProofReport, Reason: model.DossierOpenEnded},
				{Proof: model.ProofPress, Reason: model.DossierNone},
			},
		},
		"papers": {
			model.Holdings{Event: model.Event{Source: "artikel"}, Evidence: []model.Evidence{
				file(model.ProofInvitation, ""), file(model.ProofAttendance, ""), file(model.ProofAttendance, ""),
				file(model.ProofMinutes, ""), file(model.ProofPhoto, model.SlotOpening), file(model.ProofPhoto, ""),
				file(model.ProofReport, ""), file(model.ProofPress, ""),
				{Proof: model.ProofPhoto, Slot: model.SlotTalk, Removed: true},
			}},
			[]model.DossierPoint{
				{Proof: model.ProofInvitation, Held: true, Reason: model.DossierFiled, Files: 1},
				{Proof: model.ProofAttendance, Held: true, Reason: model.DossierFiled, Files: 2},
				{Proof: model.ProofMinutes, Held: true, Reason: model.DossierFiled, Files: 1},
				{Proof: model.ProofPhoto, Held: true, Reason: model.DossierSlots, Files: 2, Lacking: all[1:]},
				{Proof: model.ProofReport, Held: true, Reason: model.DossierFiled, Files: 1},
				{Proof: model.ProofPress, Held: true, Reason: model.DossierFiled, Files: 1},
			},
		},
		"a photo for each slot": {
			model.Holdings{Evidence: []model.Evidence{
				file(model.ProofPhoto, all[0]), file(model.ProofPhoto, all[1]), file(model.ProofPhoto, all[2]),
				file(model.ProofPhoto, all[3]), file(model.ProofPhoto, all[4]),
			}},
			[]model.DossierPoint{
				{Proof: model.ProofInvitation, Reason: model.DossierNone},
				{Proof: model.ProofAttendance, Reason: model.DossierUncounted},
				{Proof: model.ProofMinutes, Reason: model.DossierSilent},
				{Proof: model.ProofPhoto, Held: true, Reason: model.DossierFiled, Files: 5},
				{Proof: model.ProofReport, Reason: model.DossierOpenEnded},
				{Proof: model.ProofPress, Reason: model.DossierNone},
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, model.Dossier(test.holds)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
