package kit

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"
	"go.uber.org/goleak"
	"pgregory.net/rapid"
)

// wrote is the message of a write in these tests.
type wrote struct {
	n   int
	err error
}

// write makes write n, which notes that it ran.
func write(ran *[]int, n int, err error) Write {
	return Write{
		Do:   func(context.Context) error { *ran = append(*ran, n); return err },
		Done: func(err error) tea.Msg { return wrote{n, err} },
	}
}

// TestOutboxOrder puts many writes and lets their news arrive in any order: writing and telling keep the keys' order, and
// a failure stops nothing.
func TestOutboxOrder(t *testing.T) {
	defer goleak.VerifyNone(t)
	rapid.Check(t, func(t *rapid.T) {
		o := NewOutbox(context.Background())
		var ran []int
		var cmds []tea.Cmd
		var want []tea.Msg
		n := rapid.IntRange(1, 30).Draw(t, "writes")
		for i := range n {
			var err error
			if rapid.Bool().Draw(t, "fails") {
				err = fmt.Errorf("write %d", i)
			}
			cmds = append(cmds, o.Put(write(&ran, i, err)))
			want = append(want, wrote{i, err})
		}
		if o.Pending() != n {
			t.Fatalf("%d writes pending, want %d", o.Pending(), n)
		}
		var told []tea.Msg
		for _, cmd := range rapid.Permutation(cmds).Draw(t, "arrival") {
			told = append(told, o.Settle(cmd().(Settled))...)
		}
		if o.Pending() != 0 {
			t.Fatalf("%d writes pending after all were told of", o.Pending())
		}
		if !slices.IsSorted(ran) || len(ran) != n || !slices.Equal(told, want) {
			t.Fatalf("ran %v, told %v, want %v", ran, told, want)
		}
	})
}

// TestOutboxOneAtATime holds the first write up; nothing else begins meanwhile, and nothing waits for a command to run.
func TestOutboxOneAtATime(t *testing.T) {
	defer goleak.VerifyNone(t)
	o := NewOutbox(context.Background())
	begun, goOn := make(chan int), make(chan struct{})
	for i := range 3 {
		o.Put(Write{Do: func(context.Context) error {
			begun <- i
			<-goOn
			return nil
		}})
	}
	for i := range 3 {
		if got := <-begun; got != i {
			t.Fatalf("write %d began, want %d", got, i)
		}
		select {
		case other := <-begun:
			t.Fatalf("write %d began during write %d", other, i)
		default:
		}
		goOn <- struct{}{}
	}
	if err := o.Drain(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// TestOutboxWithoutAProgram drops every command, as a program does that was ended from outside: all is written.
func TestOutboxWithoutAProgram(t *testing.T) {
	defer goleak.VerifyNone(t)
	o := NewOutbox(context.Background())
	var ran []int
	for i := range 100 {
		o.Put(write(&ran, i, nil))
	}
	if err := o.Drain(context.Background()); err != nil {
		t.Fatal(err)
	}
	if len(ran) != 100 {
		t.Errorf("%d of 100 written", len(ran))
	}
	o.Put(write(&ran, 100, nil))
	if err := o.Drain(context.Background()); err != nil || len(ran) != 101 {
		t.Errorf("after being idle: %v, %d written", err, len(ran))
	}
}

func TestOutboxDrainGivesUp(t *testing.T) {
	o := NewOutbox(context.Background())
	stuck := make(chan struct{})
	o.Put(Write{Do: func(context.Context) error { <-stuck; return nil }})
	o.Put(Write{Do: func(context.Context) error { return nil }})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err := o.Drain(ctx)
	if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "2 not written") {
		t.Errorf("got %v", err)
	}
	close(stuck)
	if err := o.Drain(context.Background()); err != nil {
		t.Error(err)
	}
}

// TestOutboxPanic turns a panic into the write's error, without what it said, and goes on.
func TestOutboxPanic(t *testing.T) {
	o := NewOutbox(context.Background())
	told := o.Put(Write{
		Do:   func(context.Context) error { panic("0810-000-1111") },
		Done: func(err error) tea.Msg { return wrote{1, err} },
	})
	var ran []int
	after := o.Put(write(&ran, 2, nil))
	msgs := o.Settle(told().(Settled))
	if len(msgs) != 1 || msgs[0].(wrote).err == nil || strings.Contains(msgs[0].(wrote).err.Error(), "0810") {
		t.Errorf("told %v", msgs)
	}
	if msgs := o.Settle(after().(Settled)); len(ran) != 1 || len(msgs) != 1 {
		t.Errorf("after a panic ran %v, told %v", ran, msgs)
	}
}

// disk keeps what a draft saves.
type disk struct {
	mu     sync.Mutex
	states []string
	err    error
}

func (d *disk) save(state []byte) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.err == nil {
		d.states = append(d.states, string(state))
	}
	return d.err
}

