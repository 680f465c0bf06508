package main

import (
	"fmt"
	"path/filepath"
	"time"
)

// startMinimal starts the minimal list and waits for its first frame, of which the help comes last.
func startMinimal(minimal string) (*terminal, time.Duration, error) {
	return start(footed, minimal)
}

// footed is so once the last line of the screen is drawn: the keys stand there in both programs.
func footed(s screen) bool { return s.line(lines-1) != "" }

// firstFrame is how long a start takes to its first whole frame, beside a minimal program's, in turns: with no database there
// yet, which makes one and shows the welcome, and with the large list in it, which shows the first screen of every day.
func firstFrame(l *lab) ([]row, error) {
	hadir, minimal, db, err := l.programs()
	if err != nil {
		return nil, err
	}
	var fresh, daily, peer times
	for i := range l.rounds(25) {
		none := filepath.Join(l.dir, fmt.Sprintf("fresh-%d.db", i))
		if err := peer.add(startMinimal(minimal)); err != nil {
			return nil, err
		}
		if err := fresh.add(start(footed, hadir, "--db", none)); err != nil {
			return nil, err
		}
		if err := daily.add(start(footed, hadir, "--db", db)); err != nil {
			return nil, err
		}
	}
	beside := peer.spread() + ": a minimal Bubble Tea list"
	var rows []row
	for _, s := range []struct {
		what string
		took times
		bars []bar
	}{
		{"first frame of a fresh start, no database yet", fresh, []bar{within(ratio(fresh.median(), peer.median()), 2)}},
		{fmt.Sprintf("first frame with %d guests in the file, all of which is checked first", l.guests), daily, nil},
	} {
		rows = append(rows, row{what: s.what, ours: s.took.spread(), peer: beside, ratio: ratio(s.took.median(), peer.median()), bars: s.bars})
	}
	return rows, nil
}

// add takes in one start of a program, and ends it.
func (t *times) add(term *terminal, took time.Duration, err error) error {
	if err != nil {
		return err
	}
	*t = append(*t, took)
	term.end()
	return nil
}
