package main

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

const (
	tabKey   = "\t"
	clearKey = "\x15" // Ctrl+U

	noEarlier = "Belum ada pertanyaan lama"
	someFound = "pernah ditanyakan (1 "
)

// subjects are what people ask about at such events.
const subjects = "biaya paspor anak;surat izin keluarga;gaji dipotong agen;visa kerja jepang;paspor hilang;lowongan kerja palsu;" +
	"syarat usia minimal;kartu kuning dinas;umrah lalu bekerja;perjanjian kerja laut"

// discussion is a database with many questions in it, and how many; two figures need it. It is much smaller than the archive,
// which has a million guests besides.
type discussion struct {
	db        string
	questions int
}

// makeDiscussion makes it: some minutes for the large one, unless there is an archive to be used again.
func (l *lab) makeDiscussion() (d discussion, err error) {
	d.questions = 200_000
	if l.quick {
		d.questions = 2_000
	}
	d.db = filepath.Join(l.dir, "discussion.db")
	if from := os.Getenv("HADIR_ARCHIVE"); from != "" {
		// What is typed leaves a draft beside the file: it is left beside a copy.
		return d, duplicate(from, d.db)
	}
	maker, err := l.build("archive", "hadir/ui/figures/archive")
	if err != nil {
		return d, err
	}
	cmd := exec.Command(maker, "-out", d.db, "-events", fmt.Sprint(d.questions/100), "-guests", fmt.Sprint(d.questions/4),
		"-questions", fmt.Sprint(d.questions), "-actions", fmt.Sprint(d.questions/200))
	cmd.Stderr = os.Stderr
	return d, cmd.Run()
}

