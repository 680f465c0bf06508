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
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// role is the commands about who does what at an event.
func (a *app) role() *cobra.Command {
	add := &cobra.Command{
		Use:   "add EVENT --person WORDS --role R [--post P] [--institution I]",
		Short: a.lang.Say("cli.role-add"), Args: between(1, 1), RunE: a.withDesk(addRole),
	}
	add.Flags().String("person", "", a.lang.Say("cli.flag-person"))
	add.Flags().String("role", "", a.lang.Say("cli.flag-role"))
	add.Flags().String("post", "", a.lang.Say("cli.flag-post"))
	add.Flags().String("institution", "", a.lang.Say("cli.flag-institution"))
	list := &cobra.Command{
		Use: "list EVENT", Short: a.lang.Say("cli.role-list"), Args: between(1, 1), RunE: a.withDesk(listRoles),
	}
	return a.family("role", "cli.role", add, list)
}

// listedRole is one role in the JSON of the list.
type listedRole struct {
	ID          model.ID   `json:"id"`
	Role        model.Duty `json:"role"`
	Person      model.ID   `json:"person"` // the same in all roles that one person holds
	Name        string     `json:"name"`
	Before      string     `json:"titles_before"`
	After       string     `json:"titles_after"`
	Post        string     `json:"post"`
	Institution string     `json:"institution"`
}

func listRoles(ctx context.Context, d *desk, _ *cobra.Command, args []string) error {
	e, err := d.event(ctx, args[0])
	if err != nil {
		return err
	}
	roles, err := d.store.Roles(ctx, e.ID)
	if err != nil {
		return err
	}
	out := make([]listedRole, 0, len(roles))
	for _, r := range screen.ByDuty(roles) {
		out = append(out, listedRole{r.ID, r.Duty, r.Person, r.Name, r.Before, r.After, r.Post, r.Institution})
	}
	return d.print(out, func() {
		if len(out) == 0 {
			d.tell("roles.none")
			return
		}
		var rows [][]string
		for _, r := range screen.ByDuty(roles) {
			rows = append(rows, []string{d.Say(screen.DutyWords(r.Duty)), r.FullName(), cmp.Or(r.Post, r.Institution)})
		}
		columns(d.out, rows)
	})
}

func addRole(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	role, _ := given(c, "role")
	duty, known := choiceOf(d.Lang, role, model.Duties(), screen.DutyWords)
	if !known {
		return badChoice("role", role, model.Duties())
	}
	words, _ := given(c, "person")
	if strings.TrimSpace(words) == "" {
		return fail(exitUsage, "cli.needs-person")
	}
	e, err := d.event(ctx, args[0])
	if err != nil {
		return err
	}
	who, roles, err := d.person(ctx, e, words)
	if err != nil {
		return err
	}
	if post, ok := given(c, "post"); ok {
		who.Post, _ = text.Line(post)
	}
	if from, ok := given(c, "institution"); ok {
		who.Institution, _ = text.Line(from)
	}
	id, made := screen.RoleFor(d.Env, e.ID, roles, who, duty)
	if made != nil {
		change := d.Act(model.VerbEdit).Change(model.RoleKey(e.ID, id), made.Registers()...)
		if err := d.apply(ctx, []model.Change{change}); err != nil {
			return err
		}
	}
	return d.print(addedRole{created{id}, made == nil}, func() {
		key := lang.Key("roles.added")
		if made == nil {
			key = "roles.has-already"
		}
		d.tell(key, "who", who.FullName(), "duty", screen.DutyWords(duty))
	})
}

// addedRole is the JSON of a role that was given.
type addedRole struct {
	created
	Already bool `json:"already"` // the person held it, and nothing was written
}

// person finds the one who may hold a role whom words mean: among those who hold one at the event, its guests, and the
// directory. Words that mean nobody are the name of somebody new; several are too many.
func (d *desk) person(ctx context.Context, e model.Event, words string) (hall.Candidate, []model.Role, error) {
	roles, err := d.store.Roles(ctx, e.ID)
	if err != nil {
		return hall.Candidate{}, nil, err
	}
	cast, err := screen.ReadCast(ctx, d.store, e.ID)
	if err != nil {
		return hall.Candidate{}, nil, err
	}
	words, _ = text.Line(words)
	if id, err := model.ParseID(words); err == nil {
		if c, ok := cast.Of(id); ok {
			return c, roles, nil
		}
	}
	found := slices.DeleteFunc(cast.Find(words, mostMeant), func(c hall.Candidate) bool { return c.Near })
	if len(found) > 1 {
		wanted := name.Fold(words)
		same := slices.DeleteFunc(slices.Clone(found), func(c hall.Candidate) bool { return name.Fold(c.Name) != wanted })
		if len(same) > 0 {
			found = same
		}
	}
	switch len(found) {
	case 0:
		c := hall.Typed(words)
		if c.Name == "" {
			return c, roles, fail(exitUsage, "cli.needs-person")
		}
		return c, roles, nil
	case 1:
		return found[0], roles, nil
	}
	var rows [][]string
	for _, c := range found[:min(len(found), shownCandidates)] {
		rows = append(rows, []string{"  " + c.Person.String(), c.FullName(), c.Post, c.Institution})
	}
	return hall.Candidate{}, roles, fail(exitAmbiguous, "cli.many-people", "words", words, "n", len(found)).among(rows)
}

// mostMeant is how many people words may mean before they mean too many to count.
const mostMeant = 1000
