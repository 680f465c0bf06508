package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"hadir/model"
	"hadir/model/program"
	"hadir/store"
	"hadir/ui/lang"
)

// TestFailuresSayWhatToDo takes what cannot be made in a script: each becomes a sentence that is filled in, in both languages,
// and the exit code 1.
func TestFailuresSayWhatToDo(t *testing.T) {
	wrapped := func(err error) error { return fmt.Errorf("open /x/hadir.db: %w", err) }
	tests := map[string]struct {
		err  error
		want string
	}{
		"locked":      {openFailure("/x/hadir.db", wrapped(store.ErrLocked)), "/x/hadir.db sedang dibuka"},
		"newer":       {openFailure("/x/hadir.db", wrapped(store.ErrNewer)), "lebih baru"},
		"no database": {openFailure("/x/hadir.db", wrapped(store.ErrNotDatabase)), "bukan berkas data"},
		"damaged":     {openFailure("/x/hadir.db", wrapped(model.ErrDamaged)), "rusak"},
		"denied":      {openFailure("/x/hadir.db", wrapped(fs.ErrPermission)), "tidak boleh"},
		"no space":    {openFailure("/x/hadir.db", wrapped(model.ErrNoSpace)), "ruang penyimpanan penuh"},
		"no writing":  {openFailure("/x/hadir.db", wrapped(model.ErrReadOnly)), "hanya dapat dibaca"},
		"folder":      {openFailure(t.TempDir(), wrapped(model.ErrStorage)), "adalah folder"},
		"other":       {openFailure("/x/hadir.db", wrapped(errors.New("odd"))), "odd"},
		"full":        {unsaved(wrapped(model.ErrNoSpace)), "BELUM TERSIMPAN: ruang penyimpanan penuh"},
		"read-only":   {unsaved(model.ErrReadOnly), "hanya dapat dibaca"},
		"read":        {model.ErrDamaged, "rusak"},
		"file":        {fileFailure("x.json", fs.ErrPermission), "x.json tidak boleh"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			for _, code := range []string{lang.English, lang.Indonesian} {
				l := lang.New(code)
				said := told(t, l, test.err)
				if code == lang.Indonesian && !strings.Contains(said, test.want) {
					t.Errorf("said %q, want %q in it", said, test.want)
				}
			}
		})
	}
}

// told is the sentence of a failure, which leaves no placeholder open and is there.
func told(t *testing.T, l *lang.Lang, err error) string {
	t.Helper()
	f := asFailure(err)
	if f.code != exitFailed {
		t.Errorf("exit code %d", f.code)
	}
	said := l.Tell(f.what)
	if said == "" || strings.ContainsAny(said, "{}") || strings.HasPrefix(said, "[") {
		t.Errorf("%s says %q", f.what.Key, said)
	}
	return said
}

// TestEveryFaultHasWords holds the faults of event files to their sentences.
func TestEveryFaultHasWords(t *testing.T) {
	l := lang.New(lang.Indonesian)
	for _, f := range []program.Fault{
		program.FaultSyntax, program.FaultFormat, program.FaultUnknown, program.FaultType, program.FaultMissing,
		program.FaultValue, program.FaultReference, program.FaultTwice, program.FaultTooMany,
	} {
		told(t, l, programFailure("x.json", &program.Error{Fault: f, Where: "event", Value: "v", Line: 1, Column: 2}))
	}
}

// TestKindsHaveWords holds the words of the history to what can stand in it.
func TestKindsHaveWords(t *testing.T) {
	l := lang.New(lang.English)
	for k := model.KindSetting; k <= model.KindEvidence+1; k++ {
		if s := l.Say(lang.Key("cli.kind." + k.String())); strings.HasPrefix(s, "[") {
			t.Errorf("%s has no words", k)
		}
	}
}

func TestPrintJSONIsSafe(t *testing.T) {
	for in, want := range map[string]string{
		"Ma'ruf <&> é": `"Ma'ruf <&> é"` + "\n",
		"a\x1b[2J":     `"a\u001b[2J"` + "\n",
		"a\u009b2J":    `"a\u009b2J"` + "\n",
		"a\u202eb":     `"a\u202eb"` + "\n",
		"a\U000e0041b": `"a\udb40\udc41b"` + "\n",
	} {
		var b bytes.Buffer
		if err := printJSON(&b, in); err != nil || b.String() != want {
			t.Errorf("%q is printed as %s, want %s (%v)", in, b.String(), want, err)
		}
	}
}

func TestColumns(t *testing.T) {
	var b bytes.Buffer
	columns(&b, [][]string{{"1", "Ma'ruf", "x"}, {"12", "陳", "y"}, {"  and more"}, {"3", "a\x1b[2Jb", ""}})
	want := "1   Ma'ruf  x\n12  陳      y\n  and more\n3   a␛[2Jb\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// FuzzAsked feeds any command line to the look for a language that comes before the parsing.
func FuzzAsked(f *testing.F) {
	f.Add("--lang en")
	f.Add("event --lang")
	f.Add("-- --lang=id")
	f.Fuzz(func(t *testing.T, line string) {
		args := strings.Fields(line)
		got := asked(args, func(string) string { return "" })
		if got != "" && !strings.Contains(line, got) {
			t.Errorf("%q asks for %q", line, got)
		}
	})
}
