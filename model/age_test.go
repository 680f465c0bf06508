package model_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"hadir/model"
	"hadir/model/date"
)

func asOf(t testing.TB, s string) (a date.AsOf) {
	t.Helper()
	if err := a.UnmarshalText([]byte(s)); err != nil {
		t.Fatal(err)
	}
	return a
}

func TestAgeOfFacts(t *testing.T) {
	on := date.Date{Year: 2025, Month: time.November, Day: 4}
	for _, c := range []struct {
		facts string
		keeps int
		age   model.Age
		old   bool
	}{
		{"2025-05-04", 12, model.Age{Months: 6}, false},
		{"2023-08-28", 12, model.Age{Years: 2, Months: 2, Days: 7}, true},
		{"2023-08-28", 60, model.Age{Years: 2, Months: 2, Days: 7}, false},
		{"2024-11-04", 12, model.Age{Years: 1}, false}, // a year to the day: the basis allows it still
		{"2024-11-03", 12, model.Age{Years: 1, Days: 1}, true},
		{"2024", 12, model.Age{Months: 10, Days: 4}, false}, // a year counts from its end
		{"2023-10", 12, model.Age{Years: 2, Days: 4}, true},
		{"2025", 12, model.Age{}, false}, // not over yet
		{"2025-11-04", 12, model.Age{}, false},
		{"", 12, model.Age{}, true}, // nobody knows
	} {
		facts := asOf(t, c.facts)
		if got := model.AgeOf(facts, on); got != c.age {
			t.Errorf("age of %q: %+v, want %+v", c.facts, got, c.age)
		}
		if got := model.Outdated(facts, c.keeps, on); got != c.old {
			t.Errorf("%q keeps %d: outdated %v", c.facts, c.keeps, got)
		}
	}
}

// The age put back onto the day gives the day on which it was asked for, whatever the lengths of the months between.
func TestAgeAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := date.Date{Year: 2000, Month: 1, Day: 1}.AddDays(rapid.IntRange(0, 12000).Draw(t, "from"))
		on := from.AddDays(rapid.IntRange(0, 12000).Draw(t, "days"))
		age := model.AgeOf(date.AsOf(from), on)
		if back := from.AddMonths(12*age.Years + age.Months).AddDays(age.Days); back != on {
			t.Fatalf("%v to %v is %+v, which leads to %v", from, on, age, back)
		}
		if age.Months > 11 || age.Days > 30 || age.Days < 0 {
			t.Fatalf("%v to %v is %+v", from, on, age)
		}
	})
}

func TestFactsAreOfTheDayUnlessSaid(t *testing.T) {
	at := time.Date(2023, 11, 21, 18, 0, 0, 0, time.UTC) // the next day in WIB
	answered := model.Question{Answers: []model.Answer{{Text: "x", At: at}}}
	said := answered
	said.AsOf = "2023-08"
	for _, c := range []struct {
		q    model.Question
		day  string
		want string
	}{
		{said, "2023-11-21", "2023-08"},
		{answered, "2023-11-21", "2023-11-21"}, // written down after the event: the event's day counts
		{answered, "2024-01-01", "2023-11-22"}, // before it: the day it was written down
		{answered, "", "2023-11-22"},
		{model.Question{Asked: at}, "", "2023-11-22"},
		{model.Question{}, "", ""},
	} {
		if got := c.q.FactsOf(model.Event{Date: c.day}, date.WIB.Location()).String(); got != c.want {
			t.Errorf("event of %q: facts of %q, want %q", c.day, got, c.want)
		}
	}
}

func TestWaitingEndsWithTheAnswer(t *testing.T) {
	asked := time.Date(2023, 11, 21, 2, 0, 0, 0, time.UTC)
	now := asked.Add(12*time.Minute + 40*time.Second)
	for status, want := range map[model.QuestionStatus]time.Duration{
		model.QuestionOpen: 12 * time.Minute, model.QuestionWrittenOwed: 12 * time.Minute,
		model.QuestionAnswered: 0, model.QuestionWrittenSent: 0, model.QuestionFollowUp: 0,
	} {
		if got := (model.Question{Status: status, Asked: asked}).Waiting(now); got != want {
			t.Errorf("%s waits %v, want %v", status, got, want)
		}
	}
	if got := (model.Question{Status: model.QuestionOpen}).Waiting(now); got != 0 {
		t.Errorf("asked nobody knows when, waits %v", got)
	}
}
