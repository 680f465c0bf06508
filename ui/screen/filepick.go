package screen

import (
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"hadir/model/date"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// filePick finds a file on this computer: letters filter the folder that is shown, a path can be typed, pasted or dropped on the
// window, Enter opens a folder or takes the file. Folders are read in commands: a stick or a share may answer slowly.
type filePick struct {
	env    *Env
	take   func(path string) tea.Cmd // what is done with the file
	likely []string                  // the endings of the files that are looked for, in lower case
	input  *kit.Input
	list   *kit.List[fileRow]
	table  *kit.Table[fileRow]
	dir    string // the folder that is shown; "": the places where files may be
	rows   []fileRow
	number int         // of the last reading that was asked for
	wrong  lang.Phrase // why the last file or folder could not be read
	above  int         // lines above the list at the last View
}

// folderRead is a folder as it was when reading number was made; or the file, where the path named one.
type folderRead struct {
	pick   *filePick
	number int
	dir    string
	rows   []fileRow
	file   string
	err    error
}

func newFilePick(env *Env, take func(path string) tea.Cmd) *filePick {
	p := &filePick{env: env, take: take, likely: listEndings(), input: kit.NewInput(env.Look)}
	p.input.Placeholder = "import.file-hint"
	p.table = kit.NewTable(env.Look,
		kit.Column[fileRow]{Size: kit.Size{Min: 16, Share: 1}, Text: p.called, Style: p.style},
		kit.Column[fileRow]{Size: kit.Size{Fixed: 10}, Right: true, Text: p.size, Style: p.style},
		kit.Column[fileRow]{Size: kit.Size{Fixed: 18}, Text: p.when, Style: p.style},
	)
	p.list = kit.NewList(env.Look, func(r fileRow) string { return r.path }, p.table.Row)
	p.list.Empty = lang.Of("import.folder-reading")
	return p
}

// Init shows the folder that was used last, or else the one where files arrive.
func (p *filePick) Init() tea.Cmd {
	p.number++
	number, last := p.number, p.env.Me.OwnDesk.Get(deskFolder)
	return func() tea.Msg { return readFolder(p, number, firstFolder(last)) }
}

// open reads a folder; a path that names a file is taken.
func (p *filePick) open(path string) tea.Cmd {
	p.number++
	number := p.number
	return func() tea.Msg { return readFolder(p, number, path) }
}

func (p *filePick) heading() lang.Phrase { return lang.Of("import.step-file") }

// Typing is always so: letters filter.
func (p *filePick) Typing() bool { return true }

// Keys are the ways through the folders.
func (p *filePick) Keys() kit.Bindings {
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "import.file-open", Do: p.enter},
		{Keys: []string{"f3"}, Label: "import.places", Do: func() tea.Cmd { return p.open("") }},
		{Keys: []string{"f4"}, Label: "import.folder-up", Do: p.up},
	}
}

// Update takes what a folder holds, and typing, which filters it; backspace in an empty box goes up.
func (p *filePick) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(folderRead); ok {
		return p.read(m)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "backspace" && p.input.Value() == "" {
		return p.up()
	}
	if typing(msg) {
		p.input.Update(msg)
		p.wrong = lang.Phrase{}
		p.arrange()
		return nil
	}
	return p.list.Update(kit.Shift(msg, 0, p.above))
}

// read takes in a folder that was read. What could not be read leaves the last one in sight.
func (p *filePick) read(m folderRead) tea.Cmd {
	if m.pick != p || m.number != p.number {
		return nil
	}
	switch {
	case m.err != nil:
		p.wrong = folderFault(m.err, m.dir)
		return nil
	case m.file != "":
		return p.take(m.file)
	}
	p.dir, p.rows, p.wrong = m.dir, m.rows, lang.Phrase{}
	p.input.SetValue("")
	p.arrange()
	p.list.Select(0)
	return nil
}

