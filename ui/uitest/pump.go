package uitest

import (
	"reflect"
	"sync"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/screen"
)

// mail is what reaches a desk from other goroutines: the messages of commands that took longer, and commits.
type mail struct {
	running sync.WaitGroup // commands under way

	mu      sync.Mutex
	late    []tea.Msg
	commits []model.Commit
}

func (m *mail) commit(c model.Commit) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.commits = append(m.commits, c)
}

func (m *mail) news() []model.Commit {
	m.mu.Lock()
	defer m.mu.Unlock()
	commits := m.commits
	m.commits = nil
	return commits
}

func (m *mail) messages() []tea.Msg {
	m.mu.Lock()
	defer m.mu.Unlock()
	late := m.late
	m.late = nil
	return late
}

// drop forgets what has come: it was for a program that has ended.
func (m *mail) drop() {
	m.news()
	m.messages()
}

// run starts a command as the program does, in a goroutine, and gives its message if it comes without the clock moving;
// otherwise the message is late.
func (m *mail) run(cmd tea.Cmd) (msg tea.Msg, ok bool) {
	m.running.Add(1)
	var waits bool
	go func() {
		defer m.running.Done()
		got := cmd()
		m.mu.Lock()
		defer m.mu.Unlock()
		if waits {
			m.late = append(m.late, got)
		} else {
			msg, ok = got, true
		}
	}()
	synctest.Wait()
	m.mu.Lock()
	defer m.mu.Unlock()
	waits = !ok
	return msg, ok
}

// perform runs a command and all that follows from it. One comes after the other, so that a journey is the same each time:
// the orders that differ in the field are asked for with NewsFirst and Hurry.
func (d *Desk) perform(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg, ok := d.mail.run(cmd)
	if d.NewsFirst {
		d.hear()
	}
	if ok {
		d.deliver(msg)
	}
}

// deliver gives a message to the program, or does what Bubble Tea itself does with it.
func (d *Desk) deliver(msg tea.Msg) {
	switch m := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range m {
			d.perform(cmd)
		}
	case tea.QuitMsg:
		d.ended = true
	default:
		v := reflect.ValueOf(msg)
		switch {
		case v.Type().Name() == "sequenceMsg":
			for i := range v.Len() {
				d.perform(v.Index(i).Interface().(tea.Cmd))
			}
		case v.Type().Name() == "setClipboardMsg":
			d.Clipboard = v.String()
		default:
			d.perform(d.update(msg))
		}
	}
}

func (d *Desk) update(msg tea.Msg) tea.Cmd {
	if d.ended {
		return nil
	}
	_, cmd := d.root.Update(msg)
	return cmd
}

// hear tells the program of commits.
func (d *Desk) hear() (some bool) {
	commits := d.mail.news()
	for _, c := range commits {
		d.deliver(screen.Committed{Commit: c})
	}
	return len(commits) > 0
}

// settle runs all desks until every goroutine waits for a key or for the clock, then draws each.
func (d *Desk) settle() {
	d.Helper()
	for quiet := false; !quiet; {
		synctest.Wait()
		quiet = true
		for _, o := range d.house.desks {
			if o.root != nil && o.turn() {
				quiet = false
			}
		}
	}
	for _, o := range d.house.desks {
		if o.root != nil {
			o.root.View()
		}
	}
}

// turn does what waits at one desk.
func (d *Desk) turn() (some bool) {
	held := d.held
	d.held = nil
	for _, cmd := range held {
		d.perform(cmd)
	}
	some = len(held) > 0
	if d.NewsFirst {
		some = d.hear() || some
	}
	late := d.mail.messages()
	for _, msg := range late {
		d.deliver(msg)
	}
	return d.hear() || some || len(late) > 0
}
