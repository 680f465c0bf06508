package model_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hadir/model"
)

// The number and the name that stand everywhere in these tests.
const (
	ourNIK   = "3317104501900000"
	ourPhone = "081000012345"
	ourName  = "Suyatno"
)

// keysOfAll is a record of every kind that belongs to an event, and of those that belong to none.
func keysOfAll() []model.Key {
	event, id := model.ID{1}, model.ID{2}
	return []model.Key{
		model.EventKey(event), model.SessionKey(event, id), model.GuestKey(event, id), model.SeatKey(event, model.ID{}, id),
		model.RoleKey(event, id), model.AgendaItemKey(event, id), model.QuestionKey(event, id), model.ActionKey(event, id),
		model.EvidenceKey(event, id), model.PersonKey(id), model.SavedKey(id), model.VillageKey("33.17.10.2018"),
		model.OfficeSettings(),
	}
}

// fieldsOf are fields of a kind, among them all that may tell of people.
func fieldsOf(k model.Kind) []string {
	switch k {
	case model.KindGuest:
		return []string{
			model.GuestName, model.GuestBefore, model.GuestPost, model.GuestInstitution, model.GuestPhone, model.GuestPhoneRaw,
			model.GuestNIK, model.GuestNote, model.GuestSheet, model.GuestRow, model.GuestSex,
		}
	case model.KindEvent:
		return []string{
			model.EventTheme, model.EventContact, model.EventSalt, model.EventSuggestion, model.EventImports, model.EventDate,
			model.Purged,
		}
	case model.KindSeat:
		return []string{model.SeatArrivals, model.SeatDeputies, model.SeatExcuses}
	case model.KindQuestion:
		return []string{
			model.QuestionText, model.QuestionAsker, model.QuestionPost, model.QuestionFrom, model.QuestionAnswers,
			model.QuestionReferences, model.QuestionTags, model.QuestionNo,
		}
	case model.KindAction:
		return []string{model.ActionDo, model.ActionAsker, model.ActionFrom, model.ActionNotes, model.ActionDue}
	case model.KindSaved:
		return []string{model.SavedName, model.SavedQuery}
	case model.KindPerson:
		return []string{model.PersonPhone, model.PersonName, model.PersonSameAs}
	case model.KindAgenda:
		return []string{model.AgendaTitle, model.AgendaPoints, model.AgendaStart}
	case model.KindEvidence:
		return []string{model.EvidenceCaption, model.EvidencePath, model.EvidenceSum}
	}
	return []string{"name", "post", "order"}
}

// anyValue is what may stand in any field: words with numbers and names, and objects as sets hold them.
func anyValue() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{
		"", "x", "y", ourName, ourPhone, ourNIK, model.Erased, "hubungi " + ourName + " di 0810-0001-2345", `{"name":"` + ourName + `","post":"Kades"}`,
		`{"text":"HP ` + ourPhone + `","by":"` + ourName + `","later":[1]}`, `{"file":"` + ourPhone + `.xlsx","rows":3}`, `{"cite":"` + ourNIK + `"}`,
		`{"text":"x"}`, "purged", "numbers", "names",
	})
}

// anyChanges are changes of one record, each with a stamp of its own.
func anyChanges(k model.Key) *rapid.Generator[[]model.Change] {
	return rapid.Custom(func(t *rapid.T) []model.Change {
		var out []model.Change
		for i := range rapid.IntRange(0, 8).Draw(t, "changes") {
			var sets []model.Set
			for _, field := range rapid.SliceOfNDistinct(rapid.SampledFrom(fieldsOf(k.Kind)), 0, 3, rapid.ID).Draw(t, "fields") {
				s := drawSet(3).Draw(t, "set")
				s.Field, s.Value = field, anyValue().Draw(t, "value")
				sets = append(sets, s)
			}
			out = append(out, model.Change{Device: 1, Time: uint64(i + 1), Key: k, Sets: sets})
		}
		return out
	})
}

func TestFoldOfRedactedChangesIsTheRedactedRecord(t *testing.T) {
	for _, k := range keysOfAll() {
		t.Run(k.Kind.String(), rapid.MakeCheck(func(t *rapid.T) {
			changes := anyChanges(k).Draw(t, "changes")
			level := rapid.SampledFrom([]model.Level{model.Whole, model.NoNumbers, model.NoNames}).Draw(t, "level")
			var redacted []model.Change
			for _, c := range changes {
				before, _ := json.Marshal(c)
				redacted = append(redacted, model.Redact(c, level))
				if after, _ := json.Marshal(c); string(before) != string(after) {
					t.Fatal("the change itself was altered")
				}
			}
			want, gone := model.RedactRecord(fold(k, changes...), level)
			sameRecord(t, "fold of redacted", fold(k, rapid.Permutation(redacted).Draw(t, "order")...), want)

			again, more := model.RedactRecord(want, level)
			if sameRecord(t, "redacted twice", again, want); more.Numbers > 0 || more.Names > 0 {
				t.Fatalf("twice: %+v", more)
			}
			higher, _ := model.RedactRecord(want, model.NoNames)
			atOnce, _ := model.RedactRecord(fold(k, changes...), model.NoNames)
			sameRecord(t, "numbers, then names", higher, atOnce)
			if level == model.Whole && gone.Any() {
				t.Fatal("something is gone at no level")
			}
			for _, c := range changes {
				if !model.MayBePersonal(c) && gocmp.Diff(c, model.Redact(c, model.NoNames)) != "" {
					t.Fatal("told to be nothing personal, and it is")
				}
			}
		}))
	}
}

