package date

import (
	"strings"
	"time"
)

// Zone is one of the three Indonesian time zones, none of which has summer time. The zero Zone is unset.
type Zone uint8

// Zones from west to east.
const (
	ZoneUnset Zone = iota
	WIB            // Waktu Indonesia Barat, UTC+7
	WITA           // Waktu Indonesia Tengah, UTC+8
	WIT            // Waktu Indonesia Timur, UTC+9
)

// ParseZone reads "WIB", "WITA" or "WIT" in any case; false for anything else.
func ParseZone(s string) (Zone, bool) {
	for z := WIB; z <= WIT; z++ {
		if strings.EqualFold(strings.TrimSpace(s), z.String()) {
			return z, true
		}
	}
	return ZoneUnset, false
}

// String returns the abbreviation, or "" if unset.
func (z Zone) String() string {
	switch z {
	case WIB:
		return "WIB"
	case WITA:
		return "WITA"
	case WIT:
		return "WIT"
	}
	return ""
}

// MarshalText returns what String does.
func (z Zone) MarshalText() ([]byte, error) { return []byte(z.String()), nil }

// UnmarshalText reads what ParseZone does, and "" as unset; the *Error's kind is Unreadable.
func (z *Zone) UnmarshalText(b []byte) error {
	zone, ok := ParseZone(string(b))
	if !ok && len(b) > 0 {
		return &Error{Kind: Unreadable, Text: string(b)}
	}
	*z = zone
	return nil
}

// Offset returns the zone's distance from UTC, 0 if unset.
func (z Zone) Offset() time.Duration {
	if z < WIB || z > WIT {
		return 0
	}
	return time.Duration(z-WIB+7) * time.Hour
}

// Location returns a fixed location, UTC if unset. It needs no zone database, which a Windows laptop lacks.
func (z Zone) Location() *time.Location {
	if z.Offset() == 0 {
		return time.UTC
	}
	return time.FixedZone(z.String(), int(z.Offset()/time.Second))
}
