//go:build unix

package cli

import (
	"bytes"
	"context"
	"crypto/rand"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"hadir/model"
	"hadir/store"
)

// TestCheckOfALargeFileIsTold opens a file of many pages on a terminal, with a clock by which that takes long: how far the check is
// stands on the screen, and is gone when the answer comes. With a clock that stands still nothing is told.
func TestCheckOfALargeFileIsTold(t *testing.T) {
	db := filepath.Join(t.TempDir(), "hadir.db")
	s, err := store.Open(db, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	act := model.Act{ID: model.ID{1}, Verb: model.VerbEdit, Wall: time.Now()}
	var changes []model.Change
	for i := range 3000 {
		changes = append(changes, act.Change(model.QuestionKey(model.ID{2}, model.ID{3, byte(i), byte(i >> 8)}), model.Write("text", strings.Repeat("Contoh. ", 400))))
	}
	if err := s.Apply(context.Background(), changes); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, slow := range []bool{true, false} {
		now := time.Date(2023, 11, 21, 8, 41, 0, 0, time.UTC)
		sent := onTerminal(t, db, func() time.Time {
			if slow {
				now = now.Add(time.Second)
			}
			return now
		})
		if told := bytes.Contains(sent, []byte(" halaman (")); told != slow {
			t.Errorf("slow %v: %q", slow, sent)
		}
		term := vt.NewEmulator(80, 24)
		if _, err := term.Write(sent); err != nil {
			t.Fatal(err)
		}
		if left := term.String(); strings.Contains(left, "halaman") || !strings.Contains(left, "Semua baik") {
			t.Errorf("slow %v: left on the screen: %q", slow, left)
		}
	}
}

// onTerminal runs hadir verify in this process on a pseudo terminal, and gives what was sent to it.
func onTerminal(t *testing.T, db string, now func() time.Time) []byte {
	t.Helper()
	screen, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	sent := make(chan []byte, 1)
	go func() {
		// A terminal whose other end is closed gives an error; what came before is all.
		b, _ := io.ReadAll(screen)
		sent <- b
	}()
	code := Main(Process{
		Args: []string{"--db", db, "--lang", "id", "verify"}, In: os.Stdin, Out: tty, Err: tty, Rand: rand.Reader, Now: now,
		Getenv: func(string) string { return "" },
	})
	if err := tty.Close(); err != nil || code != exitDone {
		t.Errorf("exit code %d, %v", code, err)
	}
	b := <-sent
	if err := screen.Close(); err != nil {
		t.Error(err)
	}
	return b
}
