package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// Root is the model that Bubble Tea runs.
type Root struct {
	env     *screen.Env
	home    func() screen.Screen // what Home opens
	stack   []screen.Screen
	over    overlay // help or palette; nil: none
	toast   *kit.Toast
	pressed int         // how many keys have been pressed
	holds   func() bool // whether what the toast says still applies; nil: it does
	w, h    int
	// interrupted is set by a first Ctrl+C: people press it to copy, so it takes two to leave.
	interrupted bool
	leaving     bool
	again       *screen.Again // what is to be done once the session has ended; nil: nothing
}

// overlay is what the root itself shows above a screen.
type overlay interface {
	Update(msg tea.Msg) tea.Cmd
	View(w, h int) string
	Cursor() (x, y int, ok bool)
	Open() bool
}

// New makes the root with a first screen; home makes the one that is left when all others are closed.
func New(env *screen.Env, first screen.Screen, home func() screen.Screen) *Root {
	r := &Root{env: env, home: home, toast: kit.NewToast(env.Look), w: 80, h: 24}
	r.stack = []screen.Screen{first}
	return r
}

// Init starts the first screen.
func (r *Root) Init() tea.Cmd { return r.top().Init() }

// Update routes one message.
func (r *Root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		// A minimised console says 0x0; what stood there stands there again afterwards.
		r.w, r.h = max(1, m.Width), max(1, m.Height)
		return r, r.tell(msg)
	case tea.KeyPressMsg:
		return r, r.press(m)
	case tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		return r, r.point(msg)
	case screen.Open, screen.Replace, screen.Back, screen.Reset:
		return r, r.navigate(msg)
	case screen.Said:
		r.say(m.Kind, m.What)
		return r, nil
	case screen.Hint:
		r.say(m.Kind, m.What)
		r.holds = m.Holds
		return r, nil
	case kit.Refused:
		// About a key that has been pressed: the next one is another matter.
		r.say(kit.Warn, m.Why)
		pressed := r.pressed
		r.holds = func() bool { return r.pressed == pressed }
		return r, nil
	case screen.Committed:
		return r, tea.Batch(r.reload(m), r.tell(msg))
	case settingsRead:
		return r, r.configure(m)
	case screen.Again:
		r.again = &m
		r.say(kit.Plain, lang.Phrase{})
		return r, r.hangUp()
	case screen.Quit:
		r.say(kit.Plain, lang.Phrase{})
		return r, r.quit()
	case flushed:
		return r, r.quit()
	case Hangup:
		return r, r.hangUp()
	case kit.Settled:
		return r, r.settle(m)
	}
	return r, r.tell(msg)
}

// say puts a sentence in the place of the last one; the zero Phrase only takes that away.
func (r *Root) say(kind kit.Kind, what lang.Phrase) {
	r.toast.Show(kind, what)
	r.holds = nil
}

// tell gives a message to every screen on the stack.
func (r *Root) tell(msg tea.Msg) tea.Cmd {
	cmds := make([]tea.Cmd, 0, len(r.stack))
	for _, s := range r.stack {
		cmds = append(cmds, s.Update(msg))
	}
	return tea.Batch(cmds...)
}

// press finds out what a key means, from what is uppermost downwards.
func (r *Root) press(m tea.KeyPressMsg) tea.Cmd {
	r.pressed++
	if m.String() == "ctrl+c" {
		return r.interrupt()
	}
	r.interrupted = false
	if r.over != nil {
		cmd := r.over.Update(m)
		if !r.over.Open() {
			r.over = nil
		}
		return cmd
	}
	top := r.top()
	if asking(top) {
		return top.Update(m)
	}
	if cmd, bound := r.commands(top.Keys(), top).Press(m); bound {
		return cmd
	}
	if cmd, bound := r.commands(r.keys(), top).Press(m); bound {
		return cmd
	}
	return top.Update(m)
}

// commands are the bindings that a key can mean now: where letters are text, a letter is not a command.
func (r *Root) commands(bs kit.Bindings, top screen.Screen) kit.Bindings {
	if t, ok := top.(screen.Typist); !ok || !t.Typing() {
		return bs
	}
	out := slices.Clone(bs)
	for i, b := range out {
		out[i].Keys = slices.DeleteFunc(slices.Clone(b.Keys), isLetter)
	}
	return out
}

// isLetter reports whether a key puts a character into a text.
func isLetter(key string) bool { return len([]rune(key)) == 1 || key == "space" }

// point gives what has a place on the screen, or is text, to what is uppermost.
func (r *Root) point(msg tea.Msg) tea.Cmd {
	if r.over != nil {
		return r.over.Update(kit.Shift(msg, 0, headingHeight))
	}
	return r.top().Update(kit.Shift(msg, 0, headingHeight))
}

func asking(s screen.Screen) bool {
	o, ok := s.(screen.Overlaid)
	return ok && o.Asking()
}

func (r *Root) top() screen.Screen { return r.stack[len(r.stack)-1] }

// navigate changes the stack.
func (r *Root) navigate(msg tea.Msg) tea.Cmd {
	r.say(kit.Plain, lang.Phrase{})
	switch m := msg.(type) {
	case screen.Open:
		r.stack = append(r.stack, m.Screen)
		return r.top().Init()
	case screen.Replace:
		if r.descend(m.Screen) {
			return r.top().Update(screen.Resumed{})
		}
		r.stack = append(r.stack[:len(r.stack)-1:len(r.stack)-1], m.Screen)
		return r.top().Init()
	case screen.Reset:
		r.stack = []screen.Screen{m.Screen}
		return r.top().Init()
	}
	if len(r.stack) > 1 {
		r.stack = r.stack[:len(r.stack)-1]
		return r.top().Update(screen.Resumed{})
	}
	// A screen that was opened first, by a command, leads home.
	r.stack = []screen.Screen{r.home()}
	return r.top().Init()
}

// descend goes back to the screen below that stands for the same place as s, if there is one.
func (r *Root) descend(s screen.Screen) bool {
	to, ok := s.(screen.Placed)
	if !ok {
		return false
	}
	for i := len(r.stack) - 2; i >= 0; i-- {
		if at, ok := r.stack[i].(screen.Placed); ok && at.Place() == to.Place() {
			r.stack = r.stack[:i+1]
			return true
		}
	}
	return false
}

// settingsRead is the settings as they are after a commit that changed them.
type settingsRead struct{ me model.Settings }

// reload reads the settings anew when a commit changed them.
func (r *Root) reload(c screen.Committed) tea.Cmd {
	changed := slices.ContainsFunc(c.Commit.Records, func(x model.Record) bool { return x.Key.Kind == model.KindSetting })
	if !changed {
		return nil
	}
	return r.readSettings()
}

// configure takes settings over: from now on they hold for every screen.
func (r *Root) configure(m settingsRead) tea.Cmd {
	r.env.Me = m.me
	if m.me.Lang != "" {
		r.env.Set(m.me.Lang)
	}
	return r.tell(screen.Configured{})
}
