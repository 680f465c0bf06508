package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// errNoProc is why a figure about memory is left out.
var errNoProc = errors.New("this system has no /proc")

// memory reads figures of a process in bytes, such as VmRSS and VmHWM, from /proc.
func memory(pid int) (map[string]int64, error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return nil, err
	}
	m := make(map[string]int64)
	for line := range strings.Lines(string(b)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.HasSuffix(value, "kB\n") {
			kilobytes, err := strconv.ParseInt(strings.Fields(value)[0], 10, 64)
			if err != nil {
				return nil, fmt.Errorf("%s of process %d: %w", name, pid, err)
			}
			m[name] = kilobytes << 10
		}
	}
	return m, nil
}

// peak watches a process until it ends and gives the most memory that it ever had. The kernel keeps the peak, so only what
// grows after the last look is missed; the rusage of a child that has ended would count ours at its start.
func peak(pid int, ended <-chan struct{}) (most int64) {
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	for {
		// Once the process has ended there is nothing to read, and what was read last stands.
		if m, err := memory(pid); err == nil {
			most = max(most, m["VmHWM"])
		}
		select {
		case <-ended:
			return most
		case <-look.C:
		}
	}
}

// atDoor is the memory of the program at the door of the large list, after some typing.
func atDoor(l *lab) ([]row, error) {
	if !hasProc() {
		return []row{{what: "memory at the door", notMeasured: errNoProc.Error()}}, nil
	}
	hadir, minimal, db, err := l.programs()
	if err != nil {
		return nil, err
	}
	door, _, err := openDoor(hadir, db)
	if err != nil {
		return nil, err
	}
	defer door.end()
	for _, k := range typing(60) {
		if _, err := k(door); err != nil {
			return nil, err
		}
	}
	list, _, err := startMinimal(minimal)
	if err != nil {
		return nil, err
	}
	defer list.end()
	ours, err := memory(door.cmd.Process.Pid)
	if err != nil {
		return nil, err
	}
	peer, err := memory(list.cmd.Process.Pid)
	if err != nil {
		return nil, err
	}
	return []row{{
		what:  fmt.Sprintf("memory at the door of %d guests, VmRSS", l.guests),
		ours:  fmt.Sprintf("%s (RssAnon %s)", megabytes(ours["VmRSS"]), megabytes(ours["RssAnon"])),
		peer:  fmt.Sprintf("%s (RssAnon %s; a minimal list)", megabytes(peer["VmRSS"]), megabytes(peer["RssAnon"])),
		ratio: float64(ours["VmRSS"]) / float64(peer["VmRSS"]), bars: []bar{below(ours["VmRSS"], 150e6)},
	}}, nil
}

func hasProc() bool {
	_, err := memory(os.Getpid())
	return err == nil
}
