package name

import (
	"hash/maphash"
	"slices"
)

// Roll finds likenesses among many people without comparing everybody with everybody: whoever can be alike
// shares a block (a NIK, a phone, a part of a name at a place), and only blocks are compared. Importing a
// hundred thousand rows against as many stays near-linear. A Roll is not safe for concurrent use.
type Roll struct {
	people []face
	heads  map[uint64]block
	links  []link
	seed   maphash.Seed
}

// block is one chain of people; two blocks whose hashes meet only cost comparisons.
type block struct {
	head  int32 // into links, -1 at the end
	count int32
}

type link struct{ person, next int32 }

// NewRoll makes an empty roll.
func NewRoll() *Roll {
	return &Roll{heads: map[uint64]block{}, seed: maphash.MakeSeed()}
}

// Match is one person on the roll who is like the one asked for.
type Match struct {
	Person int // as Add numbered them
	Likeness
}

// Add puts a person on the roll and gives their number: 0, 1, 2, ...
func (r *Roll) Add(k Known) int {
	f := faceOf(k)
	person := len(r.people)
	r.people = append(r.people, f)
	for _, keys := range [][]uint64{r.numbers(f), r.joinedKeys(f)} {
		for _, key := range keys {
			r.chain(key, person)
		}
	}
	for _, rest := range f.places() {
		for i := range f.sounds {
			for _, key := range r.partKeys(rest, f.sounds[i]) {
				r.chain(key, person)
			}
		}
	}
	return person
}

// Like gives everybody on the roll whom Compare would not call No beside k, in the order of the roll. The first
// record of each Likeness is the one on the roll.
func (r *Roll) Like(k Known) []Match {
	f := faceOf(k)
	keys := append(r.numbers(f), r.joinedKeys(f)...)
	for _, rest := range f.places() {
		keys = append(keys, r.rarest(rest, f.sounds)...)
	}
	// Somebody may share several blocks; sorted numbers are made single below.
	var people []int32
	for _, key := range keys {
		if b, ok := r.heads[key]; ok {
			for at := b.head; at >= 0; at = r.links[at].next {
				people = append(people, r.links[at].person)
			}
		}
	}
	slices.Sort(people)
	var matches []Match
	for _, p := range slices.Compact(people) {
		if l := compare(r.people[p], f); l.Verdict != No {
			matches = append(matches, Match{int(p), l})
		}
	}
	return matches
}

// rarest gives the keys of that word of a name which fewest people share. One word is enough: names are alike
// only if each word has its like, so everybody who is alike is in the blocks of any word. Asking
// the rarest keeps the Muhammads and Sitis of a town apart.
func (r *Roll) rarest(rest string, sounds []string) []uint64 {
	var best []uint64
	fewest := int32(-1)
	for _, s := range sounds {
		keys := r.partKeys(rest, s)
		count := int32(0)
		for _, key := range keys {
			count += r.heads[key].count
		}
		if fewest < 0 || count < fewest {
			best, fewest = keys, count
		}
	}
	return best
}

// partKeys gives the blocks of one word at one place, such that like words share one. An edit spoils the start of a word or
// its end, never both: so both ends are keys, two letters of each where the word is long enough that even an
// exchange in the middle leaves one whole. A word of five letters may be like one of four and has both kinds.
func (r *Roll) partKeys(rest, sound string) []uint64 {
	n := len(sound)
	if n < shortestNear {
		return []uint64{r.hash("word", rest, sound)}
	}
	var keys []uint64
	for letters := 1; letters <= 2; letters++ {
		if letters == 1 && n <= 5 || letters == 2 && n >= 5 {
			keys = append(keys, r.hash("start", rest, sound[:letters]), r.hash("end", rest, sound[n-letters:]))
		}
	}
	return keys
}

// numbers gives the blocks of NIK and phone.
func (r *Roll) numbers(f face) []uint64 {
	var keys []uint64
	if f.nik != "" {
		keys = append(keys, r.hash("nik", f.nik, ""))
	}
	if f.phone != "" {
		keys = append(keys, r.hash("phone", f.phone, ""))
	}
	return keys
}

// joinedKeys gives the blocks in which "Nur Hidayah" meets "Nurhidayah".
func (r *Roll) joinedKeys(f face) []uint64 {
	var keys []uint64
	for _, rest := range f.places() {
		if f.joined != "" {
			keys = append(keys, r.hash("joined", rest, f.joined))
		}
	}
	return keys
}

// places gives the different places of a person, without their kinds: a kind may be left out.
func (f face) places() []string {
	var rests []string
	for _, p := range []place{f.village, f.institution} {
		if p.known() && !slices.Contains(rests, p.rest) {
			rests = append(rests, p.rest)
		}
	}
	return rests
}

// chain puts a person into a block.
func (r *Roll) chain(key uint64, person int) {
	b, ok := r.heads[key]
	if !ok {
		b.head = -1
	}
	if b.head >= 0 && r.links[b.head].person == int32(person) {
		return // two words of one name in one block
	}
	r.links = append(r.links, link{int32(person), b.head})
	r.heads[key] = block{int32(len(r.links) - 1), b.count + 1}
}

func (r *Roll) hash(kind, a, b string) uint64 {
	var h maphash.Hash
	h.SetSeed(r.seed)
	for _, s := range [...]string{kind, a, b} {
		h.WriteString(s)
		h.WriteByte(0)
	}
	return h.Sum64()
}
