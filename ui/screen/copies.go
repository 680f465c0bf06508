package screen

import (
	"cmp"
	"context"
	"path/filepath"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// copiesReader tells how the copies of the data stand; second is a folder elsewhere that gets copies, empty for none.
type copiesReader interface {
	Copies(ctx context.Context, second string) (model.Copies, error)
}

// secondFolder is where copies go: the environment's word goes before the settings'.
func (e *Env) secondFolder(me model.Settings) string { return cmp.Or(e.Second, me.Copies) }

// SecondFolder is the folder that was typed, pasted or dropped, as it is stored; empty for none, and for what is no path.
func SecondFolder(typed string) string {
	line := pastedPath(typed)
	path, ok := typedPath(line, "")
	if !ok || !filepath.IsAbs(path) {
		return ""
	}
	return path
}

// copiesField is where somebody says where the second copies go, and below it how those stand.
func (s *settings) copiesField(env *Env) kit.Field {
	return kit.Field{
		ID: "copies", Label: "settings.copies", Hint: "settings.copies-hint", Limit: 1000,
		Check: func(typed string) lang.Phrase {
			if pastedPath(typed) != "" && SecondFolder(typed) == "" {
				return lang.Of("settings.copies-bad")
			}
			return lang.Phrase{}
		},
		Echo: func(typed string) (string, lang.Phrase) {
			if s.storedForm == nil || env.Second == "" && SecondFolder(typed) != s.copies.Second.Folder {
				return "", lang.Phrase{}
			}
			return env.Tell(env.CopiesWords(s.copies)), lang.Phrase{}
		},
	}
}

// CopiesWords says how the copies stand: the second ones, or that there are only those on this computer.
func (e *Env) CopiesWords(c model.Copies) lang.Phrase {
	x := c.Second
	at := ""
	if !x.At.IsZero() {
		at = e.lately(x.At)
	}
	switch {
	case x.Folder == "":
		return lang.Of("copies.none")
	case !x.There && at == "":
		return lang.Of("copies.missing", "folder", x.Folder)
	case x.Err != nil:
		return lang.Of("copies.failed", "folder", x.Folder, "why", Failure(x.Err))
	case at == "":
		return lang.Of("copies.waiting", "folder", x.Folder)
	}
	return lang.Of("copies.at", "folder", x.Folder, "time", at)
}
