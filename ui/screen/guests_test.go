package screen_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// atList gives a journey the guest list of a village meeting at which two people came, one is represented and one excused.
// It is told twice: what was written reaches the screen before the writer's own news of it, and after.
func atList(t *testing.T, journey func(d *uitest.Desk, event model.Event)) {
	t.Helper()
	for _, newsFirst := range []bool{false, true} {
		uitest.Run(t, func(d *uitest.Desk) {
			d.NewsFirst = newsFirst
			event := d.Event(uitest.Guests()...)
			d.Until(8, 52)
			mark(d, event, "Suyatno", model.VerbPresent, model.Add(model.SeatArrivals, string(model.HowSearch)))
			d.Until(8, 55)
			mark(d, event, "Ratna Dewi", model.VerbPresent, model.Add(model.SeatArrivals, string(model.HowScan)))
			mark(d, event, "Titik Adi", model.VerbRepresent, model.Add(model.SeatDeputies, `{"name":"Sri Lestari","post":"Sekretaris"}`))
			mark(d, event, "Nurhidayah", model.VerbExcuse, model.Add(model.SeatExcuses, string(model.StateExcused)))
			d.Show(screen.NewGuests(d.Env, event.ID, model.ID{}))
			journey(d, event)
		})
	}
}

// guest is the guest of that bare name.
func guest(d *uitest.Desk, event model.Event, name string) model.Guest {
	d.Helper()
	h, err := d.Store().Hall(d.Context(), event.ID, model.ID{})
	if err != nil {
		d.Fatal(err)
	}
	for i := range h.Len() {
		if h.At(i).Name == name {
			return *h.At(i)
		}
	}
	d.Fatalf("no guest %s", name)
	return model.Guest{}
}

// mark writes to the seat of a guest as another program would.
func mark(d *uitest.Desk, event model.Event, name string, verb model.Verb, sets ...model.Set) {
	d.Helper()
	d.Apply(d.Env.Act(verb).Change(model.SeatKey(event.ID, model.ID{}, guest(d, event, name).ID), sets...))
}

func TestGuestListShowsWhatHappened(t *testing.T) {
	atList(t, func(d *uitest.Desk, event model.Event) {
		d.Sees("DAFTAR PESERTA Pencegahan CPMI Nonprosedural",
			"Undangan 10: hadir 2, diwakili 1, izin 1, belum datang 6", "tambahan 0 | datang 3", "10 dari 10 peserta | urut nomor")
		if line := d.Line("Suyatno"); !strings.Contains(line, "hadir 08.52") {
			t.Errorf("the one who came: %q", line)
		}
		if line := d.Line("Titik Adi"); !strings.Contains(line, "diwakili 08.55") {
			t.Errorf("the one who is represented: %q", line)
		}
		// Phones are not for everybody who looks at the screen.
		d.Misses("0810")
	})
}

func TestGuestListIsLive(t *testing.T) {
	atList(t, func(d *uitest.Desk, event model.Event) {
		mark(d, event, "Soedjarwo", model.VerbPresent, model.Add(model.SeatArrivals, string(model.HowSearch)))
		d.Sees("hadir 3, diwakili 1")
		if line := d.Line("Soedjarwo"); !strings.Contains(line, "hadir 08.55") {
			t.Errorf("the one who has just come: %q", line)
		}
	})
}

func TestGuestListFilters(t *testing.T) {
	atList(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("s")
		d.Sees("Tampilkan peserta dengan status apa?", "semua peserta (10)", "belum datang (6)", "hadir (2)", "diwakili (1)")
		d.Keys("down", "enter")
		d.Sees("6 dari 10 peserta | belum datang | urut nomor")
		d.Misses("Suyatno", "Ratna Dewi")

		// A filter stays while another is put on top; what does not fit leaves as it happens.
		mark(d, event, "Soejatno", model.VerbPresent, model.Add(model.SeatArrivals, string(model.HowSearch)))
		d.Sees("5 dari 10 peserta")
		d.Misses("Soejatno")
		d.Keys("f", "sutrisno")
		d.Sees("2 dari 10 peserta | belum datang | \"sutrisno\"", "Desa Contoh Kidul", "Desa Contoh Kulon")
		d.Keys("esc")
		d.Sees("5 dari 10 peserta | belum datang | urut")
		d.Keys("a")
		d.Sees("10 dari 10 peserta | urut")

		d.Keys("u")
		d.Sees("Kepala desa (9)", d.Env.Say("category.bpu")+" (1)")
		d.Keys("end", "enter")
		d.Sees("1 dari 10 peserta | unsur: "+d.Env.Say("category.bpu"), "Ratna Dewi")
		d.Keys("u", "home", "enter", "i")
		d.Sees("Desa Contoh Asri (1)")
		d.Keys("down", "enter")
		d.Sees("1 dari 10 peserta | Desa Contoh Asri", "Soedjarwo")
	})
}

