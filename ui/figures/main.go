// Command figures measures what Hadir promises in numbers, each beside its peer, and prints a table of it:
//
//	go run ./ui/figures [-quick] [-only name]
//
// It builds and runs the real program; what shows on a screen is measured on a pseudo-terminal. It needs the go command, and
// sqlite3 for one peer. Ours and the peer's take turns, so that whatever else the machine does befalls both; read the ratios
// before the times.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
)

// figure is something that can be measured: what -only calls it, and how.
type figure struct {
	name    string
	measure func(*lab) ([]row, error)
}

// figures are all of them. The import is the first that needs the large list, and finds fresh files.
func figures() []figure {
	return []figure{
		{"checkin", checkIn},
		{"desks", fourDesks},
		{"check", checking},
		{"find", find},
		{"key", keys},
		{"open", opening},
		{"frame", firstFrame},
		{"import", imports},
		{"memory", atDoor},
		{"search", searching},
		{"similar", similar},
		{"judged", judged},
		{"ask", asking},
		{"save", saving},
		{"archive-key", archiveKeys},
		{"archive-open", archiveOpen},
		{"papers", papers},
	}
}

func main() {
	quick := flag.Bool("quick", false, "small sizes, to try the command; its figures promise nothing")
	only := flag.String("only", "", "measure one figure: "+names())
	flag.Parse()
	if err := measure(*quick, *only); err != nil {
		fmt.Fprintln(os.Stderr, "figures:", err)
		os.Exit(1)
	}
}

func names() string {
	var all []string
	for _, f := range figures() {
		all = append(all, f.name)
	}
	return strings.Join(all, ", ")
}

// measure takes one figure after the other and prints each as soon as it is known. One that cannot be taken does not keep the
// others from being taken.
func measure(quick bool, only string) (err error) {
	dir, err := os.MkdirTemp("", "hadir-figures-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	l := newLab(dir, quick)
	known := false
	head(os.Stdout, fmt.Sprintf("%d guests on the large list", l.guests))
	for _, f := range figures() {
		if only != "" && f.name != only {
			continue
		}
		known = true
		rows, e := f.measure(l)
		if e != nil {
			err = errors.Join(err, fmt.Errorf("%s: %w", f.name, e))
		}
		for _, r := range rows {
			r.print(os.Stdout)
		}
	}
	if !known {
		return fmt.Errorf("no figure is called %q; there are %s", only, names())
	}
	return err
}
