package cli

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/name"
	"hadir/model/text"
)

// guestsOf is an event with its guests, for finding who speaks.
func (d *desk) guestsOf(ctx context.Context, event string) (*hall.Hall, error) {
	e, err := d.event(ctx, event)
	if err != nil {
		return nil, err
	}
	return d.store.Hall(ctx, e.ID, model.ID{})
}

// asker puts in who asked: the guest whom words mean, or else the words themselves. A near miss is nobody: a question must not
// be laid into somebody's mouth.
func (d *desk) asker(h *hall.Hall, words string, q *model.Question) error {
	words, _ = text.Line(words)
	if words == "" {
		return nil
	}
	found := exactly(h, words)
	switch len(found) {
	case 0:
		q.Asker = words
		return nil
	case 1:
		g := found[0]
		q.Guest, q.Asker, q.Post, q.From = g.ID, g.FullName(), g.Post, g.From()
		return nil
	}
	return fail(exitAmbiguous, "cli.many-guests", "words", words, "n", len(found)).among(d.candidates(found))
}

// exactly are the guests whom words mean, near misses left out.
func exactly(h *hall.Hall, words string) []*model.Guest {
	found, _ := named(h, words)
	if len(found) != 1 || strings.HasPrefix(words, "~") {
		return found
	}
	if _, err := model.ParseID(words); err == nil {
		return found
	}
	for _, m := range h.Find(words, max(1, h.Len())) {
		if m.Guest.ID == found[0].ID && m.Near {
			return nil
		}
	}
	return found
}

// answerOf is the answer that the flags describe, its text empty where there is none.
func (d *desk) answerOf(ctx context.Context, c *cobra.Command, h *hall.Hall) (model.Answer, error) {
	a := model.Answer{Text: block(c, "answer"), At: d.Now()}
	by, named := given(c, "answered-by")
	if named && a.Text == "" {
		return a, fail(exitUsage, "cli.needs-answer")
	}
	if by, _ = text.Line(by); by == "" {
		return a, nil
	}
	return a, d.answerer(ctx, h, by, &a)
}

// answerer puts in who answered: one who has a role at the event, speakers first, or a guest, or else the words themselves.
func (d *desk) answerer(ctx context.Context, h *hall.Hall, words string, a *model.Answer) error {
	roles, err := d.store.Roles(ctx, h.Event.ID)
	if err != nil {
		return err
	}
	slices.SortStableFunc(roles, func(x, y model.Role) int {
		return cmp.Compare(speaks(x), speaks(y))
	})
	var found []model.Role
	for _, r := range roles {
		one := slices.ContainsFunc(found, func(f model.Role) bool { return samePerson(f, r) })
		if !one && r.Name != "" && meant(r, words) {
			found = append(found, r)
		}
	}
	switch len(found) {
	case 1:
		a.Role, a.By, a.Post = found[0].ID, found[0].FullName(), found[0].Post
		return nil
	case 0:
		return d.answeringGuest(h, words, a)
	}
	rows := make([][]string, len(found))
	for i, r := range found {
		rows[i] = []string{"  " + r.FullName(), r.Post}
	}
	return fail(exitAmbiguous, "cli.many-roles", "words", words, "n", len(found)).among(rows)
}

func (d *desk) answeringGuest(h *hall.Hall, words string, a *model.Answer) error {
	guests := exactly(h, words)
	switch len(guests) {
	case 0:
		a.By = words
		return nil
	case 1:
		a.By, a.Post = guests[0].FullName(), guests[0].Post
		return nil
	}
	return fail(exitAmbiguous, "cli.many-guests", "words", words, "n", len(guests)).among(d.candidates(guests))
}

// speaks puts speakers before everybody else who has a role.
func speaks(r model.Role) int {
	if r.Duty == model.DutySpeaker {
		return 0
	}
	return 1
}

// samePerson reports whether two roles are one person's.
func samePerson(a, b model.Role) bool {
	return !a.Person.IsZero() && a.Person == b.Person || name.Fold(a.Name) == name.Fold(b.Name)
}

// meant reports whether each of the words begins a word of the role's name or post.
func meant(r model.Role, words string) bool {
	all := strings.Fields(name.FoldText(r.FullName() + " " + r.Post + " " + r.Institution))
	for want := range strings.FieldsSeq(name.FoldText(words)) {
		if !slices.ContainsFunc(all, func(w string) bool { return strings.HasPrefix(w, want) }) {
			return false
		}
	}
	return true
}
