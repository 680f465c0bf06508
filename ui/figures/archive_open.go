package main

import (
	"fmt"
)

// archiveOpen is how long the program takes from its start to the first whole frame on the file of ten years, in turns with a
// start on a file that has one event in it, and what memory it has after some searching in the archive there.
func archiveOpen(l *lab) ([]row, error) {
	hadir, err := l.hadir()
	if err != nil {
		return nil, err
	}
	big, err := l.archive()
	if err != nil {
		return nil, err
	}
	small, err := l.event("one.db")
	if err != nil {
		return nil, err
	}
	var ours, peer times
	for range 1 + l.rounds(15) {
		if err := peer.add(start(footed, hadir, "--db", small)); err != nil {
			return nil, err
		}
		if err := ours.add(start(footed, hadir, "--db", big)); err != nil {
			return nil, err
		}
	}
	// The first ones brought the files into memory.
	ours, peer = ours[1:], peer[1:]
	x := ratio(ours.median(), peer.median())
	rows := []row{{
		what: "first frame with ten years in the file", ours: ours.spread(), peer: peer.spread() + ": one event in the file", ratio: x,
		bars: []bar{within(x, 2)},
	}}
	if !hasProc() {
		return append(rows, row{what: "memory in the archive of ten years", notMeasured: errNoProc.Error()}), nil
	}
	ourMemory, err := archiveMemory(l, hadir, big)
	if err != nil {
		return nil, err
	}
	peerMemory, err := archiveMemory(l, hadir, small)
	if err != nil {
		return nil, err
	}
	return append(rows, row{
		what:  "memory in the archive of ten years after some searches, RssAnon",
		ours:  fmt.Sprintf("%s (VmRSS, with pages of the file, %s)", megabytes(ourMemory["RssAnon"]), megabytes(ourMemory["VmRSS"])),
		peer:  fmt.Sprintf("%s (VmRSS %s): one event in the file", megabytes(peerMemory["RssAnon"]), megabytes(peerMemory["VmRSS"])),
		ratio: float64(ourMemory["RssAnon"]) / float64(peerMemory["RssAnon"]),
		bars:  []bar{below(ourMemory["RssAnon"], 100e6)},
	}), nil
}

// archiveMemory is the memory of the program after the same searches.
func archiveMemory(l *lab, hadir, db string) (map[string]int64, error) {
	box, _, err := start(archiveHas(""), hadir, "--db", db, "archive")
	if err != nil {
		return nil, err
	}
	defer box.end()
	for _, k := range searchingKeys(l.rounds(200)) {
		if _, err := k(box); err != nil {
			return nil, err
		}
	}
	return memory(box.cmd.Process.Pid)
}
