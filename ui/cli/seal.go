package cli

import (
	"cmp"
	"context"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/store"
	"hadir/store/seal"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

func (a *app) seal() *cobra.Command {
	c := &cobra.Command{
		Use: "seal [--change] [--new-words]", Short: a.lang.Say("seal.command"), Long: a.lang.Say("seal.command-long"), Args: between(0, 0),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.sealFile(c.Context(), c.Flag("change").Changed, c.Flag("new-words").Changed)
		},
	}
	c.Flags().Bool("change", false, a.lang.Say("seal.flag-change"))
	c.Flags().Bool("new-words", false, a.lang.Say("seal.flag-words"))
	c.Flags().StringVar(&a.flags.newPassphrase, "new-passphrase-file", "", a.lang.Say("seal.flag-new-file"))
	return c
}

// sealing is the JSON of what sealing did.
type sealing struct {
	Sealed bool     `json:"sealed"`
	Words  []string `json:"words"`
}

// sealFile seals a database that nobody has open, or seals it anew.
func (a *app) sealFile(ctx context.Context, change, words bool) error {
	f, err := a.find()
	if err != nil {
		return err
	}
	job := screen.SealJob{Words: words || !f.sealed}
	switch {
	case f.sealed && !change && !words:
		return fail(exitFailed, "seal.already")
	case !f.sealed && (change || words):
		return fail(exitFailed, "seal.not-sealed")
	case change || !f.sealed:
		job.Passphrase, err = a.newSecret(f.sealed)
	case seal.AreWords(f.secret):
		return fail(exitFailed, "seal.give-passphrase")
	default:
		job.Passphrase = f.secret
	}
	if err != nil {
		return err
	}
	out, said, err := a.rework(ctx, f, job)
	if err != nil {
		return openFailure(f.path, err)
	}
	if a.flags.json {
		say(a.Err, a.lang.Tell(said))
		return printJSON(a.Out, sealing{true, append([]string{}, out.Words...)})
	}
	say(a.Out, a.lang.Tell(said), a.lang.Say("seal.swept", "copies", out.Snapshots, "logs", out.Logs))
	if len(out.Words) > 0 {
		say(a.Out, "")
		columns(a.Out, screen.RecoveryRows(out.Words))
		say(a.Out, "", a.lang.Say("seal.words-paper"), a.lang.Say("seal.words-why"))
	}
	return nil
}

func (a *app) unseal() *cobra.Command {
	c := &cobra.Command{
		Use: "unseal", Short: a.lang.Say("seal.command-off"), Args: between(0, 0),
		RunE: func(c *cobra.Command, _ []string) error { return a.unsealFile(c.Context(), c.Flag("yes").Changed) },
	}
	c.Flags().Bool("yes", false, a.lang.Say("seal.flag-yes"))
	return c
}

func (a *app) unsealFile(ctx context.Context, sure bool) error {
	f, err := a.find()
	if err != nil {
		return err
	}
	if !f.sealed {
		return fail(exitFailed, "seal.not-sealed")
	}
	if !sure {
		if err := a.confirmUnseal(); err != nil {
			return err
		}
	}
	_, said, err := a.rework(ctx, f, screen.SealJob{Off: true})
	if err != nil {
		return openFailure(f.path, err)
	}
	if a.flags.json {
		return printJSON(a.Out, sealing{false, []string{}})
	}
	say(a.Out, a.lang.Tell(said))
	return nil
}

// confirmUnseal has a word typed: from then on nothing protects the data.
func (a *app) confirmUnseal() error {
	if !a.canPrompt() {
		return fail(exitUsage, "seal.off-needs-yes")
	}
	p := a.prompt()
	defer p.close()
	line, err := p.word("seal.prompt-off")
	if err != nil || !strings.EqualFold(strings.TrimSpace(line), a.lang.Say("seal.word-off")) {
		return fail(exitFailed, "seal.kept").because(err)
	}
	return nil
}

// closedFile is a database that was looked at and closed again, for work that needs the file to itself.
type closedFile struct {
	path   string
	sealed bool
	secret string       // what was answered; "" where it is not sealed, and where nobody was asked
	second string       // the folder for second copies; "": none
	store  *store.Store // closed, or about to be: it knows how to be opened again without asking
}

