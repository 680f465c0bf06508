package kit

import (
	"context"
	"fmt"
	"sync"

	tea "charm.land/bubbletea/v2"
)

// Write is one thing to be written.
type Write struct {
	Do   func(ctx context.Context) error // writes; called once, outside Update
	Done func(err error) tea.Msg         // what to tell the screens afterwards; nil: nothing
}

// Settled is the message of a write that is over. Whoever runs the program hands it to Settle and what that returns to the
// screens; it means nothing by itself.
type Settled struct {
	number uint64
	msg    tea.Msg
}

// Outbox does writes one at a time, in the order of the keys that asked for them, and tells of them in that order too.
//
//	key -> Update -> Put ---queue---> worker: Do, Do, Do ---> command returns Settled -> Update -> Settle -> Done's message
//
// The queue is not made of commands. Bubble Tea runs commands side by side, so two writes could overtake each other, and
// at quit it drops those that have not begun; here a write is safe from the moment that Put returns, because the worker
// does not depend on the program being alive, and the command only waits for the news. News may overtake each other on
// their way through the program, hence Settle.
//
// A write that fails does not stop those after it: they may not depend on it (a check-in after a check-in), and where
// they do, the store refuses them for its own reasons. Its error is told in its turn.
type Outbox struct {
	ctx context.Context // given to every write, for the whole life of the outbox

	mu     sync.Mutex
	queue  []job         // the first one is being done
	idle   chan struct{} // closed when the queue is empty
	number uint64        // of the last Put

	// These belong to Update's goroutine.
	settled uint64             // the number of the last write that Settle let through
	early   map[uint64]tea.Msg // news that came before its turn
}

// job is a write in the queue, and where its command waits.
type job struct {
	Write
	number uint64
	err    chan error
}

// NewOutbox makes an empty outbox. ctx is given to every write; cancelling it is for a program that gives up, not for one
// that quits.
func NewOutbox(ctx context.Context) *Outbox {
	idle := make(chan struct{})
	close(idle)
	return &Outbox{ctx: ctx, idle: idle, early: map[uint64]tea.Msg{}}
}

// Put takes a write; from here on it is done whether or not the returned command is ever run. Call it in Update.
func (o *Outbox) Put(w Write) tea.Cmd {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.number++
	j := job{Write: w, number: o.number, err: make(chan error, 1)}
	o.queue = append(o.queue, j)
	if len(o.queue) == 1 {
		o.idle = make(chan struct{})
		go o.work()
	}
	return func() tea.Msg {
		err := <-j.err
		if w.Done == nil {
			return Settled{number: j.number}
		}
		return Settled{j.number, w.Done(err)}
	}
}

// work does what is queued and ends when nothing is: an idle outbox holds no goroutine.
func (o *Outbox) work() {
	for more := true; more; more = o.next() {
		o.mu.Lock()
		j := o.queue[0]
		o.mu.Unlock()
		j.err <- o.do(j.Write)
	}
}

// next takes the finished write from the queue, and reports whether there is another.
func (o *Outbox) next() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.queue[0] = job{}
	o.queue = o.queue[1:]
	if len(o.queue) == 0 {
		close(o.idle)
		return false
	}
	return true
}

// do turns a panic into an error: in a goroutine of its own it would end the program with the terminal in disorder, and
// take the writes behind it along. The panic's value may be a person's data, so it is not repeated.
func (o *Outbox) do(w Write) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("outbox: the write panicked (%T)", p)
		}
	}()
	return w.Do(o.ctx)
}

// Settle gives the messages that may be told now, in the order of the keys; a write that was overtaken brings those that
// overtook it. Call it in Update, for every Settled.
func (o *Outbox) Settle(s Settled) []tea.Msg {
	o.early[s.number] = s.msg
	var msgs []tea.Msg
	for {
		msg, ok := o.early[o.settled+1]
		if !ok {
			return msgs
		}
		o.settled++
		delete(o.early, o.settled)
		if msg != nil {
			msgs = append(msgs, msg)
		}
	}
}

// Pending is how many writes have not been told of yet. A program that wants to leave waits, Settled by Settled, until it
// is 0: then everything is written, and every failure has reached its screen. Call it in Update.
func (o *Outbox) Pending() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return int(o.number - o.settled)
}

// Drain waits until nothing is queued any more. It is for the end of the program, when it was ended from outside and
// nobody runs commands: call it before the store is closed. It gives up when ctx does, and says how many writes are left.
func (o *Outbox) Drain(ctx context.Context) error {
	o.mu.Lock()
	idle := o.idle
	o.mu.Unlock()
	select {
	case <-idle:
		return nil
	case <-ctx.Done():
		o.mu.Lock()
		defer o.mu.Unlock()
		return fmt.Errorf("outbox: %d not written: %w", len(o.queue), ctx.Err())
	}
}
