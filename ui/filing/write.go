package filing

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"hadir/model"
	"hadir/ui/lang"
	"hadir/ui/paper"
)

// Format is a form in which a paper is written, by the ending of its files.
type Format string

// The formats. A workbook is made of papers that are tables.
const (
	DOCX     Format = "docx"
	PDF      Format = "pdf"
	XLSX     Format = "xlsx"
	Markdown Format = "md"
)

// Formats are all formats.
func Formats() []Format { return []Format{DOCX, PDF, XLSX, Markdown} }

// LackingError says which characters of a paper the font of PDF files does not have: each is printed as a box.
type LackingError struct {
	Paper      string
	Characters []rune
}

// Error names the paper and the characters.
func (e *LackingError) Error() string {
	return fmt.Sprintf("%s: not in the font: %q", e.Paper, e.Characters)
}

// write writes one file; lacking is set where it could not print everything.
func (f Format) write(w io.Writer, p paper.Paper, lacking *error) error {
	switch f {
	case DOCX:
		return paper.DOCX(w, p)
	case PDF:
		unprintable, err := paper.PDF(w, p)
		if len(unprintable) > 0 {
			*lacking = &LackingError{p.Name, unprintable}
		}
		return err
	case XLSX:
		return paper.XLSX(w, p)
	case Markdown:
		return paper.Markdown(w, p)
	}
	return fmt.Errorf("no format is called %q", f)
}

// Written is one file.
type Written struct {
	Kind   paper.Kind
	Format Format
	Path   string
	Code   string
	Gaps   []paper.Gap
	Beside bool // a person had changed the file of that name: this is a new version beside it
	Same   bool // it was there already, the same
}

// Set is the papers of a job, and what became of them.
type Set struct {
	Files    []Written
	Problems []error     // what could not be printed as it is
	Print    model.Print // to be kept with the event, so that the next set knows its own files
}

// Filed is the changes that keep with the event which files were written; none where all were there already.
func (s Set) Filed(act model.Act, event model.ID) []model.Change {
	if len(s.Print.Papers) == 0 {
		return nil
	}
	return []model.Change{act.Change(model.EventKey(event), model.AddPrint(s.Print))}
}

// Folder is where the papers of the event go unless somebody says otherwise: a folder named after its day and theme.
func (f File) Folder() string { return filepath.Join(f.folder, FolderName(f.Event)) }

// FolderName names a folder after an event's day and theme, in letters that every system takes.
func FolderName(e model.Event) string { return cmp.Or(e.Date, "tanpa-tanggal") + "-" + slug(e.Theme) }

// slugMost is how many characters of a theme go into the name of a folder: Windows counts 260 for a whole path.
const slugMost = 60

// slug is a text in the letters and digits that every file system takes, with a hyphen for all that stands between. A long one
// ends with a whole word.
func slug(s string) string {
	name, n := "", 0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		long := utf8.RuneCountInString(word)
		switch {
		case name == "" && long > slugMost:
			return string([]rune(word)[:slugMost])
		case name == "":
			name, n = word, long
		case n+1+long > slugMost:
			return name
		default:
			name, n = name+"-"+word, n+1+long
		}
	}
	return cmp.Or(name, "kegiatan")
}

// Progress is told before each file: how many are done, of how many, and the next one's name.
type Progress func(done, all int, name string)

// Write writes papers into their folder. Each file is whole or not there; where one fails, those before it stay and are told of. A workbook of a paper without
// a table is passed over. made is what the papers were made to be; tell may be nil.
func (f File) Write(ctx context.Context, made []Made, formats []Format, folder string, tell Progress) (s Set, err error) {
	if folder == "" {
		folder = f.Folder()
	}
	if full, err := filepath.Abs(folder); err == nil {
		folder = full
	}
	s.Print.Folder = folder
	all := 0
	for _, m := range made {
		all += len(m.Papers) * len(formats)
	}
	w := writing{ctx: ctx, set: &s, written: f.Prints.Written(folder), tell: tell, all: all}
	for _, m := range made {
		s.Problems = append(s.Problems, m.Problems()...)
		if err := w.kind(f, m, formats); err != nil {
			return s, err
		}
	}
	return s, nil
}

// writing is a set that is being written.
type writing struct {
	ctx       context.Context
	set       *Set
	written   map[string]string
	tell      Progress
	done, all int
}

// kind writes the papers of one kind. What was written before an error is kept with the event all the same.
func (w *writing) kind(f File, m Made, formats []Format) (err error) {
	paperOf := model.Paper{Kind: string(m.Kind), Sum: m.Sum, Files: map[string]string{}}
	fresh := false
	defer func() {
		last, known := f.Prints.Last(string(m.Kind))
		if len(paperOf.Files) > 0 && (fresh || !known || last.Sum != m.Sum) {
			w.set.Print.Papers = append(w.set.Print.Papers, paperOf)
		}
	}()
	for _, p := range m.Papers {
		for _, format := range formats {
			name := f.nameOf(m.Kind, p) + "." + string(format)
			if w.tell != nil {
				w.tell(w.done, w.all, name)
			}
			w.done++
			if err := w.ctx.Err(); err != nil {
				return err
			}
			var lacking error
			saved, err := paper.Save(w.set.Print.Folder, name, w.written, func(out io.Writer) error { return format.write(out, p, &lacking) })
			switch {
			case errors.Is(err, paper.ErrNoTable):
				continue
			case err != nil:
				return err
			}
			if lacking != nil {
				w.set.Problems = append(w.set.Problems, lacking)
			}
			fresh = fresh || w.written[saved.Name] != saved.Digest
			paperOf.Files[saved.Name], w.written[saved.Name] = saved.Digest, saved.Digest
			w.set.Files = append(w.set.Files, Written{
				Kind: m.Kind, Format: format, Path: filepath.Join(w.set.Print.Folder, saved.Name), Code: p.Code, Gaps: p.Gaps,
				Beside: saved.Beside, Same: saved.Same,
			})
		}
	}
	return nil
}

// nameOf is the stem of a file's name: the paper's, with the session or the owner that it is of, and whether it is a public copy.
func (f File) nameOf(k paper.Kind, p paper.Paper) string {
	name := p.Name
	if k == paper.KindFollowUp && f.Owner != "" {
		name += "-" + slug(f.Owner)
	}
	if !f.Session.ID.IsZero() && (k == paper.KindAttendance || k == paper.KindPayment) {
		name += "-" + slug(f.Session.Name)
	}
	if f.Public {
		name += "-" + publicName
	}
	return name
}

// publicName marks the copies that leave people's names out, so that they stand beside the office's own.
const publicName = "publik"

// State is where a kind of paper stands.
type State string

// The states of a paper.
const (
	Ready      State = "ready"      // nothing is missing, and it was not made yet
	Incomplete State = "incomplete" // something is missing
	Printed    State = "printed"    // it was made, and would be the same today
	Changed    State = "changed"    // what it says has changed since it was made
)

// Standing is where a paper stands: what was made of it last outranks what it lacks.
func (f File) Standing(m Made) State {
	last, made := f.Prints.Last(string(m.Kind))
	switch {
	case made && last.Sum == m.Sum:
		return Printed
	case made:
		return Changed
	case len(m.Gaps()) > 0:
		return Incomplete
	}
	return Ready
}

// All makes the papers of several kinds.
func (f File) All(ctx context.Context, l *lang.Lang, kinds []paper.Kind) ([]Made, error) {
	out := make([]Made, 0, len(kinds))
	for _, k := range kinds {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		m, err := f.Make(l, k)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", k, err)
		}
		out = append(out, m)
	}
	return out, nil
}
