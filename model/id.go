package model

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"errors"
	"io"
	"strings"
)

// ID names a record or an act: 16 bytes that tell nothing about what they name. The zero ID names nothing (and, as a
// session, the one session that every event has).
type ID [16]byte

// ErrID is what a text that is no ID gives.
var ErrID = errors.New("not an id")

// idAlphabet is Crockford's base 32: digits and letters that are not taken for one another when read aloud.
const idAlphabet = "0123456789abcdefghjkmnpqrstvwxyz"

func idText() *base32.Encoding {
	return base32.NewEncoding(idAlphabet).WithPadding(base32.NoPadding)
}

// NewID draws an ID from r, which in the program is crypto/rand.
func NewID(r io.Reader) (ID, error) {
	var id ID
	_, err := io.ReadFull(r, id[:])
	return id, err
}

// HashID is the ID of something that must be named alike on every laptop: SHA-256 over the key and the parts, each after its
// length, cut to 16 bytes. Without the key it tells nothing; being cut, it cannot be extended to the hash of more parts.
func HashID(key []byte, parts ...string) ID {
	b := make([]byte, 0, 256)
	b = append(binary.AppendUvarint(b, uint64(len(key))), key...)
	for _, p := range parts {
		// The length goes first, so that ("ab", "c") and ("a", "bc") differ.
		b = append(binary.AppendUvarint(b, uint64(len(p))), p...)
	}
	sum := sha256.Sum256(b)
	return ID(sum[:len(ID{})])
}

// IsZero reports whether id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// String is the 26 lower-case letters and digits of id; empty for the zero ID.
func (id ID) String() string {
	if id.IsZero() {
		return ""
	}
	return idText().EncodeToString(id[:])
}

// ParseID reads what [ID.String] wrote, in either case, and nothing else: everything else gives [ErrID].
func ParseID(s string) (ID, error) {
	var id ID
	if s == "" {
		return id, nil
	}
	b, err := idText().DecodeString(strings.ToLower(s))
	if err != nil || len(b) != len(id) {
		return id, ErrID
	}
	copy(id[:], b)
	// The decoder passes over line breaks and over the bits beyond the last byte. Two texts must not name one record.
	if len(s) != len(id.String()) || !strings.EqualFold(s, id.String()) {
		return ID{}, ErrID
	}
	return id, nil
}

// MarshalText is [ID.String].
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText is [ParseID].
func (id *ID) UnmarshalText(b []byte) (err error) {
	*id, err = ParseID(string(b))
	return err
}

// MarshalBinary gives the 16 bytes.
func (id ID) MarshalBinary() ([]byte, error) { return id[:], nil }

// UnmarshalBinary takes 16 bytes.
func (id *ID) UnmarshalBinary(b []byte) error {
	if len(b) != len(id) {
		return ErrID
	}
	copy(id[:], b)
	return nil
}
