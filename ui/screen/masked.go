package screen

import (
	"cmp"

	"hadir/model/ident"
)

// maskSign hides a digit; every terminal has it.
const maskSign = '*'

// phoneMasked is a guest's or a person's number where others may look at the screen, too: whole it stands in the person's own form, and
// in the list of the missing for whoever asks for it.
func phoneMasked(phone, raw string) string { return ident.MaskPhone(cmp.Or(phone, raw), maskSign) }
