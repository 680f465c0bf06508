package screen

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/name"
)

// folk is the directory as a screen holds it: everybody by name, found by a few letters as at the door. A screen that lists
// people embeds it.
type folk struct {
	env    *Env
	all    []model.Person // by name; nil: not read yet
	index  *name.Index    // its rows are those of all
	known  bool
	sample bool // all events are sample data
	number int  // of the last reading that was asked for
	under  bool // it is under way
	again  bool // something was committed that it may not have seen
}

// folkRead is the directory as it was when the reading of that number was made.
type folkRead struct {
	of     *folk
	number int
	people []model.Person
	index  *name.Index
	sample bool
	err    error
}

// read reads the directory anew. That looks at the guests of every event, so a reading that is under way is finished first:
// one that came from two laptops at once is read twice, not fifty times.
func (f *folk) read() tea.Cmd {
	if f.under {
		f.again = true
		return nil
	}
	f.number++
	f.under, f.again = true, false
	out, store := folkRead{of: f, number: f.number}, f.env.Store
	return func() tea.Msg {
		ctx := context.Background()
		if out.people, out.err = store.People(ctx); out.err != nil {
			return out
		}
		events, err := store.Events(ctx)
		if err != nil {
			out.err = err
			return out
		}
		out.sample = len(events) > 0 && !slices.ContainsFunc(events, func(e model.Event) bool { return !e.Sample })
		terms := make([]string, len(out.people))
		for i, p := range out.people {
			terms[i] = name.Terms(name.Entry{
				Name: p.Name, Post: p.Post, Institution: p.Institution, Place: p.District, Phone: p.Phone,
			})
		}
		out.index = name.NewIndex(terms)
		return out
	}
}

// take takes a reading over; false when it is another screen's or went wrong, which then is said.
func (f *folk) take(m folkRead) (taken bool, cmd tea.Cmd) {
	if m.of != f || m.number != f.number {
		return false, nil
	}
	f.under = false
	if m.err != nil {
		return false, unread(m.err)
	}
	f.all, f.index, f.known, f.sample = m.people, m.index, true, m.sample
	if f.again {
		cmd = f.read()
	}
	return true, cmd
}

// Sample is so when nobody but people of sample events can be in the directory.
func (f *folk) Sample() bool { return f.sample }

// concerns reports whether a commit may have changed the directory: a check-in does not.
func (f *folk) concerns(c model.Commit) bool {
	for _, r := range c.Records {
		switch r.Key.Kind {
		case model.KindGuest, model.KindPerson, model.KindEvent:
			return true
		}
	}
	return c.Bulk
}

// find are those whom the words find, best first; near misses only where nobody fits exactly.
func (f *folk) find(words string) (out []*model.Person) {
	hits := f.index.Find(words, len(f.all)).Hits
	for _, h := range hits {
		if h.Near && !hits[0].Near {
			break
		}
		out = append(out, &f.all[h.Row])
	}
	return out
}

// everyone is the whole directory.
func (f *folk) everyone() []*model.Person {
	out := make([]*model.Person, len(f.all))
	for i := range f.all {
		out[i] = &f.all[i]
	}
	return out
}
