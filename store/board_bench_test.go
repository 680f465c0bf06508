package store

import (
	"fmt"
	"testing"

	"hadir/model"
	"hadir/model/board"
	"hadir/model/date"
)

// office is a database with n follow-ups in events of 100, whose owners and villages repeat.
func office(b *testing.B, n int) (*desk, model.ID) {
	b.Helper()
	d := newDesk(b)
	var event model.ID
	var changes []model.Change
	for i := range n {
		if i%100 == 0 {
			event = d.event()
		}
		a := model.Action{
			No: i%100 + 1, Do: fmt.Sprintf("Menyusun format verifikasi surat izin keluarga calon PMI nomor %d", i),
			Problem: "Desa tidak punya alur periksa surat izin", Owner: fmt.Sprintf("Seksi Contoh %d", i%200),
			From: fmt.Sprintf("Desa Contoh %d", i%300), Due: fmt.Sprintf("2023-%02d-%02d", i%12+1, i%28+1), Output: "Format 1 halaman",
		}
		if i%3 == 0 {
			a.Status = model.ActionDone
		}
		changes = append(changes, d.act(model.VerbPromise).Change(model.ActionKey(event, d.id()), a.Registers()...))
		if len(changes) == 5000 || i == n-1 {
			d.apply(changes...)
			changes = nil
		}
	}
	return d, event
}

// BenchmarkBoard is what opening the board and home ask of the storage, with 100,000 follow-ups.
func BenchmarkBoard(b *testing.B) {
	d, event := office(b, 100_000)
	today := date.Of(d.now)
	b.Run("rows", func(b *testing.B) {
		for b.Loop() {
			if rows, err := d.Board(b.Context()); err != nil || len(rows) != 100_000 {
				b.Fatal(len(rows), err)
			}
		}
	})
	b.Run("open", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			events, err := d.Events(b.Context())
			if err != nil {
				b.Fatal(err)
			}
			rows, err := d.Board(b.Context())
			if err != nil {
				b.Fatal(err)
			}
			if _, err := board.New(today, events, rows); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("due", func(b *testing.B) {
		for b.Loop() {
			if _, _, _, err := d.Due(b.Context(), "2023-11-21", "2023-11-26", 3); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("progress", func(b *testing.B) {
		keys, err := d.Locate(b.Context(), model.KindAction, "", 1000)
		if err != nil {
			b.Fatal(err)
		}
		for i := range b.N {
			r, err := d.Record(b.Context(), keys[i%len(keys)])
			if err != nil {
				b.Fatal(err)
			}
			d.apply(d.act(model.VerbProgress).Change(r.Key, model.Noted(r, model.Note{Text: "x"})...))
		}
	})
	b.Run("dealings", func(b *testing.B) {
		for b.Loop() {
			if page, err := d.Dealings(b.Context(), "Desa Contoh 7"); err != nil || len(page.Actions) == 0 {
				b.Fatal(err)
			}
		}
	})
	b.Run("next", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.NextAction(b.Context(), event); err != nil {
				b.Fatal(err)
			}
		}
	})
}
