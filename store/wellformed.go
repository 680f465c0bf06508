package store

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hadir/model"
)

// wellFormed is a change whose texts are UTF-8: what is none becomes U+FFFD. A record with other bytes in it would be written and
// could never be read again.
func wellFormed(c model.Change) model.Change {
	c.Officer, c.Desk = strings.ToValidUTF8(c.Officer, "\uFFFD"), strings.ToValidUTF8(c.Desk, "\uFFFD")
	valid := func(s model.Set) bool { return utf8.ValidString(s.Field) && utf8.ValidString(s.Value) }
	if !slices.ContainsFunc(c.Sets, func(s model.Set) bool { return !valid(s) }) {
		return c
	}
	// The caller's changes stay as they are.
	c.Sets = slices.Clone(c.Sets)
	for i := range c.Sets {
		s := &c.Sets[i]
		s.Field, s.Value = strings.ToValidUTF8(s.Field, "\uFFFD"), strings.ToValidUTF8(s.Value, "\uFFFD")
	}
	return c
}
