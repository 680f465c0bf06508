package roster_test

import (
	"testing"

	"hadir/model/roster"
)

func TestSampleLists(t *testing.T) {
	for _, c := range []struct {
		file    string
		want    roster.Counts
		reasons map[roster.Reason]int
	}{
		{"rembang.tsv", roster.Counts{Rows: 62, Added: 62}, map[roster.Reason]int{roster.ReasonZero: 11}},
		{"kantor.tsv", roster.Counts{Rows: 81, Added: 75, Unchanged: 5, Skipped: 1}, map[roster.Reason]int{
			roster.ReasonAgain: 5, roster.ReasonNIKDamaged: 8, roster.ReasonZero: 9,
		}},
		{"kantor-workbook.tsv", roster.Counts{Rows: 81, Added: 75, Unchanged: 5, Skipped: 1}, map[roster.Reason]int{
			roster.ReasonAgain: 5, roster.ReasonNIKDamaged: 50, roster.ReasonZero: 47,
		}},
		{"rusak.tsv", roster.Counts{Rows: 28, Added: 27, Skipped: 1}, map[roster.Reason]int{
			roster.ReasonCleaned: 2, roster.ReasonLong: 1, roster.ReasonNoName: 1, roster.ReasonNotPhone: 2,
			roster.ReasonOnlyName: 1, roster.ReasonZero: 5,
		}},
	} {
		l := newLedger(t)
		p := l.load(sample(t, c.file))
		if got := p.Counts(); got != c.want {
			t.Errorf("%s: %+v; want %+v", c.file, got, c.want)
		}
		got := map[roster.Reason]int{}
		for _, d := range p.Doubts() {
			got[d.Reason]++
		}
		for why, n := range got {
			if c.reasons[why] != n {
				t.Errorf("%s: %s %d times; want %d", c.file, why, n, c.reasons[why])
			}
		}
		if len(got) != len(c.reasons) {
			t.Errorf("%s: reasons %v; want %v", c.file, got, c.reasons)
		}
		again := l.plan(sample(t, c.file))
		if changes := l.write(again); len(changes) > 0 {
			t.Errorf("%s: importing it again writes %+v", c.file, changes)
		}
		if n := again.Counts(); n.Unchanged != c.want.Added+c.want.Unchanged {
			t.Errorf("%s again: %+v", c.file, n)
		}
	}
}

// What was put right is told apart from what somebody has to look at.
func TestSettledDoubts(t *testing.T) {
	open := 0
	for _, d := range newLedger(t).plan(sample(t, "kantor.tsv")).Doubts() {
		if !d.Reason.Settled() {
			open++
		}
	}
	if open != 13 {
		t.Errorf("%d doubts are open; want 8 damaged NIKs and 5 rows that name somebody again", open)
	}
}

// One list in two files, one typed as text and one kept as numbers, is one list.
func TestSameListAsTextAndAsWorkbook(t *testing.T) {
	l := newLedger(t)
	l.load(sample(t, "kantor.tsv"))
	p := l.load(sample(t, "kantor-workbook.tsv"))
	if c := p.Counts(); c.Added+c.Updated > 0 {
		t.Errorf("%+v", c)
	}
}
