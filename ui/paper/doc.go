// Package paper writes the official papers of an event. A paper is described once, as a [Paper]: a letterhead, blocks of text and
// tables, signatures, what stands at the head and foot of each page. Four writers put the same description into a file: [DOCX],
// [PDF], [XLSX] where the paper is a table, and [Markdown]. The same description gives the same bytes.
//
// The papers themselves ([AttendanceList], [Minutes] ...) are made from [Facts], plain values that somebody else has read; a paper
// holds what was recorded and nothing else. The writers write to an io.Writer; only folder.go touches files. The package knows no
// store and no screen.
package paper
