package screen

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/term"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// archiveReader finds what was said at any event, and what was promised.
type archiveReader interface {
	Search(ctx context.Context, q term.Query, o model.SearchOptions) (model.Found, error)
}

// archivePart is the part of the archive that the keys go to.
type archivePart int

const (
	atBox    archivePart = iota // typing, and moving through what was found
	atFacets                    // narrowing
	atWhole                     // reading what is selected
)

// archive is everything that was ever said and promised, behind one box: what is typed is looked for while it is typed. The text
// in the box is the one truth; narrowing by keys edits it.
//
//	box -> inquiry -> cards -> whole (of the selected one)
//	         |-> facets -> box
type archive struct {
	env    *Env
	box    *kit.Input
	search *inquiry
	cards  *kit.Cards[*foundCard]
	facets *facetList
	whole  *whole
	at     archivePart
	naming *kit.Input             // the name of a search that is being kept; nil: none is
	pick   *kit.Pick[outputShape] // how to write the results out; nil: not asked
	draws  term.Analyzer          // for what View draws; the search has its own
	place  archivePlace
}

// NewArchive is the archive with words in its box, found already where there are some.
func NewArchive(env *Env, words string) Screen {
	a := &archive{env: env, box: kit.NewInput(env.Look)}
	a.box.Placeholder = "archive.box"
	a.box.SetValue(words)
	a.search = &inquiry{env: env, words: new(term.Analyzer)}
	a.cards = kit.NewCards(env.Look, 2, a.card)
	a.facets = newFacetList(env)
	a.whole = newWhole(env, &a.draws)
	return a
}

// Init looks for the words that it was opened with.
func (a *archive) Init() tea.Cmd { return a.search.ask(a.box.Value()) }

// Title is the heading.
func (a *archive) Title() string { return a.env.Say("archive.title") }

// Place is the one archive: from whatever it opened, the way leads back to it.
func (a *archive) Place() string { return "archive" }

// Sample is so when all that was found is sample data.
func (a *archive) Sample() bool {
	hits := a.search.found.Hits
	return len(hits) > 0 && !slices.ContainsFunc(hits, func(h model.Hit) bool { return !h.Sample })
}

// Typing is always so: whatever has the keys, a letter goes on with the words.
func (a *archive) Typing() bool { return a.pick == nil }

// Asking is so while a name is typed or a form of the results is chosen.
func (a *archive) Asking() bool { return a.naming != nil || a.pick != nil }

// Help explains what no key tells.
func (a *archive) Help() []lang.Key {
	return []lang.Key{"archive.help", "archive.help-fields", "archive.help-narrow"}
}

// Keys are the commands; none of them is a letter.
func (a *archive) Keys() kit.Bindings {
	enter := kit.Binding{Keys: []string{"enter"}, Label: "archive.key-open", Do: a.open, Disabled: a.nothing}
	if a.at == atFacets {
		enter = kit.Binding{Keys: []string{"enter"}, Label: "archive.key-narrow", Do: a.narrow, Disabled: a.facets.nothing}
	}
	return kit.Bindings{
		enter,
		{Keys: []string{"tab"}, Label: "archive.key-part", Do: func() tea.Cmd { return a.turn(1) }},
		{Keys: []string{"shift+tab"}, Label: "archive.key-part-back", Hidden: true, Do: func() tea.Cmd { return a.turn(2) }},
		{Keys: []string{"ctrl+y"}, Label: "archive.key-copy", Do: a.copy, Disabled: a.nothing},
		{Keys: []string{"f7"}, Label: "archive.key-story", Do: a.story, Disabled: a.eventless},
		{Keys: []string{"f6"}, Label: "archive.key-newer", Do: a.newer, Disabled: a.whole.counts, Hidden: true},
		{Keys: []string{"ctrl+s"}, Label: "archive.key-keep", Do: a.keep, Disabled: a.wordless},
		{Keys: []string{"f3"}, Label: "archive.key-kept", Do: func() tea.Cmd { return open(NewSaved(a.env, a)) }},
		{Keys: []string{"ctrl+x"}, Label: "archive.key-export", Do: a.export, Disabled: a.nothing},
		{Keys: []string{"f5"}, Label: "archive.key-numbers", Do: func() tea.Cmd { return open(NewNumbers(a.env)) }},
		{Keys: []string{"f9"}, Label: "archive.key-box", Hidden: true, Do: func() tea.Cmd {
			a.at = atBox
			return nil
		}},
		{Keys: []string{"esc"}, Label: "archive.key-back", Hidden: true, Do: a.back},
	}
}

