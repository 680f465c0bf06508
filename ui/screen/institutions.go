package screen

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/name"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// institutions is the directory of villages and agencies, by name: the other side of the directory of people.
type institutions struct {
	env     *Env
	all     []model.Institution
	folded  []string // what the filter searches of each
	known   bool
	list    *kit.List[model.Institution]
	table   *kit.Table[model.Institution]
	box     *kit.Input // nil: nothing is being typed
	words   string
	covered bool // another screen is in front
	stale   bool // something has changed while it was
	number  int  // of the last reading that was asked for
	top     int  // the list's first line within the body, at the last View
}

// institutionsRead is the directory as it was when the reading of that number was made.
type institutionsRead struct {
	of     *institutions
	number int
	all    []model.Institution
	folded []string
	err    error
}

// NewInstitutions is the directory of institutions.
func NewInstitutions(env *Env) Screen {
	p := &institutions{env: env}
	count := func(title lang.Key, n func(model.Institution) int) kit.Column[model.Institution] {
		return kit.Column[model.Institution]{Title: title, Size: kit.Size{Fixed: 10}, Right: true, Text: func(x model.Institution) string {
			return env.Number(n(x))
		}}
	}
	p.table = kit.NewTable(env.Look,
		kit.Column[model.Institution]{Title: "people.inst", Size: kit.Size{Min: 14, Share: 1}, Text: func(x model.Institution) string { return x.Name }},
		count("people.events", func(x model.Institution) int { return x.Events }),
		count("institution.open", func(x model.Institution) int { return x.Open }))
	p.list = kit.NewList(env.Look, func(x model.Institution) string { return string(x.ID[:]) }, p.table.Row)
	return p
}

// Init reads the directory.
func (p *institutions) Init() tea.Cmd { return p.reload() }

// Title says how many there are.
func (p *institutions) Title() string {
	if !p.known {
		return p.env.Say("institution.title-all")
	}
	return p.env.Say("institution.title-count", "n", p.env.Number(len(p.all)))
}

// Typing is so while the box is open.
func (p *institutions) Typing() bool { return p.box != nil }

// Help explains what no key tells.
func (p *institutions) Help() []lang.Key { return []lang.Key{"institution.help-all"} }

// Keys are the commands.
func (p *institutions) Keys() kit.Bindings {
	if p.box != nil {
		return kit.Bindings{
			{Keys: []string{"enter"}, Label: "people.key-open", Do: p.open, Disabled: p.nothing},
			{Keys: []string{"esc"}, Label: "people.key-unsearch", Do: p.unsearch},
		}
	}
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "people.key-open", Do: p.open, Disabled: p.nothing},
		{Keys: []string{"f"}, Label: "people.key-search", Do: p.search},
		{Keys: []string{"tab"}, Label: "institution.key-people", Do: func() tea.Cmd { return send(Replace{NewPeople(p.env)}) }},
	}
}

func (p *institutions) nothing() (lang.Phrase, bool) {
	return lang.Of("institution.nothing"), p.list.Len() == 0
}

// Update takes a message; of keys, those that are no command.
func (p *institutions) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case institutionsRead:
		if m.of != p || m.number != p.number {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		p.all, p.folded, p.known = m.all, m.folded, true
		p.show()
		return nil
	case Committed:
		return p.heard(m.Commit)
	case Resumed:
		p.covered = false
		if p.stale {
			return p.reload()
		}
		return nil
	}
	if p.box != nil && typing(msg) {
		cmd := p.box.Update(msg)
		if p.box.Value() != p.words {
			p.words = p.box.Value()
			p.show()
			p.list.Select(0)
		}
		return cmd
	}
	return p.list.Update(kit.Shift(msg, 0, p.top))
}

// heard takes in what was committed: a check-in is no news here.
func (p *institutions) heard(c model.Commit) tea.Cmd {
	news := c.Bulk || slices.ContainsFunc(c.Records, func(r model.Record) bool {
		return r.Key.Kind == model.KindGuest || r.Key.Kind == model.KindAction || r.Key.Kind == model.KindEvent
	})
	switch {
	case !news:
		return nil
	case p.covered:
		p.stale = true
		return nil
	}
	return p.reload()
}

func (p *institutions) reload() tea.Cmd {
	p.number++
	p.stale = false
	out, store := institutionsRead{of: p, number: p.number}, p.env.Store
	return func() tea.Msg {
		if out.all, out.err = store.Institutions(context.Background()); out.err != nil {
			return out
		}
		out.folded = make([]string, len(out.all))
		for i, x := range out.all {
			out.folded[i] = " " + name.FoldText(x.Name) + " " + name.Place(x.Name)
		}
		return out
	}
}

// show lists those that hold all words; the cursor stays with its institution.
func (p *institutions) show() {
	words := strings.Fields(name.FoldText(p.words))
	var rows []model.Institution
	for i, x := range p.all {
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(p.folded[i], " "+w) }) {
			rows = append(rows, x)
		}
	}
	p.list.Show(kit.Slice[model.Institution](rows))
}

func (p *institutions) open() tea.Cmd {
	x, _ := p.list.Selected()
	p.covered = true
	return open(NewInstitution(p.env, x.Name))
}

// search opens the box in which words are typed.
func (p *institutions) search() tea.Cmd {
	p.box = kit.NewInput(p.env.Look)
	p.box.Placeholder = "institution.box"
	return nil
}

// unsearch closes the box and forgets the words.
func (p *institutions) unsearch() tea.Cmd {
	p.box, p.words = nil, ""
	p.show()
	return nil
}

// View draws the box and the list.
func (p *institutions) View(w, h int) string {
	if !p.known {
		return p.env.Muted.Render(p.env.Cut(p.env.Say("people.reading"), w-1))
	}
	var head []string
	if p.box != nil {
		head = append(head, p.env.Mark+p.box.View(w-2, 1))
	}
	head = append(head, p.env.NoMark+p.table.Head(max(0, w-3)))
	p.top = max(0, min(len(head), h-1))
	p.list.Empty = lang.Of("institution.none")
	if p.words != "" {
		p.list.Empty = lang.Of("people.no-match", "words", p.words)
	}
	return kit.Frame(w, h, strings.Join(head, "\n"), "", p.list.View)
}

// Cursor is in the box or on the institution.
func (p *institutions) Cursor() (x, y int, ok bool) {
	if p.box != nil {
		x, y, ok = p.box.Cursor()
		return x + kit.Width(p.env.Mark), y, ok
	}
	x, y, ok = p.list.Cursor()
	return x, y + p.top, ok && p.known
}
