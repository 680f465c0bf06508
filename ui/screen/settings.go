package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// settings is what the office and this desk are called, and how they work. The office's part is shared by all its laptops,
// the desk's is this one's alone.
type settings struct {
	*storedForm[settingsRead]
	me     model.Settings // as it stood when the form was opened
	copies model.Copies   // the same
}

// settingsRead is what the form shows.
type settingsRead struct {
	me     model.Settings
	copies model.Copies
}

// NewSettings is the form of the office's and this desk's settings.
func NewSettings(env *Env) Screen { return newSettings(env, nil) }

func newSettings(env *Env, found *model.Draft) *settings {
	s := &settings{}
	fields := []kit.Field{
		{ID: "office", Label: "settings.office", Limit: 200},
		{ID: "city", Label: "settings.city", Hint: "settings.city-hint", Limit: 100},
		{ID: "zone", Label: "settings.zone", Kind: kit.ChoiceField, Options: zoneOptions()},
		{ID: "nik", Label: "settings.nik", Kind: kit.ToggleField, Echo: func(v string) (string, lang.Phrase) {
			if v == kit.Yes {
				return env.Say("settings.nik-on"), lang.Phrase{}
			}
			return env.Say("settings.nik-off"), lang.Phrase{}
		}},
		{ID: "officer", Label: "settings.officer", Limit: 200},
		{ID: "desk", Label: "settings.desk", Hint: "settings.desk-hint", Limit: 50},
		s.copiesField(env),
		{ID: "language", Label: "settings.language", Kind: kit.ChoiceField, Options: languageOptions()},
	}
	read := func(ctx context.Context, store Store) (r settingsRead, err error) {
		if r.me, err = store.Settings(ctx); err == nil {
			r.copies, err = store.Copies(ctx, env.secondFolder(r.me))
		}
		return r, err
	}
	s.storedForm = newStoredForm(newDrafting(env, formSettings, model.ID{}, model.ID{}, back), fields, s.save, read, s.fill)
	s.found = found
	return s
}

// languageOptions name each language in itself: whoever cannot read the other has to find his own.
func languageOptions() []kit.Option {
	return []kit.Option{{Value: lang.Indonesian, Name: "Bahasa Indonesia"}, {Value: lang.English, Name: "English"}}
}

// Title says that these are the settings.
func (s *settings) Title() string { return s.env.Say("settings.title") }

// Help explains which settings are the office's and which are this desk's.
func (s *settings) Help() []lang.Key { return []lang.Key{"settings.help"} }

// Update reads anew what the form of the office's papers may have changed, too: the city stands in both. What is being typed stays.
func (s *settings) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(Resumed); ok {
		if s.form.Changed() {
			return nil
		}
		return s.Init()
	}
	return s.storedForm.Update(msg)
}

func (s *settings) fill(r settingsRead) tea.Cmd {
	s.me, s.copies = r.me, r.copies
	s.form.Fill(settingsValues(s.env, r.me))
	return nil
}

// Keys are those of every form, and the ways to what the office's papers have in common and to the protection of the data.
func (s *settings) Keys() kit.Bindings {
	office := kit.Binding{Keys: []string{"f4"}, Label: "office.key", Do: func() tea.Cmd { return open(NewOfficeForm(s.env)) }}
	seal := kit.Binding{Keys: []string{"f5"}, Label: "seal.room", Do: func() tea.Cmd { return open(NewProtection(s.env)) }}
	return append(kit.Bindings{office, seal}, s.drafting.Keys()...)
}

func settingsValues(env *Env, me model.Settings) map[string]string {
	nik, language := kit.No, me.Lang
	if me.NIK {
		nik = kit.Yes
	}
	if language == "" {
		language = env.Code()
	}
	return map[string]string{
		"office": me.Office, "city": me.City, "zone": me.Zone, "nik": nik, "officer": me.Officer, "desk": me.Desk,
		"copies": me.Copies, "language": language,
	}
}

func (s *settings) save(values map[string]string) tea.Cmd {
	return s.write(settingsChanges(s.act(model.VerbEdit), s.me, values), lang.Of("settings.saved"))
}

// settingsChanges writes what values say otherwise than the settings; values that are not there change nothing.
func settingsChanges(act model.Act, me model.Settings, values map[string]string) []model.Change {
	line := func(into map[string]string, register, id string) {
		if v, ok := values[id]; ok {
			into[register], _ = text.Line(v)
		}
	}
	office, desk := map[string]string{}, map[string]string{}
	line(office, model.OfficeName, "office")
	line(office, model.OfficeCity, "city")
	line(office, model.OfficeZone, "zone")
	line(desk, model.DeskOfficer, "officer")
	line(desk, model.DeskName, "desk")
	line(desk, model.DeskLanguage, "language")
	if v, ok := values["copies"]; ok {
		desk[model.DeskCopies] = SecondFolder(v)
	}
	switch values["nik"] {
	case kit.Yes:
		office[model.OfficeNIK] = "1"
	case kit.No:
		office[model.OfficeNIK] = ""
	}
	desk[model.DeskWelcomed] = "1"
	var changes []model.Change
	if sets := me.OfficeRecord.Edit(office); len(sets) > 0 {
		changes = append(changes, act.Change(model.OfficeSettings(), sets...))
	}
	if sets := me.OwnDesk.Edit(desk); len(sets) > 0 {
		changes = append(changes, act.Change(model.DeskSettings(me.Device), sets...))
	}
	return changes
}
