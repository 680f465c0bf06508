package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/roster"
	"hadir/model/sheet"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// plan works out what importing the table would do, row by row. Nothing is written.
func (i *importer) plan(l sheet.Layout) tea.Cmd { return i.compare(l, nil) }

// planAgain plans anew, since somebody has changed the event's guests; what was chosen in the earlier plan stays chosen.
func (i *importer) planAgain(was *importRows) tea.Cmd { return i.compare(was.layout, was) }

func (i *importer) compare(l sheet.Layout, was *importRows) tea.Cmd {
	store, id, book := i.env.Store, i.id, i.book
	options := roster.Options{NIK: i.env.Me.NIK, Today: i.env.Now()}
	return i.begin(lang.Of("import.reading-event"), 3, func(ctx context.Context, tell progress) func() tea.Cmd {
		h, err := store.Hall(ctx, id, model.ID{})
		if err == nil {
			options.Villages, err = store.Villages(ctx)
		}
		if err != nil {
			return func() tea.Cmd { return unread(err) }
		}
		tell(1, lang.Of("import.sorting", "n", i.env.Number(len(book.Rows))))
		items := l.Classify(book.Rows)
		tell(2, lang.Of("import.comparing", "n", i.env.Number(len(items))))
		options.Salt = h.Event.Salt
		rows := newImportRows(i.env, l, roster.NewPlan(roster.Items(l, items), everyGuest(h), options))
		return func() tea.Cmd {
			rows.save = i.apply
			if was != nil {
				was.carry(rows)
			}
			i.event = h.Event
			i.push(rows)
			if was != nil {
				return say(kit.Plain, "import.planned-again")
			}
			return nil
		}
	})
}

// carry repeats what was chosen in the plan of another look at the same rows.
func (r *importRows) carry(to *importRows) {
	for i := range r.plan.Rows {
		d := &r.plan.Rows[i]
		if !d.Chosen || i >= len(to.plan.Rows) {
			continue
		}
		// Somebody may have taken away the guest or the difference that the choice was about; then it is open again.
		_ = to.plan.Choose(i, d.Choice, d.Existing)
		for _, f := range d.Diffs {
			_ = to.plan.Take(i, f.Field, f.Take)
		}
	}
	to.filter = r.filter
	to.arrange()
	to.list.Select(r.list.Index())
}
