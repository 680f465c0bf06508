package screen_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"hadir/model"
	"hadir/store"
	"hadir/ui/lang"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

const passphrase = "kuda laut biru"

// atSealedHome is a journey that begins at home over a sealed database.
func atSealedHome(t *testing.T, journey func(d *uitest.Desk)) {
	t.Helper()
	uitest.Run(t, func(d *uitest.Desk) {
		d.Sealed(passphrase)
		d.Show(screen.NewHome(d.Env))
		journey(d)
	})
}

// words reads recovery words off the screen, in the order of their numbers.
func words(d *uitest.Desk) []string {
	d.Helper()
	all := make([]string, model.RecoveryWords)
	for _, line := range strings.Split(d.Screen(), "\n")[1:7] {
		for f := strings.Fields(line); len(f) >= 2; f = f[2:] {
			var n int
			if _, err := fmt.Sscan(f[0], &n); err != nil || n < 1 || n > len(all) {
				d.Fatalf("no numbered words: %q", line)
			}
			all[n-1] = f[1]
		}
	}
	if i := slices.Index(all, ""); i >= 0 {
		d.Fatalf("word %d is not there\n%s", i+1, d.Screen())
	}
	return all
}

// askedBack are the two words that the screen asks for.
func askedBack(d *uitest.Desk, all []string) string {
	d.Helper()
	var first, second int
	_, after, _ := strings.Cut(strings.Join(strings.Fields(d.Screen()), " "), "ketik kata nomor ")
	if _, err := fmt.Sscanf(after, "%d dan kata nomor %d", &first, &second); err != nil {
		d.Fatalf("no words are asked for: %v\n%s", err, d.Screen())
	}
	return all[first-1] + " " + all[second-1]
}

func TestSealingAsksForWhatWasWrittenDown(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		d.Keys("k")
		d.Sees("PENGAMANAN DATA", "belum disegel", "hanya bila data disegel")
		d.Keys("enter")
		d.Type("imigrasi2023")
		d.Keys("tab")
		d.Sees("mudah ditebak")
		d.Misses("imigrasi2023")
		d.Keys("shift+tab", "ctrl+u")
		d.Type(passphrase)
		d.Keys("tab")
		d.Type("kuda laut bira")
		d.Keys("ctrl+s")
		d.Sees("Berbeda dari yang pertama")
		d.Misses("kuda laut")
		d.Keys("ctrl+r")
		d.Sees("kuda laut bira", passphrase)
		d.Keys("backspace", "u", "ctrl+s")
		if !d.Ended() {
			t.Fatal("the session goes on")
		}
		d.Again()
		d.Sees("KATA PEMULIHAN", "hanya ditampilkan sekali", "Cadangan dan salinan lama")
		all := words(d)
		d.Keys("enter")
		two := askedBack(d, all)
		d.Misses(strings.Fields(two)[0], strings.Fields(two)[1])
		d.Type("bukan itu")
		d.Keys("ctrl+s")
		d.Sees("Bukan kedua kata itu")
		d.Keys("esc")
		d.Sees(all[0], all[17])
		d.Keys("enter")
		d.Type(askedBack(d, all))
		d.Keys("ctrl+s")
		d.Sees("Kata pemulihan sudah tertulis. Data disegel.", "Pencegahan CPMI")
		if !d.Store().Sealed() {
			t.Error("the database is not sealed")
		}
		for secret, want := range map[string]error{passphrase: nil, strings.Join(all, " "): nil, "kuda laut bira": store.ErrSecret} {
			if err := d.Store().Prove(d.Context(), secret); err != want {
				t.Errorf("%q: %v", secret, err)
			}
		}
	})
}

func TestWordsAreSkippedWithAWarning(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Keys("k", "enter", passphrase, "tab", passphrase, "ctrl+s")
		d.Again()
		all := words(d)
		d.Keys("esc")
		d.Sees("data hilang untuk selamanya")
		d.Keys("esc")
		d.Sees(all[5])
		d.Keys("esc", "right", "enter")
		d.Sees("dilewati tanpa dipastikan tertulis")
	})
}

func TestPassphraseIsChangedByWhoKnowsIt(t *testing.T) {
	atSealedHome(t, func(d *uitest.Desk) {
		d.Keys("k", "enter")
		d.Type("salah sekali")
		d.Keys("tab")
		d.Type("empat kata yang baru")
		d.Keys("tab")
		d.Type("empat kata yang baru")
		for range 3 {
			d.Keys("ctrl+s")
			d.Sees("Kata sandi salah. Tidak ada yang diubah.")
		}
		d.Keys("ctrl+s")
		d.Sees("Terlalu sering salah. Coba lagi dalam 0:02.")
		d.Wait(3 * time.Second)
		d.Keys("ctrl+u")
		d.Type(passphrase)
		d.Keys("ctrl+s")
		d.Again()
		d.Sees("HADIR", "Belum ada kegiatan")
		if err := d.Store().Prove(d.Context(), "empat kata yang baru"); err != nil {
			t.Error(err)
		}
		if err := d.Store().Prove(d.Context(), passphrase); err == nil {
			t.Error("the old passphrase still opens it")
		}
	})
}

