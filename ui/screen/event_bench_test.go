package screen_test

import (
	"context"
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/ui"
	"hadir/ui/screen"
)

// longList answers the pages of one event from memory, and home with many events.
type longList struct {
	bigStore
	guests []model.Guest
	events []model.Event
}

func (s longList) Record(context.Context, model.Key) (model.Record, error) {
	return model.Record{Key: model.EventKey(s.hall.Event.ID)}, nil
}

func (s longList) Counts(context.Context, model.ID, model.ID) (model.Counts, error) {
	return model.Counts{}, nil
}

func (s longList) Copied(context.Context, model.ID) (model.Copied, error) {
	return model.Copied{Guests: s.guests}, nil
}

func (s longList) Due(context.Context, string, string, int) (late, soon int, first []model.Action, err error) {
	return 0, 0, nil, nil
}

func (s longList) Event(context.Context, model.ID) (model.Event, error) { return s.hall.Event, nil }

func (s longList) Notices() []model.Notice { return nil }

func (s longList) Roles(context.Context, model.ID) ([]model.Role, error) { return nil, nil }

func (s longList) Questions(context.Context, model.ID) ([]model.Question, error) { return nil, nil }

func (s longList) Actions(context.Context, model.ID) ([]model.Action, error) { return nil, nil }

func (s longList) OpenPromises(context.Context, model.ID) ([]model.Action, error) { return nil, nil }

func (s longList) Evidence(context.Context, model.ID) ([]model.Evidence, error) { return nil, nil }

func (s longList) Drafts(context.Context) ([]model.Draft, error) { return nil, nil }

func (s longList) Events(context.Context) ([]model.Event, error) { return s.events, nil }

// BenchmarkListKey measures a key to its finished frame, without the terminal, on lists of n events or guests.
func BenchmarkListKey(b *testing.B) {
	for name, front := range map[string]func(env *screen.Env, event model.ID) screen.Screen{
		"home":  func(env *screen.Env, _ model.ID) screen.Screen { return screen.NewHome(env) },
		"event": func(env *screen.Env, event model.ID) screen.Screen { return screen.NewEvent(env, event) },
		"copy":  func(env *screen.Env, event model.ID) screen.Screen { return screen.NewCopy(env, event) },
	} {
		for _, n := range []int{100, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				root := listOf(n, front)
				down := tea.KeyPressMsg{Code: tea.KeyDown}
				for b.Loop() {
					root.Update(down)
					root.View()
				}
			})
		}
	}
}

// listOf is the program in front of a list of n.
func listOf(n int, front func(env *screen.Env, event model.ID) screen.Screen) *ui.Root {
	guests := crowd(n)
	event := model.Event{ID: model.HashID(nil, "event"), Theme: "Pencegahan CPMI Nonprosedural", Date: "2023-11-21"}
	events := make([]model.Event, n)
	for i := range events {
		events[i] = model.Event{ID: guests[i].ID, Theme: guests[i].Name, Venue: guests[i].Institution, Date: "2023-12-01"}
	}
	root := inMemory(longList{bigStore{hall: hall.New(event, model.Session{}, guests, make([]string, n), nil)}, guests, events}, func(env *screen.Env) screen.Screen {
		return front(env, event.ID)
	})
	perform(root, root.Init())
	return root
}

// perform runs a command and what follows from it, but for what waits for the clock.
func perform(root *ui.Root, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			perform(root, c)
		}
	default:
		_, next := root.Update(msg)
		perform(root, next)
	}
}
