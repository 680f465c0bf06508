package cli

import (
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
)

// The check before a large file is opened is told of on the terminal once it has taken a while, and then now and then.
const (
	checkingAfter = 300 * time.Millisecond
	checkingEvery = 100 * time.Millisecond
)

// checking is the line that tells how far the check of a file is, drawn over itself on the error output, and gone at the end.
type checking struct {
	app   *app
	begun time.Time
	told  time.Time
	width int // of what stands there now
}

// checking begins to tell. Where errors go to no terminal nothing is told.
func (a *app) checking() *checking {
	if !term.IsTerminal(a.Err.Fd()) || a.flags.json {
		return nil
	}
	return &checking{app: a, begun: a.Now()}
}

// progress is what the storage tells; nil when nobody wants to know.
func (c *checking) progress() func(done, total uint64) {
	if c == nil {
		return nil
	}
	return c.tell
}

func (c *checking) tell(done, total uint64) {
	now := c.app.Now()
	if c.app.asking.asked > 0 {
		return // what asks for the passphrase may have the whole screen
	}
	if now.Sub(c.begun) < checkingAfter || now.Sub(c.told) < checkingEvery {
		return
	}
	c.told = now
	l := c.app.lang
	c.draw(l.Say("cli.checking", "done", l.Number(int(done)), "total", l.Number(int(total)), "percent", 100*done/max(total, 1)))
}

// draw writes over what stands there. The first column is left, and no escape code is needed: a dumb terminal shows it too.
func (c *checking) draw(line string) {
	n := len([]rune(line))
	// Nobody is told if the terminal is gone; the check goes on.
	_, _ = io.WriteString(c.app.Err, "\r"+line+strings.Repeat(" ", max(0, c.width-n))+"\r")
	c.width = n
}

// end takes the line away.
func (c *checking) end() {
	if c != nil && c.width > 0 {
		c.draw("")
		c.width = 0
	}
}
