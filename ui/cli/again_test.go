//go:build unix

package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// hadir runs one command to its end.
func hadir(t *testing.T, db string, args ...string) {
	t.Helper()
	if out, err := exec.Command("hadir", append([]string{"--db", db}, args...)...).CombinedOutput(); err != nil {
		t.Fatalf("hadir %v: %s %v", args, out, err)
	}
}

// TestPurgeOnTheScreen asks for a purge on the event's page: the session ends, the file is written anew, and a new session begins
// at home and says so.
func TestPurgeOnTheScreen(t *testing.T) {
	db := filepath.Join(t.TempDir(), "hadir.db")
	hadir(t, db, "event", "add", "--title", "Sosialisasi Lama", "--date", "2015-03-01")
	hadir(t, db, "walkin", "latest", "--name", "Slamet Contoh", "--institution", "Desa Contoh", "--phone", "0810-0007-7701")
	holds := func() bool {
		t.Helper()
		b, err := os.ReadFile(db)
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Contains(b, []byte("81000077701"))
	}
	if !holds() {
		t.Fatal("the number is not there before")
	}
	s := start(t, db)
	s.wait("SELAMAT DATANG")
	s.press("\x1b")
	s.wait("Mulai dari mana")
	s.press("\x1b")
	s.wait("Sosialisasi Lama")
	s.press("\r")
	s.wait("tambahan 1")
	s.press("h")
	s.wait("1 NIK dan nomor telepon")
	s.press("hapus")
	s.wait("hapus")
	s.press("\r")
	s.wait("Sudah dihapus: 1 NIK dan nomor telepon")
	s.wait("SEBELUMNYA")
	s.press("q")
	if code := s.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if holds() {
		t.Error("the number is still there")
	}
	hadir(t, db, "verify")
}

// TestPurgeAsksOnATerminal answers the question of the command with another word, and then with the right one.
func TestPurgeAsksOnATerminal(t *testing.T) {
	db := filepath.Join(t.TempDir(), "hadir.db")
	hadir(t, db, "event", "add", "--title", "Sosialisasi Lama", "--date", "2015-03-01")
	hadir(t, db, "walkin", "latest", "--name", "Slamet Contoh", "--institution", "Desa Contoh", "--phone", "0810-0007-7701")
	for _, tt := range []struct {
		word, said string
		code       int
	}{{"ya", "Tidak ada yang dihapus", exitFailed}, {"hapus", "Sudah dihapus: 1 NIK", exitDone}} {
		s := start(t, db, "purge", "latest")
		s.wait("Ketik HAPUS")
		s.press(tt.word + "\r")
		s.wait(tt.said)
		if code := s.ends(); code != tt.code {
			t.Errorf("%s: exit code %d, want %d", tt.word, code, tt.code)
		}
	}
}
