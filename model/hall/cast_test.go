package hall

import (
	"testing"

	"hadir/model"
)

func TestCastKnowsEachPersonOnce(t *testing.T) {
	chair := model.Role{Person: model.ID{1}, Name: "Pegawai Contoh", Before: "Drs.", Post: "Kepala Seksi"}
	speaker := chair
	speaker.Post = "Kasi"
	guests := []model.Guest{
		{ID: model.ID{9}, Name: "Suyatno", Post: "Kepala Desa", Institution: "Desa Contoh Lor"},
		{ID: model.ID{8}, Name: "Pegawai Contoh"},
		{ID: model.ID{7}, Name: "Sudah Dihapus", Removed: true},
		{ID: model.ID{6}},
	}
	people := []model.Person{{ID: model.ID{2}, Name: "Suyatno"}, {ID: model.ID{3}, Name: "Soejatno", Post: "Tokoh"}}
	person := map[model.ID]model.ID{{9}: {2}, {8}: {1}, {7}: {4}, {6}: {5}}
	c := NewCast([]model.Role{chair, speaker}, guests, people, func(g model.Guest) model.ID { return person[g.ID] })

	if got := c.Find("pegawai", 10); len(got) != 1 || got[0].Source != FromRole || got[0].FullName() != "Drs. Pegawai Contoh" {
		t.Errorf("pegawai: %+v", got)
	}
	got := c.Find("suyatno", 10)
	if len(got) != 2 || got[0].Person != (model.ID{2}) || got[0].Source != FromList || got[1].Source != FromPeople {
		t.Errorf("suyatno: %+v", got)
	}
	if len(c.Find("dihapus", 10)) != 0 {
		t.Error("found somebody who was taken off the list")
	}
	r := got[0].Role(model.DutySpeaker)
	if r.Person != (model.ID{2}) || r.Post != "Kepala Desa" || r.Duty != model.DutySpeaker {
		t.Errorf("role %+v", r)
	}
	if x := Typed("Drs. Tamu Contoh, M.Si."); x.Before != "Drs." || x.Name != "Tamu Contoh" || x.After != "M.Si." {
		t.Errorf("typed %+v", x)
	}
}
