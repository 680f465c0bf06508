package cli

import (
	"context"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/text"
	"hadir/ui/screen"
)

func (a *app) ask() *cobra.Command {
	c := &cobra.Command{
		Use: "ask EVENT --question T [--asker WORDS | --anonymous] [--answer T] [--answered-by WORDS] [--basis T] [--as-of D] " +
			"[--status S] [--tag T]... [--internal]",
		Short: a.lang.Say("cli.ask"), Long: a.lang.Say("cli.ask-long"), Args: between(1, 1), RunE: a.withDesk(ask),
	}
	c.Flags().String("question", "", a.lang.Say("cli.flag-question"))
	c.Flags().String("asker", "", a.lang.Say("cli.flag-asker"))
	c.Flags().Bool("anonymous", false, a.lang.Say("cli.flag-anonymous"))
	a.answerFlags(c)
	c.Flags().StringArray("tag", nil, a.lang.Say("cli.flag-tag"))
	c.Flags().Bool("internal", false, a.lang.Say("cli.flag-internal"))
	return c
}

// answerFlags are what an answer may say.
func (a *app) answerFlags(c *cobra.Command) {
	c.Flags().String("answer", "", a.lang.Say("cli.flag-answer"))
	c.Flags().String("answered-by", "", a.lang.Say("cli.flag-answered-by"))
	c.Flags().String("basis", "", a.lang.Say("cli.flag-basis"))
	c.Flags().String("as-of", "", a.lang.Say("cli.flag-as-of"))
	c.Flags().String("status", "", a.lang.Say("cli.flag-question-status"))
}

func ask(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	q := model.Question{ID: d.ID(), Asked: d.Now(), Keeps: model.KeepsUsually}
	if q.Text = block(c, "question"); q.Text == "" {
		return fail(exitUsage, "cli.needs-question")
	}
	asker, named := given(c, "asker")
	q.Anonymous, _ = c.Flags().GetBool("anonymous")
	if q.Anonymous && named {
		return fail(exitUsage, "cli.asker-twice")
	}
	q.Internal, _ = c.Flags().GetBool("internal")
	tags, _ := c.Flags().GetStringArray("tag")
	for _, t := range tags {
		if tag, _ := text.Line(t); tag != "" {
			q.Tags = append(q.Tags, tag)
		}
	}
	status, err := d.ground(c, &q)
	if err != nil {
		return err
	}
	h, err := d.guestsOf(ctx, args[0])
	if err != nil {
		return err
	}
	q.Event, q.Item = h.Event.ID, h.Event.Running
	if err := d.asker(h, asker, &q); err != nil {
		return err
	}
	a, err := d.answerOf(ctx, c, h)
	if err != nil {
		return err
	}
	if a.Text != "" {
		q.Answers = []model.Answer{a}
	}
	q.Status = model.QuestionOpen
	q.Status = model.QuestionStatus(q.Settle(status, a.Text != ""))
	if q.No, err = d.store.NextNo(ctx, model.KindQuestion, q.Event); err != nil {
		return err
	}
	if err := d.apply(ctx, q.Ask(d.Act(model.VerbAsk))); err != nil {
		return err
	}
	return d.tellQuestion(ctx, h.Event, q.ID, "cli.asked")
}

// block is a flag's text of several lines, clean.
func block(c *cobra.Command, flag string) string {
	typed, _ := given(c, flag)
	clean, _ := text.Block(typed)
	return clean
}

// ground puts in what the flags say that the answers rest on, and gives the status that they ask for; empty for none.
func (d *desk) ground(c *cobra.Command, q *model.Question) (model.QuestionStatus, error) {
	if _, ok := given(c, "basis"); ok {
		q.Basis = block(c, "basis")
	}
	if typed, ok := given(c, "as-of"); ok {
		q.AsOf = ""
		if typed != "" {
			a, err := date.ParseAsOf(typed, d.Today())
			if err != nil {
				return "", fail(exitUsage, "cli.bad-as-of", "value", typed, "why", screen.DateFault(err, date.Lang(d.Code()))).because(err)
			}
			q.AsOf = a.String()
		}
	}
	status, ok := given(c, "status")
	if !ok {
		return "", nil
	}
	return questionStatus(status)
}

// questionStatus is the status that a flag names.
func questionStatus(word string) (model.QuestionStatus, error) {
	for _, s := range model.QuestionStatuses() {
		if string(s) == word {
			return s, nil
		}
	}
	return "", badChoice("status", word, model.QuestionStatuses())
}

func (a *app) answer() *cobra.Command {
	c := &cobra.Command{
		Use:   "answer QUESTION --answer T [--answered-by WORDS] [--basis T] [--as-of D] [--status S]",
		Short: a.lang.Say("cli.answer"), Long: a.lang.Say("cli.question-long"), Args: between(1, 1), RunE: a.withDesk(answer),
	}
	a.answerFlags(c)
	return c
}

func answer(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	if block(c, "answer") == "" {
		return fail(exitUsage, "cli.needs-answer")
	}
	r, err := d.question(ctx, args[0])
	if err != nil {
		return err
	}
	was := model.QuestionOf(r)
	q := was
	status, err := d.ground(c, &q)
	if err != nil {
		return err
	}
	h, err := d.guestsOf(ctx, was.Event.String())
	if err != nil {
		return err
	}
	given, err := d.answerOf(ctx, c, h)
	if err != nil {
		return err
	}
	q.Status = model.QuestionStatus(was.Settle(status, true))
	act := d.Act(model.VerbAnswer)
	changes := []model.Change{act.Change(r.Key, model.AddAnswer(given)...)}
	if err := d.apply(ctx, append(changes, act.Edit(r, q.Shown())...)); err != nil {
		return err
	}
	return d.tellQuestion(ctx, h.Event, q.ID, "cli.answered")
}
