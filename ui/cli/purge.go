package cli

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/store"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

func (a *app) purge() *cobra.Command {
	c := &cobra.Command{
		Use: "purge [EVENT] [--before DATE] [--older-than 365d] [--names] [--dry-run] [--yes] [--finish]", Short: a.lang.Say("purge.short"),
		Long: a.lang.Say("purge.long"), Args: between(0, 1), RunE: a.runPurge,
	}
	c.Flags().String("before", "", a.lang.Say("purge.flag-before"))
	c.Flags().String("older-than", "", a.lang.Say("purge.flag-older"))
	for _, f := range [][2]string{
		{"names", "purge.flag-names"},
		{"dry-run", "purge.flag-dry-run"},
		{"yes", "purge.flag-yes"},
		{"finish", "purge.flag-finish"},
	} {
		c.Flags().Bool(f[0], false, a.lang.Say(lang.Key(f[1])))
	}
	return c
}

// purgeJob is a purge as it was asked for, and what it would do.
type purgeJob struct {
	path    string
	options store.Options
	order   store.PurgeOrder
	events  []model.Event
	plan    model.Purging
	folders []string // of papers that were printed, which it does not reach
	finish  bool
	skipped int // events of which names have still to be kept
}

// runPurge works on a database that nobody has open: it is looked at, closed, and written anew.
func (a *app) runPurge(c *cobra.Command, args []string) error {
	ctx := c.Context()
	d, err := a.open(ctx, a.flags.db, time.Hour)
	if err != nil {
		return err
	}
	job, err := d.purgeJob(ctx, c, args)
	if err = errors.Join(err, d.store.Close()); err != nil {
		return err
	}
	job.options.Rest = time.Hour // the index is made anew by whoever opens the database next
	yes, dry := set(c, "yes"), set(c, "dry-run")
	if dry {
		return d.print(d.purgedJSON(job, job.plan, true), func() { d.tellPlan(job) })
	}
	if !yes && !job.finish && !job.plan.None() {
		if err := a.confirmed(func() { d.tellPlan(job) }); err != nil {
			return err
		}
	}
	bar := a.bar(job.path)
	job.options.Progress = bar.show
	out, err := store.Purge(ctx, job.path, job.options, job.order)
	bar.end()
	a.asking.done()
	switch {
	case errors.Is(err, store.ErrUnfinished):
		return fail(exitFailed, "purge.unfinished", "why", screen.Failure(err)).because(err)
	case err != nil:
		return openFailure(job.path, err)
	}
	return d.print(d.purgedJSON(job, out.Purging, false), func() { d.tellPurged(job, out.Purging) })
}

// set reports whether a flag that says yes is on the command line.
func set(c *cobra.Command, flag string) bool {
	on, err := c.Flags().GetBool(flag)
	return err == nil && on
}

// purgeJob finds out which events are meant, and what would go.
func (d *desk) purgeJob(ctx context.Context, c *cobra.Command, args []string) (job purgeJob, err error) {
	job = purgeJob{path: d.store.Path(), options: d.store.Known(d.app.options()), finish: set(c, "finish")}
	if job.events, err = d.purgeEvents(ctx, c, args); err != nil {
		return job, err
	}
	job.order = store.PurgeOrder{Level: model.NoNumbers, Act: d.Act(model.VerbPurge)}
	if set(c, "names") {
		job.order.Level = model.NoNames
		all := len(job.events)
		if job.events, err = d.namesMayGo(job.events, len(args) > 0); err != nil {
			return job, err
		}
		job.skipped = all - len(job.events)
	}
	for _, e := range job.events {
		job.order.Events = append(job.order.Events, e.ID)
		r, err := d.store.Record(ctx, model.EventKey(e.ID))
		if err != nil {
			return job, err
		}
		for _, p := range model.PrintsOf(r) {
			if p.Folder != "" {
				job.folders = append(job.folders, p.Folder)
			}
		}
	}
	job.plan, err = d.store.Purging(ctx, job.order.Events, job.order.Level)
	return job, err
}

// purgeEvents are the events that are meant: the one that is named, or all that were held before a day.
func (d *desk) purgeEvents(ctx context.Context, c *cobra.Command, args []string) ([]model.Event, error) {
	before, byDate := given(c, "before")
	age, byAge := given(c, "older-than")
	ways := len(args)
	for _, way := range []bool{byDate, byAge, set(c, "finish")} {
		if way {
			ways++
		}
	}
	switch {
	case ways == 0:
		return nil, fail(exitUsage, "cli.too-few", "usage", usageLine(c))
	case ways > 1:
		return nil, fail(exitUsage, "purge.one-way")
	case len(args) > 0:
		e, err := d.event(ctx, args[0])
		return []model.Event{e}, err
	case byDate:
		day, err := d.parseDate(before)
		if err != nil || day == "" {
			return nil, errors.Join(err, badIfEmpty("before", day, err))
		}
		return d.store.HeldBefore(ctx, day)
	case byAge:
		days, ok := daysOf(age)
		if !ok {
			return nil, badValue("older-than", age)
		}
		return d.store.HeldBefore(ctx, d.Today().AddDays(-days).String())
	}
	return nil, nil
}

// badIfEmpty is the failure of a flag that was given empty.
func badIfEmpty(flag, value string, err error) error {
	if err == nil && value == "" {
		return badValue(flag, value)
	}
	return nil
}

