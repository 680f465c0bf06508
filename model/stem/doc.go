// Package stem reduces Indonesian and English words to their stems, so that "pembuatan", "dibuatkan" and "membuat" meet.
//
// It reads one folded word (lower case, no accents: see model/name.FoldText) and knows nothing of texts, queries or
// indexes. A stem is made to meet other stems, not to be shown to a person.
package stem
