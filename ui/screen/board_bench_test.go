package screen_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/board"
	"hadir/ui"
	"hadir/ui/screen"
)

// workStore answers the board from memory.
type workStore struct {
	screen.Store
	events []model.Event
	rows   []board.Row
}

func (s workStore) Events(context.Context) ([]model.Event, error) { return s.events, nil }

func (s workStore) Board(context.Context) ([]board.Row, error) {
	return append([]board.Row(nil), s.rows...), nil
}

// bigBoard is the program at a board of n follow-ups of 1,000 events.
func bigBoard(n int) (*ui.Root, []board.Row) {
	now := time.Date(2023, 11, 21, 1, 41, 0, 0, time.UTC)
	s := workStore{events: make([]model.Event, 1000)}
	for i := range s.events {
		s.events[i] = model.Event{ID: model.HashID(nil, "event", fmt.Sprint(i)), Theme: fmt.Sprintf("Pencegahan CPMI Nonprosedural %d", i)}
	}
	for i := range n {
		x := board.Item{Area: fmt.Sprintf("Contoh %d", i%14), Action: model.Action{
			Event: s.events[i%1000].ID, ID: model.HashID(nil, "action", fmt.Sprint(i)), No: i / 1000,
			Do:    fmt.Sprintf("Menyusun format verifikasi surat izin keluarga calon PMI nomor %d", i),
			Owner: fmt.Sprintf("Seksi Contoh %d", i%200), From: fmt.Sprintf("Desa Contoh %d", i%300),
			Due: now.AddDate(0, 0, i%700-500).Format("2006-01-02"), Priority: model.Priorities()[i%3],
		}}
		if i%2 == 0 {
			x.Status = model.ActionDone
		}
		s.rows = append(s.rows, board.Row{Event: x.Event, ID: x.ID, Body: string(board.Pack(nil, x))})
	}
	root := inMemory(s, screen.NewBoard)
	root.Update(root.Init()())
	return root, s.rows
}

// BenchmarkFollowUps measures a key to its finished frame on the board, and what a commit costs that changes a follow-up.
func BenchmarkFollowUps(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		root, rows := bigBoard(n)
		b.Run(fmt.Sprintf("moving/%d", n), func(b *testing.B) {
			keys := []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyPgDown}, {Code: tea.KeyEnd}, {Code: tea.KeyUp}}
			frames(b, func(i int) { root.Update(keys[i%len(keys)]) }, root)
		})
		b.Run(fmt.Sprintf("commit/%d", n), func(b *testing.B) {
			frames(b, func(i int) {
				x, _ := rows[i*7919%n].Item()
				c := model.Change{
					Device: 1, Time: uint64(i + 1), Wall: 1700530000000, Key: model.ActionKey(x.Event, x.ID),
					Sets: append(x.Registers(), model.AddNote(model.Note{Text: "x", Status: string(model.ActionDoing)})),
				}
				r := model.Record{Key: c.Key}
				r.Fold(c)
				c.Sets = c.Sets[len(c.Sets)-1:]
				root.Update(screen.Committed{Commit: model.Commit{Changes: []model.Change{c}, Records: []model.Record{r}}})
			}, root)
		})
		b.Run(fmt.Sprintf("typing/%d", n), func(b *testing.B) {
			keys := filtering('c', "surat izin 77", "contoh 5 desa", "xyzzy", "12")
			frames(b, func(i int) { root.Update(keys[i%len(keys)]) }, root)
		})
	}
}
