package sheet

import "strings"

// footerStarts reports whether a row begins the block under a table. A person may well be "Ketua Panitia": a row with a
// running number, or with a name beside the words, is never a footer.
func (c *classifier) footerStarts(r Row, cells int) bool {
	if c.no >= 0 && isNumber(r.Cell(c.no).Text) {
		return false
	}
	if name := r.Cell(c.name).Text; cells > 1 && !Blank(name) && !footerWords(name) {
		return false
	}
	signs := 0
	for _, cell := range r.Cells {
		if footerWords(cell.Text) {
			signs++
		}
	}
	// All of few cells, or most of several: "Mengetahui," left and "Rembang, 21 November 2023" right.
	return signs > 0 && signs*2 >= cells
}

// resumes reports whether the table goes on after a block under it, as lists do that are printed page by page.
func (c *classifier) resumes(r Row, cells int) bool {
	if c.name < 0 || Blank(r.Cell(c.name).Text) {
		return false
	}
	if c.no >= 0 {
		return isNumber(r.Cell(c.no).Text)
	}
	return cells >= 3 && cells*2 > len(c.layout.Columns)
}

// footerWords recognises what stands in signature blocks and under them.
func footerWords(s string) bool {
	lower := strings.ToLower(strings.TrimSpace(s))
	for _, start := range [...]string{
		"mengetahui", "menyetujui", "mengesahkan", "disahkan", "ketua panitia", "panitia pelaksana", "penanggung jawab",
		"pejabat pembuat komitmen", "bendahara pengeluaran", "kuasa pengguna anggaran", "a.n.", "an. kepala", "catatan:",
		"catatan :", "keterangan:", "keterangan :", "nb:", "nb :", "nip.", "nip :", "nip:", "tembusan", "dibuat di",
		"ditetapkan di", "yang membuat", "petugas absen", "lunas dibayar", "*)",
	} {
		if strings.HasPrefix(lower, start) {
			return true
		}
	}
	return placeAndDate(lower)
}

// placeAndDate recognises "Rembang, 21 November 2023", also with dots to be filled in: "Pati, ....... 2023".
func placeAndDate(lower string) bool {
	if len(lower) > 60 || len(lower) < 8 {
		return false
	}
	words := strings.Fields(lower)
	month := false
	for _, w := range words {
		month = month || monthName(strings.Trim(w, ".,"))
	}
	last := words[len(words)-1]
	year := len(last) == 4 && digits(last) == 4
	dots := strings.Contains(lower, "....") || strings.Contains(lower, "…") || strings.Contains(lower, "____")
	// A place, and then a date of which at least two parts are there or meant.
	place := !strings.ContainsAny(words[0][:1], "0123456789.")
	return place && len(words) >= 2 && len(words) <= 7 && (month && (year || dots) || year && dots && strings.Contains(lower, ","))
}

// monthName recognises the months in Indonesian and English.
func monthName(w string) bool {
	switch w {
	case "januari", "februari", "pebruari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober",
		"november", "nopember", "desember", "january", "february", "march", "may", "june", "july", "august", "october",
		"december":
		return true
	}
	return false
}
