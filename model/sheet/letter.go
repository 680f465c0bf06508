package sheet

// Letter names a column counted from 0 as spreadsheets do: 0 is "A", 25 "Z", 26 "AA". A negative column has no name.
func Letter(column int) string {
	var name []byte
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = append([]byte{byte('A' + (n-1)%26)}, name...)
	}
	return string(name)
}

// ColumnOf reads the letters at the start of a reference such as "AB12" or of a name such as "ab", and gives the column
// counted from 0 and what follows. Without letters, or with more than Excel's three, the column is -1.
func ColumnOf[T string | []byte](ref T) (column int, rest T) {
	n := 0
	i := 0
	for ; i < len(ref); i++ {
		c := ref[i] &^ 0x20 // upper case
		if c < 'A' || c > 'Z' {
			break
		}
		if i == 3 {
			return -1, ref
		}
		n = n*26 + int(c-'A') + 1
	}
	return n - 1, ref[i:]
}
