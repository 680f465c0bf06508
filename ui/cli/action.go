package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/name"
	"hadir/model/text"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// action is the commands about single follow-ups.
func (a *app) action() *cobra.Command {
	return a.family("action", "cli.action", a.actionAdd(), a.actionSet())
}

func (a *app) actionAdd() *cobra.Command {
	c := &cobra.Command{
		Use:   "add [--question Q | --event EVENT] --do T --owner O [--due D] [--problem T] [--output T] [--priority P]",
		Short: a.lang.Say("cli.action-add"), Args: between(0, 0), RunE: a.withDesk(addAction),
	}
	for _, f := range [][2]string{
		{"question", "cli.flag-of-question"},
		{"event", "cli.flag-of-event"},
		{"do", "cli.flag-do"},
		{"owner", "cli.flag-owner"},
		{"due", "cli.flag-due"},
		{"problem", "cli.flag-problem"},
		{"output", "cli.flag-output"},
		{"priority", "cli.flag-priority"},
	} {
		c.Flags().String(f[0], "", a.lang.Say(lang.Key(f[1])))
	}
	return c
}

func addAction(ctx context.Context, d *desk, c *cobra.Command, _ []string) error {
	x, err := d.newAction(ctx, c)
	if err != nil {
		return err
	}
	if x.No, err = d.store.NextAction(ctx, x.Event); err != nil {
		return err
	}
	act, k := d.Act(model.VerbPromise), model.ActionKey(x.Event, d.ID())
	changes := []model.Change{act.Change(k, x.Registers()...)}
	marked, err := screen.Followed(ctx, d.store, act, x.Event, x.Question)
	if err != nil {
		return err
	}
	if err := d.apply(ctx, append(changes, marked...)); err != nil {
		return err
	}
	d.warnPast(x.Due)
	d.tell("cli.action-made", "what", x.Do, "id", k.ID.String())
	return d.printAction(ctx, k)
}

// newAction is the follow-up that the flags describe.
func (d *desk) newAction(ctx context.Context, c *cobra.Command) (x model.Action, err error) {
	flags := make(map[string]string)
	for _, f := range []string{"do", "owner", "output"} {
		s, _ := given(c, f)
		flags[f], _ = text.Line(s)
	}
	if flags["do"] == "" || flags["owner"] == "" {
		return x, fail(exitUsage, "cli.action-needs")
	}
	if err := d.placeAction(ctx, c, &x); err != nil {
		return x, err
	}
	x.Do, x.Output = flags["do"], flags["output"]
	if s, ok := given(c, "problem"); ok {
		x.Problem, _ = text.Block(s)
	}
	if s, ok := given(c, "due"); ok {
		if x.Due, err = d.parseDue(s); err != nil {
			return x, err
		}
	}
	if s, ok := given(c, "priority"); ok {
		if !slices.Contains(model.Priorities(), model.Priority(s)) {
			return x, badChoice("priority", s, model.Priorities())
		}
		x.Priority = model.Priority(s)
	}
	x.Owner, x.OwnerKey, err = d.owner(ctx, x.Event, flags["owner"])
	return x, err
}

// placeAction puts a follow-up where it belongs: to a question, of which it takes the words and whoever asked as far as that
// may be known; to an event; or to neither.
func (d *desk) placeAction(ctx context.Context, c *cobra.Command, x *model.Action) error {
	if word, ok := given(c, "event"); ok {
		e, err := d.event(ctx, word)
		if err != nil {
			return err
		}
		x.Event = e.ID
	}
	word, ok := given(c, "question")
	if !ok {
		return nil
	}
	r, err := d.question(ctx, word)
	if err != nil {
		return err
	}
	k, q := r.Key, model.QuestionOf(r)
	if !x.Event.IsZero() && x.Event != k.Event {
		return fail(exitUsage, "cli.action-two-events")
	}
	if q, err = screen.AskedNow(ctx, d.store, q); err != nil {
		return err
	}
	x.Event, x.Question, x.Problem = k.Event, k.ID, q.Text
	x.Guest, x.Asker, x.From = q.Guest, q.Asker, q.From
	return nil
}

// located finds the follow-up whose ID begins with word.
func (d *desk) located(ctx context.Context, word string) (model.Key, error) {
	prefix := strings.ToLower(strings.TrimSpace(word))
	if prefix == "" {
		return model.Key{}, fail(exitNone, "cli.no-action", "word", word)
	}
	keys, err := d.store.Locate(ctx, model.KindAction, prefix, shownCandidates+1)
	switch {
	case err != nil:
		return model.Key{}, err
	case len(keys) == 0:
		return model.Key{}, fail(exitNone, "cli.no-action", "word", word)
	case len(keys) == 1:
		return keys[0], nil
	}
	var rows [][]string
	for _, k := range keys[:min(shownCandidates, len(keys))] {
		r, err := d.store.Record(ctx, k)
		if err != nil {
			return model.Key{}, err
		}
		rows = append(rows, []string{"  " + k.ID.String(), d.Cut(title(r), 60)})
	}
	return model.Key{}, fail(exitAmbiguous, "cli.many-actions", "word", word, "n", len(keys)).among(rows)
}

