package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

const (
	upKey        = "\x1b[A"
	downKey      = "\x1b[B"
	backspaceKey = "\x7f"

	doorBox  = " > " // before what is typed at the door
	doorMark = ">"   // before the door's row under the cursor
	listMark = "│"   // before the stock list's row under the cursor
)

// openDoor starts a program at the door of the large list and waits for its first guests.
func openDoor(hadir, db string) (*terminal, time.Duration, error) {
	return start(func(s screen) bool { return s.marked(boxLine(s), doorMark) > 0 }, hadir, "--db", db, "door", "latest")
}

// boxLine is where the door's box is: the cursor is in it.
func boxLine(s screen) int { return s.CursorPosition().Y }

// opening is how long the door of the large list takes from the start of the process to its first guests, with the file in the
// page cache and without, in turns; and, since that is what people open it for, until the first letter typed is answered. The
// least that anything on a terminal takes is beside it.
func opening(l *lab) ([]row, error) {
	hadir, minimal, db, err := l.programs()
	if err != nil {
		return nil, err
	}
	var warm, cold openings
	var peer times
	notCold := dropFromCache(db)
	for range l.rounds(15) {
		if notCold == nil {
			if err := cold.add(hadir, db); err != nil {
				return nil, err
			}
		}
		// Where nothing can be dropped, the first of these is the cold one, and the median does not care.
		if err := warm.add(hadir, db); err != nil {
			return nil, err
		}
		if err := peer.add(startMinimal(minimal)); err != nil {
			return nil, err
		}
		if notCold == nil {
			notCold = dropFromCache(db)
		}
	}
	what := fmt.Sprintf("opening the door of %d guests, process start to guests, file ", l.guests)
	rows := []row{warm.row(what+"in the page cache", peer, 150*time.Millisecond)}
	if notCold != nil {
		return append(rows, row{what: what + "on disk", notMeasured: notCold.Error()}), nil
	}
	return append(rows, cold.row(what+"on disk", peer, 300*time.Millisecond)), nil
}

// openings are times from the start of the process.
type openings struct {
	shown    times // until the first guests are on the screen
	answered times // until a letter typed at once has been answered
}

// add opens the door once, types a letter, and leaves.
func (o *openings) add(hadir, db string) error {
	door, shown, err := openDoor(hadir, db)
	if err != nil {
		return err
	}
	defer door.end()
	took, err := typeLetter("s")(door)
	if err != nil {
		return err
	}
	o.shown, o.answered = append(o.shown, shown), append(o.answered, shown+took)
	return nil
}

func (o *openings) row(what string, peer times, limit time.Duration) row {
	return row{
		what: what, ours: o.shown.spread() + "; a letter answered after " + show(o.answered.median()),
		peer:  peer.spread() + ": first frame of a minimal list",
		ratio: ratio(o.shown.median(), peer.median()), bars: []bar{under(o.shown.median(), limit)},
	}
}

// programs are what the figures on the terminal need.
func (l *lab) programs() (hadir, minimal, db string, err error) {
	if hadir, err = l.hadir(); err != nil {
		return "", "", "", err
	}
	if minimal, err = l.minimal(); err != nil {
		return "", "", "", err
	}
	db, err = l.full()
	return hadir, minimal, db, err
}

// keys is how long a key at the door of the large list takes until its frame has arrived, in turns with a key in the minimal
// list. Nobody types in step with a frame clock, so the pauses between keys are drawn.
func keys(l *lab) ([]row, error) {
	hadir, minimal, db, err := l.programs()
	if err != nil {
		return nil, err
	}
	door, _, err := openDoor(hadir, db)
	if err != nil {
		return nil, err
	}
	defer door.end()
	list, _, err := startMinimal(minimal)
	if err != nil {
		return nil, err
	}
	defer list.end()
	pause := rand.New(rand.NewPCG(1, 2))
	var ours, peer rounds
	for range l.rounds(3) {
		o, p, err := keysInTurns(door, list, typing(l.rounds(420)), pause)
		if err != nil {
			return nil, err
		}
		ours, peer = append(ours, o), append(peer, p)
	}
	return []row{{
		what: fmt.Sprintf("key to frame at the door of %d guests, p99 of %d keys", l.guests, len(ours[0])),
		ours: ours.tail(), peer: peer.tail() + ": cursor of a minimal list", ratio: ratio(ours.p99(), peer.p99()),
		bars: []bar{under(ours.p99(), 16*time.Millisecond)},
	}}, nil
}

// keysInTurns presses the keys at the door, and after each moves the cursor of the list.
func keysInTurns(door, list *terminal, keys []key, pause *rand.Rand) (ours, peer times, err error) {
	there, back := downKey, upKey
	for _, k := range keys {
		rest(pause)
		took, err := k(door)
		if err != nil {
			return nil, nil, err
		}
		ours = append(ours, took)
		rest(pause)
		if took, err = moveMark(list, there, 0, listMark); err != nil {
			return nil, nil, err
		}
		peer = append(peer, took)
		there, back = back, there
	}
	return ours, peer, nil
}

// rest is the pause between two keys.
func rest(r *rand.Rand) {
	time.Sleep(10*time.Millisecond + time.Duration(r.Int64N(int64(50*time.Millisecond))))
}

// key is one key pressed at a terminal.
type key func(*terminal) (time.Duration, error)

// typing is at least n keys of an evening: a word of a guest's name letter by letter, after the first of which the cursor goes
// to and fro, since then many are found; and the letters taken away again.
func typing(n int) (out []key) {
	c := newCrowd(1)
	for len(out) < n {
		word := strings.Trim(strings.ToLower(c.word()), ".")
		word = word[:min(len(word), 6)]
		for i := range word {
			out = append(out, typeLetter(word[:i+1]))
			if i == 0 {
				out = append(out, moveAtDoor(downKey), moveAtDoor(upKey))
			}
		}
		for i := len(word) - 1; i >= 0; i-- {
			out = append(out, backspace(word[:i]))
		}
	}
	return out
}

// typeLetter types the last letter of what then stands in the box.
func typeLetter(text string) key {
	return func(t *terminal) (time.Duration, error) { return t.press(text[len(text)-1:], boxHas(text)) }
}

func backspace(left string) key {
	return func(t *terminal) (time.Duration, error) { return t.press(backspaceKey, boxHas(left)) }
}

// boxHas is so once the box holds a text, with the cursor behind it. The frame is one write from top to bottom, and the cursor
// is put in its place last.
func boxHas(text string) func(screen) bool {
	return func(s screen) bool {
		at := s.CursorPosition()
		return at.X == len(doorBox)+len(text) && strings.HasPrefix(s.line(at.Y), doorBox+text)
	}
}

// moveAtDoor moves the cursor to a guest beside.
func moveAtDoor(keys string) key {
	return func(t *terminal) (took time.Duration, err error) {
		var box int
		t.now(func(s screen) { box = boxLine(s) })
		return moveMark(t, keys, box, doorMark)
	}
}

// moveMark presses a key and waits until the mark, which stands somewhere below a line, has left its row.
func moveMark(t *terminal, keys string, above int, mark string) (time.Duration, error) {
	var was int
	t.now(func(s screen) { was = s.marked(above, mark) })
	return t.press(keys, func(s screen) bool {
		at := s.marked(above, mark)
		return at >= 0 && at != was
	})
}