// enter opens what is typed as a path, and else what is selected.
func (p *filePick) enter() tea.Cmd {
	if path, ok := typedPath(p.input.Value(), p.dir); ok {
		return p.open(path)
	}
	row, ok := p.list.Selected()
	switch {
	case !ok && p.input.Value() != "":
		return p.open(filepath.Join(p.dir, p.input.Value()))
	case !ok:
		return nil
	case row.kind == fileLikely || row.kind == fileOther:
		return p.take(row.path)
	}
	return p.open(row.path)
}

// up shows the folder around this one; around the uppermost are the places.
func (p *filePick) up() tea.Cmd {
	if p.dir == "" {
		return nil
	}
	return p.open(parentOf(p.dir))
}

// arrange shows the rows that hold each word that was typed.
func (p *filePick) arrange() {
	p.list.Empty = lang.Of("import.file-none")
	if path, ok := typedPath(p.input.Value(), p.dir); ok {
		p.list.Empty = lang.Of("import.file-path", "file", filepath.Base(path))
	}
	words := strings.Fields(strings.ToLower(p.input.Value()))
	if len(words) == 0 {
		p.list.Show(kit.Slice[fileRow](p.rows))
		return
	}
	var shown []fileRow
	for _, r := range p.rows {
		if r.kind != fileUp && r.holds(words) {
			shown = append(shown, r)
		}
	}
	p.list.Show(kit.Slice[fileRow](shown))
	p.list.Select(0)
}

// View draws the folder's name, the box, what is wrong with what was typed, and the files.
func (p *filePick) View(w, h int) string {
	head := p.env.Muted.Render(p.env.Cut(p.where(), w-1)) + "\n" + p.env.Mark + p.input.View(w-2, 1)
	if !p.wrong.None() {
		head = sentence(p.env.Look, p.env.Tell(p.wrong), w, max(1, h-4)) + "\n" + head
	}
	p.above = min(strings.Count(head, "\n")+1, max(0, h-1))
	return kit.Frame(w, h, head, "", p.list.View)
}

// sentence draws what is wrong, with its mark, on as many of h lines as it needs.
func sentence(look kit.Look, what string, w, h int) string {
	lines := look.Wrap(what, max(1, w-1-len(look.BadMark)))
	lines = lines[:min(h, len(lines))]
	for i, line := range lines {
		mark := look.BadMark
		if i > 0 {
			mark = strings.Repeat(" ", len(mark))
		}
		lines[i] = mark + look.Bad.Render(line)
	}
	return strings.Join(lines, "\n")
}

// Cursor is where letters go.
func (p *filePick) Cursor() (x, y int, ok bool) {
	x, _, ok = p.input.Cursor()
	return x + len(p.env.Mark), p.above - 1, ok && p.above > 1
}

// where says which folder is shown.
func (p *filePick) where() string {
	if p.dir == "" {
		return p.env.Say("import.places-here")
	}
	return p.env.Say("import.folder-here", "folder", p.dir)
}

func (p *filePick) called(r fileRow) string {
	switch r.kind {
	case fileUp:
		return p.env.Say("import.folder-up-row")
	case filePlace:
		if r.label != "" {
			return p.env.Say(r.label)
		}
	case fileFolder:
		return r.name + "/"
	}
	return r.name
}

func (p *filePick) size(r fileRow) string {
	switch {
	case r.kind == fileFolder:
		return p.env.Say("import.folder")
	case r.kind != fileLikely && r.kind != fileOther:
		return ""
	case r.size >= 10<<20:
		return p.env.Number(int(r.size>>20)) + " MB"
	}
	return p.env.Number(int((r.size+1023)>>10)) + " KB"
}

func (p *filePick) when(r fileRow) string {
	if r.at.IsZero() {
		return ""
	}
	at := r.at.In(p.env.Now().Location())
	return date.Of(at).Short(p.env.dates()) + " " + at.Format("15.04")
}

// style leaves what is no list in the background; it stands below all others as well.
func (p *filePick) style(r fileRow) *lipgloss.Style {
	if r.kind == fileOther {
		return &p.env.Muted
	}
	return nil
}
