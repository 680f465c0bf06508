package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/program"
	"hadir/ui/lang"
)

// maxEventFile is how large an event file may be: room for a hundred thousand guests.
const maxEventFile = 32 << 20

func (a *app) eventLoad() *cobra.Command {
	return &cobra.Command{
		Use: "load FILE.json", Short: a.lang.Say("cli.event-load"), Long: a.lang.Say("cli.event-load-long"),
		Args: between(1, 1), RunE: a.withDesk(loadEvent),
	}
}

func loadEvent(ctx context.Context, d *desk, _ *cobra.Command, args []string) error {
	b, err := readWhole(args[0])
	if err != nil {
		return err
	}
	f, err := program.Parse(b)
	if err != nil {
		return programFailure(args[0], err)
	}
	return d.make(ctx, model.VerbLoad, f)
}

// readWhole reads a file, and says why it cannot.
func readWhole(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fileFailure(path, err)
	case info.IsDir():
		return nil, fail(exitFailed, "cli.file-folder", "file", path)
	case info.Size() > maxEventFile:
		return nil, fail(exitFailed, "cli.file-big", "file", path, "limit", maxEventFile>>20)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fileFailure(path, err)
	}
	// It was only read: a close that fails loses nothing.
	defer f.Close()
	// A pipe, or a file that grows, says nothing true about its size.
	b, err := io.ReadAll(io.LimitReader(f, maxEventFile))
	if err != nil {
		return nil, fileFailure(path, err)
	}
	return b, nil
}

// fileFailure says why a file cannot be read.
func fileFailure(path string, err error) error {
	key := lang.Key("cli.file-unreadable")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		key = "cli.file-missing"
	case errors.Is(err, fs.ErrPermission):
		key = "cli.file-denied"
	}
	return fail(exitFailed, key, "file", path, "why", cause(err)).because(err)
}

// programFailure says what is wrong with an event file.
func programFailure(path string, err error) error {
	var e *program.Error
	if !errors.As(err, &e) {
		return err
	}
	keys := map[program.Fault]lang.Key{
		program.FaultSyntax: "cli.program-syntax", program.FaultFormat: "cli.program-format",
		program.FaultUnknown: "cli.program-unknown", program.FaultType: "cli.program-type",
		program.FaultMissing: "cli.program-missing", program.FaultValue: "cli.program-value",
		program.FaultReference: "cli.program-reference", program.FaultTwice: "cli.program-twice",
		program.FaultTooMany: "cli.program-many",
	}
	return fail(exitFailed, keys[e.Fault], "file", path, "where", e.Where, "value", e.Value, "line", e.Line,
		"column", e.Column, "format", program.Format, "limit", program.MaxEntries).because(err)
}
