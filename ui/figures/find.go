package main

import (
	"fmt"
	"runtime"
	"time"

	"github.com/junegunn/fzf/src/algo"
	"github.com/junegunn/fzf/src/util"

	"hadir/model/hall"
	"hadir/model/name"
)

// findMost is how many guests the door asks for.
const findMost = 200

// find times one query of the door, and fzf's matcher over the names alone, which is less than the door searches. fzf matches
// loosely and scores; it is the peer because people know how fast it feels.
func find(l *lab) ([]row, error) {
	var rows []row
	for _, size := range l.halls() {
		rows = append(rows, findAmong(size))
		runtime.GC() // the next hall is ten times this one
	}
	return rows, nil
}

// findAmong takes the hall and fzf in turns, a round of all queries each.
func findAmong(size hallSize) row {
	h := fullHall(size.guests)
	names := charsOf(h)
	algo.Init("default")
	slab := util.MakeSlab(100*1024, 2048)
	loose := func(q string) {
		pattern := []rune(q)
		for i := range names {
			algo.FuzzyMatchV2(false, false, true, &names[i], pattern, false, slab)
		}
	}
	queries := typed()
	timed(queries, func(q string) { h.Find(q, findMost) }) // the first round makes room
	var ours, peer rounds
	for range size.rounds {
		ours = append(ours, timed(queries, func(q string) { h.Find(q, findMost) }))
		peer = append(peer, timed(queries, loose))
	}
	x := ratio(ours.p99(), peer.p99())
	bars := []bar{under(ours.p99(), size.limit)}
	if size.guests <= 100_000 {
		bars = append(bars, within(x, 0.1))
	}
	return row{
		what: fmt.Sprintf("find a guest among %d, one query, p99 of %d", size.guests, len(queries)),
		ours: ours.tail(), peer: peer.tail() + ": fzf's matcher, the names alone", ratio: x, bars: bars,
	}
}

func charsOf(h *hall.Hall) []util.Chars {
	names := make([]util.Chars, h.Len())
	for i := range names {
		names[i] = util.ToChars([]byte(h.At(i).Name))
	}
	return names
}

func timed(queries []string, ask func(string)) (out times) {
	for _, q := range queries {
		begin := time.Now()
		ask(q)
		out = append(out, time.Since(begin))
	}
	return out
}

// typed are the queries of an evening: names, villages and numbers that are on the list, and some that are not, each key on
// the way being a query.
func typed() []string {
	c := newCrowd(1)
	wanted := []string{"zzzz", "drs sutrisno", "soedjarwo", "kepala desa", "pt contoh", "moch nur", "12345", "431"}
	for range 40 {
		g := c.guest()
		wanted = append(wanted, name.Fold(g.name), g.village)
	}
	var queries []string
	for _, w := range wanted {
		for i := range w {
			if w[i] != ' ' {
				queries = append(queries, w[:i+1])
			}
		}
	}
	return queries
}
