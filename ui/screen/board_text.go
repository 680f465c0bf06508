package screen

import (
	"context"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/board"
	"hadir/model/date"
	"hadir/model/name"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// ownerList is what one owner still has to do, as a text to be read, copied and saved: owners outside the office never open
// Hadir. It follows what every desk commits; what is copied or saved is what is shown.
type ownerList struct {
	env    *Env
	owner  string // as it is written now
	work   []board.Item
	themes map[model.ID]model.Event
	known  bool
	sample bool
	number int
	code   string // the language in which the text was made
	text   string // as it is copied and saved
	page   *kit.Page
	w      int // cells for which the page's lines were made
}

// ownerRead is an owner's work as it was when reading number was made.
type ownerRead struct {
	of     *ownerList
	number int
	work   []board.Item
	themes map[model.ID]model.Event
	err    error
}

// ownerSaved is what became of saving a text.
type ownerSaved struct {
	of   *ownerList
	path string
	err  error
}

// NewOwnerList is the list of what one owner still has to do, by the owner's name; empty: what nobody has to.
func NewOwnerList(env *Env, owner string) Screen {
	return &ownerList{env: env, owner: owner, page: kit.NewPage(env.Look, nil)}
}

// Init reads the owner's work.
func (l *ownerList) Init() tea.Cmd { return l.reload() }

// Title names the owner.
func (l *ownerList) Title() string {
	return l.env.Say("board.title-text") + "  " + l.env.ownerWords(model.Action{Owner: l.owner})
}

// Sample is so when all of it is of sample events.
func (l *ownerList) Sample() bool { return l.sample }

// Help explains what no key tells.
func (l *ownerList) Help() []lang.Key { return []lang.Key{"board.help-text"} }

// Keys are the commands.
func (l *ownerList) Keys() kit.Bindings {
	return kit.Bindings{
		{Keys: []string{"c"}, Label: "report.key-copy", Do: l.copy, Disabled: l.unread},
		{Keys: []string{"s", "ctrl+s"}, Label: "report.key-save", Do: l.save, Disabled: l.unread},
	}
}

func (l *ownerList) unread() (lang.Phrase, bool) { return lang.Of("board.reading"), !l.known }

// Update takes a message; of keys, those that are no command.
func (l *ownerList) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case ownerRead:
		if m.of != l || m.number != l.number {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		l.work, l.themes, l.known = m.work, m.themes, true
		l.sample = len(l.work) > 0 && !slices.ContainsFunc(l.work, func(x board.Item) bool { return !l.themes[x.Event].Sample })
		l.write()
		return nil
	case Committed:
		if m.Commit.Bulk || slices.ContainsFunc(m.Commit.Records, func(r model.Record) bool { return r.Key.Kind != model.KindSeat }) {
			return l.reload()
		}
		return nil
	case ownerSaved:
		if m.of == l {
			return textSaved{path: m.path, err: m.err}.tell()
		}
		return nil
	}
	return l.page.Update(msg)
}

func (l *ownerList) reload() tea.Cmd {
	l.number++
	out := ownerRead{of: l, number: l.number, themes: make(map[model.ID]model.Event)}
	store, wanted := l.env.Store, name.FoldText(l.owner)
	return func() tea.Msg {
		ctx := context.Background()
		rows, err := store.Board(ctx)
		if err != nil {
			out.err = err
			return out
		}
		for _, r := range rows {
			if !r.Open() {
				continue
			}
			x, err := r.Item()
			if err != nil {
				out.err = err
				return out
			}
			if name.FoldText(x.Owner) == wanted {
				out.work = append(out.work, x)
			}
		}
		board.SortItems(out.work)
		for _, x := range out.work {
			if _, known := out.themes[x.Event]; known || x.Event.IsZero() {
				continue
			}
			r, err := store.Record(ctx, model.EventKey(x.Event))
			if err != nil {
				out.err = err
				return out
			}
			out.themes[x.Event] = model.EventOf(r)
		}
		return out
	}
}

// write makes the text anew.
func (l *ownerList) write() {
	l.code = l.env.Code()
	l.text = l.env.OwnerText(l.owner, l.work, l.themes)
	l.w = 0
}

// OwnerText is what an owner still has to do, the earliest due first: plain lines for sending on. Who asked is not in it:
// whoever gets it may send it further.
func (e *Env) OwnerText(owner string, work []board.Item, events map[model.ID]model.Event) string {
	var t lines
	for _, x := range work {
		if events[x.Event].Sample {
			t.add(e.Say("report.sample"))
			break
		}
	}
	t.add(e.Say("board.text-head", "owner", e.ownerWords(model.Action{Owner: owner}), "n", len(work)))
	now := e.Now().In(e.Zone(model.Event{}).Location())
	t.add(e.Say("board.text-as-of", "date", date.Of(now).Plain(e.dates())))
	for i, x := range work {
		t.gap()
		t.add(strconv.Itoa(i+1) + ". " + x.Do)
		t.add(e.textLine("action.due", e.dueInFull(x.Action)))
		t.add(e.textLine("action.problem", strings.Join(strings.Fields(x.Problem), " ")))
		t.add(e.textLine("action.promised-to", x.From))
		t.add(e.textLine("action.status", e.Say(ActionStatusWords(x.Status))))
		if event, ok := events[x.Event]; ok {
			t.add(e.textLine("action.event", strings.TrimSuffix(event.Theme+", "+longDate(e, event.Date), ", ")))
		}
	}
	if len(work) == 0 {
		t.add(e.Say("board.text-none"))
	}
	t.gap()
	t.add(e.Say("board.text-close"))
	t.add(e.officer())
	t.add(e.Me.Office)
	return t.String()
}

// textLine is one thing that is known of a follow-up; empty where it is not.
func (e *Env) textLine(label lang.Key, value string) string {
	if value == "" {
		return ""
	}
	return "   " + e.Say(label) + ": " + value
}

// View draws the text.
func (l *ownerList) View(w, h int) string {
	if !l.known {
		return l.env.Muted.Render(l.env.Cut(l.env.Say("board.reading"), w-1))
	}
	if l.code != l.env.Code() {
		l.write()
	}
	if l.w != w {
		var all []string
		for row := range strings.Lines(l.text) {
			all = append(all, l.env.Wrap(strings.TrimSuffix(row, "\n"), max(1, w-1))...)
		}
		l.page.SetLines(all)
		l.w = w
	}
	return l.page.View(w, h)
}

// Cursor is at the top of the text.
func (l *ownerList) Cursor() (x, y int, ok bool) { return 0, 0, l.known }

// copy asks the terminal to put the text on the clipboard of the machine that it runs on.
func (l *ownerList) copy() tea.Cmd {
	if len(l.text) > copyMost {
		return say(kit.Warn, "report.too-long", "n", l.env.Number(len(l.text)))
	}
	return tea.Batch(tea.SetClipboard(l.text), say(kit.Good, "report.copied"))
}

// save writes the text into a file whose name tells nothing about anybody.
func (l *ownerList) save() tea.Cmd {
	out := ownerSaved{of: l}
	file, words, store := l.env.Say("board.file")+"-"+l.env.Today().String(), l.text, l.env.Store
	return l.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) (err error) {
			out.path, err = store.SaveText(ctx, file, words)
			return err
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}
