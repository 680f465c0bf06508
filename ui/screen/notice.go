package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// noticeTeller tells what the storage met with since it was opened.
type noticeTeller interface {
	Notices() []model.Notice
}

// noticed says that there may be something of the storage to tell.
type noticed struct{}

// NoticeWords is a notice as a sentence: what happened, what was kept, what to do.
func (e *Env) NoticeWords(n model.Notice) lang.Phrase {
	at := ""
	if !n.At.IsZero() {
		at = e.lately(n.At)
	}
	said := lang.Of(lang.Key("safe.notice."+string(n.Kind)), "n", n.Count, "file", n.File, "time", at)
	switch n.Kind {
	case model.NoticeRebuilt, model.NoticeUnproved, model.NoticeLost:
		if n.File != "" {
			return lang.Of("safe.notice-and", "said", said, "kept", lang.Of("safe.kept-damaged", "file", n.File))
		}
	}
	return said
}

// Grave reports whether a notice is asked to be read, and not just told in passing.
func Grave(n model.Notice) bool {
	switch n.Kind {
	case model.NoticeUnclosed, model.NoticeMigrated, model.NoticeReadOnly, model.NoticeNoSecond, model.NoticeSecondFailed,
		model.NoticeSecondBad, model.NoticeInterrupted:
		return false
	}
	return true
}

// tell tells the next notice that nobody at this desk has seen, and once there is none, what typing was left.
func (h *home) tell() tea.Cmd {
	all := h.env.Store.Notices()
	if h.env.Noticed >= len(all) {
		return h.findLeft()
	}
	n := all[h.env.Noticed]
	h.env.Noticed++
	next := func() tea.Cmd { return send(noticed{}) }
	if !Grave(n) {
		return tea.Sequence(send(Said{kit.Warn, h.env.NoticeWords(n)}), next())
	}
	h.asking = kit.NewConfirm(h.env.Look, h.env.NoticeWords(n), kit.Answer{Label: "safe.read", Do: next})
	return nil
}
