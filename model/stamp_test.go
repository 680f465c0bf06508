package model_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hadir/model"
)

func TestClockNeverGoesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var c model.Clock
		var latest uint64
		// Walls lie before 1970, around today and centuries ahead, in any order; what others gave stays below the last
		// second that 48 bits can say, beyond which there is no later time to give.
		walls := rapid.Int64Range(-1<<40, 1<<46)
		for range rapid.IntRange(1, 40).Draw(t, "ticks") {
			if rapid.Bool().Draw(t, "see") {
				seen := rapid.Uint64Max(math.MaxUint64-1000<<16).Draw(t, "seen")
				c.See(seen)
				latest = max(latest, seen)
			}
			got := c.Tick(time.UnixMilli(walls.Draw(t, "wall")))
			if got <= latest || c.Last() != got {
				t.Fatalf("tick %d after %d, last %d", got, latest, c.Last())
			}
			latest = got
		}
	})
}

func TestClockFollowsTheWall(t *testing.T) {
	var c model.Clock
	noon := time.Date(2023, 11, 21, 12, 0, 0, 0, time.UTC)
	if got := (model.Stamp{Time: c.Tick(noon)}).Wall(); !got.Equal(noon) {
		t.Errorf("a fresh clock gives %v at noon", got)
	}
	// An hour back, as when somebody corrects the laptop's clock: the order holds and the wall waits.
	if got := (model.Stamp{Time: c.Tick(noon.Add(-time.Hour))}).Wall(); !got.Equal(noon) {
		t.Errorf("after a jump back the clock gives %v", got)
	}
	c.See(c.Last() - 1)
	later := noon.Add(time.Minute)
	if got := (model.Stamp{Time: c.Tick(later)}).Wall(); !got.Equal(later) {
		t.Errorf("a minute later the clock gives %v", got)
	}
}

func TestClockCountsWithinAMillisecond(t *testing.T) {
	var c model.Clock
	wall := time.UnixMilli(1700528400000)
	first := c.Tick(wall)
	// One more than 16 bits can count: the count runs on into the next millisecond.
	for range 1 << 16 {
		c.Tick(wall)
	}
	if c.Last() != first+1<<16 {
		t.Errorf("65,536 ticks later the clock says %d, not %d", c.Last(), first+1<<16)
	}
}

func TestClockIsNotDrivenToTheEndOfTime(t *testing.T) {
	var c model.Clock
	noon := time.Date(2023, 11, 21, 12, 0, 0, 0, time.UTC)
	c.Tick(noon)
	// What a hostile file says: after the very last time there is none, and after the last millisecond's first hardly any.
	for _, seen := range []uint64{math.MaxUint64, math.MaxUint64 - 1, math.MaxUint64 - 1<<16 + 1} {
		c.See(seen)
		if got := (model.Stamp{Time: c.Tick(noon)}).Wall(); !got.Equal(noon) {
			t.Errorf("having seen %x the clock gives %v", seen, got)
		}
	}
	// A wall beyond what 48 bits can say: the clock comes to its end, and stays there rather than begin anew.
	last := c.Last()
	for range 1<<16 + 5 {
		got := c.Tick(time.UnixMilli(1<<48 + 7))
		if got < last {
			t.Fatalf("at the end of time %x comes after %x", got, last)
		}
		last = got
	}
	if last != math.MaxUint64 {
		t.Errorf("the clock ends at %x", last)
	}
}

func TestStampsAreTotallyOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stamps := rapid.SliceOfN(drawStamp(3), 3, 3).Draw(t, "stamps")
		a, b, c := stamps[0], stamps[1], stamps[2]
		if a.Compare(b) != -b.Compare(a) || a.Compare(b) == 0 != (a == b) {
			t.Fatalf("%v and %v: %d, %d", a, b, a.Compare(b), b.Compare(a))
		}
		slices.SortFunc(stamps, model.Stamp.Compare)
		if stamps[0].Compare(stamps[2]) > 0 {
			t.Fatalf("no order among %v, %v, %v", a, b, c)
		}
		if a.Time != b.Time && a.Compare(b) < 0 != (a.Time < b.Time) {
			t.Fatalf("%v and %v: the time does not come first", a, b)
		}
	})
}

func TestDeviceText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := model.Device(rapid.Uint64().Draw(t, "device"))
		got, err := model.ParseDevice(d.String())
		if err != nil || got != d || len(d.String()) != 16 {
			t.Fatalf("%d is %q, read as %d, %v", d, d, got, err)
		}
	})
	for _, s := range []string{"", "x", "-1", "0x1", "1_0", "10000000000000000"} {
		if d, err := model.ParseDevice(s); err == nil {
			t.Errorf("%q was read as device %v", s, d)
		}
	}
}
