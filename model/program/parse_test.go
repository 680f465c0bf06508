package program_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hadir/model/program"
)

// whole is a file that uses every field.
const whole = `{
  "format": "hadir-event-1",
  "event": {
    "theme": "  Desa\tBinaan ", "kind": "sosialisasi", "organiser": "Kantor Contoh", "venue": "Balai Desa", "date": "2026-11-28",
    "start": "9:00", "end": "1200", "zone": "wib", "status": "scheduled", "expected": 30, "basis": "DIPA\r\n2026",
    "invitation": "W.1", "assignment": "W.2", "groups": "kepala desa", "result": "a", "conclusion": "b", "suggestion": "c",
    "source": "d", "sample": true
  },
  "sessions": [{"name": "Hari 2", "date": "2026-11-29", "start": "09.00", "end": "10.00"}],
  "people": [{"key": "a", "name": "Drs. Contoh Satu, M.Si.", "institution": "Dinas Contoh"}],
  "roles": [
    {"key": "buka", "person": "a", "duty": "opener", "post": "Kepala Dinas"},
    {"person": "a", "duty": "speaker"}
  ],
  "agenda": [{"kind": "opening", "title": "Pembukaan", "start": "09.00", "end": "09.15", "role": "buka", "points": ["x", " ", "y\u001b[31m"]}],
  "guests": [{"name": "H. Contoh Dua, S.H.", "post": "Kepala Desa", "institution": "Desa Contoh", "village": "Contoh",
    "district": "Contoh", "phone": "81000012345", "category": "KDS", "sex": "L", "note": "n", "before": "Ir.", "after": "M.M."}]
}`

