package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// paperSets are the events whose papers are made: how many guests, and the bar for the whole set.
func paperSets() []struct {
	guests int
	limit  time.Duration
} {
	return []struct {
		guests int
		limit  time.Duration
	}{{150, time.Second}, {3000, 5 * time.Second}}
}

// questionsAsked is how many questions the event has of which minutes are made.
const questionsAsked = 30

// papers times the whole set of an event's papers, as Word, PDF and workbooks, from the start of the command until every file is on disk.
func papers(l *lab) ([]row, error) {
	hadir, err := l.hadir()
	if err != nil {
		return nil, err
	}
	var rows []row
	for _, set := range paperSets() {
		folder := fmt.Sprintf("papers-%d", set.guests)
		db, err := l.event(filepath.Join(folder, "hadir.db"))
		if err != nil {
			return nil, err
		}
		if err := l.discussed(hadir, db, set.guests); err != nil {
			return nil, err
		}
		for _, s := range []paperSet{
			{"set", "all papers of an event with %d guests and %d questions, as DOCX, PDF and XLSX", nil},
			{"letters", "a letter of invitation for each of %d guests (%d questions), beside the letter to all and the list", []string{"--kind", "undangan", "--each"}},
		} {
			more, err := l.printed(hadir, db, s, set.guests, set.limit)
			if err != nil {
				return nil, err
			}
			rows = append(rows, more...)
		}
		if err := os.RemoveAll(filepath.Join(l.dir, folder)); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// paperSet is what is printed: the name of its folders, what it is, and the flags that ask for it.
type paperSet struct {
	name, what string
	flags      []string
}

// printed times one set of papers, each time into a new folder, and watches how much memory it takes.
func (l *lab) printed(hadir, db string, s paperSet, guests int, limit time.Duration) ([]row, error) {
	var ours times
	var most int64
	for i := range l.rounds(5) {
		out := filepath.Join(filepath.Dir(db), fmt.Sprint(s.name, "-", i))
		took, top, err := watched(exec.Command(hadir, append([]string{"--db", db, "report", "latest", "--out", out}, s.flags...)...))
		if err != nil {
			return nil, err
		}
		ours, most = append(ours, took), max(most, top)
	}
	what := fmt.Sprintf(s.what, guests, questionsAsked)
	rows := []row{{what: what, ours: ours.spread(), bars: []bar{under(ours.median(), limit)}}}
	if hasProc() {
		rows = append(rows, row{what: what + ", peak memory (VmHWM)", ours: megabytes(most), bars: []bar{below(most, 200e6)}})
	}
	return rows, nil
}

// discussed puts guests and questions into an event.
func (l *lab) discussed(hadir, db string, guests int) error {
	list := filepath.Join(filepath.Dir(db), "list.csv")
	if err := writeList(list, guests); err != nil {
		return err
	}
	if err := run(hadir, "--db", db, "import", "latest", list); err != nil {
		return err
	}
	for i := range questionsAsked {
		err := run(hadir, "--db", db, "ask", "latest", "--question", fmt.Sprintf("Pertanyaan contoh nomor %d tentang dokumen?", i+1), "--answer",
			"Jawaban contoh yang menyebut beberapa dokumen dan dasar hukumnya.", "--basis", "Peraturan Contoh")
		if err != nil {
			return err
		}
	}
	return nil
}
