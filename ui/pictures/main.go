package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed list.csv
var list []byte

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

func run() (err error) {
	folder, err := home()
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "hadir-pictures-")
	if err != nil {
		return err
	}
	defer func() {
		if e := os.RemoveAll(temp); err == nil {
			err = e
		}
	}()
	program, err := build(temp)
	if err != nil {
		return err
	}
	for _, t := range tours() {
		desk, err := newDesk(temp)
		if err != nil {
			return err
		}
		if err := t.take(program, desk, folder); err != nil {
			return fmt.Errorf("hadir %s: %w", strings.Join(t.args, " "), err)
		}
	}
	return papers(program, temp, folder)
}

// home is the folder of this package, wherever in the module the command was started.
func home() (string, error) {
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", "hadir/ui/pictures").Output()
	if err != nil {
		return "", fmt.Errorf("find hadir/ui/pictures: %w", err)
	}
	return string(bytes.TrimSpace(out)), nil
}

// build builds the program as it would be shipped.
func build(temp string) (string, error) {
	program := filepath.Join(temp, "hadir")
	cmd := exec.Command("go", "build", "-trimpath", "-o", program, "hadir")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build hadir: %w\n%s", err, out)
	}
	return program, nil
}

// newDesk is a home folder where Hadir was never started, with the invited list in it. It gives the environment of a program
// that lives there: nothing of the machine's own settings gets into a picture.
func newDesk(temp string) ([]string, error) {
	folder, err := os.MkdirTemp(temp, "desk-")
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(folder, listName), list, 0o600); err != nil {
		return nil, err
	}
	return []string{
		"HOME=" + folder, "TMPDIR=" + folder, "HADIR_DB=" + filepath.Join(folder, "hadir.db"), "HADIR_LANG=id",
		"PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "TZ=Asia/Jakarta",
	}, nil
}
