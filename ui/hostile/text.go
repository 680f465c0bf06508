package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// pieces are what hostile text is made of: sequences to a terminal, characters that hide or turn others, bytes that are no text, and
// beginnings that a spreadsheet computes.
func pieces() []string {
	return []string{
		"\x1b[31m", "\x1b[2J", "\x1b[10;1H", "\x1b[?1049l", "\x1b[6n", "\x1bc", "\x1b(0", "\x1b[?25l", "\x1b[8;1;1t", "\x1b[5i", "\x1b#8", "\x1bZ",
		"\x1b]0;judul\x07", "\x1b]2;judul\x1b\\", "\x1b]52;c;aGFkaXI=\x07", "\x1b]8;;http://contoh.invalid\x1b\\", "\x1b]11;?\x07", "\x1b]4;1;?\x07",
		"\x1bP1$qm\x1b\\", "\x1b_Gf=100;AAAA\x1b\\", "\x1b^x\x1b\\", "\x1bXx\x1b\\", "\x1b]0;tanpa akhir", "\x1b[", "\x1b", "\x1b]",
		"\u009b31m", "\u009d0;judul\u009c", "\u0090x\u009c", "\u0085", "\x9b31m", "\x9d0;judul\x07",
		"\x00", "\x07", "\b\b\b", "\t", "\r", "\n", "\r\n", "\v", "\f", "\x0e", "\x0f", "\x7f", "\u2028", "\u2029",
		"\u202e", "\u202d", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f", "\u061c", "\u200b", "\ufeff", "\u2060", "\u00ad", "\u180e",
		"\u3164", "\u115f", "\uffa0", "\u200d", "\u200c", "\U000E0041", "\U000E007F", "\ufe0f", "\ufff9x\ufffb",
		"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf8\x88\x80\x80\x80", "\xe2\x82", "\xf0\x9f",
		strings.Repeat("\u0301", 40), "a" + strings.Repeat("\u0338", 12), strings.Repeat("漢", 30), "👩\u200d👩\u200d👧", "\u1112\u1161\u11ab",
		"=1+1", "=cmd|' /C calc'!A0", "+62810000", "-1", "@SUM(1)", "＝1+1", "＋1", "'=1", "=HYPERLINK(\"http://contoh.invalid\")", "\t=1", "\r=1",
		"{n}", "{theme|a|b}", "%s%n", "</w:t>", "]]>", "<script>", "&#27;[31m", "\\x1b[31m", "\"", ",", ";", "\"\"\"", "../../x", "..\\x", "CON",
	}
}

// hostileText draws one string after the other: a name with hostile pieces before, in and behind it, or nothing but those.
func hostileText(seed uint64) func() string {
	r, all := rand.New(rand.NewPCG(seed, 17)), pieces()
	piece := func() string { return all[r.IntN(len(all))] }
	return func() string {
		var b strings.Builder
		for range r.IntN(3) {
			b.WriteString(piece())
		}
		if r.IntN(10) > 0 {
			fmt.Fprintf(&b, "Tamu%d", r.IntN(100_000))
			b.WriteString(piece())
			b.WriteString("Contoh")
		}
		for range r.IntN(3) {
			b.WriteString(piece())
		}
		if r.IntN(20) == 0 {
			for range 1 + r.IntN(12) {
				b.WriteByte(byte(r.Uint32()))
			}
		}
		return b.String()
	}
}

// harmlessText draws names in which nothing is hidden.
func harmlessText(seed uint64) func() string {
	r := rand.New(rand.NewPCG(seed, 19))
	return func() string { return fmt.Sprintf("Tamu %d Contoh", r.IntN(100_000)) }
}
