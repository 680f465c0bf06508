package stats_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hadir/model"
	"hadir/model/stats"
)

// event sums up an event with two guests of one village, written in two ways, one of whom came.
func event(day, venue string, sample bool) stats.Event {
	t := stats.NewTally(model.Event{Date: day, Venue: venue, Sample: sample}, make(stats.Folds))
	t.Seat(model.Seat{Guest: model.ID{1}, State: model.StatePresent})
	t.Seat(model.Seat{Guest: model.ID{1}, State: model.StatePresent}) // at another session
	t.Guest(model.Guest{ID: model.ID{1}, Institution: "Desa Contoh"})
	t.Guest(model.Guest{ID: model.ID{2}, Institution: "DESA CONTOH"})
	t.Guest(model.Guest{ID: model.ID{3}, Institution: "Desa Contoh", Removed: true})
	t.Question(model.Question{ID: model.ID{4}, From: "Desa Contoh", Status: model.QuestionAnswered, Tags: []string{"paspor"}})
	t.Question(model.Question{ID: model.ID{5}, Status: model.QuestionOpen})
	t.Action(model.Action{Question: model.ID{4}, Status: model.ActionDone})
	t.Action(model.Action{Question: model.ID{4}, Status: model.ActionTodo, Due: "2023-01-01"})
	t.Action(model.Action{Status: model.ActionTodo, Due: "2030-01-01"})
	return t.Event()
}

func TestEverybodyIsCountedOnce(t *testing.T) {
	c := stats.NewCounter(stats.Institution, "", "2023-11-21")
	c.Add(event("2023-11-02", "Aula", false))
	got := c.Report()
	want := stats.Row{Events: 1, Sum: stats.Sum{Invited: 2, Came: 1, Questions: 2, Answered: 1, Promised: 3, Kept: 1}, Late: 1}
	if d := cmp.Diff(want, got.Total, cmp.AllowUnexported(stats.Sum{})); d != "" {
		t.Error(d)
	}
	if len(got.Rows) != 1 || got.Rows[0].Came != 1 || got.Rows[0].Invited != 2 || got.Rows[0].Questions != 1 {
		t.Errorf("by institution: %+v", got.Rows)
	}
	c = stats.NewCounter(stats.Tag, "", "2023-11-21")
	c.Add(event("2023-11-02", "Aula", false))
	if rows := c.Report().Rows; len(rows) != 1 || rows[0].Name != "paspor" || rows[0].Promised != 2 || rows[0].Kept != 1 {
		t.Errorf("by topic: %+v", rows)
	}
}

func TestMonthsWithoutEventsAreSeen(t *testing.T) {
	c := stats.NewCounter(stats.Month, "2023", "2023-11-21")
	for _, day := range []string{"2024-02-01", "2023-11-30", "2022-12-31", "2023-11-01"} {
		c.Add(event(day, "Aula", false))
	}
	var got []string
	for _, r := range c.Report().Rows {
		got = append(got, r.Name)
	}
	if d := cmp.Diff([]string{"2023-11", "2023-12", "2024-01", "2024-02"}, got); d != "" {
		t.Error(d)
	}
}

// Sample data never stands among real figures.
func TestSamplesCountOnlyAlone(t *testing.T) {
	c := stats.NewCounter(stats.Place, "", "2023-11-21")
	c.Add(event("2023-11-02", "Aula Contoh", true))
	if r := c.Report(); !r.Sample || r.Total.Events != 1 {
		t.Errorf("samples alone: %+v", r)
	}
	c.Add(event("2023-11-02", "Aula", false))
	if r := c.Report(); r.Sample || r.Total.Events != 1 || r.Rows[0].Name != "Aula" {
		t.Errorf("beside real ones: %+v", r)
	}
}

func TestPartsComeBackAsTheyWerePacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) stats.Part {
			n := rapid.IntRange(0, 100_000)
			return stats.Part{Name: rapid.String().Draw(t, "name"), Sum: stats.Sum{
				Invited: n.Draw(t, "i"), Came: n.Draw(t, "c"), Questions: n.Draw(t, "q"), Answered: n.Draw(t, "a"),
				Promised: n.Draw(t, "p"), Kept: n.Draw(t, "k"), Dropped: n.Draw(t, "d"),
			}}
		}), 0, 20).Draw(t, "parts")
		got, ok := stats.UnpackParts(string(stats.PackParts(parts)))
		if !ok || len(got) != len(parts) {
			t.Fatalf("%d parts of %d, %v", len(got), len(parts), ok)
		}
		for i := range got {
			if got[i] != parts[i] {
				t.Fatalf("part %d is %+v, was %+v", i, got[i], parts[i])
			}
		}
	})
}

func FuzzUnpackParts(f *testing.F) {
	f.Add(string(stats.PackParts([]stats.Part{{Name: "Desa Contoh", Sum: stats.Sum{Came: 3}}})))
	f.Add("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01")
	f.Fuzz(func(t *testing.T, packed string) {
		if parts, ok := stats.UnpackParts(packed); ok && len(parts) > len(packed) {
			t.Errorf("%d parts out of %d bytes", len(parts), len(packed))
		}
	})
}
