package name

import (
	"slices"
	"strings"
	"testing"
)

// TestTablesCanBeHalved holds the tables to what lookup takes for granted.
func TestTablesCanBeHalved(t *testing.T) {
	for name, table := range map[string]string{
		"front": front, "movable": movable, "titlesAfter": titlesAfter, "needComma": needComma,
	} {
		if !strings.HasPrefix(table, " ") || !strings.HasSuffix(table, " ") || strings.Contains(table, "  ") {
			t.Errorf("%s: entries stand between single spaces, the first and the last too", name)
		}
		var keys []string
		for _, entry := range strings.Fields(table) {
			key, want, ok := strings.Cut(entry, "=")
			if got, found := lookup(table, key); !ok || !found || got != want {
				t.Errorf("%s: lookup(%q) = %q, %v, want %q", name, key, got, found, want)
			}
			if len(key) > longestTitle || key != strings.ToLower(key) {
				t.Errorf("%s: %q cannot be found", name, key)
			}
			keys = append(keys, key)
		}
		if !slices.IsSorted(keys) || len(slices.Compact(slices.Clone(keys))) < len(keys) {
			t.Errorf("%s: keys are out of order, or stand there twice", name)
		}
	}
}

func TestLookupOfWhatIsNotThere(t *testing.T) {
	for _, key := range []string{"", "a", "zz", "suyatno", "ustadzahku", "=", " ", "drs="} {
		if got, ok := lookup(front, key); ok {
			t.Errorf("lookup(%q) = %q", key, got)
		}
	}
}

func TestTitleBefore(t *testing.T) {
	for key, want := range map[string]string{"drs": "Drs.", "akp": "AKP", "pol": "", "bapak": "", "suyatno": ""} {
		if got, ok := titleBefore(key); ok != (want != "") || ok && got != want {
			t.Errorf("titleBefore(%q) = %q, %v, want %q", key, got, ok, want)
		}
	}
}
