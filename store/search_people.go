package store

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/name"
	"hadir/model/term"
	"hadir/store/index"
)

// People and institutions are found once each, however many lists they stand on. Who imports a list only notes that it waits to
// be read; the writer reads it while nobody waits, and files those who are new. What is noted:
//
//	search-lists   event            -> last guest read   a list
//	               event | guest    -> (empty)           one guest
//	search-labels  institution      -> event | guest     a guest whose institution that is, to read its name from
const (
	bucketLists  = "search-lists"
	bucketLabels = "search-labels"
)

const (
	nameSign      = "$"  // begins the terms of names, which are sounds
	shortestSound = 3    // letters; of fewer too many names are made
	listedOne     = 16   // guests changed at once up to which they are noted one by one
	readMost      = 4096 // guests read at a time
)

// noteGuests notes that guests of an event were written.
func (b *batchWriter) noteGuests(event model.ID, rows []row) {
	if b.entries == nil {
		return
	}
	b.listed = true
	if len(rows) > listedOne {
		b.put(bucketLists, event[:], make([]byte, valueHeader))
		return
	}
	for _, r := range rows {
		b.put(bucketLists, join(event, r.id), make([]byte, valueHeader))
	}
}

// noteLists notes the lists of all events: the index is made anew.
func noteLists(tx *bolt.Tx, c codec) error {
	guests, lists := tx.Bucket([]byte(bucketGuest)).Cursor(), tx.Bucket([]byte(bucketLists))
	for k, _ := guests.First(); k != nil; {
		event := idAt(k, 0)
		if err := lists.Put(event[:], c.wrap(bucketLists, event[:], nil)); err != nil {
			return err
		}
		after := append(event[:], bytes.Repeat([]byte{0xff}, 17)...)
		k, _ = guests.Seek(after)
	}
	return nil
}

// listsWait reports whether there are lists to be read.
func listsWait(tx *bolt.Tx) bool {
	b := tx.Bucket([]byte(bucketLists))
	if b == nil {
		return false
	}
	k, _ := b.Cursor().First()
	return k != nil
}

// people reads some guests whose lists wait, and files the people and institutions that are new, so many at the most.
func (w *worker) people(most int) error {
	f := &peopleFiler{worker: w, most: most, made: make(map[model.Key]bool)}
	lists := w.tx.Bucket([]byte(bucketLists))
	read := 0
	for read < readMost && !f.full() {
		k, v := lists.Cursor().First()
		if k == nil {
			break
		}
		k = bytes.Clone(k)
		after, err := w.s.codec.unwrap(bucketLists, k, v)
		if err != nil {
			return err
		}
		n, last, err := f.list(k, after, readMost-read)
		if err != nil {
			return err
		}
		read += n
		if last == nil {
			err = lists.Delete(k)
		} else {
			err = lists.Put(k, w.s.codec.wrap(bucketLists, k, last))
		}
		if err != nil {
			return err
		}
	}
	if len(f.entries) == 0 {
		return nil
	}
	return index.Flush(shelf{w.tx, w.s.codec}, w.st, f.entries)
}

// peopleFiler collects the people and institutions that are new.
type peopleFiler struct {
	*worker
	most    int
	made    map[model.Key]bool
	entries []*index.Entry
}

func (f *peopleFiler) full() bool { return len(f.entries) >= f.most }

// list reads the guests of one note, and gives how many it read and, unless it came to the end, the last one's ID.
func (f *peopleFiler) list(key, after []byte, most int) (n int, last []byte, err error) {
	event := idAt(key, 0)
	if len(key) == 32 {
		k := model.GuestKey(event, idAt(key, 16))
		r, err := f.s.codec.read(f.tx, k)
		if err == nil {
			err = f.take(event, model.GuestOf(r))
		}
		return 1, nil, err
	}
	cur := f.tx.Bucket([]byte(bucketGuest)).Cursor()
	from := event[:]
	if len(after) == 16 {
		from = append(bytes.Clone(event[:]), after...)
	}
	k, v := cur.Seek(from)
	if len(after) == 16 && k != nil && bytes.Equal(k, from) {
		k, v = cur.Next()
	}
	for ; k != nil && idAt(k, 0) == event; k, v = cur.Next() {
		if n >= most || f.full() {
			return n, last, nil
		}
		body, err := f.s.codec.unwrap(bucketGuest, k, v)
		if err != nil {
			return n, nil, err
		}
		rs, err := rows(string(body))
		if err != nil {
			return n, nil, err
		}
		for _, r := range rs {
			g, err := f.s.codec.guest(event, r)
			if err == nil {
				err = f.take(event, g)
			}
			if err != nil {
				return n, nil, err
			}
		}
		n += len(rs)
		last = bytes.Clone(k[16:])
	}
	return n, nil, nil
}

