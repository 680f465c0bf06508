package screen_test

import (
	"strings"
	"testing"

	"hadir/model"
	"hadir/ui/uitest"
)

// code is a guest's code, as a card carries it.
func code(d *uitest.Desk, event model.Event, name string) string {
	d.Helper()
	h, err := d.Store().Hall(d.Context(), event.ID, model.ID{})
	if err != nil {
		d.Fatal(err)
	}
	for i := range h.Len() {
		if h.At(i).Name == name {
			return h.At(i).Code()
		}
	}
	d.Fatalf("no guest %s", name)
	return ""
}

func TestScannerEndings(t *testing.T) {
	endings := map[string][]string{"CR": {"enter"}, "LF": {"ctrl+j"}, "CRLF": {"enter", "ctrl+j"}, "Tab": {"tab"}}
	for name, ending := range endings {
		t.Run(name, func(t *testing.T) {
			atDoor(t, func(d *uitest.Desk, event model.Event) {
				c := code(d, event, "Ratna Dewi")
				d.Keys("suy")
				d.Type("~" + strings.ToLower(c))
				d.Keys(ending...)
				d.Sees("HADIR 08.52 - Ratna Dewi, Direktur, PT Contoh Wisata (fiktif).", "> suy", "datang 1")
				d.Type("~" + c)
				d.Keys(ending...)
				d.Sees("Sudah tercatat hadir pukul 08.52", "> suy", "datang 1")
			})
		})
	}
}

func TestScannerFromAnyFocus(t *testing.T) {
	for _, before := range [][]string{
		{"ctrl+t"}, {"titik", "ctrl+r"}, {"titik", "ctrl+g"}, {"titik", "ctrl+e"}, {"f3"}, {"f7"}, {"titik", "ctrl+d"},
	} {
		t.Run(strings.Join(before, " "), func(t *testing.T) {
			atDoor(t, func(d *uitest.Desk, event model.Event) {
				d.Keys(before...)
				d.Type("~" + code(d, event, "Ratna Dewi"))
				d.Keys("enter")
				d.Sees("HADIR 08.52 - Ratna Dewi")
				d.Misses("~")
				if s := d.Seats(event.ID, model.ID{})["Ratna Dewi"]; s.State != model.StatePresent {
					d.Errorf("state %s, want present", s.State)
				}
			})
		})
	}
}

func TestScannedCodesThatAreRefused(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		c := code(d, event, "Ratna Dewi")
		wrong := []byte(c)
		wrong[0] = map[bool]byte{true: '2', false: '3'}[wrong[0] == '3']
		d.Type("~" + string(wrong))
		d.Keys("enter")
		d.Sees("Kode "+string(wrong)+" salah baca. Pindai sekali lagi, atau ketik namanya. Tidak ada yang dicatat.", "datang 0")
		elsewhere := model.Code(d.Env.ID())
		d.Type("~" + elsewhere)
		d.Keys("enter")
		d.Sees("Kode "+elsewhere+" bukan milik peserta kegiatan ini.", "datang 0")
		// What is no code is text, and nothing of it is lost.
		d.Type("~a b")
		d.Sees("> ~a b")
	})
}
