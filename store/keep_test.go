package store

import (
	"context"
	"testing"
	"time"
)

func TestSnapshotDue(t *testing.T) {
	now := time.Date(2023, 11, 21, 8, 0, 0, 0, time.UTC)
	fresh := now.Add(-time.Hour)
	for name, c := range map[string]struct {
		s    Standing
		want bool
	}{
		"nothing changed":   {Standing{Last: now.Add(-240 * time.Hour)}, false},
		"changed today":     {Standing{Changes: 5, Last: fresh}, false},
		"changed yesterday": {Standing{Changes: 5, Last: now.Add(-25 * time.Hour)}, true},
		"never yet":         {Standing{Changes: 5}, true},
		"long log":          {Standing{Changes: 5, Last: fresh, Log: 30 << 20, File: 100 << 20}, true},
		"small file":        {Standing{Changes: 5, Last: fresh, Log: 900 << 10, File: 1 << 20}, false},
		"hole":              {Standing{Last: fresh, Needed: true}, true},
		"clock jumped back": {Standing{Changes: 5, Last: now.Add(48 * time.Hour)}, true},
	} {
		if got := SnapshotDue(now, c.s); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestSnapshotsKept takes one every six hours for a year: days, weeks and months are left, and always the newest two.
func TestSnapshotsKept(t *testing.T) {
	var snaps []SnapshotFile
	at := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range 4 * 365 {
		snaps = append(snaps, SnapshotFile{Taken: at.Add(time.Duration(i) * 6 * time.Hour), Count: uint64(i + 1)})
		var left []SnapshotFile
		for j, kept := range SnapshotsKept(snaps, Room{}) {
			if kept {
				left = append(left, snaps[j])
			}
		}
		snaps = left
	}
	if n := len(snaps); n < 12 || n > keptAlways+keptDays+keptWeeks+keptMonths {
		t.Errorf("%d are left", n)
	}
	if last := snaps[len(snaps)-2:]; last[0].Count != 4*365-1 || last[1].Count != 4*365 {
		t.Errorf("the newest two are %v", last)
	}
	if first := snaps[0].Taken; first.Month() < time.June || first.Month() > time.July {
		t.Errorf("the oldest is of %v", first)
	}
}

// TestOldLogsGo takes snapshots in between: what two of them make needless goes, and the rest still makes the database again.
func TestOldLogsGo(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	ids := d.guests(event, 50)
	for round := range 5 {
		for _, id := range ids[round*5 : round*5+5] {
			d.arrive(event, id)
		}
		d.now = d.now.Add(24 * time.Hour)
		if err := d.Snapshot(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	d.arrive(event, ids[30])
	logs, snaps, err := list(rescueFolder(d.Path()))
	if err != nil || len(logs) > 3 || len(snaps) != 5 {
		t.Errorf("%d logs, %d snapshots, %v", len(logs), len(snaps), err)
	}
	if out, err := d.Verify(context.Background(), nil); err != nil || len(out.Findings) > 0 {
		t.Errorf("%+v, %v", out, err)
	}
}

// TestSnapshotsHaveABudget lets the oldest go sooner where they take too much together, or the disk is nearly full; the two newest
// stay whatever that costs.
func TestSnapshotsHaveABudget(t *testing.T) {
	const mb, gb = 1 << 20, 1 << 30
	at := time.Date(2023, 11, 1, 8, 0, 0, 0, time.UTC)
	snaps := func(size int64) (out []SnapshotFile) {
		for i := range 7 {
			out = append(out, SnapshotFile{Taken: at.AddDate(0, 0, i), Count: uint64(i + 1), Size: size})
		}
		return out
	}
	for name, c := range map[string]struct {
		size int64
		room Room
		want int
	}{
		"small":                             {10 * mb, Room{File: 12 * mb, Free: 50 * gb, Disk: 100 * gb}, 7},
		"together beyond 1 GB":              {300 * mb, Room{File: 200 * mb, Free: 50 * gb, Disk: 100 * gb}, 3},
		"of a large database":               {300 * mb, Room{File: 400 * mb, Free: 50 * gb, Disk: 100 * gb}, 5},
		"larger than all there is room for": {3 * gb, Room{File: 200 * mb, Free: 50 * gb, Disk: 100 * gb}, 2},
		"a disk nearly full":                {gb / 2, Room{File: gb, Free: 9 * gb, Disk: 100 * gb}, 5},
		"a full disk":                       {10 * mb, Room{File: 12 * mb, Free: 0, Disk: 100 * gb}, 2},
		"a system that does not say":        {10 * mb, Room{File: 12 * mb}, 7},
	} {
		kept := SnapshotsKept(snaps(c.size), c.room)
		n := 0
		for i, k := range kept {
			if k {
				n++
			} else if i > 0 && kept[i-1] {
				t.Errorf("%s: %v: not the oldest go", name, kept)
			}
		}
		if n != c.want {
			t.Errorf("%s: %d are kept, want %d", name, n, c.want)
		}
	}
}

// smallDisk is nearly full.
type smallDisk struct{ systemDisk }

func (smallDisk) Room(string) (free, size int64, err error) { return 1 << 20, 1 << 30, nil }

// TestTwoGoodSnapshotsStay has a full disk and a damaged snapshot before the newest: it is not counted among the two that stay.
func TestTwoGoodSnapshotsStay(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	ids := d.guests(event, 20)
	take := func(i int) {
		d.arrive(event, ids[i])
		d.now = d.now.Add(24 * time.Hour)
		if err := d.Snapshot(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 4 {
		take(i)
	}
	_, snaps, err := list(rescueFolder(d.Path()))
	if err != nil || len(snaps) != 4 {
		t.Fatal(snaps, err)
	}
	spoil(t, snaps[3].Path)
	d.disk = smallDisk{}
	take(5)
	_, after, err := list(rescueFolder(d.Path()))
	if err != nil || len(after) != 2 || after[0].Path != snaps[2].Path {
		t.Fatalf("%v, %v", after, err)
	}
	for _, x := range after {
		if _, err := readSnapshot(context.Background(), d.codec, x.Path, nil); err != nil {
			t.Error(err)
		}
	}
}