// take files who a guest is and where the guest comes from, unless they are filed.
func (f *peopleFiler) take(event model.ID, g model.Guest) error {
	if g.Removed {
		return nil
	}
	if g.Known() {
		k := model.PersonKey(personOf(f.s.officeKey(), g, hall.Terms(g)))
		if err := f.file(k, func() document { return personDocument(g) }); err != nil {
			return err
		}
	}
	from := cmp.Or(g.Institution, g.Village)
	if from == "" {
		return nil
	}
	id := institutionOf(f.s.officeKey(), from)
	labels := f.tx.Bucket([]byte(bucketLabels))
	if labels.Get(id[:]) == nil {
		if err := labels.Put(id[:], f.s.codec.wrap(bucketLabels, id[:], join(event, g.ID))); err != nil {
			return err
		}
	}
	return f.file(model.Key{Kind: model.KindInstitution, ID: id}, func() document { return institutionDocument(g) })
}

// file makes an entry of what is not in the index yet.
func (f *peopleFiler) file(k model.Key, of func() document) error {
	if f.made[k] {
		return nil
	}
	f.made[k] = true
	old, err := index.Find(shelf{f.tx, f.s.codec}, k)
	if err != nil || old != 0 {
		return err
	}
	d := of()
	d.key = k
	e := f.s.entries.entry(d, 0)
	f.entries = append(f.entries, &e)
	return nil
}

// institutionOf is the ID of an institution by its name, however it is written.
func institutionOf(officeKey []byte, s string) model.ID {
	return institutionID(string(officeKey), placeName(s))
}

func personDocument(g model.Guest) document {
	d := document{names: nameWords(g.Name)}
	d.add(model.PartName, g.FullName(), titleWeight)
	d.add(model.PartPeople, lines(g.Post, cmp.Or(g.Institution, g.Village), g.District), textWeight)
	d.mark(term.Institution, g.Institution)
	d.mark(term.Village, g.Village)
	return d
}

func institutionDocument(g model.Guest) document {
	var d document
	d.add(model.PartName, cmp.Or(g.Institution, g.Village), titleWeight)
	d.add(model.PartVenue, g.District, textWeight)
	d.mark(term.Institution, g.Institution)
	d.mark(term.Village, g.Village)
	return d
}

// nameWords are the sounds of the words of a name, as the door takes them: Soedjarwo is Sujarwo. An initial is no sound.
func nameWords(s string) []string {
	return slices.DeleteFunc(strings.Fields(name.Key(s)), func(w string) bool { return len(w) < shortestSound })
}

// listing is a list that a person stands on, or stood on.
type listing struct {
	event, guest model.ID
	date         string
}

// personHit reads who was found from the latest of the lists that the person still stands on; ok is false when there is none.
func (s *Store) personHit(tx *bolt.Tx, id model.ID) (g model.Guest, event model.Event, ok bool, err error) {
	var on []listing
	cur := tx.Bucket([]byte(bucketByPerson)).Cursor()
	for k, _ := cur.Seek(id[:]); k != nil && bytes.HasPrefix(k, id[:]); k, _ = cur.Next() {
		x := listing{event: idAt(k, 16), guest: idAt(k, 32)}
		e, err := s.events.of(tx, s.codec, x.event)
		if err != nil {
			return g, event, false, err
		}
		x.date = e.Date
		on = append(on, x)
	}
	// A guest is much slower to read than an event: as a rule only one is.
	slices.SortStableFunc(on, func(a, b listing) int { return strings.Compare(b.date, a.date) })
	for _, x := range on {
		g, e, alive, err := s.onList(tx, x.event, x.guest)
		if err != nil || alive && s.PersonOfGuest(g) == id {
			return g, e, err == nil, err
		}
	}
	return g, event, false, nil
}

// institutionHit reads the guest by whom an institution is known.
func (s *Store) institutionHit(tx *bolt.Tx, id model.ID) (g model.Guest, event model.Event, ok bool, err error) {
	b := tx.Bucket([]byte(bucketLabels))
	if b == nil {
		return g, event, false, nil
	}
	v := b.Get(id[:])
	if v == nil {
		return g, event, false, nil
	}
	body, err := s.codec.unwrap(bucketLabels, id[:], v)
	if err != nil || len(body) != 32 {
		return g, event, false, err
	}
	g, event, ok, err = s.onList(tx, idAt(body, 0), idAt(body, 16))
	return g, event, ok && institutionOf(s.officeKey(), cmp.Or(g.Institution, g.Village)) == id, err
}

// onList is a guest of an event, if both are still there.
func (s *Store) onList(tx *bolt.Tx, event, guest model.ID) (g model.Guest, e model.Event, ok bool, err error) {
	r, err := s.codec.read(tx, model.GuestKey(event, guest))
	if err != nil {
		return g, e, false, err
	}
	if e, err = s.events.of(tx, s.codec, event); err != nil {
		return g, e, false, err
	}
	g = model.GuestOf(r)
	return g, e, !r.IsNew() && !g.Removed && !e.Removed && e.Theme != "", nil
}
