package store

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"sync"

	"hadir/model"
	"hadir/model/hall"
)

// A chunk is some guests of one event, in the order of their IDs:
//
//	chunk: count, then for each guest: ID (16 bytes), length, row, length, terms
//	row:   0, time (8), device (8), count, then for each register: code, length, value
//	       1, CBOR record
//
// Counts and lengths are uvarints. The first form is for records whose registers were all written by one change, as an import
// leaves them: most guests of most events. It is read without allocating anything but the one string that holds the chunk,
// which is what opens a door of 100,000 at once. Terms are what the door searches, folded when the guest was written.
const (
	chunkSize  = 128 // guests, at the most; a walk-in rewrites one chunk
	rowPlain   = 0
	rowGeneral = 1
)

// guestRegister gives the code of a register in a plain row, from 1. The order is in the files: new ones are appended.
func guestRegisters() []string {
	return []string{
		model.GuestName, model.GuestBefore, model.GuestAfter, model.GuestPost, model.GuestInstitution, model.GuestVillage,
		model.GuestDistrict, model.GuestArea, model.GuestPhone, model.GuestPhoneRaw, model.GuestNIK, model.GuestCategory,
		model.GuestSex, model.GuestNote, model.GuestOrder, model.GuestWalkIn, model.GuestSheet, model.GuestRow,
		model.GuestWith, model.Removed,
	}
}

// registerCodes are the codes of registers in a plain row.
var registerCodes = sync.OnceValue(func() map[string]byte {
	codes := make(map[string]byte)
	for i, name := range guestRegisters() {
		codes[name] = byte(i + 1)
	}
	return codes
})

// row is one guest of a chunk. The strings are parts of the chunk's own string.
type row struct {
	id    model.ID
	body  string
	terms string
}

// rows takes a chunk apart.
func rows(chunk string) ([]row, error) {
	var out []row
	err := eachRow(chunk, func(n int, r row) error {
		if out == nil {
			out = make([]row, 0, n)
		}
		out = append(out, r)
		return nil
	})
	return out, err
}

// eachRow calls f with each row of a chunk, and with how many there are in all.
func eachRow(chunk string, f func(n int, r row) error) error {
	n, rest, ok := rowsIn(chunk)
	for range n {
		var r row
		if ok = ok && len(rest) >= 16; !ok {
			break
		}
		copy(r.id[:], rest)
		if r.body, rest, ok = cut(rest[16:]); ok {
			r.terms, rest, ok = cut(rest)
		}
		if !ok {
			break
		}
		if err := f(n, r); err != nil {
			return err
		}
	}
	if !ok {
		return fmt.Errorf("guest chunk: %w", model.ErrDamaged)
	}
	return nil
}

// rowsIn is how many rows a chunk says that it has, which is never more than can be in it, and the chunk behind that number.
func rowsIn(chunk string) (n int, rest string, ok bool) {
	many, rest, ok := uvarint(chunk)
	if !ok || many > uint64(len(rest)/16) {
		return 0, "", false
	}
	return int(many), rest, true
}

// packRows puts a chunk together, as a value with room for its header.
func packRows(rs []row) []byte {
	size := valueHeader + binary.MaxVarintLen64
	for _, r := range rs {
		size += len(r.body) + len(r.terms) + 16 + 2*binary.MaxVarintLen32
	}
	b := binary.AppendUvarint(make([]byte, valueHeader, size), uint64(len(rs)))
	for _, r := range rs {
		b = append(b, r.id[:]...)
		b = appendString(b, r.body)
		b = appendString(b, r.terms)
	}
	return b
}

// guest reads one row as the door shows it.
func (c codec) guest(event model.ID, r row) (model.Guest, error) {
	if len(r.body) > 0 && r.body[0] == rowPlain {
		g := model.Guest{ID: r.id}
		return g, plainRow(r.body, func(_ model.Stamp, register, value string) { g.Set(register, value) })
	}
	rec, err := c.guestRecord(event, r)
	return model.GuestOf(rec), err
}

