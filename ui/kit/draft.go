package kit

import (
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// draftEvery is the time between two writes of a draft while typing goes on. It and what a slow disk takes to write stay
// together below a second, which is the most typing that a power cut may take.
const draftEvery = 750 * time.Millisecond

// Draft keeps unsaved typing safe: a write or so a second while keys come, the last state always written.
//
//	Touch -> tick, most of a second later -> write -> DraftSaved -> (touched since? tick again)
//
// It has no clock: ticks are messages, and one that belongs to an older round is dropped by its number.
type Draft struct {
	content func() []byte
	save    func([]byte) error

	// These belong to Update's goroutine.
	round   int    // the number of the tick that is waited for
	waiting bool   // a tick is under way
	writing int    // writes under way: one, or two after a Flush
	touched bool   // there is typing that no write has taken along
	taken   int    // the number of the last state that was taken for writing,
	last    []byte // and the state

	mu      sync.Mutex // held while writing, so that two writes never meet; never by Update, which must not wait
	written int        // the number of the newest state that was written
}

// draftTick says that the time for the next write has come.
type draftTick struct {
	draft *Draft
	round int
}

// DraftSaved says that a write of a draft is over. Screens may tell of Err; the draft tries again at the next key.
type DraftSaved struct {
	Draft *Draft
	Err   error
}

// NewDraft keeps what content gives: it is called in Update, once for each write. save is called in a command, never twice
// at a time; nil is given to it when there is nothing to keep any more.
func NewDraft(content func() []byte, save func([]byte) error) *Draft {
	return &Draft{content: content, save: save}
}

// Touch says that something was typed.
func (d *Draft) Touch() tea.Cmd {
	d.touched = true
	return d.wait()
}

// wait starts the time after which the next write begins, unless one has begun or a write will start it.
func (d *Draft) wait() tea.Cmd {
	if !d.touched || d.waiting || d.writing > 0 {
		return nil
	}
	d.waiting = true
	d.round++
	tick := draftTick{d, d.round}
	return tea.Tick(draftEvery, func(time.Time) tea.Msg { return tick })
}

// Update takes the draft's own messages; all others it leaves alone.
func (d *Draft) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case draftTick:
		if msg.draft == d && msg.round == d.round && d.waiting {
			d.waiting = false
			return d.write()
		}
	case DraftSaved:
		if msg.Draft == d {
			d.writing--
			if msg.Err != nil {
				d.touched = d.last != nil
				return nil
			}
			return d.wait()
		}
	}
	return nil
}

// Flush writes at once what no write has taken along: at a change of screen, when the window loses the focus.
func (d *Draft) Flush() tea.Cmd {
	d.waiting = false
	return d.write()
}

// Pending reports whether some typing is not written yet. After a write that failed it stays so until one succeeds: whether
// to leave all the same is for a person to say.
func (d *Draft) Pending() bool { return d.touched || d.writing > 0 }

// Clear says that there is nothing unsaved any more: what was typed is saved, or given up. It calls save with nil, and no
// older state is written after that.
func (d *Draft) Clear() tea.Cmd {
	d.touched, d.waiting = false, false
	return d.command(nil)
}

// write takes the state as it stands, in Update, and gives the command that writes it beside the next keys.
func (d *Draft) write() tea.Cmd {
	if !d.touched {
		return nil
	}
	d.touched = false
	return d.command(d.content())
}

func (d *Draft) command(state []byte) tea.Cmd {
	d.writing++
	d.taken, d.last = d.taken+1, state
	number := d.taken
	return func() tea.Msg { return DraftSaved{d, d.put(state, number)} }
}

// put writes a state, unless a newer one was written before it got its turn.
func (d *Draft) put(state []byte, number int) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if number <= d.written {
		return nil
	}
	if err := d.save(state); err != nil {
		return err
	}
	d.written = number
	return nil
}

// Drain writes what is not written yet, now, and waits for it. It is for the end of a program that was ended from outside
// (the terminal was closed, the power is going): call it when Update is not called any more.
func (d *Draft) Drain() error {
	if !d.Pending() {
		return nil
	}
	if d.touched {
		d.last = d.content()
	}
	return d.put(d.last, d.taken+1)
}
