// Package lang owns every sentence that a person reads, in Indonesian and in English, one pair of text files for each part
// of the program (text/door.id.txt, text/door.en.txt ...). It knows how a sentence is written and filled in; it does not
// know dates, amounts or names: those arrive as words that are ready to be read.
package lang

import (
	"embed"
	"strconv"
	"sync/atomic"
)

// The two languages. Any other code is taken for Indonesian, which every reader of these screens has.
const (
	Indonesian = "id"
	English    = "en"
)

// Key is a sentence's name: the part of the program, a dot, and a word, such as "door.present".
type Key string

//go:embed text/*.txt
var texts embed.FS

// Lang says sentences in the language that is on. All screens share one; Set may be called while commands say things.
type Lang struct {
	books map[string]*book
	now   atomic.Pointer[book]
}

// book is all sentences of one language.
type book struct {
	code      string
	thousands string
	sentences map[Key]sentence
}

// New reads both languages and turns on the one with this code. The sentences are part of the program: a malformed
// file panics here, at the first start after it was written.
func New(code string) *Lang {
	l := &Lang{books: map[string]*book{
		Indonesian: {code: Indonesian, thousands: "."},
		English:    {code: English, thousands: ","},
	}}
	for _, b := range l.books {
		sentences, err := read(texts, b.code)
		if err != nil {
			panic("lang: " + err.Error())
		}
		b.sentences = sentences
	}
	l.Set(code)
	return l
}

// Set turns on the language with this code, for every screen that shares l.
func (l *Lang) Set(code string) {
	b, ok := l.books[code]
	if !ok {
		b = l.books[Indonesian]
	}
	l.now.Store(b)
}

// Code is the code of the language that is on, "id" or "en".
func (l *Lang) Code() string { return l.now.Load().code }

// Say gives the sentence named key, with its placeholders filled from args: name, value, name, value. A value may be a
// string, a number, an error, another Key or a Phrase. A placeholder without a value stays visible, and so does a key
// without a sentence, as [key]: a hole that is seen is mended.
func (l *Lang) Say(key Key, args ...any) string {
	s, ok := l.now.Load().sentences[key]
	if !ok {
		return "[" + string(key) + "]"
	}
	return s.fill(l, args)
}

// Number writes n with the thousands set apart as the language does: 12.000 or 12,000.
func (l *Lang) Number(n int) string {
	digits, sign := strconv.Itoa(n), ""
	if n < 0 {
		digits, sign = digits[1:], "-"
	}
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + l.now.Load().thousands + digits[at:]
	}
	return sign + digits
}
