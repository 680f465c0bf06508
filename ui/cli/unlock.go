package cli

import (
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"

	"hadir/store"
	"hadir/ui/screen"
)

// options are what databases are opened with. Whoever opens one ends what asking for its passphrase has begun: see [asker.done].
func (a *app) options() store.Options {
	a.asking = &asker{app: a, prompt: a.prompt()}
	return store.Options{Now: a.Now, Rand: a.Rand, Marks: a.marks(), Cost: a.Cost, Unlock: a.asking.unlock}
}

// asker asks for the passphrase of one database, where it is to be had: from this process, a file, the screen, the terminal.
type asker struct {
	*app
	asked int
	last  string // what was answered last

	gate   gateway // asks on the screen
	prompt *prompt // asks in lines
}

// mostAsked is how many answers a command takes on a terminal.
const mostAsked = 3

// unlock is what the store asks.
func (k *asker) unlock(t store.Try) (secret string, err error) {
	defer func() {
		k.asked++
		k.last = secret
	}()
	file := k.passphraseFile()
	switch {
	case k.fresh != "" && k.asked == 0:
		return k.fresh, nil
	case file != "":
		return k.fromFile(file, t)
	case k.onScreen && k.isTerminal(k.In) && k.isTerminal(k.Out):
		return k.gate.ask(k.app, t)
	case k.canPrompt():
		return k.fromTerminal(t)
	}
	return "", fail(exitFailed, "seal.needed")
}

// done ends what asking has begun.
func (k *asker) done() {
	k.gate.close()
	k.prompt.close()
}

func (a *app) isTerminal(f *os.File) bool { return term.IsTerminal(f.Fd()) }

// passphraseFile is the file that is named for the passphrase; "" for none.
func (a *app) passphraseFile() string {
	if a.flags.passphrase != "" {
		return a.flags.passphrase
	}
	return a.Getenv("HADIR_PASSPHRASE_FILE")
}

// fromFile answers once: a file that is wrong stays so.
func (k *asker) fromFile(file string, t store.Try) (string, error) {
	switch {
	case k.asked > 0:
		return "", fail(exitFailed, "seal.file-wrong", "file", file)
	case t.Wait > 0:
		return "", fail(exitFailed, "seal.file-wait", "n", t.Wrong, "time", screen.WaitWords(t.Wait))
	}
	return k.readSecret(file)
}

// secretSize is the most that is read of a file with a passphrase, in bytes.
const secretSize = 64 << 10

// readSecret is the first line of a file; "-" is standard input.
func (a *app) readSecret(file string) (string, error) {
	in := a.In
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return "", fail(exitFailed, "seal.file-unread", "file", file, "why", cause(err)).because(err)
		}
		// Reading is all that was done with it.
		defer f.Close()
		in = f
	}
	b, err := io.ReadAll(io.LimitReader(in, secretSize))
	if err != nil {
		return "", fail(exitFailed, "seal.file-unread", "file", file, "why", cause(err)).because(err)
	}
	line, _, _ := strings.Cut(strings.TrimPrefix(string(b), "\ufeff"), "\n")
	if line = strings.TrimRight(line, "\r"); line == "" {
		return "", fail(exitFailed, "seal.file-empty", "file", file)
	}
	return line, nil
}

// fromTerminal asks in a line of its own.
func (k *asker) fromTerminal(t store.Try) (string, error) {
	switch {
	case k.asked >= mostAsked:
		return "", fail(exitFailed, "seal.three")
	case k.asked > 0:
		k.prompt.tell(k.lang.Say("seal.wrong"))
	}
	if t.Wait > 0 {
		k.prompt.tell(k.lang.Say("seal.waiting", "n", t.Wrong, "time", screen.WaitWords(t.Wait)))
		if err := k.prompt.wait(t.Wait); err != nil {
			return "", err
		}
	}
	return k.prompt.secret("seal.prompt")
}
