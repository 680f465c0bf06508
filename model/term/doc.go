// Package term is the language of the archive: it makes terms of a text that is to be found again, and of what somebody types
// to find it.
//
// A text becomes tokens: each word as it stands, its stem where that is another word, and the abbreviation of what is written
// out ("pekerja migran indonesia" is also PMI). A search becomes a [Query], a plain value that a store can execute: groups of
// alternative terms with weights, phrases, what to leave out, and filters. Given a text and a query it says which letters to
// mark ([Analyzer.Marks]) and which part to show ([Analyzer.Passage]).
//
// It owns no index and does no I/O: how postings are kept and ranked is the store's. What it knows of words stands in
// tables of its own (stop words, spellings, abbreviations, words that mean the same), made for this field.
package term