func TestGuestListWordsMatchAsAtTheDoor(t *testing.T) {
	atList(t, func(d *uitest.Desk, _ model.Event) {
		for typed, found := range map[string]string{"sujarwo": "Soedjarwo", "maruf": "Ma'ruf", "nur hidayah": "Nurhidayah", "2340": "Ratna Dewi"} {
			d.Keys("f")
			d.Type(typed)
			d.Sees("1 dari 10 peserta", found)
			d.Keys("esc")
		}
		d.Keys("f", "zzzz")
		d.Sees("Tidak ada peserta yang cocok dengan saringan ini.")
		d.Keys("enter")
		d.Sees("Tidak ada peserta yang dipilih.")
	})
}

func TestGuestListSorts(t *testing.T) {
	atList(t, func(d *uitest.Desk, _ model.Event) {
		d.Keys("home")
		order := []string{d.Line("> ")}
		for range 3 {
			d.Keys("r", "home")
			order = append(order, d.Line("> "))
		}
		for i, want := range []string{"Suyatno", "Hendra Subagyo", "Soedjarwo", "Suyatno"} {
			if !strings.Contains(order[i], want) {
				t.Errorf("order %d begins with %q, want %s", i, order[i], want)
			}
		}
		d.Sees("urut waktu datang")
		// The cursor belongs to its guest.
		d.Keys("down", "r")
		if line := d.Line("> "); !strings.Contains(line, "Titik Adi") && !strings.Contains(line, "Ratna Dewi") {
			t.Errorf("the cursor stands on %q", line)
		}
	})
}

func TestMissingListMasksPhonesUntilAsked(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		guests := uitest.Guests()
		event := d.Event(guests...)
		d.Show(screen.NewGuests(d.Env, event.ID, model.ID{}))
		d.Misses("0810")
		d.Keys("s", "down", "enter")
		d.Sees("0810-****-2340")
		d.Keys("p")
		d.Sees("0810-0001-2340")
		d.Keys("p")
		d.Misses("0810-0001-2340")
		// What is hidden stays hidden on the text.
		d.Keys("b")
		d.Sees("BELUM DATANG: 10 dari 10 undangan")
		d.Misses("0810")
		d.Keys("p", "end")
		d.Sees("10. Ratna Dewi, Direktur, PT Contoh Wisata (fiktif) - 0810-0001-2340")
	})
}

func TestGuestListUndo(t *testing.T) {
	atList(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("ctrl+z")
		d.Sees("Diurungkan:", "pukul 08.55")
		if s := d.Seats(event.ID, model.ID{})["Nurhidayah"]; s.State != model.StateExpected {
			t.Errorf("the last act was not undone: %s", s.State)
		}
	})
}

func TestGuestListOfSessions(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		event := d.Event(uitest.Guests()...)
		second := d.Session(event.ID, "Hari kedua", "2023-11-22", 2)
		act := d.Env.Act(model.VerbPresent)
		d.Apply(act.Change(model.SeatKey(event.ID, second, guest(d, event, "Suyatno").ID), model.Add(model.SeatArrivals, "search")))
		d.Show(screen.NewGuests(d.Env, event.ID, model.ID{}))
		d.Sees("hadir 0")
		d.Keys("f4")
		d.Sees("Tampilkan kehadiran sesi mana?", "Hari kedua")
		d.Keys("down", "enter")
		d.Sees("Hari kedua", "hadir 1, belum datang 9")
		d.Keys("l")
		d.Sees("sesi Hari kedua", "tanggal 22 November 2023")
	})
}

