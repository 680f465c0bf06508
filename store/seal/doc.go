// Package seal keeps what it is given unreadable for whoever does not know a passphrase or the recovery words. It does no I/O.
//
// A data key is drawn once; it seals every value with XChaCha20-Poly1305 (24 bytes of nonce in front, 16 of tag behind) with what
// the caller binds it to as associated data, so that a value that is moved to another place does not open there. The data key
// itself stands in a [Lock], twice: wrapped under a key that argon2id (RFC 9106) makes of the passphrase, and under one that
// HKDF-SHA-256 makes of the recovery words, which hold 128 bits and need no slow function. A lock can be read by anybody.
package seal
