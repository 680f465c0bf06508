package screen

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// deed is one thing done to one guest's seat. What it changes is worked out when its turn to be written comes, from the seat
// as it then is: a key pressed before the last one was on disk, or at another desk, does not do the same twice.
type deed struct {
	guest model.ID
	act   func() model.Act
	sets  func(seat model.Seat) []model.Set
	form  bool // a form in front holds what was typed, and tries again itself
}

// pending is a seat that the disk and the screen do not agree about.
type pending struct {
	act     model.ID
	written bool // on disk; the commit has not been heard of yet
	failed  bool // could not be written
}

// outcome is what became of a deed.
type outcome struct {
	door    *Door
	session model.ID
	deed    deed
	act     model.Act
	was     model.Seat
	now     model.Seat
	wrote   bool // something had to be written
	err     error
}

// enter marks the guest in front as present, unless it is not clear who is meant.
func (d *Door) enter() tea.Cmd {
	if d.hall == nil {
		return say(kit.Plain, "door.reading")
	}
	row, ok := d.found.front()
	switch {
	case d.found.idle() && len(d.unsaved) > 0:
		return d.retry()
	case d.found.idle():
		return d.again()
	case !ok:
		return d.walkIn()
	}
	if n := d.found.unnamed(row); n > 1 && !d.found.moved {
		// Asked again at every Enter: the first of many is nobody in particular, however often it is pressed.
		return d.hint(kit.Warn, lang.Of("door.many", "n", d.found.atLeast(n), "typed", d.found.query))
	}
	if doubt := d.doubt(row); !doubt.None() {
		d.found.warned = row.guest.ID
		return d.hint(kit.Warn, doubt)
	}
	return d.arrive(row.guest.ID, model.HowSearch)
}

// again answers an Enter that follows the one that marked somebody: it changes nothing.
func (d *Door) again() tea.Cmd {
	g := d.hall.Guest(d.last)
	if g == nil {
		return d.hint(kit.Plain, lang.Of("door.whom"))
	}
	if p, ok := d.pending[g.ID]; ok && !p.failed && !p.written {
		return say(kit.Plain, "door.saving-still", "who", d.env.called(*g))
	}
	return d.already(d.hall.Seat(g.ID))
}

// doubt is what has to be looked at before the guest in front is taken for the one who is meant. It is said once: a second
// Enter, or moving the cursor, says that he is.
func (d *Door) doubt(r foundRow) lang.Phrase {
	if d.found.moved || d.found.warned == r.guest.ID {
		return lang.Phrase{}
	}
	if n := d.found.namesakes(r.guest); n > 1 {
		return lang.Of("door.namesakes", "n", n, "name", r.guest.Name)
	}
	if n := d.found.soundalikes(r.guest); n > 1 {
		return lang.Of("door.soundalikes", "n", n, "typed", d.found.query)
	}
	if r.near {
		return lang.Of("door.near", "typed", d.found.query, "who", d.env.introduced(*r.guest))
	}
	return lang.Phrase{}
}

// arrive marks a guest as present.
func (d *Door) arrive(id model.ID, how model.How) tea.Cmd {
	d.settled(id, how)
	if p, ok := d.pending[id]; ok && !p.failed {
		return say(kit.Plain, "door.saving-still", "who", d.env.called(*d.hall.Guest(id)))
	}
	if seat := d.hall.Seat(id); seat.State == model.StatePresent {
		return d.already(seat)
	}
	return d.do(deed{
		guest: id, act: func() model.Act { return d.env.Act(model.VerbPresent) },
		sets: func(s model.Seat) []model.Set { return s.Arrive(how) },
	})
}

// settled is what every deed does to the screen: the next guest can be typed at once. A scan leaves what is being typed
// alone.
func (d *Door) settled(id model.ID, how model.How) {
	d.last = id
	if how != model.HowScan || d.found.idle() {
		d.clear()
	}
}

