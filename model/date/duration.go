package date

// maxCount bounds counted durations, a hundred years of days: more is a slip, and must not run long or overflow.
const maxCount = 36_525

// duration reads a length of time from today: "+3", "3 hari lagi", "dua minggu lagi", "dalam 14 (empat belas) hari kerja",
// "in 3 days", "sebulan yang lalu".
func (p *parser) duration(i int) reading {
	if s := p.text(i); (s == "+" || s == "-") && !p.prose {
		return p.signed(i)
	}
	j := p.skip(i, "dalam jangka waktu", "dalam waktu", "dalam tempo", "dalam", "in", "within")
	n, u, next := p.counted(j)
	if next == 0 {
		return reading{}
	}
	back, after := p.direction(next)
	// "3 tahun terakhir" looks back over a stretch, and "7 hari setelah berkas lengkap" counts from another day.
	elsewhere := p.skip(after, "terakhir", "belakangan", "sebelum", "setelah", "sesudah", "sejak", "before", "after", "since")
	if p.prose && elsewhere > after {
		return reading{}
	}
	// "3 kali dalam setahun" is how often; a promise within one unit says "lagi".
	sure := after > next || j > i && n > 1
	if back {
		n = -n
	}
	return p.counting(u, n, reading{next: after, sure: sure})
}

// signed reads "+3" and "-2 minggu"; without a unit, days.
func (p *parser) signed(i int) reading {
	n, u, next := p.counted(i + 1)
	if next == 0 {
		t, ok := p.figure(i+1, 9)
		if !ok {
			return reading{}
		}
		n, u, next = t.value, days, i+2
	}
	if p.text(i) == "-" {
		n = -n
	}
	return p.counting(u, n, reading{next: next})
}

// counting finishes a reading with the day that is n units from today.
func (p *parser) counting(u unit, n int, r reading) reading {
	if n > maxCount || n < -maxCount {
		r.err = &Error{Kind: YearRange}
		return r
	}
	r.date = u.after(p.today, n)
	return r
}

// counted reads a number and a unit; next is 0 if there is none.
func (p *parser) counted(i int) (n int, u unit, next int) {
	if u := oneOf(p.text(i)); u != noUnit {
		return 1, u, i + 1
	}
	n, i = p.count(i)
	if i == 0 {
		return 0, noUnit, 0
	}
	if end := p.skip(i, "working days", "working day", "business days", "business day"); end > i {
		return n, workdays, end
	}
	u = unitOf(p.text(i))
	switch {
	case u == noUnit:
		return 0, noUnit, 0
	case u == days && p.is(i+1, "kerja"):
		return n, workdays, i + 2
	}
	return n, u, i + 1
}

// count reads a number in figures, in words, or in both as letters do: 14 (empat belas).
func (p *parser) count(i int) (n, next int) {
	t, ok := p.figure(i, 9)
	if !ok {
		return p.countWords(i)
	}
	if p.is(i+1, "(") {
		if _, end := p.countWords(i + 2); end > 0 && p.is(end, ")") {
			return t.value, end + 1
		}
	}
	return t.value, i + 1
}

// countWords reads a number in words, below a hundred.
func (p *parser) countWords(i int) (n, next int) {
	n = countOf(p.text(i))
	if n == 0 {
		return 0, 0
	}
	switch p.text(i + 1) {
	case "belas":
		return n + 10, i + 2
	case "puluh":
		if ones := countOf(p.text(i + 2)); ones > 0 && ones < 10 {
			return n*10 + ones, i + 3
		}
		return n * 10, i + 2
	}
	return n, i + 1
}

// direction reads which way a duration runs. Nothing said means forward.
func (p *parser) direction(i int) (back bool, next int) {
	if next := p.skip(i, "yang lalu", "lalu", "silam", "ago"); next > i {
		return true, next
	}
	return false, p.skip(i, "lagi", "ke depan", "kedepan", "depan", "mendatang", "kemudian", "dari sekarang",
		"from now", "from today")
}
