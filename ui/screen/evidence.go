package screen

import (
	"cmp"
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

// evidence is the sixth part of an event: what inspectors ask for, whether it is there, and the files that show it. A file
// stays where it is; whether it still does is looked up when the page is opened, one file after the other.
type evidence struct {
	env     *Env
	id      model.ID
	state   evidenceState
	known   bool
	list    *kit.List[model.Evidence]
	checked map[model.ID]fileState
	asking  *kit.Confirm // nil: nothing is asked
	number  int          // of the last reading that was asked for
	round   int          // of the last looking through the files
	covered bool
	stale   bool
	above   int // lines above the list at the last View
}

// evidenceState is what was recorded for an event, and what the dossier says of it.
type evidenceState struct {
	event   model.Event
	files   []model.Evidence
	dossier []model.DossierPoint
}

// evidenceReader reads the files that were recorded, and files themselves.
type evidenceReader interface {
	Evidence(ctx context.Context, event model.ID) ([]model.Evidence, error)
	Fingerprint(ctx context.Context, path string) (model.FileSum, error)
}

// fileState is what a look at a recorded file showed.
type fileState uint8

const (
	fileUnknown fileState = iota // not looked at yet
	fileKept                     // there, and unchanged
	fileChanged                  // there, with other bytes
	fileGone                     // not there
	fileShut                     // it cannot be read
)

// evidenceRead is what was recorded as it was when reading number was made.
type evidenceRead struct {
	screen *evidence
	number int
	state  evidenceState
	err    error
}

// evidenceChecked is what a look at one file of that round showed.
type evidenceChecked struct {
	screen *evidence
	round  int
	id     model.ID
	state  fileState
}

// NewEvidence is the files of an event.
func NewEvidence(env *Env, event model.ID) Screen {
	s := &evidence{env: env, id: event, checked: make(map[model.ID]fileState)}
	table := kit.NewTable(env.Look,
		kit.Column[model.Evidence]{Size: kit.Size{Fixed: 18}, Text: func(e model.Evidence) string { return env.Proof(e) }},
		kit.Column[model.Evidence]{Size: kit.Size{Min: 12, Share: 1}, Text: func(e model.Evidence) string {
			return cmp.Or(e.Caption, filepath.Base(e.Path))
		}},
		kit.Column[model.Evidence]{Size: kit.Size{Fixed: 20}, Text: func(e model.Evidence) string { return env.Say(s.checked[e.ID].words()) }},
		kit.Column[model.Evidence]{Size: kit.Size{Fixed: 9}, Right: true, Text: func(e model.Evidence) string { return env.bytes(e.Size) }},
	)
	s.list = kit.NewList(env.Look, func(e model.Evidence) string { return e.ID.String() }, table.Row)
	return s
}

// Proof says what a file shows: "foto: pembukaan".
func (e *Env) Proof(x model.Evidence) string {
	words := e.Say(ProofWords(x.Proof))
	if x.Proof == model.ProofPhoto && x.Slot != "" {
		words += ": " + e.Say(SlotWords(x.Slot))
	}
	return words
}

// ProofWords is the word for a sort of evidence.
func ProofWords(p model.Proof) lang.Key {
	if !slices.Contains(model.Proofs(), p) {
		p = model.ProofOther
	}
	return lang.Key("evidence.proof." + string(p))
}

// SlotWords is the word for what a photo shows.
func SlotWords(s model.PhotoSlot) lang.Key {
	if !slices.Contains(model.PhotoSlots(), s) {
		return "evidence.slot.none"
	}
	return lang.Key("evidence.slot." + string(s))
}

func (s fileState) words() lang.Key {
	switch s {
	case fileKept:
		return "evidence.kept"
	case fileChanged:
		return "evidence.changed"
	case fileGone:
		return "evidence.gone"
	case fileShut:
		return "evidence.shut"
	}
	return "evidence.checking"
}

// bytes is a size as people read it.
func (e *Env) bytes(n int64) string {
	if n >= 10<<20 {
		return e.Number(int(n>>20)) + " MB"
	}
	return e.Number(int((n+1023)>>10)) + " KB"
}

// Init reads what was recorded.
func (s *evidence) Init() tea.Cmd { return s.reload() }

// Title names the event.
func (s *evidence) Title() string { return s.env.Say("evidence.title") + "  " + s.state.event.Theme }

// Sample reports whether the event is sample data.
func (s *evidence) Sample() bool { return s.state.event.Sample }

// Asking is so while it is asked whether to remove a file.
func (s *evidence) Asking() bool { return s.asking != nil }

// Help explains what is recorded.
func (s *evidence) Help() []lang.Key { return []lang.Key{"evidence.help"} }

// Keys are the commands.
func (s *evidence) Keys() kit.Bindings {
	return append(kit.Bindings{
		{Keys: []string{"n"}, Label: "evidence.new", Do: func() tea.Cmd { return s.leave(newEvidencePick(s.env, s.id)) }},
		{Keys: []string{"enter", "e"}, Label: "evidence.edit", Do: s.edit, Disabled: s.none},
		{Keys: []string{"x", "delete"}, Label: "evidence.remove", Do: s.remove, Disabled: s.none},
		{Keys: []string{"u"}, Label: "evidence.check", Do: s.recheck, Disabled: s.none},
		{Keys: []string{"k"}, Label: "event.closing", Do: func() tea.Cmd { return s.leave(newClosing(s.env, s.id)) }},
		{Keys: []string{"ctrl+z"}, Label: "event.undo", Do: func() tea.Cmd { return s.env.undoLast(s, s.state.event) }, Hidden: true},
	}, s.env.partKeys(s.id, partEvidence)...)
}

func (s *evidence) none() (lang.Phrase, bool) { return lang.Of("evidence.none"), s.list.Len() == 0 }

func (s *evidence) leave(to Screen) tea.Cmd {
	s.covered = true
	return open(to)
}

// Update takes readings, looks at files, commits, what became of writes, answers, and what moves the cursor.
func (s *evidence) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case evidenceRead:
		return s.take(m)
	case evidenceChecked:
		if m.screen != s || m.round != s.round {
			return nil
		}
		s.checked[m.id] = m.state
		return s.check()
	case Committed:
		return s.heard(m.Commit)
	case Resumed:
		s.covered = false
		if s.stale {
			return s.reload()
		}
		return nil
	case written:
		if m.page == s {
			return m.tell()
		}
		return nil
	case takenBack:
		if m.page == s {
			return m.tell(s.env)
		}
		return nil
	}
	if s.asking != nil && press(msg) {
		cmd := s.asking.Update(msg)
		if !s.asking.Open() {
			s.asking = nil
		}
		return cmd
	}
	return s.list.Update(kit.Shift(msg, 0, s.above))
}

