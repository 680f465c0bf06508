package kit

import (
	"maps"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
)

// Form is a page of fields to fill in and save. Tab and Shift+Tab move, Enter moves on (in a field of many lines it is a
// new line), Ctrl+S saves from anywhere; what is wrong is said below the field once it was left, and at saving the focus
// goes to the first such field. Esc leaves, and asks once when something would be lost.
type Form struct {
	Button lang.Key // what the button says; "": that it saves

	look   Look
	slots  []*slot
	save   func(values map[string]string) tea.Cmd
	cancel func() tea.Cmd

	at     int               // the focused field; len(slots) is the button
	base   map[string]string // the values that are kept elsewhere already
	sent   map[string]string // the values that are being saved; nil: none are
	asking *Confirm          // nil: nothing is being asked
	kind   Kind              // of the sentence beside the button,
	said   lang.Phrase       // and the sentence
	w      int               // cells of the last View
	top    int               // the first line in sight
	line   int               // the button's line, within the form, at the last View
	askY   int               // where the question began at the last View
}

// NewForm makes an empty form. save is given the values of a form in which nothing is wrong, as Snapshot gives them; its
// outcome comes back by Saved, Failed or Reject. cancel is what leaving does.
func NewForm(look Look, fields []Field, save func(values map[string]string) tea.Cmd, cancel func() tea.Cmd) *Form {
	f := &Form{look: look, save: save, cancel: cancel}
	for _, field := range fields {
		f.slots = append(f.slots, newSlot(look, field))
	}
	f.base = f.Snapshot()
	return f
}

// Snapshot gives the values as they stand, by the fields' IDs; a FindField's typed words under its ID and ".text".
func (f *Form) Snapshot() map[string]string {
	values := map[string]string{}
	for _, s := range f.slots {
		s.put(values)
	}
	return values
}

// Fill puts in values that are kept elsewhere already, such as those of a record to be corrected: the form is then not
// changed. Fields that values does not name stay as they are.
func (f *Form) Fill(values map[string]string) {
	f.Restore(values)
	f.base = f.Snapshot()
}

// Restore puts in values that are kept nowhere else, such as those of a draft.
func (f *Form) Restore(values map[string]string) {
	for _, s := range f.slots {
		s.set(values)
	}
}

// Changed reports whether the form holds anything that is not kept elsewhere.
func (f *Form) Changed() bool { return !maps.Equal(f.base, f.Snapshot()) }

// Saving reports whether what save was given is under way.
func (f *Form) Saving() bool { return f.sent != nil }

// Saved says that what save was given is kept. What was typed since then still counts as changed.
func (f *Form) Saved() {
	if f.sent != nil {
		f.base, f.sent = f.sent, nil
	}
	f.say(Good, lang.Of("kit.saved"))
}

// Failed says that what save was given is not kept, and why.
func (f *Form) Failed(why lang.Phrase) {
	f.sent = nil
	f.say(Bad, why)
}

// Reject says that what save was given is not kept because of one field, and takes the focus there.
func (f *Form) Reject(id string, why lang.Phrase) {
	f.Failed(lang.Of("kit.not-saved"))
	for i, s := range f.slots {
		if s.ID == id {
			f.at, s.wrong = i, why
		}
	}
}

func (f *Form) say(kind Kind, said lang.Phrase) { f.kind, f.said = kind, said }

// Reveal shows what stands in the form's secret fields, or hides it again.
func (f *Form) Reveal(shown bool) {
	for _, s := range f.slots {
		if in, ok := s.control.(*Input); ok && s.Secret {
			in.Secret = !shown
		}
	}
}

// Focus goes to the field with this ID.
func (f *Form) Focus(id string) {
	for i, s := range f.slots {
		if s.ID == id {
			f.focus(i)
		}
	}
}

// Focused is the ID of the focused field; "" when the focus is on the button.
func (f *Form) Focused() string {
	if s := f.focused(); s != nil {
		return s.ID
	}
	return ""
}

// focused is the field that keys go to; nil when that is the button.
func (f *Form) focused() *slot {
	if f.at < len(f.slots) {
		return f.slots[f.at]
	}
	return nil
}

// focus leaves one field for another, which is when the one that was left is looked at.
func (f *Form) focus(i int) {
	i = max(0, min(i, len(f.slots)))
	if s := f.focused(); s != nil && i != f.at {
		if find, ok := s.control.(*Find); ok {
			find.leave()
		}
		s.check()
	}
	f.at = i
}

