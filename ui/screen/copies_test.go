package screen_test

import (
	"os"
	"path/filepath"
	"testing"

	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// TestSettingsSayWhereCopiesGo sets the second folder and sees how the copies there stand: none yet, one, and the stick pulled out.
func TestSettingsSayWhereCopiesGo(t *testing.T) {
	stick := filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	uitest.Run(t, func(d *uitest.Desk) {
		d.Show(screen.NewSettings(d.Env))
		d.Keys("tab", "tab", "tab", "tab", "tab", "tab")
		d.Type("bukan folder")
		d.Keys("ctrl+s")
		d.Sees("Ini bukan folder.")
		d.Keys("ctrl+u")
		d.Type("'" + stick + "'")
		d.Keys("ctrl+s")
		me, err := d.Store().Settings(d.Context())
		if err != nil || me.Copies != stick || me.OfficeRecord.Get("copies") != "" {
			t.Fatalf("settings are %+v, %v", me, err)
		}
		d.Show(screen.NewSettings(d.Env))
		d.Sees("Belum ada salinan")
		if err := d.Store().KeepSafe(d.Context(), me.Copies); err != nil {
			t.Fatal(err)
		}
		d.Show(screen.NewSettings(d.Env))
		d.Sees("Salinan terakhir 08.41")
		if err := os.RemoveAll(stick); err != nil {
			t.Fatal(err)
		}
		d.Show(screen.NewSettings(d.Env))
		d.Sees("Sekarang tidak ada")
		// What the environment says goes before it, and is what is shown.
		d.Env.Second = t.TempDir()
		d.Show(screen.NewSettings(d.Env))
		d.Sees("Belum ada salinan")
	})
}
