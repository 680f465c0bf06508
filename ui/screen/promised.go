package screen

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/promise"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// promised is what an answer promises, as a follow-up takes it over.
type promised struct {
	words string // the words that promise: nanti kami cek
	do    string // the whole sentence, on one line
	due   string // the day that it names, ISO 8601; empty: none
}

// promises finds what a text promises that was said on a day. Sentences that stood in was already are no news.
func promises(text, was string, day date.Date) (out []promised) {
	for _, p := range promise.Find(text, day) {
		sentence := text[p.Sentence.Start:p.Sentence.End]
		if was != "" && strings.Contains(was, sentence) {
			continue
		}
		x := promised{words: line(text[p.Words.Start:p.Words.End]), do: line(sentence)}
		if !p.Due.IsZero() {
			x.due = p.Due.String()
		}
		out = append(out, x)
	}
	return out
}

// offering is the promises of an answer that is being typed. They are looked for beside the keys, as the memory looks for
// earlier questions: a line of the form names the first, and one key saves and opens the form of a follow-up with it. What was
// not taken up so is asked about once the answer is on disk. A follow-up is never made without its form.
//
//	key -> look -> promisesFound -> of the newest text? named : looked for again
//	saved -> after -> Ctrl+T was pressed, or the question is answered with yes -> form of a follow-up
type offering struct {
	env    *Env
	day    date.Date // of the answer; zero: today
	was    string    // the answer before it was corrected
	text   string    // the newest words
	busy   bool      // a search is under way
	found  []promised
	wanted bool // Ctrl+T was pressed: the form of a follow-up is to be opened once the answer is saved
	asking *kit.Confirm
}

// promisesFound is what a text promises.
type promisesFound struct {
	of    *offering
	text  string
	found []promised
}

// on is the day on which the answer is given.
func (o *offering) on() date.Date {
	if o.day.IsZero() {
		return o.env.Today()
	}
	return o.day
}

// look looks for promises in what has been typed.
func (o *offering) look(text string) tea.Cmd {
	if text == o.text {
		return nil
	}
	o.text = text
	if o.busy {
		return nil
	}
	return o.search()
}

func (o *offering) search() tea.Cmd {
	o.busy = true
	text, was, day := o.text, o.was, o.on()
	return func() tea.Msg { return promisesFound{o, text, promises(text, was, day)} }
}

// take names what was found, if it is still what stands there.
func (o *offering) take(m promisesFound) tea.Cmd {
	o.busy = false
	if m.text != o.text {
		return o.search()
	}
	o.found = m.found
	return nil
}

// key saves the answer and opens the form of a follow-up.
func (o *offering) key(save func() tea.Cmd, saving func() bool) kit.Binding {
	return kit.Binding{Keys: []string{"ctrl+t"}, Label: "question.key-promise", Hidden: true, Do: func() tea.Cmd {
		o.wanted = true
		cmd := save()
		o.wanted = saving() // something is to be mended first
		return cmd
	}}
}

// lines name the first promise, with the key that makes a follow-up of it, on at most most lines of w-1 cells; "" where there
// is none.
func (o *offering) lines(w, most int) string {
	if len(o.found) == 0 || o.asking != nil {
		return ""
	}
	p := o.found[0]
	said := lang.Of("question.promised", "words", p.words)
	if p.due != "" {
		said = lang.Of("question.promised-by", "words", p.words, "day", longDate(o.env, p.due))
	}
	key := o.env.KeyName("ctrl+t")
	wrapped := o.env.Wrap(key+" "+o.env.Tell(said), max(1, w-1))
	if len(wrapped) > most {
		wrapped[most-1] = o.env.Cut(strings.Join(wrapped[most-1:], " "), w-1)
		wrapped = wrapped[:most]
	}
	wrapped[0] = o.env.Accent.Render(key) + strings.TrimPrefix(wrapped[0], key)
	return strings.Join(wrapped, "\n") + "\n"
}

