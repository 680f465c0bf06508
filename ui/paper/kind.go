package paper

import (
	"fmt"

	"hadir/ui/lang"
)

// Kind is one paper of an event, by the word that commands and file names use.
type Kind string

// The papers. An invitation is two: the letter, and the list of those invited; and a third where each has a letter of his own.
const (
	KindInvitation Kind = "undangan"
	KindProgramme  Kind = "susunan-acara"
	KindAttendance Kind = "daftar-hadir"
	KindMinutes    Kind = "notula"
	KindReport     Kind = "laporan"
	KindFollowUp   Kind = "rtl"
	KindDeed       Kind = "berita-acara"
	KindPayment    Kind = "transpor"
	KindPress      Kind = "siaran-pers"
	KindCards      Kind = "kartu"
)

// Kinds are all papers in the order of an event's file.
func Kinds() []Kind {
	return []Kind{
		KindInvitation, KindProgramme, KindAttendance, KindMinutes, KindReport, KindFollowUp, KindDeed, KindPayment, KindPress, KindCards,
	}
}

// Make makes the papers of one kind.
func Make(l *lang.Lang, k Kind, f Facts) ([]Paper, error) {
	switch k {
	case KindInvitation:
		papers := []Paper{InvitationLetter(l, f), InvitationList(l, f)}
		if f.Each {
			papers = append(papers, InvitationLetters(l, f))
		}
		return papers, nil
	case KindProgramme:
		return []Paper{Programme(l, f)}, nil
	case KindAttendance:
		p, _, err := AttendanceList(l, f)
		return []Paper{p}, err
	case KindMinutes:
		return []Paper{Minutes(l, f)}, nil
	case KindReport:
		return []Paper{Report(l, f)}, nil
	case KindFollowUp:
		return []Paper{FollowUp(l, f)}, nil
	case KindDeed:
		return []Paper{DeedOf(l, f)}, nil
	case KindPayment:
		return []Paper{PaymentList(l, f)}, nil
	case KindPress:
		return []Paper{PressRelease(l, f)}, nil
	case KindCards:
		return []Paper{Cards(l, f)}, nil
	}
	return nil, fmt.Errorf("no paper is called %q", k)
}
