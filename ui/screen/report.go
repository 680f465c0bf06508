package screen

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// copyMost is how many bytes of text are sent to a clipboard: terminals drop a longer one without a word (74,994 letters of
// base 64 is the limit that most have).
const copyMost = 74994 / 4 * 3

// reportKind is what a report says.
type reportKind int

const (
	attendanceText reportKind = iota // the short report
	missingText                      // who is missing
)

// report is a text about a session's attendance, to be read, copied and saved. It follows what every desk commits; what is
// copied or saved is what is shown.
type report struct {
	*attendance
	kind   reportKind
	hidden bool      // phones are left out
	code   string    // the language in which the text was made
	text   string    // as it is copied and saved
	page   *kit.Page // the text in lines
	w      int       // cells for which the page's lines were made
}

// textSaved is what became of saving a text.
type textSaved struct {
	of   *report
	path string
	err  error
}

// NewReport is the short report of an event's session; the zero session is the one that every event has.
func NewReport(env *Env, event, session model.ID) Screen {
	return newReport(env, event, session, attendanceText)
}

// NewMissing is the list of those who are missing from an event's session.
func NewMissing(env *Env, event, session model.ID) Screen {
	return newReport(env, event, session, missingText)
}

func newReport(env *Env, event, session model.ID, kind reportKind) *report {
	return &report{attendance: newAttendance(env, event, session), kind: kind, hidden: true, page: kit.NewPage(env.Look, nil)}
}

// Init reads the attendance.
func (r *report) Init() tea.Cmd { return r.read() }

// Title names the text and the event.
func (r *report) Title() string {
	if r.kind == missingText {
		return r.headed(r.env.Say("report.title-missing"))
	}
	return r.headed(r.env.Say("report.title"))
}

// Sample reports whether the event is sample data.
func (r *report) Sample() bool { return r.about().Sample }

// Help explains what no key tells.
func (r *report) Help() []lang.Key { return []lang.Key{"report.help"} }

// Keys are the commands.
func (r *report) Keys() kit.Bindings {
	keys := kit.Bindings{
		{Keys: []string{"c"}, Label: "report.key-copy", Do: r.copy, Disabled: r.unread},
		{Keys: []string{"s", "ctrl+s"}, Label: "report.key-save", Do: r.save, Disabled: r.unread},
	}
	if r.kind == missingText {
		keys = append(keys, kit.Binding{Keys: []string{"p"}, Label: "report.key-phones", Do: r.hidePhones})
	}
	return append(keys, r.env.partKeys(r.event, "")...)
}

func (r *report) unread() (lang.Phrase, bool) { return lang.Of("guests.reading"), r.hall == nil }

// Update takes a message; of keys, those that are no command.
func (r *report) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case attendanceRead:
		taken, cmd := r.take(m)
		if taken {
			r.write()
		}
		return cmd
	case Committed:
		changed, _, again := r.heard(m.Commit)
		if changed {
			r.write()
		}
		return again
	case textSaved:
		if m.of == r {
			return m.tell()
		}
		return nil
	}
	return r.page.Update(msg)
}

// write makes the text anew.
func (r *report) write() {
	r.code = r.env.Code()
	if r.kind == missingText {
		r.text = r.env.MissingText(r.hall, r.part(), !r.hidden)
	} else {
		r.text = r.env.ReportText(r.hall, r.part())
	}
	r.w = 0
}

// View draws the text.
func (r *report) View(w, h int) string {
	if r.hall == nil {
		return r.env.Muted.Render(r.env.Cut(r.env.Say("guests.reading"), w-1))
	}
	if r.code != r.env.Code() {
		r.write()
	}
	if r.w != w {
		var all []string
		for line := range strings.Lines(r.text) {
			all = append(all, r.env.Wrap(strings.TrimSuffix(line, "\n"), max(1, w-1))...)
		}
		r.page.SetLines(all)
		r.w = w
	}
	return r.page.View(w, h)
}

// Cursor is at the top of the text.
func (r *report) Cursor() (x, y int, ok bool) { return 0, 0, r.hall != nil }

// hidePhones leaves the phones out, or puts them back.
func (r *report) hidePhones() tea.Cmd {
	r.hidden = !r.hidden
	if r.hall != nil {
		r.write()
	}
	return nil
}

// copy asks the terminal to put the text on the clipboard of the machine that it runs on. No answer comes back from there,
// so the sentence tells what to do if nothing can be pasted.
func (r *report) copy() tea.Cmd {
	if len(r.text) > copyMost {
		return say(kit.Warn, "report.too-long", "n", r.env.Number(len(r.text)))
	}
	return tea.Batch(tea.SetClipboard(r.text), say(kit.Good, "report.copied"))
}

// save writes the text into a file of its own.
func (r *report) save() tea.Cmd {
	out := textSaved{of: r}
	name, words, store := r.fileName(), r.text, r.env.Store
	return r.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) (err error) {
			out.path, err = store.SaveText(ctx, name, words)
			return err
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

// fileName tells what the text is and of which day, and nothing about anybody.
func (r *report) fileName() string {
	key := lang.Key("report.file")
	if r.kind == missingText {
		key = "report.file-missing"
	}
	name := r.env.Say(key)
	if day := r.hall.Session.Date; day != "" {
		name += "-" + day
	}
	return name
}

// tell says where the text stands now.
func (m textSaved) tell() tea.Cmd {
	if m.err != nil {
		return say(kit.Bad, "report.unsaved", "why", Failure(m.err))
	}
	return say(kit.Good, "report.saved", "path", m.path)
}
