package screen

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// purgeReader counts what a purge would take out.
type purgeReader interface {
	Purging(ctx context.Context, events []model.ID, l model.Level) (model.Purging, error)
}

// purgePage shows what of an event's personal data would go for good, what stays and what is not reached, and asks for a word
// before it is done.
type purgePage struct {
	env     *Env
	id      model.ID
	event   model.Event
	folders []string      // of papers that were printed
	plan    model.Purging // to the level that is chosen
	level   model.Level
	read    bool
	number  int // of the last reading that was asked for
	page    *kit.Page
	word    *kit.Input
	w       int // for which the page's lines were made; 0: they are to be made
	x, y    int // of the word at the last View
}

// purgeRead is what would go, as it was when reading number was made.
type purgeRead struct {
	page    *purgePage
	number  int
	event   model.Event
	folders []string
	plan    model.Purging
	err     error
}

// NewPurge is the page from which personal data of an event is removed.
func NewPurge(env *Env, event model.ID) Screen {
	return &purgePage{env: env, id: event, level: model.NoNumbers, page: kit.NewPage(env.Look, nil), word: kit.NewInput(env.Look)}
}

// Init counts.
func (p *purgePage) Init() tea.Cmd { return p.count() }

// Title names the event.
func (p *purgePage) Title() string { return p.env.Say("purge.title") + "  " + p.event.Theme }

// Sample reports whether the event is sample data.
func (p *purgePage) Sample() bool { return p.event.Sample }

// Typing is always so: the word is typed.
func (p *purgePage) Typing() bool { return true }

// Help explains what no key tells.
func (p *purgePage) Help() []lang.Key { return []lang.Key{"purge.help"} }

// Keys are the commands.
func (p *purgePage) Keys() kit.Bindings {
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "purge.key-do", Do: p.purge, Disabled: p.cannot},
		{Keys: []string{"tab"}, Label: "purge.key-level", Do: p.other, Disabled: p.namesKept},
	}
}

func (p *purgePage) cannot() (lang.Phrase, bool) {
	switch {
	case !p.read:
		return lang.Of("purge.reading"), true
	case p.env.Purge == nil || p.env.Me.ReadOnly:
		return lang.Of("purge.not-here"), true
	}
	return lang.Of("purge.nothing"), p.plan.None()
}

func (p *purgePage) namesKept() (lang.Phrase, bool) {
	if !p.read {
		return lang.Of("purge.reading"), true
	}
	why := p.env.NamesKept(p.event)
	return why, !why.None()
}

// other chooses between numbers alone and names too.
func (p *purgePage) other() tea.Cmd {
	p.level = model.NoNumbers + model.NoNames - p.level
	return p.count()
}

// count finds out what would go.
func (p *purgePage) count() tea.Cmd {
	p.number++
	p.read, p.w = false, 0
	out, store, level := purgeRead{page: p, number: p.number}, p.env.Store, p.level
	return func() tea.Msg {
		ctx := context.Background()
		r, err := store.Record(ctx, model.EventKey(out.page.id))
		if err != nil {
			out.err = err
			return out
		}
		out.event = model.EventOf(r)
		for _, print := range model.PrintsOf(r) {
			if print.Folder != "" {
				out.folders = append(out.folders, print.Folder)
			}
		}
		out.plan, out.err = store.Purging(ctx, []model.ID{r.Key.ID}, level)
		return out
	}
}

// Update takes what was counted, what is committed meanwhile, and typing.
func (p *purgePage) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case purgeRead:
		if m.page != p || m.number != p.number {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		p.read, p.w = true, 0
		p.event, p.folders, p.plan = m.event, m.folders, m.plan
		return nil
	case Committed:
		return p.count()
	case Configured:
		p.w = 0
		return nil
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "up", "down", "pgup", "pgdown", "home", "end":
			return p.page.Update(msg)
		}
	}
	if _, ok := msg.(tea.MouseWheelMsg); ok {
		return p.page.Update(msg)
	}
	return p.word.Update(kit.Shift(msg, p.x, p.y))
}

// purge ends the session, which is when the file can be written anew.
func (p *purgePage) purge() tea.Cmd {
	word := p.env.Say("purge.word")
	if !strings.EqualFold(strings.TrimSpace(p.word.Value()), word) {
		return say(kit.Warn, "purge.type-first", "word", word)
	}
	do, id, level := p.env.Purge, p.id, p.level
	return send(Again{What: lang.Of("purge.running"), Do: func(ctx context.Context) (lang.Phrase, error) {
		done, err := do(ctx, []model.ID{id}, level)
		if err != nil {
			return lang.Of("purge.failed", "why", Failure(err)), err
		}
		said, _ := PurgeDone(done)
		return said, nil
	}})
}

// lines are the page's, for a width.
func (p *purgePage) lines(w int) (out []string) {
	if !p.read {
		return []string{p.env.Say("purge.reading")}
	}
	add := func(words ...lang.Phrase) {
		for _, x := range words {
			out = append(out, p.env.Wrap(p.env.Tell(x), w-1)...)
		}
		out = append(out, "")
	}
	if p.plan.None() {
		add(lang.Of("purge.nothing"))
	} else {
		add(p.env.PurgePlan(p.plan)...)
		add(PurgeStays(p.level))
		add(PurgeBeyond(p.level)...)
	}
	if len(p.folders) > 0 {
		out = append(out[:len(out)-1], p.env.Say("purge.folders"))
		for _, f := range p.folders {
			out = append(out, p.env.NoMark+p.env.Cut(f, w-1-kit.Width(p.env.NoMark)))
		}
		out = append(out, "")
	}
	tab := p.env.KeyName("tab")
	switch why, kept := p.namesKept(); {
	case kept:
		add(why)
	case p.level == model.NoNumbers:
		add(lang.Of("purge.also-names", "key", tab))
	default:
		add(lang.Of("purge.only-numbers", "key", tab))
	}
	return out
}

// View draws what would go, and the word below.
func (p *purgePage) View(w, h int) string {
	if p.w != w {
		p.page.SetLines(p.lines(w))
		p.w = w
	}
	label := p.env.Say("purge.type-word", "word", p.env.Say("purge.word")) + " "
	p.x, p.y = kit.Width(label), max(0, h-1)
	foot := label + p.word.View(max(1, w-1-p.x), 1)
	return kit.Frame(w, h, "", foot, p.page.View)
}

// Cursor is in the word.
func (p *purgePage) Cursor() (x, y int, ok bool) {
	x, _, ok = p.word.Cursor()
	return p.x + x, p.y, ok
}
