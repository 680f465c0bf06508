package paper

import (
	"io"
	"testing"

	"hadir/model"
)

// BenchmarkAttendance makes the attendance list of 3,000 guests and writes it in each format.
func BenchmarkAttendance(b *testing.B) {
	f := sampleFacts(b)
	f.Guests, f.Seats = many(3000), map[model.ID]model.Seat{}
	l := indonesian()
	p, _, err := AttendanceList(l, f)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("make", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, _, err := AttendanceList(l, f); err != nil {
				b.Fatal(err)
			}
		}
	})
	for ext, write := range writers() {
		b.Run(ext[1:], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := write(io.Discard, p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLetters makes a letter of invitation for each of 3,000 guests and writes them in each format.
func BenchmarkLetters(b *testing.B) {
	f := sampleFacts(b)
	f.Guests = many(3000)
	l := indonesian()
	b.Run("make", func(b *testing.B) {
		for b.Loop() {
			InvitationLetters(l, f)
		}
	})
	p := InvitationLetters(l, f)
	for _, ext := range []string{".docx", ".pdf"} {
		write := writers()[ext]
		b.Run(ext[1:], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := write(io.Discard, p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
