package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/text"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// eventFlags are the flags that say what an event is.
func (a *app) eventFlags(c *cobra.Command) {
	for _, f := range [][2]string{
		{"title", "cli.flag-title"},
		{"date", "cli.flag-date"},
		{"time", "cli.flag-time"},
		{"venue", "cli.flag-venue"},
		{"organiser", "cli.flag-organiser"},
	} {
		c.Flags().String(f[0], "", a.lang.Say(lang.Key(f[1])))
	}
}

// eventValues are the registers that the given flags write. A flag that is given empty empties its register.
func (d *desk) eventValues(c *cobra.Command) (map[string]string, error) {
	values := make(map[string]string)
	for flag, register := range map[string]string{
		"title": model.EventTheme, "venue": model.EventVenue, "organiser": model.EventOrganiser,
	} {
		if s, given := given(c, flag); given {
			values[register], _ = text.Line(s)
		}
	}
	if s, given := given(c, "date"); given {
		day, err := d.parseDate(s)
		if err != nil {
			return nil, err
		}
		values[model.EventDate] = day
	}
	if s, given := given(c, "time"); given {
		if err := parseTime(s, values); err != nil {
			return nil, err
		}
	}
	if s, given := given(c, "status"); given {
		if !slices.Contains(model.Statuses(), model.Status(s)) {
			return nil, badChoice("status", s, model.Statuses())
		}
		values[model.EventStatus] = s
	}
	return values, nil
}

// given is the value of a flag of text, and whether it was on the command line.
func given(c *cobra.Command, flag string) (string, bool) {
	f := c.Flags().Lookup(flag)
	if f == nil || !f.Changed {
		return "", false
	}
	return f.Value.String(), true
}

// parseDate reads a date as people type it: 21/11/2023, 21 nov, besok, +3.
func (d *desk) parseDate(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	day, err := date.Parse(s, d.Today())
	if err != nil {
		return "", (&failure{code: exitUsage, what: screen.DateFault(err, date.Lang(d.Code()))}).because(err)
	}
	return day.String(), nil
}

// parseTime reads a time of day, with a zone behind it or without.
func parseTime(s string, values map[string]string) error {
	if s == "" {
		values[model.EventStart] = ""
		return nil
	}
	clock, zone, err := date.ParseClock(s)
	if err != nil {
		return fail(exitUsage, "event.clock-wrong").because(err)
	}
	values[model.EventStart] = clock.String()
	if zone != date.ZoneUnset {
		values[model.EventZone] = zone.String()
	}
	return nil
}
