package main

import (
	"context"
	"crypto/rand"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"hadir/model"
	"hadir/store"
	"hadir/ui/cli"
	"hadir/ui/screen"
)

// How many strings a batch has, about.
const (
	usual = 16_000
	small = 400
)

// batch is a database of hostile text, shown from one end to the other.
type batch struct {
	say    func() string
	into   *result
	size   int
	known  map[string]bool // what harmless text says to the terminal; nil: this is harmless text
	spoken map[string]bool

	dir string
	db  string
}

// folder is one that is thrown away, in memory where memory is a file system.
func folder() (dir string, remove func(), err error) {
	base := "/dev/shm"
	if info, err := os.Stat(base); err != nil || !info.IsDir() {
		base = ""
	}
	dir, err = os.MkdirTemp(base, "hadir-hostile-")
	return dir, func() { _ = os.RemoveAll(dir) }, err
}

// text is the next string, counted.
func (b *batch) text() string {
	b.into.strings++
	return b.say()
}

func (b *batch) run() error {
	dir, remove, err := folder()
	if err != nil {
		return err
	}
	defer remove()
	b.dir, b.db = dir, filepath.Join(dir, "hadir.db")
	// Of ten strings, four come in a list, four past every filter, and the rest in each other way.
	for _, step := range []func() error{b.load, b.list, b.type_, b.files, b.past} {
		if err := step(); err != nil {
			return err
		}
	}
	if err := b.show(); err != nil {
		return err
	}
	return b.exports()
}

// hadir runs a command in this process and reads what it prints: nothing of that may be foreign either.
func (b *batch) hadir(args ...string) (code int, err error) {
	out, err := os.Create(filepath.Join(b.dir, "printed"))
	if err != nil {
		return 0, err
	}
	// It is read below by its name.
	defer out.Close()
	code = cli.Main(cli.Process{
		Args: append([]string{"--db", b.db}, args...), In: os.Stdin, Out: out, Err: out, Getenv: func(string) string { return "" },
		Now: time.Now, Rand: rand.Reader,
	})
	printed, err := os.ReadFile(out.Name())
	if err == nil {
		if what := foreign(string(printed), false); what != "" {
			b.into.note("hadir "+args[0], what)
		}
	}
	return code, err
}

// must runs a command that has to succeed.
func (b *batch) must(args ...string) error {
	code, err := b.hadir(args...)
	if err == nil && code != 0 {
		printed, _ := os.ReadFile(filepath.Join(b.dir, "printed"))
		err = errors.New(args[0] + ": " + string(printed))
	}
	return err
}

// load describes events in a file.
func (b *batch) load() error {
	var events []map[string]any
	for range 2 {
		events = append(events, map[string]any{"title": b.text(), "date": "2023-11-21", "venue": b.text()})
	}
	for i, e := range events {
		body, err := json.Marshal(e)
		if err != nil {
			return err
		}
		path := filepath.Join(b.dir, "event"+strconv.Itoa(i)+".json")
		if err := os.WriteFile(path, body, 0o600); err != nil {
			return err
		}
		if _, err := b.hadir("event", "load", path); err != nil {
			return err
		}
	}
	return b.must("event", "add", "--title", "Kegiatan "+plain(b.text()), "--venue", plain(b.text()), "--date", "21-11-2023")
}

// plain is a string as an argument: the system takes none with a zero byte.
func plain(s string) string {
	out := []byte(s)
	for i, c := range out {
		if c == 0 {
			out[i] = 1
		}
	}
	return string(out)
}

// list imports a list of guests.
func (b *batch) list() error {
	path := filepath.Join(b.dir, "list.csv")
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := csv.NewWriter(f)
	_ = w.Write([]string{"No", "Nama", "Jabatan", "Instansi", "Kecamatan", "Keterangan"})
	// A file with a zero byte is no list, and is refused as a whole.
	cell := func() string { return strings.ReplaceAll(b.text(), "\x00", "") }
	for i := range b.size / 10 * 4 / 5 {
		_ = w.Write([]string{strconv.Itoa(i + 1), cell(), cell(), cell(), cell(), cell()})
	}
	w.Flush()
	if err := errors.Join(w.Error(), f.Close()); err != nil {
		return err
	}
	return b.must("import", "latest", path)
}

