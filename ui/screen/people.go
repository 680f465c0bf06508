package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// people is the directory: everybody who stands on the list of any event, once.
type people struct {
	*folk
	list    *kit.List[*model.Person]
	table   *kit.Table[*model.Person]
	box     *kit.Input // nil: nothing is being typed
	words   string
	covered bool // another screen is in front
	stale   bool // something has changed while it was
	top     int  // the list's first line within the body, at the last View
}

// NewPeople is the directory of people across events.
func NewPeople(env *Env) Screen {
	p := &people{folk: &folk{env: env}}
	p.table = peopleTable(env)
	p.list = kit.NewList(env.Look, personRow, p.table.Row)
	return p
}

// personRow is a person's identity, as a list wants it.
func personRow(p *model.Person) string { return string(p.ID[:]) }

// peopleTable draws people: who, from where, how many events, and as what.
func peopleTable(env *Env, more ...kit.Column[*model.Person]) *kit.Table[*model.Person] {
	columns := []kit.Column[*model.Person]{
		{Title: "people.name", Size: kit.Size{Min: 14, Share: 3}, Text: (*model.Person).FullName},
		{Title: "people.inst", Size: kit.Size{Min: 14, Share: 3}, Text: func(p *model.Person) string { return p.Institution }},
	}
	if more != nil {
		return kit.NewTable(env.Look, append(columns, more...)...)
	}
	return kit.NewTable(env.Look, append(columns,
		kit.Column[*model.Person]{Title: "people.events", Size: kit.Size{Fixed: 8}, Right: true, Text: func(p *model.Person) string {
			return env.Number(p.Events)
		}},
		kit.Column[*model.Person]{Title: "people.post", Size: kit.Size{Min: 12, Share: 2}, Text: func(p *model.Person) string { return p.Post }},
	)...)
}

// Init reads the directory.
func (p *people) Init() tea.Cmd { return p.read() }

// Title says how many there are.
func (p *people) Title() string {
	if !p.known {
		return p.env.Say("people.title")
	}
	return p.env.Say("people.title-count", "n", p.env.Number(len(p.all)))
}

// Typing is so while the box is open.
func (p *people) Typing() bool { return p.box != nil }

// Help explains what no key tells.
func (p *people) Help() []lang.Key { return []lang.Key{"people.help"} }

// Keys are the commands.
func (p *people) Keys() kit.Bindings {
	if p.box != nil {
		return kit.Bindings{
			{Keys: []string{"enter"}, Label: "people.key-open", Do: p.open, Disabled: p.nobody},
			{Keys: []string{"esc"}, Label: "people.key-unsearch", Do: p.unsearch},
		}
	}
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "people.key-open", Do: p.open, Disabled: p.nobody},
		{Keys: []string{"f"}, Label: "people.key-search", Do: p.search},
		{Keys: []string{"tab"}, Label: "institution.key-institutions", Do: func() tea.Cmd { return send(Replace{NewInstitutions(p.env)}) }},
	}
}

func (p *people) nobody() (lang.Phrase, bool) { return lang.Of("people.nobody"), p.list.Len() == 0 }

// Update takes a message; of keys, those that are no command.
func (p *people) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case folkRead:
		taken, cmd := p.take(m)
		if taken {
			p.show()
		}
		return cmd
	case Committed:
		if !p.concerns(m.Commit) {
			return nil
		}
		if p.covered {
			p.stale = true
			return nil
		}
		return p.read()
	case Resumed:
		p.covered = false
		if p.stale {
			p.stale = false
			return p.read()
		}
		return nil
	}
	if p.box != nil && typing(msg) {
		return p.typed(msg)
	}
	return p.list.Update(kit.Shift(msg, 0, p.top))
}

// show lists those whom the words find; the cursor stays with its person.
func (p *people) show() {
	rows := []*model.Person(nil)
	switch {
	case !p.known:
	case strings.TrimSpace(p.words) == "":
		rows = p.everyone()
	default:
		rows = p.find(p.words)
	}
	p.list.Show(kit.Slice[*model.Person](rows))
}

func (p *people) open() tea.Cmd {
	x, _ := p.list.Selected()
	p.covered = true
	return open(NewPerson(p.env, x.ID))
}

// search opens the box in which words are typed.
func (p *people) search() tea.Cmd {
	p.box = kit.NewInput(p.env.Look)
	p.box.Placeholder = "people.box"
	return nil
}

// unsearch closes the box and forgets the words.
func (p *people) unsearch() tea.Cmd {
	p.box, p.words = nil, ""
	p.show()
	return nil
}

// typed takes what is typed into the box; the best is in front.
func (p *people) typed(msg tea.Msg) tea.Cmd {
	cmd := p.box.Update(msg)
	if p.box.Value() != p.words {
		p.words = p.box.Value()
		p.show()
		p.list.Select(0)
	}
	return cmd
}

// View draws the box and the list.
func (p *people) View(w, h int) string {
	if !p.known {
		return p.env.Muted.Render(p.env.Cut(p.env.Say("people.reading"), w-1))
	}
	var head []string
	if p.box != nil {
		head = append(head, p.env.Mark+p.box.View(w-2, 1))
	}
	head = append(head, p.env.NoMark+p.table.Head(max(0, w-3)))
	p.top = max(0, min(len(head), h-1))
	p.list.Empty = lang.Of("people.none")
	if p.words != "" {
		p.list.Empty = lang.Of("people.no-match", "words", p.words)
	}
	return kit.Frame(w, h, strings.Join(head, "\n"), "", p.list.View)
}

// Cursor is in the box or on the person.
func (p *people) Cursor() (x, y int, ok bool) {
	if p.box != nil {
		x, y, ok = p.box.Cursor()
		return x + kit.Width(p.env.Mark), y, ok
	}
	x, y, ok = p.list.Cursor()
	return x, y + p.top, ok && p.known
}
