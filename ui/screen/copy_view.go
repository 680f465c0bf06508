package screen

import (
	"strings"

	"hadir/ui/kit"
)

// copyHead is how many lines stand above the guests.
const copyHead = 4

// View draws the day, and below it the guests, or the one who is being corrected.
func (s *copySheet) View(w, h int) string {
	var question string
	body := s.list.View
	switch {
	case s.asking != nil:
		question = s.asking.View(w, min(h, 4))
	case s.form != nil:
		body = s.form.View
	}
	return kit.Frame(w, h, strings.Join(s.head(w), "\n"), question, body)
}

func (s *copySheet) head(w int) []string {
	mark := s.env.Mark
	if s.inList {
		mark = s.env.NoMark
	}
	label := s.env.Say("event.date") + "  "
	echo := ""
	if s.date.Value() != "" {
		said, wrong := dateEcho(s.env)(s.date.Value())
		switch {
		case wrong.None():
			echo = s.env.Muted.Render(s.env.Cut("= "+said, w-3))
		case s.tried || s.inList:
			echo = s.env.Bad.Render(s.env.Cut(s.env.BadMark+s.env.Tell(wrong), w-3))
		}
	}
	title := s.env.Say("copy.guests", "n", s.env.Number(s.taken()), "total", s.env.Number(len(s.all)))
	if s.form != nil {
		title = s.env.Say("guest.heading", "who", s.env.introduced(*s.whom))
	}
	extra := ""
	if s.extra > 0 {
		extra = s.env.Muted.Render(s.env.Cut(s.env.Say("copy.extra", "n", s.extra), w-1))
	}
	return []string{
		mark + label + s.env.FieldBefore + s.date.View(w-kit.Width(mark+label)-3, 1) + s.env.FieldAfter,
		"  " + echo, extra, s.env.Title.Render(s.env.Cut(title, w-1)),
	}
}

// taken is how many guests the copy takes along.
func (s *copySheet) taken() int {
	n := len(s.all)
	for _, f := range s.fixed {
		if f.out {
			n--
		}
	}
	return n
}

// Cursor is in the day, on a guest, or in the form.
func (s *copySheet) Cursor() (x, y int, ok bool) {
	switch {
	case s.asking != nil:
		return 0, 0, false
	case s.form != nil:
		x, y, ok = s.form.Cursor()
		return x, y + copyHead, ok
	case s.inList:
		x, y, ok = s.list.Cursor()
		return x, y + copyHead, ok
	}
	x, y, ok = s.date.Cursor()
	return x + kit.Width(s.env.Mark+s.env.Say("event.date")+"  "+s.env.FieldBefore), y, ok
}
