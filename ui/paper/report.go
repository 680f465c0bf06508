package paper

import (
	"strconv"
	"strings"

	"hadir/model"
	"hadir/ui/lang"
)

// Report is the laporan kegiatan with its chapters, the table of groups, and the page of photographs; the other papers are named as its
// annexes.
func Report(l *lang.Lang, f Facts) Paper {
	m := newMaker(l, f, "paper.file-report", "paper.report")
	m.letterhead()
	m.add(m.named(l.Say("paper.report")))
	m.chapter("A", "paper.report-introduction")
	m.part(1, "paper.report-basis", m.conclusionOf(f.Event.Basis, model.EventBasis, "paper.report-basis"))
	m.part(2, "paper.report-aim", m.conclusionOf(f.Event.Result, model.EventResult, "paper.report-aim"))
	m.part(3, "paper.report-scope", Para{Align: Justified, Runs: Text(l.Say("paper.report-scope-text", "kind", m.kind(), "theme", m.theme(), "groups", m.groups()))})
	m.chapter("B", "paper.report-held")
	m.part(1, "paper.report-when", Fields{Rows: []Field{{l.Say("paper.day"), m.longDay()}, {l.Say("paper.hours"), m.hours()}, {l.Say("paper.venue"), m.venue()}}})
	m.part(2, "paper.report-committee", m.committee())
	m.part(3, "paper.participants", m.reportGuests()...)
	m.part(4, "paper.report-speakers", m.reportSpeakers())
	m.add(Heading{Level: 2, Text: "5. " + l.Say("paper.proceedings")})
	m.proceedings(Letters)
	m.chapter("C", "paper.report-results")
	m.add(Heading{Level: 2, Text: "1. " + l.Say("paper.discussion")})
	m.discussion()
	m.chapter("D", "paper.report-conclusions")
	m.part(1, "paper.conclusion", m.conclusionOf(f.Event.Conclusion, model.EventConclusion, "paper.conclusion"))
	m.part(2, "paper.suggestion", m.conclusionOf(f.Event.Suggestion, model.EventSuggestion, "paper.suggestion"))
	m.chapter("E", "paper.matrix")
	m.followUp()
	m.chapter("F", "paper.report-closing")
	m.add(Para{Align: Justified, Keep: true, Runs: Text(l.Say("paper.report-close"))}, m.reportSigns())
	m.annexes()
	m.photos()
	return m.p
}

func (m *maker) chapter(letter string, title lang.Key) {
	m.add(Heading{Level: 1, Text: letter + ". " + m.l.Say(title)})
}

func (m *maker) part(n int, title lang.Key, blocks ...Block) {
	m.add(Heading{Level: 2, Text: strconv.Itoa(n) + ". " + m.l.Say(title)})
	m.add(blocks...)
}

// conclusionOf is a register of lines as one block.
func (m *maker) conclusionOf(value, field string, name lang.Key) Block {
	switch lines := linesOf(value); len(lines) {
	case 0:
		return Para{Runs: Text(m.gap(field, name))}
	case 1:
		return Para{Runs: Text(lines[0]), Align: Justified}
	default:
		return List{Marks: Letters, Items: items(lines)}
	}
}

func (m *maker) groups() string {
	return m.or(listed(m.l, linesOf(m.f.Event.Groups)), model.EventGroups, "paper.groups")
}

func (m *maker) committee() Block {
	var lines []string
	for _, r := range m.f.roles(model.DutyChair, model.DutyCommittee, model.DutyModerator, model.DutyRecorder, model.DutyHost) {
		lines = append(lines, m.l.Say(lang.Key("paper.duty."+string(r.Duty)))+": "+titled(r.FullName(), r.Post))
	}
	if len(lines) == 0 {
		return Para{Runs: Text(m.organiser() + ". " + m.gap("committee", "paper.report-committee"))}
	}
	return List{Marks: Letters, Items: items(lines)}
}

func (m *maker) reportSpeakers() Block {
	speakers := m.f.roles(model.DutySpeaker)
	if len(speakers) == 0 {
		return Para{Runs: Text(m.gap(string(model.DutySpeaker), "paper.speakers"))}
	}
	t := Table{Size: sizeSmall, Columns: []Column{
		{Head: m.l.Say("paper.no"), Width: 9, Align: Centre}, {Head: m.l.Say("paper.speaker"), Width: 62}, {Head: capital(m.l.Say("paper.key-points")), Width: 94},
	}}
	for i, r := range speakers {
		points := strings.Join(m.pointsOf(r), "\n")
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			rowNumber(i + 1), {Text: titled(r.FullName(), r.Post)}, {Text: m.or(points, "agenda", "paper.key-points")},
		}})
	}
	return t
}

// reportGuests says who came: in a sentence, and by group and sex.
func (m *maker) reportGuests() []Block {
	blocks := []Block{Para{Align: Justified, Runs: Text(m.attendance())}}
	if !m.f.held() {
		return blocks
	}
	return append(blocks, m.groupTable())
}

func (m *maker) reportSigns() Signs {
	leader := m.leader()
	leader.Head = m.l.Say("paper.approved")
	return Signs{Place: m.placeAndDay(), Signers: []Signer{leader, m.signer(model.DutyChair, "paper.chair")}}
}

// annexes name the papers that go with the report, and what evidence was recorded.
func (m *maker) annexes() {
	list := []string{
		m.l.Say("paper.letter"), m.l.Say("paper.programme"), m.l.Say("paper.attendance"), m.l.Say("paper.minutes"), m.l.Say("paper.press"),
		m.l.Say("paper.photos"),
	}
	for _, e := range m.f.Evidence {
		if e.Proof != model.ProofPhoto && !e.Removed {
			list = append(list, strings.TrimSpace(base(e.Path)+" "+e.Caption))
		}
	}
	m.add(Heading{Level: 1, Text: m.l.Say("paper.annexes")}, List{Items: items(list)})
}

// base is a file's name without its folders, of whichever system it was recorded on.
func base(path string) string {
	return path[strings.LastIndexAny(path, `/\`)+1:]
}

// photos are the page of photographs, in the slots of a report. Those whose files were found are shown without what their files tell
// beside the picture.
func (m *maker) photos() {
	var slots []Picture
	for _, slot := range append(model.PhotoSlots(), "") {
		n := len(slots)
		for _, e := range m.f.Evidence {
			if e.Proof == model.ProofPhoto && e.Slot == slot && !e.Removed {
				p := Picture{Data: m.f.Photos[e.ID], Caption: orElse(e.Caption, m.slotName(slot)), Name: base(e.Path)}
				slots = append(slots, m.ready(p))
			}
		}
		if len(slots) == n && slot != "" {
			slots = append(slots, Picture{Caption: m.slotName(slot), Name: m.gap("photo-"+string(slot), lang.Key("paper.slot."+string(slot)))})
		}
	}
	m.add(Break{}, Titles{Lines: []string{strings.ToUpper(m.l.Say("paper.photos"))}}, Pictures{Slots: slots})
}

// ready is a picture made ready; of one that cannot be, the slot is left and what is wrong is noted.
func (m *maker) ready(p Picture) Picture {
	if len(p.Data) == 0 {
		return p
	}
	ready, err := p.Ready()
	if err != nil {
		m.p.Problems = append(m.p.Problems, err)
		ready.Data = nil
	}
	return ready
}

func (m *maker) slotName(s model.PhotoSlot) string {
	if s == "" {
		return ""
	}
	return m.l.Say(lang.Key("paper.slot." + string(s)))
}
