package screen

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/kit"
	"hadir/ui/lang"
)

// importWork is a step that takes its time, with a bar of the stages that are done. It runs beside Update:
//
//	begin ─> goroutine: tell, tell, tell, then ──channel──> wait ─> importNews ─> Update ─> wait ...
//
// Each command waits for one piece of news, and Update asks for the next one. When the work is given up, its context ends, and
// what it still sends is of no work that is on top.
type importWork struct {
	look kit.Look
	bar  *kit.Progress
	what lang.Phrase
	all  int                // stages
	stop context.CancelFunc // nil: it cannot be given up any more
	news chan importNews
	secs int // how long it has lasted
}

// importSecond comes each second of a work: whoever waits sees that it goes on where one stage takes long.
type importSecond struct{ work *importWork }

// importNews is one piece of news of a work: how many stages are done and what the next one is, or what follows now that it
// is over.
type importNews struct {
	work *importWork
	done int
	what lang.Phrase
	then func() tea.Cmd
}

// progress tells that a stage begins, and how many came before it.
type progress func(done int, what lang.Phrase)

// workNews is how many pieces of news may wait: more than any work has stages, so that it never waits for Update.
const workNews = 16

func (i *importer) newWork(what lang.Phrase, stages int) *importWork {
	w := &importWork{look: i.env.Look, bar: kit.NewProgress(i.env.Look, lang.Of("import.stages")), all: stages, news: make(chan importNews, workNews)}
	w.at(0, what)
	return w
}

// begin starts a work of some stages and puts its bar on top. do runs beside Update, and what it returns is done in Update
// when it is over.
func (i *importer) begin(what lang.Phrase, stages int, do func(ctx context.Context, tell progress) func() tea.Cmd) tea.Cmd {
	w := i.newWork(what, stages)
	var ctx context.Context
	ctx, w.stop = context.WithCancel(context.Background())
	i.push(w)
	go func() {
		then := do(ctx, w.tell)
		w.news <- importNews{work: w, then: then}
	}()
	return tea.Batch(w.wait, w.second())
}

// second is the command that waits a second.
func (w *importWork) second() tea.Cmd {
	return tea.Tick(time.Second, func(time.Time) tea.Msg { return importSecond{w} })
}

// tell is the work's progress.
func (w *importWork) tell(done int, what lang.Phrase) {
	w.news <- importNews{work: w, done: done, what: what}
}

// wait is the command that brings the next piece of news; nothing, when there will be no more.
func (w *importWork) wait() tea.Msg {
	if n, ok := <-w.news; ok {
		return n
	}
	return nil
}

// at moves the bar.
func (w *importWork) at(done int, what lang.Phrase) {
	w.what = what
	w.bar.Set(done, w.all)
}

func (w *importWork) heading() lang.Phrase { return w.what }

// Update counts the seconds.
func (w *importWork) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(importSecond); !ok || m.work != w {
		return nil
	}
	w.secs++
	return w.second()
}

// Keys are none of its own: work takes no orders, and Esc is the importer's.
func (w *importWork) Keys() kit.Bindings { return nil }

// View draws the bar, and below it how long it has taken once that is worth saying.
func (w *importWork) View(width, h int) string {
	if w.secs == 0 {
		return w.bar.View(width, h)
	}
	return kit.Frame(width, h, "", w.look.Cut(w.look.Say("import.lasts", "n", w.secs), width-1), w.bar.View)
}

// Cursor is nowhere: nothing can be typed.
func (w *importWork) Cursor() (x, y int, ok bool) { return 0, 0, false }
