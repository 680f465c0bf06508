package seal

import (
	"crypto/cipher"
	"crypto/rand"
	"errors"
	"fmt"
	"io"

	"golang.org/x/crypto/chacha20poly1305"
)

// KeySize is the length of the data key, in bytes; Overhead is by how much longer a sealed body is than the body.
const (
	KeySize  = chacha20poly1305.KeySize
	Overhead = chacha20poly1305.NonceSizeX + chacha20poly1305.Overhead
)

// ErrSealed says that something was sealed under another key or for another place, or is not what was sealed.
var ErrSealed = errors.New("does not open with this key")

// Box seals and opens. It may be used from any goroutine.
type Box struct {
	aead cipher.AEAD
	key  [KeySize]byte
}

func newBox(key []byte) (*Box, error) {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, fmt.Errorf("data key: %w", err)
	}
	return &Box{aead: aead, key: [KeySize]byte(key)}, nil
}

// drawBox makes a box with a key of its own.
func drawBox(r io.Reader) (*Box, error) {
	var key [KeySize]byte
	if _, err := io.ReadFull(r, key[:]); err != nil {
		return nil, fmt.Errorf("draw data key: %w", err)
	}
	return newBox(key[:])
}

// Seal appends the sealed body to dst. Bound is what it is bound to: [Box.Open] needs the same.
func (b *Box) Seal(dst, bound, body []byte) []byte {
	at := len(dst)
	dst = append(dst, make([]byte, chacha20poly1305.NonceSizeX)...)
	nonce := dst[at:]
	// It never fails, and ends the program where it would.
	_, _ = rand.Read(nonce)
	return b.aead.Seal(dst, nonce, body, bound)
}

// Open gives the body of what was sealed, or [ErrSealed].
func (b *Box) Open(bound, sealed []byte) ([]byte, error) {
	if len(sealed) < Overhead {
		return nil, ErrSealed
	}
	body, err := b.aead.Open(nil, sealed[:chacha20poly1305.NonceSizeX], sealed[chacha20poly1305.NonceSizeX:], bound)
	if err != nil {
		return nil, ErrSealed
	}
	return body, nil
}
