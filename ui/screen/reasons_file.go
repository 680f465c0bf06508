package screen

import (
	"errors"
	"path/filepath"
	"strings"

	"hadir/model/sheet"
	"hadir/model/text"
	"hadir/ui/lang"
)

// FileFault says why a list could not be read, that nothing was lost, and what to do about it. An error of another kind is
// the storage's.
func FileFault(err error) lang.Phrase {
	var e *sheet.FileError
	if !errors.As(err, &e) {
		return Failure(err)
	}
	key := lang.Key("file." + strings.ReplaceAll(e.Fault.String(), " ", "-"))
	args := []any{"file", text.Safe(filepath.Base(e.Path)), "line", e.Line, "name", text.Safe(e.Detail)}
	switch e.Fault {
	case sheet.FaultBinary:
		args = append(args, "what", binaryWords(e.Detail))
	case sheet.FaultOldExcel, sheet.FaultOpenDocument:
		args = append(args, "what", lang.Key("file.form."+e.Detail))
	case sheet.FaultTooBig:
		args = append(args, "what", lang.Key("file.size."+e.Detail))
	}
	return lang.Of(key, args...)
}

// binaryWords says what a file is that is no table. Of formats that few people know by name it is enough to say that they are
// something else.
func binaryWords(detail string) lang.Key {
	switch detail {
	case "pdf", "image", "zip", "program", "database":
		return lang.Key("file.what." + detail)
	case "doc", "docx", "odt", "rtf":
		return "file.what.document"
	case "ppt", "pptx":
		return "file.what.slides"
	case "archive":
		return "file.what.zip"
	}
	return "file.what.other"
}
