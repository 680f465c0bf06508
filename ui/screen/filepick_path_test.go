package screen

import (
	"path/filepath"
	"testing"
)

func TestTypedPath(t *testing.T) {
	t.Setenv("HOME", "/home/petugas")
	if filepath.Separator != '/' {
		t.Skip("the paths are those of Unix")
	}
	for typed, want := range map[string]string{
		"":                                      "",
		"undangan":                              "",
		"undangan rembang":                      "",
		"undangan.csv":                          "",
		"'":                                     "",
		"~":                                     "/home/petugas",
		"~/Unduhan/a.csv":                       "/home/petugas/Unduhan/a.csv",
		"/media/stik/a.csv":                     "/media/stik/a.csv",
		`  "/media/stik/daftar undangan.csv" `:  "/media/stik/daftar undangan.csv",
		"'/media/stik/daftar undangan.csv'":     "/media/stik/daftar undangan.csv",
		"& '/media/stik/a.csv'":                 "/media/stik/a.csv",
		`/media/stik/daftar\ undangan\(1\).csv`: "/media/stik/daftar undangan(1).csv",
		"file:///media/stik/daftar%20a.csv":     "/media/stik/daftar a.csv",
		"file://%zz":                            "",
		"sub/a.csv":                             "/kini/sub/a.csv",
		`"a b.csv"`:                             "/kini/a b.csv",
		"..":                                    "",
		"../a.csv":                              "/a.csv",
	} {
		got, ok := typedPath(typed, "/kini")
		if got != want || ok != (want != "") {
			t.Errorf("typedPath(%q) = %q, %v; want %q", typed, got, ok, want)
		}
	}
}

// FuzzTypedPath types anything: no panic, and what is taken for a path is a clean one.
func FuzzTypedPath(f *testing.F) {
	for _, s := range []string{`"`, `\`, "file://", "~", "& ''", "/a\\", `file:///C:/x`, "''", "~\\a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		path, ok := typedPath(typed, "/kini")
		if ok && (path != filepath.Clean(path) || path == "") || !ok && path != "" && typed[0] != '~' {
			t.Errorf("typedPath(%q) = %q, %v", typed, path, ok)
		}
	})
}
