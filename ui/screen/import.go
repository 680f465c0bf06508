package screen

import (
	"context"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/sheet"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// importer is the way of an invited list into an event. Its parts stand on one another as screens do, so Esc goes one step
// back and finds it as it was left:
//
//	file ─> (sheet) ─> columns ─> rows ─> done
//
// Between two parts stands, while it lasts, the work that leads from one to the next. Nothing is written before the last
// step, and that is one act.
type importer struct {
	env   *Env
	id    model.ID
	event model.Event
	parts []importPart
	book  *sheet.Book
}

// importPart is one step of an import.
type importPart interface {
	Update(msg tea.Msg) tea.Cmd
	View(w, h int) string
	Cursor() (x, y int, ok bool)
	Keys() kit.Bindings
	heading() lang.Phrase // what is to be done here
}

// importOpened is the event that a list is imported into.
type importOpened struct {
	importer *importer
	event    model.Event
	err      error
}

// NewImport imports a list into the event with this ID.
func NewImport(env *Env, event model.ID) Screen {
	i := &importer{env: env, id: event}
	i.parts = []importPart{newFilePick(env, func(path string) tea.Cmd { return i.read(path, "") })}
	return i
}

// Init reads the event, and the folder in which the last list was found.
func (i *importer) Init() tea.Cmd {
	store, id := i.env.Store, i.id
	return tea.Batch(i.picker().Init(), func() tea.Msg {
		e, err := store.Event(context.Background(), id)
		return importOpened{i, e, err}
	})
}

// picker is the first part.
func (i *importer) picker() *filePick { return i.parts[0].(*filePick) }

func (i *importer) top() importPart { return i.parts[len(i.parts)-1] }

// push puts a part on top.
func (i *importer) push(p importPart) { i.parts = append(i.parts[:len(i.parts):len(i.parts)], p) }

// pop takes the part on top away.
func (i *importer) pop() { i.parts = i.parts[:len(i.parts)-1] }

// Title names the event.
func (i *importer) Title() string {
	title := i.env.Say("import.title")
	if i.event.Theme != "" {
		title += "  " + i.event.Theme
	}
	return title
}

// Sample reports whether the event is sample data.
func (i *importer) Sample() bool { return i.event.Sample }

// Help explains what an import does and what it leaves alone.
func (i *importer) Help() []lang.Key { return []lang.Key{"import.help"} }

// Typing is so where letters filter files.
func (i *importer) Typing() bool {
	t, ok := i.top().(Typist)
	return ok && t.Typing()
}

// Asking is so while a part asks something above itself.
func (i *importer) Asking() bool {
	o, ok := i.top().(Overlaid)
	return ok && o.Asking()
}

// Keys are those of the step in front, and the way back to the one before.
func (i *importer) Keys() kit.Bindings {
	keys := append(i.top().Keys(), i.env.askKeys(i.id)...)
	// At the first step Esc leaves, at the last one too, and what is asked has an Esc of its own.
	if _, last := i.top().(*importDone); last || len(i.parts) == 1 || i.Asking() {
		return keys
	}
	return append(keys, kit.Binding{Keys: []string{"esc"}, Label: "import.step-back", Do: i.back})
}

// back goes one step back; work that is under way is given up, but for writing, which is no longer this screen's to stop.
func (i *importer) back() tea.Cmd {
	w, working := i.top().(*importWork)
	switch {
	case !working:
		i.pop()
		return nil
	case w.stop == nil:
		return say(kit.Plain, "import.cannot-stop")
	}
	w.stop()
	i.pop()
	return say(kit.Plain, "import.stopped")
}

// Update takes what work in the background tells, wherever in the steps one is; all else goes to the step in front.
func (i *importer) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case importOpened:
		if m.importer != i {
			return nil
		}
		i.event = m.event
		if m.err != nil {
			return unread(m.err)
		}
		return nil
	case importNews:
		return i.hear(m)
	case importWritten:
		return i.written(m)
	case folderRead:
		return i.picker().Update(msg)
	case Committed:
		return i.heard(m.Commit)
	}
	return i.top().Update(kit.Shift(msg, 0, 1))
}

// hear takes news of the work on top; of any other it is too late.
func (i *importer) hear(m importNews) tea.Cmd {
	work, ok := i.top().(*importWork)
	if !ok || work != m.work {
		return nil
	}
	if m.then == nil {
		work.at(m.done, m.what)
		return work.wait
	}
	i.pop()
	return m.then()
}

// read reads a file, of a workbook the worksheet of that name. A workbook with several sheets asks which one, once.
func (i *importer) read(path, worksheet string) tea.Cmd {
	store := i.env.Store
	return i.begin(lang.Of("import.reading", "file", filepath.Base(path)), 2, func(ctx context.Context, tell progress) func() tea.Cmd {
		book, err := store.ReadTable(ctx, path, worksheet)
		if err != nil {
			return func() tea.Cmd { return i.refused(err) }
		}
		tell(1, lang.Of("import.guessing", "n", i.env.Number(len(book.Rows))))
		columns := newColumnMap(i.env, book, i.plan)
		return func() tea.Cmd {
			i.book = book
			if worksheet == "" && len(book.Sheets) > 1 {
				i.push(newSheetPick(i.env, book, func(name string) tea.Cmd {
					if name != book.Sheet {
						return i.read(path, name)
					}
					i.push(columns)
					return nil
				}))
				return nil
			}
			i.push(columns)
			return nil
		}
	})
}

// refused says why a file could not be read, where the next one is chosen.
func (i *importer) refused(err error) tea.Cmd {
	i.parts = i.parts[:1]
	i.picker().wrong = FileFault(err)
	return nil
}

// heard plans anew when the event's guests have changed under a plan.
func (i *importer) heard(c model.Commit) tea.Cmd {
	r, ok := i.top().(*importRows)
	if !ok || !touchesGuests(c, i.id) {
		return nil
	}
	i.pop()
	return i.planAgain(r)
}

// touchesGuests reports whether a commit changed guests of the event.
func touchesGuests(c model.Commit, event model.ID) bool {
	if c.Bulk {
		return true
	}
	for _, r := range c.Records {
		if r.Key.Kind == model.KindGuest && r.Key.Event == event {
			return true
		}
	}
	return false
}

// View draws the part on top, below what is to be done there.
func (i *importer) View(w, h int) string {
	head := i.env.Accent.Render(i.env.Cut(i.env.Tell(i.top().heading()), w-1))
	return kit.Frame(w, h, head, "", i.top().View)
}

// Cursor is in the step, which stands below one line.
func (i *importer) Cursor() (x, y int, ok bool) {
	x, y, ok = i.top().Cursor()
	return x, y + 1, ok
}
