package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/ident"
	"hadir/ui/filing"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// preview shows a paper as text, as it would be printed now.
type preview struct {
	env   *Env
	event model.Event
	kind  filing.Kind
	text  []string
	page  *kit.Page
	w     int // cells for which the page's lines were made
}

func newPreview(env *Env, event model.Event, m filing.Made) *preview {
	p := &preview{env: env, event: event, kind: m.Kind, text: masked(m), page: kit.NewPage(env.Look, nil)}
	return p
}

// masked is the text of papers, of those that name people with their numbers masked: others may look at the screen, and on paper
// they stand whole.
func masked(m filing.Made) []string {
	lines := m.Text()
	if !m.Personal() {
		return lines
	}
	for i, line := range lines {
		lines[i] = ident.MaskIn(line, maskSign)
	}
	return lines
}

// Init has nothing to fetch: the paper was made already.
func (p *preview) Init() tea.Cmd { return nil }

// Title names the paper and the event.
func (p *preview) Title() string {
	return strings.ToUpper(p.env.Say(filing.KindWords(p.kind))) + "  " + p.event.Theme
}

// Sample reports whether the event is sample data.
func (p *preview) Sample() bool { return p.event.Sample }

// Help explains what is shown.
func (p *preview) Help() []lang.Key { return []lang.Key{"papers.help-preview"} }

// Keys are the ways to the event's parts.
func (p *preview) Keys() kit.Bindings { return p.env.partKeys(p.event.ID, "") }

// Update moves through the text.
func (p *preview) Update(msg tea.Msg) tea.Cmd { return p.page.Update(msg) }

// View draws the text.
func (p *preview) View(w, h int) string {
	if p.w != w {
		var all []string
		for _, line := range p.text {
			all = append(all, p.env.Wrap(line, max(1, w-1))...)
		}
		p.page.SetLines(all)
		p.w = w
	}
	return p.page.View(w, h)
}

// Cursor is at the top of the text.
func (p *preview) Cursor() (x, y int, ok bool) { return p.page.Cursor() }
