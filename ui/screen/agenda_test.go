package screen_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"hadir/model"
	"hadir/model/program"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// example writes the example day.
func example(d *uitest.Desk) model.ID {
	d.Helper()
	id, changes, err := program.ExampleChanges(d.Env.Act(model.VerbLoad), d.Env.Me, d.Env.Rand)
	if err != nil {
		d.Fatal(err)
	}
	d.Apply(changes...)
	return id
}

// agendaOf is the agenda as it is stored.
func agendaOf(d *uitest.Desk, event model.ID) []model.AgendaItem {
	d.Helper()
	items, err := d.Store().Agenda(context.Background(), event)
	if err != nil {
		d.Fatal(err)
	}
	return items
}

// The example day has the article's three speakers, opening and themes, and Ridwan's three roles are one person's.
func TestTheExampleDayShowsWhatTheArticleSays(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		id := example(d)
		d.Show(screen.NewAgenda(d.Env, id))
		d.Sees("Sambutan pembukaan Ridwan pembukaan", "Narasumber pertama Drs. Dwi Martopo materi",
			"Materi sosialisasi kedua Niko Arif Zulkanaen materi", "Materi sosialisasi ketiga Ridwan materi", "Diskusi",
			"memaparkan pentingnya upaya pencegahan CPMI Non Prosedural")
		d.Keys("r")
		d.Sees("5 peran, 3 orang", "ketua panitia Ridwan Kepala Seksi Teknologi Informasi", "pembuka Ridwan",
			"narasumber Niko Arif Zulkanaen Kanit II Satreskrim", "narasumber Ridwan Kasi TIKIM")
		d.Keys("1")
		d.Sees("5 mata acara, 3 orang berperan", "siaran pers ada")
	})
}

func TestAnAgendaIsMadeOrderedAndRun(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		d.Keys("enter", "3")
		d.Sees("ACARA", "Susunan acara masih kosong")
		d.Keys("n", "Materi pertama", "tab", "tab", "tab", "9.30", "ctrl+s")
		d.Sees("Mata acara tersimpan.", "09.00-09.30", "Materi pertama", "materi")
		d.Keys("n", "Pembukaan", "tab", "p", "p", "tab", "tab", "tab", "suy", "down", "enter", "ctrl+s")
		d.Sees("09.30", "Pembukaan", "H. Suyatno, S.H.", "pembukaan")
		d.Keys("end", "<")
		if got := agendaOf(d, e.ID); got[0].Title != "Pembukaan" || got[1].Title != "Materi pertama" {
			t.Fatalf("order %+v", got)
		}
		d.Sees("> 09.30", "Urutan acara tersimpan.")
		d.Keys("shift+down", "alt+up", "m")
		d.Sees("Sedang berlangsung: Pembukaan", "* Pembukaan", "m akhiri")
		d.Keys("1")
		d.Sees("2 mata acara; sedang berlangsung: Pembukaan (H. Suyatno, S.H.)")
		d.Keys("3", "m")
		d.Sees("Selesai: Pembukaan.", "Tidak ada mata acara yang sedang berlangsung")
		d.Keys("ctrl+z")
		d.Sees("Diurungkan: penandaan mata acara yang berlangsung", "Sedang berlangsung: Pembukaan")
		d.Keys("x", "right", "enter")
		d.Sees("dihapus dari susunan acara")
		d.Misses("* Pembukaan")
		d.Keys("ctrl+z")
		d.Sees("Diurungkan: perubahan acara", "* Pembukaan")
	})
}

// What is typed while people talk survives Ctrl+S, a dead battery after it, and a disk that fails.
func TestKeyPointsAreTypedWhileListening(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		id := example(d)
		d.Keys("enter", "3", "down", "enter")
		d.Sees("POKOK BAHASAN Narasumber pertama", "hak-hak yang dimiliki oleh PMI")
		d.Type("Paspor hanya untuk yang berangkat resmi")
		d.Keys("ctrl+s")
		d.Sees("Tersimpan pukul 08.41: 3 pokok bahasan.", "POKOK BAHASAN")
		if got := agendaOf(d, id)[1].Points; len(got) != 3 || got[2] != "Paspor hanya untuk yang berangkat resmi" {
			t.Fatalf("points %q", got)
		}
		d.Keys("ctrl+s")
		d.Sees("Tidak ada yang berubah.")
		d.Keys("enter")
		d.Type("Laporkan calo")
		d.Wait(time.Second)
		d.Restart()
		d.Show(screen.NewAgenda(d.Env, id))
		d.Keys("down", "enter")
		d.Sees("Ada isian yang belum disimpan, terakhir diketik pukul 08.41", "Lanjutkan")
		d.Keys("enter")
		d.Sees("Laporkan calo")
		d.Fail(model.ErrNoSpace)
		d.Keys("ctrl+s")
		d.Sees("BELUM TERSIMPAN", "Laporkan calo")
		d.Mend()
		d.Keys("esc", "right", "enter")
		d.Sees("ACARA", "4 pokok bahasan")
		if got := agendaOf(d, id)[1].Points; len(got) != 4 {
			t.Fatalf("points %q", got)
		}
		d.Keys("enter")
		d.Misses("belum disimpan")
		d.Keys("enter", "x", "esc", "right", "right", "enter")
		d.Sees("ACARA")
		if got := agendaOf(d, id)[1].Points; len(got) != 4 {
			t.Fatalf("points %q", got)
		}
	})
}

