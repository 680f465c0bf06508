package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model/sheet"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// sheetPick asks which worksheet of a workbook is the list.
type sheetPick struct {
	env    *Env
	list   *kit.List[string]
	chosen func(name string) tea.Cmd
}

// newSheetPick offers the visible sheets, the cursor on the one that looks most like a list.
func newSheetPick(env *Env, book *sheet.Book, chosen func(name string) tea.Cmd) *sheetPick {
	s := &sheetPick{env: env, chosen: chosen}
	s.list = kit.NewList(env.Look, func(name string) string { return name }, func(name string, w int) string {
		if name == book.Sheet {
			name += "  " + env.Say("import.sheet-likely")
		}
		return env.Cut(name, w)
	})
	s.list.Show(kit.Slice[string](book.Sheets))
	s.list.SelectID(book.Sheet)
	return s
}

func (s *sheetPick) heading() lang.Phrase { return lang.Of("import.step-sheet", "n", s.list.Len()) }

// Keys choose a worksheet.
func (s *sheetPick) Keys() kit.Bindings {
	return kit.Bindings{{Keys: []string{"enter"}, Label: "import.next", Do: func() tea.Cmd {
		name, ok := s.list.Selected()
		if !ok {
			return nil
		}
		return s.chosen(name)
	}}}
}

// Update moves the cursor.
func (s *sheetPick) Update(msg tea.Msg) tea.Cmd { return s.list.Update(msg) }

// View draws the worksheets.
func (s *sheetPick) View(w, h int) string { return s.list.View(w, h) }

// Cursor is in the list.
func (s *sheetPick) Cursor() (x, y int, ok bool) { return s.list.Cursor() }
