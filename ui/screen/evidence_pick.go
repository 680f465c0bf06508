package screen

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// evidencePick finds the file that is to be recorded, and reads it for its checksum.
type evidencePick struct {
	env    *Env
	event  model.ID
	pick   *filePick
	number int    // of the last file that was read
	busy   string // its name while it is read; empty: none is
}

// evidenceFound is a file as it was read.
type evidenceFound struct {
	screen *evidencePick
	number int
	path   string
	sum    model.FileSum
	err    error
}

func newEvidencePick(env *Env, event model.ID) *evidencePick {
	s := &evidencePick{env: env, event: event}
	s.pick = newFilePick(env, s.read)
	s.pick.likely = []string{".jpg", ".jpeg", ".png", ".heic", ".webp", ".pdf", ".docx", ".doc", ".pptx", ".tif", ".tiff", ".mp4"}
	s.pick.input.Placeholder = "evidence.pick-hint"
	return s
}

// read reads the file, in a command.
func (s *evidencePick) read(path string) tea.Cmd {
	s.number++
	s.busy = filepath.Base(path)
	number, store := s.number, s.env.Store
	return func() tea.Msg {
		sum, err := store.Fingerprint(context.Background(), path)
		return evidenceFound{s, number, path, sum, err}
	}
}

// above is how many lines stand above the picker.
func (s *evidencePick) above() int {
	if s.busy != "" {
		return 1
	}
	return 0
}

// guessProof is what a file with that name mostly is.
func guessProof(path string) model.Proof {
	if slices.Contains([]string{".jpg", ".jpeg", ".png", ".heic", ".webp"}, strings.ToLower(filepath.Ext(path))) {
		return model.ProofPhoto
	}
	return ""
}

// FileProblem says why a file could not be read for recording it.
func FileProblem(err error) lang.Phrase {
	var e *model.FileError
	if !errors.As(err, &e) {
		return Failure(err)
	}
	return lang.Of(lang.Key("evidence.fault."+string(e.Fault)), "file", text.Safe(filepath.Base(e.Path)),
		"most", int(model.MaxFileBytes>>30))
}

// Init reads the folder that was used last.
func (s *evidencePick) Init() tea.Cmd { return s.pick.Init() }

// Title says what is being done.
func (s *evidencePick) Title() string { return s.env.Say("evidence.title-pick") }

// Typing is always so: letters filter.
func (s *evidencePick) Typing() bool { return true }

// Help explains that the file stays where it is.
func (s *evidencePick) Help() []lang.Key { return []lang.Key{"evidence.help-pick"} }

// Keys are the ways through the folders.
func (s *evidencePick) Keys() kit.Bindings { return append(s.pick.Keys(), s.env.askKeys(s.event)...) }

// Update takes the file that was read; all else goes to the folders.
func (s *evidencePick) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(evidenceFound)
	switch {
	case !ok:
		return s.pick.Update(kit.Shift(msg, 0, s.above()))
	case m.screen != s || m.number != s.number:
		return nil
	}
	s.busy = ""
	if m.err != nil {
		s.pick.wrong = FileProblem(m.err)
		return nil
	}
	return send(Replace{newEvidenceForm(s.env, s.event, model.Evidence{
		Proof: guessProof(m.sum.Path), Path: m.sum.Path, Sum: m.sum.Sum, Size: m.sum.Size,
	})})
}

// View draws the folders, and above them which file is being read.
func (s *evidencePick) View(w, h int) string {
	var head string
	if s.busy != "" {
		head = s.env.Muted.Render(s.env.Cut(s.env.Say("evidence.reading-file", "file", text.Safe(s.busy)), w-1))
	}
	return kit.Frame(w, h, head, "", s.pick.View)
}

// Cursor is where letters go.
func (s *evidencePick) Cursor() (x, y int, ok bool) {
	x, y, ok = s.pick.Cursor()
	return x, y + s.above(), ok
}
