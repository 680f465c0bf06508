package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"hadir/model/roster"
	"hadir/model/sheet"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// pinsOf are the columns that --map names.
func pinsOf(c *cobra.Command) ([]sheet.Pin, error) {
	maps, err := c.Flags().GetStringArray("map")
	if err != nil {
		return nil, err
	}
	pins, err := sheet.ParseMap(maps...)
	if err != nil {
		return nil, mapFailure(err)
	}
	return pins, nil
}

// readList reads an invited list, of a workbook the worksheet of that name. What the columns mean is guessed, but for those that
// are pinned.
func (d *desk) readList(ctx context.Context, path, worksheet string, pins []sheet.Pin) ([]roster.Item, error) {
	book, err := d.store.ReadTable(ctx, path, worksheet)
	if err != nil {
		return nil, (&failure{code: exitFailed, what: screen.FileFault(err)}).because(err)
	}
	layout, err := sheet.Guess(book.Rows).Pin(sheet.Width(book.Rows), pins...)
	if err != nil {
		return nil, mapFailure(err)
	}
	if _, ok := layout.Columns[sheet.FieldName]; !ok {
		return nil, fail(exitFailed, "cli.import-no-name", "file", path)
	}
	return roster.Items(layout, layout.Classify(book.Rows)), nil
}

// mapFailure says what is wrong with a --map.
func mapFailure(err error) error {
	var e *sheet.MapError
	if !errors.As(err, &e) {
		return err
	}
	key := lang.Key("cli.import-bad-map")
	switch e.Fault {
	case sheet.MapUnknownField:
		key = "cli.import-bad-field"
	case sheet.MapUnknownColumn:
		key = "cli.import-bad-column"
	case sheet.MapTwice:
		key = "cli.import-twice"
	}
	return fail(exitUsage, key, "value", e.Arg, "fields", fieldWords()).because(err)
}
