package screen

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hadir/model"
	"hadir/model/name"
	"hadir/model/term"
	"hadir/ui/kit"
)

// storyNear is the event that stands next to a story's, of the same theme or place.
type storyNear struct {
	of    *story
	from  model.ID
	found model.ID // zero: there is none
	by    int
	err   error
}

// other changes what the next and previous events have in common with this one.
func (s *story) other() tea.Cmd {
	s.place = !s.place
	if s.place {
		return say(kit.Plain, "story.by-place")
	}
	return say(kit.Plain, "story.by-theme")
}

// near looks for the next event of the same theme or place, by days.
func (s *story) near(by int) tea.Cmd {
	out, store, from, place := storyNear{of: s, from: s.id, by: by}, s.env.Store, s.state.event, s.place
	return func() tea.Msg {
		events, err := store.Events(context.Background())
		out.err = err
		out.found = nearest(events, from, place, by)
		return out
	}
}

// nearest is the event that comes by ways after one of those that are like it; zero where there is none.
func nearest(events []model.Event, from model.Event, place bool, by int) model.ID {
	like := alikeThemes(from)
	if place {
		at := name.FoldText(from.Venue)
		like = func(e model.Event) bool { return at != "" && name.FoldText(e.Venue) == at }
	}
	var row []model.Event
	for _, e := range events {
		if e.ID == from.ID || like(e) {
			row = append(row, e)
		}
	}
	slices.SortFunc(row, func(a, b model.Event) int {
		return cmp.Or(strings.Compare(a.Date+a.Start, b.Date+b.Start), strings.Compare(a.ID.String(), b.ID.String()))
	})
	at := slices.IndexFunc(row, func(e model.Event) bool { return e.ID == from.ID }) + by
	if at < 0 || at >= len(row) {
		return model.ID{}
	}
	return row[at].ID
}

// alikeThemes tells themes that share at least half of their words, whatever their forms and order.
func alikeThemes(from model.Event) func(model.Event) bool {
	var words term.Analyzer
	own := stems(&words, from.Theme)
	return func(e model.Event) bool {
		theirs := stems(&words, e.Theme)
		both := 0
		for w := range own {
			if theirs[w] {
				both++
			}
		}
		return both > 0 && 2*both >= len(own)+len(theirs)-both
	}
}

// stems are the words of a text that say something, without their affixes.
func stems(words *term.Analyzer, text string) map[string]bool {
	out := make(map[string]bool)
	byPlace := make(map[int]string)
	for _, t := range words.Append(nil, text) {
		// The raw word comes first at each position; its stem takes its place.
		if t.Stop || t.Term.Class() == term.Short {
			continue
		}
		byPlace[t.Pos] = t.Term.Text()
	}
	for _, w := range byPlace {
		out[w] = true
	}
	return out
}

// arrive goes to the event that was found.
func (s *story) arrive(m storyNear) tea.Cmd {
	switch {
	case m.of != s || m.from != s.id:
		return nil
	case m.err != nil:
		return unread(m.err)
	case m.found.IsZero() && m.by > 0:
		return say(kit.Plain, "story.no-later")
	case m.found.IsZero():
		return say(kit.Plain, "story.no-earlier")
	}
	s.id, s.known, s.at, s.hit = m.found, false, model.Key{}, -1
	s.page.Seek(0)
	return s.reload()
}

// storySaved is what became of writing the story into a file.
type storySaved struct {
	of   *story
	path string
	err  error
}

// text is the story as it is copied and saved: its lines, without the marks of what is looked for.
func (s *story) text() string {
	out := &paper{env: s.env, w: 100}
	was := s.places
	s.places = make(map[model.Key]int)
	s.tell(out)
	s.places = was
	var t lines
	t.add(s.env.sampleLine(s.state.event))
	t.add(s.state.event.Theme)
	return t.String() + ansi.Strip(strings.Join(out.lines, "\n")) + "\n"
}

// copy asks the terminal to put the story on its clipboard.
func (s *story) copy() tea.Cmd {
	t := s.text()
	if len(t) > copyMost {
		return say(kit.Warn, "story.too-long", "n", s.env.Number(len(t)))
	}
	return tea.Batch(tea.SetClipboard(t), say(kit.Good, "report.copied"))
}

// save writes the story into a file of its own.
func (s *story) save() tea.Cmd {
	out := storySaved{of: s}
	file, t, store := s.env.Say("story.file"), s.text(), s.env.Store
	if day := s.state.event.Date; day != "" {
		file += "-" + day
	}
	return s.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) (err error) {
			out.path, err = store.SaveText(ctx, file, t)
			return err
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

// tell says where the file stands now.
func (m storySaved) tell() tea.Cmd {
	if m.err != nil {
		return say(kit.Bad, "report.unsaved", "why", Failure(m.err))
	}
	return say(kit.Good, "report.saved", "path", m.path)
}
