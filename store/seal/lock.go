package seal

import (
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
)

const saltSize = 16

// What a wrapped key is bound to.
const (
	boundPassphrase = "hadir passphrase"
	boundRecovery   = "hadir recovery"
	boundKept       = "hadir recovery key"
)

var (
	// ErrSecret says that a passphrase, or recovery words, are not those of the lock.
	ErrSecret = errors.New("wrong passphrase")
	// ErrCost says that a lock asks for more memory or time than one of ours ever does.
	ErrCost = errors.New("the lock asks for too much memory or time")
)

// Lock is what stands in the open beside what is sealed. The zero Lock is none.
type Lock struct {
	_        struct{} `cbor:",toarray"`
	Cost     Cost
	Salt     []byte // of the passphrase
	Wrapped  []byte // the data key under the passphrase
	Recovery []byte // the data key under the recovery words
	Kept     []byte // the recovery words' key under the data key: a new passphrase leaves the words as they are
}

// New draws a data key and locks it with a passphrase and with new recovery words, which nobody can ask for again.
func New(r io.Reader, c Cost, passphrase string) (l Lock, b *Box, words []string, err error) {
	secret := make([]byte, recoverySize)
	if _, err := io.ReadFull(r, secret); err != nil {
		return l, nil, nil, fmt.Errorf("draw recovery words: %w", err)
	}
	recovery, err := recoveryKey(secret)
	if err != nil {
		return l, nil, nil, err
	}
	l, b, err = lock(r, c, passphrase, recovery)
	return l, b, spell(secret), err
}

// Renew draws another data key for a lock that is open, and locks it with a new passphrase. The recovery words stay.
func (l Lock) Renew(r io.Reader, open *Box, c Cost, passphrase string) (Lock, *Box, error) {
	recovery, err := open.Open([]byte(boundKept), l.Kept)
	if err != nil {
		return Lock{}, nil, err
	}
	return lock(r, c, passphrase, recovery)
}

func lock(r io.Reader, c Cost, passphrase string, recovery []byte) (l Lock, b *Box, err error) {
	l = Lock{Cost: c, Salt: make([]byte, saltSize)}
	if _, err := io.ReadFull(r, l.Salt); err != nil {
		return l, nil, fmt.Errorf("draw salt: %w", err)
	}
	if b, err = drawBox(r); err != nil {
		return l, nil, err
	}
	if l.Wrapped, err = wrapped(c.stretch(passphrase, l.Salt), boundPassphrase, b.key[:]); err != nil {
		return l, nil, err
	}
	if l.Recovery, err = wrapped(recovery, boundRecovery, b.key[:]); err != nil {
		return l, nil, err
	}
	l.Kept = b.Seal(nil, []byte(boundKept), recovery)
	return l, b, nil
}

func wrapped(key []byte, bound string, body []byte) ([]byte, error) {
	b, err := newBox(key)
	if err != nil {
		return nil, err
	}
	return b.Seal(nil, []byte(bound), body), nil
}

// Open opens a lock with its passphrase or with its recovery words, in whatever case and with whatever is between them. It
// takes the time and memory of [Cost]; the error is [ErrSecret] or [ErrCost].
func (l Lock) Open(secret string) (*Box, error) {
	if words, err := parse(secret); err == nil {
		if key, err := recoveryKey(words); err == nil {
			if b, err := unwrapped(key, boundRecovery, l.Recovery); err == nil {
				return b, nil
			}
		}
	}
	if !l.Cost.bearable() {
		return nil, ErrCost
	}
	return unwrapped(l.Cost.stretch(secret, l.Salt), boundPassphrase, l.Wrapped)
}

func unwrapped(key []byte, bound string, sealed []byte) (*Box, error) {
	b, err := newBox(key)
	if err != nil {
		return nil, err
	}
	data, err := b.Open([]byte(bound), sealed)
	if err != nil || len(data) != KeySize {
		return nil, ErrSecret
	}
	return newBox(data)
}

func recoveryKey(secret []byte) ([]byte, error) {
	return hkdf.Key(sha256.New, secret, nil, boundRecovery, KeySize)
}
