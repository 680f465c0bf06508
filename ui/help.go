package ui

import (
	tea "charm.land/bubbletea/v2"

	"hadir/ui/kit"
	"hadir/ui/lang"
)

// help is the page that explains a screen; Esc, Enter, F1 or q closes it.
type help struct {
	*kit.Page
	closed bool
}

func newHelp(look kit.Look, w int, about []lang.Key, here, everywhere kit.Bindings) *help {
	part := kit.Keys{Title: "root.help-here", Bindings: here, Within: w - 1}
	for _, key := range about {
		part.About = append(part.About, look.Wrap(look.Say(key), max(1, w-3))...)
	}
	return &help{Page: kit.NewHelp(look, part, kit.Keys{Title: "root.help-everywhere", Bindings: everywhere, Within: w - 1})}
}

// Update closes the page, or scrolls it.
func (h *help) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc", "enter", "f1", "?", "q":
			h.closed = true
			return nil
		}
	}
	return h.Page.Update(msg)
}

// Open reports whether the page is still being read.
func (h *help) Open() bool { return !h.closed }
