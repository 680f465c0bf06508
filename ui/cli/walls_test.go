package cli_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestWalls holds the walls between the packages: who may know whom, through whatever other package. What a package's tests
// import is its own affair.
func TestWalls(t *testing.T) {
	const module = "hadir/"
	deps := make(map[string][]string)
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Deps \" \"}}", "hadir/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		deps[words[0]] = words[1:]
	}
	within := func(path, room string) bool { return path == room || strings.HasPrefix(path, room+"/") }
	for _, wall := range []struct {
		room, without string
		but           []string // rooms within the room that may
	}{
		{"hadir/ui/screen", "hadir/store", nil},
		{"hadir/ui/kit", "hadir/store", nil},
		{"hadir/ui/theme", "hadir/store", nil},
		{"hadir/ui/lang", "hadir/store", nil},
		{"hadir/ui/paper", "hadir/store", nil},
		{"hadir/ui/paper", "charm.land", nil},
		{"hadir/ui/filing", "hadir/store", nil},
		{"hadir/ui/filing", "charm.land", nil},
		{"hadir/ui/filing", "hadir/ui/screen", nil},
		{"hadir/store", "hadir/ui", nil},
		{"hadir/model", "hadir/store", nil},
		{"hadir/model", "hadir/ui", nil},
		{"hadir/model", "charm.land", nil},
		{"hadir/model", "go.etcd.io/bbolt", nil},
		{"hadir/model", "net/http", nil},
		// Nothing from outside but English stems, which are a published algorithm: it neither reads nor keeps anything.
		{"hadir/model", "github.com", []string{"github.com/blevesearch/snowballstem"}},
		{"hadir/store", "charm.land", nil},
		{"hadir/ui/kit", "hadir/model", []string{"hadir/model/text"}},
		{"hadir/ui/kit", "hadir/ui/screen", nil},
		{"hadir/store/exchange", "go.etcd.io/bbolt", nil},
	} {
		for path, imports := range deps {
			if !within(path, wall.room) {
				continue
			}
			for _, i := range imports {
				if within(i, wall.without) && !slices.ContainsFunc(wall.but, func(b string) bool { return within(i, b) }) {
					t.Errorf("%s reaches %s", strings.TrimPrefix(path, module), i)
				}
			}
		}
	}
	for _, i := range deps["hadir/ui"] {
		if within(i, "hadir/store") {
			t.Errorf("ui reaches %s", i)
		}
	}
	if len(deps) < 15 {
		t.Errorf("only %d packages were looked at", len(deps))
	}
}

// TestWhoKnowsTheLibraries looks at what packages import themselves: bbolt is the store's alone, Charm the screens', English
// stems model/stem's.
func TestWhoKnowsTheLibraries(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "hadir/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		for _, i := range words[1:] {
			switch {
			case strings.HasPrefix(i, "go.etcd.io/bbolt") && words[0] != "hadir/store" && !strings.HasPrefix(words[0], "hadir/store/"):
				t.Errorf("%s imports %s", words[0], i)
			case strings.HasPrefix(i, "github.com/blevesearch/snowballstem") && words[0] != "hadir/model/stem":
				t.Errorf("%s imports %s", words[0], i)
			case strings.HasPrefix(i, "charm.land/") && !strings.HasPrefix(words[0], "hadir/ui"):
				t.Errorf("%s imports %s", words[0], i)
			}
		}
	}
}
