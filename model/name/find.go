package name

// Hit is one guest found.
type Hit struct {
	Row  int  // the row's number in the index
	Near bool // found only by forgiving an edit
}

// Found is the answer to a query: the best hits, and how many there are in all.
type Found struct {
	Hits  []Hit // exact ones first, then near ones; never more than the limit
	Exact int   // guests that fit as typed
	Near  int   // guests that fit with an edit; 0 when there was no need to look
}

// fewExact is the number of exact hits from which on near ones are not looked for: who sees three or
// more fitting guests is served, and noise below them would only slow the queue.
const fewExact = 3

// Find answers a query with at most limit hits. Every word typed must fit the guest, in any order: as the start
// of a word of name, institution, village or post; as the row number on the sheet; with three digits or
// more as the end of the phone (three also as the start of its last four). Old spelling, Muhammad's forms
// and words written together or apart fit too. Titles typed are ignored unless they are all.
//
// Guests whose whole name was typed come first, in whatever order its words were; then the sum over the words of how
// well each fits decides (the grades in query.go, from row number and whole first word down to a sound in
// the village); then the order of the list. Only when fewer than three guests fit, those follow whom one edit
// (a letter wrong, missing, extra, two exchanged) in words of four letters or more would make fit.
//
// An empty query gives the first rows of the list. The answer is the caller's to keep.
func (ix *Index) Find(query string, limit int) Found {
	ix.building.Wait()
	limit = max(limit, 0)
	ix.scratch.start(ix.lanes())
	words := read(query)
	if len(words) == 0 {
		return ix.list(limit)
	}
	for i := range words {
		ix.fit(&words[i])
		ix.fitSplit(&words[i])
		if i > 0 {
			ix.fitJoined(&words[i-1], &words[i])
		}
	}
	r := ranking{live: ix.live, whole: ix.names[len(words)-1], words: words}
	hits := r.best(limit, false)
	found := Found{Exact: r.total}
	if r.total < fewExact && forgiving(words) {
		for i := range words {
			ix.fitNear(&words[i])
		}
		near := ranking{live: ix.live, whole: ix.names[len(words)-1], words: words}
		hits = append(hits, near.best(limit-len(hits), true)...)
		found.Near = near.total
	}
	found.Hits = hits
	return found
}

// forgiving says whether any typed word is long enough to forgive an edit.
func forgiving(words []typed) bool {
	for i := range words {
		if words[i].near {
			return true
		}
	}
	return false
}

// list answers the empty query.
func (ix *Index) list(limit int) Found {
	found := Found{Exact: ix.live.count()}
	for row := range both(ix.live, ix.live) {
		if len(found.Hits) == limit {
			break
		}
		found.Hits = append(found.Hits, Hit{Row: int(row)})
	}
	return found
}
