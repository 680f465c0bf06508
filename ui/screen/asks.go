package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/ui/kit"
)

// asks is what a page asks before it does something that is more than one key's worth. A page embeds it; the zero value asks
// nothing.
type asks struct{ asking *kit.Confirm } // nil: nothing is asked

// Asking is so while a question waits for its answer.
func (a *asks) Asking() bool { return a.asking != nil }

// answer takes keys while something is asked: the page below must not act on them. What an answer does may ask the next
// question, and that one stays.
func (a *asks) answer(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	if a.asking == nil || !press(msg) {
		return nil, false
	}
	asked := a.asking
	cmd = asked.Update(msg)
	if a.asking == asked && !asked.Open() {
		a.asking = nil
	}
	return cmd, true
}

// question draws what is asked in at most high lines; empty while nothing is.
func (a *asks) question(w, high int) string {
	if a.asking == nil {
		return ""
	}
	return a.asking.View(w, high)
}
