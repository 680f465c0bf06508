package screen_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/screen"
)

// BenchmarkAsking measures a key to its finished frame in the form of a question, in an answer of a line and in one of forty
// pages.
func BenchmarkAsking(b *testing.B) {
	for name, pages := range map[string]int{"line": 0, "forty-pages": 40} {
		b.Run(name, func(b *testing.B) {
			root := inMemory(bigStore{}, func(env *screen.Env) screen.Screen { return screen.NewQuestionForm(env, model.ID{1}) })
			root.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
			for range 2 {
				root.Update(tea.KeyPressMsg{Code: tea.KeyTab})
			}
			root.Update(tea.PasteMsg{Content: strings.Repeat("Surat izin keluarga harus diketahui kepala desa atau lurah setempat.\n", pages*45)})
			frames(b, func(i int) {
				if i%40 == 39 {
					root.Update(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
					return
				}
				root.Update(tea.KeyPressMsg{Code: 'a', Text: "a"})
			}, root)
		})
	}
}
