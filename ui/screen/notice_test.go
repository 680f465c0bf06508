package screen_test

import (
	"testing"
	"time"

	"hadir/model"
	"hadir/ui/lang"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// notices is a store that has something to tell.
type notices struct {
	screen.Store
	all []model.Notice
}

func (n notices) Notices() []model.Notice { return n.all }

// TestHomeTellsWhatTheStorageMet reads what was lost before anything else, once, and again at no later home.
func TestHomeTellsWhatTheStorageMet(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		d.Env.Store = notices{d.Env.Store, []model.Notice{
			{Kind: model.NoticeUnclosed, At: d.Env.Now().Add(-time.Hour)},
			{Kind: model.NoticeLost, Count: 3, File: "/x/hadir.db.damaged-1", At: d.Env.Now().Add(-time.Hour)},
			{Kind: model.NoticeClockBack, At: d.Env.Now().Add(48 * time.Hour)},
		}}
		d.Show(screen.NewHome(d.Env))
		d.Sees("3 catatan hilang")
		d.Keys("enter")
		d.Sees("Jam komputer ini lebih awal")
		d.Keys("esc")
		d.Misses("Sudah saya baca")
		d.Show(screen.NewHome(d.Env))
		d.Misses("Sudah saya baca")
	})
}

// TestEveryNoticeHasWords says each kind in both languages, with nothing left open.
func TestEveryNoticeHasWords(t *testing.T) {
	kinds := []model.NoticeKind{
		model.NoticeReplayed, model.NoticeRebuilt, model.NoticeUnproved, model.NoticeLost, model.NoticeReturned, model.NoticeUnclosed, model.NoticeDoubtful,
		model.NoticeInterrupted, model.NoticeLogDamaged, model.NoticeLogFailed, model.NoticeStrange, model.NoticeReadOnly,
		model.NoticeBehind, model.NoticeClockBack, model.NoticeNoSpace, model.NoticeSnapshotBad, model.NoticeNoSecond, model.NoticeSecondFailed, model.NoticeSecondBad,
		model.NoticeMigrated, model.NoticeDraftLost, model.NoticeLent, model.NoticeOlder, model.NoticePurge, model.NoticeShared,
	}
	for _, code := range []string{lang.Indonesian, lang.English} {
		l := lang.New(code)
		for _, k := range kinds {
			said := l.Say(lang.Key("safe.notice."+string(k)), "n", 2, "file", "F", "time", "T")
			if len(said) < 30 || said[0] == '[' {
				t.Errorf("%s %s: %q", code, k, said)
			}
		}
	}
}
