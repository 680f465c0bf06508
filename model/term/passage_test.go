package term

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// marked writes a text with its marks in brackets.
func marked(text string, marks []Span) string {
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(text[at:m.Start] + "[" + text[m.Start:m.End] + "]")
		at = m.End
	}
	return b.String() + text[at:]
}

func TestMarks(t *testing.T) {
	for _, c := range []struct{ typed, text, want string }{
		{"membuat paspor ", "Pembuatan Paspor di sana", "[Pembuatan] [Paspor] di sana"},
		{"pas", "Paspor, pasal, dan visa", "[Paspor], [pasal], dan visa"},
		{"PMI ", "para Pekerja Migran Indonesia, TKI", "para [Pekerja Migran Indonesia], [TKI]"},
		{"pekerja migran ", "PMI dan pekerja lain", "[PMI] dan [pekerja] lain"},
		{`"tanda tangan" `, "tangan, tanda tangan", "tangan, [tanda tangan]"},
		{`"surat yang sah`, "surat yang sah", "[surat yang sah]"},
		{"paspor -umrah ", "umrah paspor", "umrah [paspor]"},
		{"uu 18/2017 ", "Undang-Undang Nomor 18 Tahun 2017", "[Undang-Undang] Nomor [18 Tahun 2017]"},
		{"yang paspor ", "yang baru", "yang baru"},
		{"maruf ", "K.H. Ma’ruf", "K.H. [Ma’ruf]"},
		{"", "apa saja", "apa saja"},
	} {
		a := new(Analyzer)
		q := a.Parse(c.typed, today(), true)
		if got := marked(c.text, a.Marks(c.text, &q)); got != c.want {
			t.Errorf("%q: %s, want %s", c.typed, got, c.want)
		}
	}
}

func TestPassage(t *testing.T) {
	text := "Pada awal acara ketua panitia membuka kegiatan.\nKemudian ditanyakan bagaimana permohonan paspor yang ditunda dapat diajukan kembali, " +
		"dan petugas menjelaskan bahwa penundaan bukan penolakan. Acara ditutup dengan doa bersama."
	for _, c := range []struct {
		typed string
		width int
		want  string
	}{
		{"menunda paspor ", 60, "…permohonan [paspor] yang [ditunda] dapat diajukan kembali, dan…"},
		{"doa ", 40, "…Acara ditutup dengan [doa] bersama."},
		{"tiada ", 30, "Pada awal acara ketua panitia…"},
		{"panitia kemudian ", 200, "Pada awal acara ketua [panitia] membuka kegiatan. [Kemudian] ditanyakan"},
		{"paspor ", 3, "…[pas]…"},
	} {
		a := new(Analyzer)
		q := a.Parse(c.typed, today(), true)
		p := a.Passage(text, &q, c.width)
		got := marked(p.Text, p.Marks)
		if p.Before {
			got = "…" + got
		}
		if p.After {
			got += "…"
		}
		if !strings.HasPrefix(got, c.want) || c.width < 100 && got != c.want {
			t.Errorf("%q in %d:\n got %s\nwant %s", c.typed, c.width, got, c.want)
		}
	}
}

func FuzzPassage(f *testing.F) {
	f.Add("Pembuatan paspor\ndi sana", "membuat pas", 10)
	f.Add("ééé ééé ééé\xff", "eee", 4)
	f.Add("desa-desa pekerja migran indonesia", `"migran indonesia" pmi`, 1)
	f.Add("\n\n a \n", "a", 1)
	f.Fuzz(func(t *testing.T, text, typed string, width int) {
		width = min(max(width, -1), 300)
		a := new(Analyzer)
		q := a.Parse(typed, today(), true)
		check := func(text string, marks []Span) {
			end := -1
			for _, m := range marks {
				if m.Start <= end || m.Start >= m.End || m.End > len(text) || !boundary(text, m.Start) || !boundary(text, m.End) {
					t.Fatalf("mark %v of %q", m, text)
				}
				end = m.End
			}
		}
		check(text, a.Marks(text, &q))
		p := a.Passage(text, &q, width)
		check(p.Text, p.Marks)
		if n := utf8.RuneCountInString(p.Text); n > max(width, 1) {
			t.Errorf("%d characters in a width of %d", n, width)
		}
		if p.Text != oneLine(text[p.Start:p.Start+len(p.Text)]) || !boundary(text, p.Start) || !boundary(text, p.Start+len(p.Text)) {
			t.Errorf("%q is no part of %q", p.Text, text)
		}
		if p.Text == "" && strings.Trim(text, " \t\r\n") != "" {
			t.Errorf("nothing of %q", text)
		}
	})
}

// boundary says whether a place in a text lies between characters.
func boundary(text string, at int) bool {
	return at == len(text) || utf8.RuneStart(text[at]) || !utf8.ValidString(text)
}

func BenchmarkPassage(b *testing.B) {
	a := new(Analyzer)
	q := a.Parse("biaya pembuatan paspor calon pekerja migran", today(), false)
	b.ReportAllocs()
	for b.Loop() {
		a.Passage(note, &q, 100)
	}
}

func BenchmarkParse(b *testing.B) {
	a := new(Analyzer)
	b.ReportAllocs()
	for b.Loop() {
		a.Parse("biaya pembuatan paspor calon pekerja migran", today(), true)
	}
}
