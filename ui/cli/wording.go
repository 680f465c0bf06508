package cli

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// wording is a flag that writes one register of a record, as the field of a form does on the screen.
type wording struct {
	flag, register string
	label          lang.Key // what the register is called on the screen
	lines          bool     // the flag may be given again: each time is one line of the register
	date           bool
	path           bool
	choices        []string // other values are refused; "" is chosen by an empty one
	check          func(typed string) lang.Phrase
}

// wordings are two commands over the registers of one record: "edit", which writes those that are named, and "show".
//
//	use    what both need to know the record, such as " EVENT"
//	key    finds the record
func (a *app) wordings(name string, short lang.Key, use string, all []wording, key func(context.Context, *desk, []string) (model.Key, error)) *cobra.Command {
	args := between(strings.Count(use, " "), strings.Count(use, " "))
	edit := &cobra.Command{
		Use: "edit" + use + " --FLAG " + a.lang.Say("cli.wording-text") + "...", Short: a.lang.Say("cli.wording-edit"), Long: a.lang.Say("cli.wording-long"), Args: args,
		RunE: a.withDesk(func(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
			return d.editWords(ctx, c, all, func() (model.Key, error) { return key(ctx, d, args) })
		}),
	}
	for _, w := range all {
		says := a.lang.Say(w.label) + " (`" + a.lang.Say("cli.wording-text") + "`)"
		switch {
		case w.lines:
			edit.Flags().StringArray(w.flag, nil, says+"; "+a.lang.Say("cli.wording-again"))
		case len(w.choices) > 0:
			edit.Flags().String(w.flag, "", a.lang.Say(w.label)+": `"+strings.Join(w.choices, "|")+"`")
		default:
			edit.Flags().String(w.flag, "", says)
		}
	}
	show := &cobra.Command{
		Use: "show" + use, Short: a.lang.Say("cli.wording-show"), Args: args,
		RunE: a.withDesk(func(ctx context.Context, d *desk, _ *cobra.Command, args []string) error {
			k, err := key(ctx, d, args)
			if err != nil {
				return err
			}
			return d.showWords(ctx, all, k)
		}),
	}
	return a.family(name, short, edit, show)
}

// editWords writes the registers whose flags are given, in one act. A flag that is given empty empties its register.
func (d *desk) editWords(ctx context.Context, c *cobra.Command, all []wording, key func() (model.Key, error)) error {
	values := make(map[string]string)
	for _, w := range all {
		if !c.Flags().Changed(w.flag) {
			continue
		}
		v, err := d.typedWords(c, w)
		if err != nil {
			return err
		}
		values[w.register] = v
	}
	if len(values) == 0 {
		return fail(exitUsage, "cli.wording-none", "usage", usageLine(c))
	}
	k, err := key()
	if err != nil {
		return err
	}
	r, err := d.store.Record(ctx, k)
	if err != nil {
		return err
	}
	if changes := d.Act(model.VerbEdit).Edit(r, values); len(changes) > 0 {
		if err := d.apply(ctx, changes); err != nil {
			return err
		}
	}
	return d.showWords(ctx, all, k)
}

// typedWords is the value of a flag as its register stores it.
func (d *desk) typedWords(c *cobra.Command, w wording) (string, error) {
	if w.lines {
		lines, _ := c.Flags().GetStringArray(w.flag)
		v, _ := text.Block(strings.Join(lines, "\n"))
		return v, nil
	}
	typed, _ := c.Flags().GetString(w.flag)
	v, _ := text.Line(typed)
	v = strings.TrimSpace(v)
	switch {
	case v == "":
		return "", nil
	case w.date:
		return d.parseDate(v)
	case w.path:
		return filepath.Abs(v)
	case len(w.choices) > 0 && !slices.Contains(w.choices, v):
		return "", badChoice(w.flag, v, w.choices)
	case w.check != nil:
		if wrong := w.check(v); !wrong.None() {
			return "", (&failure{code: exitUsage, what: wrong})
		}
	}
	return v, nil
}

