package paper

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"hadir/model"
	"hadir/model/date"
)

// writers are the four formats by the ending of their files.
func writers() map[string]func(io.Writer, Paper) error {
	return map[string]func(io.Writer, Paper) error{
		".docx": DOCX, ".xlsx": XLSX, ".md": Markdown,
		".pdf": func(w io.Writer, p Paper) error { _, err := PDF(w, p); return err },
	}
}

func written(t testing.TB, write func(io.Writer, Paper) error, p Paper) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, p); err != nil && !errors.Is(err, ErrNoTable) {
		t.Fatalf("%s: %v", p.Name, err)
	}
	return b.Bytes()
}

// hostile are facts whose every text is what nobody should write into a document.
func hostile(t testing.TB) Facts {
	f := sampleFacts(t)
	long := strings.Repeat("panjangsekali", 25)[:300]
	for i, name := range []string{
		"=cmd|'/c calc'!A1", `A & B <w:p> "x" ]]>`, long, "عبد الله", "Budi 😀", "nol\x00bel\x07l", "\u202Eterbalik", "_x0041_ _x000D_", "a|b*c_d`e",
		"ＦＵＬＬ width", "+62810", "ꦗꦮ", strings.Repeat("kata ", 60), "U+FFFE\uFFFE", "baris\nbaru", "שלום", "𝐓ebal", "\x1b[31mmerah",
	} {
		f.Guests[i].Name = name
		f.Questions = append(f.Questions, model.Question{ID: sampleID("q", 100+i), No: 100 + i, Text: name, Asker: name, Status: model.QuestionOpen})
	}
	f.Questions = append(f.Questions, model.Question{ID: sampleID("q", 200), No: 200, Text: "panjang", Status: model.QuestionAnswered, Answers: []model.Answer{{Text: strings.Repeat("Jawaban yang sangat panjang sekali. ", 400)}}})
	f.Event.Theme = `Tema & <"aneh"> ` + "\x0b" + long
	f.Office.Head = append(f.Office.Head, HeadLine{Text: `Kop & <rusak> عبد`})
	f.Office.Logo = []byte("no picture at all")
	return f
}

// empties are the facts of an event of which nobody wrote anything.
func empties() Facts { return Facts{} }

func everyFacts(t testing.TB) map[string]Facts {
	wide := sampleFacts(t)
	wide.NIK, wide.Office.Size, wide.Draft = true, F4, true
	public := sampleFacts(t)
	public.Public = true
	return map[string]Facts{"sample": sampleFacts(t), "hostile": hostile(t), "empty": empties(), "wide": wide, "public": public}
}

// TestDocuments holds every DOCX and XLSX to the order of elements.
func TestDocuments(t *testing.T) {
	for name, f := range everyFacts(t) {
		t.Run(name, func(t *testing.T) {
			for _, p := range samplePapers(t, f) {
				checkPackage(t, written(t, DOCX, p))
				if len(sheetsOf(p)) > 0 {
					checkPackage(t, written(t, XLSX, p))
				}
			}
		})
	}
}

// TestSameBytes holds every writer to the same bytes for the same paper.
func TestSameBytes(t *testing.T) {
	for name, f := range everyFacts(t) {
		first, again := samplePapers(t, f), samplePapers(t, f)
		for i := range first {
			for ext, write := range writers() {
				if !bytes.Equal(written(t, write, first[i]), written(t, write, again[i])) {
					t.Errorf("%s: %s%s differs from itself", name, first[i].Name, ext)
				}
			}
		}
	}
}

