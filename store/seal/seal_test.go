package seal

import (
	"bytes"
	"crypto/rand"
	"errors"
	"strings"
	"testing"
)

// cheap is a cost for tests alone.
func cheap() Cost { return Cost{Passes: 1, Memory: 64, Threads: 1} }

func TestLockOpensWithPassphraseAndWords(t *testing.T) {
	l, b, words, err := New(rand.Reader, cheap(), "kuda laut biru")
	if err != nil {
		t.Fatal(err)
	}
	if len(words) != Words {
		t.Fatalf("%d words", len(words))
	}
	sealed := b.Seal(nil, []byte("guest"), []byte("Sri Lestari"))
	for i, w := range words {
		words[i] = strings.ToUpper(w[:min(len(w), 4)])
	}
	for _, secret := range []string{"kuda laut biru", "kuda laut biru\n", "1. " + strings.Join(words, ", ")} {
		open, err := l.Open(secret)
		if err != nil {
			t.Fatalf("%q: %v", secret, err)
		}
		if body, err := open.Open([]byte("guest"), sealed); err != nil || string(body) != "Sri Lestari" {
			t.Errorf("%q opens %q, %v", secret, body, err)
		}
		if _, err := open.Open([]byte("seat"), sealed); !errors.Is(err, ErrSealed) {
			t.Errorf("opens in another place: %v", err)
		}
	}
	words[0], words[1] = words[1], words[0]
	for _, secret := range []string{"", "kuda laut", "Kuda laut biru", strings.Join(words, " ")} {
		if _, err := l.Open(secret); !errors.Is(err, ErrSecret) {
			t.Errorf("%q: %v", secret, err)
		}
	}
}

func TestRenewedLockKeepsTheWords(t *testing.T) {
	l, b, words, err := New(rand.Reader, cheap(), "yang lama")
	if err != nil {
		t.Fatal(err)
	}
	renewed, other, err := l.Renew(rand.Reader, b, cheap(), "yang baru")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := renewed.Open("yang lama"); !errors.Is(err, ErrSecret) {
		t.Errorf("the old passphrase: %v", err)
	}
	for _, secret := range []string{"yang baru", strings.Join(words, " ")} {
		open, err := renewed.Open(secret)
		if err != nil {
			t.Fatal(err)
		}
		if open.key != other.key || open.key == b.key {
			t.Error("the data key is not the new one")
		}
	}
}

func TestOpenNoticesEveryChangedByte(t *testing.T) {
	_, b, _, err := New(rand.Reader, cheap(), "x")
	if err != nil {
		t.Fatal(err)
	}
	sealed := b.Seal(nil, nil, []byte("nomor 0810-000-1"))
	for i := range sealed {
		bad := bytes.Clone(sealed)
		bad[i] ^= 1
		if _, err := b.Open(nil, bad); !errors.Is(err, ErrSealed) {
			t.Errorf("byte %d: %v", i, err)
		}
	}
}

func TestOpenRefusesADearLock(t *testing.T) {
	l, _, _, err := New(rand.Reader, cheap(), "x")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []Cost{{}, {Passes: 1, Memory: 1 << 31, Threads: 1}, {Passes: 1 << 30, Memory: 64, Threads: 1}, {Passes: 1, Memory: 1024, Threads: 255}} {
		l.Cost = c
		if _, err := l.Open("x"); !errors.Is(err, ErrCost) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

func TestMeasureNeverGoesBelowTheLeast(t *testing.T) {
	if c := Measure(); c.Memory < leastMemory || c.Passes < leastPasses || !c.bearable() {
		t.Errorf("%+v", c)
	}
}

func TestWordsAreDistinct(t *testing.T) {
	seen := map[string]string{}
	all := strings.Fields(list)
	for _, w := range all {
		if other, ok := seen[short(w)]; ok {
			t.Errorf("%s and %s", w, other)
		}
		seen[short(w)] = w
	}
	if len(all) != 256 {
		t.Errorf("%d words", len(all))
	}
}

func FuzzLock(f *testing.F) {
	f.Add("a", uint32(1), uint32(64), uint8(1), []byte("salt"), []byte("wrapped"))
	f.Add(strings.Repeat("kuda ", Words), uint32(9), uint32(1<<30), uint8(0), []byte{}, []byte{})
	f.Fuzz(func(t *testing.T, secret string, passes, memory uint32, threads uint8, salt, sealed []byte) {
		l := Lock{Cost: Cost{Passes: passes % 3, Memory: memory % 2048, Threads: threads}, Salt: salt, Wrapped: sealed, Recovery: sealed}
		if _, err := l.Open(secret); err == nil {
			t.Fatal("opened")
		}
	})
}