// Update takes keys, pastes, clicks, and suggestions that arrive later.
func (f *Form) Update(msg tea.Msg) tea.Cmd {
	if late, ok := msg.(Suggestions); ok {
		f.take(late)
		return nil
	}
	if f.asking != nil {
		cmd := f.asking.Update(Shift(msg, 0, f.askY))
		if !f.asking.Open() {
			f.asking = nil
		}
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if cmd, done := f.press(msg.String()); done {
			return cmd
		}
		if f.chooses(msg.String()) {
			cmd := f.pass(msg)
			f.focus(f.at + 1)
			return cmd
		}
	case tea.MouseClickMsg:
		return f.click(msg)
	case tea.MouseWheelMsg:
		if s := f.focused(); s == nil || s.Kind != AreaField {
			f.focus(f.at + wheel(msg)/wheelStep)
			return nil
		}
	}
	return f.pass(msg)
}

// chooses reports whether a key takes the suggestion that was marked at once: where speed matters the form then goes on.
func (f *Form) chooses(key string) bool {
	s := f.focused()
	if s == nil || key != "enter" {
		return false
	}
	find, ok := s.control.(*Find)
	return ok && find.First && find.takes(key)
}

// pass gives a message to the focused field. What was wrong there is looked at again at each key, so that it goes away
// when it is mended.
func (f *Form) pass(msg tea.Msg) tea.Cmd {
	s := f.focused()
	if s == nil {
		return nil
	}
	cmd := s.control.Update(msg)
	if !s.wrong.None() {
		s.check()
	}
	return cmd
}

// press does what a key does to the form as a whole; false leaves it to the focused field.
func (f *Form) press(key string) (cmd tea.Cmd, done bool) {
	s := f.focused()
	switch {
	case key == "ctrl+s" || s == nil && (key == "enter" || key == "space"):
		return f.submit(), true
	case s != nil && s.takes(key):
		return nil, false
	case key == "esc":
		return f.leave(), true
	case key == "tab" || key == "enter" || key == "down":
		f.focus(f.at + 1)
	case key == "shift+tab" || key == "up":
		f.focus(f.at - 1)
	default:
		return nil, false
	}
	return nil, true
}

// submit saves when nothing is wrong. A second Ctrl+S while the first is being written writes nothing twice.
func (f *Form) submit() tea.Cmd {
	if f.sent != nil {
		return nil
	}
	if s := f.focused(); s != nil {
		if find, ok := s.control.(*Find); ok {
			find.leave()
		}
	}
	wrong := 0
	for i := len(f.slots) - 1; i >= 0; i-- {
		if !f.slots[i].check() {
			f.at = i
			wrong++
		}
	}
	if wrong > 0 {
		f.say(Bad, lang.Of("kit.mend", "n", wrong))
		return nil
	}
	f.sent = f.Snapshot()
	f.say(Plain, lang.Of("kit.saving"))
	return f.save(f.sent)
}

// leave asks first when something would be lost, and waits for a save that is under way.
func (f *Form) leave() tea.Cmd {
	switch {
	case f.sent != nil:
		return nil
	case !f.Changed():
		return f.cancel()
	}
	f.asking = NewConfirm(f.look, lang.Of("kit.leave"), Answer{Label: "kit.resume"},
		Answer{Label: "kit.save", Do: f.submit}, Answer{Label: "kit.discard", Do: f.cancel})
	return nil
}

// take shows suggestions in the field that they were asked for.
func (f *Form) take(late Suggestions) {
	for _, s := range f.slots {
		if find, ok := s.control.(*Find); ok && s.ID == late.Field {
			find.Take(late)
		}
	}
}

// click focuses the field that was clicked, and gives it the click, so that the caret goes where the eye is.
func (f *Form) click(msg tea.MouseClickMsg) tea.Cmd {
	y := msg.Y + f.top
	for i, s := range f.slots {
		if y >= s.top && y < s.top+s.high {
			f.focus(i)
			if s.y <= y && msg.X >= s.x {
				return f.pass(Shift(msg, s.x, s.y-f.top))
			}
			return nil
		}
	}
	if y == f.line {
		f.focus(len(f.slots))
	}
	return nil
}
