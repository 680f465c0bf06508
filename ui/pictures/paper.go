package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"hadir/model/program"
)

// pageDots is how many dots an inch a page has in its picture: enough to read the headings, and few enough for a README.
const pageDots = "64"

// papers makes the papers of the example day with the real program, and a picture of the first page of some. It takes pdftoppm, of
// poppler-utils; where that is missing the pictures that are there stay, and it is said.
func papers(hadir, temp, folder string) error {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		fmt.Fprintln(os.Stderr, "pictures: no pdftoppm here, so the papers were left as they are (poppler-utils has it)")
		return nil
	}
	desk, err := newDesk(temp)
	if err != nil {
		return err
	}
	out := filepath.Join(temp, "papers")
	example := filepath.Join(temp, "example.json")
	if err := os.WriteFile(example, program.Example(), 0o600); err != nil {
		return err
	}
	for _, args := range [][]string{
		{"event", "load", example},
		{"report", "latest", "--kind", "all", "--format", "pdf", "--out", out},
	} {
		cmd := exec.Command(hadir, args...)
		cmd.Env = desk
		if said, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("hadir %s: %w\n%s", args[0], err, said)
		}
	}
	for name, paper := range map[string]string{
		"paper_attendance": "daftar-hadir", "paper_minutes": "notula", "paper_press": "siaran-pers",
	} {
		if err := page(filepath.Join(out, paper), filepath.Join(folder, name)); err != nil {
			return err
		}
	}
	return nil
}

// page makes the picture of a paper's first page; a paper with personal data says so behind its name.
func page(paper, picture string) error {
	files, err := filepath.Glob(paper + "*.pdf")
	if err == nil && len(files) != 1 {
		err = errors.New("not one file")
	}
	if err != nil {
		return fmt.Errorf("%s: %w", paper, err)
	}
	cmd := exec.Command("pdftoppm", "-r", pageDots, "-png", "-gray", "-singlefile", "-f", "1", files[0], picture)
	if said, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("pdftoppm: %w\n%s", err, said)
	}
	return nil
}
