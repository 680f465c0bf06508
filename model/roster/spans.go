package roster

import (
	"runtime"
	"sync"
)

// shortest is how many of a list are worth a processor of their own.
const shortest = 512

// spans cuts a list of n into one part for each processor, and calls f with all of them at once: the part's number, and where
// it begins and ends. What f writes for one part it may not read of another. It tells how many parts there were.
func spans(n int, f func(part, from, to int)) int {
	parts := max(1, min(runtime.GOMAXPROCS(0), n/shortest))
	var wg sync.WaitGroup
	for part := range parts {
		wg.Go(func() { f(part, n*part/parts, n*(part+1)/parts) })
	}
	wg.Wait()
	return parts
}
