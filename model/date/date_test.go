package date

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestPrintVectors(t *testing.T) {
	b, err := os.ReadFile("testdata/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		v := strings.Split(strings.TrimSpace(line), " | ")
		d := iso(t, v[0])
		for i, got := range []string{d.String(), d.Long(ID), d.Plain(ID), Roman(d.Month), d.Spelled()} {
			if got != v[i] {
				t.Errorf("%s prints %q; want %q", v[0], got, v[i])
			}
		}
	}
}

func TestPrint(t *testing.T) {
	d := Date{2026, time.August, 7}
	for got, want := range map[string]string{
		d.Long(EN): "Friday, 7 August 2026", d.Plain(EN): "7 August 2026", d.Short(ID): "7 Agu 2026", d.Short(EN): "7 Aug 2026", d.DayMonth(ID): "7 Agu",
		d.String(): "2026-08-07", WeekdayShort(time.Friday, ID): "Jum", WeekdayName(time.Sunday, ID): "Minggu", WeekdayShort(time.Sunday, EN): "Sun",
	} {
		if got != want {
			t.Errorf("%q; want %q", got, want)
		}
	}
	for _, s := range []string{
		Date{}.String(), Date{}.Long(ID), Date{}.Plain(EN), Date{}.Short(ID), Date{}.DayMonth(ID), Date{}.Spelled(), MonthName(0, ID), MonthShort(13, EN),
		Roman(0), WeekdayName(7, ID), WeekdayShort(-1, EN),
	} {
		if s != "" {
			t.Errorf("an unknown day prints %q", s)
		}
	}
}

func TestHours(t *testing.T) {
	nine, _ := NewClock(9, 0)
	noon, _ := NewClock(12, 0)
	for _, c := range []struct {
		from, to Clock
		zone     Zone
		lang     Lang
		want     string
	}{
		{nine, noon, WIB, ID, "09.00-12.00 WIB"},
		{nine, 0, WIB, ID, "09.00 WIB s.d. selesai"},
		{nine, 0, WITA, EN, "09.00 WITA until finished"},
		{nine, noon, ZoneUnset, EN, "09.00-12.00"},
		{0, noon, WIB, ID, ""},
	} {
		if got := Hours(c.from, c.to, c.zone, c.lang); got != c.want {
			t.Errorf("Hours = %q; want %q", got, c.want)
		}
	}
}

