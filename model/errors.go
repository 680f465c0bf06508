package model

import "errors"

// What can be wrong with the storage, as far as somebody at a screen can do something about it. A store wraps these.
var (
	ErrNoSpace  = errors.New("no space left")
	ErrReadOnly = errors.New("storage is read-only")
	ErrStorage  = errors.New("storage is gone or failing")
	ErrDamaged  = errors.New("a stored value is damaged")
	ErrNotFound = errors.New("no such record")
	ErrClosed   = errors.New("storage is closed")
)