// TestNoNumberAndNoNameIsLeft puts number and name into every text that tells of people and looks for what is left of them.
func TestNoNumberAndNoNameIsLeft(t *testing.T) {
	for _, k := range keysOfAll() {
		if k.Kind == model.KindSetting || k.Kind == model.KindVillage {
			continue // the office's own
		}
		rapid.Check(t, func(t *rapid.T) {
			for _, c := range anyChanges(k).Draw(t, "changes") {
				for _, s := range model.Redact(c, model.NoNumbers).Sets {
					if plainField(k.Kind, s.Field) {
						continue
					}
					if strings.Contains(s.Value, ourNIK) || strings.Contains(s.Value, ourPhone) || strings.Contains(s.Value, "0810-0001-2345") {
						t.Fatalf("%s %s: %q", k.Kind, s.Field, s.Value)
					}
				}
			}
		})
	}
	guest := model.GuestKey(model.ID{1}, model.ID{2})
	c := model.Redact(model.Change{Key: guest, Sets: model.Guest{
		Name: ourName, Before: "H.", Post: "Kepala Desa", Institution: "Desa Pulo", NIK: ourNIK, Phone: "+6281000012345",
		Sex: "L", Order: 3, Sheet: 1, Row: 3, Note: "kursi roda",
	}.Registers()}, model.NoNames)
	got := model.GuestOf(fold(guest, c))
	want := model.Guest{ID: model.ID{2}, Name: model.Erased, Institution: "Desa Pulo", Sex: "L", Order: 3, Sheet: 1, Row: 3}
	if d := gocmp.Diff(want, got); d != "" {
		t.Errorf("the guest (-want +got):\n%s", d)
	}
	deputy := model.Change{Key: model.SeatKey(model.ID{1}, model.ID{}, model.ID{2}), Sets: model.Seat{}.Represent(model.Deputy{Name: "Sri Lestari", Post: "Sekdes", How: model.HowPaper})}
	seat := model.SeatOf(fold(deputy.Key, model.Redact(deputy, model.NoNames)))
	if d := gocmp.Diff(model.Deputy{Name: model.Erased, How: model.HowPaper}, seat.Deputy); d != "" || seat.State != model.StateRepresented {
		t.Errorf("the deputy, %s (-want +got):\n%s", seat.State, d)
	}
}

// plainField are those of [fieldsOf] in which no words of people stand.
func plainField(k model.Kind, field string) bool {
	return slices.Contains([]string{
		model.GuestSheet, model.GuestRow, model.GuestSex, model.EventSalt, model.EventDate, model.Purged, model.SeatArrivals,
		model.SeatExcuses, model.QuestionNo, model.ActionDue, model.PersonSameAs, model.AgendaStart, model.EvidenceSum, "order",
	}, field) || k == model.KindSession && field == "post"
}

func TestOwnersThatArePeopleGo(t *testing.T) {
	k := model.ActionKey(model.ID{1}, model.ID{2})
	guest, role := model.GuestKey(model.ID{1}, model.ID{3}).Text(), model.RoleKey(model.ID{1}, model.ID{4}).Text()
	person := model.PersonKey(model.ID{5}).Text()
	write := func(values ...string) []model.Set {
		var sets []model.Set
		for i := 0; i < len(values); i += 2 {
			sets = append(sets, model.Write(values[i], values[i+1]))
		}
		return sets
	}
	edit := model.Set{Field: model.ActionOwner, Value: ourName, Seen: &model.Seen{Bases: []model.Stamp{{Time: 1, Device: 1}}}}
	tests := []struct {
		what string
		sets []model.Set
		want string
	}{
		{"a guest", write(model.ActionOwner, ourName, model.ActionOwnerKey, guest), model.Erased},
		{"a person", write(model.ActionOwner, ourName, model.ActionOwnerKey, person), model.Erased},
		{"an official's role", write(model.ActionOwner, "Ridwan", model.ActionOwnerKey, role), "Ridwan"},
		{"an institution", write(model.ActionOwner, "Dinperinnaker"), "Dinperinnaker"},
		{"an edit alone", []model.Set{edit}, model.Erased},
		{"an edit that makes it free words", append([]model.Set{edit}, write(model.ActionOwnerKey, "")...), ourName},
	}
	for _, tt := range tests {
		got := model.Redact(model.Change{Key: k, Sets: tt.sets}, model.NoNames)
		r := fold(k, got)
		if owner := r.Get(model.ActionOwner); owner != tt.want {
			t.Errorf("%s: %q, want %q", tt.what, owner, tt.want)
		}
		if of := r.Get(model.ActionOwnerKey); of == person {
			t.Errorf("%s: the person's ID, made of the name, stands there", tt.what)
		}
	}
}

func TestALevelOnlyGrows(t *testing.T) {
	d := newDesks(1)[0]
	k := model.EventKey(model.ID{1})
	d.act(0, model.VerbCreate, k, model.Write(model.EventTheme, "x"))
	done := d.act(1, model.VerbPurge, k, model.AddPurged(model.NoNames))
	d.act(2, model.VerbPurge, k, model.AddPurged(model.NoNumbers))
	d.undo(t, 3, done)
	if l := model.LevelOf(d.record(k)); l != model.NoNames {
		t.Errorf("level %d", l)
	}
	if l := model.PurgedBy(done[0]); l != model.NoNames {
		t.Errorf("the change says %d", l)
	}
	if got := model.PurgedWith(model.GuestKey(model.ID{1}, model.ID{2})); got != k {
		t.Errorf("a guest is purged with %v", got)
	}
	if got := model.PurgedWith(model.SavedKey(model.ID{2})); got != model.SavedKey(model.ID{2}) {
		t.Errorf("a kept search is purged with %v", got)
	}
}
