package lang

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestBothLanguagesSayTheSame holds the two files of each room together: the same keys, the same placeholders.
func TestBothLanguagesSayTheSame(t *testing.T) {
	id, en := mustRead(t, Indonesian), mustRead(t, English)
	for key, s := range id {
		other, ok := en[key]
		if !ok {
			t.Errorf("%s has no English sentence", key)
			continue
		}
		if a, b := names(s), names(other); !slices.Equal(a, b) {
			t.Errorf("%s: placeholders %v in Indonesian, %v in English", key, a, b)
		}
		for _, p := range s {
			if p.many != "" {
				t.Errorf("%s: Indonesian has no plural, but chooses %q or %q", key, p.one, p.many)
			}
		}
	}
	for key := range en {
		if _, ok := id[key]; !ok {
			t.Errorf("%s has no Indonesian sentence", key)
		}
	}
	if len(id) == 0 {
		t.Error("no sentences were read")
	}
}

// TestEveryFileHasItsPair catches a file that the loader would pass over for its name.
func TestEveryFileHasItsPair(t *testing.T) {
	entries, err := fs.ReadDir(texts, "text")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		code, other := "."+Indonesian+".txt", "."+English+".txt"
		if strings.HasSuffix(e.Name(), other) {
			code, other = other, code
		}
		base, ok := strings.CutSuffix(e.Name(), code)
		if !ok {
			t.Errorf("text/%s is of neither language", e.Name())
			continue
		}
		if _, err := fs.Stat(texts, "text/"+base+other); err != nil {
			t.Errorf("text/%s stands alone: %v", e.Name(), err)
		}
	}
}

func TestSay(t *testing.T) {
	l := &Lang{books: map[string]*book{Indonesian: {code: Indonesian, thousands: ".", sentences: map[Key]sentence{}}}}
	text := strings.Join([]string{
		"# sentences of a hall",
		"",
		"hall.plain = Selesai.",
		`hall.two = satu\ndua`,
		"hall.who = HADIR {time} - {who}",
		"hall.guests = {n} {n|guest|guests} came",
		"hall.nested = tidak dapat: {why}",
	}, "\r\n")
	if err := parse(l.books[Indonesian].sentences, "hall", text); err != nil {
		t.Fatal(err)
	}
	l.Set(Indonesian)
	tests := []struct {
		got, want string
	}{
		{l.Say("hall.plain"), "Selesai."},
		{l.Say("hall.plain", "unasked", 1), "Selesai."},
		{l.Say("hall.two"), "satu\ndua"},
		{l.Say("hall.who", "time", "08.58", "who", "Suyatno"), "HADIR 08.58 - Suyatno"},
		{l.Say("hall.who", "who", "Suyatno", "time"), "HADIR {time} - Suyatno"},
		{l.Say("hall.who", "time", "{who}", "who", "x"), "HADIR {who} - x"},
		{l.Say("hall.guests", "n", 1), "1 guest came"},
		{l.Say("hall.guests", "n", 0), "0 guests came"},
		{l.Say("hall.guests", "n", 21), "21 guests came"},
		{l.Say("hall.guests"), "{n} {n} came"},
		{l.Say("hall.nested", "why", Key("hall.plain")), "tidak dapat: Selesai."},
		{l.Say("hall.nested", "why", Of("hall.guests", "n", 1)), "tidak dapat: 1 guest came"},
		{l.Say("hall.nested", "why", errors.New("disk")), "tidak dapat: disk"},
		{l.Say("hall.absent"), "[hall.absent]"},
		{l.Tell(Phrase{}), ""},
		{l.Tell(Of("hall.plain")), "Selesai."},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

func TestSetSwitchesEveryHolder(t *testing.T) {
	l := New(Indonesian)
	shared := l
	l.Set(English)
	if shared.Code() != English || shared.Number(1234567) != "1,234,567" {
		t.Errorf("after Set(en): code %q, number %q", shared.Code(), shared.Number(1234567))
	}
	l.Set("xx")
	if l.Code() != Indonesian {
		t.Errorf("an unknown code turned on %q", l.Code())
	}
	if New("en").Code() != English {
		t.Error("New did not turn on English")
	}
}

func TestNumber(t *testing.T) {
	l := New(Indonesian)
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1.000", 150000: "150.000", -1234567: "-1.234.567"} {
		if got := l.Number(n); got != want {
			t.Errorf("Number(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"no equals sign":  "hall.a",
		"no words":        "hall.a = ",
		"another room":    "door.a = x",
		"key twice":       "hall.a = x\nhall.a = y",
		"open brace":      "hall.a = x {n",
		"closing brace":   "hall.a = x} y",
		"nameless":        "hall.a = {} y",
		"half a plural":   "hall.a = {n|one}",
		"an empty plural": "hall.a = {n|one|}",
		"words in braces": "hall.a = {two words}",
	} {
		files := fstest.MapFS{"text/hall.id.txt": {Data: []byte(text)}}
		if got, err := read(files, Indonesian); err == nil {
			t.Errorf("%s: read %v without an error", name, got)
		}
	}
}

// FuzzParse feeds whatever a text file might hold: no panic, and what is accepted can be said.
func FuzzParse(f *testing.F) {
	f.Add("hall.a = {n} {n|one|many}")
	f.Add("hall.a = }{")
	f.Add("# x\n\nhall.b=\\n")
	f.Fuzz(func(t *testing.T, text string) {
		b := &book{sentences: map[Key]sentence{}}
		if parse(b.sentences, "hall", text) != nil {
			return
		}
		l := &Lang{}
		l.now.Store(b)
		for key := range b.sentences {
			if l.Say(key) == "["+string(key)+"]" && !strings.Contains(text, "[") {
				t.Errorf("%q was accepted but cannot be said", key)
			}
		}
	})
}

func BenchmarkSay(b *testing.B) {
	l := &Lang{}
	s, err := cut("HADIR {time} - {who}. Tanda tangan: lembar {sheet} nomor {row}.")
	if err != nil {
		b.Fatal(err)
	}
	l.now.Store(&book{sentences: map[Key]sentence{"hall.present": s}})
	b.ReportAllocs()
	for b.Loop() {
		l.Say("hall.present", "time", "08.58", "who", "Suyatno", "sheet", 1, "row", 14)
	}
}

func mustRead(t *testing.T, code string) map[Key]sentence {
	t.Helper()
	all, err := read(texts, code)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// names lists the placeholders of a sentence, each once, in order of the alphabet.
func names(s sentence) []string {
	var out []string
	for _, p := range s {
		if p.name != "" {
			out = append(out, p.name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// String shows a sentence in a test's report.
func (s sentence) String() string { return fmt.Sprint([]piece(s)) }
