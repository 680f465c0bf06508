package model

// The registers of a search that was named and kept.
const (
	SavedName  = "name"
	SavedQuery = "query" // as it stands in the box
)

// Saved is a search that somebody named and kept, for the whole office.
type Saved struct {
	ID          ID
	Name, Query string
	Removed     bool
}

// SavedKey is the key of a kept search's record.
func SavedKey(id ID) Key { return Key{Kind: KindSaved, ID: id} }

// SavedOf reads a kept search from its record.
func SavedOf(r Record) Saved {
	return Saved{ID: r.Key.ID, Name: r.Get(SavedName), Query: r.Get(SavedQuery), Removed: r.Get(Removed) != ""}
}

// Registers are the registers of the search that are not empty, as a first write of the record would set them.
func (s Saved) Registers() []Set {
	return writeFilled([]Set{Write(SavedName, s.Name), Write(SavedQuery, s.Query)})
}
