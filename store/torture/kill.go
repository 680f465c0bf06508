package main

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"hadir/model"
	"hadir/store"
)

// writerWord begins the arguments of the process that is killed.
const writerWord = "-writer"

// kills kills a writing process again and again, on one database that grows old, and looks for what it had acknowledged.
func kills(c *run) error {
	if err := killing(c, "control", 60, true); err != nil {
		return err
	}
	caught := c.counts["control lost"]
	if caught == 0 {
		c.broken("the control, which acknowledges early, was not caught")
	}
	return killing(c, "kills", c.n, false)
}

// killing is so many kills. Every hundred, a new database is begun: its first start is killed as well.
func killing(c *run, what string, n int, early bool) error {
	o := &oracle{}
	var dir, acks string
	for i := range n {
		if i%100 == 0 {
			var err error
			if dir, err = os.MkdirTemp("", "hadir-kill-"); err != nil {
				return err
			}
			defer os.RemoveAll(dir)
			acks, o = filepath.Join(dir, "acks"), &oracle{}
		}
		if err := killOne(dir, acks, c.rand, early); err != nil {
			return err
		}
		c.count(what)
		if i%5 != 4 {
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
		case early:
			c.counts["control lost"] += o.missing(seen)
			o.acked = nil
			if err := os.Remove(acks); err != nil && !errors.Is(err, os.ErrNotExist) {
				return err
			}
		case o.missing(seen) > 0:
			c.broken("kill %d: %d of %d lost; %v", i, o.missing(seen), len(o.acked), seen.notices)
		case !seen.checked.Sound():
			c.broken("kill %d: %+v", i, seen.checked.Findings)
		}
		c.counts["acknowledged"] = max(c.counts["acknowledged"], len(o.acked))
	}
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

// killOne starts a writer and kills it at a random moment, its start included.
func killOne(dir, acks string, r *rand.Rand, early bool) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.Command(self, writerWord, filepath.Join(dir, "db"), acks, strconv.FormatUint(r.Uint64(), 10), strconv.FormatBool(early))
	cmd.Stderr = os.Stderr
	before := length(acks)
	if err := cmd.Start(); err != nil {
		return err
	}
	moment(acks, before, early || r.IntN(2) == 0, r)
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
		err = write(args[0], args[1], seed, args[3] == "true")
	}
	if err != nil && !strings.Contains(err.Error(), "closed") {
		fmt.Fprintln(os.Stderr, "writer:", err)
	}
	return 1
}

func write(dir, acks string, seed uint64, early bool) error {
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
	if early {
		// The control: the word comes before the deed.
		d.told, d.before = func(model.ID, error) {}, func(act model.ID) { word(act, nil) }
	}
	d.work(2)
	for err == nil {
		d.present()
	}
	return err
}
