package date

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// today is a Tuesday, the 21st.
func today() Date { return Date{2023, time.November, 21} }

func iso(t *testing.T, s string) Date {
	t.Helper()
	var d Date
	if err := d.UnmarshalText([]byte(s)); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"21/11/2023": "2023-11-21", "21-11-23": "2023-11-21", "21.11.2023": "2023-11-21", "2023-11-21": "2023-11-21", "2023/11/21": "2023-11-21",
		"21 11 2023": "2023-11-21", "21 / 11 / 2023": "2023-11-21", "21–11–2023": "2023-11-21", "01/02/24": "2024-02-01",
		"21 nov": "2023-11-21", "21 November 2023": "2023-11-21", "21-Nov-23": "2023-11-21", "21 Nov. 2023": "2023-11-21", "21 nov '23": "2023-11-21",
		"Selasa 21 November 2023": "2023-11-21", "Selasa, 21 November 2023": "2023-11-21", "hari Selasa tanggal 21 November 2023": "2023-11-21",
		"Selasa, 21-11-2023": "2023-11-21", "Jum'at, 24 Nopember 2023": "2023-11-24", "Jum’at 24 Pebruari 2023": "2023-02-24", "Minggu, 26 November 2023": "2023-11-26",
		"nov 21": "2023-11-21", "Nov. 21, 2023": "2023-11-21", "21st november 2023": "2023-11-21", "the 21st": "2023-11-21", "Tuesday, 21st of November": "2023-11-21",
		"pada 28 Agustus 2023": "2023-08-28", "17 Agustus tahun 2024": "2024-08-17", "29 Februari": "2024-02-29", "29/2/2024": "2024-02-29",

		// Without a year: nearest.
		"17/8": "2023-08-17", "1/1": "2024-01-01", "21/5": "2024-05-21", "22/5": "2024-05-22", "23/5": "2023-05-23", "31.12": "2023-12-31",
		"tgl 25": "2023-11-25", "tanggal 21": "2023-11-21", "tanggal 20": "2023-12-20", "tgl. 31": "2023-12-31", "25th": "2023-11-25", "Sabtu tanggal 25": "2023-11-25",

		"hari ini": "2023-11-21", "besok": "2023-11-22", "esok": "2023-11-22", "lusa": "2023-11-23", "besok lusa": "2023-11-23", "kemarin": "2023-11-20",
		"today": "2023-11-21", "tomorrow": "2023-11-22", "the day after tomorrow": "2023-11-23", "yesterday": "2023-11-20", "BESOK.": "2023-11-22",

		"Jumat": "2023-11-24", "jum'at": "2023-11-24", "Selasa": "2023-11-28", "Senin": "2023-11-27", "Minggu": "2023-11-26", "hari Minggu": "2023-11-26",
		"Senin depan": "2023-11-27", "Jumat depan": "2023-12-01", "Jumat ini": "2023-11-24", "Senin ini": "2023-11-20", "Senin lalu": "2023-11-20",
		"Rabu lalu": "2023-11-15", "Senin minggu lalu": "2023-11-13", "Jumat minggu depan": "2023-12-01", "Rabu pekan depan": "2023-11-29",
		"Senin besok": "2023-11-27", "Senin kemarin": "2023-11-20", "hari Minggu depan": "2023-12-03", "Rabu yang akan datang": "2023-11-29",
		"next monday": "2023-11-27", "next friday": "2023-12-01", "this friday": "2023-11-24", "last friday": "2023-11-17", "friday": "2023-11-24",
		"on fri": "2023-11-24", "monday next week": "2023-11-27",

		"minggu depan": "2023-11-28", "pekan depan": "2023-11-28", "minggu lalu": "2023-11-14", "bulan depan": "2023-12-21", "tahun depan": "2024-11-21",
		"next week": "2023-11-28", "next month": "2023-12-21", "last month": "2023-10-21", "bulan yang akan datang": "2023-12-21",

		"akhir bulan": "2023-11-30", "akhir bulan ini": "2023-11-30", "akhir bulan depan": "2023-12-31", "awal bulan": "2023-12-01", "awal bulan ini": "2023-11-01",
		"pertengahan bulan": "2023-12-15", "akhir tahun": "2023-12-31", "akhir tahun depan": "2024-12-31", "awal tahun": "2024-01-01", "awal Desember": "2023-12-01",
		"akhir Februari 2024": "2024-02-29", "akhir Februari": "2024-02-29", "pertengahan bulan Januari": "2024-01-15", "akhir pekan": "2023-11-24",
		"awal minggu depan": "2023-11-27", "end of the month": "2023-11-30", "end of next month": "2023-12-31", "mid-december": "2023-12-15", "akhir bulan lalu": "2023-10-31",

		"+3": "2023-11-24", "-3": "2023-11-18", "+2 minggu": "2023-12-05", "3 hari lagi": "2023-11-24", "dua minggu lagi": "2023-12-05", "seminggu lagi": "2023-11-28",
		"sebulan lagi": "2023-12-21", "dalam 3 hari": "2023-11-24", "7 hari": "2023-11-28", "45 hari": "2024-01-05", "5 hari kerja": "2023-11-28", "2 hari kerja": "2023-11-23",
		"14 (empat belas) hari kerja": "2023-12-11", "dua puluh satu hari": "2023-12-12", "tiga puluh hari": "2023-12-21", "dua belas bulan lagi": "2024-11-21",
		"3 hari yang lalu": "2023-11-18", "sebulan lalu": "2023-10-21", "in 3 days": "2023-11-24", "in a week": "2023-11-28", "two weeks from now": "2023-12-05",
		"3 days ago": "2023-11-18", "within five working days": "2023-11-28", "10 bulan ke depan": "2024-09-21", "3 bln": "2024-02-21",
	} {
		got, err := Parse(in, today())
		if err != nil || got != iso(t, want) {
			t.Errorf("Parse(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for in, want := range map[string]Kind{
		"": Empty, "  ": Empty, ".": Empty,
		"entahlah": Unreadable, "now": Unreadable, "21": Unreadable, "November": Unreadable, "November 2023": Unreadable, "2023": Unreadable,
		"21/11/2023 pagi": Unreadable, "21/11/abc": Unreadable, "1/2/3": Unreadable, "21-23 November 2023": Unreadable, "21/11/02023": Unreadable, "hari": Unreadable,
		"tiga": Unreadable, "3": Unreadable, "lagi": Unreadable, "akhir": Unreadable, "akhir hari": Unreadable, "bulan ini": Unreadable, "\xff": Unreadable, "+": Unreadable,
		"29 Februari 2023": LeapDay, "29/2/23": LeapDay, "30/2/2024": NoSuchDay, "31 April": NoSuchDay, "0/1/2024": NoSuchDay, "tanggal 32": NoSuchDay,
		"21/13/2023": NoSuchMonth, "11/21": NoSuchMonth, "21/0/2023": NoSuchMonth, "09.00": NoSuchMonth,
		"21/11/1823": YearRange, "21 november 9999": YearRange, "+99999999": YearRange, "+999999999 tahun": YearRange, "9999 tahun lagi": YearRange,
		"Rabu, 21 November 2023": WrongWeekday, "Senin tanggal 25": WrongWeekday,
	} {
		_, err := Parse(in, today())
		if !errors.Is(err, &Error{Kind: want}) {
			t.Errorf("Parse(%q): %v; want %v", in, err, want)
		}
		var e *Error
		if errors.As(err, &e) && e.Text != in {
			t.Errorf("Parse(%q): the error is about %q", in, e.Text)
		}
	}
}

func TestWrongWeekdayNamesBoth(t *testing.T) {
	d, err := Parse("Rabu, 21 November 2023", today())
	var e *Error
	if !errors.As(err, &e) || e.Said != time.Wednesday || e.Date != today() || d != today() {
		t.Errorf("%v, %+v", d, e)
	}
	_, err = Parse("29 Februari 2023", today())
	if !errors.As(err, &e) || e.Date != (Date{2023, time.February, 29}) {
		t.Errorf("the day that does not exist is not named: %+v", e)
	}
	_, err = Parse("29 Februari", Date{2022, time.May, 1})
	if !errors.Is(err, &Error{Kind: LeapDay}) {
		t.Errorf("no leap year around 2022: %v", err)
	}
}

func TestParseDue(t *testing.T) {
	for in, want := range map[string]string{
		"17/8": "2024-08-17", "21/11": "2023-11-21", "20 November": "2024-11-20", "29 Februari": "2024-02-29", "1 januari": "2024-01-01", "akhir Oktober": "2024-10-31",
		"17/8/2023": "2023-08-17", "akhir November": "2023-11-30",
	} {
		got, err := ParseDue(in, today())
		if err != nil || got != iso(t, want) {
			t.Errorf("ParseDue(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
}

func TestParseOnOtherDays(t *testing.T) {
	for _, c := range []struct{ today, in, want string }{
		{"2024-01-31", "bulan depan", "2024-02-29"},
		{"2024-02-29", "tahun depan", "2025-02-28"},
		{"2023-11-20", "Senin", "2023-11-27"},
		{"2023-11-20", "Senin depan", "2023-11-27"},
		{"2023-11-26", "Senin depan", "2023-11-27"},
		{"2023-11-26", "Minggu depan", "2023-12-03"},
		{"2023-11-30", "akhir bulan", "2023-11-30"},
		{"2024-01-31", "tanggal 31", "2024-01-31"},
		{"2024-02-01", "tanggal 31", "2024-03-31"},
		{"2023-11-24", "1 hari kerja", "2023-11-27"},
		{"2023-11-25", "1 hari kerja", "2023-11-27"},
		{"2023-11-25", "akhir minggu", "2023-12-01"},
		{"2023-12-31", "besok", "2024-01-01"},
		{"2023-12-30", "2 jan", "2024-01-02"},
		{"2024-01-02", "30 des", "2023-12-30"},
	} {
		got, err := Parse(c.in, iso(t, c.today))
		if err != nil || got != iso(t, c.want) {
			t.Errorf("on %s Parse(%q) = %v, %v; want %s", c.today, c.in, got, err, c.want)
		}
	}
}

// anyDate draws one of all the days that a Date may be.
func anyDate(t *rapid.T) Date {
	first := Date{MinYear, time.January, 1}
	return first.AddDays(rapid.IntRange(0, Date{MaxYear, time.December, 31}.Sub(first)).Draw(t, "day"))
}

func TestWhatIsPrintedIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate(t)
		for _, l := range []Lang{ID, EN} {
			for _, s := range []string{d.String(), d.Long(l), d.Plain(l), d.Short(l)} {
				if got, err := Parse(s, today()); err != nil || got != d {
					t.Fatalf("Parse(%q) = %v, %v", s, got, err)
				}
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"21/11/2023", "Selasa, 21 Nov. '23", "akhir bulan depan", "14 (empat belas) hari kerja lagi", "mid-december", "tgl. 31", "+99999", "jum'at",
		"a'", "'", "1.", "08/2023", "09.00 WIB", "s.d. 30/11", "\xff", "1\u0301", "-", "the", "minggu yang akan datang",
	} {
		f.Add(s, 11)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		now := today().AddDays(n % 5000)
		for name, read := range map[string]func(string, Date) (Date, error){"Parse": Parse, "ParseDue": ParseDue} {
			d, err := read(s, now)
			var e *Error
			switch {
			case err == nil || errors.Is(err, &Error{Kind: WrongWeekday}):
				if _, err := New(d.Year, d.Month, d.Day); err != nil {
					t.Fatalf("%s(%q) = %v, which does not exist", name, s, d)
				}
			case !errors.As(err, &e) || e.Text != s || !d.IsZero():
				t.Fatalf("%s(%q) = %v, %v", name, s, d, err)
			}
		}
		if a, err := ParseAsOf(s, now); err == nil && (a.First().After(now) || a.Last().Before(a.First())) {
			t.Fatalf("ParseAsOf(%q) = %v on %v", s, a, now)
		}
		if c, _, err := ParseClock(s); err == nil && (c < 1 || c.Minutes() > 24*60) {
			t.Fatalf("ParseClock(%q) = %d", s, c)
		}
		if d, at, ok := Find(s, now); ok && (d.Before(now) || at.Start < 0 || at.Start >= at.End || at.End > len(s)) {
			t.Fatalf("Find(%q) = %v, %v", s, d, at)
		}
	})
}
