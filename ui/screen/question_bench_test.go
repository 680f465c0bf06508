package screen_test

import (
	"context"
	"math/rand"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui"
	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
	"hadir/ui/theme"
)

// BenchmarkAsking measures a key to its finished frame in the form of a question, in an answer of a line and in one of forty
// pages.
func BenchmarkAsking(b *testing.B) {
	for name, pages := range map[string]int{"line": 0, "forty-pages": 40} {
		b.Run(name, func(b *testing.B) {
			now := time.Date(2023, 11, 21, 3, 41, 0, 0, time.UTC)
			env := &screen.Env{
				Look:  kit.Look{Styles: theme.New(theme.Options{}), Lang: lang.New(lang.Indonesian)},
				Store: bigStore{}, Outbox: kit.NewOutbox(context.Background()),
				Now: func() time.Time { return now }, Rand: rand.New(rand.NewSource(1)),
			}
			root := ui.New(env, screen.NewQuestionForm(env, model.ID{1}), nil)
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
