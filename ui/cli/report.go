package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/filing"
	"hadir/ui/paper"
)

// allKinds is the word for every paper of an event.
const allKinds = "all"

func (a *app) papers() *cobra.Command {
	c := &cobra.Command{
		Use:   "report EVENT [--kind KIND,...|all] [--format F,...] [--out DIR] [--session N] [--owner NAME] [--each] [--with-nik] [--with-phone] [--public] [--strict]",
		Short: a.lang.Say("papers.report"), Long: a.lang.Say("papers.report-long", "kinds", joined(paper.Kinds())),
		Args: between(1, 1), RunE: a.withDesk(makePapers),
	}
	flags := c.Flags()
	flags.String("kind", allKinds, a.lang.Say("papers.flag-kind"))
	flags.String("format", "docx,pdf,xlsx", a.lang.Say("papers.flag-format"))
	flags.String("out", "", a.lang.Say("papers.flag-out"))
	flags.String("owner", "", a.lang.Say("papers.flag-owner"))
	flags.Bool("each", false, a.lang.Say("papers.flag-each"))
	flags.Bool("with-nik", false, a.lang.Say("papers.flag-nik"))
	flags.Bool("with-phone", false, a.lang.Say("papers.flag-phone"))
	flags.Bool("public", false, a.lang.Say("papers.flag-public"))
	flags.Bool("strict", false, a.lang.Say("papers.flag-strict"))
	a.sessionFlag(c)
	return c
}

// filed is one file in the JSON of a report.
type filed struct {
	Kind    paper.Kind    `json:"kind"`
	Format  filing.Format `json:"format"`
	Path    string        `json:"path"`
	Code    string        `json:"code"`    // of the printed sheets; empty: the paper has none
	Missing []string      `json:"missing"` // the registers that nobody has filled in, and the paper shows a gap for
	Same    bool          `json:"same"`    // the file was there already, the same
}

func makePapers(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	job, err := jobOf(c)
	if err != nil {
		return err
	}
	f, err := d.filed(ctx, c, args[0], slices.Contains(job.Kinds, paper.KindReport))
	if err != nil {
		return err
	}
	set, err := filing.Print(ctx, d.store, d.Lang, f, job, func() model.Act { return d.Act(model.VerbPrint) }, nil)
	if e := d.tellSet(f, set); err == nil {
		err = e
	}
	if err != nil {
		if what, ok := filing.Unwritten(err, set.Print.Folder); ok {
			return (&failure{code: exitFailed, what: what}).because(err)
		}
		return err
	}
	if len(set.Files) == 0 {
		return fail(exitFailed, "papers.no-table")
	}
	gaps := 0
	for _, w := range set.Files {
		gaps += len(w.Gaps)
	}
	if strict, _ := c.Flags().GetBool("strict"); strict && gaps > 0 {
		return fail(exitFailed, "papers.strict")
	}
	return nil
}

// filed reads an event for its papers, as the flags ask for it.
func (d *desk) filed(ctx context.Context, c *cobra.Command, event string, photos bool) (filing.File, error) {
	e, err := d.event(ctx, event)
	if err != nil {
		return filing.File{}, err
	}
	n, _ := c.Flags().GetInt("session")
	s, err := d.session(ctx, e, n)
	if err != nil {
		return filing.File{}, err
	}
	o := filing.Options{Session: s.ID, Today: d.Today(), Photos: photos}
	o.NIK, _ = c.Flags().GetBool("with-nik")
	o.Phone, _ = c.Flags().GetBool("with-phone")
	o.Public, _ = c.Flags().GetBool("public")
	o.Each, _ = c.Flags().GetBool("each")
	owner, _ := given(c, "owner")
	o.Owner, _ = text.Line(owner)
	if o.Public && (o.NIK || o.Phone || o.Each) {
		return filing.File{}, fail(exitUsage, "papers.public-alone")
	}
	return filing.Read(ctx, d.store, e.ID, o)
}

// jobOf is what the flags ask for.
func jobOf(c *cobra.Command) (j filing.Job, err error) {
	flags := c.Flags()
	kinds, _ := flags.GetString("kind")
	formats, _ := flags.GetString("format")
	j.Folder, _ = flags.GetString("out")
	if kinds == allKinds {
		j.Kinds = paper.Kinds()
	} else if j.Kinds, err = chosen("kind", kinds, append(paper.Kinds(), allKinds)); err != nil {
		return j, err
	}
	if slices.Contains(j.Kinds, allKinds) {
		j.Kinds = paper.Kinds()
	}
	j.Formats, err = chosen("format", formats, filing.Formats())
	return j, err
}

// chosen are the words of a flag that takes several, each once.
func chosen[T ~string](flag, value string, choices []T) (out []T, err error) {
	for word := range strings.SplitSeq(value, ",") {
		w := T(strings.ToLower(strings.TrimSpace(word)))
		if !slices.Contains(choices, w) {
			return nil, badChoice(flag, word, choices)
		}
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out, nil
}

func joined[T ~string](words []T) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return strings.Join(out, ", ")
}

// tellSet tells which files there are now, what they lack, and what could not be printed as it is.
func (d *desk) tellSet(f filing.File, set filing.Set) error {
	out := make([]filed, 0, len(set.Files))
	rows := make([][]string, 0, len(set.Files))
	personal := false
	for _, w := range set.Files {
		x := filed{w.Kind, w.Format, w.Path, w.Code, []string{}, w.Same}
		for _, g := range w.Gaps {
			if !slices.Contains(x.Missing, g.Field) {
				x.Missing = append(x.Missing, g.Field)
			}
		}
		out = append(out, x)
		rows = append(rows, []string{w.Path, d.gapWords(w.Gaps)})
		personal = personal || strings.Contains(w.Path, "-"+d.Say("paper.personal-name"))
	}
	for _, p := range set.Problems {
		say(d.app.Err, d.Tell(filing.Problem(p)))
	}
	if personal && d.json {
		say(d.app.Err, d.Say("papers.personal"))
	}
	return d.print(out, func() {
		d.sampleWarning(f.Event)
		columns(d.out, rows)
		for _, w := range set.Files {
			if w.Beside {
				d.tell("papers.beside", "file", w.Path)
			}
		}
		d.tellCodes(set)
		if personal {
			d.tell("papers.personal")
		}
	})
}

// tellCodes tells the code of the printed sheets, by which presence is typed in later.
func (d *desk) tellCodes(set filing.Set) {
	for _, w := range set.Files {
		if w.Code != "" {
			d.tell("papers.code", "code", w.Code)
			return
		}
	}
}

func (d *desk) gapWords(gaps []paper.Gap) string {
	if len(gaps) == 0 {
		return d.Say("papers.whole")
	}
	words := make([]string, len(gaps))
	for i, g := range gaps {
		words[i] = g.Says
	}
	return d.Say("papers.lacks", "what", strings.Join(words, ", "))
}