func TestReport(t *testing.T) {
	atList(t, func(d *uitest.Desk, event model.Event) {
		d.Until(9, 20)
		d.Keys("l")
		want := "Izin melaporkan, Bapak/Ibu.\n\n" +
			"Kegiatan Pencegahan CPMI Nonprosedural, hari Selasa, tanggal 21 November 2023, pukul 09.00 WIB s.d. selesai, di Aula Contoh.\n\n" +
			"Undangan 10: hadir 2, diwakili 1, izin 1, belum datang 6; jumlah yang datang 3.\n" +
			"Yang datang menurut unsur: kepala desa 2, " + strings.ToLower(d.Env.Say("category.bpu")) + " 1.\n" +
			"Data per 21 November 2023 pukul 09.20 WIB.\n\n" +
			"Demikian dilaporkan. Terima kasih.\n"
		d.Sees("LAPORAN", "Izin melaporkan, Bapak/Ibu.", "jumlah yang datang 3.")
		d.Keys("c")
		if d.Clipboard != want {
			t.Errorf("copied:\n%s\nwant:\n%s", d.Clipboard, want)
		}
		d.Sees("Teks dikirim ke papan klip.")
		d.Keys("s")
		d.Sees("Tersimpan:")
		path := filepath.Join(filepath.Dir(d.Store().Path()), "keluaran", "laporan-2023-11-21.txt")
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("saved: %q, %v", got, err)
		}
		// It follows what other desks do, and a second file does not replace the first.
		mark(d, event, "Soejatno", model.VerbPresent, model.Add(model.SeatArrivals, "search"))
		d.Sees("hadir 3")
		d.Keys("s")
		if _, err := os.Stat(strings.TrimSuffix(path, ".txt") + "-2.txt"); err != nil {
			t.Error(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("the first file was written over: %q, %v", got, err)
		}
		d.Keys("f2")
		d.Sees("A report on attendance.", "present 3")
	})
}

func TestReportSaysOnlyWhatIsRecorded(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		act := d.Env.Act(model.VerbCreate)
		id := d.Env.ID()
		d.Apply(act.Change(model.EventKey(id), model.Write(model.EventTheme, "Desa Binaan"), model.Write(model.EventSample, "1")))
		d.Show(screen.NewReport(d.Env, id, model.ID{}))
		d.Keys("c")
		want := "DATA CONTOH. Bukan kegiatan yang sebenarnya.\nIzin melaporkan, Bapak/Ibu.\n\nKegiatan Desa Binaan.\n\n" +
			"Belum ada daftar undangan dan belum ada yang tercatat datang.\nData per 21 November 2023 pukul 08.41 WIB.\n\n" +
			"Demikian dilaporkan. Terima kasih.\n"
		if d.Clipboard != want {
			t.Errorf("copied:\n%s\nwant:\n%s", d.Clipboard, want)
		}
		// An open meeting: nobody was invited by name.
		guest := model.Guest{ID: d.Env.ID(), Name: "Tamu Contoh", WalkIn: true, Order: 1}
		d.Apply(act.Change(model.GuestKey(id, guest.ID), guest.Registers()...),
			act.Change(model.SeatKey(id, model.ID{}, guest.ID), model.Add(model.SeatArrivals, "walk-in")))
		d.Sees("Jumlah yang datang 1 (tanpa daftar undangan).")
		d.Misses("menurut unsur")
	})
}

func TestTextsCarryNoEscapeCodes(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		event := d.Event(model.Guest{Name: "Jahat\x1b]52;c;AAAA\x07\u202e", Institution: "Desa\nContoh"})
		d.Show(screen.NewMissing(d.Env, event.ID, model.ID{}))
		d.Keys("c")
		if strings.ContainsAny(d.Clipboard, "\x1b\x07\u202e") || strings.Count(d.Clipboard, "\n") != 5 {
			t.Errorf("copied %q", d.Clipboard)
		}
	})
}

func TestReportThatCannotBeSaved(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		event := d.Event(uitest.Guests()...)
		if err := os.WriteFile(filepath.Join(filepath.Dir(d.Store().Path()), "keluaran"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		d.Show(screen.NewReport(d.Env, event.ID, model.ID{}))
		d.Keys("s")
		d.Sees("BELUM TERSIMPAN:", "Teks masih ada di layar.", "Izin melaporkan")
	})
}

