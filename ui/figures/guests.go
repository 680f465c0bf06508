package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"

	"hadir/model"
	"hadir/model/hall"
)

// crowd makes guests as large lists have them: some 5,000 different words, a few of them in every tenth name and most of them
// rare, titles on one name in three, villages that repeat. The same seed makes the same guests.
type crowd struct {
	rng      *rand.Rand
	common   []string
	rare     *rand.Zipf
	words    []string
	villages []string
}

const (
	vocabulary = 5000
	villages   = 8000
	districts  = 600
)

// common are given names that real lists are full of.
const common = "Siti Sri Nur Muhammad Moh. Agus Ahmad Abdul Slamet Sutrisno Suyatno Sukarno Suparno Hartono Rahmawati Lestari " +
	"Wulandari Fitriani Hidayah Hidayat Setiawan Santoso Wibowo Prasetyo Nugroho Susanti Handayani Kurniawan Saputra Utami"

func newCrowd(seed uint64) *crowd {
	c := &crowd{rng: rand.New(rand.NewPCG(seed, 1)), common: strings.Fields(common)}
	// Both numbers are from trying: the most frequent of the rare words is then in one name of twenty.
	c.rare = rand.NewZipf(c.rng, 1.05, 8, vocabulary-1)
	seen := make(map[string]bool)
	for len(c.words) < vocabulary {
		if w := c.coin(); !seen[w] {
			seen[w] = true
			c.words = append(c.words, w)
		}
	}
	for range villages {
		c.villages = append(c.villages, c.coin())
	}
	return c
}

// coin makes a word of two to four syllables.
func (c *crowd) coin() string {
	syllables := strings.Fields("su har mul wi dar kar ba di ka lu mar nga pur ra sin ta yo gun ja sem to ni men kra pa lo dah ri " +
		"ku an tri ban no ti wan yah tun jo mi sa")
	var b strings.Builder
	for range 2 + c.rng.IntN(3) {
		b.WriteString(c.pick(syllables))
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

func (c *crowd) pick(words []string) string { return words[c.rng.IntN(len(words))] }

func (c *crowd) word() string {
	if c.rng.IntN(3) == 0 {
		return c.pick(c.common)
	}
	return c.words[c.rare.Uint64()]
}

// name is a whole name as lists write it, with titles.
func (c *crowd) name() string {
	s := c.word()
	for range c.rng.IntN(3) {
		s += " " + c.word()
	}
	switch n := c.rng.IntN(100); {
	case n < 14:
		s = "H. " + s
	case n < 24:
		s = "Hj. " + s
	case n < 30:
		s = "Drs. " + s + ", M.Si."
	case n < 36:
		s += ", S.Pd."
	}
	return s
}

// guest is one row of a list.
type guest struct {
	name, post, institution, village, district, phone string
}

// guest makes the next row. Phones are of the range that is nobody's: 0810-000 and six digits.
func (c *crowd) guest() guest {
	at := c.rng.IntN(len(c.villages))
	g := guest{name: c.name(), village: c.villages[at], district: c.villages[at%districts]}
	switch n := c.rng.IntN(100); {
	case n < 40:
		g.post, g.institution = "Kepala Desa", "Pemerintah Desa "+g.village
	case n < 60:
		g.post, g.institution = "Perangkat Desa", "Pemerintah Desa "+g.village
	case n < 80:
		g.post, g.institution = "Staf", fmt.Sprintf("PT Contoh %s Wisata (fiktif)", c.villages[c.rng.IntN(40)])
	default:
		g.post = "Tokoh Masyarakat"
	}
	if c.rng.IntN(5) > 0 {
		g.phone = fmt.Sprintf("0810000%06d", c.rng.IntN(1_000_000))
	}
	return g
}

// repeats is one row in how many that stands on the list a second time, as lists put together from several do.
const repeats = 100

// writeList writes a list of n rows as an office would save it from Excel.
func writeList(path string, n int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	err = fill(f, n)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

func fill(f io.Writer, n int) error {
	c, w := newCrowd(1), csv.NewWriter(f)
	if err := w.Write([]string{"No", "Nama", "Jabatan", "Instansi", "Desa", "Kecamatan", "No. HP"}); err != nil {
		return err
	}
	var g guest
	for i := range n {
		if i%repeats != repeats-1 {
			g = c.guest()
		}
		row := []string{strconv.Itoa(i + 1), g.name, g.post, g.institution, g.village, g.district, g.phone}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// fullHall is the door of n guests in memory.
func fullHall(n int) *hall.Hall {
	c := newCrowd(1)
	guests, terms := make([]model.Guest, n), make([]string, n)
	for i := range guests {
		g := c.guest()
		guests[i] = model.Guest{
			Name: g.name, Post: g.post, Institution: g.institution, Village: g.village, District: g.district,
			Phone: g.phone, Order: i + 1,
		}
		// A hall takes guests in the order of their IDs; here these count up.
		guests[i].ID = model.ID{byte(i >> 24), byte(i >> 16), byte(i >> 8), byte(i)}
		terms[i] = hall.Terms(guests[i])
	}
	return hall.New(model.Event{}, model.Session{}, guests, terms, nil)
}
