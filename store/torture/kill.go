package main

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"hadir/model"
	"hadir/store"
)

// writerWord begins the arguments of the process that is killed.
const writerWord = "-writer"

// How the process that is killed behaves.
const (
	asItShould = "as it should" // the word comes after the deed, until it is killed
	tooEarly   = "too early"    // the negative control: the word comes before the deed
	toItsEnd   = "to its end"   // the positive control: a few commits, and an orderly end
)

// seriesLength is how many kills one database lives through. Its first start is killed as well.
const seriesLength = 100

// kills kills a writing process again and again, on databases that grow old, and looks for what it had acknowledged.
func kills(c *run) error {
	if err := unkilled(c); err != nil {
		return err
	}
	early, err := killing(c, 60, tooEarly)
	if err != nil {
		return err
	}
	c.counts["control"], c.counts["control caught"] = 60, early.counts["lost"]
	if early.counts["lost"] == 0 {
		c.broken("the control, which acknowledges early, was not caught")
	}
	told, err := killing(c, c.n, asItShould)
	c.take(told)
	return err
}

// unkilled lets a process come to its end: nothing may be found then.
func unkilled(c *run) error {
	dir, err := c.folder("unkilled")
	if err != nil {
		return err
	}
	acks, o := filepath.Join(dir, "acks"), &oracle{}
	cmd, err := child(dir, acks, c.rand.Uint64(), toItsEnd)
	if err != nil {
		return err
	}
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("a writer that nobody kills: %w", err)
	}
	if err := o.read(acks); err != nil {
		return err
	}
	seen, err := look(filepath.Join(dir, "db"), true)
	if err != nil || len(o.acked) == 0 || o.missing(seen) > 0 || len(seen.notices) > 0 || !seen.checked.Sound() {
		c.broken("the control, a writer that nobody kills: %v, %d acknowledged, %+v", err, len(o.acked), seen)
	}
	return nil
}

// killing is so many kills, in series of which several run side by side: most of the time each waits for its process to come so far.
// Every other series has its files in memory, where a process starts sooner: what SIGKILL leaves is in the system's memory in any
// case. The others have them on the disk, where it meets syncs that take their time.
func killing(c *run, n int, how string) (told *run, err error) {
	told = &run{counts: make(map[string]int)}
	var mu sync.Mutex
	var errs []error
	var all sync.WaitGroup
	turns := make(chan struct{}, 4*runtime.GOMAXPROCS(0))
	for i := 0; n > 0; i++ {
		base, length, seed := c.dir, min(n, seriesLength), c.rand.Uint64()
		if i%2 == 1 {
			base = ""
		}
		n -= length
		turns <- struct{}{}
		all.Go(func() {
			defer func() { <-turns }()
			one := &run{counts: make(map[string]int), rand: rand.New(rand.NewPCG(seed, 3))}
			e := series(one, base, length, how)
			mu.Lock()
			defer mu.Unlock()
			told.take(one)
			if e != nil {
				errs = append(errs, e)
			}
		})
	}
	all.Wait()
	return told, errors.Join(errs...)
}

// series is the kills of one database.
func series(c *run, base string, n int, how string) (err error) {
	dir, err := os.MkdirTemp(base, "hadir-kill-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	acks, o := filepath.Join(dir, "acks"), &oracle{}
	for i := range n {
		if err := killOne(dir, acks, c.rand, how); err != nil {
			return err
		}
		c.count("kills")
		if i%5 != 4 && i != n-1 {
			// Most starts follow a kill at once, as an impatient person does it.
			continue
		}
		if err := o.read(acks); err != nil {
			return err
		}
		seen, err := look(filepath.Join(dir, "db"), i%50 == 49)
		switch {
		case err != nil:
			c.broken("kill %d: %v", i, err)
		case how == tooEarly:
			c.counts["lost"] += o.missing(seen)
			o.acked = nil
			if err := os.Remove(acks); err != nil && !errors.Is(err, os.ErrNotExist) {
				return err
			}
		case o.missing(seen) > 0:
			c.broken("kill %d: %d of %d lost; %v", i, o.missing(seen), len(o.acked), seen.notices)
		case !seen.checked.Sound():
			c.broken("kill %d: %+v", i, seen.checked.Findings)
		}
	}
	c.counts["acknowledged"] += len(o.acked)
	return nil
}

// read reads which acts the killed writers had acknowledged. A last line that is not whole was not.
func (o *oracle) read(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	o.acked = o.acked[:0]
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if id, err := model.ParseID(lines.Text()); err == nil && len(lines.Text()) == 26 {
			o.acked = append(o.acked, id)
		}
	}
	return lines.Err()
}

// child is a process that writes.
func child(dir, acks string, seed uint64, how string) (*exec.Cmd, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(self, writerWord, filepath.Join(dir, "db"), acks, strconv.FormatUint(seed, 10), how)
	cmd.Stderr = os.Stderr
	return cmd, nil
}

// killOne starts a writer and kills it at a random moment, its start included.
func killOne(dir, acks string, r *rand.Rand, how string) error {
	cmd, err := child(dir, acks, r.Uint64(), how)
	if err != nil {
		return err
	}
	before := length(acks)
	if err := cmd.Start(); err != nil {
		return err
	}
	moment(acks, before, how == tooEarly || r.IntN(2) == 0, r)
	if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	err = cmd.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		if s, ok := exit.Sys().(syscall.WaitStatus); ok && s.Signaled() {
			return nil
		}
	}
	if err == nil {
		return errors.New("the writer ended by itself")
	}
	return err
}

// moment waits for a random moment: of the start, or of the work, which begins with the first acknowledgement.
func moment(acks string, before int64, atWork bool, r *rand.Rand) {
	if !atWork {
		time.Sleep(time.Duration(r.Int64N(int64(40 * time.Millisecond))))
		return
	}
	for end := time.Now().Add(patience); length(acks) == before && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(time.Duration(r.Int64N(int64(10 * time.Millisecond))))
}

func length(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// writer is the process that is killed: a busy door, two desks at once, that writes down each acknowledgement elsewhere.
func writer(args []string) int {
	if len(args) != 4 {
		return 2
	}
	seed, err := strconv.ParseUint(args[2], 10, 64)
	if err == nil {
		err = write(args[0], args[1], seed, args[3])
	}
	if err == nil && args[3] == toItsEnd {
		return 0
	}
	if err != nil && !strings.Contains(err.Error(), "closed") {
		fmt.Fprintln(os.Stderr, "writer:", err)
	}
	return 1
}

func write(dir, acks string, seed uint64, how string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	// Appended without a sync: a kill takes nothing from the system's memory.
	out, err := os.OpenFile(acks, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	now := begin().Add(time.Duration(seed % 1e12))
	s, err := store.Open(filepath.Join(dir, dayName), options(seed, &now, nil))
	if err != nil {
		return err
	}
	d := &day{s: s, rand: rand.New(rand.NewPCG(seed, 9)), now: now}
	word := func(act model.ID, e error) {
		if e == nil {
			_, err = out.WriteString(act.String() + "\n")
		}
	}
	d.told = word
	if how == tooEarly {
		d.told, d.before = func(model.ID, error) {}, func(act model.ID) { word(act, nil) }
	}
	d.work(2)
	for n := 0; err == nil; n++ {
		if how == toItsEnd && n == 20 {
			return s.Close()
		}
		d.present()
	}
	return err
}