// after is what follows once the answer of a question is on disk, which said tells: the form of a follow-up, a question whether
// there is to be one, or leave, where nothing was promised.
func (o *offering) after(q model.Question, found []promised, leave func() tea.Cmd, said tea.Cmd) tea.Cmd {
	wanted := o.wanted
	o.wanted = false
	switch {
	case len(found) == 0 && wanted:
		return tea.Sequence(leave(), open(NewActionForm(o.env, q.Event, q)), said)
	case len(found) == 0:
		return tea.Sequence(leave(), said)
	case wanted:
		return o.make(q, found, leave, said)
	}
	p := found[0]
	ask := lang.Of("question.promise-ask", "what", o.env.Cut(p.do, nameMost))
	if p.due != "" {
		ask = lang.Of("question.promise-ask-by", "what", o.env.Cut(p.do, nameMost), "day", longDate(o.env, p.due))
	}
	o.asking = kit.NewConfirm(o.env.Look, ask,
		kit.Answer{Label: "question.promise-make", Do: func() tea.Cmd { return o.make(q, found, leave, nil) }},
		kit.Answer{Label: "question.promise-none", Do: func() tea.Cmd { return o.after(q, found[1:], leave, nil) }})
	return said
}

// make opens the form of a follow-up of the first promise. Another promise is asked about when that form is done.
func (o *offering) make(q model.Question, found []promised, leave func() tea.Cmd, said tea.Cmd) tea.Cmd {
	form := NewPromiseForm(o.env, q.Event, q, found[0].do, found[0].due)
	if len(found) == 1 {
		return tea.Sequence(leave(), open(form), said)
	}
	// The next question stands behind the form, and is there when that is gone.
	return tea.Sequence(open(form), o.after(q, found[1:], leave, said))
}

// update takes what was found, and the answer to what is asked.
func (o *offering) update(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	if m, ok := msg.(promisesFound); ok {
		if m.of != o {
			return nil, false
		}
		return o.take(m), true
	}
	if o.asking == nil || !press(msg) {
		return nil, false
	}
	if key, ok := msg.(tea.KeyPressMsg); ok && key.String() == "esc" {
		// Enter opens a form, which does nothing yet; Esc leaves it at the answer.
		o.asking.Update(tea.KeyPressMsg{Code: tea.KeyRight})
		msg = tea.KeyPressMsg{Code: tea.KeyEnter}
	}
	asking := o.asking
	cmd = asking.Update(msg)
	if o.asking == asking && !asking.Open() {
		o.asking = nil
	}
	return cmd, true
}

// keys are those while it is asked whether there is to be a follow-up.
func (o *offering) keys() kit.Bindings {
	return kit.Bindings{{Keys: []string{"enter"}, Label: "question.key-choose"}, {Keys: []string{"esc"}, Label: "question.promise-skip"}}
}

// view draws what is asked below a form, or the form alone.
func (o *offering) view(form func(w, h int) string, w, h int) string {
	if o.asking == nil {
		return form(w, h)
	}
	asked := o.asking.View(w, min(5, max(1, h/2)))
	return kit.Frame(w, h, "", asked, form)
}

// unkept is what the form of a follow-up begins with: the first promise in the answers of a question of which no follow-up was
// made yet; nil where there is none.
func unkept(ctx context.Context, store Store, q model.Question, e *Env) (map[string]string, error) {
	actions, err := store.Actions(ctx, q.Event)
	if err != nil {
		return nil, err
	}
	event, err := store.Event(ctx, q.Event)
	if err != nil {
		return nil, err
	}
	for _, a := range q.Answers {
		for _, p := range promises(a.Text, "", date.Of(a.At.In(e.Zone(event).Location()))) {
			made := slices.ContainsFunc(actions, func(x model.Action) bool { return x.Question == q.ID && x.Do == p.do })
			if !made {
				return p.fields(e), nil
			}
		}
	}
	return nil, nil
}

// fields are a promise as the form of a follow-up begins with it.
func (p promised) fields(e *Env) map[string]string {
	return map[string]string{taskDo: p.do, taskDue: plainDate(e, p.due)}
}