// What is typed while the disk is still writing what Ctrl+S gave it is unsaved typing, not saved typing.
func TestTypingGoesOnWhileKeyPointsAreSaved(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		id := example(d)
		d.Show(screen.NewAgenda(d.Env, id))
		d.Keys("enter")
		d.Type("pertama")
		d.Hold()
		d.Keys("ctrl+s")
		d.Type(" kedua")
		d.Wait(2 * time.Second)
		d.Release()
		d.Sees("Tersimpan pukul")
		d.Restart()
		if got := agendaOf(d, id)[0].Points; got[len(got)-1] != "pertama" {
			t.Fatalf("points %q", got)
		}
		d.Show(screen.NewAgenda(d.Env, id))
		d.Keys("enter")
		d.Sees("Ada isian yang belum disimpan")
		d.Keys("enter")
		d.Sees("pertama kedua")
	})
}

func TestALongPasteIsKeptAsKeyPoints(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		id := example(d)
		d.Show(screen.NewAgenda(d.Env, id))
		d.Keys("end", "enter")
		d.Paste(strings.Repeat("Satu pokok yang panjang\r\n\r\n\tdengan tab\x1b[31m\r\n", 400))
		d.Keys("ctrl+s")
		d.Sees("801 pokok bahasan")
		for _, p := range agendaOf(d, id)[4].Points {
			if strings.ContainsAny(p, "\x1b\r\t") {
				t.Fatalf("point %q", p)
			}
		}
		d.Sweep()
	})
}

// Somebody who is found keeps his identity in a new role; a name that is corrected in one role is offered to the others.
func TestRolesOfOnePerson(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		id := example(d)
		roles := func() []model.Role {
			all, err := d.Store().Roles(context.Background(), id)
			if err != nil {
				d.Fatal(err)
			}
			return all
		}
		d.Show(screen.NewRoles(d.Env, id))
		d.Keys("n", "m", "tab", "niko")
		d.Sees("Niko Arif Zulkanaen (sudah berperan di sini) Kanit II")
		d.Keys("down", "enter", "ctrl+s")
		d.Sees("Niko Arif Zulkanaen tercatat sebagai moderator.", "6 peran, 3 orang")
		if all := roles(); all[5].Person != all[3].Person || all[5].Duty != model.DutyModerator {
			t.Fatalf("roles %+v", all)
		}
		d.Keys("n", "m", "tab", "niko", "down", "enter", "ctrl+s")
		d.Sees("sudah tercatat sebagai moderator")
		d.Keys("esc", "right", "right", "enter", "home", "enter", "tab", " Contoh, S.H.", "ctrl+s")
		d.Sees("Ridwan memegang 2 peran lain", "pembuka, narasumber")
		d.Keys("esc")
		d.Sees("UBAH PERAN", "Belum tersimpan.")
		d.Keys("ctrl+s", "right", "enter")
		d.Sees("3 peran diperbaiki.", "6 peran, 3 orang")
		named := 0
		for _, r := range roles() {
			if r.FullName() == "Ridwan Contoh, S.H." {
				named++
			}
		}
		if named != 3 {
			t.Errorf("%d roles have the corrected name", named)
		}
		d.Keys("ctrl+z")
		d.Sees("Diurungkan: perubahan peran", "ketua panitia Ridwan")
		d.Misses("Ridwan Contoh")
		d.Keys("end", "x")
		d.Sees("Hapus", "mata acara menyebutnya")
		d.Keys("right", "enter")
		d.Sees("5 peran")
		d.Keys("n", "tab")
		d.Type("Ir. Orang Baru, M.M.")
		d.Keys("tab", "Pranata", "ctrl+s")
		d.Sees("Ir. Orang Baru, M.M. tercatat sebagai narasumber.", "Pranata")
		last := roles()[5]
		if last.Name != "Orang Baru" || last.Before != "Ir." || last.After != "M.M." || last.Person.IsZero() {
			t.Errorf("role %+v", last)
		}
	})
}

// Another desk's typing of key points and this desk's order meet.
func TestTwoDesksWorkOnOneAgenda(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		id := example(d)
		other := d.Beside("Meja 2")
		d.Show(screen.NewAgenda(d.Env, id))
		other.Show(screen.NewAgenda(other.Env, id))
		d.Keys("m")
		other.Sees("Sedang berlangsung: Sambutan pembukaan")
		other.Keys("enter")
		other.Type("dari meja dua")
		other.Keys("ctrl+s", "esc")
		d.Sees("Sedang berlangsung: Sambutan pembukaan (3 pokok bahasan)", "dari meja dua")
		d.Keys(">")
		other.Sees("Sedang berlangsung: Sambutan pembukaan (3 pokok bahasan)")
	})
}

// What is running is told at the door too, where there is room, as soon as any desk says so.
func TestTheDoorTellsWhatIsRunning(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		id := example(d)
		other := d.Beside("Meja 2")
		d.Show(screen.NewDoor(d.Env, id, model.ID{}))
		d.Misses("kini:")
		other.Show(screen.NewAgenda(other.Env, id))
		other.Keys("m")
		d.Resize(120, 24)
		d.Sees("datang 0 | kini: Sambutan pembukaan")
		other.Keys("e", " kegiatan", "ctrl+s")
		d.Sees("kini: Sambutan pembukaan kegiatan")
		d.Resize(40, 24)
		d.Misses("kini:")
		d.Resize(80, 24)
		other.Keys("m")
		d.Misses("kini:")
	})
}
