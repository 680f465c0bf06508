package main

// uncut is the positive control: a day that was recorded to its end is put together again, and nothing may be found.
func uncut(c *run) error {
	d := newDisk()
	o, dir, err := recorded(c, 2, d)
	if err != nil {
		return err
	}
	s := newState()
	for _, op := range d.ops {
		s.apply(op)
	}
	to, err := c.folder("cut")
	if err != nil {
		return err
	}
	if err := s.cut("kept", c.rand).write(dir, to); err != nil {
		return err
	}
	seen, err := look(to, true)
	if err != nil || o.missing(seen) > 0 || len(seen.notices) > 0 || !seen.checked.Sound() {
		c.broken("the control, a day that was not cut: %v, %+v", err, seen)
	}
	return nil
}

// earlyControl acknowledges each commit before it is on the disk: cuts have to lose something then.
func earlyControl(c *run) error {
	d := newDisk()
	o, dir, err := recorded(c, 3, d)
	if err != nil {
		return err
	}
	control := &run{n: 200, dir: c.dir, rand: c.rand, counts: map[string]int{}}
	err = eachCut(control, d, dir, o, func(s *state, acked int, what string) error {
		control.count("states")
		return judgeCut(control, s, dir, &oracle{acked: o.acked[:min(acked+1, len(o.acked))]}, what)
	})
	if c.counts["control caught, early"] = control.counts["BAD"]; control.counts["BAD"] == 0 {
		c.broken("the control, which acknowledges early, was not caught")
	}
	return err
}
