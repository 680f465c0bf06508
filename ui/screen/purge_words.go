package screen

import (
	"hadir/model"
	"hadir/model/date"
	"hadir/ui/lang"
)

// PurgePlan tells what a purge would take out, and where.
func (e *Env) PurgePlan(p model.Purging) []lang.Phrase {
	what := lang.Of("purge.plan-numbers", "numbers", p.Numbers, "guests", p.Guests)
	if p.Level >= model.NoNames {
		what = lang.Of("purge.plan-names", "numbers", p.Numbers, "names", p.Names, "guests", p.Guests)
	}
	where := lang.Of("purge.plan-where", "changes", p.Changes, "drafts", p.Drafts, "searches", p.Searches)
	if p.Due {
		return []lang.Phrase{what, where, lang.Of("purge.finish-by")}
	}
	return []lang.Phrase{what, where}
}

// PurgeStays tells what a purge to a level leaves.
func PurgeStays(l model.Level) lang.Phrase {
	if l >= model.NoNames {
		return lang.Of("purge.stays-names")
	}
	return lang.Of("purge.stays-numbers")
}

// PurgeBeyond tells what a purge to a level does not reach.
func PurgeBeyond(l model.Level) []lang.Phrase {
	if l >= model.NoNames {
		return []lang.Phrase{lang.Of("purge.beyond"), lang.Of("purge.beyond-names")}
	}
	return []lang.Phrase{lang.Of("purge.beyond")}
}

// PurgeDone tells what a purge has taken out; where tells from where.
func PurgeDone(p model.Purging) (what, where lang.Phrase) {
	if p.None() {
		return lang.Of("purge.nothing"), lang.Phrase{}
	}
	what = lang.Of("purge.done-numbers", "numbers", p.Numbers, "guests", p.Guests)
	if p.Level >= model.NoNames {
		what = lang.Of("purge.done-names", "numbers", p.Numbers, "names", p.Names, "guests", p.Guests)
	}
	return what, lang.Of("purge.done-where", "changes", p.Changes, "drafts", p.Drafts, "searches", p.Searches, "copies", p.Copies)
}

// NamesKept tells why names of an event's list may not go yet; nothing where they may.
func (e *Env) NamesKept(about model.Event) lang.Phrase {
	if model.NamesMayGo(about, e.Me.Retention, e.Today().String()) {
		return lang.Phrase{}
	}
	until := model.NamesUntil(about, e.Me.Retention)
	var day date.Date
	if until == "" || day.UnmarshalText([]byte(until)) != nil {
		return lang.Of("purge.names-undated")
	}
	return lang.Of("purge.names-kept", "date", day.Plain(e.dates()))
}
