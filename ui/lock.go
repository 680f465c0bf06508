package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// lock covers the screen. All that is below goes on: writes are finished, other desks are heard, a form keeps what was typed in it.
type lock struct {
	*gate
	count       int // wrong answers since it was locked: there is nobody to start anew without the passphrase
	interrupted bool
	warned      bool // that something is to be read before leaving was said
}

// proved is what became of an answer.
type proved struct {
	lock *lock
	err  error
}

// idle comes when no key may have been pressed for long enough.
type idle struct{ watch int }

// touch notes that somebody is there. The clock on the wall counts: a laptop that was asleep was idle.
func (r *Root) touch() { r.touched = r.env.Now().Round(0) }

// patience is how long no key has to be pressed until the screen is locked; 0: it is never locked by itself.
func (r *Root) patience() time.Duration {
	if r.env.Me.LockAfter == 0 || !r.env.Store.Sealed() {
		return 0
	}
	return time.Duration(r.env.Me.LockAfter) * time.Minute
}

// watchIdle waits until nobody can have been there for long enough; an earlier waiting counts no more.
func (r *Root) watchIdle() tea.Cmd {
	r.watch++
	if r.patience() == 0 || r.lock != nil {
		return nil
	}
	now := idle{r.watch}
	return tea.Tick(max(0, r.patience()-r.since()), func(time.Time) tea.Msg { return now })
}

func (r *Root) since() time.Duration { return r.env.Now().Round(0).Sub(r.touched) }

// guard takes what is typed or clicked while the screen is locked. What comes after a long time locks: the laptop was asleep, and
// nothing could be noticed.
func (r *Root) guard(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	key, pressed := msg.(tea.KeyPressMsg)
	switch {
	case r.lock != nil && pressed:
		return r.knock(key), true
	case r.lock != nil:
		r.lock.point(msg)
		return nil, true
	case r.patience() > 0 && r.since() >= r.patience():
		return r.shut(), true
	}
	r.touch()
	return nil, false
}

// unsealed says why the screen cannot be locked: nobody has a passphrase.
func (r *Root) unsealed() (lang.Phrase, bool) {
	return lang.Of("seal.lock-unsealed"), !r.env.Store.Sealed()
}

// shutByKey locks, or says why not.
func (r *Root) shutByKey() tea.Cmd {
	if why, off := r.unsealed(); off {
		return emit(kit.Refused{Why: why})
	}
	return r.shut()
}

// shut locks the screen. What is being typed goes to disk.
func (r *Root) shut() tea.Cmd {
	if r.lock != nil || !r.env.Store.Sealed() {
		return nil
	}
	r.lock = &lock{gate: newGate(r.env.Look, r.env.Now, "seal.locked")}
	return r.tell(screen.Flush{})
}

// keeps reports whether the last sentence has to stay until somebody can read it: a failure, while the screen is locked.
func (r *Root) keeps() bool { return r.lock != nil && !r.leaving && r.toast.Kind() == kit.Bad }

// knock is a key at the lock.
func (r *Root) knock(m tea.KeyPressMsg) tea.Cmd {
	l := r.lock
	switch m.String() {
	case "ctrl+c":
		return r.interruptLocked()
	case "f2":
		r.env.Set(other(r.env.Code()))
		return nil
	}
	l.interrupted = false
	secret, given := l.press(m)
	if !given {
		return nil
	}
	store := r.env.Store
	return func() tea.Msg { return proved{l, store.Prove(context.Background(), secret)} }
}

// interruptLocked leaves at the second Ctrl+C, and at the third where something was not saved that nobody has read.
func (r *Root) interruptLocked() tea.Cmd {
	l := r.lock
	switch {
	case !l.interrupted:
		l.interrupted, l.hint = true, lang.Of("seal.interrupt")
	case r.keeps() && !l.warned:
		l.warned, l.hint = true, lang.Of("seal.unread")
	default:
		return r.hangUp()
	}
	return nil
}

// watched takes what the lock and the wait for it were waiting for.
func (r *Root) watched(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case idle:
		switch {
		case m.watch != r.watch || r.patience() == 0:
			return nil
		case r.since() >= r.patience():
			return r.shut()
		}
		return r.watchIdle()
	case gateTick:
		if r.lock != nil && m.of == r.lock.gate {
			return r.lock.tick()
		}
	case proved:
		if m.lock == r.lock {
			return r.answered(m.err)
		}
	}
	return nil
}

// answered opens the lock, or asks again.
func (r *Root) answered(err error) tea.Cmd {
	if err != nil {
		r.lock.count++
		return r.lock.ask(r.lock.count, model.WaitAfter(r.lock.count))
	}
	r.lock = nil
	r.touch()
	return r.watchIdle()
}

// lockView draws the lock and nothing else: neither names nor what was said.
func (r *Root) lockView() tea.View {
	title := " " + r.env.Say("seal.lock-title")
	right := r.env.Moment()
	heading := r.env.Title.Render(r.env.Cut(title, r.w-1))
	if room := r.w - 2 - kit.Width(right); room >= kit.Width(title) {
		heading = r.env.Title.Render(r.env.Cell(title, room)) + " " + r.env.Muted.Render(right)
	}
	keys := r.lock.keys(kit.Binding{Keys: []string{"ctrl+c"}, Label: "seal.quit"})
	return gateView(r.lock.gate, heading, keys, r.w, r.h)
}
