package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// hostile are the kinds of text that reach a terminal or a database from imports, pastes, bundles and file names, with
// what is stored as one line, what is noted, and what is shown when nobody cleaned it.
var hostile = []struct {
	name, in, line string
	notes          Notes
	safe           string
}{
	{"colour", "\x1b[31mRed\x1b[0m Name", "Red Name", Escape, "␛[31mRed␛[0m Name"},
	{"link", "\x1b]8;;http://x\x1b\\Budi\x1b]8;;\x1b\\", "Budi", Escape, "␛]8;;http://x␛\\Budi␛]8;;␛\\"},
	{"dcs", "a\x1bP1$q\"p\x1b\\b", "ab", Escape, "a␛P1$q\"p␛\\b"},
	{"apc", "a\x1b_G\x1b\\b", "ab", Escape, "a␛_G␛\\b"},
	{"pm", "a\x1b^x\x1b\\b", "ab", Escape, "a␛^x␛\\b"},
	{"sos", "a\x1bXx\x1b\\b", "ab", Escape, "a␛Xx␛\\b"},
	{"c1 csi", "a\u009b31mb", "ab", Escape, "a\uFFFD31mb"},
	{"c1 osc", "a\u009d0;judul\u009cb", "ab", Escape, "a\uFFFD0;judul\uFFFDb"},
	{"raw c1", "a\x9b31mb", "a\uFFFD31mb", Invalid, "a\uFFFD31mb"},
	{"clipboard", "a\x1b]52;c;aGk=\ab", "ab", Escape, "a␛]52;c;aGk=␇b"},
	{"title", "a\x1b]0;judul\ab", "ab", Escape, "a␛]0;judul␇b"},
	{"endless osc", "Budi \x1b]0;Sri Lestari", "Budi ]0;Sri Lestari", Escape, "Budi ␛]0;Sri Lestari"},
	{"endless csi", "Budi\x1b[31", "Budi[31", Escape, "Budi␛[31"},
	{"osc over lines", "a\x1b]0;b\nc\x07d", "a]0;b cd", Escape | LineBreak | Control, "a␛]0;b c␇d"},
	{"question", "a\x1b[6nb", "ab", Escape, "a␛[6nb"},
	{"reset", "a\x1bcb", "ab", Escape, "a␛cb"},
	{"alternate screen", "a\x1b[?1049lb", "ab", Escape, "a␛[?1049lb"},
	{"cursor", "a\x1b[10;1Hb", "ab", Escape, "a␛[10;1Hb"},
	{"character set", "a\x1b(0b", "ab", Escape, "a␛(0b"},
	{"split escape", "a\x1b\x1b[0m[31mb", "a[31mb", Escape, "a␛␛[0m[31mb"},
	{"line breaks", "a\r\nb\vc\fd\te\u0085f\u2028g\u2029h", "a b c d e f g h", LineBreak, "a b c d e f g h"},
	{"nul", "a\x00b\x7fc", "abc", Control, "a␀b␡c"},
	{"reordering", "\u202egnp.exe\u2066x\u2069\u200f\u061c", "gnp.exex", Bidi, "gnp.exex"},
	{"zero width", "Su\u200bya\ufefftno\u2060", "Suyatno", Hidden, "Suyatno"},
	{"tags", "Budi\U000E0041\U000E007F", "Budi", Hidden, "Budi"},
	{"fillers", "Bu\u3164di\u115f\u1160\uffa0", "Budi", Hidden, "Budi"},
	{"soft hyphen", "Su\u00adyatno", "Suyatno", Hidden, "Suyatno"},
	{"joiner between latin", "Su\u200dyat\u200cno", "Suyatno", Hidden, "Suyatno"},
	{"joiner in persian", "می\u200cخواهم", "می\u200cخواهم", 0, "می\u200cخواهم"},
	{"joiner in sinhala", "ශ්\u200dරී", "ශ්\u200dරී", 0, "ශ්\u200dරී"},
	{"joiner at the end", "می\u200c", "می", Hidden, "می"},
	{"zalgo", "Z" + strings.Repeat("\u0335", 200) + "a", "Z\u0335\u0335\u0335\u0335a", Marks, "Z\u0335\u0335\u0335\u0335a"},
	{"mark first", "\u0301Budi", "Budi", Marks, "Budi"},
	{"broken utf-8", "Caf\xe9 \xed\xa0\x80x", "Caf\uFFFD \uFFFDx", Invalid, "Caf\uFFFD \uFFFDx"},
	{"noncharacter", "a\ufffeb", "a\uFFFDb", Invalid, "a\uFFFDb"},
	{"spaces", "\u00a0 Sri\u00a0\u00a0 Lestari\u3000", "Sri Lestari", 0, "  Sri   Lestari "},
	{"braille blank", "\u2800", "", 0, " "},
	{"decomposed", "Rene\u0301", "René", 0, "Rene\u0301"},
	{"accent behind a zero width", "Rene\u200b\u0301", "René", Hidden, "Rene\u0301"},
	{"homoglyph", "Budi Sаntoso", "Budi Sаntoso", 0, "Budi Sаntoso"},
	{"curly quotes in the wrong code", "â\u0080\u009csatuâ\u0080\u009d dua â\u0080\u009c", "âsatuâ dua â", Control, "â\uFFFD\uFFFDsatuâ\uFFFD\uFFFD dua â\uFFFD\uFFFD"},
	{"formula", "=cmd|'/c calc'!A1", "=cmd|'/c calc'!A1", 0, "=cmd|'/c calc'!A1"},
}

