package uitest_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// probe is a screen that writes down what reaches it.
type probe struct {
	env   *screen.Env
	heard []string
	press func(key string) tea.Cmd
}

type note string

func (p *probe) Init() tea.Cmd        { return func() tea.Msg { return note("begun") } }
func (p *probe) View(int, int) string { return strings.Join(p.heard, " ") }
func (p *probe) Title() string        { return "PROBE" }
func (p *probe) Keys() kit.Bindings   { return nil }
func (p *probe) Typing() bool         { return true }

func (p *probe) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case note:
		p.heard = append(p.heard, string(m))
	case screen.Committed:
		p.heard = append(p.heard, "committed")
	case tea.KeyPressMsg:
		p.heard = append(p.heard, m.String())
		if p.press != nil {
			return p.press(m.String())
		}
	}
	return nil
}

func after(s string) tea.Cmd { return func() tea.Msg { return note(s) } }

func TestKeysByName(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		p := &probe{env: d.Env}
		d.Show(p)
		d.Keys("su", "enter", "shift+tab", "ctrl+r", "f3", "space", "~")
		d.Type("up")
		if got, want := strings.Join(p.heard, " "), "begun s u enter shift+tab ctrl+r f3 space ~ u p"; got != want {
			d.Errorf("heard %q, want %q", got, want)
		}
	})
}

func TestCommandsRunInOrderAndTheClockStandsStill(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		p := &probe{env: d.Env}
		p.press = func(key string) tea.Cmd {
			return tea.Batch(
				tea.Sequence(tea.Batch(after(key+"1"), after(key+"2")), after(key+"3")),
				tea.Tick(time.Second, func(time.Time) tea.Msg { return note(key + "late") }))
		}
		d.Show(p)
		d.Keys("a")
		d.Sees("begun a a1 a2 a3")
		d.Misses("alate")
		d.Wait(time.Second)
		d.Sees("a3 alate")
		d.Hurry("b", "c")
		d.Sees("b c b1 b2 b3 c1 c2 c3")
	})
}

func TestEveryDeskIsTold(t *testing.T) {
	for _, newsFirst := range []bool{false, true} {
		uitest.Run(t, func(d *uitest.Desk) {
			d.NewsFirst = newsFirst
			other := d.Beside("Meja 2")
			p, q := &probe{env: d.Env}, &probe{env: other.Env}
			p.press = func(string) tea.Cmd {
				act := p.env.Act(model.VerbEdit)
				id := p.env.ID()
				change := act.Change(model.EventKey(id), model.Write(model.EventTheme, "x"))
				return p.env.Write([]model.Change{change}, func(err error) tea.Msg {
					if err != nil {
						return note("failed")
					}
					return note("written")
				})
			}
			d.Show(p)
			other.Show(q)
			d.Keys("a")
			want := "written committed"
			if newsFirst {
				want = "committed written"
			}
			d.Sees(want)
			other.Sees("begun committed")
			d.Fail(model.ErrNoSpace)
			d.Keys("b")
			d.Sees("b failed")
			d.Mend()
			d.Hold()
			d.Keys("c")
			d.Misses("c written", "c committed")
			d.Release()
			d.Sees("c " + want)
		})
	}
}
