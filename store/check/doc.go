// Package check judges a bbolt file by reading it, before bbolt maps it. bbolt notices next to no damage of its own pages,
// and what it then does ends the process in ways that nothing can catch: a cycle of pages is a stack overflow, a page beyond
// the end is a fault. So everything that bbolt would follow is followed here first, with ReadAt alone (a mapped page of a disk
// that is gone would be a fault as well), and every number compared with its bounds: both meta pages, each page's header, the
// order of keys, that no page is reached twice, and that every page is either reached or free.
//
// The package knows pages and not what stands in them: each value is shown to the caller. It imports no bbolt, writes
// nothing, and never panics whatever the file holds. Its findings are numbers; they never quote a key or a value.
package check
