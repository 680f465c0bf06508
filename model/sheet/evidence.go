package sheet

import "strings"

// evidence is what the cells of one column look like, for columns whose header says nothing or says it wrongly.
type evidence struct {
	filled int
	counts [fieldCount]int // cells that look like the field
	rising int             // running numbers one above the one before
}

// evidenceRows is how many rows are looked at.
const evidenceRows = 300

// examine looks at every column below the header.
func examine(rows []Row) []evidence {
	var columns []evidence
	var last []int
	for _, r := range rows[:min(len(rows), evidenceRows)] {
		for column, c := range r.Cells {
			for len(columns) <= column {
				columns, last = append(columns, evidence{}), append(last, -1)
			}
			s := strings.TrimSpace(c.Text)
			if s == "" || strings.Trim(s, "-–_. ") == "" {
				continue
			}
			e := &columns[column]
			e.filled++
			f := looksLike(s)
			e.counts[f]++
			if n := Natural([]byte(strings.Trim(s, ".)( "))); f == FieldNo && n >= 0 {
				if n == last[column]+1 {
					e.rising++
				}
				last[column] = n
			}
		}
	}
	return columns
}

// share is how many of the filled cells look like a field, 0 to 1.
func (e evidence) share(f Field) float64 {
	if e.filled == 0 {
		return 0
	}
	return float64(e.counts[f]) / float64(e.filled)
}

// looksLike classes one cell by its form.
func looksLike(s string) Field {
	lower := strings.ToLower(s)
	if numbers := digits(s); numbers > 0 && strings.Trim(lower, "0123456789 .,-()+/e'") == "" {
		return numberLike(lower, numbers)
	}
	if at := strings.IndexByte(s, '@'); at > 0 && strings.Contains(s[at:], ".") && !strings.Contains(s, " ") {
		return FieldEmail
	}
	switch strings.Trim(lower, ". ") {
	case "l", "p", "lk", "pr", "laki-laki", "laki laki", "perempuan", "pria", "wanita", "m", "f", "male", "female":
		return FieldSex
	}
	words := foldWords(s)
	if len(words) == 0 {
		return FieldNone
	}
	return wordsLike(s, words)
}

// numberLike tells numbers apart by their length. A NIK or NIP that a spreadsheet has spoiled reads "3,31710E+15".
func numberLike(lower string, numbers int) Field {
	switch {
	case strings.HasSuffix(lower, "e+15"):
		return FieldNIK
	case strings.HasSuffix(lower, "e+17"):
		return FieldNIP
	case strings.Contains(lower, "e+1"):
		return FieldPhone
	case strings.Contains(lower, "e"):
		return FieldNone
	case numbers == 16:
		return FieldNIK
	case numbers == 18:
		return FieldNIP
	// A date has eight digits; phones begin with 0, with 8 where a spreadsheet took the 0, or with 62.
	case numbers >= 9 && numbers <= 15 && strings.ContainsAny(strings.TrimLeft(lower, "(+ ")[:1], "068"):
		return FieldPhone
	case numbers <= 6:
		return FieldNo
	}
	return FieldNone
}

// wordsLike tells posts and institutions from names, by the word they begin with.
func wordsLike(s string, words []string) Field {
	switch words[0] {
	case "kepala", "kades", "lurah", "camat", "staf", "staff", "direktur", "kaur", "kasi", "kasubag", "sekretaris", "sekdes",
		"babinsa", "bhabinkamtibmas", "tokoh", "ketua", "anggota", "perangkat", "calon", "purna", "keluarga", "bendahara",
		"manajer", "pimpinan", "guru", "kapolsek", "danramil", "kuwu", "wakil":
		return FieldPost
	case "desa", "kelurahan", "kel", "kecamatan", "kec", "pt", "cv", "dinas", "kantor", "polres", "polsek", "koramil", "smk",
		"sma", "smp", "mts", "ma", "lpk", "kua", "puskesmas", "kabupaten", "yayasan", "badan", "kodim", "pemdes", "ud":
		return FieldInstitution
	}
	// A name is some words of letters; degrees are letters and dots.
	if digits(s) > 0 || len(words) > 9 {
		return FieldNone
	}
	return FieldName
}

// minShare is how much of a column must look alike to be taken for it without a header.
const minShare = 0.6

// proven finds the field of a column by form alone, among those whose form proves them.
func (e evidence) proven() (Field, float64) {
	for _, f := range []Field{FieldEmail, FieldNIK, FieldNIP, FieldPhone, FieldSex} {
		if s := e.share(f); s >= minShare && e.filled >= 2 {
			return f, s
		}
	}
	return FieldNone, 0
}

// contradicts reports whether a column holds something else than its header says. Only fields with a form of their own can
// be contradicted, and only by several cells.
func (e evidence) contradicts(f Field) bool {
	switch f {
	case FieldNIK, FieldNIP, FieldPhone:
		// Long numbers with a slip still are one another's form; words are not.
		long := e.counts[FieldNIK] + e.counts[FieldNIP] + e.counts[FieldPhone] + e.counts[FieldNo]
		return e.filled >= 3 && long*10 < e.filled*3
	case FieldSex, FieldEmail:
		return e.filled >= 3 && e.share(f) < 0.3
	case FieldName:
		// Names may look like anything but numbers.
		numbers := e.counts[FieldNo] + e.counts[FieldPhone] + e.counts[FieldNIK] + e.counts[FieldNIP]
		return e.filled >= 3 && numbers*10 > e.filled*8
	}
	return false
}
