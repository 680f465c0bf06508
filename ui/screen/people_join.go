package screen

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/name"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// joining asks who else a person is. Those who are alike come first, with the reasons; typing searches the whole directory,
// since people marry, move and change office.
type joining struct {
	*folk
	one    model.Person
	box    *kit.Input
	list   *kit.List[*model.Person]
	table  *kit.Table[*model.Person]
	alike  []*model.Person // the likeliest first
	asking *kit.Confirm    // nil: nothing is being asked
	top    int             // the list's first line within the body, at the last View
}

func newJoining(env *Env, one model.Person) *joining {
	j := &joining{folk: &folk{env: env}, one: one, box: kit.NewInput(env.Look)}
	j.box.Placeholder = "people.box-join"
	j.table = peopleTable(env, kit.Column[*model.Person]{
		Title: "people.why", Size: kit.Size{Min: 16, Share: 4}, Text: func(p *model.Person) string { return j.why(*p) },
	})
	j.list = kit.NewList(env.Look, personRow, j.table.Row)
	return j
}

// Init reads the directory.
func (j *joining) Init() tea.Cmd { return j.read() }

// Title names the person.
func (j *joining) Title() string { return j.env.Say("people.title-join", "who", j.one.FullName()) }

// Typing is always so: letters search.
func (j *joining) Typing() bool { return true }

// Asking is so while a question waits for its answer.
func (j *joining) Asking() bool { return j.asking != nil }

// Help explains what no key tells.
func (j *joining) Help() []lang.Key { return []lang.Key{"people.help-join"} }

// Keys are the commands.
func (j *joining) Keys() kit.Bindings {
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "people.key-join", Do: j.ask, Disabled: j.nobody},
		{Keys: []string{"esc"}, Label: "people.key-leave", Do: j.leave},
	}
}

func (j *joining) nobody() (lang.Phrase, bool) { return lang.Of("people.nobody"), j.list.Len() == 0 }

// leave empties the box; when that is empty, it goes back.
func (j *joining) leave() tea.Cmd {
	if j.box.Value() == "" {
		return send(Back{})
	}
	j.box.SetValue("")
	j.show()
	return nil
}

// Update takes a message; of keys, those that are no command.
func (j *joining) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case folkRead:
		taken, cmd := j.take(m)
		if taken {
			j.compare()
			j.show()
		}
		return cmd
	case Committed:
		if j.concerns(m.Commit) {
			return j.read()
		}
		return nil
	case written:
		switch {
		case m.page != j:
			return nil
		case m.err != nil:
			return m.tell()
		}
		return tea.Sequence(send(Back{}), m.tell())
	}
	if j.asking != nil {
		cmd := j.asking.Update(msg)
		if j.asking != nil && !j.asking.Open() {
			j.asking = nil
		}
		return cmd
	}
	if !typing(msg) {
		return j.list.Update(kit.Shift(msg, 0, j.top))
	}
	before := j.box.Value()
	cmd := j.box.Update(msg)
	if j.box.Value() != before {
		j.show()
		j.list.Select(0)
	}
	return cmd
}

// knownAs is what the directory has to compare two people by.
func knownAs(p model.Person) name.Known {
	return name.Known{Name: p.FullName(), Institution: p.Institution, Phone: p.Phone}
}

// compare finds those who are alike. A name alone is worth a place on this list, behind those for whom more speaks: here a
// person asks, and decides.
func (j *joining) compare() {
	type candidate struct {
		person *model.Person
		rank   int
	}
	var like []candidate
	one := knownAs(j.one)
	for i := range j.all {
		p := &j.all[i]
		if p.ID == j.one.ID {
			continue
		}
		if rank := rankOf(name.Compare(one, knownAs(*p))); rank > 0 {
			like = append(like, candidate{p, rank})
		}
	}
	slices.SortStableFunc(like, func(a, b candidate) int { return cmp.Compare(b.rank, a.rank) })
	j.alike = j.alike[:0:0]
	for _, c := range like {
		j.alike = append(j.alike, c.person)
	}
}

// rankOf is how much speaks for two records being one person; 0: nothing.
func rankOf(l name.Likeness) int {
	rank := 0
	switch {
	case l.Has(name.SameName):
		rank = 3
	case l.Has(name.SameSound):
		rank = 2
	case l.Has(name.NearName):
		rank = 1
	}
	if l.Verdict != name.No {
		rank += 4
	}
	if l.Has(name.SamePhone) {
		rank += 4
	}
	return rank
}

// why says in what a person agrees with, and differs from, the one who is to be joined.
func (j *joining) why(p model.Person) string {
	return j.env.Tell(Likeness(name.Compare(knownAs(j.one), knownAs(p))))
}

// show lists those who are alike, or those whom the words find.
func (j *joining) show() {
	if !j.known {
		return
	}
	rows := j.alike
	if words := j.box.Value(); strings.TrimSpace(words) != "" {
		rows = slices.DeleteFunc(j.find(words), func(p *model.Person) bool { return p.ID == j.one.ID })
	}
	j.list.Show(kit.Slice[*model.Person](rows))
}

// ask asks whether the two are one person.
func (j *joining) ask() tea.Cmd {
	x, _ := j.list.Selected()
	other := *x
	question := lang.Of("people.ask-join", "one", placed(j.one), "other", placed(other), "why", j.why(other))
	j.asking = kit.NewConfirm(j.env.Look, question, kit.Answer{Label: "people.two"},
		kit.Answer{Label: "people.one", Do: func() tea.Cmd { return j.env.join(j, j.one, other) }})
	return nil
}

// placed is a person's name and where the person comes from.
func placed(p model.Person) string {
	if p.Institution == "" {
		return p.FullName()
	}
	return p.FullName() + ", " + p.Institution
}

// View draws the box, the list, and below it what is asked.
func (j *joining) View(w, h int) string {
	if !j.known {
		return j.env.Muted.Render(j.env.Cut(j.env.Say("people.reading"), w-1))
	}
	var question string
	if j.asking != nil {
		question = j.asking.View(w, min(6, max(1, h/2)))
	}
	head := j.env.Mark + j.box.View(w-2, 1) + "\n" + j.env.NoMark + j.table.Head(max(0, w-3))
	j.top = max(0, min(2, h-1))
	j.list.Empty = lang.Of("people.nobody-alike")
	if j.box.Value() != "" {
		j.list.Empty = lang.Of("people.no-match", "words", j.box.Value())
	}
	return kit.Frame(w, h, head, question, j.list.View)
}

// Cursor is in the box.
func (j *joining) Cursor() (x, y int, ok bool) {
	x, y, ok = j.box.Cursor()
	return x + kit.Width(j.env.Mark), y, ok && j.known && j.asking == nil
}
