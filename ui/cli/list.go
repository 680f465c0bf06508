package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

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
// are pinned. The book is given without its rows, which the items hold.
func (d *desk) readList(ctx context.Context, path, worksheet string, pins []sheet.Pin) ([]roster.Item, *sheet.Book, error) {
	book, err := d.store.ReadTable(ctx, path, worksheet)
	if err != nil {
		return nil, nil, (&failure{code: exitFailed, what: screen.FileFault(err)}).because(err)
	}
	layout, err := sheet.Guess(book.Rows).Pin(sheet.Width(book.Rows), pins...)
	if err != nil {
		return nil, nil, mapFailure(err)
	}
	if _, ok := layout.Columns[sheet.FieldName]; !ok {
		return nil, nil, fail(exitFailed, "cli.import-no-name", "file", path)
	}
	items := roster.Items(layout, layout.Classify(book.Rows))
	book.Rows = nil
	return items, book, nil
}

// tellSheet says which of several worksheets was read, since nobody was asked.
func (d *desk) tellSheet(book *sheet.Book) {
	others := slices.DeleteFunc(slices.Clone(book.Sheets), func(name string) bool { return name == book.Sheet })
	if len(others) > 0 {
		d.tell("cli.import-sheet", "sheet", book.Sheet, "others", strings.Join(others, ", "))
	}
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