// showWords tells what the registers hold, by their flags.
func (d *desk) showWords(ctx context.Context, all []wording, k model.Key) error {
	r, err := d.store.Record(ctx, k)
	if err != nil {
		return err
	}
	out := make(map[string]string, len(all))
	var rows [][]string
	for _, w := range all {
		v := r.Get(w.register)
		out[w.flag] = v
		if v != "" {
			rows = append(rows, []string{"--" + w.flag, d.Say(w.label), strings.ReplaceAll(v, "\n", " / ")})
		}
	}
	return d.print(out, func() {
		if len(rows) == 0 {
			d.tell("cli.wording-empty")
		}
		columns(d.out, rows)
	})
}

// office is the commands about what all papers of the office have in common.
func (a *app) office() *cobra.Command {
	all := []wording{
		{flag: "name", register: model.OfficeName, label: "settings.office"},
		{flag: "head", register: model.OfficeHead, label: "office.head", lines: true},
		{flag: "logo", register: model.OfficeLogo, label: "office.logo", path: true},
		{flag: "numbers", register: model.OfficeNumbers, label: "office.numbers"},
		{flag: "city", register: model.OfficeCity, label: "settings.city"},
		{flag: "paper", register: model.OfficeSize, label: "office.size", choices: []string{"A4", "F4"}},
	}
	for _, p := range model.Posts() {
		for _, part := range []string{model.SignerActing, model.SignerPost, model.SignerName, model.SignerNIP} {
			w := wording{flag: string(p) + "-" + part, register: model.SignerRegister(p, part), label: lang.Key("office." + string(p) + "-" + part)}
			switch part {
			case model.SignerActing:
				w.choices = []string{"a.n.", "Plt.", "Plh."}
			case model.SignerNIP:
				w.check = screen.CheckNIP
			}
			all = append(all, w)
		}
	}
	return a.wordings("office", "cli.office", "", all, func(context.Context, *desk, []string) (model.Key, error) {
		return model.OfficeSettings(), nil
	})
}

// letter is the commands about what only the papers of one event need.
func (a *app) letter() *cobra.Command {
	return a.wordings("letter", "cli.letter", " EVENT", []wording{
		{flag: "contact", register: model.EventContact, label: "papers.contact"},
		{flag: "date", register: model.EventLetterDate, label: "papers.letter-date", date: true},
		{flag: "number", register: model.EventInvitation, label: "papers.letter-number"},
		{flag: "nature", register: model.EventNature, label: "papers.nature"},
		{flag: "attachments", register: model.EventAttachments, label: "papers.attachments"},
		{flag: "ask", register: model.EventAsk, label: "papers.ask"},
		{flag: "copies", register: model.EventCopies, label: "papers.copies", lines: true},
		{flag: "dateline", register: model.EventCity, label: "papers.dateline"},
		{flag: "groups", register: model.EventGroups, label: "papers.groups", lines: true},
		{flag: "result", register: model.EventResult, label: "papers.result", lines: true},
		{flag: "assignment", register: model.EventAssignment, label: "papers.assignment"},
	}, eventRecord)
}

// deed is the commands about the berita acara of an event.
func (a *app) deed() *cobra.Command {
	all := []wording{
		{flag: "number", register: model.EventDeed, label: "deed.number"},
		{flag: "about", register: model.EventDeedAbout, label: "deed.about"},
		{flag: "body", register: model.EventDeedBody, label: "deed.body", lines: true},
		{flag: "copies", register: model.EventDeedCopies, label: "deed.copies", check: screen.CheckCopies},
	}
	for _, p := range model.Parties() {
		for _, part := range model.PartyParts(p) {
			w := wording{flag: string(p) + "-" + part, register: model.PartyRegister(p, part), label: screen.PartyWords(p, part)}
			if part == model.PartyNIP {
				w.check = screen.CheckNIP
			}
			all = append(all, w)
		}
	}
	return a.wordings("deed", "cli.deed", " EVENT", all, eventRecord)
}

// eventRecord is the record of the event that the first argument means.
func eventRecord(ctx context.Context, d *desk, args []string) (model.Key, error) {
	e, err := d.event(ctx, args[0])
	return model.EventKey(e.ID), err
}