// daysOf reads an age: 365d, 52w, 12m, 5y; letters of either language, months of 30 days and years of 365.
func daysOf(age string) (days int, ok bool) {
	if age == "" {
		return 0, false
	}
	unit, known := map[byte]int{'d': 1, 'h': 1, 'w': 7, 'm': 30, 'b': 30, 'y': 365, 't': 365}[age[len(age)-1]]
	n, err := strconv.Atoi(age[:len(age)-1])
	return n * unit, known && err == nil && n > 0 && n < 100_000
}

// namesMayGo leaves out the events whose names have still to be kept; one that was asked for by name is refused.
func (d *desk) namesMayGo(events []model.Event, named bool) (out []model.Event, err error) {
	for _, e := range events {
		switch {
		case model.NamesMayGo(e, d.Me.Retention, d.Today().String()):
			out = append(out, e)
		case named:
			return nil, &failure{code: exitFailed, what: d.NamesKept(e)}
		}
	}
	if len(out) < len(events) && len(out) == 0 {
		return nil, fail(exitFailed, "purge.none-yet")
	}
	return out, nil
}

// confirmed tells on a terminal what would be done, and asks whether to go on; a script has to say so beforehand.
func (a *app) confirmed(tell func()) error {
	if a.flags.json || !term.IsTerminal(a.In.Fd()) || !term.IsTerminal(a.Out.Fd()) {
		return fail(exitUsage, "purge.needs-yes")
	}
	tell()
	word := a.lang.Say("purge.word")
	if _, err := io.WriteString(a.Out, a.lang.Say("purge.type-word", "word", word)+" "); err != nil {
		return err
	}
	line, err := bufio.NewReader(a.In).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if !strings.EqualFold(strings.TrimSpace(line), word) {
		return fail(exitFailed, "purge.not-confirmed")
	}
	return nil
}

// purgedEvent is one event in the JSON of a purge.
type purgedEvent struct {
	ID    model.ID `json:"id"`
	Title string   `json:"title"`
	Date  string   `json:"date"`
}

// purged is the JSON of a purge, or of what one would do.
type purged struct {
	DryRun   bool          `json:"dry_run"`
	Level    string        `json:"level"` // numbers or names
	Events   []purgedEvent `json:"events"`
	Guests   int           `json:"guests"`
	Numbers  int           `json:"numbers"`
	Names    int           `json:"names"`
	Changes  int           `json:"changes"` // of the history that lost a part
	Drafts   int           `json:"drafts"`
	Searches int           `json:"searches"`
	Copies   int           `json:"copies"`  // beside the file, removed
	Beyond   []string      `json:"beyond"`  // folders that it did not reach
	Skipped  int           `json:"skipped"` // events whose names have still to be kept
}

func (d *desk) purgedJSON(job purgeJob, p model.Purging, dry bool) purged {
	out := purged{
		DryRun: dry, Level: "numbers", Events: []purgedEvent{}, Guests: p.Guests, Numbers: p.Numbers, Names: p.Names, Changes: p.Changes,
		Drafts: p.Drafts, Searches: p.Searches, Copies: p.Copies, Beyond: d.beyond(job), Skipped: job.skipped,
	}
	if job.order.Level == model.NoNames {
		out.Level = "names"
	}
	for _, e := range job.events {
		out.Events = append(out.Events, purgedEvent{e.ID, e.Theme, e.Date})
	}
	return out
}

// beyond are the folders with copies of what went that are known and not reached.
func (d *desk) beyond(job purgeJob) []string {
	out := append([]string{}, job.folders...)
	if folder := d.app.Getenv("HADIR_COPIES"); folder != "" {
		out = append(out, full(folder))
	}
	if folder := d.store.OutputFolder(); isFolder(folder) {
		out = append(out, folder)
	}
	return out
}

func (d *desk) tellPlan(job purgeJob) {
	if len(job.events) > 0 {
		columns(d.out, d.eventRows(job.events))
	}
	if job.skipped > 0 {
		d.tell("purge.skipped", "n", job.skipped)
	}
	if job.plan.None() {
		d.tell("purge.nothing")
		return
	}
	for _, words := range append(d.PurgePlan(job.plan), screen.PurgeStays(job.order.Level)) {
		say(d.out, d.Tell(words))
	}
	d.tellBeyond(job)
}

func (d *desk) tellPurged(job purgeJob, p model.Purging) {
	what, where := screen.PurgeDone(p)
	say(d.out, d.Tell(what))
	if !where.None() {
		say(d.out, d.Tell(where))
		d.tellBeyond(job)
	}
}

func (d *desk) tellBeyond(job purgeJob) {
	for _, words := range screen.PurgeBeyond(job.order.Level) {
		say(d.out, d.Tell(words))
	}
	folders := d.beyond(job)
	if len(folders) > 0 {
		d.tell("purge.folders")
	}
	for _, folder := range folders {
		say(d.out, "  "+folder)
	}
}

// purger does such work for the screens, once their session has ended.
func (d *desk) purger() func(context.Context, []model.ID, model.Level) (model.Purging, error) {
	path, known := d.store.Path(), d.store
	return func(ctx context.Context, events []model.ID, l model.Level) (model.Purging, error) {
		bar := d.app.bar(path)
		defer bar.end()
		o := known.Known(d.app.options())
		o.Progress = bar.show
		out, err := store.Purge(ctx, path, o, store.PurgeOrder{Events: events, Level: l, Act: d.Act(model.VerbPurge)})
		d.app.asking.done()
		return out.Purging, err
	}
}
