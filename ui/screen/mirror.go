package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
)

// mirror is what a page shows, kept as it stands on disk. A page embeds it, and says what is read, which commits may have
// changed that, and what a new state means for its list.
//
//	Init, a commit --> reload --> readNow --> show
//	                     ^
//	a commit, while another screen covers the page: only noted, until the page is on top again
type mirror[S any] struct {
	env     *Env
	page    any // the screen, as its own writes name it
	state   S
	known   bool                                              // the state has been read
	read    func(ctx context.Context, store Store) (S, error) // runs in a command: it must not touch the page
	touched func(model.Commit) bool                           // whether a commit may have changed the state; not asked about bulk
	show    func() tea.Cmd                                    // a new state has come; at the first, known is not set yet
	number  int                                               // of the last reading that was asked for
	covered bool                                              // another screen is in front
	stale   bool                                              // something was committed while it was
}

// readNow is a state as it was when reading number was made.
type readNow[S any] struct {
	of     *mirror[S]
	number int
	state  S
	err    error
}

// Init reads the state.
func (c *mirror[S]) Init() tea.Cmd { return c.reload() }

// reload reads the state anew. Readings may overtake each other: an earlier one that is still under way is dropped when it comes.
func (c *mirror[S]) reload() tea.Cmd {
	c.number++
	c.stale = false
	number, store := c.number, c.env.Store
	return func() tea.Msg {
		state, err := c.read(context.Background(), store)
		return readNow[S]{c, number, state, err}
	}
}

// leave puts a screen in front. Until the page is on top again nobody sees it, and reading after every commit of, say, the
// door would only keep the disk busy.
func (c *mirror[S]) leave(to Screen) tea.Cmd {
	c.covered = true
	return open(to)
}

// hear takes readings, commits, coming back on top, and what became of the page's own writes; taken is false for all else.
func (c *mirror[S]) hear(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	switch m := msg.(type) {
	case readNow[S]:
		return c.take(m), true
	case Committed:
		return c.note(m.Commit), true
	case Resumed:
		c.covered = false
		if c.stale {
			return c.reload(), true
		}
		return nil, true
	case written:
		if m.page == c.page {
			return m.tell(), true
		}
		return nil, true
	case takenBack:
		if m.page == c.page {
			return m.tell(c.env), true
		}
		return nil, true
	}
	return nil, false
}

func (c *mirror[S]) take(m readNow[S]) tea.Cmd {
	if m.of != c || m.number != c.number {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	c.state = m.state
	cmd := c.show()
	c.known = true
	return cmd
}

// note reads anew what a commit may have changed.
func (c *mirror[S]) note(k model.Commit) tea.Cmd {
	if !k.Bulk && !c.touched(k) {
		return nil
	}
	if c.covered {
		c.stale = true
		return nil
	}
	return c.reload()
}
