package main

import (
	"archive/zip"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// computes are the first characters by which a spreadsheet takes a cell for a formula, or hides it.
const computes = "=+-@\t\r\n\x00＝＋－＠"

// exports writes everything that the batch holds as CSV and as a workbook, and reads the cells: none may be computed.
func (b *batch) exports() error {
	for format, read := range map[string]func(string) error{"csv": b.delimited, "xlsx": b.workbook} {
		out := filepath.Join(b.dir, "out."+format)
		if err := b.must("export", "all", "--format", format, "--out", out); err != nil {
			return err
		}
		if err := read(out); err != nil {
			return err
		}
	}
	return nil
}

// cell judges one cell of a CSV.
func (b *batch) cell(s string) {
	b.into.cells++
	if s != "" && strings.ContainsRune(computes, []rune(s)[0]) {
		b.into.note("csv", "a cell that is computed")
	}
}

func (b *batch) delimited(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	// Reading is all that is done with it.
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		for _, s := range row {
			b.cell(s)
		}
	}
}

// workbook looks for formulas, links and macros in the parts of a workbook. What stands in it as a text is never computed, whatever it
// begins with.
func (b *batch) workbook(path string) error {
	z, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	// Reading is all that is done with it.
	defer z.Close()
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			return err
		}
		body, err := io.ReadAll(r)
		if err = errors.Join(err, r.Close()); err != nil {
			return err
		}
		text := string(body)
		for _, word := range []string{"<f>", "<f ", "<hyperlink", "externalLink", "vbaProject", "<!DOCTYPE", "<!ENTITY"} {
			if strings.Contains(text, word) || strings.Contains(part.Name, word) {
				b.into.note("xlsx", word+" in "+part.Name)
			}
		}
		for _, t := range strings.Split(text, "<t")[1:] {
			if t[0] == '>' || t[0] == ' ' {
				b.into.cells++
			}
		}
	}
	return nil
}
