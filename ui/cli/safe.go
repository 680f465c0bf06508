package cli

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/date"
	"hadir/store"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// sayNotices tells on the error output what the storage met with and somebody has to know; the answer itself may be data.
func (d *desk) sayNotices() {
	for _, n := range d.store.Notices() {
		if screen.Grave(n) {
			say(d.app.Err, d.Tell(d.NoticeWords(n)))
		}
	}
}

func (a *app) verify() *cobra.Command {
	return &cobra.Command{
		Use: "verify", Short: a.lang.Say("safe.verify"), Long: a.lang.Say("safe.verify-long"), Args: between(0, 0),
		RunE: a.withDesk(verify),
	}
}

// checked is the JSON of a check.
type checked struct {
	Sound     bool    `json:"sound"`
	Findings  []found `json:"findings"`
	Values    int     `json:"values"`
	Changes   int     `json:"changes"`
	Records   int     `json:"records"`
	Snapshots int     `json:"snapshots"`
}

type found struct {
	Kind  model.FindingKind `json:"kind"`
	Place string            `json:"place"`
	Count int               `json:"count"`
}

func verify(ctx context.Context, d *desk, _ *cobra.Command, _ []string) error {
	out, err := d.store.Verify(ctx, nil)
	if err != nil {
		return err
	}
	data := checked{out.Sound(), []found{}, out.Values, out.Changes, out.Records, out.Snapshots}
	for _, f := range out.Findings {
		data.Findings = append(data.Findings, found{f.Kind, f.Place, f.Count})
	}
	err = d.print(data, func() {
		for _, f := range out.Findings {
			d.tell(lang.Key("safe.found."+string(f.Kind)), "n", f.Count, "place", f.Place)
		}
		if out.Sound() {
			d.tell("safe.verified", "values", d.Number(out.Values), "changes", d.Number(out.Changes),
				"records", d.Number(out.Records), "copies", out.Snapshots)
		}
	})
	if err == nil && !out.Sound() {
		return fail(exitFailed, "safe.not-verified")
	}
	return err
}

func (a *app) backup() *cobra.Command {
	return &cobra.Command{
		Use: "backup FILE", Short: a.lang.Say("safe.backup"), Args: between(1, 1), RunE: a.withDesk(backup),
	}
}

func backup(ctx context.Context, d *desk, _ *cobra.Command, args []string) error {
	err := d.store.Backup(ctx, args[0])
	if errors.Is(err, fs.ErrExist) {
		return fail(exitFailed, "safe.exists", "file", args[0]).because(err)
	}
	if err != nil {
		return err
	}
	d.tell("safe.backed-up", "file", full(args[0]))
	return nil
}

func (a *app) restore() *cobra.Command {
	return &cobra.Command{
		Use: "restore FILE", Short: a.lang.Say("safe.restore"), Long: a.lang.Say("safe.restore-long"), Args: between(1, 1),
		RunE: func(c *cobra.Command, args []string) error { return a.restoreFrom(c.Context(), args[0]) },
	}
}

// restoreFrom works on a database that nobody has open.
func (a *app) restoreFrom(ctx context.Context, backup string) error {
	path, err := a.database(a.flags.db)
	if err != nil {
		return err
	}
	out, err := store.Restore(ctx, path, backup, a.options())
	a.asking.done()
	switch {
	case errors.Is(err, store.ErrNotDatabase):
		return fail(exitFailed, "safe.not-backup", "file", full(backup)).because(err)
	case errors.Is(err, fs.ErrNotExist):
		return fail(exitFailed, "cli.file-missing", "file", full(backup)).because(err)
	case errors.Is(err, model.ErrDamaged):
		return fail(exitFailed, "safe.bad-backup", "file", full(backup)).because(err)
	case err != nil:
		return copiesFailure(path, err)
	}
	say(a.Out, a.lang.Say("safe.restored", "count", a.lang.Number(int(out.Count)-out.Lost), "file", full(backup)))
	a.sayDoubt(out)
	for _, kept := range out.Kept {
		say(a.Out, a.lang.Say("safe.kept", "file", kept))
	}
	return nil
}

func (a *app) rescue() *cobra.Command {
	c := &cobra.Command{
		Use: "rescue NEW-FILE [--from FOLDER]", Short: a.lang.Say("safe.rescue"), Long: a.lang.Say("safe.rescue-long"), Args: between(1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			from, _ := given(c, "from")
			return a.rescueTo(c.Context(), from, args[0])
		},
	}
	c.Flags().String("from", "", a.lang.Say("safe.flag-from"))
	return c
}

// rescueTo makes a new file of the database that is meant, or of a folder of copies.
func (a *app) rescueTo(ctx context.Context, path, to string) error {
	if path == "" {
		var err error
		if path, err = a.database(a.flags.db); err != nil {
			return err
		}
	}
	out, err := store.Rescue(ctx, path, to, a.options())
	a.asking.done()
	switch {
	case errors.Is(err, fs.ErrExist):
		return fail(exitFailed, "safe.exists", "file", full(to)).because(err)
	case errors.Is(err, store.ErrNotDatabase):
		return fail(exitFailed, "safe.rescue-nothing", "file", full(path)).because(err)
	case err != nil:
		return copiesFailure(path, err)
	}
	say(a.Out, a.lang.Say("safe.rescued", "count", a.lang.Number(int(out.Count)-out.Lost), "file", full(to)))
	if out.Lost == 0 && out.Proved {
		say(a.Out, a.lang.Say("safe.rescued-whole"))
	}
	a.sayDoubt(out)
	a.sayLosses(out.Missing)
	return nil
}

// sayDoubt says what is missing, or may be.
func (a *app) sayDoubt(out store.Restored) {
	switch {
	case out.Lost > 0:
		say(a.Out, a.lang.Say("safe.rescued-lost", "n", out.Lost))
	case !out.Proved:
		say(a.Out, a.lang.Say("safe.rescued-unproved"))
	}
}

// copiesFailure says why nothing comes of a folder of copies, or of a database.
func copiesFailure(path string, err error) *failure {
	var several *store.SeveralError
	if !errors.As(err, &several) {
		return openFailure(path, err)
	}
	rows := make([][]string, len(several.Folders))
	for i, f := range several.Folders {
		rows[i] = []string{full(f)}
	}
	return fail(exitAmbiguous, "safe.several", "folder", full(path)).among(rows).because(err)
}

// sayLosses lists what could not be saved, by name where that is known.
func (a *app) sayLosses(losses []model.Loss) {
	if len(losses) == 0 {
		return
	}
	say(a.Out, a.lang.Say("safe.rescued-missing"))
	rows := make([][]string, len(losses))
	for i, l := range losses {
		at := l.At.In(date.WIB.Location())
		rows[i] = []string{
			strconv.FormatUint(l.Seq, 10), date.Of(at).Short(date.Lang(a.lang.Code())) + " " + at.Format("15.04"),
			a.lang.Say(lang.Key("cli.kind." + l.Kind.String())), l.Name, l.Theme,
		}
	}
	columns(a.Out, rows)
}

// full is a path as a person finds it from anywhere.
func full(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
