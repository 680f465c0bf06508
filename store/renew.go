package store

import (
	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// renew draws the device's name anew: where a copy goes on, or numbers may be given twice, two histories must not count under
// one name. What this desk is called and how it is set goes along, as a change of its own.
func renew(tx *bolt.Tx, c codec, st state, o Options) error {
	old := st.Device
	device := old
	for device == old {
		var err error
		if device, err = drawDevice(o.Rand); err != nil {
			return err
		}
	}
	id, err := model.NewID(o.Rand)
	if err != nil {
		return err
	}
	st.Device, st.Seq, st.Chain = device, 0, digest{}
	b := newBatch(tx, c, st, o.Now)
	was, err := c.read(tx, model.DeskSettings(old))
	if err != nil {
		return err
	}
	var sets []model.Set
	for _, f := range was.Fields {
		if v := was.Get(f.Name); v != "" {
			sets = append(sets, model.Write(f.Name, v))
		}
	}
	act := model.Act{ID: id, Wall: o.Now(), Verb: model.VerbCopy}
	if err := b.take([]model.Change{act.Change(model.DeskSettings(device), sets...)}); err != nil {
		return err
	}
	return b.flush()
}
