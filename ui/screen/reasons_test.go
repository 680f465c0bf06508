package screen_test

import (
	"errors"
	"strings"
	"testing"

	"hadir/model"
	"hadir/model/name"
	"hadir/model/roster"
	"hadir/model/sheet"
	"hadir/model/text"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// whole fails unless a phrase is a whole sentence in both languages: no key without words, no hole, no code.
func whole(t *testing.T, what string, p lang.Phrase) {
	t.Helper()
	for _, code := range []string{lang.Indonesian, lang.English} {
		said := lang.New(code).Tell(p)
		if said == "" || strings.ContainsAny(said, "[]{}") || strings.Contains(said, "unknown") {
			t.Errorf("%s, %s: %q", what, code, said)
		}
	}
}

func TestEveryFaultOfAFileIsSaid(t *testing.T) {
	details := map[sheet.Fault][]string{
		sheet.FaultBinary: {
			"pdf", "image", "rtf", "archive", "program", "database", "xml", "doc", "docx", "odt", "ppt", "pptx", "ole", "data",
			"numbers", "zip",
		},
		sheet.FaultOldExcel:     {"xls", "xlsb", "xml2003"},
		sheet.FaultOpenDocument: {"ods", "fods"},
		sheet.FaultTooBig:       {"file", "unpacked", "cells"},
	}
	for f := sheet.FaultMissing; f <= sheet.FaultNoSheet; f++ {
		all := details[f]
		if all == nil {
			all = []string{"Lembar1"}
		}
		for _, detail := range all {
			p := screen.FileFault(&sheet.FileError{Fault: f, Path: "/a/undangan.xlsx", Detail: detail, Line: 7})
			whole(t, f.String()+" "+detail, p)
			if said := lang.New(lang.Indonesian).Tell(p); !strings.Contains(said, "undangan.xlsx") || strings.Contains(said, "/a/") {
				t.Errorf("%v does not name the file by its name: %q", f, said)
			}
		}
	}
	whole(t, "storage", screen.FileFault(model.ErrStorage))
	whole(t, "other", screen.FileFault(errors.New("x")))
}

func TestEveryReasonOfARowIsSaid(t *testing.T) {
	for _, r := range []roster.Reason{
		roster.ReasonCleaned, roster.ReasonLong, roster.ReasonZero, roster.ReasonPhones, roster.ReasonLandline,
		roster.ReasonForeign, roster.ReasonPhoneDamaged, roster.ReasonNotPhone, roster.ReasonNIKDamaged, roster.ReasonNIKWrong,
		roster.ReasonNIKOdd, roster.ReasonSex, roster.ReasonCategory, roster.ReasonDistrict, roster.ReasonVillages,
		roster.ReasonNoVillage, roster.ReasonNoName, roster.ReasonOnlyName, roster.ReasonSimilar, roster.ReasonNamesake,
		roster.ReasonAgain, roster.ReasonWalkIn, roster.ReasonRevived, roster.ReasonSeat, roster.ReasonDifferent,
		roster.ReasonOffice, roster.ReasonHeld, roster.ReasonGroup,
	} {
		d := roster.Doubt{
			Line: 5, Reason: r, Value: "minor", Have: "x", OtherName: "Suyatno", OtherLine: 3,
			Cleaned:  text.Escape | text.Control | text.Bidi | text.Hidden | text.Marks | text.Invalid,
			Likeness: name.Likeness{Reasons: []name.Reason{name.SamePhone}},
		}
		whole(t, string(r), screen.Reason(d))
	}
	for _, s := range []roster.Skip{
		roster.SkipTotal, roster.SkipTitle, roster.SkipHeader, roster.SkipNumbering, roster.SkipFooter,
		roster.SkipNoName, roster.SkipGroup, roster.SkipChosen,
	} {
		whole(t, string(s), screen.Skip(s))
	}
	for _, w := range strings.Fields("unknown-province unknown-regency sample sex-differs minor birth-differs") {
		whole(t, w, screen.Reason(roster.Doubt{Reason: roster.ReasonNIKOdd, Value: w + " minor"}))
	}
}

func TestEveryNoteOfATableIsSaid(t *testing.T) {
	for k := sheet.NoteOpenQuote; k <= sheet.NoteOverflow; k++ {
		for f := sheet.FieldNo; f.String() != ""; f++ {
			whole(t, k.String(), screen.Noticed(sheet.Note{Kind: k, Lines: []int{3, 9}, Count: 12, Field: f, Column: 1, Other: 4, Text: "Nama\nlengkap"}))
		}
	}
}

func TestLikenessIsSaid(t *testing.T) {
	for r := name.SameNIK; r <= name.InstitutionDiffers; r++ {
		whole(t, "likeness", screen.Likeness(name.Likeness{Reasons: []name.Reason{r}, OnlyFirst: []string{"H."}}))
	}
	a := name.Known{Name: "H. Suyatno", Village: "Contoh Lor", Phone: "+6281000012340"}
	b := name.Known{Name: "Suyatno", Village: "Contoh Lor", Phone: "+6281000012340"}
	got := lang.New(lang.Indonesian).Tell(screen.Likeness(name.Compare(a, b)))
	if want := `nomor HP sama, nama berbeda pada "H.", desa sama`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
