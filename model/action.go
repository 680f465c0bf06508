package model

import (
	"encoding/json"
	"slices"
	"strconv"
	"time"
)

// The registers and sets of an action (tindak lanjut).
const (
	ActionNo       = "no"       // 1, 2, 3, ... among the event's actions
	ActionProblem  = "problem"  // masalah
	ActionDo       = "do"       // what is to be done
	ActionOwner    = "owner"    // penanggung jawab: a person's or an institution's name, as it was when written
	ActionOwnerKey = "of"       // Key.Text of the record that the owner is: a guest, a role, a person; empty: free words
	ActionFrom     = "inst"     // the institution or village to which it was promised
	ActionGuest    = "guest"    // ID of the guest to whom it was promised; empty where nobody may know
	ActionAsker    = "asker"    // that guest's name with titles as on that day; empty likewise
	ActionQuestion = "question" // ID of the question that it came from; empty: none
	ActionDue      = "due"      // tenggat: ISO 8601 day
	ActionOutput   = "output"   // keluaran
	ActionMeasure  = "measure"  // indikator
	ActionPriority = "priority" // a Priority; empty: normal
	ActionStatusIs = "status"   // an ActionStatus; empty: todo
	ActionNotes    = "notes"    // a set of [Note]
)

// ActionStatus is where an action stands. That it is late is worked out, never stored.
type ActionStatus string

// The statuses of an action.
const (
	ActionTodo    ActionStatus = "todo"    // belum dimulai
	ActionDoing   ActionStatus = "doing"   // berjalan
	ActionDone    ActionStatus = "done"    // selesai
	ActionDropped ActionStatus = "dropped" // tidak dilanjutkan
)

// ActionStatuses are all statuses in the order in which an action passes through them.
func ActionStatuses() []ActionStatus {
	return []ActionStatus{ActionTodo, ActionDoing, ActionDone, ActionDropped}
}

// Open reports whether there is still something to be done.
func (s ActionStatus) Open() bool { return s != ActionDone && s != ActionDropped }

// Priority says how urgent an action is.
type Priority string

// The priorities.
const (
	PriorityHigh   Priority = "high"   // tinggi
	PriorityNormal Priority = "normal" // sedang
	PriorityLow    Priority = "low"    // rendah
)

// Priorities are all priorities, the most urgent first.
func Priorities() []Priority { return []Priority{PriorityHigh, PriorityNormal, PriorityLow} }

// Action is one thing that was promised (tindak lanjut).
type Action struct {
	Event, ID       ID
	No              int
	Problem, Do     string
	Owner           string
	OwnerKey        Key
	From            string
	Guest           ID
	Asker           string
	Question        ID
	Due             string // ISO 8601; empty: no date was named
	Output, Measure string
	Priority        Priority
	Status          ActionStatus
	Notes           []Note // earliest first
	Removed         bool
	HasConflict     bool
}

// Note is what was noted of an action's progress, also why it was postponed or dropped.
type Note struct {
	Stamp   Stamp     `json:"-"`
	At      time.Time `json:"-"` // UTC, as the writer's clock stood
	Officer string    `json:"-"`
	Text    string    `json:"text"`
	Due     string    `json:"due,omitempty"` // the new date, where the note postpones it
	Status  string    `json:"status,omitempty"`
}

// ActionKey is the key of an action's record; one that belongs to no event has the zero event.
func ActionKey(event, id ID) Key { return Key{Kind: KindAction, Event: event, ID: id} }

// ActionOf reads an action from its record.
func ActionOf(r Record) Action {
	a := Action{
		Event: r.Key.Event, ID: r.Key.ID, Problem: r.Get(ActionProblem), Do: r.Get(ActionDo), Owner: r.Get(ActionOwner),
		From: r.Get(ActionFrom), Asker: r.Get(ActionAsker), Due: r.Get(ActionDue), Output: r.Get(ActionOutput),
		Measure: r.Get(ActionMeasure), Priority: Priority(r.Get(ActionPriority)), Status: ActionStatus(r.Get(ActionStatusIs)),
		Removed: r.Get(Removed) != "", HasConflict: len(r.Conflicts()) > 0, Notes: notesOf(r),
	}
	a.No, _ = strconv.Atoi(r.Get(ActionNo))
	a.OwnerKey, _ = ParseKey(r.Get(ActionOwnerKey))
	a.Guest, _ = ParseID(r.Get(ActionGuest))
	a.Question, _ = ParseID(r.Get(ActionQuestion))
	if !slices.Contains(ActionStatuses(), a.Status) {
		a.Status = ActionTodo
	}
	if !slices.Contains(Priorities(), a.Priority) {
		a.Priority = PriorityNormal
	}
	return a
}

// Late reports whether the action is overdue (terlambat) on a day, ISO 8601: what is due that day still has it.
func (a Action) Late(day string) bool { return a.Status.Open() && a.Due != "" && a.Due < day }

// Registers are the registers of the action that are not empty, as a first write of the record would set them.
func (a Action) Registers() []Set {
	return writeFilled([]Set{
		Write(ActionNo, positive(a.No)), Write(ActionProblem, a.Problem), Write(ActionDo, a.Do), Write(ActionOwner, a.Owner),
		Write(ActionOwnerKey, a.OwnerKey.Text()), Write(ActionFrom, a.From), Write(ActionGuest, a.Guest.String()),
		Write(ActionAsker, a.Asker), Write(ActionQuestion, a.Question.String()), Write(ActionDue, a.Due),
		Write(ActionOutput, a.Output), Write(ActionMeasure, a.Measure), Write(ActionPriority, string(a.Priority)),
		Write(ActionStatusIs, string(a.Status)),
	})
}

// AddNote is the set that notes something of an action. A change holds one of them at the most.
func AddNote(n Note) Set {
	// Texts always marshal.
	v, _ := json.Marshal(n)
	return Add(ActionNotes, string(v))
}

// Noted is the sets that note something of an action, and write the registers that the note says have changed: its status and
// when it is due.
func Noted(r Record, n Note) []Set {
	values := make(map[string]string)
	if n.Status != "" {
		values[ActionStatusIs] = n.Status
	}
	if n.Due != "" {
		values[ActionDue] = n.Due
	}
	return append(r.Edit(values), AddNote(n))
}

func notesOf(r Record) []Note {
	var out []Note
	for _, e := range r.Elements(ActionNotes) {
		var n Note
		if json.Unmarshal([]byte(e.Value), &n) != nil {
			n = Note{Text: e.Value}
		}
		n.Stamp, n.At, n.Officer = e.Stamp, e.When(), e.Origin.Officer
		out = append(out, n)
	}
	return out
}
