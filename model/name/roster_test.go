package name

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// roster makes guests as lists have them, the same for the same seed. The words are in testdata/words.txt;
// one word in thirty is a rare one made of syllables, since real lists have a long tail.
type roster struct {
	rng                              *rand.Rand
	male, female, second, alone, old []string
	villages                         []string
}

func newRoster(t testing.TB, seed uint64) *roster {
	t.Helper()
	text, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string][]string{}
	for line := range strings.Lines(string(text)) {
		key, words, _ := strings.Cut(strings.TrimSpace(line), ": ")
		lists[key] = strings.Fields(words)
	}
	r := &roster{
		rng:  rand.New(rand.NewPCG(seed, 1)),
		male: lists["male"], female: lists["female"], second: lists["second"],
		alone: lists["alone"], old: lists["old"],
	}
	for range 300 {
		r.villages = append(r.villages, r.rare())
	}
	return r
}

func (r *roster) pick(words []string) string { return words[r.rng.IntN(len(words))] }

// rare makes a word that is on no list.
func (r *roster) rare() string {
	var b strings.Builder
	for range 2 + r.rng.IntN(3) {
		b.WriteString(r.pick([]string{
			"ba", "di", "ka", "lu", "mar", "nga", "pur", "ra", "sin", "ta", "wi", "yo", "gun", "ja", "sem", "har", "to", "su",
			"ni", "men", "kra", "pa", "lo", "dah", "ri", "ku", "an", "dyo", "tri", "ban",
		}))
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

func (r *roster) word(words []string) string {
	if r.rng.IntN(30) == 0 {
		return r.rare()
	}
	return r.pick(words)
}

// name follows the frequencies of the patterns that real lists show.
func (r *roster) name() string {
	given := r.male
	if r.rng.IntN(2) == 0 {
		given = r.female
	}
	switch n := r.rng.IntN(100); {
	case n < 46:
		return r.word(given) + " " + r.word(r.second)
	case n < 68:
		return r.word(r.alone)
	case n < 82:
		return r.word(given) + " " + r.word(given) + " " + r.word(r.second)
	case n < 90:
		return r.pick([]string{"Muhammad", "Moh.", "Moch.", "M."}) + " " + r.word(r.male) + " " + r.word(r.second)
	case n < 96:
		return r.pick([]string{"Siti", "Sri", "Nur"}) + " " + r.word(r.female)
	case n < 98:
		return r.word(given) + " " + string(rune('A'+r.rng.IntN(26))) + "."
	default:
		return r.pick(r.old)
	}
}

// titled adds titles to one name in three.
func (r *roster) titled() string {
	name := r.name()
	switch n := r.rng.IntN(100); {
	case n < 14:
		name = "H. " + name
	case n < 24:
		name = "Hj. " + name
	case n < 30:
		name = "Drs. " + name + ", M.Si."
	case n < 36:
		name += ", S.Pd."
	}
	return name
}

// entry makes the guest of a row. Phones are the synthetic ones: 0810-000 and four or five digits.
func (r *roster) entry(row int) Entry {
	at := r.rng.IntN(len(r.villages))
	village, district := r.villages[at], r.villages[at%14]
	e := Entry{Name: r.titled(), Place: village + ", Kec. " + district, Row: row + 1}
	switch n := r.rng.IntN(100); {
	case n < 38:
		e.Post, e.Institution = "Kepala Desa", "Pemerintah Desa "+village
	case n < 46:
		e.Post, e.Institution = "Lurah", "Kelurahan "+village
	case n < 60:
		e.Post, e.Institution = "Perangkat Desa", "Desa "+village
	case n < 75:
		e.Institution = fmt.Sprintf("PT Contoh %s Wisata (fiktif)", r.villages[r.rng.IntN(40)])
	case n < 80:
		e.Post, e.Institution = "Guru", fmt.Sprintf("SMK Contoh %d", 1+r.rng.IntN(9))
	}
	if r.rng.IntN(5) > 0 {
		e.Phone = fmt.Sprintf("+62810000%05d", r.rng.IntN(100_000))
	}
	return e
}

// terms gives the stored terms of so many guests.
func (r *roster) terms(n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = Terms(r.entry(i))
	}
	return list
}
