package screen

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// sealKind is what a form of the seal is for.
type sealKind string

const (
	sealOn     sealKind = "on"
	sealChange sealKind = "change"
	sealWords  sealKind = "words"
	sealOff    sealKind = "off"
)

// sealForm asks for passphrases and has the database written anew with them. Nothing of it is kept as a draft: a passphrase never
// goes to disk.
//
//	form -> weak? different? -> proved -> Again: the session ends, the work is done, the next one begins
type sealForm struct {
	env   *Env
	kind  sealKind
	form  *kit.Form
	shown bool
	wrong int // answers that were not the passphrase
	until time.Time
	above int // lines above the form at the last View
}

// sealProved is what became of the passphrase that holds now.
type sealProved struct {
	form   *sealForm
	values map[string]string
	err    error
}

const passphraseLimit = 1000 // code points

// newSealForm makes the form of one kind.
func newSealForm(env *Env, kind sealKind) *sealForm {
	f := &sealForm{env: env, kind: kind}
	var fields []kit.Field
	add := func(id string, label lang.Key) {
		fields = append(fields, kit.Field{ID: id, Label: label, Secret: true, Required: true, Limit: passphraseLimit})
	}
	if kind != sealOn {
		add("old", "seal.old")
	}
	if kind == sealOn || kind == sealChange {
		add("new", "seal.new")
		add("repeat", "seal.repeat")
		fields[len(fields)-2].Check = func(v string) lang.Phrase {
			if model.WeakSecret(v) {
				return lang.Of("seal.weak")
			}
			return lang.Phrase{}
		}
	}
	f.form = kit.NewForm(env.Look, fields, f.save, back)
	f.form.Button = "seal.go"
	return f
}

// Init needs nothing that is not at hand.
func (f *sealForm) Init() tea.Cmd { return nil }

// Title says what the form is for.
func (f *sealForm) Title() string { return f.env.Say(lang.Key("seal.form." + string(f.kind))) }

// Help explains what a seal is.
func (f *sealForm) Help() []lang.Key { return []lang.Key{"seal.help", "seal.help-lost"} }

// Typing is always so: letters are text.
func (f *sealForm) Typing() bool { return true }

// Keys are those of every form, and the one that shows what was typed.
func (f *sealForm) Keys() kit.Bindings {
	show := lang.Key("seal.show")
	if f.shown {
		show = "seal.hide"
	}
	return kit.Bindings{
		{Keys: []string{"ctrl+s"}, Label: "seal.go-on"},
		{Keys: []string{"ctrl+r"}, Label: show, Do: func() tea.Cmd {
			f.shown = !f.shown
			f.form.Reveal(f.shown)
			return nil
		}},
		{Keys: []string{"tab"}, Label: "draft.next"},
		{Keys: []string{"esc"}, Label: "draft.leave", Do: func() tea.Cmd {
			return f.form.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
		}},
	}
}

// Update takes what became of proving, and typing.
func (f *sealForm) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case sealProved:
		if m.form != f {
			return nil
		}
		return f.proved(m)
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		return f.form.Update(kit.Shift(msg, 0, f.above))
	}
	return nil
}

// save looks at what was typed, and has the passphrase that holds now proved, where there is one.
func (f *sealForm) save(values map[string]string) tea.Cmd {
	if f.kind == sealOn || f.kind == sealChange {
		if values["new"] != values["repeat"] {
			f.form.Reject("repeat", lang.Of("seal.differs"))
			return nil
		}
	}
	if f.kind == sealOn {
		return f.again(values)
	}
	if left := f.until.Sub(f.env.Now()); left > 0 {
		f.form.Reject("old", lang.Of("seal.old-slow", "time", WaitWords(left)))
		return nil
	}
	if f.kind == sealWords && len(strings.Fields(values["old"])) == model.RecoveryWords {
		f.form.Reject("old", lang.Of("seal.not-words"))
		return nil
	}
	store := f.env.Store
	return func() tea.Msg { return sealProved{f, values, store.Prove(context.Background(), values["old"])} }
}

// WaitWords writes a time of waiting as 0:08, the last second begun.
func WaitWords(d time.Duration) string {
	return time.Time{}.Add((d + time.Second - 1).Truncate(time.Second)).Format("4:05")
}

func (f *sealForm) proved(m sealProved) tea.Cmd {
	if m.err != nil {
		f.wrong++
		f.until = f.env.Now().Add(model.WaitAfter(f.wrong))
		f.form.Reject("old", lang.Of("seal.old-wrong"))
		return nil
	}
	return f.again(m.values)
}

// again ends the session for the work.
func (f *sealForm) again(values map[string]string) tea.Cmd {
	job := SealJob{Passphrase: values["new"], Off: f.kind == sealOff, Words: f.kind == sealOn || f.kind == sealWords}
	what := lang.Of("seal.working-change")
	switch f.kind {
	case sealOn:
		what = lang.Of("seal.working-on")
	case sealOff:
		what = lang.Of("seal.working-off")
	case sealWords:
		job.Passphrase = values["old"]
	}
	f.form.Saved()
	seal := f.env.Seal
	var words []string
	var told lang.Phrase
	return send(Again{
		What: what,
		Do: func(ctx context.Context) (said lang.Phrase, err error) {
			words, said, err = seal(ctx, job)
			if len(words) > 0 {
				// It is told once the words are written down.
				told, said = said, lang.Phrase{}
			}
			return said, err
		},
		First: func(env *Env) Screen {
			if len(words) == 0 {
				return nil
			}
			return newRecovery(env, words, told)
		},
	})
}

// View draws what the form will do above it.
func (f *sealForm) View(w, h int) string {
	about := f.env.Wrap(f.env.Say(lang.Key("seal.about."+string(f.kind))), max(1, w-1))
	f.above = 0
	heading := ""
	if len(about)+1+formLeast <= h {
		f.above, heading = len(about)+1, strings.Join(about, "\n")+"\n "
	}
	return kit.Frame(w, h, heading, "", f.form.View)
}

// formLeast is how many lines a form of the seal needs beside what is told above it.
const formLeast = 5

// Cursor is in the form.
func (f *sealForm) Cursor() (x, y int, ok bool) {
	x, y, ok = f.form.Cursor()
	return x, y + f.above, ok
}
