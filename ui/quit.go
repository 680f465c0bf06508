package ui

import (
	tea "charm.land/bubbletea/v2"

	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// Hangup tells the root that the window is closing or the system wants the program to end: drafts go to disk, accepted
// writes are finished, then it ends.
type Hangup struct{}

// flushed comes when the drafts are on disk.
type flushed struct{}

// hangUp saves what is being typed as drafts, then ends.
func (r *Root) hangUp() tea.Cmd {
	r.say(kit.Plain, lang.Phrase{})
	return tea.Sequence(r.tell(screen.Flush{}), emit(flushed{}))
}

// interrupt answers Ctrl+C: the first time with what to press, the second time by leaving in order.
func (r *Root) interrupt() tea.Cmd {
	if r.interrupted {
		return r.hangUp()
	}
	r.interrupted = true
	r.say(kit.Plain, lang.Of("root.interrupt"))
	return nil
}

// quit ends the program when the last accepted write is on disk and its outcome was told: Bubble Tea abandons commands
// that still run.
func (r *Root) quit() tea.Cmd {
	r.leaving = true
	return r.leave()
}

// leave ends the program if nothing keeps it. A write that failed on the way out does: whoever pressed the key has to read
// what was not saved.
func (r *Root) leave() tea.Cmd {
	switch {
	case !r.leaving || r.env.Outbox.Pending() > 0:
		return nil
	case r.toast.Kind() == kit.Bad:
		r.leaving, r.again = false, nil
		return nil
	}
	return tea.Quit
}

// Again is what a screen has asked to be done now that the program has ended; nil where somebody has simply left.
func (r *Root) Again() *screen.Again { return r.again }

// settle tells of the writes that are over, in the order of their keys.
func (r *Root) settle(s kit.Settled) tea.Cmd {
	var cmds []tea.Cmd
	for _, msg := range r.env.Outbox.Settle(s) {
		_, cmd := r.Update(msg)
		cmds = append(cmds, cmd)
	}
	return tea.Batch(append(cmds, r.leave())...)
}
