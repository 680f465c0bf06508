package board

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/text"
)

// A row is a follow-up as the list needs it:
//
//	form 1, flags, status, priority (a byte each), number, question (16), guest (16),
//	then due, action, problem, owner, institution, area, asker: a length and as many bytes
//
// Numbers and lengths are uvarints. Notes, output and measure are left to the record.
const (
	rowForm    = 1
	rowHead    = 4
	flagGone   = 1
	problemCut = 300 // code points of the problem that a row holds
)

// Row is one follow-up, packed, with the IDs that its key in the file holds.
type Row struct {
	Event, ID model.ID
	Body      string
}

// Item is a row taken apart: the action without its notes, and the area that it is about.
type Item struct {
	model.Action
	Area string // kecamatan of the guest to whom it was promised, where that is known
}

// Pack writes a row's body behind dst.
func Pack(dst []byte, x Item) []byte {
	flags := byte(0)
	if x.Removed {
		flags |= flagGone
	}
	problem, _ := text.Cut(x.Problem, problemCut)
	dst = append(dst, rowForm, flags, statusCode(x.Status), priorityCode(x.Priority))
	dst = binary.AppendUvarint(dst, uint64(max(0, x.No)))
	dst = append(dst, x.Question[:]...)
	dst = append(dst, x.Guest[:]...)
	for _, s := range [...]string{x.Due, x.Do, problem, x.Owner, x.From, x.Area, x.Asker} {
		dst = append(binary.AppendUvarint(dst, uint64(len(s))), s...)
	}
	return dst
}

// Item takes a row apart; a body that is none gives [model.ErrDamaged].
func (r Row) Item() (x Item, err error) {
	if !r.sound() {
		return x, damaged()
	}
	x.Event, x.ID, x.Removed = r.Event, r.ID, r.gone()
	x.Status, x.Priority = statusOf(r.Body[2]), priorityOf(r.Body[3])
	n, rest, ok := number(r.Body[rowHead:])
	if !ok || n > 1<<30 || len(rest) < 32 {
		return x, damaged()
	}
	x.No = int(n)
	copy(x.Question[:], rest)
	copy(x.Guest[:], rest[16:])
	rest = rest[32:]
	for _, s := range [...]*string{&x.Due, &x.Do, &x.Problem, &x.Owner, &x.From, &x.Area, &x.Asker} {
		if n, rest, ok = number(rest); !ok || n > uint64(len(rest)) {
			return x, damaged()
		}
		*s, rest = rest[:n], rest[n:]
	}
	if rest != "" {
		return x, damaged()
	}
	return x, nil
}

func damaged() error { return fmt.Errorf("row of the board: %w", model.ErrDamaged) }

// statusOf and priorityOf are what the bytes of a sound row mean, from 0; they are in the files.
func statusOf(b byte) model.ActionStatus {
	return [...]model.ActionStatus{model.ActionTodo, model.ActionDoing, model.ActionDone, model.ActionDropped}[b]
}

func priorityOf(b byte) model.Priority {
	return [...]model.Priority{model.PriorityHigh, model.PriorityNormal, model.PriorityLow}[b]
}

func statusCode(s model.ActionStatus) byte {
	for b := byte(3); b > 0; b-- {
		if statusOf(b) == s {
			return b
		}
	}
	return 0
}

func priorityCode(p model.Priority) byte {
	for b := byte(2); b > 0; b-- {
		if priorityOf(b) == p {
			return b
		}
	}
	return 0
}

// sound reports whether the head of a row is one.
func (r Row) sound() bool {
	return len(r.Body) > rowHead+32 && r.Body[0] == rowForm && r.Body[2] < 4 && r.Body[3] < 3
}

// gone reports whether the follow-up was removed.
func (r Row) gone() bool { return r.Body[1]&flagGone != 0 }

// Open reports whether a sound row still has something to be done.
func (r Row) Open() bool {
	return r.sound() && !r.gone() && statusOf(r.Body[2]).Open()
}

// Due is the day that a sound row is due, ISO 8601; empty: none. It takes nothing else apart.
func (r Row) Due() string {
	if !r.sound() {
		return ""
	}
	_, rest, ok := number(r.Body[rowHead:])
	if !ok || len(rest) < 32 {
		return ""
	}
	n, rest, ok := number(rest[32:])
	if !ok || n > uint64(len(rest)) {
		return ""
	}
	return rest[:n]
}

func number(s string) (n uint64, rest string, ok bool) {
	for i := 0; i < len(s) && i < binary.MaxVarintLen64; i++ {
		n |= uint64(s[i]&0x7f) << (7 * i)
		if s[i] < 0x80 {
			return n, s[i+1:], true
		}
	}
	return 0, "", false
}

// Earliest puts a row among those that are due first, of which there are n at the most, in order.
func Earliest(first []Row, r Row, n int) []Row {
	at, _ := slices.BinarySearchFunc(first, r, func(a, b Row) int {
		return cmp.Or(strings.Compare(a.Due(), b.Due()), bytes.Compare(a.ID[:], b.ID[:]))
	})
	if at >= n {
		return first
	}
	first = slices.Insert(first, at, r)
	return first[:min(n, len(first))]
}

// SortItems puts the earliest due in front, what has no date last.
func SortItems(items []Item) {
	slices.SortFunc(items, func(a, b Item) int {
		return cmp.Or(strings.Compare(cmp.Or(a.Due, "9"), cmp.Or(b.Due, "9")), cmp.Compare(a.No, b.No), bytes.Compare(a.ID[:], b.ID[:]))
	})
}
