package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// Screen is what stands on the root's stack. Keys go to the one on top; every other message goes to all.
type Screen interface {
	// Init gives the command that fetches what the screen shows first.
	Init() tea.Cmd
	// Update takes a message. Of keys it gets those that none of its own bindings nor the root's took.
	Update(msg tea.Msg) tea.Cmd
	// View draws the body in at most h lines of at most w-1 cells.
	View(w, h int) string
	// Title is the heading, in the language that is on.
	Title() string
	// Keys are what keys do here now, in the order in which the footer tells them. Help and palette are made from them.
	Keys() kit.Bindings
}

// Typist is a screen in which letters are text while Typing: then only control and function keys are commands.
type Typist interface{ Typing() bool }

// Cursored is a screen that has a place for the real cursor, relative to its body.
type Cursored interface {
	Cursor() (x, y int, ok bool)
}

// Sampled is a screen that may show sample data; then the heading says so.
type Sampled interface{ Sample() bool }

// Overlaid is a screen that asks something above its body at times; while it does, Esc and the keys are its own.
type Overlaid interface{ Asking() bool }

// Explained is a screen whose help begins with sentences of its own.
type Explained interface{ Help() []lang.Key }

// Placed is a screen that stands for one place. Where it is to take the place of a screen that was opened from there, the
// way leads back instead.
type Placed interface{ Place() string }

// Open puts a screen on top.
type Open struct{ Screen Screen }

// Replace puts a screen in the place of the one on top: another part of the same event.
type Replace struct{ Screen Screen }

// Back takes the screen on top away.
type Back struct{}

// Reset leaves only this screen, as after the welcome.
type Reset struct{ Screen Screen }

// Said is a sentence for the status line.
type Said struct {
	Kind kit.Kind
	What lang.Phrase
}

// Hint is a sentence about what stands in front, not about what was done: it is shown only as long as it holds.
type Hint struct {
	Said
	Holds func() bool
}

// Committed tells every screen what has been written, by whichever desk.
type Committed struct{ Commit model.Commit }

// Resumed tells the screen that comes to be on top again after Back.
type Resumed struct{}

// Flush asks screens to put what is being typed on disk now: the window is closing.
type Flush struct{}

// Quit ends the program once everything that was accepted is on disk.
type Quit struct{}

// Again ends the session as [Quit] does, does something to the database that nobody can do while it is open, and begins a new
// session at home, which says how it went.
type Again struct {
	What lang.Phrase // what is being done, for the line that stands there meanwhile
	// Do works on the closed database and gives what there is to say of it; after an error, which a phrase beside it puts in
	// words, the session begins all the same. Progress hears how far it is, as often as it likes, in steps that each go from 0 to
	// their total.
	Do func(ctx context.Context, progress func(done, total uint64)) (lang.Phrase, error)
}

// Configured tells screens that the settings were read anew.
type Configured struct{}

// send is the command that gives a message.
func send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// back is the command that takes the screen on top away.
func back() tea.Cmd { return send(Back{}) }

// open is the command that puts a screen on top.
func open(s Screen) tea.Cmd { return send(Open{s}) }

// say is the command that puts a sentence on the status line.
func say(kind kit.Kind, key lang.Key, args ...any) tea.Cmd {
	return send(Said{kind, lang.Of(key, args...)})
}
