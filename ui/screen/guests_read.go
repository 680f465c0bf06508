package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
)

// attendance is one session's hall as a screen holds it: read once, then kept in step with what every desk commits. A screen
// that lists guests embeds it.
type attendance struct {
	env            *Env
	event, session model.ID
	hall           *hall.Hall // nil: not read yet
	sessions       []model.Session
	reading        round
}

// attendanceRead is the attendance as it was when the reading of that number was made.
type attendanceRead struct {
	sitting
	of     *attendance
	number int
}

func newAttendance(env *Env, event, session model.ID) *attendance {
	return &attendance{env: env, event: event, session: session}
}

// read reads the attendance anew; an earlier reading that is still under way is dropped when it comes.
func (a *attendance) read() tea.Cmd {
	a.reading = round{number: a.reading.number + 1, under: true}
	out := attendanceRead{of: a, number: a.reading.number}
	store, event, session := a.env.Store, a.event, a.session
	return func() tea.Msg {
		out.sitting = readSitting(store, event, session)
		return out
	}
}

// take takes a reading over; false when it is another screen's, too late, or went wrong, which then is said.
func (a *attendance) take(m attendanceRead) (taken bool, cmd tea.Cmd) {
	if m.of != a || m.number != a.reading.number {
		return false, nil
	}
	since := a.reading.since
	a.reading.under, a.reading.since = false, nil
	if m.err != nil {
		return false, unread(m.err)
	}
	a.hall, a.sessions = m.hall, m.sessions
	var cmds []tea.Cmd
	for _, c := range since {
		_, _, again := a.heard(c)
		cmds = append(cmds, again)
	}
	return true, tea.Batch(cmds...)
}

// heard takes in what was committed: whether anything changed here at all, and whether the list of guests itself did. The
// command reads anew where a fold is not enough.
func (a *attendance) heard(c model.Commit) (changed, listed bool, again tea.Cmd) {
	if a.reading.under {
		a.reading.since = append(a.reading.since, c)
	}
	if a.hall == nil {
		return false, false, nil
	}
	changed, stale := a.hall.Apply(c)
	for _, r := range c.Records {
		if r.Key.Event != a.event {
			continue
		}
		listed = listed || r.Key.Kind == model.KindGuest
		stale = stale || r.Key.Kind == model.KindSession
	}
	if stale {
		again = a.read()
	}
	return changed, listed, again
}

// about is the event, as far as it has been read.
func (a *attendance) about() model.Event {
	if a.hall == nil {
		return model.Event{}
	}
	return a.hall.Event
}

// part names the session where the event has several; empty where it has one.
func (a *attendance) part() string {
	for i, s := range a.sessions {
		if len(a.sessions) > 1 && s.ID == a.session {
			return a.env.sessionName(s, i+1)
		}
	}
	return ""
}

// headed is a heading with the event's theme behind it.
func (a *attendance) headed(title string) string {
	if theme := a.about().Theme; theme != "" {
		title += "  " + theme
	}
	return title
}

// clock is a moment as people at the event read it.
func (a *attendance) clock(e model.Element) string { return a.env.Clock(a.about(), e.When()) }

// seatWords says what happened to a guest, with the time of those who came: "hadir 08.52".
func (a *attendance) seatWords(s model.Seat) string {
	words := a.env.Say(stateWords(s.State))
	if s.Came() {
		words += " " + a.clock(s.Since)
	}
	return words
}
