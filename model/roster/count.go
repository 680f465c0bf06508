package roster

import "slices"

// Counts are the figures of a plan, in rows. Rows is the sum of the other four.
type Counts struct {
	Rows, Added, Updated, Unchanged, Skipped int
}

// Counts counts the rows by what will be written: a row that differs and of which nothing is taken leaves its guest unchanged.
func (p *Plan) Counts() Counts {
	c := Counts{Rows: len(p.Rows)}
	for i := range p.Rows {
		switch d := &p.Rows[i]; {
		case d.Verdict == Skipped:
			c.Skipped++
		case d.Verdict == New || d.Verdict == Similar:
			c.Added++
		case slices.ContainsFunc(d.Diffs, func(f Diff) bool { return f.Take }):
			c.Updated++
		default:
			c.Unchanged++
		}
	}
	return c
}

// Doubts lists what a person should look at, in the order of the list: the doubts of each row, and each difference that is
// not taken.
func (p *Plan) Doubts() []Doubt {
	var out []Doubt
	for i := range p.Rows {
		d := &p.Rows[i]
		out = append(out, d.Doubts...)
		for _, f := range d.Diffs {
			if !f.Take {
				out = append(out, p.different(d, f))
			}
		}
	}
	return out
}

func (p *Plan) different(d *Decision, f Diff) Doubt {
	return Doubt{
		Line: d.Line, Reason: ReasonDifferent, Field: Field(f.Field), Value: f.Want, Have: f.Have,
		Other: d.Existing, OtherName: p.face(d.person).FullName(),
	}
}
