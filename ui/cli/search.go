package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/term"
	"hadir/ui/lang"
)

const (
	searchMost   = 20  // hits, unless --limit says otherwise
	passageWidth = 160 // characters of a passage
)

func (a *app) search() *cobra.Command {
	c := &cobra.Command{
		Use:   "search [--] WORDS... [--kind KIND] [--event EVENT] [--since DATE] [--limit N]",
		Short: a.lang.Say("search.command"), Long: a.lang.Say("search.long"), Args: between(1, -1), RunE: a.withDesk(showFound),
	}
	c.Flags().String("kind", "", a.lang.Say("search.flag-kind"))
	c.Flags().String("event", "", a.lang.Say("search.flag-event"))
	c.Flags().String("since", "", a.lang.Say("search.flag-since"))
	c.Flags().Int("limit", searchMost, a.lang.Say("search.flag-limit"))
	return c
}

// foundRecord is one record in the JSON of a search.
type foundRecord struct {
	Kind       string   `json:"kind"`
	ID         model.ID `json:"id"`
	Event      *string  `json:"event"`
	EventTitle string   `json:"event_title"`
	Date       *string  `json:"date"` // ISO 8601
	Score      float64  `json:"score"`
	Text       string   `json:"text"`    // the part that matches best, whole
	Passage    string   `json:"passage"` // of it, what shows why it was found
}

func showFound(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	o, err := d.searchOptions(ctx, c)
	if err != nil {
		return err
	}
	var words term.Analyzer
	q := words.Parse(strings.Join(args, " "), d.Today(), false)
	found, err := d.store.Search(ctx, q, o)
	if err != nil {
		return err
	}
	out := make([]foundRecord, 0, len(found.Hits))
	for _, h := range found.Hits {
		out = append(out, foundRecord{
			Kind: h.Key.Kind.String(), ID: h.Key.ID, Event: orNull(h.Event.String()), EventTitle: h.EventTheme, Date: orNull(h.Date),
			Score: h.Score, Text: h.Text, Passage: passage(&words, &q, h),
		})
	}
	if found.Unread > 0 {
		say(d.app.Err, d.Say("search.unread"))
	}
	return d.print(out, func() {
		for i, h := range found.Hits {
			d.tellHit(h, out[i].Passage)
		}
		d.tellFound(found)
	})
}

// passage is the part of a hit that shows why it was found.
func passage(words *term.Analyzer, q *term.Query, h model.Hit) string {
	p := words.Passage(h.Text, q, passageWidth)
	s := p.Text
	if p.Before {
		s = "... " + s
	}
	if p.After {
		s += " ..."
	}
	return s
}

// tellHit prints a record that was found: what and when it is, then why.
func (d *desk) tellHit(h model.Hit, passage string) {
	head := []string{d.Say(lang.Key("cli.kind." + h.Key.Kind.String()))}
	if day := dayWords(h.Date, d); day != "" {
		head = append(head, day)
	}
	for _, s := range []string{h.EventTheme, h.Who} {
		if s != "" {
			head = append(head, s)
		}
	}
	say(d.out, strings.Join(head, "  "), "    "+passage)
}

// tellFound says how much there is, and what was taken for what.
func (d *desk) tellFound(f model.Found) {
	for _, m := range f.Meant {
		d.tell("search.meant", "typed", m.Typed, "taken", strings.Join(m.Taken, ", "))
	}
	switch {
	case f.Total == 0:
		d.tell("search.nothing")
	case f.Whole == 0:
		d.tell("search.most", "shown", len(f.Hits), "n", f.Total)
	default:
		d.tell("search.counts", "shown", len(f.Hits), "n", f.Total)
	}
}

// dayWords is an ISO 8601 day as people read it; empty where there is none.
func dayWords(iso string, d *desk) string {
	var day date.Date
	if iso == "" || day.UnmarshalText([]byte(iso)) != nil {
		return iso
	}
	return day.Short(date.Lang(d.Code()))
}

// searchOptions reads what the flags narrow a search by.
func (d *desk) searchOptions(ctx context.Context, c *cobra.Command) (o model.SearchOptions, err error) {
	if o.Limit, err = c.Flags().GetInt("limit"); err != nil || o.Limit < 1 {
		return o, fail(exitUsage, "search.bad-limit").because(err)
	}
	if s, ok := given(c, "kind"); ok {
		kinds := searchKinds()
		i := slices.IndexFunc(kinds, func(k model.Kind) bool { return k.String() == s })
		if i < 0 {
			return o, badChoice("kind", s, words(kinds))
		}
		o.Kinds = kinds[i : i+1]
	}
	if s, ok := given(c, "event"); ok {
		e, err := d.event(ctx, s)
		if err != nil {
			return o, err
		}
		o.Event = e.ID
	}
	if s, ok := given(c, "since"); ok {
		if o.Since, err = d.parseDate(s); err != nil {
			return o, err
		}
	}
	return o, nil
}

// searchKinds are the kinds of records that a search finds.
func searchKinds() []model.Kind {
	return []model.Kind{model.KindQuestion, model.KindAction, model.KindAgenda, model.KindEvent, model.KindPerson, model.KindInstitution}
}

func words(kinds []model.Kind) (out []string) {
	for _, k := range kinds {
		out = append(out, k.String())
	}
	return out
}

func (a *app) reindex() *cobra.Command {
	return &cobra.Command{Use: "reindex", Short: a.lang.Say("search.reindex"), Args: between(0, 0), RunE: a.withDesk(makeIndex)}
}

// indexed is the answer of a reindex.
type indexed struct {
	Documents int `json:"documents"`
}

func makeIndex(ctx context.Context, d *desk, _ *cobra.Command, _ []string) error {
	n := 0
	if err := d.store.Reindex(ctx, func(done, _ int) { n = done }); err != nil {
		return err
	}
	return d.print(indexed{n}, func() { d.tell("search.reindexed", "n", n) })
}
