package store

import (
	"context"
	"os"
	"testing"
	"time"

	"hadir/model"
)

// TestDamagedDraftIsSaid damages what was typed last in every byte, and cuts it at every length: what could be read is given, and
// that there was more is said of damage, and not of what a power cut leaves.
func TestDamagedDraftIsSaid(t *testing.T) {
	d := newDesk(t)
	ctx := context.Background()
	id := d.id()
	var sizes []int
	for i, words := range []string{"Apakah ", "Apakah boleh ", "Apakah boleh pindah?"} {
		draft := model.Draft{ID: id, Form: "question", Begun: d.now, At: d.now.Add(time.Duration(i) * time.Second), Fields: map[string]string{"text": words}}
		if err := d.SaveDraft(ctx, draft); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(d.draftPath(id))
		if err != nil {
			t.Fatal(err)
		}
		sizes = append(sizes, int(info.Size()))
	}
	b, err := os.ReadFile(d.draftPath(id))
	if err != nil {
		t.Fatal(err)
	}
	try := func(name string, b []byte) (model.Draft, bool) {
		t.Helper()
		if err := os.WriteFile(d.draftPath(id), b, 0o600); err != nil {
			t.Fatal(err)
		}
		x, ok, err := d.readDraft(d.draftPath(id))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return x, ok
	}
	if x, ok := try("as it was", b); !ok || x.Damaged || x.Fields["text"] != "Apakah boleh pindah?" {
		t.Fatalf("as it was: %+v, %v", x, ok)
	}
	for at := range b {
		bad := append([]byte(nil), b...)
		bad[at] ^= 1 << (at % 8)
		x, ok := try("byte", bad)
		switch {
		case at >= sizes[1] && (x.Fields["text"] != "Apakah boleh pindah?" && (!x.Damaged || x.Fields["text"] != "Apakah boleh ")):
			t.Errorf("byte %d of %d, in the last: %+v, %v", at, len(b), x, ok)
		case at < sizes[1] && (x.Damaged || x.Fields["text"] != "Apakah boleh pindah?"):
			t.Errorf("byte %d of %d, before it: %+v, %v", at, len(b), x, ok)
		}
	}
	for n := sizes[1]; n < len(b); n++ {
		if x, ok := try("cut", b[:n]); !ok || x.Damaged || x.Fields["text"] != "Apakah boleh " {
			t.Errorf("cut at %d of %d: %+v, %v", n, len(b), x, ok)
		}
	}
	zeros := append(append([]byte(nil), b...), make([]byte, 500)...)
	if x, ok := try("zeros behind it", zeros); !ok || x.Damaged {
		t.Errorf("zeros behind it: %+v, %v", x, ok)
	}
	// Nothing whole is left: that is told, and the file stays.
	one := append([]byte(nil), b[:sizes[0]]...)
	one[sizes[0]-3] ^= 1
	if x, ok := try("nothing whole", one); ok || !x.Damaged {
		t.Errorf("nothing whole: %+v, %v", x, ok)
	}
	if left, err := d.Drafts(ctx); err != nil || len(left) > 0 || len(d.told()) != 1 || d.told()[0].Kind != model.NoticeDraftLost {
		t.Errorf("%v, %v, %v", left, err, d.told())
	}
	if _, err := os.Stat(d.draftPath(id)); err != nil {
		t.Error(err)
	}
}