// do puts a deed on its way to the disk.
func (d *Door) do(x deed) tea.Cmd {
	out := outcome{door: d, session: d.session, deed: x, act: x.act()}
	d.unsaved = slices.DeleteFunc(d.unsaved, func(o deed) bool { return o.guest == x.guest })
	d.pending[x.guest] = pending{act: out.act.ID}
	key, store := model.SeatKey(d.event, d.session, x.guest), d.env.Store
	return d.put(kit.Write{
		Do: func(ctx context.Context) error { return out.write(ctx, store, key) },
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

// write reads the seat, works out the change, and writes it if there is any.
func (o *outcome) write(ctx context.Context, store Store, key model.Key) error {
	r, err := store.Record(ctx, key)
	if err != nil {
		return err
	}
	o.was = model.SeatOf(r)
	o.now = o.was
	sets := o.deed.sets(o.was)
	if len(sets) == 0 {
		return nil
	}
	c := o.act.Change(key, sets...)
	if err := store.Apply(ctx, []model.Change{c}); err != nil {
		return err
	}
	o.wrote = true
	// The seat as the store has just made it: only the stamp is not known here, and it is later than all that were read.
	c.Time = math.MaxUint64
	r.Fold(c)
	o.now = model.SeatOf(r)
	return nil
}

// told takes in what became of a deed, and says it.
func (d *Door) told(o outcome) tea.Cmd {
	if o.door != d {
		return nil
	}
	var said tea.Cmd
	p, mine := d.pending[o.deed.guest]
	mine = mine && p.act == o.act.ID && o.session == d.session
	switch {
	case o.err != nil && o.deed.form:
		if mine {
			delete(d.pending, o.deed.guest)
		}
	case o.err != nil:
		said = d.failed(o, mine)
	case o.wrote:
		if mine {
			p.written = true
			d.pending[o.deed.guest] = p
		}
		said = d.noted(o)
	default:
		if mine {
			delete(d.pending, o.deed.guest)
		}
		said = d.already(o.was)
	}
	return tea.Batch(said, d.pass(o))
}

// failed keeps what could not be written, so that one Enter tries all of it again, and says whose presence is not noted.
func (d *Door) failed(o outcome, mine bool) tea.Cmd {
	if mine {
		d.pending[o.deed.guest] = pending{act: o.act.ID, failed: true}
		d.unsaved = append(d.unsaved, o.deed)
	}
	who := d.unsavedNames()
	switch {
	case !d.found.idle():
		return say(kit.Bad, "door.unsaved-later", "who", who, "why", Failure(o.err))
	case errors.Is(o.err, model.ErrNoSpace):
		return say(kit.Bad, "door.unsaved-space", "who", who)
	}
	return say(kit.Bad, "door.unsaved", "who", who, "why", Failure(o.err))
}

// unsavedNames are those whose presence could not be written.
func (d *Door) unsavedNames() string {
	var names []string
	for _, x := range d.unsaved {
		if g := d.hall.Guest(x.guest); g != nil {
			names = append(names, d.env.named(*g))
		}
	}
	return strings.Join(names, "; ")
}

// retry writes again what could not be written, in the order of the keys.
func (d *Door) retry() tea.Cmd {
	var cmds []tea.Cmd
	for _, x := range slices.Clone(d.unsaved) {
		cmds = append(cmds, d.do(x))
	}
	return tea.Batch(cmds...)
}

// target is the guest whom a key other than Enter is about: the one in front, or, while the box is empty, the one who was
// dealt with last. It is nil when there is none, and then ask says so.
func (d *Door) target() (g *model.Guest, ask tea.Cmd) {
	if d.hall == nil {
		return nil, say(kit.Plain, "door.reading")
	}
	if d.found.idle() {
		g = d.hall.Guest(d.last)
	} else if row, ok := d.found.front(); ok {
		g = row.guest
	}
	if g == nil {
		return nil, d.hint(kit.Warn, lang.Of("door.whom"))
	}
	return g, nil
}