func TestGuestPageTellsTheHistory(t *testing.T) {
	atList(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("f", "titik", "enter")
		d.Sees("PESERTA Titik Adi", "diwakili Sri Lestari, Sekretaris (08.55, Meja 1)", "Desa Contoh Tengah, Kec. Contoh",
			"no. 8, lembar 1 nomor 8", "RIWAYAT", "masuk daftar undangan (impor)")
		if line := d.Line("21 Nov 08.55"); !strings.Contains(line, "diwakili Sri Lestari") || !strings.Contains(line, "Meja 1") {
			t.Errorf("the history says %q", line)
		}
		d.Keys("ctrl+z")
		d.Sees("Diurungkan:", "diurungkan: diwakili Sri Lestari, Sekretaris", "(diurungkan) diwakili", "Kehadiran belum datang")
		if s := d.Seats(event.ID, model.ID{})["Titik Adi"]; s.State != model.StateExpected {
			t.Errorf("the seat says %s", s.State)
		}
		// What cannot be undone says why, and nothing changes.
		d.Keys("ctrl+z")
		d.Sees("Pengurungan tidak dapat diurungkan.")
		d.Keys("down", "ctrl+z")
		d.Sees("Tindakan itu sudah diurungkan. Tidak ada yang diubah.")
		d.Keys("end", "ctrl+z")
		d.Sees("hanya dapat diurungkan dari halamannya sendiri")
	})
}

func TestGuestPageUndoesTheActUnderTheCursor(t *testing.T) {
	atList(t, func(d *uitest.Desk, event model.Event) {
		other := d.Beside("Meja 2")
		other.Show(screen.NewGuestForm(other.Env, event.ID, guest(d, event, "Suyatno").ID))
		other.Keys("tab")
		other.Type(" II")
		other.Keys("ctrl+s")
		d.Keys("enter")
		d.Sees("diperbaiki - Jabatan: Kepala Desa II", "Meja 2")
		// Below the correction stands the arrival; the correction stays.
		d.Keys("down", "ctrl+z")
		d.Sees("Diurungkan:")
		g, seat := guest(d, event, "Suyatno"), d.Seats(event.ID, model.ID{})["Suyatno"]
		if g.Post != "Kepala Desa II" || seat.State != model.StateExpected {
			t.Errorf("after undoing the arrival: %q, %s", g.Post, seat.State)
		}
		d.Keys("home", "down", "ctrl+z")
		if g := guest(d, event, "Suyatno"); g.Post != "Kepala Desa" {
			t.Errorf("after undoing the correction of another desk: %q", g.Post)
		}
	})
}

func TestGuestPageCorrects(t *testing.T) {
	atList(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("enter", "e", "tab")
		d.Type(" Baru")
		d.Keys("ctrl+s")
		d.Sees("Data H. Suyatno, S.H. sudah diperbaiki.", "PESERTA H. Suyatno, S.H.", "Kepala Desa Baru")
		d.Keys("esc")
		d.Sees("DAFTAR PESERTA")
	})
}

func TestGuestScreensFitEveryWindow(t *testing.T) {
	atList(t, func(d *uitest.Desk, _ model.Event) {
		d.Sweep()
		d.Keys("s")
		d.Sweep()
		d.Keys("esc", "f", "su")
		d.Sweep()
		d.Keys("esc", "enter")
		d.Sweep()
		d.Keys("esc", "l")
		d.Sweep()
		d.Keys("esc", "b")
		d.Sweep()
	})
}

func TestNarrowGuestListStillTellsWhatHappened(t *testing.T) {
	atList(t, func(d *uitest.Desk, event model.Event) {
		d.Resize(40, 10)
		d.Sees("H. Suyatno, S.H. hadir 08.52", "1. H. Suyatno, S.H., Kepala Desa Cont")
		d.Keys("down")
		d.Sees("2. Sutrisno, Kepala Desa Contoh Kidul")
	})
}

// Who reads the list of the missing aloud keeps the place while others arrive.
func TestMissingListKeepsItsPlace(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		event := d.Event(crowd(60)...)
		d.Show(screen.NewMissing(d.Env, event.ID, model.ID{}))
		d.Keys("pgdown", "pgdown")
		top := strings.Split(d.Screen(), "\n")[1]
		mark(d, event, crowd(60)[59].Name, model.VerbPresent, model.Add(model.SeatArrivals, string(model.HowSearch)))
		d.Misses("BELUM DATANG: 59")
		if now := strings.Split(d.Screen(), "\n")[1]; now != top {
			d.Errorf("on top is %q, was %q", now, top)
		}
		d.Keys("home")
		d.Sees("BELUM DATANG: 59 dari 60")
	})
}

func TestRefusalGoesWithTheNextKey(t *testing.T) {
	const refusal = "Tidak ada orang yang dipilih."
	atList(t, func(d *uitest.Desk, event model.Event) {
		d.Send(screen.Open{Screen: screen.NewPeople(d.Env)})
		d.Keys("f", "zzzzzz", "enter")
		d.Sees(refusal)
		d.Keys("backspace")
		d.Misses(refusal)
	})
}
