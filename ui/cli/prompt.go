package cli

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/term"

	"hadir/model/text"
	"hadir/ui/lang"
)

// prompt asks in lines on a terminal. From the first question until it is closed the terminal shows nothing of what is typed: also not
// what is typed while an answer is still being looked at. Questions go to the error output, since the answer of the command may be
// data.
type prompt struct {
	*app
	in     *bufio.Reader
	before *term.State // what the terminal was like; nil: nothing was asked yet
}

func (a *app) prompt() *prompt { return &prompt{app: a, in: bufio.NewReader(a.In)} }

// canPrompt reports whether there is a terminal to ask on.
func (a *app) canPrompt() bool { return a.isTerminal(a.In) && a.isTerminal(a.Err) }

// The keys that mean something to a line that is read key by key.
const (
	keyInterrupt = 0x03
	keyEnd       = 0x04
	keyErase     = 0x15
	keyEscape    = 0x1b
	keyDelete    = 0x7f
)

// errLeft says that somebody has left instead of answering.
var errLeft = errors.New("left")

// left is what is said to whoever has left.
func left() error { return fail(exitFailed, "seal.left").because(errLeft) }

// secret asks for what must not be seen.
func (p *prompt) secret(key lang.Key) (string, error) { return p.ask(key, false) }

// word asks for a word that may be seen.
func (p *prompt) word(key lang.Key) (string, error) { return p.ask(key, true) }

func (p *prompt) ask(key lang.Key, seen bool) (string, error) {
	if err := p.hush(); err != nil {
		return "", err
	}
	fmt.Fprint(p.Err, p.lang.Say(key)+" ")
	line, err := p.line(seen)
	p.tell("")
	return line, err
}

// hush turns off what the terminal does by itself with what is typed.
func (p *prompt) hush() (err error) {
	if p.before != nil {
		return nil
	}
	if p.before, err = term.MakeRaw(p.In.Fd()); err != nil {
		return fail(exitFailed, "cli.no-terminal").because(err)
	}
	return nil
}

// line reads until Enter.
func (p *prompt) line(seen bool) (string, error) {
	var line []rune
	for {
		r, _, err := p.in.ReadRune()
		switch {
		case err != nil, r == keyInterrupt, r == keyEnd && len(line) == 0:
			return "", left()
		case r == '\r', r == '\n':
			return string(line), nil
		case r == '\b', r == keyDelete:
			if len(line) > 0 {
				line = line[:len(line)-1]
				p.echo("\b \b", seen)
			}
		case r == keyErase:
			for range line {
				p.echo("\b \b", seen)
			}
			line = nil
		case r == keyEscape:
			p.skip()
		case r >= ' ' && r != utf8.RuneError:
			line = append(line, r)
			p.echo(text.Safe(string(r)), seen)
		}
	}
}

func (p *prompt) echo(s string, seen bool) {
	if seen {
		fmt.Fprint(p.Err, s)
	}
}

// skip passes over the rest of a key that is no letter, such as an arrow, as far as it has come with its beginning.
func (p *prompt) skip() {
	for p.in.Buffered() > 0 {
		if b, err := p.in.ReadByte(); err != nil || b != '[' && b != 'O' && b != ';' && (b < '0' || b > '9') {
			return
		}
	}
}

// tell says something between two questions.
func (p *prompt) tell(words string) { fmt.Fprint(p.Err, text.Safe(words)+"\r\n") }

// wait waits, unless somebody interrupts it.
func (p *prompt) wait(d time.Duration) error {
	p.close()
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	defer signal.Stop(interrupted)
	select {
	case <-time.After(d):
		return nil
	case <-interrupted:
		return left()
	}
}

// close gives the terminal back as it was.
func (p *prompt) close() {
	if p.before != nil {
		// A terminal that has gone away cannot be given back.
		_ = term.Restore(p.In.Fd(), p.before)
		p.before = nil
	}
}
