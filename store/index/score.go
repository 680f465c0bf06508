package index

import "math"

// The constants of BM25: how soon more of a word stops counting more, and how much longer texts count less. Notes are short,
// and a long answer is not worse for being long: less than the usual 0.75.
const (
	saturation = 1.2
	lengthBias = 0.5
)

// The age of what is found: a note of today counts fully, one of halfLife days so much less as half of fade.
const (
	fade     = 0.2
	halfLife = 2 * 365
)

// rarity is how much a term says that df of n documents have.
func rarity(n, df float64) float64 {
	df = math.Min(df, n)
	return math.Log(1 + (n-df+0.5)/(df+0.5))
}

// norms are how much a document's length counts against it.
type norms struct {
	table   [1 << 11]float64
	average float64
}

func (n *norms) fill(words uint64, docs uint32) {
	average := math.Max(1, float64(words)/math.Max(1, float64(docs)))
	if average == n.average {
		return
	}
	n.average = average
	for i := range n.table {
		n.table[i] = n.of(i)
	}
}

func (n *norms) of(length int) float64 {
	return saturation * (1 - lengthBias + lengthBias*float64(length)/n.average)
}

// part is what the term's count is worth in a document of that length: from 0 to 1+saturation.
func (n *norms) part(count uint32, length uint16) float64 {
	k := 0.0
	if int(length) < len(n.table) {
		k = n.table[length]
	} else {
		k = n.of(int(length))
	}
	c := float64(count)
	return c * (1 + saturation) / (c + k)
}

// freshness is what a document's day makes of its score; 0 is an unknown day, as good as long ago.
func freshness(day, today uint16) float64 {
	if day == 0 {
		return 1 - fade
	}
	age := math.Max(0, float64(today)-float64(day))
	return 1 - fade + fade*math.Exp2(-age/halfLife)
}
