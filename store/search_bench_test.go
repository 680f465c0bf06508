package store

import (
	"os"
	"testing"
	"time"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/term"
)

// BenchmarkSearch times searches in the archive that HADIR_ARCHIVE names; see ui/figures/archive.
func BenchmarkSearch(b *testing.B) {
	path := os.Getenv("HADIR_ARCHIVE")
	if path == "" {
		b.Skip("HADIR_ARCHIVE names no archive")
	}
	s, err := Open(path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	var words term.Analyzer
	for _, q := range []string{"paspor", "pencegahan", `"kepala desa"`, "pem", "paspor desa", "biaya paspor umrah", "yang"} {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Search(b.Context(), words.Parse(q, date.Of(time.Now()), true), model.SearchOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