// pass lets the second of the current round pass, without waiting for it.
func pass(d *Draft) tea.Cmd { return d.Update(draftTick{d, d.round}) }

func TestDraftWritesOnceASecond(t *testing.T) {
	var kept disk
	text := ""
	d := NewDraft(func() []byte { return []byte(text) }, kept.save)
	if pass(d) != nil || d.Flush() != nil || d.Pending() {
		t.Error("an untouched draft has something to write")
	}
	ticks := 0
	for _, text = range []string{"s", "su", "suy"} {
		if d.Touch() != nil {
			ticks++
		}
	}
	if ticks != 1 || len(kept.states) != 0 {
		t.Fatalf("%d ticks, %d writes", ticks, len(kept.states))
	}
	cmd := pass(d)
	text = "suya"
	if d.Touch() != nil {
		t.Error("a second write was begun beside the first")
	}
	next := d.Update(cmd())
	if next == nil {
		t.Fatal("what was typed during the write is not waited for")
	}
	d.Update(pass(d)())
	if !slices.Equal(kept.states, []string{"suy", "suya"}) || d.Pending() {
		t.Errorf("kept %q, pending %v", kept.states, d.Pending())
	}
}

func TestDraftDropsStrayTicks(t *testing.T) {
	var kept disk
	d := NewDraft(func() []byte { return []byte("x") }, kept.save)
	other := NewDraft(func() []byte { return []byte("y") }, kept.save)
	d.Touch()
	old := draftTick{d, d.round}
	d.Update(d.Flush()())
	d.Touch()
	if d.Update(old) != nil || other.Update(draftTick{d, d.round}) != nil {
		t.Error("a tick of another round or draft began a write")
	}
	if len(kept.states) != 1 {
		t.Errorf("kept %q", kept.states)
	}
}

// TestDraftOldStateNeverWins runs two writes in the wrong order.
func TestDraftOldStateNeverWins(t *testing.T) {
	var kept disk
	text := "old"
	d := NewDraft(func() []byte { return []byte(text) }, kept.save)
	d.Touch()
	first := pass(d)
	text = "new"
	d.Touch()
	second := d.Flush()
	for _, cmd := range []tea.Cmd{second, first} {
		d.Update(cmd())
	}
	if !slices.Equal(kept.states, []string{"new"}) || d.Pending() {
		t.Errorf("kept %q, pending %v", kept.states, d.Pending())
	}
}

func TestDraftTriesAgain(t *testing.T) {
	kept := disk{err: errors.New("full")}
	d := NewDraft(func() []byte { return []byte("x") }, kept.save)
	d.Touch()
	msg := d.Flush()().(DraftSaved)
	d.Update(msg)
	if msg.Err == nil || !d.Pending() {
		t.Fatalf("told %v, pending %v", msg.Err, d.Pending())
	}
	kept.err = nil
	if d.Touch() == nil {
		t.Fatal("the next key does not try again")
	}
	d.Update(pass(d)())
	if !slices.Equal(kept.states, []string{"x"}) || d.Pending() {
		t.Errorf("kept %q, pending %v", kept.states, d.Pending())
	}
}

// TestDraftEndsFromOutside ends the program between a key and its write, and between Clear and its write.
func TestDraftEndsFromOutside(t *testing.T) {
	for name, test := range map[string]struct {
		before func(d *Draft)
		want   string
	}{
		"typing not taken":      {func(d *Draft) { d.Touch() }, "typed"},
		"a write not begun":     {func(d *Draft) { d.Touch(); pass(d) }, "typed"},
		"a clearing not begun":  {func(d *Draft) { d.Touch(); pass(d); d.Clear() }, ""},
		"typing after clearing": {func(d *Draft) { d.Clear(); d.Touch() }, "typed"},
	} {
		var kept disk
		d := NewDraft(func() []byte { return []byte("typed") }, kept.save)
		test.before(d)
		if err := d.Drain(); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(kept.states, []string{test.want}) {
			t.Errorf("%s: kept %q", name, kept.states)
		}
	}
}

// TestDraftClear never lets an older state come back after there is nothing to keep.
func TestDraftClear(t *testing.T) {
	var kept disk
	d := NewDraft(func() []byte { return []byte("typed") }, kept.save)
	d.Touch()
	late := pass(d)
	d.Update(d.Clear()())
	d.Update(late())
	if !slices.Equal(kept.states, []string{""}) || d.Pending() {
		t.Errorf("kept %q, pending %v", kept.states, d.Pending())
	}
}
