// Package index is an inverted index: how it stands in values, how it is written, and how it is searched. It does no I/O of its
// own: a [Reader] gives it the values of some buckets, a [Writer] takes them.
//
// A record that is to be found is a document: terms with how often and where, and a few things to narrow by. Documents are
// numbered from 1 in the order in which they came into the index; a record that changes gets a new number, and the old one is
// dead. What stands where:
//
//	state    "state"                          -> State: how many documents, which segments, what is under way
//	pending  kind | event | id                -> Entry: a record's terms, written with the record
//	docs     document / 128                   -> which records these documents are, how long, of which day
//	places   event (or shard)                 -> the numbers of that event's documents
//	terms    segment | block                  -> terms in order, each with its postings or where they stand
//	heads    segment                          -> the first term of each of these blocks
//	posts    segment | list | first document  -> up to 128 postings of one term
//
// Numbers are big-endian. A segment is the postings of a range of documents and is never changed: entries that wait become a
// small one in a single short transaction ([Flush]), and small ones become a larger one bit by bit ([Merge]). So adding a
// record touches no list of a common word, and a power cut leaves either state. Words stand in values alone, never in keys.
package index
