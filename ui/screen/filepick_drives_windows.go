package screen

// drives are the letters that a drive can have; those without one are passed over when they are looked at. A and B were
// floppies, which answer slowly.
func drives() []string {
	var all []string
	for letter := 'C'; letter <= 'Z'; letter++ {
		all = append(all, string(letter)+`:\`)
	}
	return all
}
