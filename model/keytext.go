package model

import "strings"

// Text is the key as a register holds it, where one record points to another: the kind's word and the IDs from the event to
// the record, with a colon between. The zero Key is empty.
func (k Key) Text() string {
	if k == (Key{}) {
		return ""
	}
	return strings.Join([]string{k.Kind.String(), k.Event.String(), k.Session.String(), k.ID.String()}, ":")
}

// ParseKey reads what [Key.Text] wrote; everything else gives [ErrID].
func ParseKey(s string) (Key, error) {
	if s == "" {
		return Key{}, nil
	}
	parts := strings.Split(s, ":")
	if len(parts) != 4 {
		return Key{}, ErrID
	}
	k := Key{Kind: parseKind(parts[0])}
	if k.Kind == 0 {
		return Key{}, ErrID
	}
	for i, id := range []*ID{&k.Event, &k.Session, &k.ID} {
		var err error
		if *id, err = ParseID(parts[i+1]); err != nil {
			return Key{}, err
		}
	}
	return k, nil
}

// parseKind is the kind of that word; 0 where there is none.
func parseKind(word string) Kind {
	for k := KindSetting; k <= KindEvidence; k++ {
		if k.String() == word {
			return k
		}
	}
	return 0
}
