package cli

import (
	"context"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/screen"
)

// file is the commands about the files that show what happened at an event.
func (a *app) file() *cobra.Command {
	add := &cobra.Command{
		Use:   "add EVENT PATH --as SORT [--slot S] [--caption T]",
		Short: a.lang.Say("cli.file-add"), Args: between(2, 2), RunE: a.withDesk(addFile),
	}
	add.Flags().String("as", "", a.lang.Say("cli.flag-as"))
	add.Flags().String("slot", "", a.lang.Say("cli.flag-slot"))
	add.Flags().String("caption", "", a.lang.Say("cli.flag-caption"))
	list := &cobra.Command{
		Use: "list EVENT", Short: a.lang.Say("cli.file-list"), Args: between(1, 1), RunE: a.withDesk(listFiles),
	}
	return a.family("file", "cli.file", add, list)
}

// recorded is the JSON of a file that was recorded.
type recorded struct {
	ID      model.ID        `json:"id"`
	As      model.Proof     `json:"as"`
	Slot    model.PhotoSlot `json:"slot"`
	Path    string          `json:"path"` // where it was; absolute
	Sum     string          `json:"sha256"`
	Size    int64           `json:"size"` // bytes
	Caption string          `json:"caption"`
	State   string          `json:"state"` // kept, changed, gone, unreadable
}

func addFile(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	sort, _ := given(c, "as")
	slot, _ := given(c, "slot")
	caption, _ := given(c, "caption")
	x := model.Evidence{Proof: model.Proof(sort), Slot: model.PhotoSlot(slot)}
	x.Caption, _ = text.Line(caption)
	switch {
	case !slices.Contains(model.Proofs(), x.Proof):
		return badChoice("as", sort, model.Proofs())
	case slot != "" && !slices.Contains(model.PhotoSlots(), x.Slot):
		return badChoice("slot", slot, model.PhotoSlots())
	case slot != "" && x.Proof != model.ProofPhoto:
		return fail(exitUsage, "cli.slot-alone")
	}
	e, err := d.event(ctx, args[0])
	if err != nil {
		return err
	}
	sum, err := d.store.Fingerprint(ctx, args[1])
	if err != nil {
		return (&failure{code: exitFailed, what: screen.FileProblem(err)}).because(err)
	}
	files, err := d.store.Evidence(ctx, e.ID)
	if err != nil {
		return err
	}
	x.ID, x.Path, x.Sum, x.Size = d.ID(), sum.Path, sum.Sum, sum.Size
	x.Order = screen.NextOrder(files, func(e model.Evidence) int { return e.Order })
	change := d.Act(model.VerbFile).Change(model.EvidenceKey(e.ID, x.ID), x.Registers()...)
	if err := d.apply(ctx, []model.Change{change}); err != nil {
		return err
	}
	return d.print(recordedOf(x, "kept"), func() { d.tell("evidence.saved", "file", filepath.Base(x.Path)) })
}

func recordedOf(x model.Evidence, state string) recorded {
	return recorded{x.ID, x.Proof, x.Slot, x.Path, x.Sum, x.Size, x.Caption, state}
}

func listFiles(ctx context.Context, d *desk, _ *cobra.Command, args []string) error {
	e, err := d.event(ctx, args[0])
	if err != nil {
		return err
	}
	files, err := d.store.Evidence(ctx, e.ID)
	if err != nil {
		return err
	}
	out, rows := make([]recorded, len(files)), make([][]string, len(files))
	for i, x := range files {
		sum, err := d.store.Fingerprint(ctx, x.Path)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		state, words := screen.FileKept(x, sum, err)
		out[i] = recordedOf(x, state)
		rows[i] = []string{d.Proof(x), x.Caption, d.Say(words), x.Path}
	}
	return d.print(out, func() {
		if len(out) == 0 {
			d.tell("evidence.none")
			return
		}
		columns(d.out, rows)
	})
}
