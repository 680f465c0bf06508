package paper

import (
	"os"
	"path/filepath"
	"testing"
)

// TestLook writes the sample papers into the folder that LOOK names, for people to look at.
func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip("LOOK names no folder")
	}
	for _, p := range samplePapers(t, lookFacts(t)) {
		for ext, write := range writers() {
			f, err := os.Create(filepath.Join(dir, p.Name+ext))
			if err != nil {
				t.Fatal(err)
			}
			if err := write(f, p); err != nil && ext != ".xlsx" {
				t.Error(err)
			}
			_ = f.Close()
		}
	}
}

// lookFacts are the sample, or the hostile texts where HOSTILE is set.
func lookFacts(t *testing.T) Facts {
	if os.Getenv("HOSTILE") != "" {
		return hostile(t)
	}
	return sampleFacts(t)
}
