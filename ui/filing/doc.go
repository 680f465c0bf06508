// Package filing makes the papers of an event from what the store has: it reads the facts, freezes the rows of an attendance list before
// it is printed, writes the files, and knows which papers were made and have changed since. Screens and commands both work through it.
//
// It knows no store: what it reads and writes it asks of a [Reader], which *store.Store is. How a paper looks is ui/paper's affair.
//
//	Reader -> Read -> File -> Make -> []Made -> Freeze -> Apply -> Write -> files, and a Print to be applied
package filing
