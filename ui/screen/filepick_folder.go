package screen

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"hadir/model/sheet"
	"hadir/ui/lang"
)

// deskFolder is the register of a desk's settings that remembers where its last list came from.
const deskFolder = "folder"

// fileKind is what a row of the file picker leads to, in the order in which rows stand.
type fileKind uint8

const (
	filePlace  fileKind = iota // a folder where files may be, or a drive
	fileLikely                 // a file that may be one that is looked for, by its name
	fileUp                     // the folder around this one
	fileFolder
	fileOther // any other file
)

// fileRow is one row of the file picker.
type fileRow struct {
	kind       fileKind
	name, path string
	label      lang.Key // of a place that has a name of its own
	size       int64
	at         time.Time
}

// holds reports whether each word, in lower case, is part of the row's name.
func (r fileRow) holds(words []string) bool {
	name := strings.ToLower(r.name)
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(name, w) })
}

// readFolder reads what the path names: a folder, a file, or with "" the places.
func readFolder(p *filePick, number int, path string) folderRead {
	out := folderRead{pick: p, number: number, dir: path}
	if path == "" {
		out.rows = places()
		return out
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		out.err = err
	case info.IsDir():
		out.rows, out.err = folderRows(path, p.likely)
	default:
		out.file = path
	}
	return out
}

// listEndings are the endings of files that may be lists.
func listEndings() []string { return []string{".csv", ".tsv", ".txt", ".xlsx", ".xlsm"} }

// folderRows are the rows of a folder: likely files first, the latest on top, then folders, then all others. What is hidden is
// not shown; its path can be typed.
func folderRows(dir string, likely []string) ([]fileRow, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	rows := []fileRow{{kind: fileUp, path: parentOf(dir)}}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$") {
			continue
		}
		r := fileRow{kind: kindOf(e, likely), name: e.Name(), path: filepath.Join(dir, e.Name())}
		// A file that has gone since the folder was read has no size, and says so when it is opened.
		if info, err := os.Stat(r.path); err == nil {
			if info.IsDir() {
				r.kind = fileFolder
			}
			r.size, r.at = info.Size(), info.ModTime()
		}
		rows = append(rows, r)
	}
	slices.SortStableFunc(rows, func(a, b fileRow) int {
		switch {
		case a.kind != b.kind:
			return cmp.Compare(a.kind, b.kind)
		case a.kind == fileLikely && !a.at.Equal(b.at):
			return b.at.Compare(a.at)
		}
		return cmp.Compare(strings.ToLower(a.name), strings.ToLower(b.name))
	})
	return rows, nil
}

// kindOf tells by its name whether a file may be one that is looked for. What it really is shows when it is read.
func kindOf(e fs.DirEntry, likely []string) fileKind {
	if e.IsDir() {
		return fileFolder
	}
	if slices.Contains(likely, strings.ToLower(filepath.Ext(e.Name()))) {
		return fileLikely
	}
	return fileOther
}

// firstFolder is the folder to begin with: the last one, where files arrive, or home.
func firstFolder(last string) string {
	candidates := []string{last}
	if home, err := os.UserHomeDir(); err == nil {
		candidates = append(candidates, filepath.Join(home, "Downloads"), filepath.Join(home, "Unduhan"), home)
	}
	for _, dir := range candidates {
		if dir != "" && isFolder(dir) {
			return dir
		}
	}
	return ""
}

// places are the folders where a list may be, and the drives that are plugged in.
func places() []fileRow {
	var rows []fileRow
	add := func(label lang.Key, name, dir string) {
		if isFolder(dir) {
			rows = append(rows, fileRow{kind: filePlace, label: label, name: name, path: dir})
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		add("import.place-downloads", "Downloads", filepath.Join(home, "Downloads"))
		add("import.place-downloads", "Unduhan", filepath.Join(home, "Unduhan"))
		add("import.place-documents", "Documents", filepath.Join(home, "Documents"))
		add("import.place-documents", "Dokumen", filepath.Join(home, "Dokumen"))
		add("import.place-desktop", "Desktop", filepath.Join(home, "Desktop"))
		add("import.place-home", "Home", home)
	}
	for _, d := range drives() {
		add("", d, d)
	}
	return rows
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// parentOf is the folder around a folder; "" around the uppermost.
func parentOf(dir string) string {
	if up := filepath.Dir(dir); up != dir {
		return up
	}
	return ""
}

// folderFault says why a folder or a path could not be read.
func folderFault(err error, path string) lang.Phrase {
	fault := sheet.FaultVanished
	switch {
	case errors.Is(err, fs.ErrNotExist):
		fault = sheet.FaultMissing
	case errors.Is(err, fs.ErrPermission):
		return lang.Of("import.folder-denied", "folder", path)
	}
	return FileFault(&sheet.FileError{Fault: fault, Path: path})
}
