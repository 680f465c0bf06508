package screen

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/term"
)

// How much a search gives at a time, and how near the end of it the cursor comes before more is asked for.
const (
	archivePage = 30
	archiveNear = 10
)

// inquiry is a search as it follows what is typed. It never stands in the way of typing: one search runs at a time, beside the
// keys; the newest words win, and what was found for older ones is dropped.
//
//	key -> ask -> search ----> inquired -> of the newest words? shown
//	key -> ask -> (stop it)             -> of older ones?       search again
type inquiry struct {
	env    *Env
	words  *term.Analyzer     // the search's own: only one runs at a time
	typed  string             // the newest words
	number int                // of those words
	stop   context.CancelFunc // of the search under way; nil: there is none
	query  term.Query         // what the shown records answer
	found  model.Found
	names  map[string]string // of events that facets name, by ID
	failed error
	known  bool // something was looked for and came back
}

// unreadRest is how long it takes until a search that could not read all of the index is made once more.
const unreadRest = 3 * time.Second

// unreadDue is that time being over, for the words with this number.
type unreadDue struct {
	of     *inquiry
	number int
}

// soon looks again later where a part of the index could not be read: it makes itself anew meanwhile.
func (i *inquiry) soon() tea.Cmd {
	if i.found.Unread == 0 || i.query.Empty() {
		return nil
	}
	due := unreadDue{i, i.number}
	return tea.Tick(unreadRest, func(time.Time) tea.Msg { return due })
}

func (i *inquiry) lookAgain(m unreadDue) tea.Cmd {
	if m.of != i || m.number != i.number || i.stop != nil {
		return nil
	}
	return i.again()
}

// inquired is what a search found.
type inquired struct {
	of     *inquiry
	number int
	same   bool // for the words that were shown before: something was written meanwhile
	skip   int  // how many came before these
	query  term.Query
	found  model.Found
	names  map[string]string
	err    error
}

// ask looks for words that are being typed.
func (i *inquiry) ask(typed string) tea.Cmd {
	if typed == i.typed {
		return nil
	}
	i.typed = typed
	i.number++
	return i.start(false)
}

// again looks for the same words once more.
func (i *inquiry) again() tea.Cmd {
	i.number++
	return i.start(true)
}

func (i *inquiry) start(same bool) tea.Cmd {
	if i.stop != nil {
		i.stop()
		return nil
	}
	return i.search(inquired{of: i, number: i.number, same: same})
}

// more asks for the next ones when the cursor comes near the last.
func (i *inquiry) more(at int) tea.Cmd {
	have := len(i.found.Hits)
	if i.stop != nil || at+archiveNear < have || have >= i.found.Total || have == 0 {
		return nil
	}
	return i.search(inquired{of: i, number: i.number, skip: have})
}

// search is the command that searches.
func (i *inquiry) search(out inquired) tea.Cmd {
	var ctx context.Context
	ctx, i.stop = context.WithCancel(context.Background())
	store, words, typed, today, head := i.env.Store, i.words, i.typed, i.env.Today(), i.env.HeadStart
	return func() tea.Msg {
		if out.err = rest(ctx, head); out.err != nil {
			return out
		}
		out.query = words.Parse(typed, today, true)
		if out.query.Empty() {
			return out
		}
		o := model.SearchOptions{Limit: archivePage, Skip: out.skip, Facets: out.skip == 0}
		if out.found, out.err = store.Search(ctx, out.query, o); out.err != nil {
			return out
		}
		out.names = make(map[string]string)
		n := 0
		for _, f := range out.found.Facets {
			if f.Field != model.FacetEvent || n == facetMost {
				continue
			}
			n++
			// An event that cannot be read has no name to narrow by, and is left out.
			if id, err := model.ParseID(f.Value); err == nil {
				if e, err := store.Event(ctx, id); err == nil {
					out.names[f.Value] = e.Theme
				}
			}
		}
		return out
	}
}

// rest waits, unless there is nothing to wait for; the error is ctx's own.
func rest(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// take takes over what was found; false when it is another's or too late. The command searches for the newer words then.
func (i *inquiry) take(m inquired) (taken bool, again tea.Cmd) {
	if m.of != i {
		return false, nil
	}
	i.stop()
	i.stop = nil
	if m.number != i.number {
		return false, i.search(inquired{of: i, number: i.number})
	}
	i.known = true
	if i.failed = m.err; m.err != nil {
		return true, nil
	}
	if m.skip > 0 {
		i.found.Hits = append(i.found.Hits, m.found.Hits...)
		// What is found may have become less meanwhile: then this is all.
		i.found.Total = m.found.Total
		if len(m.found.Hits) == 0 {
			i.found.Total = len(i.found.Hits)
		}
		return true, nil
	}
	i.query, i.found, i.names = m.query, m.found, m.names
	return true, nil
}
