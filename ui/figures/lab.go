package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"hadir/model"
	"hadir/store"
)

// lab is where the measuring is done: a folder that is thrown away, the programs, and the list of guests that several figures
// need. Each is made when it is first asked for.
type lab struct {
	dir     string
	quick   bool
	guests  int // on the large list
	hadir   func() (string, error)
	minimal func() (string, error)
	list    func() (string, error) // the large list as a CSV file
	full    func() (string, error) // a database with the large list in it
	archive func() (string, error) // a database with ten years of events in it

	discussion func() (discussion, error)
}

func newLab(dir string, quick bool) *lab {
	l := &lab{dir: dir, quick: quick, guests: 100_000}
	if quick {
		l.guests = 5_000
	}
	l.hadir = sync.OnceValues(func() (string, error) { return l.build("hadir", "hadir") })
	l.minimal = sync.OnceValues(func() (string, error) { return l.build("minimal", "hadir/ui/figures/minimal") })
	l.list = sync.OnceValues(func() (string, error) {
		path := filepath.Join(dir, "list.csv")
		return path, writeList(path, l.guests)
	})
	l.full = sync.OnceValues(l.fill)
	l.archive = sync.OnceValues(l.makeArchive)
	l.discussion = sync.OnceValues(l.makeDiscussion)
	return l
}

// build builds a package of this module as it would be shipped.
func (l *lab) build(name, path string) (string, error) {
	out := filepath.Join(l.dir, name)
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", out, path)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if text, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build %s: %w\n%s", path, err, text)
	}
	return out, nil
}

// pick is how much of something there is to be: all, or a little for trying.
func (l *lab) pick(all, little string) string {
	if l.quick {
		return little
	}
	return all
}

// rounds is how often something is to be done.
func (l *lab) rounds(all int) int {
	if l.quick {
		return max(2, all/8)
	}
	return all
}

// hallSize is a hall to search in.
type hallSize struct {
	guests, rounds int
	limit          time.Duration
}

func (l *lab) halls() []hallSize {
	if l.quick {
		return []hallSize{{10_000, 3, time.Millisecond}}
	}
	return []hallSize{{100_000, 7, time.Millisecond}, {1_000_000, 3, 3 * time.Millisecond}}
}

// fill makes the database with the large list in it, by the commands that an officer has.
func (l *lab) fill() (string, error) {
	db, err := l.event("full.db")
	if err != nil {
		return "", err
	}
	list, err := l.list()
	if err != nil {
		return "", err
	}
	hadir, err := l.hadir()
	if err != nil {
		return "", err
	}
	return db, run(hadir, "--db", db, "import", "latest", list)
}

// event makes a database with one event in it. Who starts Hadir on it gets the first screen of every day, not the welcome.
func (l *lab) event(file string) (db string, err error) {
	hadir, err := l.hadir()
	if err != nil {
		return "", err
	}
	db = filepath.Join(l.dir, file)
	if err := run(hadir, "--db", db, "event", "add", "--title", "Kegiatan Contoh"); err != nil {
		return "", err
	}
	return db, welcomed(db)
}

// welcomed notes that the welcome has been passed over.
func welcomed(db string) (err error) {
	s, err := store.Open(db, store.Options{})
	if err != nil {
		return err
	}
	defer func() {
		if e := s.Close(); err == nil {
			err = e
		}
	}()
	act := model.Act{ID: model.ID{1}, Wall: time.Now(), Verb: model.VerbEdit}
	c := act.Change(model.DeskSettings(s.Device()), model.Write(model.DeskWelcomed, "1"))
	return s.Apply(context.Background(), []model.Change{c})
}

// run runs a command to its end.
func run(program string, args ...string) error {
	if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", filepath.Base(program), strings.Join(args, " "), err, out)
	}
	return nil
}
