package screen_test

import (
	"strings"
	"testing"
	"time"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// atHome is a journey that begins at home.
func atHome(t *testing.T, journey func(d *uitest.Desk)) {
	t.Helper()
	uitest.Run(t, func(d *uitest.Desk) {
		d.Show(screen.NewHome(d.Env))
		journey(d)
	})
}

// hold writes an event on a day; registers come in pairs.
func hold(d *uitest.Desk, theme, day string, registers ...string) model.ID {
	d.Helper()
	id := d.Env.ID()
	sets := []model.Set{
		model.Write(model.EventTheme, theme), model.Write(model.EventDate, day), model.Write(model.EventSalt, "SALT"+theme),
	}
	for i := 0; i+1 < len(registers); i += 2 {
		sets = append(sets, model.Write(registers[i], registers[i+1]))
	}
	d.Apply(d.Env.Act(model.VerbCreate).Change(model.EventKey(id), sets...))
	return id
}

// inOrder fails the test unless the words stand on the screen one below the other.
func inOrder(d *uitest.Desk, words ...string) {
	d.Helper()
	seen := d.Screen()
	for _, w := range words {
		_, after, ok := strings.Cut(seen, w)
		if !ok {
			d.Fatalf("%q is not where it should be\n%s", w, d.Screen())
		}
		seen = after
	}
}

func TestEmptyHomeSaysWhatToDo(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Sees("Belum ada kegiatan.", "n buat kegiatan baru", "c muat kegiatan contoh")
		d.Keys("f")
		d.Sees("Belum ada kegiatan. n: buat kegiatan baru.")
		d.Keys("esc", "q")
		if !d.Ended() {
			t.Error("q does not leave")
		}
	})
}

// All headings begin where rows have their mark.
func TestHomeHeadingsStandInOneColumn(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		hold(d, "Hari ini", "2023-11-21")
		hold(d, "Nanti", "2023-11-28")
		hold(d, "Dahulu", "2023-11-01")
		for _, words := range []string{"HARI INI", "AKAN DATANG", "SEBELUMNYA"} {
			if line := d.Line(words); !strings.HasPrefix(line, words) {
				d.Errorf("%q does not begin with %s", line, words)
			}
		}
	})
}

func TestHomeListsTodayThenComingThenPast(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		hold(d, "Siang", "2023-11-21", model.EventStart, "13.00")
		hold(d, "Pagi", "2023-11-21", model.EventStart, "09.00", model.EventVenue, "Aula Contoh")
		hold(d, "Lusa", "2023-11-23")
		hold(d, "Besok", "2023-11-22", model.EventStatus, string(model.StatusPostponed))
		hold(d, "Entah", "")
		hold(d, "Tahun lalu", "2022-11-21")
		hold(d, "Kemarin", "2023-11-20")
		inOrder(d, "HARI INI", "09.00", "Pagi", "13.00", "Siang", "AKAN DATANG", "22 Nov", "Besok", "Lusa", "Entah",
			"SEBELUMNYA", "20 Nov", "Kemarin", "21 Nov 2022", "Tahun lalu")
		d.Sees("Aula Contoh", "belum ada undangan", "ditunda")
	})
}

func TestHomeOfManyDaysListsAnEventByTheDayThatMatters(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		running := hold(d, "Tiga hari", "2023-11-20")
		d.Session(running, "Hari 2", "2023-11-21", 2)
		d.Session(running, "Hari 3", "2023-11-22", 3)
		inOrder(d, "HARI INI", "Tiga hari")
		d.Misses("SEBELUMNYA")
	})
}

func TestPastEventsUnfoldWhenTheCursorComesToThem(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		for _, day := range []string{"01", "02", "03", "04", "05", "06"} {
			hold(d, "Tanggal "+day, "2023-10-"+day)
		}
		hold(d, "Nanti", "2023-12-01")
		d.Show(screen.NewHome(d.Env))
		inOrder(d, "AKAN DATANG", "Nanti", "SEBELUMNYA", "Tanggal 06", "Tanggal 05", "Tanggal 04", "3 kegiatan sebelumnya lagi")
		d.Misses("Tanggal 03")
		// Headings are no rows to stand on.
		d.Keys("down")
		if line := d.Line("Tanggal 06"); !strings.HasPrefix(line, ">") {
			t.Errorf("the cursor is not on the latest past event: %q\n%s", line, d.Screen())
		}
		d.Keys("down", "down", "down")
		if line := d.Line("Tanggal 03"); !strings.HasPrefix(line, ">") {
			t.Errorf("the cursor is not on the unfolded event\n%s", d.Screen())
		}
		d.Keys("home")
		if line := d.Line("Nanti"); !strings.HasPrefix(line, ">") {
			t.Errorf("Home does not lead to the first event\n%s", d.Screen())
		}
		d.Keys("end")
		if line := d.Line("Tanggal 01"); !strings.HasPrefix(line, ">") {
			t.Errorf("End does not lead to the last event\n%s", d.Screen())
		}
		d.Sees("SEBELUMNYA")
	})
}

func TestHomeFiltersByWords(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		hold(d, "Desa Binaan", "2023-10-01", model.EventVenue, "Balai Desa Contoh")
		for _, day := range []string{"02", "03", "04", "05"} {
			hold(d, "Pencegahan "+day, "2023-10-"+day)
		}
		d.Show(screen.NewHome(d.Env))
		d.Misses("Desa Binaan")
		d.Keys("f")
		d.Type("contoh bin")
		d.Sees("Desa Binaan")
		d.Misses("Pencegahan")
		d.Keys("enter")
		d.Sees("KEGIATAN Desa Binaan")
		d.Keys("esc")
		d.Sees("contoh bin")
		d.Type("q")
		d.Sees(`Tidak ada yang cocok dengan "contoh binq"`)
		d.Keys("esc")
		d.Sees("Pencegahan 05")
	})
}

