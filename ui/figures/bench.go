package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// Two figures need the store from inside: the bytes that a commit put, to put the same into a bare bbolt file. They are
// benchmarks of the store, and only run from here.

// checkIn is how long a check-in takes until it is on disk.
func checkIn(l *lab) ([]row, error) {
	var rows []row
	for _, f := range []struct {
		name, what string
		most       float64
	}{
		{"BenchmarkCheckIn", "check-in until it is on disk, median", 2},
		{"BenchmarkCheckInSealed", "the same in a sealed database", 2.3},
	} {
		m, err := benchmark(f.name, l.pick("4000x", "400x"))
		if err != nil {
			return rows, err
		}
		ours, peer := microseconds(m["hadir-µs"]), microseconds(m["bbolt-µs"])
		rows = append(rows, row{
			what: f.what, ours: show(ours), peer: show(peer) + " (bare bbolt Update, the same bytes)",
			ratio: m["ratio"], bars: []bar{within(m["ratio"], f.most)},
		})
	}
	return rows, nil
}

// checking is how long the whole check takes that a file goes through before it is opened.
func checking(l *lab) ([]row, error) {
	m, err := benchmark("BenchmarkCheck", l.pick("20x", "3x"))
	if err != nil {
		return nil, err
	}
	took := time.Duration(m["check-ms"] * float64(time.Millisecond))
	return []row{{
		what: "check of every page and value of a file with 25,000 records, before it is opened", ours: show(took),
		bars: []bar{under(took, 300*time.Millisecond)},
	}}, nil
}

// fourDesks is how much more four desks get on disk than one.
func fourDesks(l *lab) ([]row, error) {
	m, err := benchmark("BenchmarkFourDesks", l.pick("15x", "3x"))
	if err != nil {
		return nil, err
	}
	return []row{{
		what: "four desks at once, check-ins a second", ours: fmt.Sprintf("%.2f", m["ratio"]), peer: "1 (one desk)",
		ratio: m["ratio"], bars: []bar{atLeast(m["ratio"], 2)},
	}}, nil
}

// benchmark runs one of the store's and gives what it reports, by unit. env is what else it is to find in its environment.
func benchmark(name, times string, env ...string) (map[string]float64, error) {
	args := []string{"test", "-run", "^$", "-bench", "^" + name + "$", "-benchtime", times, "hadir/store"}
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	m, err := metrics(string(out), name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return m, nil
}

// metrics reads a benchmark's line: the name, how often it ran, then values, each before its unit.
func metrics(output, name string) (map[string]float64, error) {
	for line := range strings.Lines(output) {
		words := strings.Fields(line)
		if len(words) < 4 || !strings.HasPrefix(words[0], name) {
			continue
		}
		m := make(map[string]float64)
		for i := 2; i+1 < len(words); i += 2 {
			v, err := strconv.ParseFloat(words[i], 64)
			if err != nil {
				return nil, err
			}
			m[words[i+1]] = v
		}
		return m, nil
	}
	return nil, errors.New("it has reported nothing")
}

func microseconds(n float64) time.Duration { return time.Duration(n * float64(time.Microsecond)) }
