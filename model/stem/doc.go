// Package stem reduces Indonesian and English words to their stems, so that "pembuatan", "dibuatkan" and "membuat" meet.
//
// It reads one folded word (lower case, no accents: see model/name.FoldText) and knows nothing of texts, queries or
// indexes. A stem is made to meet other stems, not to be shown to a person.
//
// Indonesian follows the affixes that Tala described (A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia,
// 2003), on which the published Snowball algorithm rests, in two steps. First every way to take the affixes off is tried against
// the known roots (roots.go), and the longest root wins: this is what tells "menerima" (terima) from "menikah" (nikah), and
// keeps "makan" whole. A word of no known root goes through the rules (rules.go), which are more careful than Tala's: they take
// off se- and ke- never alone, and -i only behind a prefix.
//
// The first letter that meN- and peN- swallow is given back by rule where nothing is known: p after mem-, t after men-, s after
// meny-, none after meng-. The other possibility of an unknown stem is its [Twin], which a search may try as a weaker term.
//
// Both stems are idempotent, and never empty unless the word is.
package stem
