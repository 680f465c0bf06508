package model_test

import (
	"testing"

	"hadir/model"
)

// BenchmarkSeatOf is what opening a door does for each seat that somebody has touched.
func BenchmarkSeatOf(b *testing.B) {
	arrived := added(1, 1, model.SeatArrivals, "search")
	represented := added(1, 2, model.SeatDeputies, `{"name":"Sri"}`)
	represented.Sets = append(represented.Sets, model.Withdraw(model.SeatArrivals, arrived.Stamp()))
	undone := model.Change{Device: 1, Time: 3, Key: seatKey(), Sets: []model.Set{
		{Field: model.SeatArrivals, Op: model.OpUndo, Seen: &model.Seen{Bases: []model.Stamp{represented.Stamp()}}},
		{Field: model.SeatDeputies, Op: model.OpUndo, Seen: &model.Seen{Bases: []model.Stamp{represented.Stamp()}}},
	}}
	for _, bb := range []struct {
		name    string
		changes []model.Change
	}{
		{"arrived", []model.Change{arrived}},
		{"represented after a hasty enter", []model.Change{arrived, represented}},
		{"and undone", []model.Change{arrived, represented, undone}},
	} {
		r := fold(seatKey(), bb.changes...)
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				model.SeatOf(r)
			}
		})
	}
}