func TestLine(t *testing.T) {
	for _, c := range hostile {
		got, notes := Line(c.in)
		if got != c.line || notes != c.notes {
			t.Errorf("%s: Line(%q) = %q, %b; want %q, %b", c.name, c.in, got, notes, c.line, c.notes)
		}
	}
}

func TestSafe(t *testing.T) {
	for _, c := range hostile {
		if got := Safe(c.in); got != c.safe {
			t.Errorf("%s: Safe(%q) = %q; want %q", c.name, c.in, got, c.safe)
		}
	}
}

func TestBlock(t *testing.T) {
	for _, c := range []struct {
		in, want string
		notes    Notes
	}{
		{"satu\r\ndua\rtiga\u2028empat", "satu\ndua\ntiga\nempat", 0},
		{"\n\n  - pokok  \n\t- anak\n\n", "  - pokok\n    - anak", 0},
		{"keluarga 👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3", "keluarga 👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3", 0},
		{"a\ufe0fb", "ab", Hidden},
		{"a\n\u0301b", "a\nb", Marks},
		{"\x1b[2Ja\x1b]0;x\nb\a", "a]0;x\nb", Escape | Control},
		{"\ufe0f\u20e3", "", Hidden | Marks},
	} {
		if got, notes := Block(c.in); got != c.want || notes != c.notes {
			t.Errorf("Block(%q) = %q, %b; want %q, %b", c.in, got, notes, c.want, c.notes)
		}
	}
}

func TestLimits(t *testing.T) {
	long, notes := Line(strings.Repeat("宽", 1<<18))
	if n := utf8.RuneCountInString(long); n != LineLimit || !notes.Has(Shortened) || !strings.HasSuffix(long, "宽…") {
		t.Errorf("Line of 2^18 wide characters: %d code points, notes %b", n, notes)
	}
	long, notes = Block(strings.Repeat("kata ", 1<<20))
	if n := utf8.RuneCountInString(long); n > BlockLimit || !notes.Has(Shortened) || !strings.HasSuffix(long, "a…") {
		t.Errorf("Block of 5 MiB: %d code points, notes %b", n, notes)
	}
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"Suyatno", 7, "Suyatno"},
		{"Suyatno", 4, "Suy…"},
		{"Sri Lestari", 5, "Sri…"},
		{"aé\u0301\u0302b", 4, "a…"},
		{"a👨\u200d👩\u200d👧", 5, "a…"},
		{"Suyatno", 1, "…"},
		{"Suyatno", 0, ""},
	} {
		if got, cut := Cut(c.in, c.n); got != c.want || cut != (c.want != c.in) {
			t.Errorf("Cut(%q, %d) = %q, %v; want %q", c.in, c.n, got, cut, c.want)
		}
	}
}

