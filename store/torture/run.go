package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// mostBad is how many bad cases are told of one by one.
const mostBad = 5

// run is one row while it runs: how many cases, a folder of its own, and what came of them.
type run struct {
	n      int
	dir    string
	rand   *rand.Rand
	counts map[string]int
	bad    []string
}

func newRun(n int, seed uint64) (*run, error) {
	// Where memory is a file system, syncs cost nothing, and what is simulated needs none.
	base := "/dev/shm"
	if info, err := os.Stat(base); err != nil || !info.IsDir() {
		base = ""
	}
	dir, err := os.MkdirTemp(base, "hadir-torture-")
	return &run{n: n, dir: dir, rand: rand.New(rand.NewPCG(seed, uint64(n))), counts: make(map[string]int)}, err
}

// end throws the folder away, and tells of what was bad.
func (c *run) end() error {
	err := os.RemoveAll(c.dir)
	if n := c.counts["BAD"]; n > 0 {
		err = errors.Join(err, fmt.Errorf("%d bad cases, such as:\n  %s", n, strings.Join(c.bad, "\n  ")))
	}
	return err
}

func (c *run) count(what string) { c.counts[what]++ }

// broken takes note of a case in which a promise was broken.
func (c *run) broken(format string, args ...any) {
	c.count("BAD")
	if len(c.bad) < mostBad {
		c.bad = append(c.bad, fmt.Sprintf(format, args...))
	}
}

// take adds up what another run has found.
func (c *run) take(other *run) {
	for what, n := range other.counts {
		c.counts[what] += n
	}
	c.bad = append(c.bad, other.bad[:min(len(other.bad), max(0, mostBad-len(c.bad)))]...)
}

func (c *run) tally() string {
	var parts []string
	for what := range c.counts {
		parts = append(parts, fmt.Sprintf("%s %d", what, c.counts[what]))
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}

// folder is a fresh folder.
func (c *run) folder(name string) (string, error) {
	dir := filepath.Join(c.dir, name)
	if err := os.RemoveAll(dir); err != nil {
		return "", err
	}
	return dir, os.MkdirAll(dir, 0o700)
}