func TestNewWordsAndNoSeal(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		old := d.Sealed(passphrase)
		d.Show(screen.NewHome(d.Env))
		d.Keys("k", "down", "enter")
		d.Sees("KATA PEMULIHAN BARU")
		d.Type(strings.Join(old, " "))
		d.Keys("ctrl+s")
		d.Sees("Di sini hanya kata sandi")
		d.Keys("ctrl+u")
		d.Type(passphrase)
		d.Keys("ctrl+s")
		d.Again()
		fresh := words(d)
		if slices.Equal(fresh, old) {
			t.Error("the words are the old ones")
		}
		d.Keys("esc", "right", "enter", "k", "down", "down", "enter")
		d.Sees("LEPAS SEGEL", "siapa pun yang memegang")
		d.Type(strings.Join(fresh, " "))
		d.Keys("ctrl+s")
		d.Again()
		d.Sees("Segel dilepas.")
		if d.Store().Sealed() {
			t.Error("the database is still sealed")
		}
	})
}

func TestLockHidesAllAndBringsAllBack(t *testing.T) {
	atSealedHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		d.Keys("enter", "f8")
		d.Type("ibu, baris depan")
		d.Keys("tab")
		d.Type("Berapa lama paspor")
		before := d.Screen()
		d.Keys("ctrl+l")
		d.Sees("LAYAR DIKUNCI", "semuanya kembali seperti tadi")
		d.Misses("ibu", "paspor", "Pencegahan", "TANYA JAWAB")
		drafts, err := d.Store().Drafts(d.Context())
		if err != nil || len(drafts) != 1 {
			t.Errorf("drafts: %v, %v", drafts, err)
		}
		// Everything that is typed, pasted, clicked or scanned stays here.
		d.Keys("f8", "f1", "esc", "ctrl+p", "ctrl+s")
		d.Click(3, 3)
		d.Type("~K7F3Q2X")
		d.Keys("enter")
		d.Sees("Pemindaian diabaikan.")
		d.Keys("f2")
		d.Sees("SCREEN LOCKED")
		d.Keys("f2")
		d.Type("salah")
		d.Keys("enter")
		d.Sees("Kata sandi salah. Tidak ada data yang diubah.")
		d.Type(passphrase)
		d.Keys("enter")
		if got := d.Screen(); got != before {
			t.Errorf("before\n%s\nafter\n%s", before, got)
		}
		d.Type("dibuat?")
		d.Keys("ctrl+s")
		if all := roomOf(d); len(all) != 1 || all[0].Text != "Berapa lama paspordibuat?" {
			t.Errorf("questions: %+v", all)
		}
	})
}

// roomOf are the questions of the one event.
func roomOf(d *uitest.Desk) []model.Question {
	d.Helper()
	all, err := d.Store().Questions(d.Context(), only(d).ID)
	if err != nil {
		d.Fatal(err)
	}
	return all
}

// TestLockIsAboveWhatIsAsked locks while the palette, and then a question, stands above a screen.
func TestLockIsAboveWhatIsAsked(t *testing.T) {
	atSealedHome(t, func(d *uitest.Desk) {
		d.Keys("ctrl+p", "kunci")
		d.Sees("Kunci layar", "Ctrl+L")
		palette := d.Screen()
		d.Keys("ctrl+l", passphrase, "enter")
		if d.Screen() != palette {
			t.Errorf("afterwards\n%s", d.Screen())
		}
		d.Keys("esc", "n", "Rapat", "esc")
		d.Sees("Lanjutkan, simpan, atau buang?")
		d.Keys("ctrl+l", "esc", passphrase, "enter")
		d.Sees("Lanjutkan, simpan, atau buang?")
	})
}

func TestWrongAnswersAtTheLockMakeWait(t *testing.T) {
	atSealedHome(t, func(d *uitest.Desk) {
		d.Keys("ctrl+l")
		for range 3 {
			d.Type("salah")
			d.Keys("enter")
		}
		d.Sees("Jawaban diterima lagi dalam 0:02.")
		d.Type(passphrase)
		d.Keys("enter")
		d.Sees("LAYAR DIKUNCI")
		d.Wait(time.Second)
		d.Sees("0:01")
		d.Wait(time.Second)
		d.Misses("Jawaban diterima lagi")
		d.Keys("enter")
		d.Sees("Belum ada kegiatan")
	})
}

