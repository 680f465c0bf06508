package exchange

import (
	"math"
	"strings"

	"hadir/model/sheet"
)

// sampleBytes is how much of a text the delimiter is guessed from.
const sampleBytes = 64 << 10

// guessDelimiter finds what separates the cells, or zero for a file of one column. The rows of a table have equally many
// cells, so the character that cuts most rows into the same number of cells wins, more cells counting for more.
func guessDelimiter(text string) byte {
	sample := text
	if len(sample) > sampleBytes {
		sample = sample[:sampleBytes]
		// The last row is cut off and would only disturb.
		if i := strings.LastIndexAny(sample, "\r\n"); i > 0 {
			sample = sample[:i]
		}
	}
	var best byte
	var bestScore float64
	for _, delim := range []byte{'\t', ';', ',', '|'} {
		if s := measure(sample, delim); s.plausible(sample) && s.score() > bestScore {
			best, bestScore = delim, s.score()
		}
	}
	return best
}

// cutting is what one delimiter makes of a sample.
type cutting struct {
	delim   byte
	rows    int // that are not blank
	single  int // of them, those that the delimiter does not cut
	usual   int // the commonest number of cells above one
	regular int // rows with that number
}

// measure cuts the sample at one delimiter.
func measure(sample string, delim byte) cutting {
	c := cutting{delim: delim}
	// Indexed by number of cells; what is wider than any table counts as the widest.
	var counts [MaxColumns + 1]int
	for sc := newRecords(sample, delim, nil); sc.next(); {
		if (sheet.Row{Cells: sc.fields}).Filled() == 0 {
			continue
		}
		c.rows++
		counts[min(len(sc.fields), MaxColumns)]++
	}
	c.single = counts[1]
	for cells := 2; cells < len(counts); cells++ {
		if counts[cells] > c.regular {
			c.usual, c.regular = cells, counts[cells]
		}
	}
	return c
}

// share is how many of the rows are alike, 0 to 1.
func (c cutting) share() float64 { return float64(c.regular) / float64(max(1, c.rows)) }

// score ranks delimiters that are plausible.
func (c cutting) score() float64 { return c.share() * (1 + math.Log2(float64(max(1, c.usual)))) }

// plausible is about the comma: in a list of names alone it stands before degrees ("Suyatno, S.H.") and separates nothing.
func (c cutting) plausible(sample string) bool {
	if c.usual < 2 {
		return false
	}
	if c.delim != ',' || c.usual >= 4 {
		return true
	}
	loose := strings.Count(sample, ", ")*10 >= strings.Count(sample, ",")*9
	return !(loose && c.single > 0) && c.share() >= 0.5
}
