package screen_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// folderOf is where the papers of the desk's event lie.
func folderOf(d *uitest.Desk) string {
	d.Helper()
	all, err := filepath.Glob(filepath.Join(d.Store().OutputFolder(), "*"))
	if err != nil || len(all) != 1 {
		d.Fatalf("folders %v, %v", all, err)
	}
	return all[0]
}

func TestTheSetIsMadeAndKnownAgain(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		shown := ""
		d.Env.Reveal = func(folder string) error { shown = folder; return nil }
		d.Keys("enter", "6", "p")
		d.Sees("NASKAH", "Daftar hadir", "belum lengkap", "0 sudah dicetak", "belum: ")
		d.Keys("p")
		d.Sees("berkas ditulis ke", "10 sudah dicetak")
		folder := folderOf(d)
		if !strings.HasPrefix(filepath.Base(folder), "2023-11-21-") {
			t.Errorf("the folder is called %s", folder)
		}
		for _, name := range []string{"notula.docx", "notula.pdf", "laporan-kegiatan.docx", "daftar-hadir-data-pribadi.xlsx", "kartu-peserta-data-pribadi.pdf"} {
			if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
				t.Error(err)
			}
		}
		d.Keys("o")
		if shown != folder {
			t.Errorf("opened %q, want %q", shown, folder)
		}

		// What is printed stays what it is: undo passes it over.
		d.Keys("ctrl+z")
		d.Misses("Diurungkan")

		// Something else is recorded; a person has edited a file.
		mine := filepath.Join(folder, "notula.docx")
		if err := os.WriteFile(mine, []byte("suntingan"), 0o600); err != nil {
			t.Fatal(err)
		}
		d.Keys("k")
		d.Keys("esc")
		r, err := d.Store().Record(context.Background(), model.EventKey(e.ID))
		if err != nil {
			t.Fatal(err)
		}
		set, _ := r.Write(model.EventConclusion, "Warga perlu tahu.")
		d.Apply(d.Env.Act(model.VerbEdit).Change(r.Key, set))
		d.Wait(screen.PapersRest)
		d.Sees("berubah sejak dicetak")
		d.Keys("p")
		d.Sees("Berkas yang Anda ubah dibiarkan")
		if b, err := os.ReadFile(mine); err != nil || string(b) != "suntingan" {
			t.Errorf("the edited file holds %q, %v", b, err)
		}
		if _, err := os.Stat(filepath.Join(folder, "notula (2).docx")); err != nil {
			t.Error(err)
		}
	})
}

// Enter leads to what is missing; a paper is read before it is printed.
func TestAGapLeadsToItsField(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		d.Keys("enter", "6", "p", "end", "up")
		d.Sees("> Siaran pers")
		d.Keys("v")
		d.Sees("SIARAN PERS", "KONSEP", "[isi: ")
		d.Keys("esc", "enter")
		d.Sees("UBAH KEGIATAN", "> Penyelenggara")
		d.Keys("esc", "home", "enter")
		d.Sees("KOP DAN PENANDA TANGAN", "> Kota")
		d.Keys("esc", "e")
		d.Sees("ISIAN NASKAH", "Kota siaran pers")
	})
}

func TestThePressReleaseIsADraftUntilApproved(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		d.Keys("enter", "6", "p", "a")
		d.Sees("Siaran pers belum dapat disetujui")
		fillPress(d, e.ID)
		d.Wait(screen.PapersRest)
		d.Keys("a")
		d.Sees("disetujui kata demi kata")
		d.Wait(screen.PapersRest)
		d.Keys("end", "up", "v")
		d.Misses("KONSEP")
		d.Keys("esc")
		r, _ := d.Store().Record(context.Background(), model.EventKey(e.ID))
		set, _ := r.Write(model.EventResult, "Hal lain.")
		d.Apply(d.Env.Act(model.VerbEdit).Change(r.Key, set))
		d.Wait(screen.PapersRest)
		d.Keys("v")
		d.Sees("KONSEP")
	})
}

