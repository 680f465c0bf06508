package screen

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/name"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// villages is the office's own list of villages: what a group invitation is made from. It is imported from a CSV, mostly
// once.
type villages struct {
	env    *Env
	all    []model.Village
	list   *kit.List[model.Village]
	filter *kit.Input    // nil: not filtering
	load   *villagesFile // nil: no file is being read in
	number int           // of the last reading that was asked for
	read   bool
}

// villagesRead is the list as it was when reading number was made.
type villagesRead struct {
	screen *villages
	number int
	all    []model.Village
	err    error
}

// NewVillages lists the office's villages.
func NewVillages(env *Env) Screen {
	v := &villages{env: env}
	table := kit.NewTable(env.Look,
		kit.Column[model.Village]{Size: kit.Size{Min: 16, Share: 2}, Text: func(x model.Village) string { return x.Name }},
		kit.Column[model.Village]{Size: kit.Size{Fixed: 10}, Text: func(x model.Village) string { return x.Kind }},
		kit.Column[model.Village]{Size: kit.Size{Min: 12, Share: 2}, Text: func(x model.Village) string { return x.District }},
		kit.Column[model.Village]{Size: kit.Size{Fixed: 13}, Text: func(x model.Village) string { return x.Code }},
	)
	v.list = kit.NewList(env.Look, func(x model.Village) string { return x.ID.String() }, table.Row)
	return v
}

// Init reads the villages.
func (v *villages) Init() tea.Cmd { return v.reload() }

// Title says how many villages there are.
func (v *villages) Title() string {
	return v.env.Say("villages.title") + "  " + v.env.Say("villages.count", "n", v.env.Number(len(v.all)))
}

// Help explains where the villages come from.
func (v *villages) Help() []lang.Key { return []lang.Key{"villages.help"} }

// Typing is so while the list is filtered, or a file is chosen.
func (v *villages) Typing() bool { return v.filter != nil || v.load != nil }

// Keys are the commands, or those of the file being chosen.
func (v *villages) Keys() kit.Bindings {
	switch {
	case v.load != nil:
		return v.load.Keys()
	case v.filter != nil:
		return kit.Bindings{{Keys: []string{"esc"}, Label: "villages.unfilter", Do: func() tea.Cmd {
			v.filter = nil
			v.arrange()
			return nil
		}}}
	}
	return kit.Bindings{
		{Keys: []string{"i"}, Label: "villages.import", Do: func() tea.Cmd {
			v.load = newVillagesFile(v.env, func() { v.load = nil })
			return v.load.Init()
		}},
		{Keys: []string{"f"}, Label: "villages.filter", Do: func() tea.Cmd {
			v.filter = kit.NewInput(v.env.Look)
			v.filter.Placeholder = "villages.filter-hint"
			return nil
		}, Disabled: func() (lang.Phrase, bool) { return lang.Of("villages.none-yet"), len(v.all) == 0 }},
	}
}

// Update takes readings and commits; all else goes to what is in front.
func (v *villages) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case villagesRead:
		return v.take(m)
	case Committed:
		return v.heard(m.Commit)
	}
	switch {
	case v.load != nil:
		return v.load.Update(msg)
	case v.filter != nil && typing(msg):
		v.filter.Update(msg)
		v.arrange()
		return nil
	}
	return v.list.Update(kit.Shift(msg, 0, v.above()))
}

func (v *villages) reload() tea.Cmd {
	v.number++
	number, store := v.number, v.env.Store
	return func() tea.Msg {
		all, err := store.Villages(context.Background())
		return villagesRead{v, number, all, err}
	}
}

func (v *villages) take(m villagesRead) tea.Cmd {
	if m.screen != v || m.number != v.number {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	v.all, v.read = m.all, true
	v.arrange()
	return nil
}

func (v *villages) heard(c model.Commit) tea.Cmd {
	for _, r := range c.Records {
		if r.Key.Kind == model.KindVillage {
			return v.reload()
		}
	}
	if c.Bulk {
		return v.reload()
	}
	return nil
}

// arrange lists the villages that hold all words of the filter.
func (v *villages) arrange() {
	var words []string
	if v.filter != nil {
		words = strings.Fields(name.FoldText(v.filter.Value()))
	}
	var rows []model.Village
	for _, x := range v.all {
		folded := " " + name.FoldText(x.Name+" "+x.Kind+" "+x.District+" "+x.Regency) + " " + x.Code
		fits := true
		for _, w := range words {
			fits = fits && strings.Contains(folded, " "+w)
		}
		if fits {
			rows = append(rows, x)
		}
	}
	v.list.Show(kit.Slice[model.Village](rows))
}

// villageName is a village as it is read: Desa Pulo, Kelurahan Magersari.
func villageName(v model.Village) string {
	if v.Kind == "" {
		return v.Name
	}
	return strings.ToUpper(v.Kind[:1]) + v.Kind[1:] + " " + v.Name
}

// above is how many lines stand above the rows.
func (v *villages) above() int {
	if v.filter != nil {
		return 1
	}
	return 0
}

// View draws the list, or the file that is being read in.
func (v *villages) View(w, h int) string {
	if v.load != nil {
		return v.load.View(w, h)
	}
	v.list.Empty = lang.Of("villages.empty")
	switch {
	case !v.read:
		v.list.Empty = lang.Of("event.reading")
	case v.filter != nil:
		v.list.Empty = lang.Of("home.no-match", "words", v.filter.Value())
	}
	var filter string
	if v.filter != nil {
		filter = v.env.Mark + v.filter.View(w-2, 1)
	}
	return kit.Frame(w, h, filter, "", v.list.View)
}

// Cursor is in what is in front, else in the list.
func (v *villages) Cursor() (x, y int, ok bool) {
	switch {
	case v.load != nil:
		return v.load.Cursor()
	case v.filter != nil:
		x, y, ok = v.filter.Cursor()
		return x + 2, y, ok
	}
	return v.list.Cursor()
}
