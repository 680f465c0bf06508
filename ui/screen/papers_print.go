package screen

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/filing"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// printing is papers that are being written. The goroutine that writes tells how far it is; the screen looks at that from time to time.
type printing struct {
	at   atomic.Pointer[lang.Phrase]
	stop context.CancelFunc
}

// printTick is the time to look how far printing is.
type printTick struct{ work *printing }

// printed is what became of a set.
type printed struct {
	screen *papers
	work   *printing
	set    filing.Set
	err    error
}

// lookEvery is how often the line that tells how far printing is changes.
const lookEvery = 100 * time.Millisecond

// screenFormats are the forms of a set that is made here. A paper that is a table is a workbook, too.
func screenFormats() []filing.Format { return []filing.Format{filing.DOCX, filing.PDF, filing.XLSX} }

func (s *papers) printOne() tea.Cmd {
	m, ok := s.list.Selected()
	if !ok {
		return nil
	}
	return s.print([]filing.Kind{m.Kind}, "")
}

// print makes papers of what is recorded when its turn comes, and writes them into the event's folder; of the follow-up matrix only one
// owner's part, where one is named. It goes through the outbox: leaving the program waits for it.
func (s *papers) print(kinds []filing.Kind, owner string) tea.Cmd {
	if s.work != nil {
		return nil
	}
	stopped, stop := context.WithCancel(context.Background())
	w := &printing{stop: stop}
	s.work = w
	env, store, id, l := s.env, s.env.Store, s.id, s.env.Lang
	o := filing.Options{Phone: s.phone, Today: env.Today(), Photos: true, Session: s.state.file.Session.ID, Each: s.letters, Owner: owner}
	acts := [2]model.Act{env.Act(model.VerbPrint), env.Act(model.VerbPrint)}
	var set filing.Set
	write := env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			defer stop()
			ctx, cancel := context.WithCancel(ctx)
			defer cancel()
			defer context.AfterFunc(stopped, cancel)()
			f, err := filing.Read(ctx, store, id, o)
			if err != nil {
				return err
			}
			next := 0
			act := func() model.Act { next++; return acts[min(next-1, 1)] }
			set, err = filing.Print(ctx, store, l, f, filing.Job{Kinds: kinds, Formats: screenFormats()}, act, func(done, all int, name string) {
				at := lang.Of("papers.writing", "done", done, "all", all, "file", name)
				w.at.Store(&at)
			})
			return err
		},
		Done: func(err error) tea.Msg { return printed{s, w, set, err} },
	})
	return tea.Batch(write, w.look())
}

func (w *printing) look() tea.Cmd {
	return tea.Tick(lookEvery, func(time.Time) tea.Msg { return printTick{w} })
}

func (s *papers) tick(m printTick) tea.Cmd {
	if m.work != s.work || s.work == nil {
		return nil
	}
	return s.work.look()
}

// stop gives up a set; what was written stays.
func (s *papers) stop() tea.Cmd {
	s.work.stop()
	return nil
}

// wrote tells what became of a set.
func (s *papers) wrote(m printed) tea.Cmd {
	if m.screen != s || m.work != s.work {
		return nil
	}
	s.work = nil
	again := s.reload()
	if m.err != nil {
		if errors.Is(m.err, context.Canceled) {
			return tea.Batch(again, say(kit.Warn, "papers.stopped", "n", len(m.set.Files)))
		}
		what, ok := filing.Unwritten(m.err, m.set.Print.Folder)
		if !ok {
			what = lang.Of("failure.write", "why", Failure(m.err))
		}
		return tea.Batch(again, send(Said{kit.Bad, what}))
	}
	return tea.Batch(again, send(s.told(m.set)))
}

// told is the sentence about a set that was written: what could not be printed, or else what lies beside something edited, comes first.
func (s *papers) told(set filing.Set) Said {
	if len(set.Problems) > 0 {
		return Said{kit.Warn, filing.Problem(set.Problems[0])}
	}
	for _, w := range set.Files {
		if w.Beside && !w.Same {
			return Said{kit.Warn, lang.Of("papers.beside", "file", w.Path)}
		}
	}
	same := 0
	for _, w := range set.Files {
		if w.Same {
			same++
		}
	}
	if same == 0 {
		return Said{kit.Good, lang.Of("papers.written", "n", len(set.Files), "folder", set.Print.Folder)}
	}
	return Said{kit.Good, lang.Of("papers.written-again", "n", len(set.Files), "same", same, "folder", set.Print.Folder)}
}

// reveal opens the folder of the papers with the system's own program, and does not wait for it.
func (s *papers) reveal() tea.Cmd {
	folder, show := s.state.file.Folder(), s.env.Reveal
	return func() tea.Msg {
		if show == nil {
			return Said{kit.Plain, lang.Of("papers.folder", "folder", folder)}
		}
		if err := show(folder); err != nil {
			return Said{kit.Warn, lang.Of("papers.no-folder", "folder", folder)}
		}
		return Said{kit.Plain, lang.Of("papers.folder", "folder", folder)}
	}
}
