package filing

import (
	"errors"
	"io/fs"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/lang"
	"hadir/ui/paper"
)

// Problem says in words what of a paper could not be printed as it is, and that the paper was made without it.
func Problem(err error) lang.Phrase {
	var file *model.FileError
	var picture *paper.PictureError
	var lacking *LackingError
	var exposed *paper.ExposedError
	switch {
	case errors.Is(err, ErrUnfrozen):
		return lang.Of("papers.unfrozen")
	case errors.Is(err, ErrUnkept):
		return lang.Of("papers.unkept")
	case errors.As(err, &file):
		return lang.Of(lang.Key("papers.file."+string(file.Fault)), "file", text.Safe(filepath.Base(file.Path)))
	case errors.As(err, &picture):
		return lang.Of(lang.Key("papers.picture."+string(picture.Fault)), "file", text.Safe(picture.Name))
	case errors.As(err, &exposed):
		return lang.Of("papers.exposed", "paper", exposed.Paper, "what", text.Safe(exposed.What))
	case errors.As(err, &lacking):
		return lang.Of("papers.lacking", "paper", lacking.Paper, "n", len(lacking.Characters))
	}
	return lang.Of("papers.problem", "why", err)
}

// Unwritten says in words why a set of papers could not be written whole; ok is false where it is the storage that failed.
func Unwritten(err error, folder string) (lang.Phrase, bool) {
	var system syscall.Errno
	isErrno := errors.As(err, &system)
	var path *fs.PathError
	switch {
	case isErrno && full(system):
		return lang.Of("papers.full", "folder", folder), true
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return lang.Of("papers.denied", "folder", folder), true
	case errors.As(err, &path) || isErrno:
		return lang.Of("papers.unwritten", "folder", folder, "why", inmost(err)), true
	}
	return lang.Phrase{}, false
}

// full reports whether a disk had no room. Windows has numbers of its own for that.
func full(n syscall.Errno) bool {
	const diskFull, handleDiskFull = 112, 39
	return n == syscall.ENOSPC || runtime.GOOS == "windows" && (n == diskFull || n == handleDiskFull)
}

// inmost is the system's own word.
func inmost(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return strings.TrimSpace(err.Error())
		}
		err = inner
	}
}

// RowWords says what is wrong with typed rows.
func RowWords(err error, last int) lang.Phrase {
	var e *RowError
	if !errors.As(err, &e) {
		return lang.Of("papers.problem", "why", err)
	}
	return lang.Of(lang.Key("papers.row."+string(e.Fault)), "word", text.Safe(e.Word), "last", last)
}

// KindWords is what a kind of paper is called.
func KindWords(k paper.Kind) lang.Key { return lang.Key("papers.kind." + string(k)) }
