package screen

import (
	"fmt"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/kit"
	"hadir/ui/lang"
)

// recovery shows recovery words once, and asks for two of them from the paper that they were written on.
//
//	words <-> two of them asked back -> home
//	   \---> skipped, after a warning ---^
type recovery struct {
	env    *Env
	words  []string
	told   lang.Phrase // what is said at the end, of the work that the words come from
	page   *kit.Page
	form   *kit.Form    // nil: the words are shown
	asking *kit.Confirm // nil: nothing is asked

	first, second int // the words that are asked for, from 0
	above         int // lines above the form at the last View
}

func newRecovery(env *Env, words []string, told lang.Phrase) *recovery {
	return &recovery{env: env, words: words, told: told, page: kit.NewPage(env.Look, nil)}
}

// recoveryColumns is in how many columns the words stand.
const recoveryColumns = 3

// RecoveryRows are recovery words with their numbers, in three columns that are read downwards.
func RecoveryRows(words []string) (rows [][]string) {
	high := (len(words) + recoveryColumns - 1) / recoveryColumns
	for i := range high {
		var row []string
		for j := i; j < len(words); j += high {
			row = append(row, fmt.Sprintf("%2d", j+1), words[j])
		}
		rows = append(rows, row)
	}
	return rows
}

// recoveryCell is how many cells a word takes beside its number; the longest has seven letters.
const recoveryCell = 9

// lines are the words, and what to do with them.
func (r *recovery) lines(w int) (lines []string) {
	for _, row := range RecoveryRows(r.words) {
		line := ""
		for i := 0; i+1 < len(row); i += 2 {
			line += r.env.Muted.Render(row[i]) + " " + r.env.Accent.Render(r.env.Cell(row[i+1], recoveryCell))
		}
		lines = append(lines, line)
	}
	for _, key := range []lang.Key{"seal.words-paper", "seal.words-why"} {
		lines = append(append(lines, ""), r.env.Wrap(r.env.Say(key), max(1, w-1))...)
	}
	if !r.told.None() {
		lines = append(append(lines, ""), r.env.Wrap(r.env.Tell(r.told), max(1, w-1))...)
	}
	return lines
}

// Init needs nothing: nobody can ask for these words again.
func (r *recovery) Init() tea.Cmd { return nil }

// Title says what is shown.
func (r *recovery) Title() string { return r.env.Say("seal.words-title") }

// Help explains what the words are for.
func (r *recovery) Help() []lang.Key { return []lang.Key{"seal.help", "seal.help-lost"} }

// Typing is so while words are asked back.
func (r *recovery) Typing() bool { return r.form != nil }

// Asking is so while it is asked whether to skip.
func (r *recovery) Asking() bool { return r.asking != nil }

// Keys go on, go back, or skip.
func (r *recovery) Keys() kit.Bindings {
	if r.form != nil {
		return kit.Bindings{
			{Keys: []string{"ctrl+s"}, Label: "seal.go-on"},
			{Keys: []string{"esc"}, Label: "seal.words-back", Do: r.show},
		}
	}
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "seal.words-written", Do: r.check},
		{Keys: []string{"esc"}, Label: "seal.words-skip", Do: r.skip},
	}
}

// show goes back to the words.
func (r *recovery) show() tea.Cmd {
	r.form = nil
	return nil
}

// check asks for two of the words.
func (r *recovery) check() tea.Cmd {
	chance, n := r.env.ID(), len(r.words)
	first := int(chance[0]) % n
	second := (first + 1 + int(chance[1])%(n-1)) % n
	r.first, r.second = min(first, second), max(first, second)
	r.form = kit.NewForm(r.env.Look, []kit.Field{
		{ID: "words", Label: "seal.words-both", Required: true, Limit: 100, Check: r.wrong},
	}, func(map[string]string) tea.Cmd {
		return r.end(kit.Good, lang.Of("seal.words-and", "words", lang.Of("seal.words-done"), "told", r.told))
	}, r.show)
	r.form.Button = "seal.go"
	return nil
}

// wrong says that what was typed is not the two words that were asked for.
func (r *recovery) wrong(typed string) lang.Phrase {
	given := strings.FieldsFunc(typed, func(c rune) bool { return !unicode.IsLetter(c) })
	if len(given) == 2 && sameWord(given[0], r.words[r.first]) && sameWord(given[1], r.words[r.second]) {
		return lang.Phrase{}
	}
	return lang.Of("seal.words-bad")
}

// sameWord compares recovery words as opening a seal does: four letters tell one from another.
func sameWord(typed, word string) bool {
	cut := func(s string) string { return s[:min(len(s), 4)] }
	return cut(strings.ToLower(typed)) == cut(word)
}

// skip asks whether that is really meant.
func (r *recovery) skip() tea.Cmd {
	r.asking = kit.NewConfirm(r.env.Look, lang.Of("seal.words-leave"), kit.Answer{Label: "seal.words-stay"},
		kit.Answer{Label: "seal.words-skip-all", Do: func() tea.Cmd { return r.end(kit.Warn, lang.Of("seal.words-skipped")) }})
	return nil
}

// end leads home, where it is said how it went.
func (r *recovery) end(kind kit.Kind, said lang.Phrase) tea.Cmd {
	return tea.Sequence(send(Reset{NewHome(r.env)}), send(Said{kind, said}))
}

// Update takes typing, and answers.
func (r *recovery) Update(msg tea.Msg) tea.Cmd {
	switch {
	case r.asking != nil:
		if !press(msg) {
			return nil
		}
		cmd := r.asking.Update(msg)
		if !r.asking.Open() {
			r.asking = nil
		}
		return cmd
	case r.form != nil:
		return r.form.Update(kit.Shift(msg, 0, r.above))
	}
	return r.page.Update(msg)
}

// View draws the words, or which of them are asked for.
func (r *recovery) View(w, h int) string {
	if r.form != nil {
		asked := append(r.env.Wrap(r.env.Say("seal.words-check", "first", r.first+1, "second", r.second+1), max(1, w-1)), "")
		r.above = max(0, min(len(asked), h-3))
		return kit.Frame(w, h, strings.Join(asked[:r.above], "\n"), "", r.form.View)
	}
	r.page.SetLines(r.lines(w))
	question := ""
	if r.asking != nil {
		question = r.asking.View(w, min(5, h))
	}
	return kit.Frame(w, h, "", question, r.page.View)
}

// Cursor is in the form.
func (r *recovery) Cursor() (x, y int, ok bool) {
	if r.form == nil {
		return 0, 0, false
	}
	x, y, ok = r.form.Cursor()
	return x, y + r.above, ok
}
