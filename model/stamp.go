package model

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"time"
)

// Device names one copy of the database on one machine. It is drawn at random, and drawn anew when a copy is restored, so
// that two copies never count their changes under one name. Zero is none.
type Device uint64

// String is the device in hexadecimal, 16 digits.
func (d Device) String() string { return fmt.Sprintf("%016x", uint64(d)) }

// ParseDevice reads what [Device.String] wrote.
func ParseDevice(s string) (Device, error) {
	n, err := strconv.ParseUint(s, 16, 64)
	return Device(n), err
}

// Stamp orders changes of all devices: a hybrid logical time (48 bits of milliseconds since 1970, 16 bits that count within
// one), then the device. No two changes have the same.
type Stamp struct {
	_      struct{} `cbor:",toarray"`
	Time   uint64
	Device Device
}

// Compare orders stamps: -1 when s is earlier than o, 0 when they are the same, +1 when s is later.
func (s Stamp) Compare(o Stamp) int {
	if c := cmp.Compare(s.Time, o.Time); c != 0 {
		return c
	}
	return cmp.Compare(s.Device, o.Device)
}

// IsZero reports whether s is no stamp.
func (s Stamp) IsZero() bool { return s == Stamp{} }

// Wall is the physical part of a stamp, in UTC.
func (s Stamp) Wall() time.Time { return time.UnixMilli(int64(s.Time >> 16)).UTC() }

// Clock is a hybrid logical clock: it follows the wall clock, and keeps the order when that is wrong or jumps back.
// The zero Clock is ready to use.
type Clock struct {
	last uint64
}

// lastMilli is the last millisecond that a stamp can say, in the year 10889.
const lastMilli = 1<<48 - 1

// Tick gives the time of a new change at wall: later than all that this clock gave or saw. At the very end of what a stamp
// can say it stays there rather than begin anew.
func (c *Clock) Tick(wall time.Time) uint64 {
	if c.last < math.MaxUint64 {
		c.last = max(uint64(min(max(0, wall.UnixMilli()), lastMilli))<<16, c.last+1)
	}
	return c.last
}

// See takes note of a time that another device gave. One in the last millisecond that a stamp can say is passed over: no
// honest clock gives it, and there would be next to nothing later left to give.
func (c *Clock) See(t uint64) {
	if t>>16 < lastMilli {
		c.last = max(c.last, t)
	}
}

// Last is the latest time given or seen; zero when there is none.
func (c *Clock) Last() uint64 { return c.last }