func TestDocumentHasWhatOfficesNeed(t *testing.T) {
	list := samplePapers(t, sampleFacts(t))[0]
	z, err := zip.NewReader(bytes.NewReader(written(t, DOCX, list)), int64(len(written(t, DOCX, list))))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, _ := f.Open()
		b, _ := io.ReadAll(r)
		all[f.Name] = string(b)
		if !f.Modified.Equal(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%s was modified %v", f.Name, f.Modified)
		}
	}
	for part, wants := range map[string][]string{
		"word/document.xml": {`<w:tblHeader/>`, `<w:cantSplit/>`, `w:hRule="atLeast"`, `<w:titlePg/>`, `xml:space="preserve"`, `<w:pageBreakBefore/>`, `r:embed="rIdPicture1"`, "19860926 201505 1 001"},
		"word/styles.xml":   {`<w:lang w:val="id-ID"`, `w:val="heading 1"`},
		"word/header2.xml":  {` PAGE `, `- </w:t>`, "DATA CONTOH"},
		"word/header1.xml":  {"DATA CONTOH"},
		"word/footer1.xml":  {` NUMPAGES `, "Memuat data pribadi"},
		"docProps/core.xml": {"Daftar Hadir", "<dc:language>id-ID"},
	} {
		for _, want := range wants {
			if !strings.Contains(all[part], want) {
				t.Errorf("%s has no %s", part, want)
			}
		}
	}
	if strings.Contains(all["word/header1.xml"], "PAGE") {
		t.Error("the first page is numbered")
	}
}

// TestWorkbook reads back what was written, as others will.
func TestWorkbook(t *testing.T) {
	f := hostile(t)
	f.NIK = true
	f.Guests[1].NIK = "3317100505850000"
	f.Guests[1].Phone = "+6281000071234"
	list, minutes := samplePapers(t, f)[0], samplePapers(t, f)[1]
	book, err := excelize.OpenReader(bytes.NewReader(written(t, XLSX, list)))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("Peserta", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := rows[0]; !slices.Equal(got, []string{"No", "Nama", "Jabatan", "Instansi/Alamat", "No. HP", "NIK", "Tanda tangan"}) {
		t.Errorf("header %q", got)
	}
	if rows[1][1] != "=cmd|'/c calc'!A1, S.STP., M.Si." || rows[2][5] != "3317100505850000" || !strings.HasPrefix(rows[2][4], "0810") {
		t.Errorf("rows %q %q", rows[1], rows[2])
	}
	for i, name := range []string{4: "عبد الله", 5: "Budi 😀", 8: "_x0041_ _x000D_"} {
		if name != "" && !strings.Contains(rows[i][1], name) {
			t.Errorf("row %d: %q, want %q", i, rows[i][1], name)
		}
	}
	if formula, _ := book.GetCellFormula("Peserta", "B2"); formula != "" {
		t.Errorf("a name is computed: %s", formula)
	}
	if kind, _ := book.GetCellType("Peserta", "B2"); kind != excelize.CellTypeInlineString {
		t.Errorf("a name is of type %v", kind)
	}
	panes, err := book.GetPanes("Peserta")
	if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.TopLeftCell != "A2" {
		t.Errorf("panes %+v, %v", panes, err)
	}
	book, err = excelize.OpenReader(bytes.NewReader(written(t, XLSX, minutes)))
	if err != nil {
		t.Fatal(err)
	}
	raw, _ := book.GetCellValue("Tindak lanjut", "D2", excelize.Options{RawCellValue: true})
	shown, _ := book.GetCellValue("Tindak lanjut", "D2")
	if raw != "45258" || shown != "28/11/2023" {
		t.Errorf("the date is %q, shown as %q", raw, shown)
	}
	if names := book.GetDefinedName(); len(names) == 0 || names[0].RefersTo != "'Tanya jawab'!$1:$1" {
		t.Errorf("print titles %v", names)
	}
}

func TestSerial(t *testing.T) {
	for day, want := range map[date.Date]int{{Year: 1900, Month: 3, Day: 1}: 61, {Year: 2023, Month: 11, Day: 21}: 45251, {Year: 2024, Month: 2, Day: 29}: 45351} {
		if got := serial(day); got != want {
			t.Errorf("%v is %d, want %d", day, got, want)
		}
	}
}

func TestSheetName(t *testing.T) {
	taken := map[string]bool{}
	for _, c := range [][2]string{
		{"Peserta", "Peserta"},
		{"PESERTA", "PESERTA (2)"},
		{"a/b:c", "a-b-c"},
		{"'x'", "x"},
		{"", "1"},
		{strings.Repeat("x", 40), strings.Repeat("x", 30) + "…"},
	} {
		if got := sheetName(c[0], taken); got != c[1] {
			t.Errorf("%q is %q, want %q", c[0], got, c[1])
		}
	}
}

// TestNothingBlank holds a PDF to a visible sign for every character that its font lacks, and to telling which those are.
func TestNothingBlank(t *testing.T) {
	f, err := newFaces()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, out string }{
		{"Siti Ma’rufah – “kutipan” …", "Siti Ma’rufah – “kutipan” …"},
		{"Ǵ Ж Ω", "Ǵ Ж Ω"},
		{"ＦＵＬＬ", "FULL"},
		{"𝐓ebal", "Tebal"},
		{"😀", "□"},
		{"عبد", "□□□"},
		{"שלום", "□□□□"},
		{"ꦗꦮ", "□□"},
		{"a\U0001F468\u200D\U0001F469b", "a□□b"},
	} {
		for _, face := range []*face{f.regular, f.bold} {
			if got := face.printable(c.in, func(rune) {}); got != c.out {
				t.Errorf("%q is printed as %q, want %q", c.in, got, c.out)
			}
		}
	}
	for r := rune(' '); r < 0x17f; r++ {
		if (r < 0x7f || r > 0xa0) && (!f.regular.has(r) || !f.bold.has(r)) && r != 0x149 {
			t.Errorf("the font lacks %U", r)
		}
	}
	if !f.regular.has(missing) || !f.bold.has(missing) {
		t.Error("the font lacks the box itself")
	}
	var b bytes.Buffer
	lost, err := PDF(&b, Paper{Body: []Block{Para{Runs: Text("عبد Budi 😀 ع")}}})
	if err != nil || !slices.Equal(lost, []rune{'ب', 'د', 'ع', '😀'}) {
		t.Errorf("lost %q, %v", lost, err)
	}
}

