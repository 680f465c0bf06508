package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/kit"
	"hadir/ui/lang"
)

// gate asks for the passphrase of a sealed database: before there is anything else to show, and above everything while the screen
// is locked. It decides nothing: an answer goes to whoever knows.
//
//	asking -> proving -> open
//	   ^         |
//	   +- wrong -+   and no answer is taken before until
type gate struct {
	look    kit.Look
	now     func() time.Time
	intro   lang.Key
	input   *kit.Input
	scan    kit.Scan // a card that is scanned now means the door, which nobody sees: it goes nowhere
	wrong   int      // answers that were wrong, at this start and at those before it
	missed  bool     // the last answer that was given here was wrong
	until   time.Time
	proving bool
	hint    lang.Phrase // about the last key; zero: nothing
	top     int         // the window's line where the gate begins at the last View,
	x, y    int         // and where its field does, within it
}

// gateTick is a second of waiting that has passed.
type gateTick struct{ of *gate }

// secretLimit is the most that is typed for a passphrase, in code points.
const secretLimit = 1000

func newGate(look kit.Look, now func() time.Time, intro lang.Key) *gate {
	g := &gate{look: look, now: now, intro: intro, input: kit.NewInput(look)}
	g.input.Secret, g.input.Limit = true, secretLimit
	g.scan = kit.Scan{Alphabet: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", Longest: 24}
	return g
}

// ask asks, for the first time or once more, and says how often the answer was wrong and how long none is taken.
func (g *gate) ask(wrong int, wait time.Duration) tea.Cmd {
	g.missed = g.proving
	g.wrong, g.proving, g.until = wrong, false, g.now().Add(wait)
	// A slip in many words is looked for and mended; a passphrase is typed anew.
	if g.missed && len(strings.Fields(g.input.Value())) < manyWords {
		g.input.SetValue("")
	}
	return g.tick()
}

// manyWords is how many words make an answer one that nobody wants to type again.
const manyWords = 8

// left is how long no answer is taken, in whole seconds, the last one begun.
func (g *gate) left() time.Duration {
	left := g.until.Sub(g.now())
	if left <= 0 {
		return 0
	}
	return (left + time.Second - 1).Truncate(time.Second)
}

// tick comes back as long as there is waiting to be shown.
func (g *gate) tick() tea.Cmd {
	if g.left() == 0 {
		return nil
	}
	return tea.Tick(time.Second, func(time.Time) tea.Msg { return gateTick{g} })
}

// press takes a key; an answer that is to be proved is given.
func (g *gate) press(m tea.KeyPressMsg) (answer string, given bool) {
	g.hint = lang.Phrase{}
	read := g.scan.Feed(m)
	g.input.Insert(read.Back)
	if read.Code != "" {
		g.hint = lang.Of("seal.scanned")
	}
	if read.Consumed || g.proving {
		return "", false
	}
	switch m.String() {
	case "ctrl+r":
		g.input.Secret = !g.input.Secret
	case "enter":
		if g.input.Value() == "" || g.left() > 0 {
			return "", false
		}
		g.proving = true
		return g.input.Value(), true
	default:
		g.input.Update(m)
	}
	return "", false
}

// point takes pastes and clicks.
func (g *gate) point(msg tea.Msg) {
	if !g.proving {
		g.input.Update(kit.Shift(msg, g.x, g.top+g.y))
	}
}

// keys are told in the footer; the last one is how the one who shows the gate leaves it.
func (g *gate) keys(leave kit.Binding) kit.Bindings {
	show := lang.Key("seal.show")
	if !g.input.Secret {
		show = "seal.hide"
	}
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "seal.open"},
		{Keys: []string{"ctrl+r"}, Label: show},
		{Keys: []string{"f2"}, Label: "seal.language"},
		leave,
	}
}

// status is how it stands, and how it is meant.
func (g *gate) status() (kit.Kind, lang.Phrase) {
	left := g.left()
	wait := lang.Of("seal.wait", "time", clock(left))
	switch {
	case g.proving:
		return kit.Plain, lang.Of("seal.proving")
	case !g.hint.None():
		return kit.Warn, g.hint
	case g.missed && left > 0:
		return kit.Bad, lang.Of("seal.wrong-wait", "wait", wait)
	case g.missed:
		return kit.Bad, lang.Of("seal.wrong")
	case left > 0:
		return kit.Warn, lang.Of("seal.before-wait", "n", g.wrong, "wait", wait)
	case g.wrong > 0:
		return kit.Warn, lang.Of("seal.before", "n", g.wrong)
	}
	return kit.Plain, lang.Phrase{}
}

// clock writes a time of waiting as 0:08.
func clock(d time.Duration) string { return time.Time{}.Add(d).Format("4:05") }

// View draws what is asked, the field, and how it stands. In a low window what is asked goes first.
func (g *gate) View(w, h int) string {
	intro := append(g.look.Wrap(g.look.Say(g.intro), max(1, w-3)), "")
	status := g.said(w, h)
	if len(intro)+1+len(status) > h {
		intro = nil
	}
	lines := append(append(intro, g.field(w)), status...)
	g.y = len(intro)
	for i, line := range lines {
		if line != "" {
			lines[i] = " " + line
		}
	}
	return kit.Fit(strings.Join(lines, "\n"), w, h)
}

// field is the line that is typed in; in a narrow window it stands without its label.
func (g *gate) field(w int) string {
	label := g.look.Say("seal.passphrase") + "  "
	if w < 2*kit.Width(label) {
		label = ""
	}
	g.x = 1 + kit.Width(label) + kit.Width(g.look.FieldBefore)
	room := max(1, w-1-g.x-kit.Width(g.look.FieldAfter))
	view := g.input.View(room+1, 1)
	return label + g.look.FieldBefore + view + strings.Repeat(" ", max(0, room-kit.Width(view))) + g.look.FieldAfter
}

// said are the lines below the field.
func (g *gate) said(w, h int) []string {
	kind, said := g.status()
	if said.None() {
		return nil
	}
	toast := kit.NewToast(g.look)
	toast.Show(kind, said)
	need := min(max(1, h-1), len(g.look.Wrap(toast.Text(), max(1, w-4))))
	return append([]string{""}, strings.Split(toast.View(w-1, need), "\n")...)
}

// Cursor is in the field.
func (g *gate) Cursor() (x, y int, ok bool) {
	x, _, ok = g.input.Cursor()
	return x + g.x, g.y, ok && !g.proving
}
