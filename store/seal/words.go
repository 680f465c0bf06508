package seal

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"errors"
	"slices"
	"strings"
	"unicode"
)

// A recovery key is 16 bytes and, to find a slip of the pen, two bytes of their digest: a word for each byte.
const (
	recoverySize = 16
	checkSize    = 2
	// Words is how many words a recovery key has.
	Words = recoverySize + checkSize
)

// list holds 256 Indonesian words in alphabetical order; four letters tell one from the others.
//
//go:embed words.txt
var list string

// distinct is how many letters of a word count.
const distinct = 4

var errWords = errors.New("no recovery words")

func spell(secret []byte) (words []string) {
	all := strings.Fields(list)
	for _, b := range checked(secret) {
		words = append(words, all[b])
	}
	return words
}

// parse reads recovery words as people write them: numbered or not, in any case, with anything but letters between them.
func parse(s string) ([]byte, error) {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) != Words {
		return nil, errWords
	}
	all := strings.Fields(list)
	var b []byte
	for _, w := range words {
		i := slices.IndexFunc(all, func(known string) bool { return short(known) == short(w) })
		if i < 0 {
			return nil, errWords
		}
		b = append(b, byte(i))
	}
	if secret := b[:recoverySize]; bytes.Equal(checked(secret), b) {
		return secret, nil
	}
	return nil, errWords
}

func short(w string) string { return w[:min(len(w), distinct)] }

func checked(secret []byte) []byte {
	sum := sha256.Sum256(secret)
	return append(slices.Clone(secret), sum[:checkSize]...)
}

// AreWords reports whether a text can be recovery words: the right number of them, all known, with the right check.
func AreWords(s string) bool {
	_, err := parse(s)
	return err == nil
}
