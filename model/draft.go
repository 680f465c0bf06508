package model

import "time"

// Draft is what somebody has typed into a form and not saved yet. It is kept beside the database, so that a dead battery takes
// no more than the last second of typing; the change that saves it carries its ID.
type Draft struct {
	ID     ID                `cbor:"1,keyasint"`
	Form   string            `cbor:"2,keyasint"` // which form
	Event  ID                `cbor:"3,keyasint"` // of which event; zero: none
	Record ID                `cbor:"4,keyasint"` // of which record; zero: a new one
	Desk   string            `cbor:"5,keyasint"`
	Begun  time.Time         `cbor:"6,keyasint"`
	At     time.Time         `cbor:"7,keyasint"` // when it was last typed into
	Fields map[string]string `cbor:"8,keyasint"`

	Damaged bool `cbor:"-" json:"-"` // something was typed after this, and what was kept of that is damaged
}
