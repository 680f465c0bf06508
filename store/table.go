package store

import (
	"context"

	"hadir/model/sheet"
	"hadir/store/exchange"
)

// ReadTable reads one table of a file from outside: a CSV or a workbook, of which worksheet names the sheet (empty: the one
// that looks most like a list). It has nothing to do with the database; it stands here because screens reach the outside
// through the store alone. The error is a *[sheet.FileError], or ctx's own.
func (*Store) ReadTable(ctx context.Context, path, worksheet string) (*sheet.Book, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return exchange.Open(path, exchange.Options{Sheet: worksheet})
}