// onTheList are the guests of an event, in the order of the list.
func onTheList(d *uitest.Desk, event model.ID) (out []model.Guest) {
	d.Helper()
	h, err := d.Store().Hall(context.Background(), event, model.ID{})
	if err != nil {
		d.Fatal(err)
	}
	for i := range h.Len() {
		out = append(out, *h.At(i))
	}
	return out
}

// fillPress records what a press release needs.
func fillPress(d *uitest.Desk, event model.ID) {
	d.Helper()
	act := d.Env.Act(model.VerbEdit)
	r, err := d.Store().Record(context.Background(), model.EventKey(event))
	if err != nil {
		d.Fatal(err)
	}
	opener, speaker, item := d.Env.ID(), d.Env.ID(), d.Env.ID()
	role := func(id model.ID, duty model.Duty) model.Change {
		return act.Change(model.RoleKey(event, id), model.Role{Person: id, Duty: duty, Name: "Pejabat Contoh", Post: "Jabatan Contoh"}.Registers()...)
	}
	guests := onTheList(d, event)
	d.Apply(
		act.Change(r.Key, r.Edit(map[string]string{
			model.EventCity: "Kota Contoh", model.EventContact: "Panitia, 0810-0000-0000", model.EventGroups: "kepala desa", model.EventOrganiser: "Kantor Contoh",
			model.EventVenue: "Balai Contoh",
		})...),
		role(opener, model.DutyOpener), role(speaker, model.DutySpeaker),
		act.Change(model.AgendaItemKey(event, item), model.AgendaItem{Title: "Materi", Kind: model.ItemTalk, Role: speaker, Points: []string{"satu pokok"}}.Registers()...),
		act.Change(model.SeatKey(event, model.ID{}, guests[0].ID), model.Seat{}.Arrive(model.HowSearch)...),
	)
}

// The list is signed on paper, and typed in after the event.
func TestSignedRowsAreTypedIn(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		d.Keys("enter", "6", "p", "t")
		d.Sees("belum pernah dicetak")
		d.Keys("home", "down", "down", "c")
		d.Sees("berkas ditulis ke", "Kode lembar daftar hadir: ")
		_, code, _ := strings.Cut(d.Screen(), "Kode lembar daftar hadir: ")
		code = strings.Fields(code)[0]
		d.Keys("t")
		d.Type("AAAAAAAAA")
		d.Keys("tab")
		d.Type("1-3 d5=Sri Contoh 14")
		d.Keys("ctrl+s")
		d.Sees("Tidak ada lembar berkode")
		d.Keys("home")
		for range 9 {
			d.Keys("delete")
		}
		d.Type(code)
		d.Keys("ctrl+s")
		d.Sees("3 dicatat hadir, 1 diwakili, 0 sudah tercatat sebelumnya, 1 baris kosong (14)")
		n, err := d.Store().Counts(context.Background(), e.ID, model.ID{})
		if err != nil || n.Present != 3 || n.Represented != 1 {
			t.Errorf("counts %+v, %v", n, err)
		}
		d.Keys("2", "titik")
		d.Sees("l.1")
	})
}

func TestPaymentsAreTypedAndSignedFor(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		g := onTheList(d, e.ID)
		act := d.Env.Act(model.VerbRepresent)
		d.Apply(act.Change(model.SeatKey(e.ID, model.ID{}, g[0].ID), model.Seat{}.Represent(model.Deputy{Name: g[1].Name})...),
			act.Change(model.SeatKey(e.ID, model.ID{}, g[1].ID), model.Seat{}.Arrive(model.HowSearch)...))
		d.Keys("enter", "6", "p", "u")
		d.Sees("PEMBAYARAN", "2 orang", "2 belum ada jumlahnya", "mewakili")
		d.Keys("space")
		d.Sees("belum diisi")
		d.Keys("a", "tab")
		d.Type("150.000")
		d.Sees("seratus lima puluh ribu rupiah")
		d.Keys("ctrl+s")
		d.Sees("Rp")
		d.Sees("0 belum ada jumlahnya")
		d.Keys("space")
		d.Sees("tidak dibayar dua kali")
		d.Keys("esc", "space", "right", "enter")
		d.Sees("sudah menerima Rp", "1 sudah menerima")
		d.Keys("enter")
		d.Type("dua ratus")
		d.Keys("ctrl+s")
		d.Sees("rupiah bulat")
	})
}

