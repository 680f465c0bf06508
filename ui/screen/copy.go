package screen

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// copying makes a new event out of one that has been: it asks for the day, and shows the guests with their posts before
// anything is written, since village heads change.
type copying struct {
	*drafting
	env    *Env
	id     model.ID
	sheet  *copySheet
	source model.Copied
	found  *model.Draft // the draft that the screen was opened for; nil: none
	made   model.ID     // the copy, once it is on disk
	busy   bool
	read   bool
}

// copyRead is what the copy is made from.
type copyRead struct {
	screen *copying
	source model.Copied
	err    error
}

// copied is the outcome of writing the copy.
type copied struct {
	screen *copying
	id     model.ID
	guests int
	err    error
}

// NewCopy copies an event.
func NewCopy(env *Env, event model.ID) Screen { return newCopy(env, event, nil) }

func newCopy(env *Env, event model.ID, found *model.Draft) *copying {
	c := &copying{env: env, id: event, found: found}
	c.drafting = newDrafting(env, formCopy, event, model.ID{}, c.close)
	c.sheet = newCopySheet(env, c.save, c.drafting.leave)
	c.drafting.form = c.sheet
	return c
}

// Init reads all that is copied.
func (c *copying) Init() tea.Cmd {
	store, id := c.env.Store, c.id
	return func() tea.Msg {
		source, err := store.Copied(context.Background(), id)
		return copyRead{c, source, err}
	}
}

// Title names the event that is copied.
func (c *copying) Title() string {
	return c.env.Say("copy.title") + "  " + c.source.Event.Get(model.EventTheme)
}

// Sample reports whether the event that is copied is sample data: so is its copy.
func (c *copying) Sample() bool { return c.source.Event.Get(model.EventSample) != "" }

// Help explains what a copy takes along and what it leaves.
func (c *copying) Help() []lang.Key { return []lang.Key{"copy.help"} }

// Keys are those of a form, and what the list of guests adds while the cursor is in it.
func (c *copying) Keys() kit.Bindings {
	keys := c.drafting.Keys()
	keys[0].Label = "copy.save"
	if c.sheet.listing() {
		told := kit.Bindings{
			{Keys: []string{"enter"}, Label: "copy.correct"},
			{As: c.env.KeyName("space"), Label: "copy.leave-out"},
		}
		keys = append(keys[:1:1], append(told, keys[1:]...)...)
	}
	return keys
}

// Update takes what was read, what became of the copy, and typing.
func (c *copying) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case copyRead:
		if m.screen != c {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		c.source, c.read = m.source, true
		c.sheet.show(m.source.Guests)
		return c.begin(c.found)
	case copied:
		if m.screen != c {
			return nil
		}
		return c.settle(m)
	}
	return c.drafting.Update(msg)
}

// save writes the copy: one act. It is worked out in its turn, since a list may be long.
func (c *copying) save() tea.Cmd {
	if c.busy || !c.read {
		return nil
	}
	c.busy = true
	act, store, to, salt := c.act(model.VerbCopy), c.env.Store, c.env.ID(), c.env.salt()
	day, source := c.sheet.day(), c.source
	source.Guests = c.sheet.guests()
	n := 0
	return c.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			// Drawn from the new event's own ID, which is random: another goroutine must not draw from the desk's source.
			ids := func() model.ID {
				n++
				return model.HashID(to[:], "copy", strconv.Itoa(n))
			}
			return store.Apply(ctx, model.Copy(act, source, to, day, salt, ids))
		},
		Done: func(err error) tea.Msg { return copied{c, to, len(source.Guests), err} },
	})
}

func (c *copying) settle(m copied) tea.Cmd {
	c.busy = false
	if m.err != nil {
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	}
	c.made = m.id
	return tea.Sequence(c.drafting.leave(), send(Said{kit.Good, lang.Of("copy.saved", "n", m.guests)}))
}

// close leads on to the copy, or back where none was made.
func (c *copying) close() tea.Cmd {
	if !c.made.IsZero() {
		return send(Replace{NewEvent(c.env, c.made)})
	}
	return send(Back{})
}