// find opens the database, asking for its passphrase in a line where it is sealed, and closes it again.
func (a *app) find() (f closedFile, err error) {
	if f.path, err = a.database(a.flags.db); err != nil {
		return f, err
	}
	o := a.options()
	o.Marks = a.marks()
	s, err := store.Open(f.path, o)
	a.asking.done()
	if err != nil {
		return f, openFailure(f.path, err)
	}
	// Where the copies are is only for a sentence at the end.
	me, _ := s.Settings(context.Background())
	return closedFile{s.Path(), s.Sealed(), a.asking.last, cmp.Or(a.Getenv("HADIR_COPIES"), me.Copies), s}, s.Close()
}

// newSecret asks for a new passphrase, twice. A database that is not sealed yet takes the one that every command will be given.
func (a *app) newSecret(sealed bool) (string, error) {
	file := a.flags.newPassphrase
	if file == "" && !sealed {
		file = a.passphraseFile()
	}
	if file != "" {
		secret, err := a.readSecret(file)
		if err == nil && model.WeakSecret(secret) {
			return "", fail(exitFailed, "seal.weak")
		}
		return secret, err
	}
	if !a.canPrompt() {
		return "", fail(exitFailed, "seal.new-needed")
	}
	p := a.prompt()
	defer p.close()
	for range mostAsked {
		secret, err := p.secret("seal.prompt-new")
		if err != nil {
			return "", fail(exitFailed, "seal.unchanged").because(err)
		}
		if model.WeakSecret(secret) {
			p.tell(a.lang.Say("seal.weak"))
			continue
		}
		again, err := p.secret("seal.prompt-repeat")
		switch {
		case err != nil:
			return "", fail(exitFailed, "seal.unchanged").because(err)
		case again == secret:
			return secret, nil
		}
		p.tell(a.lang.Say("seal.differs"))
	}
	return "", fail(exitFailed, "seal.unchanged")
}

// rework does what is asked for to the closed database, and gives what there is to say of it.
func (a *app) rework(ctx context.Context, f closedFile, job screen.SealJob) (out store.Sealing, said lang.Phrase, err error) {
	bar := a.bar(f.path)
	defer bar.end()
	o := f.store.Known(a.options())
	o.Progress = bar.show
	elsewhere := lang.Key("seal.elsewhere-old")
	switch {
	case job.Off:
		out.Swept, err = store.Unseal(ctx, f.path, o)
		return out, lang.Of("seal.done-off"), err
	case !f.sealed:
		said, elsewhere = lang.Of("seal.done-on"), "seal.elsewhere-open"
	case job.Words:
		said = lang.Of("seal.done-words")
	default:
		said = lang.Of("seal.done-change")
	}
	out, err = store.Seal(ctx, f.path, job.Passphrase, job.Words, o)
	said.Args = []any{"elsewhere", a.elsewhere(f, elsewhere)}
	return out, said, err
}

// elsewhere says what copies elsewhere open with, and where some are known to be.
func (a *app) elsewhere(f closedFile, key lang.Key) lang.Phrase {
	said, folder := lang.Of(key), f.second
	if folder == "" {
		return said
	}
	old, err := f.store.CopiesIn(folder)
	if err != nil || len(old) == 0 {
		return said
	}
	return lang.Of("seal.elsewhere-folder", "elsewhere", said, "folder", full(folder), "n", len(old))
}

// sealer does such work for the screens, once their session has ended.
func (d *desk) sealer() screen.Sealer {
	f := closedFile{path: d.store.Path(), sealed: d.store.Sealed(), second: cmp.Or(d.Env.Second, d.Me.Copies), store: d.store}
	return func(ctx context.Context, job screen.SealJob) ([]string, lang.Phrase, error) {
		// The session after this one opens the database with it.
		d.app.fresh = job.Passphrase
		out, said, err := d.app.rework(ctx, f, job)
		if err != nil {
			return nil, openFailure(f.path, err).what, err
		}
		return out.Words, said, nil
	}
}
