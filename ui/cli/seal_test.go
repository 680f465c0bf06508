//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"hadir/model"
	"hadir/store/seal"
)

const passphrase = "kuda laut biru"

// sealedDatabase is a database with one event and one guest, sealed with the passphrase.
func sealedDatabase(t *testing.T) (db string) {
	t.Helper()
	db = filepath.Join(t.TempDir(), "hadir.db")
	run(t, db, "event", "add", "--title", "Uji Segel")
	run(t, db, "walkin", "latest", "--name", "Contoh Satu")
	file := filepath.Join(t.TempDir(), "kata-sandi")
	if err := os.WriteFile(file, []byte(passphrase+"\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, db, "--passphrase-file", file, "seal")
	return db
}

// misses fails the test if any of these words is on the screen.
func (s *onScreen) misses(words ...string) {
	s.t.Helper()
	for _, w := range words {
		if strings.Contains(s.text(), w) {
			s.t.Errorf("%q is on the screen:\n%s", w, s.text())
		}
	}
}

func TestSealedDatabaseAsksAtTheStart(t *testing.T) {
	s := start(t, sealedDatabase(t), "door")
	s.wait("Data di komputer ini disegel.")
	s.press("salah sekali\r")
	s.wait("Kata sandi salah. Tidak ada data yang diubah.")
	s.misses("Uji Segel", "salah sekali")
	s.press(passphrase + "\r")
	s.wait("Contoh Satu")
	s.press("\x0c")
	s.wait("LAYAR DIKUNCI")
	s.misses("Contoh Satu", "Uji Segel")
	s.press("~K7F3Q2X\r")
	s.wait("Pemindaian diabaikan.")
	s.press(passphrase + "\r")
	s.wait("Contoh Satu")
	s.press("\x03\x03")
	if code := s.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

func TestSealedDatabaseIsLeft(t *testing.T) {
	for _, key := range []string{"\x1b", "\x03"} {
		s := start(t, sealedDatabase(t))
		s.wait("Data di komputer ini disegel.")
		s.press("\x1bOQ")
		s.wait("The data on this computer is sealed.")
		s.press(key)
		if code := s.ends(); code != 1 {
			t.Errorf("exit code %d", code)
		}
		s.wait("The data stays sealed. Nothing was opened or changed.")
	}
}

func TestCommandAsksOnTheTerminal(t *testing.T) {
	db := sealedDatabase(t)
	s := start(t, db, "roster", "latest")
	s.wait("Kata sandi data (atau kata pemulihan):")
	s.press("salah sekali\r")
	s.wait("Kata sandi salah.")
	s.press(passphrase + "\r")
	s.wait("Contoh Satu")
	s.misses("salah sekali", passphrase)
	if code := s.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	s = start(t, db, "roster", "latest")
	for _, wrong := range []string{"satu\r", "dua\r", "tiga\r"} {
		s.wait("(atau kata pemulihan):")
		s.press(wrong)
	}
	s.wait("Tiga kali salah.")
	if code := s.ends(); code != 1 {
		t.Errorf("exit code %d", code)
	}
	s.misses("Contoh Satu")
}

// TestInterruptedPromptGivesTheTerminalBack presses Ctrl+C where nothing that is typed is shown.
func TestInterruptedPromptGivesTheTerminalBack(t *testing.T) {
	s := start(t, sealedDatabase(t), "roster", "latest")
	s.wait("(atau kata pemulihan):")
	s.press("\x03")
	s.wait("Data tetap disegel.")
	if code := s.ends(); code != 1 {
		t.Errorf("exit code %d", code)
	}
}

func TestSealOnTheTerminal(t *testing.T) {
	db := filepath.Join(t.TempDir(), "hadir.db")
	run(t, db, "event", "add", "--title", "Uji Segel")
	s := start(t, db, "seal")
	s.wait("Kata sandi baru, beberapa kata:")
	s.press("imigrasi2023\r")
	s.wait("mudah ditebak")
	s.press(passphrase + "\r")
	s.wait("Ketik sekali lagi:")
	s.press("kuda laut\r")
	s.wait("Berbeda dari yang pertama.")
	s.press(passphrase + "\r" + passphrase + "\r")
	s.wait("kepala kantor")
	if code := s.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	s.misses(passphrase, "imigrasi2023")
	s = start(t, db, "unseal")
	s.wait("(atau kata pemulihan):")
	s.press(passphrase + "\r")
	s.wait("Ketik LEPAS")
	s.press("ya\r")
	s.wait("Tidak ada yang diubah. Data tetap disegel.")
	if code := s.ends(); code != 1 {
		t.Errorf("exit code %d", code)
	}
	s = start(t, db, "unseal")
	s.wait("(atau kata pemulihan):")
	s.press(passphrase + "\r")
	s.wait("Ketik LEPAS")
	s.press("lepas\r")
	s.wait("Segel dilepas.")
	if code := s.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	run(t, db, "event", "list")
}

// TestSealOnTheScreen seals from the room of protection: the session ends, the work is done, and the next one shows the words.
func TestSealOnTheScreen(t *testing.T) {
	db := filepath.Join(t.TempDir(), "hadir.db")
	run(t, db, "event", "add", "--title", "Uji Segel")
	s := start(t, db)
	s.wait("SELAMAT DATANG")
	s.press("\x1b")
	s.wait("Segel data, supaya")
	s.press("k")
	s.wait("belum disegel")
	s.press("\r")
	s.wait("Kata sandi baru")
	s.press(passphrase + "\t" + passphrase + "\x13")
	s.wait("KATA PEMULIHAN")
	s.press("\x1b")
	s.wait("hilang untuk selamanya")
	s.press("\x1b[C\r")
	s.wait("dilewati tanpa dipastikan tertulis")
	s.wait("Uji Segel")
	s.press("q")
	if code := s.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if out, err := exec.Command("hadir", "--db", db, "event", "list").CombinedOutput(); err == nil || !strings.Contains(string(out), "Data disegel") {
		t.Errorf("afterwards: %s %v", out, err)
	}
}

// TestRecoveryWordsAreAsManyAsSaid holds two packages together that do not know each other.
func TestRecoveryWordsAreAsManyAsSaid(t *testing.T) {
	if seal.Words != model.RecoveryWords {
		t.Errorf("%d words, said to be %d", seal.Words, model.RecoveryWords)
	}
}
