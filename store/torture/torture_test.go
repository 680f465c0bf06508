package main

import (
	"os"
	"runtime"
	"strings"
	"testing"
)

// TestMain makes the test binary the writer that is killed.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == writerWord {
		os.Exit(writer(os.Args[2:]))
	}
	os.Exit(m.Run())
}

// TestTorture runs every row small; go run ./store/torture runs them at full size.
func TestTorture(t *testing.T) {
	small := map[string]int{"kill": 25, "cut": 400, "fault": 200, "length": 60, "page": 60}
	for _, r := range rows() {
		t.Run(r.name, func(t *testing.T) {
			t.Parallel()
			if r.name == "kill" && runtime.GOOS == "windows" {
				t.Skip("a process is ended otherwise there")
			}
			n := small[r.name]
			if n == 0 {
				n = 100
			}
			c, err := newRun(n, 1)
			if err != nil {
				t.Fatal(err)
			}
			err = r.run(c)
			if e := c.end(); err != nil || e != nil {
				t.Error(err, e)
			}
			caught := 0
			for what, n := range c.counts {
				if strings.HasPrefix(what, "control caught") {
					caught += n
				}
			}
			if caught == 0 {
				t.Errorf("no control of it was caught: %s", c.tally())
			}
			t.Log(c.tally())
		})
	}
}