func TestHomeIsLive(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		d.Sees("HARI INI", "Pencegahan CPMI Nonprosedural", "10 undangan 0 hadir")
		other := d.Beside("Meja 2")
		other.Show(screen.NewDoor(other.Env, e.ID, model.ID{}))
		other.Keys("titik", "enter")
		d.Sees("10 undangan 1 hadir")
		// Behind another screen nothing is counted; it is when home is seen again.
		d.Keys("enter")
		other.Keys("hendra", "enter")
		d.Sees("hadir 2")
		d.Keys("esc")
		d.Sees("10 undangan 2 hadir")
		hold(d, "Dadakan", "2023-11-21")
		d.Sees("Dadakan")
	})
}

func TestTypingThatACrashLeftIsOfferedAtHome(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Until(10, 41)
		d.Keys("n")
		d.Type("Desa Binaan")
		d.Wait(2 * time.Second)
		d.Restart()
		d.Show(screen.NewHome(d.Env))
		d.Sees("Ada isian yang belum disimpan: formulir kegiatan, terakhir diketik pukul 10.41. Lanjutkan atau buang?")
		d.Keys("enter")
		d.Sees("KEGIATAN BARU", "Desa Binaan")
		d.Misses("Ada isian")
		d.Keys("ctrl+s")
		d.Sees("Kegiatan tersimpan.")
		d.Restart()
		d.Show(screen.NewHome(d.Env))
		d.Misses("Ada isian")
		d.Sees("Desa Binaan")
	})
}

func TestALeftoverMayWaitOrBeDiscarded(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		id := hold(d, "Desa Binaan", "2023-11-21")
		d.Keys("enter", "e")
		d.Type(" Imigrasi")
		d.Wait(2 * time.Second)
		d.Restart()
		d.Show(screen.NewHome(d.Env))
		d.Sees("formulir kegiatan untuk Desa Binaan")
		d.Keys("right", "enter")
		d.Misses("Ada isian")
		d.Show(screen.NewHome(d.Env))
		d.Sees("formulir kegiatan untuk Desa Binaan")
		d.Keys("right", "right", "enter")
		d.Misses("Ada isian")
		d.Show(screen.NewHome(d.Env))
		d.Misses("Ada isian")
		if e, err := d.Store().Event(d.Context(), id); err != nil || e.Theme != "Desa Binaan" {
			t.Errorf("the event is now %+v, %v", e, err)
		}
	})
}

func TestTheExampleIsLoadedOnceAndSaysWhatItIs(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Hurry("c", "c")
		d.Sees("DATA CONTOH", "Pencegahan Calon Pekerja Migran", "Selasa, 21 November 2023", "Hotel Fave Rembang",
			"Kegiatan contoh sudah dimuat.")
		for _, key := range []string{"2", "e", "s", "g", "w", "c"} {
			d.Keys(key)
			d.Sees("DATA CONTOH")
			d.Keys("esc")
		}
		d.Keys("esc")
		d.Sees("DATA CONTOH")
		events, err := d.Store().Events(d.Context())
		if err != nil || len(events) != 1 {
			t.Fatalf("%d events, %v", len(events), err)
		}
		if d.Env.Me.Example != events[0].ID {
			t.Errorf("the office remembers %q as the example, it is %q", d.Env.Me.Example, events[0].ID)
		}
		d.Keys("c")
		if events, _ := d.Store().Events(d.Context()); len(events) != 1 {
			t.Error("c loads it a second time")
		}
		// Among real events it says so in its own row.
		hold(d, "Sungguhan", "2023-11-21")
		d.Sees("[DATA CONTOH] Pencegahan")
	})
}

func TestAnExampleThatCannotBeSavedIsNotThere(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Fail(model.ErrNoSpace)
		d.Keys("c")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.", "Belum ada kegiatan.")
		d.Mend()
		d.Keys("c")
		d.Sees("Kegiatan contoh sudah dimuat.")
	})
}

// TestDamagedTypingIsSaidAndWhatCanBeReadIsOffered has the last second of typing damaged, then all of it.
func TestDamagedTypingIsSaidAndWhatCanBeReadIsOffered(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Until(10, 41)
		d.Keys("n")
		d.Type("Desa Binaan")
		d.Wait(2 * time.Second)
		d.Type(" Imigrasi")
		d.Wait(2 * time.Second)
		d.SpoilDrafts()
		d.Restart()
		d.Show(screen.NewHome(d.Env))
		d.Sees("formulir kegiatan. Ketikan terakhirnya rusak; yang masih terbaca dari pukul 10.41. Lanjutkan atau buang?")
		d.Keys("enter")
		d.Sees("Desa Binaan")
		d.Misses("Imigrasi")
		d.Keys("esc")
		d.Keys("right", "enter")
	})
	atHome(t, func(d *uitest.Desk) {
		d.Keys("n")
		d.Type("Desa Binaan")
		d.Wait(2 * time.Second)
		d.SpoilDrafts()
		d.Restart()
		d.Show(screen.NewHome(d.Env))
		d.Sees("berkasnya rusak dan tidak terbaca", "Sudah saya baca")
		d.Keys("enter")
		d.Misses("Sudah saya baca", "Lanjutkan atau buang")
	})
}
