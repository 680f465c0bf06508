package roster

import (
	"maps"

	"hadir/model"
	"hadir/model/name"
)

// folds remembers how names and places fold. Both repeat on a long list, and folding is most of the work of a plan.
type folds struct {
	names, texts map[string]string
	spots        map[string]string    // of texts, see spot
	sounds       map[string][2]string // by folded name: its words by sound, and joined
}

func newFolds() *folds {
	return &folds{
		names: make(map[string]string), texts: make(map[string]string), spots: make(map[string]string),
		sounds: make(map[string][2]string),
	}
}

// learn takes over what another has remembered, who then must not remember anything more.
func (f *folds) learn(o *folds) {
	if len(f.names)+len(f.texts)+len(f.spots)+len(f.sounds) == 0 {
		*f = *o
		return
	}
	maps.Copy(f.names, o.names)
	maps.Copy(f.texts, o.texts)
	maps.Copy(f.spots, o.spots)
	maps.Copy(f.sounds, o.sounds)
}

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

// spot is a place that people meet at, folded: a village by its name alone.
func (f *folds) spot(s string) string {
	return remember(f.spots, s, func(s string) string { return spot(f.text(s)) })
}

// sound is a folded name's words by sound, and joined.
func (f *folds) sound(folded string) [2]string {
	s, ok := f.sounds[folded]
	if !ok {
		s[0], s[1] = name.Sounds(folded)
		f.sounds[folded] = s
	}
	return s
}

func remember(seen map[string]string, s string, fold func(string) string) string {
	folded, ok := seen[s]
	if !ok {
		folded = fold(s)
		seen[s] = folded
	}
	return folded
}