func TestRecoveryWordsUnlock(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		all := strings.Join(d.Sealed(passphrase), " ")
		d.Show(screen.NewHome(d.Env))
		d.Keys("ctrl+l")
		d.Type("x" + all)
		d.Keys("enter")
		d.Sees("Kata sandi salah")
		// Eighteen words are not typed again for one slip.
		d.Keys("home", "delete", "enter")
		d.Sees("Belum ada kegiatan")
	})
}

func TestScreenLocksItself(t *testing.T) {
	atSealedHome(t, func(d *uitest.Desk) {
		d.Wait(9 * time.Minute)
		d.Keys("down")
		d.Wait(9 * time.Minute)
		d.Sees("Belum ada kegiatan")
		d.Wait(time.Minute)
		d.Sees("LAYAR DIKUNCI")
		d.Type(passphrase)
		d.Keys("enter", "k", "end", "up", "left")
		d.Sees("Layar dikunci sendiri setelah 5 menit", "setelah 5 menit tanpa ketikan")
		d.Wait(5 * time.Minute)
		d.Sees("LAYAR DIKUNCI")
		d.Type(passphrase)
		d.Keys("enter")
		d.Sees("PENGAMANAN DATA")
		for range 5 {
			d.Keys("enter")
		}
		d.Sees("Layar meja ini tidak dikunci sendiri.")
		d.Wait(5 * time.Hour)
		d.Sees("PENGAMANAN DATA")
	})
}

// TestLaptopThatSleptIsLocked presses a key at a time that no timer has noticed: the machine stood still.
func TestLaptopThatSleptIsLocked(t *testing.T) {
	atSealedHome(t, func(d *uitest.Desk) {
		now := d.Env.Now
		d.Env.Now = func() time.Time { return now().Add(time.Hour) }
		d.Keys("n")
		d.Sees("LAYAR DIKUNCI")
		d.Type(passphrase)
		d.Keys("enter")
		d.Sees("Belum ada kegiatan")
	})
}

func TestOnlySealedDataCanBeLocked(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Keys("ctrl+l")
		d.Sees("Layar hanya dapat dikunci bila data disegel")
		d.Wait(time.Hour)
		d.Misses("LAYAR DIKUNCI")
		d.Keys("p", "f5")
		d.Sees("PENGAMANAN DATA")
		d.Keys("end", "enter")
		d.Sees("hanya bila data disegel")
	})
}

// TestFailedWriteIsToldAfterUnlocking has a write under way when the screen is locked, which then fails.
func TestFailedWriteIsToldAfterUnlocking(t *testing.T) {
	atSealedHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		d.Keys("enter", "2")
		d.Hold()
		d.Keys("suya", "enter", "ctrl+l")
		d.Fail(model.ErrNoSpace)
		d.Release()
		d.Misses("BELUM TERSIMPAN", "Suyatno")
		d.Keys("ctrl+c", "ctrl+c")
		d.Sees("Ada yang BELUM TERSIMPAN. Buka kunci")
		if d.Ended() {
			t.Fatal("it left without telling")
		}
		d.Mend()
		d.Type(passphrase)
		d.Keys("enter")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.", "Suyatno")
	})
}

func TestLeavingALockedScreen(t *testing.T) {
	atSealedHome(t, func(d *uitest.Desk) {
		d.Keys("n", "Rapat", "ctrl+l", "ctrl+c")
		d.Sees("Tekan Ctrl+C sekali lagi")
		d.Keys("ctrl+c")
		if !d.Ended() {
			t.Error("it stays")
		}
		drafts, err := d.Store().Drafts(context.Background())
		if err != nil || len(drafts) != 1 {
			t.Errorf("drafts: %v, %v", drafts, err)
		}
	})
}

func TestSealHoldsAtEverySize(t *testing.T) {
	for _, code := range []string{lang.Indonesian, lang.English} {
		atSealedHome(t, func(d *uitest.Desk) {
			d.Env.Set(code)
			d.Keys("k")
			d.Sweep()
			d.Keys("enter")
			d.Type("x")
			d.Keys("tab", "x", "tab", "ctrl+s")
			d.Sweep()
			d.Keys("ctrl+l")
			d.Sweep()
			for range 3 {
				d.Type("salah")
				d.Keys("enter")
			}
			d.Sweep()
			d.Wait(time.Minute)
			d.Type(passphrase)
			d.Keys("enter", "esc", "right", "right", "enter", "down", "enter", passphrase, "ctrl+s")
			d.Again()
			d.Env.Set(code)
			d.Sweep()
			d.Keys("esc")
			d.Sweep()
			d.Keys("esc", "enter", "x", "ctrl+s")
			d.Sweep()
		})
	}
}
