package main

import (
	"testing"
	"time"
)

func TestTimes(t *testing.T) {
	var hundred times
	for i := 100; i > 0; i-- {
		hundred = append(hundred, time.Duration(i)*time.Millisecond)
	}
	if got := hundred.median(); got != 51*time.Millisecond {
		t.Errorf("median = %v", got)
	}
	if got := hundred.p99(); got != 99*time.Millisecond {
		t.Errorf("p99 = %v", got)
	}
	if one := (times{time.Second}); one.median() != time.Second || one.p99() != time.Second {
		t.Errorf("of one measurement: %v, %v", one.median(), one.p99())
	}
	if hundred[0] != 100*time.Millisecond {
		t.Error("the measurements were put in another order")
	}
}

func TestRoundsGiveTheBestTail(t *testing.T) {
	r := rounds{{1 * time.Millisecond, 30 * time.Millisecond}, {2 * time.Millisecond, 8 * time.Millisecond}}
	if got := r.p99(); got != 8*time.Millisecond {
		t.Errorf("p99 = %v", got)
	}
	if got, want := r.tail(), "8 ms (worst round 30 ms, median 8 ms)"; got != want {
		t.Errorf("tail = %q, want %q", got, want)
	}
}