func TestCleanCostsNothing(t *testing.T) {
	for _, s := range []string{"H. Suyatno, S.H.", "Siti Ma’rufah", "Desa Punjulharjo – Rembang", "عبد الله"} {
		if n := testing.AllocsPerRun(100, func() { Safe(s) }); n != 0 {
			t.Errorf("Safe(%q) allocates %v times", s, n)
		}
	}
	if n := testing.AllocsPerRun(100, func() { Line("H. Suyatno, S.H.") }); n != 0 {
		t.Errorf("Line of a clean name allocates %v times", n)
	}
}

// foreign returns the first thing in s that no terminal or database may get.
func foreign(s string, lines bool) (rune, bool) {
	for _, r := range s {
		if r == '\n' && lines {
			continue
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == 0x2028 || r == 0x2029 || r == 0xFEFF {
			return r, true
		}
	}
	return 0, !utf8.ValidString(s)
}

// check holds what must be true of any text at all.
func check(t interface {
	Helper()
	Fatalf(string, ...any)
}, in string,
) {
	t.Helper()
	line, _ := Line(in)
	block, _ := Block(in)
	safe := Safe(in)
	for name, s := range map[string]string{"Line": line, "Safe": safe, "Block": block} {
		if r, bad := foreign(s, name == "Block"); bad {
			t.Fatalf("%s(%q) = %q lets %U through", name, in, s, r)
		}
	}
	again, notes := Line(line)
	if again != line || notes != 0 {
		t.Fatalf("Line(%q) = %q, but Line of that = %q, %b", in, line, again, notes)
	}
	if again, notes := Block(block); again != block || notes != 0 {
		t.Fatalf("Block(%q) = %q, but Block of that = %q, %b", in, block, again, notes)
	}
	if !norm.NFC.IsNormalString(line) || !norm.NFC.IsNormalString(block) {
		t.Fatalf("Line or Block of %q is not composed", in)
	}
	if Safe(safe) != safe || Safe(line) != line {
		t.Fatalf("Safe changes clean text made from %q: %q, %q", in, Safe(safe), Safe(line))
	}
	for row := range strings.SplitSeq(block, "\n") {
		if Safe(row) != row {
			t.Fatalf("Safe changes a row of a clean block: %q", row)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, c := range hostile {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, in string) { check(t, in) })
}

// TestCleanHolds mixes the pieces that escape sequences, clusters and compositions are made of, far denser than bytes at
// random would.
func TestCleanHolds(t *testing.T) {
	pieces := []string{
		"\x1b", "[", "]", "31", "m", ";", "\a", "\\", "P", "\u009b", "\u009d", "\u009c", "\x9b", "\xff", "\r", "\n", "\t", " ", "\u00a0", "\x00",
		"a", "e", "ක", "ර", "්", "م", "ك", "👩", "❤", "1", "\u20e3", "\ufe0f", "\u200d", "\u200c", "\u200b", "\u202e", "\u0301", "\u0323", "\u0344",
		"\u0958", "\U0001D15E", "\u1100", "\u1161", "\u11a8", "\u2126", "\ufffd", "\ufffe", "…", "\u0f71\u0f72", "\u09c7", "\u09be",
	}
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "parts")
		check(t, strings.Join(parts, ""))
	})
}

func BenchmarkLine(b *testing.B) {
	for name, s := range map[string]string{"ascii": "Drs. H. Suyatno, S.H., M.Si.", "quote": "Siti Ma’rufah", "hostile": "\x1b[31mRed\x1b[0m  Name"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Line(s)
			}
		})
	}
}

func BenchmarkSafe(b *testing.B) {
	for name, s := range map[string]string{"ascii": "Drs. H. Suyatno, S.H., M.Si.", "quote": "Siti Ma’rufah"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Safe(s)
			}
		})
	}
}
