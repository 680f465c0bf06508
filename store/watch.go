package store

import (
	"sync"

	"hadir/model"
)

// watchers tells those who asked what was committed, in the order of the commits. It has a goroutine and a queue of its own:
// a screen that is slow to listen keeps nobody from writing.
type watchers struct {
	mu      sync.Mutex
	wake    *sync.Cond
	queue   []model.Commit
	funcs   map[int]func(model.Commit)
	next    int
	stopped bool
	done    chan struct{}
}

func (w *watchers) start() {
	w.wake = sync.NewCond(&w.mu)
	w.funcs = make(map[int]func(model.Commit))
	w.done = make(chan struct{})
	go w.run()
}

func (w *watchers) run() {
	defer close(w.done)
	for {
		w.mu.Lock()
		for len(w.queue) == 0 && !w.stopped {
			w.wake.Wait()
		}
		if len(w.queue) == 0 {
			w.mu.Unlock()
			return
		}
		c := w.queue[0]
		w.queue = w.queue[1:]
		funcs := make([]func(model.Commit), 0, len(w.funcs))
		for i := range w.next {
			if f := w.funcs[i]; f != nil {
				funcs = append(funcs, f)
			}
		}
		w.mu.Unlock()
		for _, f := range funcs {
			f(c)
		}
	}
}

func (w *watchers) tell(c model.Commit) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.funcs) > 0 {
		w.queue = append(w.queue, c)
		w.wake.Signal()
	}
}

func (w *watchers) stop() {
	w.mu.Lock()
	w.stopped = true
	w.wake.Signal()
	w.mu.Unlock()
	<-w.done
}

// Watch calls f after each commit, in order, on a goroutine of the store's own, until stop is called. The records in a
// commit are shared: f only reads them.
func (s *Store) Watch(f func(model.Commit)) (stop func()) {
	w := &s.watch
	w.mu.Lock()
	defer w.mu.Unlock()
	i := w.next
	w.next++
	w.funcs[i] = f
	return func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.funcs, i)
	}
}
