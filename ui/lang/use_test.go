package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestSentencesAndCodeMeet reads all Go files of the module. A literal that names a sentence has one, and no sentence
// stands that nobody says. A literal that ends in a dot ("status.") stands for all sentences that begin with it.
func TestSentencesAndCodeMeet(t *testing.T) {
	sentences := mustRead(t, Indonesian)
	used := map[Key]bool{}
	for _, use := range uses(t, moduleRoot(t), rooms(sentences)) {
		found := false
		for key := range sentences {
			if key == Key(use.text) || strings.HasSuffix(use.text, ".") && strings.HasPrefix(string(key), use.text) {
				used[key], found = true, true
			}
		}
		if !found {
			t.Errorf("%s: %q has no sentence", use.where, use.text)
		}
	}
	for key := range sentences {
		if !used[key] {
			t.Errorf("text: nobody says %s", key)
		}
	}
}

// TestUsesAreFound is the control of the test above: each way of naming a sentence is seen, and nothing else is.
func TestUsesAreFound(t *testing.T) {
	dir := t.TempDir()
	source := `package x
import "hall.io/x"
var labels = []string{"hall.label", "hall.status.", "other.room", "hall", "Hall.b", "hall.a b"}
func f() { l.Say("nowhere.said"); lang.Of("nowhere.of", "n", "argument"); k = lang.Key("nowhere.key"); Say(name) }`
	if err := os.WriteFile(filepath.Join(dir, "x.go"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "x_test.go"), []byte("package x\nvar a = \"hall.test\""), 0o600); err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, use := range uses(t, dir, map[string]bool{"hall": true}) {
		got[use.text] = true
	}
	want := []string{"hall.label", "hall.status.", "nowhere.said", "nowhere.of", "nowhere.key"}
	for _, text := range want {
		if !got[text] {
			t.Errorf("%q was not seen", text)
		}
	}
	if len(got) != len(want) {
		t.Errorf("saw %v, want %v", got, want)
	}
}

// use is one literal that names a sentence, and where it stands.
type use struct{ text, where string }

// uses gathers the literals of dir's Go files that name sentences: what is given to Say, Of or Key, and every literal
// that looks like the key of a known room (labels of bindings, columns and fields).
func uses(t *testing.T, dir string, rooms map[string]bool) []use {
	t.Helper()
	shape := regexp.MustCompile(`^([a-z]+)\.([a-z0-9-]+\.?)+$|^([a-z]+)\.$`)
	var all []use
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != dir && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		// A file that does not parse is the compiler's to report; what could be read of it still counts.
		file, _ := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if file == nil {
			return nil
		}
		add := func(lit *ast.BasicLit, said bool) {
			text, err := strconv.Unquote(lit.Value)
			room, _, _ := strings.Cut(text, ".")
			if err == nil && (said || shape.MatchString(text) && rooms[room]) {
				all = append(all, use{text, set.Position(lit.Pos()).String()})
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.CallExpr:
				if lit := said(n); lit != nil {
					add(lit, true)
				}
			case *ast.BasicLit:
				if n.Kind == token.STRING {
					add(n, false)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// said gives the literal with which a call names a sentence, nil when it names none by a literal.
func said(call *ast.CallExpr) *ast.BasicLit {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
		// Other packages have an Of too; only a Key and an Of of this one name a sentence.
		if x, ok := f.X.(*ast.Ident); name != "Say" && (!ok || x.Name != "lang") {
			return nil
		}
	}
	if name != "Say" && name != "Of" && name != "Key" || len(call.Args) == 0 {
		return nil
	}
	arg := call.Args[0]
	if sum, ok := arg.(*ast.BinaryExpr); ok {
		arg = sum.X
	}
	lit, _ := arg.(*ast.BasicLit)
	if lit == nil || lit.Kind != token.STRING {
		return nil
	}
	return lit
}

// rooms lists the rooms that the sentences belong to.
func rooms(sentences map[Key]sentence) map[string]bool {
	all := map[string]bool{}
	for key := range sentences {
		room, _, _ := strings.Cut(string(key), ".")
		all[room] = true
	}
	return all
}

// moduleRoot is the folder of go.mod at or above this package.
func moduleRoot(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above this package")
		}
		dir = parent
	}
}
