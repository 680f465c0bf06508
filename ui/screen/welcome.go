package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// welcome is what a fresh machine shows first: it asks for names, all of which may be passed over, and then offers where to
// begin.
//
//	form -> saved or passed over -> what to begin with -> home
type welcome struct {
	*drafting
	env    *Env
	form   *kit.Form
	offers *kit.List[offer] // nil: the form is still in front
	loads  bool             // the example is on its way
	above  int              // lines above the form or the offers at the last View
}

// offer is one way to begin.
type offer struct {
	key  string
	what lang.Key
}

func (o offer) id() string { return o.key }

// welcomed is the outcome of writing the answers down.
type welcomed struct {
	screen *welcome
	err    error
}

// NewWelcome is the first start's screen.
func NewWelcome(env *Env) Screen {
	w := &welcome{env: env}
	w.drafting = newDrafting(env, "welcome", model.ID{}, model.ID{}, nil)
	w.form = kit.NewForm(env.Look, []kit.Field{
		{ID: "language", Label: "settings.language", Kind: kit.ChoiceField, Options: languageOptions()},
		{ID: "office", Label: "settings.office", Hint: "welcome.office-hint", Limit: 200},
		{ID: "officer", Label: "settings.officer", Limit: 200},
		{ID: "desk", Label: "settings.desk", Hint: "settings.desk-hint", Limit: 50},
	}, w.save, w.skip)
	w.form.Fill(map[string]string{
		"language": env.Code(), "office": env.Me.Office, "officer": env.Me.Officer, "desk": env.Me.Desk,
	})
	w.drafting.form = w.form
	return w
}

// Title greets.
func (w *welcome) Title() string { return w.env.Say("welcome.title") }

// Help explains what is asked, and what comes after.
func (w *welcome) Help() []lang.Key { return []lang.Key{"welcome.help", "home.help"} }

// Typing is so while the form is filled in.
func (w *welcome) Typing() bool { return w.offers == nil }

// Keys are those of the form, then the ways to begin.
func (w *welcome) Keys() kit.Bindings {
	if w.offers == nil {
		keys := w.drafting.Keys()
		keys[len(keys)-1].Label = "welcome.skip"
		return keys
	}
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "welcome.choose", Do: w.choose},
		{Keys: []string{"n"}, Label: "home.new", Do: w.event},
		{Keys: []string{"k"}, Label: "seal.room", Do: w.protect},
		{Keys: []string{"c"}, Label: "home.example", Do: w.example},
		{Keys: []string{"esc"}, Label: "welcome.home", Do: w.home},
	}
}

// Update takes what became of saving and of the example; typing may change the language at once.
func (w *welcome) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case welcomed:
		if m.screen != w {
			return nil
		}
		return w.settle(m)
	case exampleLoaded:
		w.loads = false
		return m.told(w.env, w.leadTo)
	}
	msg = kit.Shift(msg, 0, w.above)
	if w.offers != nil {
		return w.offers.Update(msg)
	}
	chosen := w.language()
	cmd := w.drafting.Update(msg)
	w.speak(chosen)
	return cmd
}

func (w *welcome) language() string { return w.form.Snapshot()["language"] }

// speak turns on the language that has just been chosen in the form, and shows in the form one that F2 has turned on.
func (w *welcome) speak(before string) {
	switch chosen := w.language(); {
	case chosen != before:
		w.env.Set(chosen)
	case chosen != w.env.Code():
		w.form.Restore(map[string]string{"language": w.env.Code()})
	}
}

// save writes the answers down.
func (w *welcome) save(values map[string]string) tea.Cmd {
	return w.write(settingsChanges(w.act(model.VerbEdit), w.env.Me, values))
}

// skip notes that nobody wants to be asked again, and which language is on.
func (w *welcome) skip() tea.Cmd {
	return w.write(settingsChanges(w.act(model.VerbEdit), w.env.Me, map[string]string{"language": w.env.Code()}))
}

func (w *welcome) write(changes []model.Change) tea.Cmd {
	return w.env.Write(changes, func(err error) tea.Msg { return welcomed{w, err} })
}

// settle goes on to the offers. Where nothing can be written they are made all the same: reading is still possible.
func (w *welcome) settle(m welcomed) tea.Cmd {
	var said tea.Cmd
	if m.err != nil {
		w.form.Failed(lang.Of("kit.not-saved"))
		said = say(kit.Bad, "failure.write", "why", Failure(m.err))
		if !w.env.Me.ReadOnly {
			return said
		}
	} else {
		w.form.Saved()
	}
	w.offers = kit.NewList(w.env.Look, offer.id, func(o offer, width int) string {
		return w.env.Cell(w.env.KeyName(o.key), 6) + w.env.Cut(w.env.Say(o.what), width-6)
	})
	w.offers.Show(kit.Slice[offer]{
		{"n", "welcome.offer-event"},
		{"c", "welcome.offer-example"},
		{"f1", "welcome.offer-help"},
		{"k", "welcome.offer-seal"},
		{"esc", "welcome.offer-home"},
	})
	return tea.Batch(w.drafting.leave(), said)
}

// choose takes the offer under the cursor.
func (w *welcome) choose() tea.Cmd {
	o, _ := w.offers.Selected()
	switch o.key {
	case "n":
		return w.event()
	case "k":
		return w.protect()
	case "c":
		return w.example()
	case "esc":
		return w.home()
	}
	// Help belongs to the root: the key is pressed for whoever chose it from the list.
	return send(tea.KeyPressMsg{Code: tea.KeyF1})
}

func (w *welcome) home() tea.Cmd { return send(Reset{NewHome(w.env)}) }

// leadTo opens a screen above home.
func (w *welcome) leadTo(s Screen) tea.Cmd { return tea.Sequence(w.home(), open(s)) }

func (w *welcome) event() tea.Cmd { return w.leadTo(NewEventForm(w.env, model.ID{})) }

// protect leads to the room of the seal.
func (w *welcome) protect() tea.Cmd { return w.leadTo(NewProtection(w.env)) }

// example loads the example event, once however often the key is pressed.
func (w *welcome) example() tea.Cmd {
	if w.loads {
		return nil
	}
	w.loads = true
	return loadExample(w.env)
}

// View draws a few sentences, and below them the form or the offers.
func (w *welcome) View(width, h int) string {
	key, body := lang.Key("welcome.hello"), w.drafting.View
	if w.offers != nil {
		key, body = "welcome.begin", w.offers.View
	}
	lines := append(w.env.Wrap(w.env.Say(key), max(1, width-1)), "")
	w.above = max(0, min(len(lines), h-1))
	return kit.Frame(width, h, strings.Join(lines, "\n"), "", body)
}

// Cursor is in the form or in the list of ways to begin, below the greeting.
func (w *welcome) Cursor() (x, y int, ok bool) {
	if w.offers != nil {
		x, y, ok = w.offers.Cursor()
	} else {
		x, y, ok = w.drafting.Cursor()
	}
	return x, y + w.above, ok
}
