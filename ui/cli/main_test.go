package cli

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"hadir/model/program"
	"hadir/store"
	"hadir/store/seal"
)

// TestMain makes the test binary the program, under its own name, for scripts and for the test on a terminal.
func TestMain(m *testing.M) {
	if _, set := os.LookupEnv("XDG_CONFIG_HOME"); !set {
		// Nothing can be made there: tests leave no marks of their devices with whoever runs them.
		if err := os.Setenv("XDG_CONFIG_HOME", os.DevNull); err != nil {
			panic(err)
		}
	}
	testscript.Main(m, map[string]func(){"hadir": func() {
		os.Exit(Main(Process{
			Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now, Rand: rand.Reader,
			// A passphrase of a test costs nothing; what one costs in the field is measured when a database is sealed.
			Cost: seal.Cost{Passes: 1, Memory: 64, Threads: 1},
		}))
	}})
}

// TestScripts runs every script in testdata: each is a journey on a database of its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HADIR_DB", filepath.Join(e.WorkDir, "hadir.db"))
			// With the race detector each command would wait a second at its end, for races that are still to come.
			e.Setenv("GORACE", "atexit_sleep_ms=0")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": code, "example": writeExample, "hold": hold, "xlsx": writeWorkbook, "bytes": writeBytes,
			"json": checkJSON, "take": takeJSON,
		},
	})
}

// code N COMMAND...: the command ends with that exit code.
func code(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got, err = exit.ExitCode(), nil
	}
	ts.Check(err)
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// json PATH WANT: what the last command printed has that value at a path such as "0.name"; "len" is how many there are, and a
// text stands for itself. A path that leads nowhere is "(none)".
func checkJSON(ts *testscript.TestScript, neg bool, args []string) {
	if got := at(ts, args[0]); (got == args[1]) == neg {
		ts.Fatalf("%s is %s, want %s", args[0], got, args[1])
	}
}

// take NAME PATH: keeps a value of what the last command printed in a variable.
func takeJSON(ts *testscript.TestScript, _ bool, args []string) { ts.Setenv(args[0], at(ts, args[1])) }

func at(ts *testscript.TestScript, path string) string {
	var v any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &v))
	for _, step := range strings.Split(path, ".") {
		switch x := v.(type) {
		case map[string]any:
			inner, ok := x[step]
			if !ok {
				return "(none)"
			}
			v = inner
		case []any:
			i, err := strconv.Atoi(step)
			switch {
			case step == "len":
				return strconv.Itoa(len(x))
			case err != nil || i >= len(x):
				return "(none)"
			}
			v = x[i]
		}
	}
	if s, ok := v.(string); ok {
		return s
	}
	b, err := json.Marshal(v)
	ts.Check(err)
	return string(b)
}

// example FILE: writes the example event's file.
func writeExample(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), program.Example(), 0o600))
}

// hold FILE: keeps the database open until the script ends, as another Hadir would.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	s, err := store.Open(ts.MkAbs(args[0]), store.Options{})
	ts.Check(err)
	ts.Defer(func() { ts.Check(s.Close()) })
}

// xlsx FILE SHEET CSV: writes a workbook that has a sheet of that name, with the rows of a CSV without quotes, after an empty
// one.
func writeWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	f := excelize.NewFile()
	_, err := f.NewSheet(args[1])
	ts.Check(err)
	for i, line := range strings.Split(strings.TrimSpace(ts.ReadFile(args[2])), "\n") {
		for j, cell := range strings.Split(line, ",") {
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			ts.Check(err)
			ts.Check(f.SetCellValue(args[1], at, cell))
		}
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[0])))
}

// bytes FILE TEXT: writes bytes, given as the inside of a Go string.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	s, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(s), 0o600))
}