func (s *evidence) heard(c model.Commit) tea.Cmd {
	kinds := []model.Kind{model.KindEvidence, model.KindEvent, model.KindAgenda, model.KindQuestion}
	if !c.Bulk && !concerns(c, s.id, kinds...) {
		return nil
	}
	if s.covered {
		s.stale = true
		return nil
	}
	return s.reload()
}

func (s *evidence) reload() tea.Cmd {
	s.number++
	s.stale = false
	number, store, id := s.number, s.env.Store, s.id
	return func() tea.Msg {
		state, err := readEvidence(context.Background(), store, id)
		return evidenceRead{s, number, state, err}
	}
}

func readEvidence(ctx context.Context, store Store, id model.ID) (out evidenceState, err error) {
	if out.event, err = store.Event(ctx, id); err != nil {
		return out, err
	}
	if out.files, err = store.Evidence(ctx, id); err != nil {
		return out, err
	}
	// In the order in which inspectors ask, photos by their slots.
	proofs, slots := model.Proofs(), model.PhotoSlots()
	slices.SortStableFunc(out.files, func(a, b model.Evidence) int {
		return cmp.Or(cmp.Compare(slices.Index(proofs, a.Proof), slices.Index(proofs, b.Proof)),
			cmp.Compare(slices.Index(slots, a.Slot), slices.Index(slots, b.Slot)))
	})
	sessions, err := store.Sessions(ctx, id)
	if err != nil {
		return out, err
	}
	holds := model.Holdings{Event: out.event, Evidence: out.files}
	for _, x := range sessions {
		n, err := store.Counts(ctx, id, x.ID)
		if err != nil {
			return out, err
		}
		holds.Came += n.Came()
	}
	if holds.Notes, err = noted(ctx, store, id); err != nil {
		return out, err
	}
	out.dossier = model.Dossier(holds)
	return out, nil
}

