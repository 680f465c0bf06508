package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"hadir/model"
)

// A folder that is put back from a copy, database and rescue files together, tells nothing of its being old. Other desks may have
// seen what it no longer has: the same numbers would be given a second time, to other changes. So how far each device has counted
// stands outside as well, in Options.Marks: a file a device, of its number alone, which is written over after each commit and synced
// at the end. It is worth what it is worth: where it cannot be written, or was lost, nobody is kept from working.
const markWidth = 20 // digits, with zeros before them: a mark is always as long

// waterMark is the file of this device's number. It is the writer's own; the nil mark does nothing.
type waterMark struct{ f *os.File }

// openMark opens a device's mark, and gives the number that stands in it; zero for none. The mark is nil where there is no folder
// for it.
func openMark(folder string, d model.Device) (m *waterMark, seq uint64) {
	if folder == "" || os.MkdirAll(folder, 0o700) != nil {
		return nil, 0
	}
	f, err := os.OpenFile(filepath.Join(folder, d.String()), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, 0
	}
	b := make([]byte, markWidth)
	if n, err := f.ReadAt(b, 0); err == nil && n == markWidth {
		// What is no number is no mark; it is written over.
		seq, _ = strconv.ParseUint(strings.TrimSpace(string(b)), 10, 63)
	}
	return &waterMark{f}, seq
}

// put writes how far the device has counted.
func (m *waterMark) put(seq uint64) {
	if m != nil {
		_, _ = m.f.WriteAt(fmt.Appendf(nil, "%0*d\n", markWidth, seq), 0)
	}
}

func (m *waterMark) close() {
	if m != nil {
		_ = m.f.Sync()
		_ = m.f.Close()
	}
}

// passMark compares the database with the mark of its device. One that has counted less is an older copy: it goes on under another
// name, and that is said.
func (s *Store) passMark() error {
	if s.mark != nil {
		// Opening was tried before, on a full disk.
		s.mark.close()
	}
	var seq uint64
	s.mark, seq = openMark(s.marks, s.state.Device)
	if seq > s.state.Seq {
		s.mark.close()
		s.mark = nil
		had := s.state.Seq
		if err := s.renew(); err != nil {
			return err
		}
		s.note(model.Notice{Kind: model.NoticeOlder, Count: int(seq - had)})
		s.mark, _ = openMark(s.marks, s.state.Device)
	}
	s.mark.put(s.state.Seq)
	return nil
}