func (a *archive) nothing() (lang.Phrase, bool) {
	_, ok := a.cards.Selected()
	return lang.Of("archive.nothing-chosen"), !ok
}

func (a *archive) wordless() (lang.Phrase, bool) {
	return lang.Of("archive.nothing-typed"), a.search.query.Empty()
}

func (a *archive) eventless() (lang.Phrase, bool) {
	c, ok := a.cards.Selected()
	return lang.Of("archive.no-event"), !ok || c.Event.IsZero()
}

// back leaves the part that the keys go to, and from the box the archive.
func (a *archive) back() tea.Cmd {
	if a.at == atBox {
		return send(Back{})
	}
	a.at = atBox
	return nil
}

// turn gives the keys to another part. One that shows nothing is passed over.
func (a *archive) turn(by int) tea.Cmd {
	for range 3 {
		a.at = (a.at + archivePart(by)) % 3
		_, noFacets := a.facets.nothing()
		_, noHits := a.nothing()
		if a.at == atBox || a.at == atFacets && !noFacets || a.at == atWhole && !noHits && a.place.whole.high > 0 {
			break
		}
	}
	return nil
}

// Update takes what was found and read, what any desk commits, and keys that are no command.
func (a *archive) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case inquired:
		return a.take(m)
	case wholeRead:
		return a.whole.take(m)
	case unreadDue:
		return a.search.lookAgain(m)
	case Committed:
		return a.heard(m.Commit)
	case savedChosen:
		return a.reopen(m)
	case written:
		if m.page == a {
			return m.tell()
		}
		return nil
	case outputMade:
		return a.write(m)
	case outputSaved:
		if m.of == a {
			return m.tell()
		}
		return nil
	}
	switch {
	case a.naming != nil && press(msg):
		return a.name(msg)
	case a.pick != nil:
		cmd := a.pick.Update(msg)
		if a.pick != nil && !a.pick.Open() {
			a.pick = nil
		}
		return cmd
	}
	return a.key(msg)
}

// key gives a key or the mouse to the part that it is for. Letters go on with the words, wherever the keys went before.
func (a *archive) key(msg tea.Msg) tea.Cmd {
	if at, ok := a.place.under(msg); ok {
		a.at = at
		return a.moved(msg)
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if isKey && moves(k.String()) || isKey && a.at != atBox && (k.String() == "home" || k.String() == "end") {
		return a.moved(msg)
	}
	if !press(msg) {
		return nil
	}
	a.at = atBox
	a.box.Update(msg)
	return a.typed()
}

// moved moves through the part that has the keys.
func (a *archive) moved(msg tea.Msg) tea.Cmd {
	switch a.at {
	case atFacets:
		return a.facets.Update(kit.Shift(msg, a.place.facets.x, a.place.facets.y))
	case atWhole:
		return a.whole.page.Update(kit.Shift(msg, a.place.whole.x, a.place.whole.y))
	}
	a.cards.Update(kit.Shift(msg, a.place.cards.x, a.place.cards.y))
	return tea.Batch(a.whole.show(a.cards.Selected()), a.search.more(a.cards.Index()))
}

// typed looks for what stands in the box now.
func (a *archive) typed() tea.Cmd { return a.search.ask(a.box.Value()) }

// take shows what was found, if it was found for what stands in the box.
func (a *archive) take(m inquired) tea.Cmd {
	taken, again := a.search.take(m)
	if !taken {
		return again
	}
	cards := make([]*foundCard, len(a.search.found.Hits))
	for i, h := range a.search.found.Hits {
		cards[i] = &foundCard{Hit: h}
	}
	if m.skip == 0 && !m.same {
		// Other words, other records: the best of them is in front.
		a.cards.Select(0)
	}
	a.cards.Show(cards)
	a.facets.show(a.search)
	a.whole.query = &a.search.query
	a.whole.drawn = drawn{}
	return tea.Batch(again, a.whole.show(a.cards.Selected()), a.search.soon())
}

// heard looks again when something was written that may be found, or that is shown in whole.
func (a *archive) heard(c model.Commit) tea.Cmd {
	found := c.Bulk
	for _, r := range c.Records {
		switch r.Key.Kind {
		case model.KindQuestion, model.KindAction, model.KindAgenda, model.KindEvent, model.KindPerson, model.KindInstitution:
			found = true
		}
	}
	if !found || a.search.typed == "" {
		return nil
	}
	a.whole.forget()
	return a.search.again()
}