// noted reports whether anything of what was said at an event is written down.
func noted(ctx context.Context, store Store, id model.ID) (bool, error) {
	items, err := store.Agenda(ctx, id)
	if err != nil || slices.ContainsFunc(items, func(x model.AgendaItem) bool { return len(x.Points) > 0 }) {
		return err == nil, err
	}
	questions, err := store.Questions(ctx, id)
	return len(questions) > 0, err
}

func (s *evidence) take(m evidenceRead) tea.Cmd {
	if m.screen != s || m.number != s.number {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	s.state, s.known = m.state, true
	s.list.Show(kit.Slice[model.Evidence](s.state.files))
	s.round++
	return s.check()
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

func (s *evidence) edit() tea.Cmd {
	e, _ := s.list.Selected()
	return s.leave(newEvidenceForm(s.env, s.id, e))
}

// remove asks before a file is no longer recorded. The file itself is left alone.
func (s *evidence) remove() tea.Cmd {
	e, _ := s.list.Selected()
	file := filepath.Base(e.Path)
	s.asking = kit.NewConfirm(s.env.Look, lang.Of("evidence.remove-ask", "file", file),
		kit.Answer{Label: "kit.no"}, kit.Answer{Label: "kit.yes", Do: func() tea.Cmd {
			return s.env.removeRecord(s, model.EvidenceKey(s.id, e.ID), lang.Of("evidence.removed", "file", file))
		}})
	return nil
}

// evidenceTall is the height from which the dossier is told point by point.
const evidenceTall = 16

// View draws the dossier, the files, and where the one under the cursor lies.
func (s *evidence) View(w, h int) string {
	if !s.known {
		return s.env.Muted.Render(s.env.Cut(s.env.Say("event.reading"), w-1))
	}
	var head []string
	if h >= evidenceTall {
		head = append(s.env.dossierLines(s.state.dossier, w), "")
	} else {
		head = s.env.Wrap(s.env.dossierLine(s.state.dossier), w-1)
		head = head[:min(len(head), max(0, h-3))]
	}
	s.above = max(0, min(len(head), h-1))
	s.list.Empty = lang.Of("evidence.empty")
	below := s.about(w, h)
	if s.asking != nil {
		below = s.asking.View(w, min(h, 4))
	}
	return kit.Frame(w, h, strings.Join(head, "\n"), below, s.list.View)
}

// about tells the whole caption of the file under the cursor, and where it lies.
func (s *evidence) about(w, h int) string {
	e, ok := s.list.Selected()
	if !ok || h < evidenceTall {
		return ""
	}
	return s.env.Cut(e.Caption, w-1) + "\n" + s.env.Muted.Render(s.env.Cut(s.env.Say("evidence.lies", "file", text.Safe(filepath.Base(e.Path)), "folder", text.Safe(filepath.Dir(e.Path))), w-1)) + "\n" +
		s.env.Muted.Render(s.env.Cut(s.env.Say("evidence.sum", "sum", e.Sum), w-1))
}

// Cursor is in the list while nothing is asked.
func (s *evidence) Cursor() (x, y int, ok bool) {
	x, y, ok = s.list.Cursor()
	return x, y + s.above, ok && s.asking == nil && s.known
}
