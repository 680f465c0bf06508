package term

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hadir/model/date"
)

// terms gives the terms of a text, by position, in one string.
func terms(text string) string {
	var b strings.Builder
	pos := 0
	for _, t := range new(Analyzer).Append(nil, text) {
		if t.Pos != pos {
			b.WriteString(" |")
			pos = t.Pos
		}
		b.WriteString(" " + string(t.Term))
	}
	return strings.TrimSpace(b.String())
}

func TestAnalyze(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "",
		"... -- !?":                   "",
		"Pembuatan paspor":            "pembuatan +buat | paspor",
		"PASSPORT umroh":              "passport +paspor | umroh +umrah",
		"desa-desa":                   "desa-desa +desa",
		"Undang-undang":               "undang-undang #uu",
		"non-prosedural":              "non #nonprosedural | prosedural",
		"non prosedural":              "non #nonprosedural | prosedural",
		"Pekerja Migran Indonesia":    "pekerja +kerja #pmi | migran | indonesia",
		"calon pekerja migran":        "calon #cpmi | pekerja +kerja #pmi | migran",
		"calo TPPO":                   "calo | tppo",
		"perijinan":                   "perijinan +izin",
		"No. HP":                      "no +nomor | hp +ponsel",
		"Rp150.000":                   "rp | 150000",
		"1.301 kasus":                 "1301 | kasus",
		"pukul 09.00":                 "pukul | 9 | 0",
		"UU 18/2017":                  "uu | 18 #18/2017 | 2017",
		"Nomor 18 Tahun 2017":         "nomor | 18 #18/2017 | tahun | 2017",
		"28 Agustus 2023":             "28 #20230828 | agustus | 2023",
		"2023-08-28":                  "2023 #20230828 | 8 | 28",
		"28/08/2023":                  "28 #20230828 | 8 | 2023",
		"28/8/2023/1":                 "28 | 8 | 2023 | 1",
		"IMI-GR.01.01-0252":           "imi | gr | 1 | 1 | 0252",
		"P3MI, BP2MI":                 "p3mi | bp2mi",
		"Jum'at Ma’ruf café":          "jumat | maruf | cafe",
		"a\u202eb\x00c":               "ab | c",
		"kata\xffkata":                "kata | kata",
		"sepuluh tahunan":             "sepuluh +10 | tahunan +tahun",
		strings.Repeat("panjang", 20): strings.Repeat("panjang", 20)[:64],
	} {
		if got := terms(text); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestBothWays holds that each finds a text that only has the other, and that what the law tells apart stays apart.
func TestBothWays(t *testing.T) {
	a := new(Analyzer)
	finds := func(query, text string) bool {
		q := a.Parse(query, date.Date{}, false)
		return len(a.Marks(text, &q)) > 0
	}
	for _, pair := range [][2]string{
		{"membuat paspor", "Pembuatannya"},
		{"PMI", "para pekerja migran Indonesia"},
		{"PMI", "TKI"},
		{"CPMI", "calon PMI"},
		{"TPPO", "perdagangan orang"},
		{"paspor", "passport"},
		{"umrah", "umroh"},
		{"izin", "ijin"},
		{"nomor", "no."},
		{"nomor", "nomer"},
		{"telepon", "telpon"},
		{"aktivitas", "aktifitas"},
		{"kuitansi", "kwitansi"},
		{"risiko", "resiko"},
		{"miliar", "milyar"},
		{"nonprosedural", "non-prosedural"},
		{"nonprosedural", "non prosedural"},
		{"kades", "kepala desa"},
		{"KTP", "kartu tanda penduduk"},
		{"NIK", "nomor induk kependudukan"},
		{"wna", "orang asing"},
		{"KBRI", "kedutaan besar"},
		{"18/2017", "Nomor 18 Tahun 2017"},
		{"2023-08-28", "28 Agustus 2023"},
		{"documents", "document"},
		{"10", "sepuluh"},
		{"calo", "sponsor"},
		{"kupil", "mengupil"},
	} {
		if !finds(pair[0], pair[1]) {
			t.Errorf("%q does not find %q", pair[0], pair[1])
		}
		if !finds(pair[1], pair[0]) {
			t.Errorf("%q does not find %q", pair[1], pair[0])
		}
	}
	for _, pair := range [][2]string{
		{"kades", "lurah"},
		{"prosedural", "nonprosedural"},
		{"undangan", "undang-undang"},
		{"tahu", "tahun"},
		{"PMI", "CPMI"},
		{"makan", "main"},
		{"yang", "paspor"},
	} {
		for _, p := range [][2]string{pair, {pair[1], pair[0]}} {
			if q := a.Parse(p[0], date.Date{}, false); len(a.Marks(p[1], &q)) > 0 {
				t.Errorf("%q finds %q", p[0], p[1])
			}
		}
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, text := range []string{"", "Rp150.000 desa-desa", "28/8/2023", "\u202eSalam \xff", "e-e-e", "0-0/0.000.0000", "Ma’’’’", "½ ﷺ ①"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := new(Analyzer)
		tokens := a.Append(nil, text)
		again := a.Append(nil, text)
		if !slices.Equal(tokens, again) {
			t.Fatal("another time gives another answer")
		}
		start, pos := 0, 0
		for _, k := range tokens {
			switch {
			case k.Term.Text() == "" || len(k.Term) > 3*longestWord:
				t.Errorf("term %q", k.Term)
			case k.Start < start || k.Pos < pos || k.Pos > pos+1:
				t.Errorf("%+v is out of order", k)
			case k.Start >= k.End || k.End > len(text):
				t.Errorf("%+v is no part of the text", k)
			case !utf8.ValidString(string(k.Term)):
				t.Errorf("%+v is no text", k)
			}
			start, pos = k.Start, k.Pos
		}
	})
}

// note is of the length of a question with its answer, 400 bytes.
const note = "Apakah benar paspor untuk calon PMI gratis? Ya, untuk pertama kali: tarif Rp0 bagi calon PMI untuk paspor biasa " +
	"nonelektronik. Syarat pembuktiannya ditanyakan ke kantor imigrasi sebelum datang. Menurut SE Dirjen Imigrasi (28 Agustus 2023) " +
	"rekomendasi kementerian/lembaga tidak diperlukan sebagai syarat paspor untuk magang, haji/umrah, dan calon pekerja migran " +
	"Indonesia; tanyakan sebelum berangkat."

func BenchmarkAppend(b *testing.B) {
	a := new(Analyzer)
	dst := a.Append(nil, note)
	b.ReportAllocs()
	b.SetBytes(int64(len(note)))
	for b.Loop() {
		dst = a.Append(dst[:0], note)
	}
}

func BenchmarkFirst(b *testing.B) {
	for b.Loop() {
		new(Analyzer).Append(nil, note)
	}
}
