package cli

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hadir/model"
	"hadir/model/hall"
	"hadir/ui/lang"
)

// atDesk opens a new database at a desk with a fixed clock.
func atDesk(t *testing.T) *desk {
	t.Helper()
	a := &app{
		Process: Process{
			Out: os.Stdout, Err: os.Stderr, Getenv: func(string) string { return "" }, Rand: rand.NewChaCha8([32]byte{7}),
			Now: func() time.Time { return time.Date(2023, 11, 21, 2, 0, 0, 0, time.UTC) },
		},
		lang: lang.New(lang.Indonesian),
	}
	d, err := a.open(context.Background(), filepath.Join(t.TempDir(), "hadir.db"), 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.store.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// TestEventByBeginning holds the ways of naming an event against two whose IDs begin alike.
func TestEventByBeginning(t *testing.T) {
	d, ctx := atDesk(t), context.Background()
	one, two, three := model.ID{0xff, 1, 1}, model.ID{0xff, 1, 2}, model.ID{0x10}
	for _, id := range []model.ID{one, three, two} {
		change := d.Act(model.VerbCreate).Change(model.EventKey(id), model.Write(model.EventTheme, id.String()))
		if err := d.apply(ctx, []model.Change{change}); err != nil {
			t.Fatal(err)
		}
	}
	tests := map[string]struct {
		want model.ID
		code int
	}{
		one.String():                      {want: one},
		one.String()[:5]:                  {want: one},
		two.String()[:5]:                  {want: two},
		three.String()[:1]:                {want: three},
		"latest":                          {want: two},
		one.String()[:2]:                  {code: exitAmbiguous},
		"":                                {code: exitNone},
		" ":                               {code: exitNone},
		"u":                               {code: exitNone},
		one.String() + "0":                {code: exitNone},
		"LATEST":                          {code: exitNone},
		strings.ToUpper(one.String()[:5]): {want: one},
	}
	for arg, test := range tests {
		e, err := d.event(ctx, arg)
		var f *failure
		switch {
		case test.code == exitDone && (err != nil || e.ID != test.want):
			t.Errorf("%q means %s (%v), want %s", arg, e.ID, err, test.want)
		case test.code != exitDone && (!errors.As(err, &f) || f.code != test.code):
			t.Errorf("%q: %v, want the exit code %d", arg, err, test.code)
		case test.code == exitAmbiguous && len(f.list) != 2:
			t.Errorf("%q lists %d events", arg, len(f.list))
		}
	}
}

// TestGuestByWords holds the choice of one guest to its rules, on a list that has each trap once.
func TestGuestByWords(t *testing.T) {
	names := []string{"Suyatno", "Suyatno Hadi", "Soedjarwo", "Sri Lestari", "Lestari Sri", "Bambang", "Bambong", "Kastari"}
	guests, terms := make([]model.Guest, len(names)), make([]string, len(names))
	for i, n := range names {
		guests[i] = model.Guest{ID: model.ID{byte(i + 1)}, Name: n, Order: i + 1}
		terms[i] = hall.Terms(guests[i])
	}
	h := hall.New(model.Event{}, model.Session{}, guests, terms, nil)
	d := atDesk(t)
	for words, want := range map[string]string{
		"suyatno":      "Suyatno",      // the whole name wins over a longer one
		"H. Suyatno":   "Suyatno",      // titles are no part of it
		"hadi suyatno": "Suyatno Hadi", // in any order
		"suyatno h":    "Suyatno Hadi",
		"sujarwo":      "Soedjarwo", // old spelling
		"sri lestari":  "Sri Lestari",
		"lestari sri":  "Lestari Sri",
		"kastarri":     "Kastari", // the only near miss
		"8":            "Kastari",
	} {
		if g, err := d.guest(h, []string{words}); err != nil || g.Name != want {
			t.Errorf("%q means %v (%v), want %s", words, g, err, want)
		}
	}
	for words, code := range map[string]int{
		"su": exitAmbiguous, "lestari": exitAmbiguous, "bambeng": exitNone, "zz": exitNone, "": exitUsage, "~": exitNone,
	} {
		var f *failure
		if g, err := d.guest(h, []string{words}); !errors.As(err, &f) || f.code != code {
			t.Errorf("%q means %v (%v), want the exit code %d", words, g, err, code)
		}
	}
}
