package filing_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hadir/model"
	"hadir/ui/filing"
	"hadir/ui/lang"
	"hadir/ui/paper"
)

// sealed is a storage that can only be read.
type sealed struct{ filing.Store }

// Settings say so, too.
func (s sealed) Settings(ctx context.Context) (model.Settings, error) {
	me, err := s.Store.Settings(ctx)
	me.ReadOnly = true
	return me, err
}

func (sealed) Apply(context.Context, []model.Change) error { return model.ErrReadOnly }

// What can only be read is printed all the same: as a draft where rows would have to be frozen, and nothing is noted.
func TestDataThatCanOnlyBeReadIsPrinted(t *testing.T) {
	o := newOffice(t)
	o.guests(t.Fatal, 3)
	folder := t.TempDir()
	job := filing.Job{Kinds: paper.Kinds(), Formats: []filing.Format{filing.Markdown}, Folder: folder}
	act := func() model.Act { return o.act(model.VerbPrint) }
	set, err := filing.Print(context.Background(), sealed{o}, lang.New(lang.Indonesian), o.read(t.Fatal), job, act, nil)
	if err != nil || len(set.Files) != len(paper.Kinds())+1 {
		t.Fatalf("%d files, %v", len(set.Files), err)
	}
	if len(set.Problems) != 2 || !errors.Is(set.Problems[0], filing.ErrUnfrozen) || !errors.Is(set.Problems[1], filing.ErrUnkept) {
		t.Errorf("problems %v", set.Problems)
	}
	list, err := os.ReadFile(filepath.Join(folder, "daftar-hadir-data-pribadi.md"))
	if err != nil || !bytes.Contains(list, []byte("KONSEP")) || !bytes.Contains(list, []byte("BELUM DIBEKUKAN")) || bytes.Contains(list, []byte("Kode cetak")) {
		t.Errorf("%s\n%v", list, err)
	}
	if f := o.read(t.Fatal); f.Prints.Sheets() != nil || f.Guests[0].Row != 0 {
		t.Error("rows were frozen")
	}

	// Rows that were frozen before need nothing: the list is the one that may be signed.
	o.print(t.Fatal, paper.KindAttendance)
	set, err = filing.Print(context.Background(), sealed{o}, lang.New(lang.Indonesian), o.read(t.Fatal), job, act, nil)
	if err != nil || len(set.Problems) != 1 || !errors.Is(set.Problems[0], filing.ErrUnkept) {
		t.Errorf("problems %v, %v", set.Problems, err)
	}
	// Nothing can be written beside such data: the papers go home.
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	f, err := filing.Read(context.Background(), sealed{o}, o.event, filing.Options{})
	if err != nil || !strings.HasPrefix(f.Folder(), home) {
		t.Errorf("folder %s, %v", f.Folder(), err)
	}
	if i := slices.IndexFunc(set.Files, func(w filing.Written) bool { return w.Kind == paper.KindAttendance }); set.Files[i].Code == "" {
		t.Error("the frozen list has no code")
	}
}

// Who stops a set halfway has whole files, each noted, and none that is half written; the next set goes on with the same rows.
func TestAStoppedSetLeavesNothingHalf(t *testing.T) {
	o := newOffice(t)
	o.guests(t.Fatal, 12)
	for at := range 12 {
		folder := t.TempDir()
		job := filing.Job{Kinds: paper.Kinds(), Formats: []filing.Format{filing.DOCX, filing.Markdown}, Folder: folder}
		ctx, stop := context.WithCancel(context.Background())
		set, err := filing.Print(ctx, o, lang.New(lang.Indonesian), o.read(t.Fatal), job, func() model.Act { return o.act(model.VerbPrint) },
			func(done, _ int, _ string) {
				if done == at {
					stop()
				}
			})
		if !errors.Is(err, context.Canceled) || len(set.Files) != at {
			t.Fatalf("stopped at %d: %d files, %v", at, len(set.Files), err)
		}
		noted := o.read(t.Fatal).Prints.Written(folder)
		files, err := os.ReadDir(folder)
		if err != nil || len(files) != at || len(noted) != at {
			t.Fatalf("stopped at %d: %d files in the folder, %d noted, %v", at, len(files), len(noted), err)
		}
		for _, f := range files {
			if noted[f.Name()] == "" || strings.HasPrefix(f.Name(), ".") {
				t.Errorf("%s is nobody's", f.Name())
			}
		}
		again, err := filing.Print(context.Background(), o, lang.New(lang.Indonesian), o.read(t.Fatal), job,
			func() model.Act { return o.act(model.VerbPrint) }, nil)
		same := slices.DeleteFunc(slices.Clone(again.Files), func(w filing.Written) bool { return !w.Same })
		if err != nil || len(same) != at || slices.ContainsFunc(again.Files, func(w filing.Written) bool { return w.Beside }) {
			t.Errorf("stopped at %d, then again: %d the same, %v", at, len(same), err)
		}
	}
}
