package model

import (
	"encoding/json"
	"slices"
)

// Print is one element of an event's [EventPrints]: papers that were made and put into a folder. What was printed is on paper then, and
// may be signed: no undo takes it back.
type Print struct {
	Folder  string  `json:"folder,omitempty"`
	Papers  []Paper `json:"papers,omitempty"`
	Code    string  `json:"code,omitempty"`   // of the attendance list among them; empty: there is none
	Session ID      `json:"session,omitzero"` // whose attendance list it is
	Sheets  []int   `json:"sheets,omitempty"` // the last row of each of the guests' sheets
	Stamp   Stamp   `json:"-"`                // names this print among the event's
	Date    string  `json:"date,omitempty"`   // on which it was made: ISO 8601, local
}

// Paper is one paper of a [Print].
type Paper struct {
	Kind  string            `json:"kind"`
	Sum   string            `json:"sum"`             // of what it says, so that a later change is seen
	Files map[string]string `json:"files,omitempty"` // SHA-256 of each file, in hexadecimal, by its name
}

// AddPrint is the set that notes a print of an event. A change holds one of them at the most.
func AddPrint(p Print) Set {
	// Texts and numbers always marshal.
	v, _ := json.Marshal(p)
	return Add(EventPrints, string(v))
}

// PrintsOf are the prints of an event's record, earliest first; what is none is passed over.
func PrintsOf(r Record) []Print {
	var out []Print
	for _, e := range r.Elements(EventPrints) {
		var p Print
		if json.Unmarshal([]byte(e.Value), &p) == nil {
			p.Stamp = e.Stamp
			out = append(out, p)
		}
	}
	return out
}

// Prints are an event's prints.
type Prints []Print

// Sheets are the last rows of the guests' sheets as they were printed last, of whichever session: a guest has one row in all of
// them. It is nil while none was printed.
func (p Prints) Sheets() []int {
	for _, x := range slices.Backward(p) {
		if len(x.Sheets) > 0 {
			return x.Sheets
		}
	}
	return nil
}

// ByCode finds the print whose sheets have this code.
func (p Prints) ByCode(code string) (Print, bool) {
	for _, x := range slices.Backward(p) {
		if code != "" && x.Code == code {
			return x, true
		}
	}
	return Print{}, false
}

// Last is how a kind of paper was made last.
func (p Prints) Last(kind string) (Paper, bool) {
	for _, x := range slices.Backward(p) {
		for _, paper := range x.Papers {
			if paper.Kind == kind {
				return paper, true
			}
		}
	}
	return Paper{}, false
}

// Written are the digests of the files that were written into a folder, by their names.
func (p Prints) Written(folder string) map[string]string {
	out := map[string]string{}
	for _, x := range p {
		if x.Folder != folder {
			continue
		}
		for _, paper := range x.Papers {
			for name, digest := range paper.Files {
				out[name] = digest
			}
		}
	}
	return out
}