// duplicate copies a file.
func duplicate(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// saving is how long a question takes until it is on disk with its entry in the index.
func saving(l *lab) ([]row, error) {
	d, err := l.discussion()
	if err != nil {
		return nil, err
	}
	m, err := benchmark("BenchmarkAsk", l.pick("2000x", "100x"), "HADIR_ARCHIVE="+d.db)
	if err != nil {
		return nil, err
	}
	ours, peer := microseconds(m["hadir-µs"]), microseconds(m["bbolt-µs"])
	return []row{{
		what: fmt.Sprintf("%d questions: saving one with its index entries until it is on disk, median", d.questions), ours: show(ours),
		peer: show(peer) + " (bare bbolt Update, the same bytes)", ratio: m["ratio"], bars: []bar{within(m["ratio"], 2)},
	}}, nil
}

// asking is how long a key takes until its frame has arrived while a question is typed, each key of which is searched for among
// all earlier ones, and while an answer is; and how long it takes until the earlier ones are there.
func asking(l *lab) ([]row, error) {
	hadir, err := l.hadir()
	if err != nil {
		return nil, err
	}
	minimal, err := l.minimal()
	if err != nil {
		return nil, err
	}
	d, err := l.discussion()
	if err != nil {
		return nil, err
	}
	form, err := openQuestion(hadir, d.db)
	if err != nil {
		return nil, err
	}
	defer form.end()
	list, _, err := startMinimal(minimal)
	if err != nil {
		return nil, err
	}
	defer list.end()
	typist := &typist{form: form, list: list, pause: rand.New(rand.NewPCG(1, 2))}
	var asked, answered, askedPeer, answeredPeer rounds
	var found times
	for range l.rounds(3) {
		typed, peer, shown, err := typist.subjects(true)
		if err != nil {
			return nil, err
		}
		asked, askedPeer, found = append(asked, typed), append(askedPeer, peer), append(found, shown...)
		if err := paste(form, "biaya paspor anak"); err != nil {
			return nil, err
		}
		if err := step(form, tabKey); err != nil {
			return nil, err
		}
		if typed, peer, _, err = typist.subjects(false); err != nil {
			return nil, err
		}
		answered, answeredPeer = append(answered, typed), append(answeredPeer, peer)
		if err := step(form, "\x1b[Z"); err != nil {
			return nil, err
		}
		if err := erase(form); err != nil {
			return nil, err
		}
	}
	frame := 16 * time.Millisecond
	what := fmt.Sprintf("%d questions, memory on: key to frame while typing ", d.questions)
	return []row{
		{
			what: what + "a question, each key searched, p99", ours: asked.tail(), peer: askedPeer.tail() + ": cursor of a minimal list",
			ratio: ratio(asked.p99(), askedPeer.p99()), bars: []bar{under(asked.p99(), frame)},
		},
		{
			what: what + "an answer, p99", ours: answered.tail(), peer: answeredPeer.tail() + ": cursor of a minimal list",
			ratio: ratio(answered.p99(), answeredPeer.p99()), bars: []bar{under(answered.p99(), frame)},
		},
		{
			what: fmt.Sprintf("%d questions: earlier ones shown after the last key, p99", d.questions), ours: found.spread(),
			bars: []bar{under(found.p99(), 100*time.Millisecond)},
		},
	}, nil
}

// openQuestion opens the form of a new question, in the field of its words.
func openQuestion(hadir, db string) (*terminal, error) {
	has := func(words string) func(screen) bool {
		return func(s screen) bool { return strings.Contains(s.String(), words) }
	}
	t, _, err := start(has("pertanyaan,"), hadir, "--db", db, "room", "latest")
	if err != nil {
		return t, err
	}
	if _, err := t.press("n", has("PERTANYAAN BARU")); err != nil {
		return t, err
	}
	return t, step(t, tabKey)
}

// step presses a key that takes the cursor to another line.
func step(t *terminal, key string) error {
	var was int
	t.now(func(s screen) { was = s.CursorPosition().Y })
	_, err := t.press(key, func(s screen) bool { return s.CursorPosition().Y != was })
	return err
}

// typist types into a form, and after each key moves the cursor of a minimal list, so that whatever else the machine does
// befalls both.
type typist struct {
	form, list *terminal
	pause      *rand.Rand
	down       bool // where the cursor of the list was moved last
}

// subjects types each subject letter by letter and takes it away again; where it is searched for, it is then pasted, to see how
// long the search takes.
func (t *typist) subjects(searched bool) (typed, peer, found times, err error) {
	for subject := range strings.SplitSeq(subjects, ";") {
		for _, letter := range strings.Split(subject, "") {
			ours, theirs, err := t.letter(letter)
			if err != nil {
				return nil, nil, nil, err
			}
			typed, peer = append(typed, ours), append(peer, theirs)
		}
		if err := erase(t.form); err != nil {
			return nil, nil, nil, err
		}
		if !searched {
			continue
		}
		if err := awaits(t.form, noEarlier); err != nil {
			return nil, nil, nil, err
		}
		took, err := t.form.press("\x1b[200~"+subject+"\x1b[201~", func(s screen) bool { return strings.Contains(s.String(), someFound) })
		if err != nil {
			return nil, nil, nil, err
		}
		found = append(found, took)
		if err := erase(t.form); err != nil {
			return nil, nil, nil, err
		}
	}
	return typed, peer, found, nil
}

// letter types one letter, and moves the cursor of the list.
func (t *typist) letter(letter string) (ours, peer time.Duration, err error) {
	rest(t.pause)
	if ours, err = t.form.press(letter, behind(t.form, letter)); err != nil {
		return 0, 0, err
	}
	rest(t.pause)
	key := downKey
	if t.down {
		key = upKey
	}
	t.down = !t.down
	peer, err = moveMark(t.list, key, 0, listMark)
	return ours, peer, err
}

// behind is so once a letter stands before the cursor, which has moved.
func behind(t *terminal, letter string) func(screen) bool {
	var x, y int
	t.now(func(s screen) { x, y = s.CursorPosition().X, s.CursorPosition().Y })
	return func(s screen) bool {
		at := s.CursorPosition()
		c := s.CellAt(at.X-1, at.Y)
		return (at.X != x || at.Y != y) && c != nil && c.Content == letter
	}
}

// paste puts a text into the field.
func paste(t *terminal, text string) error {
	_, err := t.press("\x1b[200~"+text+"\x1b[201~", behind(t, text[len(text)-1:]))
	return err
}

// erase empties the line.
func erase(t *terminal) error {
	var x int
	t.now(func(s screen) { x = s.CursorPosition().X })
	_, err := t.press(clearKey, func(s screen) bool { return s.CursorPosition().X < x })
	return err
}

// awaits waits until a text is shown, by whatever frame.
func awaits(t *terminal, words string) error {
	for begin := time.Now(); time.Since(begin) < patience; time.Sleep(time.Millisecond) {
		shown := false
		t.now(func(s screen) { shown = strings.Contains(s.String(), words) })
		if shown {
			return nil
		}
	}
	return fmt.Errorf("%q is not shown", words)
}