// TestWidthsAgree holds our own reading of the font to that of the PDF's library.
func TestWidthsAgree(t *testing.T) {
	d, err := newPress(Paper{})
	if err != nil {
		t.Fatal(err)
	}
	d.open()
	for _, s := range []string{"Selasa, 21 November 2023", "ÀÉ – ß Ж", "WIMAW.iil"} {
		d.hand = ""
		d.text(0, 0, Run{Text: s}, 11)
		got, want := d.set.faces.regular.width(s, 11), d.pdf.GetStringWidth(s)
		if got-want > 0.05 || want-got > 0.05 {
			t.Errorf("%q is %.3f wide, the library says %.3f", s, got, want)
		}
	}
}

// tool finds a program that looks at papers; without it the test is skipped in words.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed: the papers were not opened with it", name)
	}
	return path
}

// TestPDFReads takes the text out of the PDFs as others will.
func TestPDFReads(t *testing.T) {
	pdftotext := tool(t, "pdftotext")
	papers := samplePapers(t, sampleFacts(t))
	text := make([]string, 2)
	for i := range 2 {
		path := filepath.Join(t.TempDir(), "x.pdf")
		if err := os.WriteFile(path, written(t, writers()[".pdf"], papers[i]), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(pdftotext, "-layout", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		text[i] = string(out)
	}
	for i, wants := range [][]string{
		{"DAFTAR HADIR", "Lembar", "1 dari 5", "Hj. Titik Adiningsih", "17", "Nanang Romadhon", "Jumlah diundang 49", "Kota Contoh, 21 November 2023", "NIP 19860926 201505 1 001", "DAFTAR HADIR NARASUMBER", "Pembicara Satu"},
		{"NOTULA", "Hari, tanggal", ": Selasa, 21 November 2023", "A. Jalannya kegiatan", "B. Tanya jawab", "Sutrisno", "C. Kesimpulan", "D. Tindak lanjut", "Mengetahui,"},
	} {
		rest := strings.Join(strings.Fields(text[i]), " ")
		for _, want := range wants {
			_, after, ok := strings.Cut(rest, want)
			if !ok {
				t.Errorf("%q is not found in its place", want)
				continue
			}
			rest = after
		}
	}
	for n, page := range strings.Split(strings.TrimSuffix(text[0], "\f"), "\f") {
		if !strings.Contains(page, "Tanda tangan") {
			t.Errorf("page %d has no header row", n+1)
		}
		if n > 0 && !strings.Contains(page, "- "+string(rune('1'+n))+" -") && !strings.Contains(page, "-"+string(rune('1'+n))+"-") {
			t.Errorf("page %d has no number", n+1)
		}
	}
	if strings.Contains(text[1], "RAHASIA") {
		t.Error("what is internal stands in the minutes")
	}
}

// TestLibreOfficeOpens converts the papers, also those with hostile texts.
func TestLibreOfficeOpens(t *testing.T) {
	soffice := tool(t, "soffice")
	if testing.Short() {
		t.Skip("short: LibreOffice takes seconds")
	}
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")), "--headless", "--convert-to", "pdf", "--outdir", dir}
	var names []string
	put := func(p Paper, ext string) {
		name := filepath.Join(dir, string(rune('a'+len(names)))+ext)
		if err := os.WriteFile(name, written(t, writers()[ext], p), 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	for _, p := range samplePapers(t, sampleFacts(t)) {
		put(p, ".docx")
	}
	for _, p := range samplePapers(t, hostile(t))[:2] {
		put(p, ".docx")
		put(p, ".xlsx")
	}
	if out, err := exec.Command(soffice, append(args, names...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if pdfinfo, err := exec.LookPath("pdfinfo"); err == nil {
		out, err := exec.Command(pdfinfo, filepath.Join(dir, "a.pdf")).Output()
		if err != nil || !strings.Contains(string(out), "Pages:           5\n") {
			t.Errorf("the attendance list's five sheets are not five pages to LibreOffice: %s %v", out, err)
		}
	}
	for _, name := range names {
		if _, err := os.Stat(strings.TrimSuffix(name, filepath.Ext(name)) + ".pdf"); err != nil {
			t.Errorf("%s was not converted", filepath.Base(name))
		}
	}
}

// TestMarkdownCells holds tables together whatever a cell says.
func TestMarkdownCells(t *testing.T) {
	var b bytes.Buffer
	if err := Markdown(&b, Paper{Body: []Block{Table{Columns: []Column{{Head: "a|b"}, {Head: "c"}}, Rows: []Row{{Cells: Cells("x|y\nz", "*b* <i> [l](u) `k`")}}}}}); err != nil {
		t.Fatal(err)
	}
	want := "| a\\|b | c |\n| --- | --- |\n| x\\|y<br>z | \\*b\\* \\<i\\> \\[l\\](u) \\`k\\` |\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}

// TestEndsStayTogether looks for a page with signatures and no row of the list that they are for.
func TestEndsStayTogether(t *testing.T) {
	pdftotext := tool(t, "pdftotext")
	for _, n := range []int{1, 13, 14, 15, 16, 17, 18, 30, 32, 34, 36, 38, 49} {
		f := sampleFacts(t)
		f.Guests = f.Guests[:min(n, len(f.Guests))]
		path := filepath.Join(t.TempDir(), "x.pdf")
		if err := os.WriteFile(path, written(t, writers()[".pdf"], PaymentList(indonesian(), f)), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(pdftotext, "-layout", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		for page := range strings.SplitSeq(string(out), "\f") {
			if strings.Contains(page, "Lunas dibayar") && !strings.Contains(page, "Jumlah ") {
				t.Errorf("%d guests: signatures alone on a page", n)
			}
		}
	}
}

// TestLogoIsNoPicture makes the paper without it, and says so.
func TestLogoIsNoPicture(t *testing.T) {
	f := sampleFacts(t)
	f.Office.Logo, f.Office.LogoName = []byte("bukan gambar"), "logo.doc"
	p := Minutes(indonesian(), f)
	var fault *PictureError
	if len(p.Problems) != 1 || !errors.As(p.Problems[0], &fault) || fault.Fault != PictureUnknown || fault.Name != "logo.doc" {
		t.Errorf("problems %v", p.Problems)
	}
	checkPackage(t, written(t, DOCX, p))
}

// TestPrivacy holds papers to what may be told: no internal note, no masked asker, no name in a public copy, no phone unasked.
func TestPrivacy(t *testing.T) {
	f := sampleFacts(t)
	f.Phone = false
	f.Questions[1].Asker, f.Questions[1].From = "Nama Rahasia", "Desa Rahasia"
	text := func(f Facts) string {
		var all strings.Builder
		for _, p := range samplePapers(t, f) {
			all.Write(written(t, Markdown, p))
		}
		return all.String()
	}
	for _, never := range []string{"RAHASIA", "Nama Rahasia", "Desa Rahasia", "0810-0007-2021"} {
		if strings.Contains(text(f), never) {
			t.Errorf("%q is told", never)
		}
	}
	f.Public = true
	public := text(f)
	for _, g := range f.Guests {
		if len(g.Name) > 8 && strings.Contains(public, g.Name) {
			t.Errorf("the public copy names %s", g.Name)
		}
	}
	if !strings.Contains(public, "Pembicara Satu") || strings.Contains(public, "Sri Lestari") {
		t.Error("the public copy lacks a speaker, or names a deputy")
	}
}

// FuzzText puts any text into every format: what is written is well formed, holds the clean text, and is blank nowhere.
func FuzzText(f *testing.F) {
	for _, s := range []string{"=1+1", "a & <b>", "_x0041_", "\x00\x1b[31m", "\uFFFE\u202E عبد 😀", "a|b\nc", strings.Repeat("x", 400), "- 1. #"} {
		f.Add(s)
	}
	letters, err := newFaces()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = s[:min(len(s), 2000)]
		for _, r := range letters.bold.printable(clean(s), func(rune) {}) {
			if r != '\n' && !letters.bold.has(r) {
				t.Fatalf("%U of %q would be blank in a PDF", r, s)
			}
		}
		p := Paper{Title: s, Author: s, Foot: []string{s}, Stamps: []string{s}, Body: []Block{
			Titles{Lines: []string{s}},
			Para{Runs: []Run{{Text: s, Bold: true}, {Text: s}}},
			Fields{Rows: []Field{{s, s}}},
			List{Items: [][]Run{Text(s)}},
			Table{Name: s + "x", Columns: []Column{{Head: s, Width: 1}, {Head: s, Width: 3, Sign: true}}, Rows: []Row{{Cells: Cells(s, s)}}},
			Signs{Place: s, Signers: []Signer{{Post: s, Name: s, NIP: s}}},
		}}
		rules := schema()
		written(t, Markdown, p)
		for _, write := range []func(io.Writer, Paper) error{DOCX, XLSX} {
			b := written(t, write, p)
			z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range z.File {
				r, _ := part.Open()
				content, _ := io.ReadAll(r)
				if err := checkOrder(content, rules); err != nil {
					t.Fatalf("%s of %q: %v", part.Name, s, err)
				}
			}
		}
		book, err := excelize.OpenReader(bytes.NewReader(written(t, XLSX, p)))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := book.GetCellValue(book.GetSheetName(0), "A2"); err != nil || got != clean(s) {
			t.Fatalf("%q is read as %q, %v", clean(s), got, err)
		}
	})
}
