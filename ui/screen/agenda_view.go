package screen

import (
	"slices"
	"strings"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// timed reports whether anybody has set a time: without any, their column would be empty.
func (s agendaState) timed() bool {
	return slices.ContainsFunc(s.items, func(x model.AgendaItem) bool { return x.Start+x.End != "" })
}

// times are an item's hours, as far as they are known.
func times(start, end string) string {
	if start != "" && end != "" {
		return start + "-" + end
	}
	return start + end
}

// titled is an item's title, marked while it is running.
func (a *agenda) titled(x model.AgendaItem) string {
	if x.ID == a.state.event.Running {
		return a.env.Say("agenda.running-row", "title", x.Title)
	}
	return x.Title
}

// speaker is who carries an item; empty where that is nobody, or a role that was taken away.
func (s agendaState) speaker(x model.AgendaItem) string {
	r, _ := roleOf(s.roles, x.Role)
	return r.FullName()
}

// roleOf is the role with this ID.
func roleOf(roles []model.Role, id model.ID) (model.Role, bool) {
	i := slices.IndexFunc(roles, func(r model.Role) bool { return r.ID == id })
	if i < 0 || id.IsZero() {
		return model.Role{}, false
	}
	return roles[i], true
}

// ItemWords is the word for a kind of item.
func ItemWords(k model.ItemKind) lang.Key {
	if !slices.Contains(model.ItemKinds(), k) {
		k = model.ItemOther
	}
	return lang.Key("agenda.kind." + string(k))
}

// agendaLow is the height below which no key points are shown beside the list.
const agendaLow = 16

// View draws what is running, the items, and the key points of the one under the cursor.
func (a *agenda) View(w, h int) string {
	if !a.known {
		return a.env.Muted.Render(a.env.Cut(a.env.Say("event.reading"), w-1))
	}
	if a.asking != nil {
		return kit.Frame(w, h, "", a.asking.View(w, min(h, 4)), a.list.View)
	}
	head := a.env.Title.Render(a.env.Cut(a.env.Tell(a.now()), w-1))
	a.above = min(1, max(0, h-1))
	a.list.Empty = lang.Of("agenda.empty")
	said := a.said(w, h)
	return kit.Frame(w, h, head, "", func(w, h int) string {
		if said == "" {
			return a.list.View(w, h)
		}
		return kit.Fit(a.list.View(w, len(a.state.items))+"\n"+said, w, h)
	})
}

// now says what is running.
func (a *agenda) now() lang.Phrase {
	for _, x := range a.state.items {
		if x.ID == a.state.event.Running {
			return lang.Of("agenda.now", "title", x.Title, "points", len(x.Points))
		}
	}
	return lang.Of("agenda.now-none")
}

// said is the key points of the item under the cursor, as many lines as the list leaves.
func (a *agenda) said(w, h int) string {
	x, ok := a.list.Selected()
	room := h - 1 - len(a.state.items)
	if !ok || h < agendaLow || room < 3 {
		return ""
	}
	lines := []string{"", a.env.Title.Render(a.env.Cut(a.env.Say("agenda.points-of", "title", x.Title), w-1))}
	if len(x.Points) == 0 {
		lines = append(lines, a.env.Muted.Render(a.env.Cut(a.env.Say("agenda.no-points"), w-1)))
	}
	for _, p := range x.Points {
		for i, line := range a.env.Wrap(p, w-5) {
			before := "  "
			if i == 0 {
				before = "- "
			}
			lines = append(lines, a.env.NoMark+before+line)
		}
	}
	if len(lines) > room {
		lines = append(lines[:room-1], a.env.Muted.Render(a.env.NoMark+a.env.Cut(a.env.Say("agenda.points-more"), w-3)))
	}
	return strings.Join(lines, "\n")
}

// Cursor is in the list while nothing is asked.
func (a *agenda) Cursor() (x, y int, ok bool) {
	x, y, ok = a.list.Cursor()
	return x, y + a.above, ok && a.asking == nil && a.known
}