func TestALogoThatIsNoPictureIsSaidAndLeftOut(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		logo := leaveFile(d, "logo.png", "bukan gambar")
		d.Keys("p", "f4")
		d.Sees("KOP DAN PENANDA TANGAN")
		d.Type("KANTOR CONTOH")
		d.Keys("tab")
		d.Paste("\"" + logo + "\"")
		d.Keys("tab", "tab")
		d.Type("Kota Contoh")
		d.Keys("ctrl+s")
		d.Sees("Kop dan penanda tangan tersimpan.")
		me, err := d.Store().Settings(context.Background())
		if err != nil || me.Logo != logo || me.Head != "KANTOR CONTOH" || me.City != "Kota Contoh" {
			t.Errorf("settings %+v, %v", me, err)
		}
		d.Keys("esc", "enter", "6", "p", "p")
		d.Sees("bukan gambar PNG atau JPEG")
	})
}

// A folder that cannot be written is said, and leaves nothing half written.
func TestAFolderThatCannotBeWritten(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		if err := os.WriteFile(d.Store().OutputFolder(), []byte("bukan folder"), 0o600); err != nil {
			t.Fatal(err)
		}
		d.Keys("enter", "6", "p", "p")
		d.Sees("BELUM SELESAI")
	})
}

func TestAWalkInSignsAnEmptyRow(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		d.Keys("enter", "6", "p", "home", "down", "down", "c", "2")
		d.Type("Zaki Contoh Baru")
		d.Keys("ctrl+t")
		d.Sees("Baris kertas")
		d.Keys("tab", "tab", "tab", "tab", "tab")
		d.Type("1")
		d.Keys("ctrl+s")
		d.Sees("tidak dapat dipakai")
		d.Type("4")
		d.Keys("ctrl+s")
		d.Sees("lembar 1 nomor 14")
	})
}

// Photos are read when they are printed, and not before: a report stands as printed with them as without.
func TestPhotosAreReadForPrinting(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		photo := leaveFile(d, "foto.jpg", "bukan gambar")
		d.Apply(d.Env.Act(model.VerbFile).Change(model.EvidenceKey(e.ID, d.Env.ID()),
			model.Evidence{Proof: model.ProofPhoto, Slot: model.SlotOpening, Path: photo}.Registers()...))
		d.Keys("enter", "6", "p")
		d.Misses("bukan gambar")
		d.Keys("down", "down", "down", "down", "c")
		d.Sees("\"foto.jpg\" bukan gambar PNG atau JPEG", "1 sudah dicetak")
	})
}

// What a berita acara lacks leads to its form; what was typed there stands in the paper, and a copy of the event has none of it.
func TestABeritaAcaraIsFilledIn(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		d.Keys("enter", "6", "p", "home", "down", "down", "down", "down", "down", "down")
		d.Sees("> Berita acara")
		d.Keys("enter")
		d.Sees("BERITA ACARA", "> Nomor berita acara")
		d.Type("BA-01")
		d.Keys("tab")
		d.Type("Penyerahan <Spanduk> & Brosur")
		d.Keys("tab")
		d.Paste("Pihak Pertama menyerahkan 50 brosur.\nPihak Kedua menerimanya.")
		d.Keys("tab")
		d.Type("0")
		d.Keys("tab")
		d.Type("Budi Contoh, S.H.")
		d.Keys("tab")
		d.Type("1986")
		d.Keys("ctrl+s")
		d.Sees("Tulis banyaknya rangkap")
		d.Type("3")
		d.Keys("tab", "tab")
		for range 4 {
			d.Keys("backspace")
		}
		d.Type("19860926 201505 1 001")
		d.Keys("tab", "tab", "tab", "tab", "tab")
		d.Type("Sri Contoh")
		d.Keys("ctrl+s")
		d.Sees("Isian berita acara tersimpan.", "NASKAH")
		d.Wait(screen.PapersRest)
		d.Keys("v")
		d.Sees("BERITA ACARA", "PENYERAHAN <SPANDUK> & BROSUR", "Nomor: BA-01", "kami masing-masing:", "Budi Contoh, S.H.", "19860926 201505 1 001")
		d.Keys("pgdown")
		d.Sees("PIHAK KEDUA", "Pihak Kedua menerimanya.", "rangkap 3 (tiga)", "Sri Contoh")
		d.Keys("esc", "ctrl+z")
		d.Sees("Diurungkan")
		record, err := d.Store().Record(context.Background(), model.EventKey(e.ID))
		if err != nil || len(model.SignedOf(record).Parties) != 0 {
			t.Errorf("undone: %+v, %v", model.SignedOf(record), err)
		}
	})
}

