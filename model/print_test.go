package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hadir/model"
)

func TestPrintsComeBack(t *testing.T) {
	d := newDesks(1)[0]
	key := model.EventKey(model.ID{1})
	first := model.Print{Code: "AAAA", Sheets: []int{16, 38}, Date: "2023-11-20"}
	second := model.Print{Folder: "/x", Papers: []model.Paper{{Kind: "notula", Sum: "s", Files: map[string]string{"notula.pdf": "1"}}}}
	third := model.Print{Folder: "/x", Papers: []model.Paper{{Kind: "notula", Sum: "t", Files: map[string]string{"notula.pdf": "2", "notula.docx": "3"}}}}
	for minute, p := range []model.Print{first, second, third} {
		d.act(minute, model.VerbPrint, key, model.AddPrint(p))
	}
	d.act(9, model.VerbPrint, key, model.Add(model.EventPrints, "no JSON"))
	prints := model.Prints(model.PrintsOf(d.record(key)))
	if len(prints) != 3 {
		t.Fatalf("%d prints", len(prints))
	}
	if p, ok := prints.ByCode("AAAA"); !ok || cmp.Diff(p.Sheets, prints.Sheets()) != "" {
		t.Errorf("by its code %+v, %v", p, ok)
	}
	if _, ok := prints.ByCode(""); ok {
		t.Error("a print without a code was found")
	}
	if p, ok := prints.Last("notula"); !ok || p.Sum != "t" {
		t.Errorf("last %+v, %v", p, ok)
	}
	if d := cmp.Diff(map[string]string{"notula.pdf": "2", "notula.docx": "3"}, prints.Written("/x")); d != "" {
		t.Error(d)
	}
}
