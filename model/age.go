package model

import (
	"time"

	"hadir/model/date"
)

// Age is how much time has passed, in whole years, then months, then days.
type Age struct{ Years, Months, Days int }

// FactsOf is the time whose facts the question's answers give: data per where somebody has said it. Otherwise they are taken
// to be of the day of the event, or of the day they were written down if that is earlier: too old is the safer mistake. in is
// where the days are counted. It is zero where nothing tells.
func (q Question) FactsOf(e Event, in *time.Location) date.AsOf {
	var a date.AsOf
	if q.AsOf != "" && a.UnmarshalText([]byte(q.AsOf)) == nil {
		return a
	}
	var day date.Date
	// What is no date was never accepted as one.
	_ = day.UnmarshalText([]byte(e.Date))
	for _, at := range []time.Time{q.Answered(), q.Asked} {
		if at.IsZero() {
			continue
		}
		if d := date.Of(at.In(in)); day.IsZero() || d.Before(day) {
			day = d
		}
		break
	}
	return date.AsOf(day)
}

// AgeOf is how old facts are on a day. A year or a month counts from its last day; what is not over yet has no age.
func AgeOf(facts date.AsOf, on date.Date) (age Age) {
	from := facts.Last()
	if from.IsZero() || !from.Before(on) {
		return age
	}
	months := 12*(on.Year-from.Year) + int(on.Month) - int(from.Month)
	if from.AddMonths(months).After(on) {
		months--
	}
	return Age{Years: months / 12, Months: months % 12, Days: on.Sub(from.AddMonths(months))}
}

// Outdated reports whether facts are older on a day than their basis allows, which is that many months. Facts of which
// nobody knows how old they are count as outdated.
func Outdated(facts date.AsOf, keeps int, on date.Date) bool {
	last := facts.Last()
	return last.IsZero() || on.After(last.AddMonths(keeps))
}

// Waiting is for how long nobody has answered, whole minutes; 0 where somebody has, or nobody noted when it was asked.
func (q Question) Waiting(now time.Time) time.Duration {
	if !q.Status.Owed() || q.Asked.IsZero() || now.Before(q.Asked) {
		return 0
	}
	return now.Sub(q.Asked).Truncate(time.Minute)
}
