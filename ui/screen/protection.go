package screen

import (
	"context"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// SealJob is what is to become of the seal.
type SealJob struct {
	Passphrase string // the one that holds from then on; of no meaning with Off
	Words      bool   // draw new recovery words
	Off        bool   // take the seal off
}

// Sealer does such a job on the closed database. It gives the recovery words that were drawn, if any were, and what there is to say; of an
// error, too, the phrase says it in words.
type Sealer func(ctx context.Context, job SealJob) (words []string, said lang.Phrase, err error)

// protection is the room of the seal: how it stands, what can be done about it, and when this desk's screen is locked.
type protection struct {
	env  *Env
	list *kit.List[safeguard]
	high int // lines above the list at the last View
}

// safeguard is one thing that can be done.
type safeguard struct {
	name string
	what lang.Key
	do   func() tea.Cmd
	off  func() (lang.Phrase, bool) // why it cannot be done, and whether that is so
}

// NewProtection is the room.
func NewProtection(env *Env) Screen {
	p := &protection{env: env}
	p.list = kit.NewList(env.Look, func(m safeguard) string { return m.name }, p.row)
	p.list.Show(kit.Slice[safeguard](p.safeguards()))
	return p
}

// safeguards are what can be done as it stands.
func (p *protection) safeguards() []safeguard {
	idle := safeguard{"idle", "seal.do-idle", func() tea.Cmd { return p.turn(1) }, p.unsealed}
	lock := safeguard{"lock", "seal.do-lock", func() tea.Cmd { return send(Lock{}) }, p.unsealed}
	opens := func(name string, what lang.Key, kind sealKind) safeguard {
		return safeguard{name, what, func() tea.Cmd { return open(newSealForm(p.env, kind)) }, p.fixed}
	}
	if !p.env.Store.Sealed() {
		return []safeguard{opens("on", "seal.do-on", sealOn), idle, lock}
	}
	return []safeguard{
		opens("change", "seal.do-change", sealChange), opens("words", "seal.do-words", sealWords), opens("off", "seal.do-off", sealOff),
		idle, lock,
	}
}

func (p *protection) unsealed() (lang.Phrase, bool) {
	return lang.Of("seal.idle-unsealed"), !p.env.Store.Sealed()
}

// fixed says why nothing can be written anew.
func (p *protection) fixed() (lang.Phrase, bool) {
	return lang.Of("seal.read-only"), p.env.Me.ReadOnly || p.env.Seal == nil
}

// idleChoices are the minutes that can be chosen; 0 is never.
func idleChoices() []int { return []int{2, 5, 10, 15, 30, 60, 0} }

// turn chooses the next, or the one before, of the minutes until the screen is locked.
func (p *protection) turn(step int) tea.Cmd {
	if p.env.Me.ReadOnly {
		return nil
	}
	all := idleChoices()
	i := (slices.Index(all, p.env.Me.LockAfter) + step + len(all)) % len(all)
	said := lang.Of("seal.idle-saved", "n", all[i])
	if all[i] == 0 {
		said = lang.Of("seal.idle-off")
	}
	sets := p.env.Me.OwnDesk.Edit(map[string]string{model.DeskLock: strconv.Itoa(all[i])})
	if len(sets) == 0 {
		return nil
	}
	change := p.env.Act(model.VerbEdit).Change(model.DeskSettings(p.env.Me.Device), sets...)
	return p.env.Write([]model.Change{change}, func(err error) tea.Msg {
		if err != nil {
			return Said{kit.Bad, lang.Of("failure.write", "why", Failure(err))}
		}
		return Said{kit.Good, said}
	})
}

// Init needs nothing that is not at hand.
func (p *protection) Init() tea.Cmd { return nil }

// Title names the room.
func (p *protection) Title() string { return p.env.Say("seal.title") }

// Help explains what a seal is, what recovery words are for, and what a lock does.
func (p *protection) Help() []lang.Key {
	return []lang.Key{"seal.help", "seal.help-lost", "seal.help-lock"}
}

// Keys do what stands under the cursor.
func (p *protection) Keys() kit.Bindings {
	m, _ := p.list.Selected()
	keys := kit.Bindings{{Keys: []string{"enter"}, Label: "seal.choose", Do: m.do, Disabled: m.off}}
	if m.name == "idle" {
		keys = append(keys,
			kit.Binding{Keys: []string{"right"}, Label: "seal.do-idle", Do: func() tea.Cmd { return p.turn(1) }, Disabled: m.off, Hidden: true},
			kit.Binding{Keys: []string{"left"}, Label: "seal.do-idle", Do: func() tea.Cmd { return p.turn(-1) }, Disabled: m.off, Hidden: true})
	}
	return keys
}

// Update moves through the list.
func (p *protection) Update(msg tea.Msg) tea.Cmd { return p.list.Update(kit.Shift(msg, 0, p.high)) }

// row is one safeguard, and what there is to say beside it.
func (p *protection) row(m safeguard, w int) string {
	beside := ""
	switch why, off := m.off(); {
	case off:
		beside = p.env.Tell(why)
	case m.name == "idle" && p.env.Me.LockAfter == 0:
		beside = p.env.Say("seal.idle-never")
	case m.name == "idle":
		beside = p.env.Say("seal.idle-after", "n", p.env.Me.LockAfter)
	case m.name == "lock":
		beside = p.env.KeyName("ctrl+l")
	}
	if beside == "" {
		return p.env.Cut(p.env.Say(m.what), w)
	}
	column := 34
	if w < 2*column {
		column = w * 11 / 20
	}
	return p.env.Cell(p.env.Say(m.what), column) + p.env.Muted.Render(p.env.Cut(beside, w-column))
}

// View draws how it stands above what can be done.
func (p *protection) View(w, h int) string {
	key := lang.Key("seal.state-off")
	if p.env.Store.Sealed() {
		key = "seal.state-on"
	}
	state := append(p.env.Wrap(p.env.Say(key), max(1, w-1)), "")
	p.high = max(0, min(len(state), h-p.list.Len()))
	return kit.Frame(w, h, strings.Join(state[:p.high], "\n"), "", p.list.View)
}

// Cursor is in the list.
func (p *protection) Cursor() (x, y int, ok bool) {
	x, y, ok = p.list.Cursor()
	return x, y + p.high, ok
}