func TestParseClock(t *testing.T) {
	for in, want := range map[string]string{
		"09.00": "09.00", "9:00": "09.00", "0900": "09.00", "9": "09.00", "09.00 WIB": "09.00 WIB", "pukul 9.30 wita": "09.30 WITA", "jam 7": "07.00",
		"13,15": "13.15", "24.00": "24.00", "00.00": "00.00", "915": "09.15", "pkl. 08.30": "08.30", "at 8:30": "08.30",
	} {
		c, z, err := ParseClock(in)
		if got := strings.TrimSpace(c.String() + " " + z.String()); err != nil || got != want {
			t.Errorf("ParseClock(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
	for in, want := range map[string]Kind{
		"": Empty, "pagi": Unreadable, "9 pagi": Unreadable, "09.0": Unreadable, "09.000": Unreadable, "09-00": Unreadable, "09.00.00": Unreadable, "WIB": Unreadable,
		"25.00": NoSuchTime, "24.01": NoSuchTime, "09.60": NoSuchTime, "2500": NoSuchTime, "12345": Unreadable, "pukul": Unreadable,
	} {
		if _, _, err := ParseClock(in); !errors.Is(err, &Error{Kind: want}) {
			t.Errorf("ParseClock(%q): %v; want %v", in, err, want)
		}
	}
}

func TestZones(t *testing.T) {
	d := Date{2023, time.November, 21}
	nine, _ := NewClock(9, 0)
	for z, want := range map[Zone]string{ZoneUnset: "09:00Z", WIB: "09:00+07:00", WITA: "09:00+08:00", WIT: "09:00+09:00"} {
		at := d.At(nine, z)
		if got := at.Format("15:04Z07:00"); got != want {
			t.Errorf("%v: %s; want %s", z, got, want)
		}
		if Of(at) != d || ClockOf(at) != nine {
			t.Errorf("%v: back as %v %v", z, Of(at), ClockOf(at))
		}
		if again, ok := ParseZone(z.String()); again != z || ok == (z == ZoneUnset) {
			t.Errorf("%v reads as %v", z, again)
		}
	}
	if !(Date{}).At(nine, WIB).IsZero() || !Of(time.Time{}).IsZero() || !ClockOf(time.Time{}).IsZero() {
		t.Error("an unknown moment is a moment")
	}
}

func TestParseAsOf(t *testing.T) {
	for in, want := range map[string]string{
		"2023": "2023", "Agustus 2023": "2023-08", "08/2023": "2023-08", "2023-08": "2023-08", "28 Agustus 2023": "2023-08-28", "28/8": "2023-08-28",
		"Agustus": "2023-08", "Desember": "2022-12", "28 Desember": "2022-12-28", "data per Agu. 2023": "2023-08", "tahun 2022": "2022", "November 2023": "2023-11",
		"kemarin": "2023-11-20", "hari ini": "2023-11-21", "2023-08-28": "2023-08-28", "8.2023": "2023-08", "tanggal 25": "2023-10-25",
	} {
		got, err := ParseAsOf(in, today())
		if err != nil || got.String() != want {
			t.Errorf("ParseAsOf(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
	for in, want := range map[string]Kind{
		"": Empty, "per": Unreadable, "lama": Unreadable, "13/2023": NoSuchMonth, "00/2023": NoSuchMonth, "0000": YearRange, "1799": YearRange, "2024": Future,
		"Desember 2023": Future, "22/11/2023": Future, "besok": Future, "29 Februari 2023": LeapDay, "Rabu, 21 November 2023": WrongWeekday,
	} {
		if a, err := ParseAsOf(in, today()); !errors.Is(err, &Error{Kind: want}) {
			t.Errorf("ParseAsOf(%q) = %v, %v; want %v", in, a, err, want)
		}
	}
	a := AsOf{Year: 2024, Month: time.February}
	if a.Plain(ID) != "Februari 2024" || a.First() != (Date{2024, 2, 1}) || a.Last() != (Date{2024, 2, 29}) {
		t.Errorf("%s from %v to %v", a.Plain(ID), a.First(), a.Last())
	}
}

func TestTextForms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate(t)
		c := Clock(rapid.IntRange(0, 24*60+1).Draw(t, "clock"))
		z := Zone(rapid.IntRange(0, 3).Draw(t, "zone"))
		a := AsOf(d)
		if rapid.Bool().Draw(t, "month") {
			a.Day = 0
			if rapid.Bool().Draw(t, "year") {
				a.Month = 0
			}
		}
		var d2 Date
		var c2 Clock
		var z2 Zone
		var a2 AsOf
		for _, f := range []struct {
			from interface{ MarshalText() ([]byte, error) }
			to   interface{ UnmarshalText([]byte) error }
		}{{d, &d2}, {c, &c2}, {z, &z2}, {a, &a2}} {
			b, err := f.from.MarshalText()
			if err != nil {
				t.Fatal(err)
			}
			if err := f.to.UnmarshalText(b); err != nil {
				t.Fatalf("%q: %v", b, err)
			}
		}
		if d2 != d || c2 != c || z2 != z || a2 != a {
			t.Fatalf("%v %v %v %v come back as %v %v %v %v", d, c, z, a, d2, c2, z2, a2)
		}
	})
	var d Date
	for _, s := range []string{"2023-11-31", "2023-1-1", "21-11-2023", "2023-11-21 ", "0000-00-00", "hari ini!!", "2023/11/21"} {
		if err := d.UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q is taken as %v", s, d)
		}
	}
}

func TestCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Date{2023, time.January, 1}.AddDays(rapid.IntRange(-9000, 9000).Draw(t, "d"))
		n := rapid.IntRange(-3000, 3000).Draw(t, "n")
		e := d.AddDays(n)
		if e.Sub(d) != n || e.AddDays(-n) != d || e.Before(d) != (n < 0) || e.After(d) != (n > 0) {
			t.Fatalf("%v and %d days is %v", d, n, e)
		}
		if w := d.AddWorkdays(n); w != slowWorkdays(d, n) {
			t.Fatalf("%v and %d working days is %v; counted one by one %v", d, n, w, slowWorkdays(d, n))
		}
	})
	if !(Date{}).AddDays(3).IsZero() || !(Date{}).AddMonths(3).IsZero() || !(Date{}).AddWorkdays(3).IsZero() {
		t.Error("an unknown day moves")
	}
	if !(Date{}).Before(today()) {
		t.Error("an unknown day is not first")
	}
}

// slowWorkdays counts one day at a time.
func slowWorkdays(d Date, n int) Date {
	step := 1
	if n < 0 {
		step = -1
	}
	for n != 0 {
		d = d.AddDays(step)
		if w := d.Weekday(); w != time.Saturday && w != time.Sunday {
			n -= step
		}
	}
	return d
}
