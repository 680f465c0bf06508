package name

import (
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/junegunn/fzf/src/algo"
	"github.com/junegunn/fzf/src/util"
)

// queries is what a desk types in an evening: every key on the way to a name is one query.
func queries() []string {
	typed := []string{
		"sutrisno", "siti nur", "sri lestari", "soedjarwo", "tjahjono", "moch arif", "nurhidayah", "nur hidayah",
		"kepala desa", "drs sutrisno", "rahmawati", "prasetyo wib", "kelurahan", "sarjno", "suyanto", "zzzz",
	}
	var all []string
	for _, q := range typed {
		for n := range len(q) {
			if q[n] != ' ' {
				all = append(all, q[:n+1])
			}
		}
	}
	return append(all, "7", "12", "431", "2024", "12345", "s r", "a s", "d k", "pemerintah desa r", "siti nurhaliza rembang")
}

// times runs a function over every query, some rounds, and reports p50 and p99 of one query in microseconds.
func times(b *testing.B, ask func(query string)) (p50 float64) {
	all := queries()
	for _, q := range all {
		ask(q) // the first query makes room
	}
	var took []time.Duration
	for b.Loop() {
		for _, q := range all {
			start := time.Now()
			ask(q)
			took = append(took, time.Since(start))
		}
	}
	slices.Sort(took)
	at := func(share float64) float64 {
		return float64(took[int(float64(len(took)-1)*share)].Nanoseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "p50-µs")
	b.ReportMetric(at(0.99), "p99-µs")
	b.ReportMetric(at(1), "max-µs")
	b.ReportMetric(0, "ns/op") // an operation here is all queries: the percentiles are what counts
	return at(0.5)
}

// BenchmarkFind asks the index and, in the same run, fzf's matcher over the names alone, which is less than
// what the index searches. fzf matches loosely and scores; it is the peer because people know how fast it feels.
func BenchmarkFind(b *testing.B) {
	for _, size := range []struct {
		name string
		n    int
	}{{"100k", 100_000}, {"1M", 1_000_000}} {
		if testing.Short() && size.n > 100_000 {
			continue
		}
		terms := newRoster(b, 1).terms(size.n)
		ix := NewIndex(terms)
		var ours, peer float64
		b.Run(size.name+"/index", func(b *testing.B) {
			b.ReportAllocs()
			ours = times(b, func(q string) { ix.Find(q, 50) })
		})
		b.Run(size.name+"/fzf", func(b *testing.B) {
			names := make([]util.Chars, len(terms))
			for i, t := range terms {
				names[i] = util.ToChars([]byte(takeApart(t).name))
			}
			algo.Init("default")
			slab := util.MakeSlab(100*1024, 2048)
			peer = times(b, func(q string) {
				pattern := []rune(q)
				for i := range names {
					algo.FuzzyMatchV2(false, false, true, &names[i], pattern, false, slab)
				}
			})
			if ours > 0 {
				b.ReportMetric(peer/ours, "times-index-p50")
			}
		})
	}
}

// BenchmarkBuild opens a door of 100,000 guests from stored terms.
func BenchmarkBuild(b *testing.B) {
	terms := newRoster(b, 1).terms(100_000)
	b.ReportAllocs()
	for b.Loop() {
		NewIndex(terms).building.Wait()
	}
}

// BenchmarkMemory reports what an open door of 100,000 guests holds, the terms themselves included.
func BenchmarkMemory(b *testing.B) {
	for b.Loop() {
		var before, after runtime.MemStats
		roster := newRoster(b, 1)
		runtime.GC()
		runtime.ReadMemStats(&before)
		ix := NewIndex(roster.terms(100_000))
		for _, q := range queries() {
			ix.Find(q, 50)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MiB")
		b.ReportMetric(float64(len(ix.texts)), "words")
		runtime.KeepAlive(ix)
	}
}

// BenchmarkTerms folds one guest, as saving does.
func BenchmarkTerms(b *testing.B) {
	r := newRoster(b, 1)
	entries := make([]Entry, 1000)
	for i := range entries {
		entries[i] = r.entry(i)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Terms(entries[i%len(entries)])
		i++
	}
}

// BenchmarkSet corrects one guest among 100,000.
func BenchmarkSet(b *testing.B) {
	terms := newRoster(b, 1).terms(100_000)
	ix := NewIndex(terms)
	i := 0
	for b.Loop() {
		row := i * 7919 % len(terms)
		ix.Set(row, strings.Replace(terms[row], "a", "o", 1+i%2))
		i++
	}
}
