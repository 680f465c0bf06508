//go:build unix

package cli

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hadir/store"
)

// TestKilledInMidSentence types an answer letter by letter and kills the program without any farewell. What the draft holds then
// was typed no more than a second before; and it is offered at the next start.
func TestKilledInMidSentence(t *testing.T) {
	db := filepath.Join(t.TempDir(), "hadir.db")
	run(t, db, "event", "add", "--title", "Uji Padam")
	s := start(t, db, "room")
	s.wait("Belum ada pertanyaan")
	s.press("n")
	s.wait("PERTANYAAN BARU")
	s.press("\t")
	typed := strings.Repeat("kata demi kata sampai listrik padam ", 4)[:120]
	at := make([]time.Time, 0, len(typed))
	letter := time.NewTicker(25 * time.Millisecond)
	defer letter.Stop()
	for i := range typed {
		<-letter.C
		at = append(at, time.Now())
		s.press(typed[i : i+1])
	}
	killed := time.Now()
	if err := s.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	s.ends()
	kept := keptText(t, db)
	if !strings.HasPrefix(typed, kept) || kept == "" {
		t.Fatalf("kept %q", kept)
	}
	if lost := at[len(kept):]; len(lost) > 0 && killed.Sub(lost[0]) >= time.Second {
		t.Errorf("%v of typing were lost: %d letters", killed.Sub(lost[0]), len(lost))
	} else {
		t.Logf("%d of %d letters kept", len(kept), len(typed))
	}
	s = start(t, db, "room")
	s.wait("Belum ada pertanyaan")
	s.press("n")
	s.wait("Ada isian yang belum disimpan")
	s.press("\r")
	s.wait(kept[:20])
	s.press("\x13")
	s.wait("Pertanyaan 1 tersimpan.")
}

// keptText is the question's words that a killed program left in its draft.
func keptText(t *testing.T, db string) string {
	t.Helper()
	s, err := store.Open(db, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	drafts, err := s.Drafts(t.Context())
	if err != nil || len(drafts) != 1 {
		t.Fatalf("drafts %v, %v", drafts, err)
	}
	return drafts[0].Fields["text"]
}