// owner finds who has to do something: somebody of the event whose whole name it is, with the record so that a correction
// shows; all else stays the words that it is, since most owners are offices.
func (d *desk) owner(ctx context.Context, event model.ID, words string) (string, model.Key, error) {
	wanted := name.Fold(words)
	if event.IsZero() || wanted == "" {
		return words, model.Key{}, nil
	}
	roles, err := d.store.Roles(ctx, event)
	if err != nil {
		return "", model.Key{}, err
	}
	for _, r := range roles {
		if name.Fold(r.Name) == wanted {
			return r.FullName(), model.RoleKey(event, r.ID), nil
		}
	}
	h, err := d.store.Hall(ctx, event, model.ID{})
	if err != nil {
		return "", model.Key{}, err
	}
	var found []*model.Guest
	for i := range h.Len() {
		if g := h.At(i); !g.Removed && g.Name != "" && name.Fold(g.Name) == wanted {
			found = append(found, g)
		}
	}
	switch len(found) {
	case 0:
		return words, model.Key{}, nil
	case 1:
		return found[0].FullName(), model.GuestKey(event, found[0].ID), nil
	}
	return "", model.Key{}, fail(exitAmbiguous, "cli.many-guests", "words", words, "n", len(found)).among(d.candidates(found))
}

// parseDue reads the day by which something is to be done, as people type it. A day that is past is taken.
func (d *desk) parseDue(s string) (string, error) {
	if strings.TrimSpace(s) == "" {
		return "", nil
	}
	day, err := date.ParseDue(s, d.Today())
	if err != nil {
		return "", (&failure{code: exitUsage, what: screen.DateFault(err, date.Lang(d.Code()))}).because(err)
	}
	return day.String(), nil
}

// warnPast says on stderr that a due date is past.
func (d *desk) warnPast(due string) {
	var day date.Date
	if day.UnmarshalText([]byte(due)) == nil && !day.IsZero() && day.Before(d.Today()) {
		say(d.app.Err, d.Tell(d.PastDue(day)))
	}
}

func (a *app) actionSet() *cobra.Command {
	c := &cobra.Command{
		Use: "set ACTION [--status S] [--due D] [--note T]", Short: a.lang.Say("cli.action-set"), Args: between(1, 1),
		RunE: a.withDesk(setAction),
	}
	c.Flags().String("status", "", a.lang.Say("cli.flag-action-status"))
	c.Flags().String("due", "", a.lang.Say("cli.flag-due"))
	c.Flags().String("note", "", a.lang.Say("cli.flag-note"))
	return c
}

func setAction(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	k, err := d.located(ctx, args[0])
	if err != nil {
		return err
	}
	r, err := d.store.Record(ctx, k)
	if err != nil {
		return err
	}
	now := model.ActionOf(r)
	if now.Removed {
		return fail(exitNone, "cli.no-action", "word", args[0])
	}
	note, err := d.noteOf(c, now)
	if err != nil {
		return err
	}
	if _, due := given(c, "due"); note == (model.Note{}) && !due {
		d.tell("cli.action-unchanged")
		return d.printAction(ctx, k)
	}
	sets := model.Noted(r, note)
	if s, due := given(c, "due"); due && strings.TrimSpace(s) == "" {
		// An empty date takes the one there was away.
		if set, ok := r.Write(model.ActionDue, ""); ok {
			sets = append(sets, set)
		}
	}
	if err := d.apply(ctx, []model.Change{d.Act(model.VerbProgress).Change(k, sets...)}); err != nil {
		return err
	}
	d.warnPast(note.Due)
	d.tell("cli.action-kept", "what", now.Do)
	return d.printAction(ctx, k)
}

// noteOf is what the flags say has happened; what stands so already is left out.
func (d *desk) noteOf(c *cobra.Command, now model.Action) (n model.Note, err error) {
	status, hasStatus := given(c, "status")
	due, hasDue := given(c, "due")
	said, hasNote := given(c, "note")
	if !hasStatus && !hasDue && !hasNote {
		return n, fail(exitUsage, "cli.action-set-needs")
	}
	if hasStatus {
		if !slices.Contains(model.ActionStatuses(), model.ActionStatus(status)) {
			return n, badChoice("status", status, model.ActionStatuses())
		}
		if model.ActionStatus(status) != now.Status {
			n.Status = status
		}
	}
	if n.Due, err = d.parseDue(due); err != nil {
		return n, err
	}
	if n.Due == now.Due {
		n.Due = ""
	}
	n.Text, _ = text.Line(said)
	return n, nil
}
