package store

import (
	"encoding/binary"

	"hadir/model"
)

// The buckets. The package comment draws what stands in them.
const (
	bucketMeta     = "meta"
	bucketJournal  = "journal"
	bucketTrail    = "trail"
	bucketSetting  = "setting"
	bucketEvent    = "event"
	bucketSession  = "session"
	bucketGuest    = "guest"
	bucketSeat     = "seat"
	bucketPerson   = "person"
	bucketByPerson = "by-person"
	bucketVillage  = "village"
	bucketRole     = "role"
	bucketAgenda   = "agenda"
	bucketQuestion = "question"
	bucketAction   = "action"
	bucketEvidence = "evidence"
	bucketInst     = "institution"
	bucketBoard    = "board"
	bucketNamed    = "named"
	bucketByInst   = "by-institution"
	bucketSaved    = "saved"
	bucketTally    = "tally"
)

func buckets() []string {
	return []string{
		bucketMeta, bucketJournal, bucketTrail, bucketSetting, bucketEvent, bucketSession, bucketGuest, bucketSeat,
		bucketPerson, bucketByPerson, bucketVillage, bucketRole, bucketAgenda, bucketQuestion, bucketAction, bucketEvidence,
		bucketInst, bucketSaved,
		bucketBoard, bucketNamed, bucketByInst,
	}
}

// recordBucket is where records of a kind stand; empty for guests, which stand in chunks, and for kinds that this version
// does not know.
func recordBucket(k model.Kind) string {
	switch k {
	case model.KindSetting:
		return bucketSetting
	case model.KindEvent:
		return bucketEvent
	case model.KindSession:
		return bucketSession
	case model.KindSeat:
		return bucketSeat
	case model.KindPerson:
		return bucketPerson
	case model.KindInstitution:
		return bucketInst
	case model.KindRole:
		return bucketRole
	case model.KindAgenda:
		return bucketAgenda
	case model.KindQuestion:
		return bucketQuestion
	case model.KindAction:
		return bucketAction
	case model.KindVillage:
		return bucketVillage
	case model.KindEvidence:
		return bucketEvidence
	case model.KindSaved:
		return bucketSaved
	}
	return ""
}

// recordKey is the key of a record in its bucket.
func recordKey(k model.Key) []byte {
	switch k.Kind {
	case model.KindSetting, model.KindEvent, model.KindPerson, model.KindInstitution, model.KindVillage, model.KindSaved:
		return k.ID[:]
	case model.KindSeat:
		return join(k.Event, k.Session, k.ID)
	}
	return join(k.Event, k.ID)
}

func join(ids ...model.ID) []byte {
	b := make([]byte, 0, 16*len(ids))
	for _, id := range ids {
		b = append(b, id[:]...)
	}
	return b
}

// idAt is the ID that stands at offset i of a key.
func idAt(key []byte, i int) (id model.ID) {
	copy(id[:], key[i:])
	return id
}

func journalKey(d model.Device, seq uint64) []byte {
	b := make([]byte, 0, 16)
	b = binary.BigEndian.AppendUint64(b, uint64(d))
	return binary.BigEndian.AppendUint64(b, seq)
}

func trailKey(event model.ID, s model.Stamp) []byte {
	b := make([]byte, 0, 32)
	b = append(b, event[:]...)
	b = binary.BigEndian.AppendUint64(b, s.Time)
	return binary.BigEndian.AppendUint64(b, uint64(s.Device))
}
