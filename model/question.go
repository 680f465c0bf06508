package model

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"time"
)

// The registers and sets of a question (tanya jawab).
const (
	QuestionNo         = "no"         // 1, 2, 3, ... among the event's questions, as it was called out
	QuestionText       = "text"       // the words, of one line or many
	QuestionGuest      = "guest"      // ID of the guest who asked; empty where the asker is no guest
	QuestionAsker      = "asker"      // the asker's name with titles as on that day, a free name, or a description
	QuestionPost       = "post"       // jabatan, as on that day
	QuestionFrom       = "inst"       // institution or village, as on that day
	QuestionAnonymous  = "anonymous"  // "1": identitas dirahasiakan; then nothing of the four above is written
	QuestionBasis      = "basis"      // dasar, one a line
	QuestionAsOf       = "as-of"      // data per: 2023, 2023-08 or 2023-08-28
	QuestionKeeps      = "keeps"      // for how many months the basis holds; empty: a year
	QuestionStatusIs   = "status"     // a QuestionStatus; empty: told by whether there are answers
	QuestionInternal   = "internal"   // "1": never in papers that leave the office
	QuestionAsked      = "asked"      // when it was asked: milliseconds since 1970, UTC
	QuestionItem       = "item"       // ID of the agenda item that was running
	QuestionSuperseded = "superseded" // digantikan: the Key.Text of the question whose answer counts now
	QuestionAnswers    = "answers"    // a set of [Answer]
	QuestionReferences = "references" // rujukan: a set of [Reference]
	QuestionTags       = "tags"       // a set of words
)

// QuestionStatus is where a question stands.
type QuestionStatus string

// The statuses of a question.
const (
	QuestionOpen        QuestionStatus = "open"         // belum terjawab
	QuestionAnswered    QuestionStatus = "answered"     // terjawab
	QuestionWrittenOwed QuestionStatus = "written_owed" // perlu jawaban tertulis
	QuestionWrittenSent QuestionStatus = "written_sent" // sudah dijawab tertulis
	QuestionFollowUp    QuestionStatus = "follow_up"    // ditindaklanjuti
)

// QuestionStatuses are all statuses in the order in which a question passes through them.
func QuestionStatuses() []QuestionStatus {
	return []QuestionStatus{QuestionOpen, QuestionAnswered, QuestionWrittenOwed, QuestionWrittenSent, QuestionFollowUp}
}

// Owed reports whether somebody still waits for an answer.
func (s QuestionStatus) Owed() bool { return s == QuestionOpen || s == QuestionWrittenOwed }

// KeepsUsually is for how many months an answer is taken to hold where nobody said otherwise.
const KeepsUsually = 12

// Question is one question of an event's discussion, with what was answered.
type Question struct {
	Event, ID   ID
	No          int
	Text        string
	Guest       ID
	Asker       string // empty where nobody knows, or nobody may
	Post, From  string
	Anonymous   bool
	Basis       string
	AsOf        string // ISO 8601, to the year, month or day
	Keeps       int    // months
	Status      QuestionStatus
	Internal    bool
	Asked       time.Time // UTC; zero where nobody wrote it
	Item        ID
	Superseded  Key
	Answers     []Answer    // the first given first
	References  []Reference // in the order in which they were taken down
	Tags        []string    // each once, in order of the alphabet
	Removed     bool
	HasConflict bool
}

// Answer is what one speaker answered (jawaban).
type Answer struct {
	Stamp Stamp     `json:"-"` // names this answer among the question's
	Text  string    `json:"text"`
	Role  ID        `json:"role,omitzero"` // who answered, where it is one of the event's roles
	By    string    `json:"by,omitempty"`  // the speaker's name with titles as on that day
	Post  string    `json:"post,omitempty"`
	At    time.Time `json:"at,omitzero"` // when it was first given; an edit keeps it
	// Edits is the answer that this one took the place of; the zero Stamp: none. The old words stay in the history.
	Edits Stamp `json:"edits,omitzero"`
}

// Reference is an earlier answer that was pointed to (rujukan). It is no answer: what was said here stands in Answers.
type Reference struct {
	Stamp    Stamp  `json:"-"`
	Question string `json:"question"` // Key.Text of the earlier question
	Cite     string `json:"cite"`     // speaker, event, date and basis, as they were when it was pointed to
}

// Key is the record of the earlier question.
func (r Reference) Key() Key {
	k, _ := ParseKey(r.Question)
	return k
}

// QuestionKey is the key of a question's record.
func QuestionKey(event, id ID) Key { return Key{Kind: KindQuestion, Event: event, ID: id} }

