package model

import (
	"slices"
	"strings"
)

// KindsNamed are the kinds of records that a word of a search means, in Indonesian or English. A word that is a kind's name is that
// one alone; one that begins several means all of them.
func KindsNamed(value string) (out []Kind) {
	names := map[Kind][]string{
		KindQuestion:    {"pertanyaan", "tanya jawab", "tanya", "jawaban", "question", "questions", "answer"},
		KindAction:      {"tindak lanjut", "tindak", "janji", "action", "actions", "follow-up", "followup"},
		KindAgenda:      {"acara", "mata acara", "agenda", "materi", "item", "agenda item"},
		KindEvent:       {"kegiatan", "event", "events"},
		KindPerson:      {"orang", "peserta", "person", "people"},
		KindInstitution: {"instansi", "lembaga", "institution"},
	}
	value = searchWord(value)
	for k := KindSetting; k <= KindEvidence; k++ {
		if slices.ContainsFunc(names[k], func(n string) bool { return beginsWith(n, value) }) {
			out = append(out, k)
		}
	}
	return out
}

// StatusesNamed are the statuses that a word of a search means: as they are stored, in Indonesian, and in English as the screens
// call them. A word that is a status is that one alone; one that begins several means all of them.
func StatusesNamed(value string) (out []string) {
	names := map[string][]string{
		string(QuestionOpen):        {"belum terjawab", "open", "terbuka", "not answered", "unanswered"},
		string(QuestionAnswered):    {"terjawab", "answered", "dijawab"},
		string(QuestionWrittenOwed): {"perlu jawaban tertulis", "tertulis", "written_owed", "written answer owed"},
		string(QuestionWrittenSent): {"sudah dijawab tertulis", "written_sent", "answered in writing"},
		string(QuestionFollowUp):    {"ditindaklanjuti", "follow_up", "being followed up"},
		string(ActionTodo):          {"belum dimulai", "todo", "not begun"},
		string(ActionDoing):         {"berjalan", "doing", "under way"},
		string(ActionDone):          {"selesai", "done"},
		string(ActionDropped):       {"tidak dilanjutkan", "dropped"},
		string(StatusDraft):         {"draf", "draft"},
		string(StatusScheduled):     {"terjadwal", "scheduled"},
		string(StatusRunning):       {"berlangsung", "running"},
		string(StatusPostponed):     {"ditunda", "postponed"},
		string(StatusCancelled):     {"dibatalkan", "cancelled"},
	}
	value = searchWord(value)
	for status, words := range names {
		if slices.Contains(words, value) {
			return []string{status}
		}
		if slices.ContainsFunc(words, func(n string) bool { return beginsWith(n, value) }) {
			out = append(out, status)
		}
	}
	slices.Sort(out)
	return out
}

func searchWord(value string) string { return strings.ToLower(strings.TrimSpace(value)) }

// beginsWith reports whether a name begins with a value of at least two letters.
func beginsWith(name, value string) bool {
	return name == value || len(value) > 1 && strings.HasPrefix(name, value)
}
