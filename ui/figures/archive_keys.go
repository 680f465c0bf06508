package main

import (
	"math/rand/v2"
	"strings"
	"time"
)

const archiveBox = "> " // before what is typed in the archive

// archiveKeys is how long a key in the archive of ten years takes until its frame has arrived, in turns with a key in the minimal
// list. What was typed before is searched meanwhile.
func archiveKeys(l *lab) ([]row, error) {
	hadir, err := l.hadir()
	if err != nil {
		return nil, err
	}
	minimal, err := l.minimal()
	if err != nil {
		return nil, err
	}
	db, err := l.archive()
	if err != nil {
		return nil, err
	}
	box, _, err := start(archiveHas(""), hadir, "--db", db, "archive")
	if err != nil {
		return nil, err
	}
	defer box.end()
	list, _, err := startMinimal(minimal)
	if err != nil {
		return nil, err
	}
	defer list.end()
	pause := rand.New(rand.NewPCG(3, 4))
	var ours, peer rounds
	for range l.rounds(3) {
		o, p, err := keysInTurns(box, list, searchingKeys(l.rounds(420)), pause)
		if err != nil {
			return nil, err
		}
		ours, peer = append(ours, o), append(peer, p)
	}
	return []row{{
		what: "key to frame in the archive of ten years, p99", ours: ours.tail(), peer: peer.tail() + ": cursor of a minimal list",
		ratio: ratio(ours.p99(), peer.p99()), bars: []bar{under(ours.p99(), 16*time.Millisecond)},
	}}, nil
}

// searchingKeys is at least n keys: everyday searches letter by letter, and the letters taken away again.
func searchingKeys(n int) (out []key) {
	searches := []string{
		"paspor hilang", "izin keluarga", "biaya pembuatan paspor", "cpmi nonprosedural", "kepala desa", "umrah", "TPPO hukuman",
		"tahun:2016 visa", "pemulangan korban",
	}
	for at := 0; len(out) < n; at++ {
		text := searches[at%len(searches)]
		for i := range text {
			out = append(out, archiveLetter(text[:i+1]))
		}
		for i := len(text) - 1; i >= 0; i-- {
			left := text[:i]
			out = append(out, func(t *terminal) (time.Duration, error) { return t.press(backspaceKey, archiveHas(left)) })
		}
	}
	return out
}

func archiveLetter(text string) key {
	return func(t *terminal) (time.Duration, error) { return t.press(text[len(text)-1:], archiveHas(text)) }
}

// archiveHas is so once the archive's box holds a text, with the cursor behind it.
func archiveHas(text string) func(screen) bool {
	return func(s screen) bool {
		at := s.CursorPosition()
		return at.X == len(archiveBox)+len(text) && at.Y == 1 && strings.HasPrefix(s.line(at.Y), archiveBox+strings.TrimRight(text, " "))
	}
}
