package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// questioned is the JSON of a question. Answer and AnsweredBy are those of the first of the answers.
type questioned struct {
	ID         model.ID             `json:"id"`
	Event      model.ID             `json:"event"`
	No         int                  `json:"no"`
	Asker      string               `json:"asker"`
	Anonymous  bool                 `json:"anonymous"`
	Question   string               `json:"question"`
	Answer     string               `json:"answer"`
	AnsweredBy string               `json:"answered_by"`
	Answers    []answered           `json:"answers"`
	Basis      string               `json:"basis"`
	AsOf       *string              `json:"as_of"`      // 2023, 2023-08 or 2023-08-28
	References []string             `json:"references"` // as they are cited
	Status     model.QuestionStatus `json:"status"`
	Tags       []string             `json:"tags"`
	Internal   bool                 `json:"internal"`
	AskedAt    *string              `json:"asked_at"`
	AnsweredAt *string              `json:"answered_at"`
}

// answered is one answer in the JSON of a question.
type answered struct {
	Text string  `json:"text"`
	By   string  `json:"by"`
	At   *string `json:"at"`
}

// questioned is a question as scripts read it. Who asked is a guest as the list has him now, anybody else as he was taken down.
func (d *desk) questioned(ctx context.Context, e model.Event, q model.Question) (questioned, error) {
	out := questioned{
		ID: q.ID, Event: q.Event, No: q.No, Asker: q.Asker, Anonymous: q.Anonymous, Question: q.Text, Basis: q.Basis,
		AsOf: orNull(q.AsOf), Status: q.Status, Internal: q.Internal, AskedAt: orNull(d.moment(e, q.Asked)),
		AnsweredAt: orNull(d.moment(e, q.Answered())), Answers: []answered{}, References: []string{}, Tags: []string{},
	}
	if !q.Guest.IsZero() {
		r, err := d.store.Record(ctx, model.GuestKey(q.Event, q.Guest))
		if err != nil {
			return out, err
		}
		if g := model.GuestOf(r); g.Name != "" && !g.Removed {
			out.Asker = g.FullName()
		}
	}
	for _, a := range q.Answers {
		out.Answers = append(out.Answers, answered{a.Text, a.By, orNull(d.moment(e, a.At))})
	}
	if len(q.Answers) > 0 {
		out.Answer, out.AnsweredBy = q.Answers[0].Text, q.Answers[0].By
	}
	for _, r := range q.References {
		out.References = append(out.References, r.Cite)
	}
	out.Tags = append(out.Tags, q.Tags...)
	return out, nil
}

// tellQuestion tells how a question stands now.
func (d *desk) tellQuestion(ctx context.Context, e model.Event, id model.ID, said lang.Key) error {
	r, err := d.store.Record(ctx, model.QuestionKey(e.ID, id))
	if err != nil {
		return err
	}
	q := model.QuestionOf(r)
	out, err := d.questioned(ctx, e, q)
	if err != nil {
		return err
	}
	return d.print(out, func() {
		d.tell(said, "n", q.No, "id", q.ID.String(), "status", lang.Of(screen.QuestionStatusWords(q.Status)))
	})
}

// question finds the question that an argument means: its ID, or a beginning of it that no other question's has.
func (d *desk) question(ctx context.Context, arg string) (model.Record, error) {
	prefix := strings.ToLower(strings.TrimSpace(arg))
	if prefix == "" {
		return model.Record{}, fail(exitNone, "cli.no-question", "word", arg)
	}
	keys, err := d.store.Locate(ctx, model.KindQuestion, prefix, shownCandidates)
	if err != nil {
		return model.Record{}, err
	}
	var found []model.Record
	for _, k := range keys {
		r, err := d.store.Record(ctx, k)
		if err != nil {
			return r, err
		}
		if !model.QuestionOf(r).Removed {
			found = append(found, r)
		}
	}
	switch len(found) {
	case 0:
		return model.Record{}, fail(exitNone, "cli.no-question", "word", arg)
	case 1:
		return found[0], nil
	}
	rows := make([][]string, len(found))
	for i, r := range found {
		rows[i] = []string{"  " + r.Key.ID.String(), firstLine(r.Get(model.QuestionText))}
	}
	return model.Record{}, fail(exitAmbiguous, "cli.many-questions", "word", arg, "n", len(found)).among(rows)
}

func (a *app) questionCommands() *cobra.Command {
	return a.family("question", "cli.question", &cobra.Command{
		Use: "remove QUESTION", Short: a.lang.Say("cli.question-remove"), Long: a.lang.Say("cli.question-long"),
		Args: between(1, 1), RunE: a.withDesk(removeQuestion),
	})
}

func removeQuestion(ctx context.Context, d *desk, _ *cobra.Command, args []string) error {
	r, err := d.question(ctx, args[0])
	if err != nil {
		return err
	}
	set, _ := r.Write(model.Removed, "1")
	if err := d.apply(ctx, []model.Change{d.Act(model.VerbRemove).Change(r.Key, set)}); err != nil {
		return err
	}
	return d.print(created{r.Key.ID}, func() { d.tell("cli.question-removed", "n", model.QuestionOf(r).No) })
}

func (a *app) questions() *cobra.Command {
	c := &cobra.Command{
		Use: "questions [EVENT] [--status S]", Short: a.lang.Say("cli.questions"), Args: between(0, 1), RunE: a.withDesk(listQuestions),
	}
	c.Flags().String("status", "", a.lang.Say("cli.flag-question-status-only"))
	return c
}

func listQuestions(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	var only model.QuestionStatus
	if word, ok := given(c, "status"); ok {
		var err error
		if only, err = questionStatus(word); err != nil {
			return err
		}
	}
	events, err := d.store.Events(ctx)
	if err != nil {
		return err
	}
	if len(args) > 0 {
		e, err := d.event(ctx, args[0])
		if err != nil {
			return err
		}
		events = []model.Event{e}
	}
	out, rows := []questioned{}, [][]string{}
	for _, e := range events {
		questions, err := d.store.Questions(ctx, e.ID)
		if err != nil {
			return err
		}
		for _, q := range questions {
			if only != "" && q.Status != only {
				continue
			}
			x, err := d.questioned(ctx, e, q)
			if err != nil {
				return err
			}
			out, rows = append(out, x), append(rows, d.questionRow(e, q, x, len(args) == 0))
		}
	}
	return d.print(out, func() {
		if len(out) == 0 {
			d.tell("cli.no-questions")
			return
		}
		columns(d.out, rows)
	})
}

// questionRow is a question in the list for people; of all events', with its event.
func (d *desk) questionRow(e model.Event, q model.Question, x questioned, all bool) []string {
	asker := x.Asker
	if q.Anonymous {
		asker = d.Say("question.anonymous")
	}
	row := []string{number(q.No), q.ID.String(), asker, d.Say(screen.QuestionStatusWords(q.Status)), firstLine(q.Text)}
	if all {
		row = append([]string{e.Theme}, row...)
	}
	return row
}

// firstLine is a text in one line of a list.
func firstLine(s string) string {
	const shown = 100
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > shown {
		s = string(r[:shown]) + "..."
	}
	return s
}

func (a *app) room() *cobra.Command {
	return &cobra.Command{
		Use: "room [EVENT]", Short: a.lang.Say("cli.room"), Args: between(0, 1), RunE: a.withScreen(showRoom),
	}
}

func showRoom(ctx context.Context, d *desk, _ *cobra.Command, args []string) error {
	return d.showPart(ctx, args, func(event model.ID) screen.Screen { return screen.NewQuestions(d.Env, event) })
}
