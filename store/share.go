package store

import (
	"path/filepath"
	"slices"
	"strings"

	"hadir/model"
)

// syncFolders begin the names of folders that a program keeps in step with other computers.
func syncFolders() []string {
	return []string{"dropbox", "onedrive", "google drive", "googledrive", "gdrive", "icloud", "nextcloud", "owncloud", "syncthing", "pcloud"}
}

// inSyncFolder reports whether a path lies in such a folder. Two computers that write one file through it undo each other's work, and
// half a file may be taken away to be copied while it is written.
func inSyncFolder(path string) bool {
	return slices.ContainsFunc(strings.Split(filepath.ToSlash(path), "/"), func(element string) bool {
		element = strings.ToLower(element)
		return slices.ContainsFunc(syncFolders(), func(name string) bool { return strings.HasPrefix(element, name) })
	})
}

// noteShared says that the database stands where its locks and syncs may mean nothing: on a server's disk, or in a folder that
// is kept in step with others. Somebody may have his reasons; it is told and not refused.
func (s *Store) noteShared() {
	if inSyncFolder(s.path) || onNetwork(s.path) {
		s.note(model.Notice{Kind: model.NoticeShared, File: filepath.Dir(s.path)})
	}
}
