package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	"hadir/store/seal"
	"hadir/ui/lang"
)

// Process is what the command line takes from the process that it runs in.
type Process struct {
	Args     []string // without the program's name
	In       *os.File
	Out, Err *os.File
	Getenv   func(string) string
	Now      func() time.Time
	Rand     io.Reader // where identities come from
	Cost     seal.Cost // what a new passphrase is made to cost; zero: what this machine bears
}

// The exit codes.
const (
	exitDone      = 0
	exitFailed    = 1 // a file that cannot be read, a database that another Hadir has open
	exitUsage     = 2 // wrong usage
	exitNone      = 3 // what was named is not there
	exitAmbiguous = 4 // more than one is meant: they are listed, and nothing was changed
)

// Main runs one command and gives the exit code: 0 when it is done, also where it had been done already; 1 when it failed;
// 2 when it was used wrongly; 3 when what was named is not there; 4 when more than one thing was meant; and 128 and the
// number of the signal when a signal ended the program on the screen, after everything was saved.
func Main(p Process) int {
	a := &app{Process: p, lang: lang.New(asked(p.Args, p.Getenv))}
	restore := prepareProcess()
	defer restore()
	a.limitMemory(0)
	if err := a.command().ExecuteContext(context.Background()); err != nil {
		return a.report(err)
	}
	return exitDone
}

// failure is an error that says what people are told about it, and how the process ends.
type failure struct {
	code int
	what lang.Phrase
	list [][]string // what could have been meant, as rows of a table
	err  error      // the cause; may be nil
}

// Error names the failure for logs; people are told by what.
func (f *failure) Error() string {
	if f.err != nil {
		return string(f.what.Key) + ": " + f.err.Error()
	}
	return string(f.what.Key)
}

// Unwrap gives the cause.
func (f *failure) Unwrap() error { return f.err }

// fail is the failure with that exit code, told by a sentence.
func fail(code int, key lang.Key, args ...any) *failure {
	return &failure{code: code, what: lang.Of(key, args...)}
}

// because gives a failure its cause.
func (f *failure) because(err error) *failure {
	f.err = err
	return f
}

// among gives a failure the rows of what could have been meant.
func (f *failure) among(rows [][]string) *failure {
	f.list = rows
	return f
}

// report tells people what went wrong and gives the exit code.
func (a *app) report(err error) int {
	f := asFailure(err)
	if !f.what.None() {
		say(a.Err, a.lang.Tell(f.what))
	}
	columns(a.Err, f.list)
	return f.code
}

// asFailure is the failure that an error carries; an error of the storage becomes one.
func asFailure(err error) *failure {
	var f *failure
	if errors.As(err, &f) {
		return f
	}
	return storageFailure(err)
}
