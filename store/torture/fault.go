package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"

	"hadir/model"
)

// faults lets the k-th thing that is done to a file fail, for every k of a day, once or for ever from then on, with each of the
// words that a disk has for it.
func faults(c *run) error {
	if err := faultless(c); err != nil {
		return err
	}
	if err := faultControl(c); err != nil {
		return err
	}
	for {
		seed := c.rand.Uint64()
		for k := 1; ; k++ {
			reached := false
			for _, errno := range errnos() {
				for _, forever := range []bool{false, true} {
					if c.counts["points"] >= c.n {
						return nil
					}
					hit, err := faultOnce(c, seed, k, errno, forever)
					if err != nil {
						return err
					}
					reached = reached || hit
				}
			}
			if !reached {
				break
			}
		}
	}
}

// faultOnce spends a day on a disk that fails, and looks at it on a sound one.
func faultOnce(c *run, seed uint64, k int, errno error, forever bool) (reached bool, err error) {
	dir, err := c.folder("fault")
	if err != nil {
		return false, err
	}
	d := newDisk()
	at, n := "", 0
	d.fail = func(kind opKind, path string) error {
		if n++; n < k || n > k && !forever {
			return nil
		}
		if at == "" {
			at = fmt.Sprintf("call %d of kind %d", n, kind)
		}
		return errno
	}
	o, dayErr := spend(dir, seed, 16, d, nil)
	if at == "" {
		return false, nil
	}
	c.count("points")
	what := fmt.Sprintf("%s: %v, for ever %v", at, errno, forever)
	if dayErr != nil && !known(dayErr) {
		c.broken("%s: the day ended with %v", what, dayErr)
	}
	seen, err := look(dir, true)
	if err != nil {
		c.broken("%s: %v", what, err)
		return true, nil
	}
	judgeFault(c, o, seen, what)
	return true, nil
}

// known reports whether an error is one of those that a screen has a sentence for.
func known(err error) bool {
	for _, e := range []error{model.ErrNoSpace, model.ErrReadOnly, model.ErrStorage, model.ErrClosed} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// judgeFault: what was acknowledged is there; what was said not to be saved is not, or it is told that it is.
func judgeFault(c *run, o *oracle, s *seen, what string) {
	c.counts["acknowledged"] += len(o.acked)
	c.counts["refused"] += len(o.denied) + len(o.unsure)
	announced := s.told(model.NoticeReplayed, model.NoticeReturned, model.NoticeInterrupted, model.NoticeUnproved, model.NoticeUnclosed)
	for _, a := range append(append([]model.ID(nil), o.denied...), o.unsure...) {
		if s.acts[a] && !announced {
			c.broken("%s: a change that was said not to be saved is there, and nobody is told: %v", what, s.notices)
			return
		}
	}
	switch {
	case o.missing(s) > 0:
		c.broken("%s: %d of %d lost; %v", what, o.missing(s), len(o.acked), s.notices)
	case !s.checked.Sound():
		c.broken("%s: %+v; %v", what, s.checked.Findings, s.notices)
	}
}

// faultless is the positive control: on a disk on which nothing fails everything is acknowledged, and nothing may be found.
func faultless(c *run) error {
	dir, err := c.folder("fault")
	if err != nil {
		return err
	}
	o, err := spend(dir, 4, 16, newDisk(), nil)
	if err != nil {
		return err
	}
	seen, err := look(dir, true)
	if err != nil || len(o.acked) == 0 || len(o.denied)+len(o.unsure)+o.missing(seen)+len(seen.notices) > 0 || !seen.checked.Sound() {
		c.broken("the control, a disk on which nothing fails: %v, %+v, %+v", err, o, seen)
	}
	return nil
}

// faultControl believes that every refused change was saved, as a program would that does not look at errors: some must then
// be missing.
func faultControl(c *run) error {
	dir, err := c.folder("control")
	if err != nil {
		return err
	}
	d := newDisk()
	n := 0
	d.fail = func(opKind, string) error {
		if n++; n > 60 {
			return errnos()[n%2]
		}
		return nil
	}
	o, _ := spend(dir, rand.Uint64(), 16, d, nil)
	o.acked = append(append(o.acked, o.denied...), o.unsure...)
	seen, err := look(dir, false)
	if err != nil {
		return err
	}
	if c.counts["control caught"] = o.missing(seen); c.counts["control caught"] == 0 {
		c.broken("the control, which does not look at errors, was not caught")
	}
	return os.RemoveAll(dir)
}
