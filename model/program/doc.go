// Package program knows an event that is described in a file: its theme and place, its sessions, who does what, the agenda
// and the invited guests, as far as they are known. It reads such a file, says what is wrong with it, and turns it into the
// changes that make the event. It holds the example, which is such a file.
//
// The file is JSON. Every part but the theme may be left out, and what is not known is left out rather than guessed. A field
// that the format does not have is refused by name, since a misspelt one would otherwise be lost without a word:
//
//	{
//	  "format": "hadir-event-1",
//	  "event": {
//	    "theme": "...", "kind": "sosialisasi", "organiser": "...", "venue": "...",
//	    "date": "2023-11-21", "start": "09.00", "end": "12.00", "zone": "WIB", "status": "scheduled",
//	    "expected": 60, "basis": "...", "invitation": "...", "assignment": "...", "groups": "...",
//	    "result": "...", "conclusion": "...", "suggestion": "...", "source": "...", "sample": false
//	  },
//	  "sessions": [{"name": "...", "date": "2023-11-22", "start": "09.00", "end": "12.00"}],
//	  "people":   [{"key": "a", "name": "...", "before": "Drs.", "after": "S.H.", "institution": "..."}],
//	  "roles":    [{"key": "speaker-1", "person": "a", "duty": "speaker", "post": "..."}],
//	  "agenda":   [{"kind": "talk", "title": "...", "start": "09.30", "end": "10.15", "role": "speaker-1", "points": ["..."]}],
//	  "guests":   [{"name": "...", "before": "H.", "after": "S.H.", "post": "...", "institution": "...", "village": "...",
//	                "district": "...", "phone": "0810-0001-2345", "category": "KDS", "sex": "L", "note": "..."}]
//	}
//
// Sessions are those beside the one that every event has. Keys only tie the parts of one file together: a person stands once
// under "people", however many roles name that key. Guests are read as an invited list is, see package roster: titles
// may stand with the name, and a second entry for the same guest adds nobody.
//
// The package keeps no clock, and reads no file but the example that is part of it.
package program
