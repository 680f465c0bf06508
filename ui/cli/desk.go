package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/text"
	"hadir/store"
	"hadir/store/seal"
	"hadir/ui/filing"
	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
	"hadir/ui/theme"
)

// desk is an open database and what a command needs in order to work with it, as a screen does.
type desk struct {
	*screen.Env
	app   *app
	store *store.Store
	out   io.Writer
	json  bool
}

// work is what a command does with an open database.
type work func(ctx context.Context, d *desk, c *cobra.Command, args []string) error

// withDesk opens the database, does the work and closes it, whatever came of it.
func (a *app) withDesk(do work) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) (err error) {
		d, err := a.open(c.Context(), a.flags.db, restOf(c))
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, d.store.Close()) }()
		if !showsScreen(c) {
			d.sayNotices()
		}
		return do(c.Context(), d, c, args)
	}
}

// withScreen is withDesk for a command that shows the program.
func (a *app) withScreen(do work) func(*cobra.Command, []string) error {
	run := a.withDesk(do)
	return func(c *cobra.Command, args []string) error {
		a.onScreen = true
		return run(c, args)
	}
}

// showsScreen reports whether a command shows the program.
func showsScreen(c *cobra.Command) bool { return !c.HasParent() || c.Name() == "door" }

// restOf is how long a command leaves the search index alone. An import ends as soon as its list is on disk; whoever opens the
// database next files the people on it.
func restOf(c *cobra.Command) time.Duration {
	switch {
	case showsScreen(c):
		return startTime
	case c.Name() == "import":
		return time.Hour
	}
	return 0
}

// open opens a database and reads who works at it. From then on the language is the desk's, unless another was asked for. Rest
// is [store.Options.Rest].
func (a *app) open(ctx context.Context, path string, rest time.Duration) (*desk, error) {
	o := a.options()
	o.Rest = rest
	return a.openWith(ctx, path, o)
}

func (a *app) openWith(ctx context.Context, path string, o store.Options) (*desk, error) {
	path, err := a.database(path)
	if err != nil {
		return nil, err
	}
	check := a.checking()
	o.Progress = check.progress()
	s, err := store.Open(path, o)
	a.asking.done()
	check.end()
	a.fresh = ""
	if err != nil {
		return nil, openFailure(path, err)
	}
	me, err := s.Settings(ctx)
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if asked(a.Args, a.Getenv) == "" {
		a.lang.Set(me.Lang)
	}
	env := &screen.Env{
		Look: kit.Look{Styles: theme.New(a.look()), Lang: a.lang}, Store: s, Outbox: kit.NewOutbox(context.WithoutCancel(ctx)),
		Now: a.Now, Rand: a.Rand, Me: me, Reveal: filing.Reveal, HeadStart: headStart,
	}
	env.Officer, _ = text.Line(a.flags.officer)
	env.Desk, _ = text.Line(a.flags.desk)
	env.Second = a.Getenv("HADIR_COPIES")
	d := &desk{Env: env, app: a, store: s, out: a.Out, json: a.flags.json}
	env.Seal, env.Purge = d.sealer(), d.purger()
	return d, nil
}

// look is what the terminal and its reader can take. A dumb terminal has neither colours nor line drawing, one whose locale knows
// no UTF-8 has no line drawing.
func (a *app) look() theme.Options {
	return theme.Options{NoColor: a.dumb() || a.Getenv("NO_COLOR") != "", ASCII: a.dumb() || !a.knowsUTF8()}
}

func (a *app) dumb() bool { return a.Getenv("TERM") == "dumb" }

// knowsUTF8 reads the locale as the C library does: the first of these that is set counts. Where none is, nobody has said that it
// does not; nor does Windows, where the console is turned to UTF-8.
func (a *app) knowsUTF8() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(a.Getenv(name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}

// database is the file that is meant: the flag's, the environment's, or the one in the platform's data folder.
func (a *app) database(flag string) (string, error) {
	if flag != "" {
		return flag, nil
	}
	if file := a.Getenv("HADIR_DB"); file != "" {
		return file, nil
	}
	folder := dataFolder(a.Getenv)
	if folder == "" {
		return "", fail(exitFailed, "cli.no-folder")
	}
	return filepath.Join(folder, "hadir.db"), nil
}

// marks is the folder, apart from the data, where it stands how far each device has counted. An example in a temporary folder
// leaves nothing there.
func (a *app) marks() string {
	folder := configFolder(a.Getenv)
	if folder == "" || a.passing {
		return ""
	}
	return filepath.Join(folder, "devices")
}

// openFailure says why a database does not open, and what to do.
func openFailure(path string, err error) *failure {
	var known *failure
	if errors.As(err, &known) {
		return known
	}
	if full, e := filepath.Abs(path); e == nil {
		path = full
	}
	key := lang.Key("cli.open-failed")
	switch {
	case errors.Is(err, store.ErrLocked):
		key = "cli.open-locked"
	case errors.Is(err, store.ErrNotDatabase):
		key = "cli.open-not-database"
	case errors.Is(err, store.ErrNewer):
		key = "cli.open-newer"
	case errors.Is(err, store.ErrSealed):
		key = "seal.needed"
	case errors.Is(err, store.ErrWeak):
		key = "seal.weak"
	case errors.Is(err, seal.ErrCost):
		key = "seal.too-dear"
	case errors.Is(err, model.ErrDamaged):
		key = "safe.open-damaged"
	case errors.Is(err, fs.ErrPermission):
		key = "cli.open-denied"
	case errors.Is(err, model.ErrNoSpace):
		key = "cli.open-no-space"
	case errors.Is(err, model.ErrReadOnly):
		key = "cli.open-read-only"
	case isFolder(path):
		key = "cli.open-folder"
	}
	return fail(exitFailed, key, "file", path, "why", cause(err)).because(err)
}

// isFolder asks the system, whose words for opening a folder are others on Windows.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// cause is the innermost error, which is the system's own word where the system refused.
func cause(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}

// storageFailure says what the storage could not do.
func storageFailure(err error) *failure {
	return (&failure{code: exitFailed, what: lang.Of("cli.failed", "why", screen.Failure(err))}).because(err)
}

// unsaved is the failure of a write: nothing of it was kept.
func unsaved(err error) error {
	if err == nil {
		return nil
	}
	return (&failure{code: exitFailed, what: lang.Of("failure.write", "why", screen.Failure(err))}).because(err)
}

// apply writes the changes of an act.
func (d *desk) apply(ctx context.Context, changes []model.Change) error {
	return unsaved(d.store.Apply(ctx, changes))
}

// tell prints a sentence for people; with --json the answer is data, and there is nothing else on stdout.
func (d *desk) tell(key lang.Key, args ...any) {
	if !d.json {
		say(d.out, d.Say(key, args...))
	}
}

// print answers with data where --json asks for it, else with what people prints.
func (d *desk) print(v any, people func()) error {
	if d.json {
		return printJSON(d.out, v)
	}
	people()
	return nil
}

// moment is a time in JSON, RFC 3339 with the offset of the event's zone; "" for none.
func (d *desk) moment(e model.Event, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(d.Zone(e).Location()).Format(time.RFC3339)
}
