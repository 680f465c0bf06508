package stem

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// Of gives the stem of a folded word in the language that it looks like: Indonesian, unless it can only be English.
func Of(word string) string {
	if LooksEnglish(word) {
		return English(word)
	}
	return Indonesian(word)
}

// English gives a folded word's stem by Snowball's English algorithm (Porter2), applied until nothing changes.
func English(word string) string {
	for len(word) > shortest && len(word) <= longest {
		env := snowballstem.NewEnv(word)
		english.Stem(env)
		next := env.Current()
		if next == word || next == "" {
			break
		}
		word = next
	}
	return word
}

// LooksEnglish says whether a folded word has letters or an ending that Indonesian does not have. Much English is missed, and
// then stays nearly whole; what matters is that no Indonesian word is taken.
func LooksEnglish(word string) bool {
	if len(word) < 4 || root(word) || strings.IndexByte(word, '-') >= 0 {
		return false
	}
	if strings.HasSuffix(word, "nya") {
		return false // "passportnya": whatever the word was, it has become Indonesian
	}
	singular := strings.TrimSuffix(word, "s")
	for _, ending := range [...]string{
		"tion", "sion", "ment", "ness", "ies", "ied", "ity", "ly", "cy", "ry", "ers", "ors", "ges", "ches", "shes",
		"sses", "ded", "ted", "sed", "ced", "ged", "red", "ned", "led", "ked", "ved", "ts", "ds", "ls", "ys", "ves", "ings", "age", "ate", "ize",
		"ive", "ure", "ance", "ence", "able", "ible",
	} {
		if strings.HasSuffix(word, ending) || strings.HasSuffix(singular, ending) {
			return true
		}
	}
	for _, letters := range [...]string{"th", "ck", "ss", "ee", "oo", "ou", "ph", "wh", "x", "ff", "pp", "tt"} {
		if strings.Contains(word, letters) {
			return true
		}
	}
	return false
}