func TestParseCleans(t *testing.T) {
	f, err := program.Parse([]byte("\ufeff" + whole))
	if err != nil {
		t.Fatal(err)
	}
	want := program.Event{
		Theme: "Desa Binaan", Kind: "sosialisasi", Organiser: "Kantor Contoh", Venue: "Balai Desa", Date: "2026-11-28",
		Start: "09.00", End: "12.00", Zone: "WIB", Status: "scheduled", Expected: 30, Basis: "DIPA\n2026", Invitation: "W.1",
		Assignment: "W.2", Groups: "kepala desa", Result: "a", Conclusion: "b", Suggestion: "c", Source: "d", Sample: true,
	}
	if diff := cmp.Diff(want, f.Event); diff != "" {
		t.Errorf("event (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"x", "y"}, f.Agenda[0].Points); diff != "" {
		t.Errorf("points (-want +got):\n%s", diff)
	}
}

func TestParseRefuses(t *testing.T) {
	event := func(more string) string {
		return `{"format": "hadir-event-1", "event": {"theme": "T"}` + more + `}`
	}
	tests := []struct {
		name, file string
		want       program.Error
	}{
		{"nothing", "", program.Error{Fault: program.FaultSyntax, Line: 1, Column: 1}},
		{"no JSON", "PK\x03\x04", program.Error{Fault: program.FaultSyntax, Line: 1, Column: 1}},
		{"a comma too many", "{\n  \"format\": \"hadir-event-1\",\n}", program.Error{Fault: program.FaultSyntax, Line: 3, Column: 1}},
		{"cut off", `{"format": "hadir-event-1"`, program.Error{Fault: program.FaultSyntax, Line: 1, Column: 26}},
		{"a second value", event("") + "\n{}", program.Error{Fault: program.FaultSyntax, Line: 2, Column: 1}},
		{"another format", `{"format": "hadir-event-2", "tema": 1}`, program.Error{Fault: program.FaultFormat, Where: "format", Value: "hadir-event-2"}},
		{"no format", `{"event": {"theme": "T"}}`, program.Error{Fault: program.FaultFormat, Where: "format"}},
		{"a list", `[1]`, program.Error{Fault: program.FaultType, Value: "array", Line: 1, Column: 1}},
		{"an unknown field", event(`, "tamu": []`), program.Error{Fault: program.FaultUnknown, Value: "tamu"}},
		{"an unknown field within", event(`, "guests": [{"name": "A", "nik": "1"}]`), program.Error{Fault: program.FaultUnknown, Value: "nik"}},
		{"a number for text", "{\"format\": \"hadir-event-1\",\n \"event\": {\"theme\": 7}}", program.Error{Fault: program.FaultType, Where: "event.theme", Value: "number", Line: 2, Column: 21}},
		{"no theme", `{"format": "hadir-event-1"}`, program.Error{Fault: program.FaultMissing, Where: "event.theme"}},
		{"a theme that nobody sees", `{"format": "hadir-event-1", "event": {"theme": "\u200b"}}`, program.Error{Fault: program.FaultMissing, Where: "event.theme"}},
		{"no such day", `{"format": "hadir-event-1", "event": {"theme": "T", "date": "2023-02-29"}}`, program.Error{Fault: program.FaultValue, Where: "event.date", Value: "2023-02-29"}},
		{"a day in words", `{"format": "hadir-event-1", "event": {"theme": "T", "date": "besok"}}`, program.Error{Fault: program.FaultValue, Where: "event.date", Value: "besok"}},
		{"no such time", `{"format": "hadir-event-1", "event": {"theme": "T", "start": "25.00"}}`, program.Error{Fault: program.FaultValue, Where: "event.start", Value: "25.00"}},
		{"no such zone", `{"format": "hadir-event-1", "event": {"theme": "T", "zone": "GMT"}}`, program.Error{Fault: program.FaultValue, Where: "event.zone", Value: "GMT"}},
		{"no such status", `{"format": "hadir-event-1", "event": {"theme": "T", "status": "selesai"}}`, program.Error{Fault: program.FaultValue, Where: "event.status", Value: "selesai"}},
		{"fewer than none", `{"format": "hadir-event-1", "event": {"theme": "T", "expected": -1}}`, program.Error{Fault: program.FaultValue, Where: "event.expected", Value: "-1"}},
		{"a session without a name", event(`, "sessions": [{"name": "A"}, {}]`), program.Error{Fault: program.FaultMissing, Where: "sessions[2].name"}},
		{"a person twice", event(`, "people": [{"key": "a", "name": "A"}, {"key": "a", "name": "B"}]`), program.Error{Fault: program.FaultTwice, Where: "people[2].key", Value: "a"}},
		{"a role of nobody", event(`, "roles": [{"person": "b", "duty": "chair"}]`), program.Error{Fault: program.FaultReference, Where: "roles[1].person", Value: "b"}},
		{"no such duty", event(`, "people": [{"key": "a", "name": "A"}], "roles": [{"person": "a", "duty": "king"}]`), program.Error{Fault: program.FaultValue, Where: "roles[1].duty", Value: "king"}},
		{"an item of no role", event(`, "agenda": [{"kind": "talk", "title": "A", "role": "r"}]`), program.Error{Fault: program.FaultReference, Where: "agenda[1].role", Value: "r"}},
		{"a guest without a name", event(`, "guests": [{"name": " "}]`), program.Error{Fault: program.FaultMissing, Where: "guests[1].name"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := program.Parse([]byte(test.file))
			var got *program.Error
			if !errors.As(err, &got) {
				t.Fatalf("got %v, want an *Error", err)
			}
			if diff := cmp.Diff(test.want, *got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTooManyGuests(t *testing.T) {
	guests := strings.Repeat(`{"name":"A"},`, program.MaxEntries) + `{"name":"A"}`
	_, err := program.Parse([]byte(`{"format":"hadir-event-1","event":{"theme":"T"},"guests":[` + guests + `]}`))
	var got *program.Error
	if !errors.As(err, &got) || got.Fault != program.FaultTooMany || got.Where != "guests" {
		t.Errorf("got %v", err)
	}
}

// FuzzParse feeds anything: an error is always an *Error, and what is accepted makes an event.
func FuzzParse(f *testing.F) {
	f.Add([]byte(whole))
	f.Add(program.Example())
	f.Add([]byte(`{"format":"hadir-event-1","event":{"theme":"T"},"guests":[{"name":"H."}]}`))
	f.Add([]byte(`{"format":"hadir-event-1","event":null}`))
	f.Add([]byte(`{"format":{}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := program.Parse(b)
		if err != nil {
			var e *program.Error
			if !errors.As(err, &e) {
				t.Fatalf("%T is no *Error: %v", err, err)
			}
			return
		}
		if err := file.Clean(); err != nil {
			t.Errorf("clean is not clean: %v", err)
		}
		records := folded(t, file)
		if len(records) == 0 {
			t.Error("no event was made")
		}
	})
}
