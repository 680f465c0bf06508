package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// Drafts are not in bbolt: a form that is typed into would write a page tree every second. Each is a file in the folder
// beside the database, to which whole drafts are appended:
//
//	length (4), CRC-32C (4), CBOR of the draft, sealed in a sealed database
//
// The last whole one counts; a torn tail is what a power cut leaves. Names of files are IDs and tell nothing.
const (
	draftSuffix = ".draft"
	draftHeader = 8
	draftLimit  = 1 << 20 // bytes; a longer file is written anew with the last draft alone
	draftBucket = "draft" // what the checksum takes for a bucket's name

	sealedDraftBucket = "sealed draft" // the same of a draft in a sealed database
)

func (s *Store) draftFolder() string { return s.path + ".drafts" }

func (s *Store) draftPath(id model.ID) string {
	return filepath.Join(s.draftFolder(), id.String()+draftSuffix)
}

// SaveDraft keeps a draft; when it returns nil the draft is on disk. The same ID replaces an earlier one.
func (s *Store) SaveDraft(_ context.Context, d model.Draft) error {
	if err := os.MkdirAll(s.draftFolder(), 0o700); err != nil {
		return fmt.Errorf("draft: %w", classify(err))
	}
	frame, err := s.codec.draftFrame(d)
	if err != nil {
		return fmt.Errorf("draft: %w", err)
	}
	path := s.draftPath(d.ID)
	if info, err := os.Stat(path); err == nil && info.Size()+int64(len(frame)) > draftLimit {
		return classify(replaceFile(s.disk, path, frame))
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return fmt.Errorf("draft: %w", classify(err))
	}
	_, err = f.Write(frame)
	return classify(errors.Join(err, f.Sync(), f.Close()))
}

// Drafts are the drafts that were left over, the latest typed first. One whose change was saved, but whose file a crash left
// behind, is taken away.
func (s *Store) Drafts(ctx context.Context) ([]model.Draft, error) {
	entries, err := os.ReadDir(s.draftFolder())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("drafts: %w", classify(err))
	}
	var out []model.Draft
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), draftSuffix) || !e.Type().IsRegular() {
			continue
		}
		path := filepath.Join(s.draftFolder(), e.Name())
		d, ok, err := s.readDraft(path)
		if err != nil {
			return nil, err
		}
		if !ok {
			if d.Damaged {
				s.note(model.Notice{Kind: model.NoticeDraftLost, File: path})
			}
			continue
		}
		saved, err := s.draftSaved(d)
		if err != nil {
			return nil, err
		}
		if saved {
			err = s.DropDraft(ctx, d.ID)
		} else {
			out = append(out, d)
		}
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out, func(a, b model.Draft) int { return b.At.Compare(a.At) })
	return out, nil
}

// DropDraft throws a draft away; one that is not there is no error.
func (s *Store) DropDraft(_ context.Context, id model.ID) error {
	err := os.Remove(s.draftPath(id))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return classify(err)
}

// draftSaved looks through this device's changes since the draft was begun for one that carries it.
func (s *Store) draftSaved(d model.Draft) (saved bool, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		prefix := journalKey(s.Device(), 0)[:8]
		cur := tx.Bucket([]byte(bucketJournal)).Cursor()
		for k, v := lastWith(cur, prefix); k != nil && bytes.HasPrefix(k, prefix); k, v = cur.Prev() {
			body, err := s.codec.unwrap(bucketJournal, k, v)
			if err != nil {
				return err
			}
			c, err := s.codec.change(body)
			if err != nil {
				return err
			}
			if saved = c.Draft == d.ID; saved || c.When().Before(d.Begun) {
				return nil
			}
		}
		return nil
	})
	return saved, err
}

func (c codec) draftFrame(d model.Draft) ([]byte, error) {
	body, err := c.enc.Marshal(d)
	if err != nil {
		return nil, err
	}
	bucket := draftBucket
	if c.box != nil {
		bucket, body = sealedDraftBucket, c.box.Seal(nil, place(draftBucket, d.ID[:]), body)
	}
	b := make([]byte, 0, draftHeader+len(body))
	b = binary.BigEndian.AppendUint32(b, uint32(len(body)))
	b = binary.BigEndian.AppendUint32(b, checksum(bucket, d.ID[:], body))
	return append(b, body...), nil
}

// readDraft is the last whole draft of a file; ok is false when there is none. It is marked as damaged when something follows it that
// was written whole and is not what was written: then it is not the last that was typed. What ends too early is not marked: it is
// what a power cut leaves of a draft that nobody was promised.
func (s *Store) readDraft(path string) (last model.Draft, ok bool, err error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return last, false, fmt.Errorf("draft: %w", classify(err))
	}
	for at := 0; len(b)-at >= draftHeader; {
		d, end, whole := s.codec.draftAt(path, b, at)
		if whole {
			last, ok, at = d, true, end
			continue
		}
		// Whether there was more is told by what follows, or by its length.
		next := s.codec.nextDraft(path, b, at+1)
		last.Damaged = next > 0 || end <= len(b) && slices.ContainsFunc(b[at:], func(x byte) bool { return x != 0 })
		if next < 0 {
			break
		}
		at = next
	}
	return last, ok, nil
}

// draft reads one draft of a file, which is named after its ID.
func (c codec) draft(path string, sum uint32, body []byte) (d model.Draft, whole bool) {
	id, err := model.ParseID(strings.TrimSuffix(filepath.Base(path), draftSuffix))
	switch {
	case err != nil:
		return d, false
	case checksum(draftBucket, id[:], body) == sum:
	case c.box != nil && checksum(sealedDraftBucket, id[:], body) == sum:
		if body, err = c.box.Open(place(draftBucket, id[:]), body); err != nil {
			return d, false
		}
	default:
		return d, false
	}
	err = c.dec.Unmarshal(body, &d)
	return d, err == nil && d.ID == id
}

// draftAt reads the draft at a place, and where the next one begins by its length. The last one may reach to the end of the file
// whatever its length says: that is not part of what proves it.
func (c codec) draftAt(path string, b []byte, at int) (d model.Draft, end int, whole bool) {
	n, sum := binary.BigEndian.Uint32(b[at:]), binary.BigEndian.Uint32(b[at+4:])
	if end = at + draftHeader + int(n); end <= len(b) {
		if d, whole = c.draft(path, sum, b[at+draftHeader:end]); whole {
			return d, end, true
		}
	}
	d, whole = c.draft(path, sum, b[at+draftHeader:])
	if whole {
		end = len(b)
	}
	return d, end, whole
}

// nextDraft looks for a whole draft from a place on; -1 when there is none.
func (c codec) nextDraft(path string, b []byte, from int) int {
	for at := from; len(b)-at > draftHeader; at++ {
		n := int(binary.BigEndian.Uint32(b[at:]))
		if n == 0 || n > len(b)-at-draftHeader {
			continue
		}
		if _, whole := c.draft(path, binary.BigEndian.Uint32(b[at+4:]), b[at+draftHeader:at+draftHeader+n]); whole {
			return at
		}
	}
	return -1
}

// replaceFile writes a file aside, syncs it and moves it into place: the old one or the new one is there, never half of one.
func replaceFile(d Disk, path string, content []byte) error {
	tmp := path + ".new"
	f, err := d.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := d.Rename(tmp, path); err != nil {
		return err
	}
	return d.SyncDir(filepath.Dir(path))
}