// QuestionOf reads a question from its record. Of an anonymous one nothing tells who asked, whatever the record holds.
func QuestionOf(r Record) Question {
	q := Question{
		Event: r.Key.Event, ID: r.Key.ID, Text: r.Get(QuestionText), Asker: r.Get(QuestionAsker), Post: r.Get(QuestionPost),
		From: r.Get(QuestionFrom), Anonymous: r.Get(QuestionAnonymous) != "", Basis: r.Get(QuestionBasis),
		AsOf: r.Get(QuestionAsOf), Keeps: KeepsUsually, Internal: r.Get(QuestionInternal) != "",
		Removed: r.Get(Removed) != "", HasConflict: len(r.Conflicts()) > 0,
		Answers: answersOf(r), References: referencesOf(r), Tags: tagsOf(r),
	}
	q.No, _ = strconv.Atoi(r.Get(QuestionNo))
	q.Guest, _ = ParseID(r.Get(QuestionGuest))
	q.Item, _ = ParseID(r.Get(QuestionItem))
	q.Superseded, _ = ParseKey(r.Get(QuestionSuperseded))
	if n, err := strconv.Atoi(r.Get(QuestionKeeps)); err == nil && n > 0 {
		q.Keeps = n
	}
	if ms, err := strconv.ParseInt(r.Get(QuestionAsked), 10, 64); err == nil {
		q.Asked = time.UnixMilli(ms).UTC()
	}
	if q.Anonymous {
		q.Guest, q.Asker, q.Post, q.From = ID{}, "", "", ""
	}
	q.Status = QuestionStatus(r.Get(QuestionStatusIs))
	if !slices.Contains(QuestionStatuses(), q.Status) {
		q.Status = q.told()
	}
	return q
}

// told is the status that the answers tell by themselves.
func (q Question) told() QuestionStatus {
	if len(q.Answers) > 0 {
		return QuestionAnswered
	}
	return QuestionOpen
}

// Answered is when the first answer was given; zero where there is none.
func (q Question) Answered() time.Time {
	if len(q.Answers) == 0 {
		return time.Time{}
	}
	return q.Answers[0].At
}

// Registers are the registers of the question that are not empty, as a first write of the record would set them; of an
// anonymous one none that tells who asked. Answers, references and tags are sets: each goes into a change of its own.
func (q Question) Registers() []Set {
	if q.Anonymous {
		q.Guest, q.Asker, q.Post, q.From = ID{}, "", "", ""
	}
	keeps := ""
	if q.Keeps != KeepsUsually {
		keeps = positive(q.Keeps)
	}
	asked := ""
	if !q.Asked.IsZero() {
		asked = strconv.FormatInt(q.Asked.UnixMilli(), 10)
	}
	return writeFilled([]Set{
		Write(QuestionNo, positive(q.No)), Write(QuestionText, q.Text), Write(QuestionGuest, q.Guest.String()),
		Write(QuestionAsker, q.Asker), Write(QuestionPost, q.Post), Write(QuestionFrom, q.From),
		Write(QuestionAnonymous, flag(q.Anonymous)), Write(QuestionBasis, q.Basis), Write(QuestionAsOf, q.AsOf),
		Write(QuestionKeeps, keeps), Write(QuestionStatusIs, string(q.Status)), Write(QuestionInternal, flag(q.Internal)),
		Write(QuestionAsked, asked), Write(QuestionItem, q.Item.String()), Write(QuestionSuperseded, q.Superseded.Text()),
	})
}

// flag writes a yes; a no is not written.
func flag(on bool) string {
	if on {
		return "1"
	}
	return ""
}

// AddAnswer is the sets that put an answer to a question: a new one, or one in the place of the answer that it edits. A change
// holds one of them at the most.
func AddAnswer(a Answer) []Set {
	// Texts, IDs and times always marshal.
	v, _ := json.Marshal(a)
	sets := []Set{Add(QuestionAnswers, string(v))}
	if !a.Edits.IsZero() {
		sets = append(sets, Withdraw(QuestionAnswers, a.Edits))
	}
	return sets
}

// AddReference is the set that points from a question to an earlier one.
func AddReference(r Reference) Set {
	v, _ := json.Marshal(r)
	return Add(QuestionReferences, string(v))
}

func answersOf(r Record) []Answer {
	var out []Answer
	for _, e := range r.Elements(QuestionAnswers) {
		a := AnswerOf(e)
		if a.Text != "" {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b Answer) int { return cmp.Or(a.At.Compare(b.At), a.Stamp.Compare(b.Stamp)) })
	return out
}

// AnswerOf reads an element of [QuestionAnswers], standing or not. One that does not say when it was given was given when
// it was written.
func AnswerOf(e Element) Answer {
	var a Answer
	if json.Unmarshal([]byte(e.Value), &a) != nil {
		a = Answer{Text: e.Value}
	}
	a.Stamp = e.Stamp
	if a.At.IsZero() {
		a.At = e.When()
	}
	a.At = a.At.UTC()
	return a
}

func referencesOf(r Record) []Reference {
	var out []Reference
	for _, e := range r.Elements(QuestionReferences) {
		var x Reference
		if json.Unmarshal([]byte(e.Value), &x) == nil && x.Key().Kind == KindQuestion {
			x.Stamp = e.Stamp
			out = append(out, x)
		}
	}
	return out
}

func tagsOf(r Record) []string {
	var out []string
	for _, e := range r.Elements(QuestionTags) {
		out = append(out, e.Value)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
