package screen

import (
	"context"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/roster"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// villagesFile reads a list of villages from a file: first the file is picked, then what was read is shown, then it is
// written.
type villagesFile struct {
	env    *Env
	pick   *filePick
	number int  // of the last reading that was asked for
	busy   bool // reading or writing
	found  *villagesFound
	page   *kit.Page // what was found, to be looked at; nil with found
	left   func()    // called when the file has been dealt with
	above  int       // lines above the picker at the last View
}

// villagesFound is what a file holds.
type villagesFound struct {
	file     *villagesFile
	number   int
	path     string
	villages []model.Village
	notes    []roster.Note
	changed  int // how many of the villages are new or differ from the office's list
	err      error
}

// villagesWritten is the outcome of writing them.
type villagesWritten struct {
	file *villagesFile
	n    int
	err  error
}

// newVillagesFile asks for a file; left is called when it has been dealt with.
func newVillagesFile(env *Env, left func()) *villagesFile {
	f := &villagesFile{env: env, left: left}
	f.pick = newFilePick(env, f.read)
	return f
}

// Init reads the folder in which the last list was found.
func (f *villagesFile) Init() tea.Cmd { return f.pick.Init() }

// Keys choose a file, and then say whether what it holds is saved.
func (f *villagesFile) Keys() kit.Bindings {
	back := kit.Binding{Keys: []string{"esc"}, Label: "draft.leave", Do: f.back}
	if f.found == nil {
		return append(f.pick.Keys(), back)
	}
	return kit.Bindings{{Keys: []string{"enter"}, Label: "draft.save", Do: f.save}, back}
}

// back goes from what was found to the files, and from there to the list.
func (f *villagesFile) back() tea.Cmd {
	if f.found == nil {
		f.left()
	}
	f.found, f.page = nil, nil
	return nil
}

// Update takes what was found and what became of saving; all else goes to the page or the files in front.
func (f *villagesFile) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case villagesFound:
		f.take(m)
		return nil
	case villagesWritten:
		if m.file != f {
			return nil
		}
		return f.settle(m)
	}
	if f.page != nil {
		return f.page.Update(msg)
	}
	return f.pick.Update(kit.Shift(msg, 0, f.above))
}

// read reads the file, in a command: it may lie on a stick that answers slowly.
func (f *villagesFile) read(path string) tea.Cmd {
	if f.busy {
		return nil
	}
	f.busy = true
	f.number++
	number, store := f.number, f.env.Store
	return func() tea.Msg {
		out := villagesFound{file: f, number: number, path: path}
		ctx := context.Background()
		book, err := store.ReadTable(ctx, path, "")
		if err != nil {
			out.err = err
			return out
		}
		out.villages, out.notes = roster.Villages(book.Rows)
		changes, err := villageChanges(ctx, store, model.Act{}, out.villages)
		out.changed, out.err = len(changes), err
		return out
	}
}

func (f *villagesFile) take(m villagesFound) {
	if m.file != f || m.number != f.number {
		return
	}
	f.busy = false
	switch {
	case m.err != nil:
		f.pick.wrong = FileFault(m.err)
	case len(m.villages) == 0:
		f.pick.wrong = lang.Of("villages.no-table", "file", filepath.Base(m.path))
	default:
		f.found = &m
		f.page = kit.NewPage(f.env.Look, f.lines(m))
	}
}

// lines tell what was found, village by village, after the rows that could not be used.
func (f *villagesFile) lines(m villagesFound) []string {
	var lines []string
	for _, n := range m.notes {
		lines = append(lines, f.env.Say("villages.note", "line", n.Line, "why", lang.Key("villages."+n.Code), "value", text.Safe(n.Value)))
	}
	for _, v := range m.villages {
		lines = append(lines, text.Safe(v.Code+"  "+villageName(v)+", Kec. "+v.District))
	}
	return lines
}

// save writes what was found: one act. Villages that the file does not name stay as they are.
func (f *villagesFile) save() tea.Cmd {
	if f.busy {
		return nil
	}
	f.busy = true
	act, store, found := f.env.Act(model.VerbImport), f.env.Store, f.found
	n := 0
	return f.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			changes, err := villageChanges(ctx, store, act, found.villages)
			if err != nil {
				return err
			}
			n = len(changes)
			return store.Apply(ctx, changes)
		},
		Done: func(err error) tea.Msg { return villagesWritten{f, n, err} },
	})
}

func (f *villagesFile) settle(m villagesWritten) tea.Cmd {
	f.busy = false
	if m.err != nil {
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	}
	f.left()
	return say(kit.Good, "villages.saved", "n", m.n)
}

// villageChanges writes villages into the office's list, those that are new or differ.
func villageChanges(ctx context.Context, store recordReader, act model.Act, villages []model.Village) ([]model.Change, error) {
	var changes []model.Change
	for _, v := range villages {
		r, err := store.Record(ctx, model.VillageKey(v.Code))
		if err != nil {
			return nil, err
		}
		sets := r.Edit(map[string]string{
			model.VillageCode: v.Code, model.VillageName: v.Name, model.VillageKind: v.Kind,
			model.VillageDistrict: v.District, model.VillageRegency: v.Regency, model.Removed: "",
		})
		if len(sets) > 0 {
			changes = append(changes, act.Change(r.Key, sets...))
		}
	}
	return changes, nil
}

// View draws the files, or what was found in one.
func (f *villagesFile) View(w, h int) string {
	about, body := f.env.Say("villages.which-file"), f.pick.View
	switch {
	case f.found != nil:
		about = f.env.Say("villages.found", "n", len(f.found.villages), "file", filepath.Base(f.found.path),
			"changed", f.found.changed, "left", len(f.found.notes))
		body = f.page.View
	case f.busy:
		about = f.env.Say("villages.reading")
	}
	lines := append(f.env.Wrap(about, max(1, w-1)), "")
	f.above = max(0, min(len(lines), h-1))
	return kit.Frame(w, h, strings.Join(lines, "\n"), "", body)
}

// Cursor is in the box until a file was read.
func (f *villagesFile) Cursor() (x, y int, ok bool) {
	if f.found != nil {
		return 0, 0, false
	}
	x, y, ok = f.pick.Cursor()
	return x, y + f.above, ok
}