// One owner's part of the follow-ups is a file of its own, and each guest may have a letter.
func TestOneOwnersPartAndALetterEach(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		d.Keys("enter", "6", "p", "j")
		d.Sees("Belum ada tindak lanjut yang memiliki penanggung jawab")
		for _, owner := range []string{"Seksi Contoh", "Dinas/Contoh"} {
			id := d.Env.ID()
			d.Apply(d.Env.Act(model.VerbEdit).Change(model.ActionKey(e.ID, id),
				model.Write(model.ActionDo, "Tugas "+owner), model.Write(model.ActionOwner, owner)))
		}
		d.Wait(screen.PapersRest)
		d.Keys("j")
		d.Sees("RTL siapa yang dicetak?", "> Dinas/Contoh (1 tindak lanjut)", "Seksi Contoh")
		d.Keys("esc", "j", "down", "enter")
		d.Sees("berkas ditulis ke")
		folder := folderOf(d)
		if names := namesIn(d, folder); len(names) != 3 || !strings.HasPrefix(names[0], "rencana-tindak-lanjut-Seksi-Contoh.") {
			t.Errorf("wrote %v", names)
		}
		d.Keys("s", "home", "c")
		d.Sees("berkas")
		if names := namesIn(d, folder); !slices.Contains(names, "surat-undangan-per-tamu-data-pribadi.pdf") || !slices.Contains(names, "surat-undangan.pdf") {
			t.Errorf("wrote %v", names)
		}
	})
}

// namesIn are the names of a folder's files.
func namesIn(d *uitest.Desk, folder string) (out []string) {
	d.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		d.Fatal(err)
	}
	for _, f := range files {
		out = append(out, f.Name())
	}
	return out
}

// A set that is stopped before it was written leaves no file, and the next one is whole. The rows that were frozen stay frozen.
func TestASetIsStopped(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		d.Keys("enter", "6", "p")
		d.Hold()
		d.Keys("p")
		d.Sees("Esc hentikan")
		d.Keys("esc")
		d.Release()
		d.Sees("Dihentikan. 0 berkas")
		if all, _ := filepath.Glob(filepath.Join(d.Store().OutputFolder(), "*", "*")); len(all) != 0 {
			t.Errorf("left %v", all)
		}
		frozen := onTheList(d, e.ID)[0].Row
		d.Keys("p")
		d.Sees("berkas ditulis ke", "10 sudah dicetak")
		if row := onTheList(d, e.ID)[0].Row; frozen != 1 || row != frozen {
			t.Errorf("row %d, then %d", frozen, row)
		}
	})
}

// What can only be read is printed, and it is said what that means.
func TestReadOnlyDataIsPrinted(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		d.Keys("enter", "6", "p")
		d.Fail(model.ErrReadOnly)
		d.Keys("p")
		d.Sees("nomor baris daftar hadir belum", "KONSEP")
		folder := folderOf(d)
		if names := namesIn(d, folder); !slices.Contains(names, "daftar-hadir-data-pribadi.docx") || !slices.Contains(names, "notula.pdf") {
			t.Errorf("wrote %v", names)
		}
		d.Mend()
		d.Keys("home", "down", "down", "c")
		d.Sees("1 sudah dicetak")
	})
}
