package screen_test

import (
	"testing"
	"time"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// atWelcome is a journey on a fresh machine.
func atWelcome(t *testing.T, journey func(d *uitest.Desk)) {
	t.Helper()
	uitest.Run(t, func(d *uitest.Desk) {
		d.Show(screen.NewWelcome(d.Env))
		journey(d)
	})
}

func TestWelcomeAsksForNamesAndKeepsThem(t *testing.T) {
	atWelcome(t, func(d *uitest.Desk) {
		d.Sees("SELAMAT DATANG DI HADIR", "Nama kantor", "Nama petugas", "Nama meja")
		d.Keys("tab")
		d.Type("Kantor Imigrasi Contoh")
		d.Keys("tab")
		d.Type("Petugas Satu")
		d.Keys("tab")
		d.Type("Meja 3")
		d.Keys("ctrl+s")
		d.Sees("Mulai dari mana?", "Buat kegiatan baru", "Muat kegiatan contoh")
		me, err := d.Store().Settings(d.Context())
		if err != nil || me.Office != "Kantor Imigrasi Contoh" || me.Officer != "Petugas Satu" || me.Desk != "Meja 3" || !me.Welcomed {
			t.Errorf("settings are %+v, %v", me, err)
		}
		d.Keys("esc")
		d.Sees("HADIR Kantor Imigrasi Contoh", "Belum ada kegiatan.")
	})
}

func TestWelcomeMayBePassedOver(t *testing.T) {
	atWelcome(t, func(d *uitest.Desk) {
		d.Keys("esc")
		d.Sees("Mulai dari mana?")
		if me, err := d.Store().Settings(d.Context()); err != nil || !me.Welcomed || me.Office != "" || me.Lang != "id" {
			t.Errorf("settings are %+v, %v", me, err)
		}
		d.Keys("enter")
		d.Sees("KEGIATAN BARU")
		d.Keys("esc")
		d.Sees("Belum ada kegiatan.")
	})
}

func TestWelcomeSpeaksTheLanguageThatIsChosen(t *testing.T) {
	atWelcome(t, func(d *uitest.Desk) {
		d.Keys("right")
		d.Sees("WELCOME TO HADIR", "Name of the office")
		d.Keys("f2")
		d.Sees("SELAMAT DATANG DI HADIR", "(*) Bahasa Indonesia")
		d.Keys("right", "ctrl+s")
		d.Sees("Where would you like to begin?")
		if me, err := d.Store().Settings(d.Context()); err != nil || me.Lang != "en" {
			t.Errorf("settings are %+v, %v", me, err)
		}
	})
}

func TestWelcomeLeadsToTheExample(t *testing.T) {
	atWelcome(t, func(d *uitest.Desk) {
		d.Keys("esc", "down", "enter")
		d.Sees("DATA CONTOH", "Hotel Fave Rembang")
		d.Keys("esc")
		d.Sees("HARI INI", "Pencegahan Calon Pekerja")
	})
}

func TestWelcomeLeadsToTheHelp(t *testing.T) {
	atWelcome(t, func(d *uitest.Desk) {
		d.Keys("esc", "down", "down", "enter")
		d.Sees("Nama kantor tercetak pada berkas")
		d.Keys("esc")
		d.Sees("Mulai dari mana?")
	})
}

func TestWhatWasTypedAtTheWelcomeOutlivesTheBattery(t *testing.T) {
	atWelcome(t, func(d *uitest.Desk) {
		d.Keys("tab")
		d.Type("Kantor Imigrasi Contoh")
		d.Wait(2 * time.Second)
		d.Restart()
		d.Show(screen.NewWelcome(d.Env))
		d.Sees("Ada isian yang belum disimpan")
		d.Keys("enter")
		d.Sees("Kantor Imigrasi Contoh")
	})
}

func TestWelcomeThatCannotBeSavedStays(t *testing.T) {
	atWelcome(t, func(d *uitest.Desk) {
		d.Fail(model.ErrNoSpace)
		d.Keys("tab")
		d.Type("Kantor")
		d.Keys("ctrl+s")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.", "Kantor")
		d.Mend()
		d.Keys("ctrl+s")
		d.Sees("Mulai dari mana?")
	})
}

func TestSettingsAreTheOfficesAndTheDesks(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Keys("p")
		d.Sees("PENGATURAN", "NIK tidak disimpan.")
		d.Type("Kantor Imigrasi Contoh")
		d.Keys("tab")
		d.Type("Kota Contoh")
		d.Keys("tab", "right", "tab", "left")
		d.Sees("NIK dari daftar undangan disimpan")
		d.Keys("tab", "tab")
		d.Type("Meja 2")
		d.Keys("ctrl+s")
		d.Sees("Pengaturan tersimpan.", "HADIR Kantor Imigrasi Contoh")
		me, err := d.Store().Settings(d.Context())
		if err != nil || me.City != "Kota Contoh" || me.Zone != "WITA" || !me.NIK || me.Desk != "Meja 2" || me.Officer != "" {
			t.Errorf("settings are %+v, %v", me, err)
		}
		if d.Env.Me.Desk != "Meja 2" || d.Env.DeskName() != "Meja 2" {
			t.Error("the running program does not know of them")
		}
		d.Keys("p", "esc")
		d.Sees("Belum ada kegiatan.")
	})
}
