package uitest

import (
	"context"
	"errors"

	"hadir/store"
	"hadir/store/seal"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// options open the database of a test with the passphrase that it is sealed with, if it is. A passphrase costs nothing there.
func (h *house) options() store.Options {
	answers := 0
	return store.Options{
		Now: h.now, Rand: h.rand, Cost: seal.Cost{Passes: 1, Memory: 64, Threads: 1},
		Unlock: func(store.Try) (string, error) {
			if answers++; answers > 1 {
				return "", errors.New("the passphrase of the test does not open its database")
			}
			return h.secret, nil
		},
	}
}

// seal is the [screen.Sealer] of a test.
func (h *house) seal(ctx context.Context, job screen.SealJob) ([]string, lang.Phrase, error) {
	if job.Off {
		_, err := store.Unseal(ctx, h.path, h.options())
		return nil, lang.Of("seal.done-off"), err
	}
	out, err := store.Seal(ctx, h.path, job.Passphrase, job.Words, h.options())
	if err == nil {
		h.secret = job.Passphrase
	}
	return out.Words, lang.Of("seal.done-on", "elsewhere", lang.Of("seal.elsewhere-open")), err
}

// Sealed seals the database of a desk that has only just begun, and starts it anew. It gives the recovery words. Show comes next.
func (d *Desk) Sealed(passphrase string) (words []string) {
	d.Helper()
	d.stop()
	d.root = nil
	if err := d.house.store.Close(); err != nil {
		d.Fatal(err)
	}
	words, _, err := d.house.seal(context.Background(), screen.SealJob{Passphrase: passphrase})
	if err != nil {
		d.Fatal(err)
	}
	d.house.open(d.TB)
	d.mail.drop()
	d.start(d.Env.Desk)
	return words
}
