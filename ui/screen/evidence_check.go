package screen

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/lang"
)

// fileState is what a look at a recorded file showed.
type fileState uint8

const (
	fileUnknown fileState = iota // not looked at yet
	fileKept                     // there, and unchanged
	fileChanged                  // there, with other bytes
	fileGone                     // not there
	fileShut                     // it cannot be read
)

// evidenceChecked is what a look at one file of that round showed.
type evidenceChecked struct {
	screen *evidence
	round  int
	id     model.ID
	state  fileState
}

// check looks at the next file that has not been looked at, in a command: it may lie on a stick that answers slowly.
func (s *evidence) check() tea.Cmd {
	for _, e := range s.state.files {
		if s.checked[e.ID] == fileUnknown {
			round, store := s.round, s.env.Store
			return func() tea.Msg {
				sum, err := store.Fingerprint(context.Background(), e.Path)
				return evidenceChecked{s, round, e.ID, fileStateOf(e, sum, err)}
			}
		}
	}
	return nil
}

// fileStateOf says what reading a recorded file showed.
func fileStateOf(e model.Evidence, sum model.FileSum, err error) fileState {
	var fault *model.FileError
	switch {
	case errors.As(err, &fault) && fault.Fault == model.FileMissing:
		return fileGone
	case errors.As(err, &fault) && (fault.Fault == model.FileEmpty || fault.Fault == model.FileTooBig):
		return fileChanged
	case err != nil:
		return fileShut
	case sum.Sum != e.Sum:
		return fileChanged
	}
	return fileKept
}

// FileKept says what reading a recorded file showed: in a word for scripts (kept, changed, gone, unreadable), and for people.
func FileKept(e model.Evidence, sum model.FileSum, err error) (state string, words lang.Key) {
	s := fileStateOf(e, sum, err)
	switch s {
	case fileKept:
		state = "kept"
	case fileChanged:
		state = "changed"
	case fileGone:
		state = "gone"
	default:
		state = "unreadable"
	}
	return state, s.words()
}

// recheck looks at all files again.
func (s *evidence) recheck() tea.Cmd {
	clear(s.checked)
	s.round++
	return s.check()
}
