package main

import (
	"strings"
	"testing"
	"time"
)

func TestRowSaysWhetherEveryBarIsMet(t *testing.T) {
	for _, test := range []struct {
		row  row
		want string
	}{
		{
			row{what: "key", ours: "9 ms", peer: "8 ms", ratio: 1.125, bars: []bar{under(9*time.Millisecond, 16*time.Millisecond)}},
			"| key | 9 ms | 8 ms | 1.12 | under 16 ms | yes |\n",
		},
		{
			row{what: "find", ours: "2 ms", peer: "80 ms", ratio: 0.025, bars: []bar{
				under(2*time.Millisecond, time.Millisecond), within(0.025, 0.1),
			}},
			"| find | 2 ms | 80 ms | 0.0250 | under 1 ms, at most 0.1x the peer | **no** |\n",
		},
		{
			row{what: "memory", ours: "90 MB", bars: []bar{below(90e6, 150e6)}},
			"| memory | 90 MB |  |  | under 150 MB | yes |\n",
		},
		{row{what: "cold", notMeasured: "no way"}, "| cold | not measured: no way | | | | |\n"},
	} {
		var b strings.Builder
		test.row.print(&b)
		if b.String() != test.want {
			t.Errorf("%q, want %q", b.String(), test.want)
		}
	}
}

func TestShow(t *testing.T) {
	for d, want := range map[time.Duration]string{
		45 * time.Microsecond: "0.045 ms", 1500 * time.Microsecond: "1.50 ms", 16 * time.Millisecond: "16 ms", 3 * time.Second: "3000 ms",
	} {
		if got := show(d); got != want {
			t.Errorf("show(%v) = %q, want %q", d, got, want)
		}
	}
}