// type_ gives strings as arguments, and asks for them again.
func (b *batch) type_() error {
	for range 4 {
		for _, args := range [][]string{
			{"walkin", "latest", "--name", plain(b.text()), "--institution", plain(b.text())},
			{"ask", "latest", "--question", plain(b.text()), "--asker", plain(b.text()), "--answer", plain(b.text()), "--basis", plain(b.text())},
			{"checkin", "latest", plain(b.text())},
			{"search", plain(b.text())},
		} {
			if _, err := b.hadir(args...); err != nil {
				return err
			}
		}
	}
	return nil
}

// files gives files names, where the system takes them, and records them.
func (b *batch) files() error {
	dir := filepath.Join(b.dir, "files")
	if err := os.Mkdir(dir, 0o700); err != nil {
		return err
	}
	for range 20 {
		name := []byte(plain(b.text()))
		for i, c := range name {
			if c == '/' || c == filepath.Separator {
				name[i] = '.'
			}
		}
		path := filepath.Join(dir, string(name[:min(len(name), 200)])+".csv")
		if os.WriteFile(path, []byte("Nama\nSri Contoh\n"), 0o600) != nil {
			continue
		}
		for _, args := range [][]string{
			{"file", "add", "latest", path, "--as", "photo", "--caption", plain(b.text())},
			{"import", "latest", path, "--dry-run"},
		} {
			if _, err := b.hadir(args...); err != nil {
				return err
			}
		}
	}
	return nil
}

// past writes changes as they are, as a program that filters nothing would hand them over.
func (b *batch) past() (err error) {
	ctx := context.Background()
	s, err := store.Open(b.db, store.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	events, err := s.Events(ctx)
	if err != nil {
		return err
	}
	act := func(v model.Verb) model.Act {
		return model.Act{ID: id(), Officer: b.text(), Desk: b.text(), Wall: time.Now(), Verb: v}
	}
	event := events[0].ID
	changes := []model.Change{act(model.VerbEdit).Change(model.EventKey(id()), model.Write(model.EventTheme, b.text()),
		model.Write(model.EventVenue, b.text()), model.Write(model.EventDate, "2023-11-21"))}
	many := act(model.VerbImport)
	for i := range b.size / 10 * 4 / 6 {
		g := model.Guest{
			Name: b.text(), Before: b.text(), Post: b.text(), Institution: b.text(), District: b.text(), Note: b.text(), Order: 100_000 + i,
		}
		changes = append(changes, many.Change(model.GuestKey(event, id()), g.Registers()...))
	}
	for i := range b.size / 60 {
		changes = append(changes, many.Change(model.QuestionKey(event, id()), model.Write(model.QuestionNo, strconv.Itoa(1000+i)),
			model.Write(model.QuestionText, b.text()), model.Write(model.QuestionAsker, b.text()), model.Write(model.QuestionPost, b.text()),
			model.Write(model.QuestionFrom, b.text()), model.Write(model.QuestionBasis, b.text())))
	}
	for i := range b.size / 100 {
		x := model.Evidence{ID: id(), Proof: model.ProofPhoto, Path: "/" + b.text(), Caption: b.text(), Order: i + 1}
		changes = append(changes, many.Change(model.EvidenceKey(event, x.ID), x.Registers()...))
	}
	return s.Apply(ctx, changes)
}

func id() model.ID {
	x, err := model.NewID(rand.Reader)
	if err != nil {
		panic(err)
	}
	return x
}

// show pages through the screens on which the strings stand.
func (b *batch) show() (err error) {
	ctx := context.Background()
	s, err := store.Open(b.db, store.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	events, err := s.Events(ctx)
	if err != nil {
		return err
	}
	env, err := newEnv(s)
	if err != nil {
		return err
	}
	event := events[0].ID
	if err := os.Chdir(filepath.Join(b.dir, "files")); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.Chdir("/")) }()
	x := begin(env, screen.NewHome(env), b.into, b.known)
	x.settle()
	for _, page := range []screen.Screen{
		screen.NewGuests(env, event, model.ID{}), screen.NewQuestions(env, event), screen.NewEvidence(env, event), screen.NewStory(env, event),
		screen.NewDoor(env, event, model.ID{}), screen.NewPeople(env), screen.NewInstitutions(env), screen.NewImport(env, event),
		screen.NewEvent(env, event), screen.NewPapers(env, event), screen.NewArchive(env, "contoh"),
	} {
		x.open(page)
	}
	b.spoken = x.out.spoken
	return x.end()
}
