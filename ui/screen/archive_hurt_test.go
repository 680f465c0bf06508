package screen_test

import (
	"bytes"
	"os"
	"testing"
	"time"

	"hadir/model"
	"hadir/ui/uitest"
)

// spoil changes a letter of a word wherever it stands in the file, as a bad sector does, while the file is open.
func spoil(d *uitest.Desk, word string) {
	d.Helper()
	f, err := os.OpenFile(d.Store().Path(), os.O_RDWR, 0)
	if err != nil {
		d.Fatal(err)
	}
	defer f.Close()
	all, err := os.ReadFile(d.Store().Path())
	if err != nil {
		d.Fatal(err)
	}
	n := 0
	for at := 0; ; n++ {
		i := bytes.Index(all[at:], []byte(word))
		if i < 0 {
			break
		}
		at += i + 1
		if _, err := f.WriteAt([]byte{'#'}, int64(at)); err != nil {
			d.Fatal(err)
		}
	}
	if n == 0 {
		d.Fatalf("%q stands nowhere", word)
	}
}

// TestADamagedIndexIsSaidAndMadeAnew spoils what the index has of one note. Others are found all the while, the screen says that
// something may be missing, and soon, without a key, nothing is.
func TestADamagedIndexIsSaidAndMadeAnew(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, old, _ model.ID) {
		// In the index it stands in small letters, and in the record it does not.
		record(d, old, 3, said{text: "GERHANA DI LAUT?", answer: "Tidak ada.", asker: "Nurhidayah"})
		d.Type("izin keluarga")
		d.Sees("1 hasil")
		d.Misses("Sebagian indeks rusak")
		spoil(d, "gerhana")
		d.Keys("ctrl+u")
		d.Paste("izin keluarga")
		d.Sees("Sebagian indeks rusak", "1 hasil", "surat [izin] [keluarga]?")
		d.Wait(3 * time.Second)
		d.Misses("Sebagian indeks rusak")
		d.Sees("1 hasil", "surat [izin] [keluarga]?")
		d.Keys("ctrl+u")
		d.Type("gerhana laut")
		d.Sees("1 hasil", "[GERHANA] DI [LAUT]?")
		if c, err := d.Store().VerifyIndex(t.Context()); err != nil || !c.Sound() {
			d.Errorf("the index afterwards: %+v, %v", c, err)
		}
	})
}

func TestAnAgendaItemIsOpenedAtItself(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, old, _ model.ID) {
		act := d.Env.Act(model.VerbEdit)
		for i, title := range []string{"Pembukaan", "Bahaya calo", "Doa"} {
			x := model.AgendaItem{Title: title, Kind: model.ItemTalk, Order: i + 1, Points: []string{"butir " + title}}
			d.Apply(act.Change(model.AgendaItemKey(old, d.Env.ID()), x.Registers()...))
		}
		d.Type("bahaya calo")
		d.Keys("enter")
		d.Sees("> Bahaya calo", "butir Bahaya calo")
	})
}

// TestStatusesAreTypedInTheOfficersLanguage narrows by words of either language, whichever the screen speaks.
func TestStatusesAreTypedInTheOfficersLanguage(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, old, _ model.ID) {
		record(d, old, 3, said{text: "Bolehkah paspor diwakilkan?", asker: "Nurhidayah"})
		d.Keys("f2")
		d.Type("paspor")
		d.Resize(160, 50)
		d.Sees("[ ] not answered")
		for _, typed := range []string{`"not answered"`, "open", `"belum terjawab"`} {
			d.Keys("ctrl+u")
			d.Type("paspor status:" + typed)
			d.Sees("1 result", "Bolehkah [paspor]", "[x] not answered")
		}
		d.Keys("f2")
		d.Sees("[x] belum terjawab")
		d.Keys("f2", "ctrl+u")
		d.Type("paspor status:answ")
		d.Sees("2 results")
	})
}
