package ident

// FormatNIP groups the 18 digits of a civil servant's number as papers print it: birth, start of service, sex, serial. It
// decodes nothing, since numbers of contract staff look alike and mean something else; other input, such as the shorter
// numbers of police and army, comes back unchanged.
func FormatNIP(nip string) string {
	d, ok := digits(nip)
	if !ok || len(d) != 18 {
		return nip
	}
	return d[:8] + " " + d[8:14] + " " + d[14:15] + " " + d[15:]
}
