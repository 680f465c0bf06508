package store

import (
	"os"
	"path/filepath"
	"testing"

	"hadir/model"
)

func TestDatabaseInASyncFolderIsSaid(t *testing.T) {
	for folder, want := range map[string]bool{
		"Dropbox": true, "OneDrive - Kantor": true, "Google Drive": true, "data": false, "Kantor OneDrive": false,
	} {
		path := filepath.Join(t.TempDir(), folder, "hadir.db")
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		said := false
		for _, n := range openDesk(t, path).Notices() {
			said = said || n.Kind == model.NoticeShared && n.File == filepath.Dir(path)
		}
		if said != want {
			t.Errorf("%s: said %v", folder, said)
		}
	}
}
