// Command torture breaks databases in every way that a field office's laptop can, and counts what was lost:
//
//	go run ./store/torture [-only name] [-n cases] [-seed n]
//
// Each row runs its cases and two controls: a positive one, in which nothing is broken and nothing may be found, and a negative
// one, in which the store is made to break its promise and the row has to notice. Without -n the row runs at its full size.
//
// What is simulated, and how: a power cut is a state of the files that is put together from a record of every write, sync and
// rename of a real run, with what was not synced dropped, kept, torn at sectors, garbled or kept in part. bbolt's own syncs are not
// seen but known: one before each meta page is written and one behind it, so a sync that fails is a meta page that is not
// written, or written and said not to be. Kills are real: another process, a real file, SIGKILL.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

// row is one way of breaking, its full size, and how it is run.
type row struct {
	name string
	what string
	full int
	run  func(c *run) error
}

func rows() []row {
	return []row{
		{"kill", "kill -9 at random moments of a busy door", 10_000, kills},
		{"cut", "power cuts at every boundary of a scripted day", 100_000, cuts},
		{"seal", "power cuts while a database is sealed and gets another passphrase", 10_000, seals},
		{"purge", "power cuts while personal data is taken out of a database", 10_000, purges},
		{"fault", "I/O that fails at every call of a scripted day", 4_000, faults},
		{"byte", "one byte flipped anywhere", 50_000, anyByte},
		{"header", "one byte flipped in a page's header or table", 20_000, headerByte},
		{"meta", "every byte of the two meta pages, one at a time", 40_800, metaByte},
		{"page", "a page zeroed", 2_000, zeroPage},
		{"length", "the file cut at a length", 1_000, cutLength},
		{"one", "any one file of the folder damaged or missing", 10_000, oneFile},
		{"two", "any two files of the folder damaged or missing", 10_000, twoFiles},
	}
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == writerWord {
		os.Exit(writer(os.Args[2:]))
	}
	only := flag.String("only", "", "run one row: "+names())
	n := flag.Int("n", 0, "cases of each row; 0: its full size")
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "where what is drawn begins")
	flag.Parse()
	if err := torture(*only, *n, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "torture:", err)
		os.Exit(1)
	}
}

func names() string {
	var all []string
	for _, r := range rows() {
		all = append(all, r.name)
	}
	return strings.Join(all, ", ")
}

// torture runs the rows and prints each as soon as it is through. A row that finds something bad does not keep the others from
// being run.
func torture(only string, n int, seed uint64) (err error) {
	fmt.Printf("seed %d\n", seed)
	known := false
	for _, r := range rows() {
		if only != "" && only != r.name {
			continue
		}
		known = true
		size := r.full
		if n > 0 {
			size = n
		}
		c, e := newRun(size, seed)
		if e != nil {
			return e
		}
		begin := time.Now()
		e = errors.Join(r.run(c), c.end())
		fmt.Printf("%-7s %s\n        %s, %s\n", r.name, r.what, c.tally(), time.Since(begin).Round(time.Second))
		if e != nil {
			err = errors.Join(err, fmt.Errorf("%s: %w", r.name, e))
		}
	}
	if !known {
		return fmt.Errorf("no row is called %q; there are %s", only, names())
	}
	return err
}