// listed reads of one row what a door needs of everybody; the rest stays packed until somebody looks at it.
func (c codec) listed(event model.ID, r row) (hall.Listed, error) {
	l := hall.Listed{ID: r.id, Terms: r.terms, Packed: r.body}
	if len(r.body) > 0 && r.body[0] == rowPlain {
		return l, plainRow(r.body, func(_ model.Stamp, register, value string) { l.Set(register, value) })
	}
	g, err := c.guest(event, r)
	l.Take(g)
	return l, err
}

// guestRecord reads one row with all that is known of its registers.
func (c codec) guestRecord(event model.ID, r row) (model.Record, error) {
	k := model.GuestKey(event, r.id)
	rec := model.Record{Key: k}
	switch {
	case len(r.body) == 0:
		return rec, damagedRow()
	case r.body[0] == rowGeneral:
		return c.record([]byte(r.body[1:]), k)
	}
	err := plainRow(r.body, func(s model.Stamp, register, value string) {
		rec.Fields = append(rec.Fields, model.Field{
			Name: register, Writes: []model.Version{{Stamp: s, Value: value}},
		})
	})
	slices.SortFunc(rec.Fields, func(a, b model.Field) int { return strings.Compare(a.Name, b.Name) })
	return rec, err
}

// plainRow calls put for each register of a plain row.
func plainRow(body string, put func(s model.Stamp, register, value string)) error {
	if len(body) < 17 || body[0] != rowPlain {
		return damagedRow()
	}
	stamp := model.Stamp{
		Time:   binary.BigEndian.Uint64([]byte(body[1:9])),
		Device: model.Device(binary.BigEndian.Uint64([]byte(body[9:17]))),
	}
	n, rest, ok := uvarint(body[17:])
	registers := guestRegisters()
	for ; ok && n > 0; n-- {
		if len(rest) == 0 || int(rest[0]) == 0 || int(rest[0]) > len(registers) {
			return damagedRow()
		}
		register := registers[rest[0]-1]
		var value string
		if value, rest, ok = cut(rest[1:]); ok {
			put(stamp, register, value)
		}
	}
	if !ok || rest != "" {
		return damagedRow()
	}
	return nil
}

func damagedRow() error { return fmt.Errorf("guest row: %w", model.ErrDamaged) }

// packGuest writes a guest's record as a row's body.
func (c codec) packGuest(r model.Record) (string, error) {
	var buffer [512]byte // longer than most, so that only the answer is allocated
	if b, ok := packPlain(buffer[:0], r); ok {
		return string(b), nil
	}
	b, err := c.enc.Marshal(r)
	return string(rune(rowGeneral)) + string(b), err
}

// packPlain appends the first form of a row to b, where the record allows it.
func packPlain(b []byte, r model.Record) ([]byte, bool) {
	if len(r.Fields) == 0 || len(r.Fields[0].Writes) != 1 {
		return nil, false
	}
	stamp := r.Fields[0].Writes[0].Stamp
	codes := registerCodes()
	b = append(b, rowPlain)
	b = binary.BigEndian.AppendUint64(b, stamp.Time)
	b = binary.BigEndian.AppendUint64(b, uint64(stamp.Device))
	b = binary.AppendUvarint(b, uint64(len(r.Fields)))
	for i := range r.Fields {
		f := &r.Fields[i] // a Field is large
		code := codes[f.Name]
		if code == 0 || len(f.Writes) != 1 || f.Writes[0].Stamp != stamp || !f.Writes[0].Restores.IsZero() ||
			len(f.Covered)+len(f.Elements)+len(f.Withdrawn)+len(f.Undone) > 0 {
			return nil, false
		}
		b = append(b, code)
		b = appendString(b, f.Writes[0].Value)
	}
	return b, true
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// cut takes a length and as many bytes from the front of s.
func cut(s string) (head, rest string, ok bool) {
	n, rest, ok := uvarint(s)
	if !ok || n > uint64(len(rest)) {
		return "", "", false
	}
	return rest[:n], rest[n:], true
}

func uvarint(s string) (n uint64, rest string, ok bool) {
	for i := 0; i < len(s) && i < binary.MaxVarintLen64; i++ {
		n |= uint64(s[i]&0x7f) << (7 * i)
		if s[i] < 0x80 {
			return n, s[i+1:], true
		}
	}
	return 0, "", false
}
