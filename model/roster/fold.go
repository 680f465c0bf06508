package roster

import (
	"hadir/model"
	"hadir/model/name"
)

// folds remembers how names and places fold. Both repeat on a long list, and folding is most of the work of a plan.
type folds struct {
	names, texts map[string]string
}

func newFolds() *folds { return &folds{names: make(map[string]string), texts: make(map[string]string)} }

// name is a guest's name without titles, folded.
func (f *folds) name(g *model.Guest) string { return remember(f.names, g.Name, name.Fold) }

// place is the folded place that a guest's identity rests on: his institution, else his village.
func (f *folds) place(g *model.Guest) string {
	if s := f.text(g.Institution); s != "" {
		return s
	}
	return f.text(g.Village)
}

func (f *folds) text(s string) string { return remember(f.texts, s, name.FoldText) }

func remember(seen map[string]string, s string, fold func(string) string) string {
	folded, ok := seen[s]
	if !ok {
		folded = fold(s)
		seen[s] = folded
	}
	return folded
}
