package screen

import (
	"context"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/roster"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// ImportChanges are what the plan of a list writes, and the note on the event that its page of imports shows; none where the
// list changes nothing. file is the list's path, of which the name is kept.
func ImportChanges(ctx context.Context, store recordReader, act model.Act, event model.ID, plan *roster.Plan, file string) ([]model.Change, error) {
	changes, err := plan.Changes(act, event, func(id model.ID) (model.Record, error) {
		return store.Record(ctx, model.GuestKey(event, id))
	})
	if err != nil || len(changes) == 0 {
		return nil, err
	}
	n := plan.Counts()
	note := model.Import{Act: act.ID, File: headWords(filepath.Base(file)), Rows: n.Rows, Added: n.Added, Updated: n.Updated}
	return append(changes, act.Change(model.EventKey(event), model.Add(model.EventImports, note.Text()))), nil
}

// importWritten is the outcome of an import.
type importWritten struct {
	rows    *importRows
	changed bool
	err     error
}

// apply writes the plan as one act: all of it or nothing. While it is written the plan belongs to the goroutine that writes, so
// the bar stands in front of it.
func (i *importer) apply(r *importRows) tea.Cmd {
	w := i.newWork(lang.Of("import.gathering"), 2)
	i.push(w)
	act, store, id, path := i.env.Act(model.VerbImport), i.env.Store, i.id, i.book.Path
	folder := i.folderChange(filepath.Dir(path))
	changed := false
	written := i.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			defer close(w.news)
			changes, err := ImportChanges(ctx, store, act, id, r.plan, path)
			if err != nil || len(changes) == 0 {
				return err
			}
			changed = true
			w.tell(1, lang.Of("import.writing", "n", i.env.Number(len(changes)-1)))
			return store.Apply(ctx, append(changes, folder...))
		},
		Done: func(err error) tea.Msg { return importWritten{r, changed, err} },
	})
	// What an earlier try said is over before this one can say anything.
	return tea.Sequence(send(Said{kit.Plain, lang.Phrase{}}), tea.Batch(written, w.wait, w.second()))
}

// folderChange remembers the folder that the list came from, for the next one.
func (i *importer) folderChange(dir string) []model.Change {
	if !filepath.IsAbs(dir) {
		return nil
	}
	set, ok := i.env.Me.OwnDesk.Write(deskFolder, dir)
	if !ok {
		return nil
	}
	return []model.Change{i.env.Act(model.VerbEdit).Change(model.DeskSettings(i.env.Me.Device), set)}
}

// written tells how the import went. After a failure the plan is there again, with all that was chosen.
func (i *importer) written(m importWritten) tea.Cmd {
	below := len(i.parts) - 2
	if below < 0 || i.parts[below] != importPart(m.rows) {
		return nil
	}
	i.pop()
	if m.err != nil {
		return say(kit.Bad, "import.unsaved", "why", Failure(m.err))
	}
	i.parts = append(i.parts[:1:1], newImportDone(i.env, m))
	return nil
}
