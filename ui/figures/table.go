package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"
)

// row is one line of the table: what was measured here and at the peer, and what was promised.
type row struct {
	what        string
	ours, peer  string
	ratio       float64 // ours to the peer's; 0: they are not to be compared
	bars        []bar
	notMeasured string // why there is nothing in this row
}

// bar is one thing that was promised of a figure.
type bar struct {
	text string
	met  bool
}

// within promises at most so many times the peer's.
func within(ratio, limit float64) bar {
	return bar{fmt.Sprintf("at most %gx the peer", limit), ratio <= limit}
}

// atLeast promises at least so many times the peer's.
func atLeast(ratio, limit float64) bar {
	return bar{fmt.Sprintf("at least %gx the peer", limit), ratio >= limit}
}

// under promises less than so long.
func under(d, limit time.Duration) bar { return bar{"under " + show(limit), d < limit} }

// below promises less than so many bytes.
func below(n, limit int64) bar { return bar{"under " + megabytes(limit), n < limit} }

// show writes a time in milliseconds with three digits that count.
func show(d time.Duration) string {
	ms := float64(d) / float64(time.Millisecond)
	switch {
	case ms < 1:
		return fmt.Sprintf("%.3f ms", ms)
	case ms < 10 && d%time.Millisecond != 0:
		return fmt.Sprintf("%.2f ms", ms)
	}
	return fmt.Sprintf("%.0f ms", ms)
}

// megabytes writes a size in millions of bytes, which is less than a MiB and so the stricter measure.
func megabytes(n int64) string { return fmt.Sprintf("%.0f MB", float64(n)/1e6) }

// head prints the machine and the head of the table. What depends on the machine is only worth something beside it.
func head(w io.Writer, sizes string) {
	fmt.Fprintf(w, "%s, %d CPUs, %s/%s, %s; %s; load at the start %s\n\n",
		processor(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version(), sizes, load())
	fmt.Fprintln(w, "| what | Hadir | peer | ratio | bar | met |")
	fmt.Fprintln(w, "|---|---|---|---|---|---|")
}

func (r row) print(w io.Writer) {
	if r.notMeasured != "" {
		fmt.Fprintf(w, "| %s | not measured: %s | | | | |\n", r.what, r.notMeasured)
		return
	}
	ratio, met := "", "yes"
	if r.ratio > 0 {
		ratio = fmt.Sprintf("%.2f", r.ratio)
		if r.ratio < 0.1 {
			ratio = fmt.Sprintf("%.4f", r.ratio)
		}
	}
	var texts []string
	for _, b := range r.bars {
		texts = append(texts, b.text)
		if !b.met {
			met = "**no**"
		}
	}
	fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %s |\n", r.what, r.ours, r.peer, ratio, strings.Join(texts, ", "), met)
}

// processor names the CPU where the system tells it.
func processor() string {
	b, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "unknown CPU"
	}
	_, after, _ := strings.Cut(string(b), "model name")
	line, _, _ := strings.Cut(after, "\n")
	return strings.Trim(line, "\t: ")
}

// load is the machine's load of the last minute: a figure taken while others work is not worth much.
func load() string {
	b, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	first, _, _ := strings.Cut(string(b), " ")
	return first
}
