package seal

import (
	"runtime"
	"strings"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// Cost is what argon2id is told to spend on a passphrase.
type Cost struct {
	_       struct{} `cbor:",toarray"`
	Passes  uint32
	Memory  uint32 // KiB
	Threads uint8
}

// The least that a new lock costs, and the most that a lock from outside may cost: it is read before anything is known of it.
const (
	leastMemory = 64 << 10 // KiB
	leastPasses = 3
	mostMemory  = 1 << 20 // KiB
	mostPasses  = 64
	mostThreads = 16
	wanted      = 700 * time.Millisecond // what an officer waits for without a thought
)

// Measure finds the cost that takes this machine the better part of a second: never less than 64 MiB and three passes.
func Measure() Cost {
	c := Cost{Passes: 1, Memory: leastMemory, Threads: uint8(min(4, max(1, runtime.NumCPU())))}
	began := time.Now()
	argon2.IDKey([]byte("measure"), make([]byte, saltSize), c.Passes, c.Memory, c.Threads, KeySize)
	one := max(time.Since(began), time.Millisecond)
	c.Passes = uint32(min(mostPasses, max(leastPasses, wanted/one)))
	return c
}

// bearable reports whether a cost can be paid at all.
func (c Cost) bearable() bool {
	return c.Passes >= 1 && c.Passes <= mostPasses && c.Threads >= 1 && c.Threads <= mostThreads &&
		c.Memory >= 8*uint32(c.Threads) && c.Memory <= mostMemory
}

// stretch makes a key of a passphrase. The same letters are the same passphrase however the keyboard composes them.
func (c Cost) stretch(passphrase string, salt []byte) []byte {
	return argon2.IDKey([]byte(norm.NFC.String(strings.TrimRight(passphrase, "\r\n"))), salt, c.Passes, c.Memory, c.Threads, KeySize)
}
