package paper

import (
	"strings"
	"unicode/utf8"
)

// piece is a word, or a part of one, in one hand.
type piece struct {
	text      string
	bold      bool
	underline bool
	width     float64
	spaced    bool // a space stands before it
	hyphen    bool // a hyphen or a slash stands before it: a line may end there
}

// row is one line of text that fits its width.
type row struct {
	pieces []piece
	width  float64
	last   bool // of its paragraph: it is not spread to the full width
}

// setter breaks text into lines.
type setter struct {
	faces faces
	lost  func(rune) // a character that the font lacks
}

// lineHeight is the height of a line of letters of a size in points, in millimetres.
func lineHeight(size float64) float64 { return size * 1.2 * mmPerPoint }

// set breaks runs into lines no wider than width. A word that is wider than a line is broken where the line ends.
func (s setter) set(runs []Run, size, width float64) []row {
	var rows []row
	now := row{}
	end := func(last bool) {
		now.last = last
		rows = append(rows, now)
		now = row{}
	}
	for i, words := range s.paragraphs(runs, size) {
		if i > 0 {
			end(true)
		}
		for len(words) > 0 {
			n := 1
			for n < len(words) && !words[n].spaced && !words[n].hyphen {
				n++
			}
			s.word(&now, words[:n], size, width, end)
			words = words[n:]
		}
	}
	end(true)
	return rows
}

// word puts one word, which may change hands within, on the line or on the next one.
func (s setter) word(now *row, word []piece, size, width float64, end func(bool)) {
	total := 0.0
	for _, p := range word {
		total += p.width
	}
	space := 0.0
	if word[0].spaced && len(now.pieces) > 0 {
		space = s.faces.of(word[0].bold).width(" ", size)
	}
	if now.width+space+total > width+0.01 && len(now.pieces) > 0 {
		end(false)
		space = 0
	}
	now.width += space
	for _, p := range word {
		for now.width+p.width > width+0.01 {
			head, tail := s.breakAt(p, size, width-now.width, len(now.pieces) == 0)
			if head.text != "" {
				now.pieces = append(now.pieces, head)
				now.width += head.width
			}
			if tail.text == "" {
				p = piece{}
				break
			}
			end(false)
			p = tail
		}
		if p.text != "" {
			now.pieces = append(now.pieces, p)
			now.width += p.width
		}
	}
}

// breakAt divides a piece so that its head fits; at the start of a line one character always goes, or the text would never end.
func (s setter) breakAt(p piece, size, width float64, force bool) (head, tail piece) {
	head, tail = p, p
	cut, sum := 0, 0.0
	for i, r := range p.text {
		w := s.faces.of(p.bold).width(string(r), size)
		if sum+w > width && (i > 0 || !force) {
			break
		}
		sum += w
		cut = i + utf8.RuneLen(r)
	}
	head.text, head.width = p.text[:cut], sum
	tail.text, tail.spaced = p.text[cut:], false
	tail.width = p.width - sum
	return head, tail
}

// paragraphs divides runs at their line feeds, and each part into words.
func (s setter) paragraphs(runs []Run, size float64) [][]piece {
	all := [][]piece{nil}
	spaced := false
	for _, r := range cleanRuns(runs) {
		f := s.faces.of(r.Bold)
		for i, text := range strings.Split(f.printable(r.Text, s.lost), "\n") {
			if i > 0 {
				all, spaced = append(all, nil), false
			}
			for j, word := range strings.Split(text, " ") {
				if spaced = spaced || j > 0; word == "" {
					continue
				}
				for k, part := range parts(word) {
					p := piece{part, r.Bold, r.Underline, f.width(part, size), spaced && k == 0, k > 0}
					all[len(all)-1] = append(all[len(all)-1], p)
				}
				spaced = false
			}
		}
	}
	return all
}

// parts divides a word behind its hyphens and slashes, where Word ends lines, too.
func parts(word string) []string {
	var out []string
	for {
		at := strings.IndexAny(word, "-/")
		if at < 0 || at == len(word)-1 {
			return append(out, word)
		}
		out, word = append(out, word[:at+1]), word[at+1:]
	}
}
