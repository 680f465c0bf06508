package screen

import (
	"strconv"
	"strings"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// NewOfficeForm is what the office's papers have in common: the letterhead, how letters are numbered, on what they are printed, and who
// signs. It is the whole office's.
func NewOfficeForm(env *Env) Screen { return newOfficeForm(env, "") }

// newOfficeForm begins at the field that is to be filled in.
func newOfficeForm(env *Env, focus string) *recordForm {
	fields := []kit.Field{
		{ID: model.OfficeHead, Label: "office.head", Kind: kit.AreaField, Rows: 6, Hint: "office.head-hint"},
		{ID: model.OfficeLogo, Label: "office.logo", Hint: "office.logo-hint", Limit: 1000},
		{ID: model.OfficeNumbers, Label: "office.numbers", Hint: "office.numbers-hint", Limit: 200},
		{ID: model.OfficeCity, Label: "settings.city", Hint: "settings.city-hint", Limit: 100},
		{ID: model.OfficeSize, Label: "office.size", Kind: kit.ChoiceField, Options: []kit.Option{
			{Value: "", Name: "A4"}, {Value: "F4", Name: "F4"},
		}},
	}
	for _, p := range model.Posts() {
		label := func(part string) lang.Key { return lang.Key("office." + string(p) + "-" + part) }
		fields = append(fields,
			kit.Field{ID: model.SignerRegister(p, model.SignerActing), Label: label("acting"), Kind: kit.ChoiceField, Options: actings()},
			kit.Field{ID: model.SignerRegister(p, model.SignerPost), Label: label("post"), Limit: text.LineLimit},
			kit.Field{ID: model.SignerRegister(p, model.SignerName), Label: label("name"), Limit: text.LineLimit},
			kit.Field{ID: model.SignerRegister(p, model.SignerNIP), Label: label("nip"), Limit: 40, Check: CheckNIP},
		)
	}
	fields = append(fields, kit.Field{
		ID: model.OfficeRetains, Label: "office.retain", Hint: "office.retain-hint", Limit: 2, Check: checkYears,
	})
	return newRecordForm(env, recordFormSpec{
		name: "office", key: model.OfficeSettings(), verb: model.VerbEdit, title: "office.title", help: "office.help", saved: "office.saved",
		fields: fields, focus: focus, stored: map[string]func(string) string{model.OfficeLogo: pastedPath},
	})
}

// actings are the ways in which somebody signs for another.
func actings() []kit.Option {
	out := []kit.Option{{Value: "", Label: "office.himself"}}
	for _, s := range []string{"a.n.", "Plt.", "Plh."} {
		out = append(out, kit.Option{Value: s, Name: s})
	}
	return out
}

// CheckNIP says what is wrong with a NIP or NRP, in whatever groups somebody types it.
func CheckNIP(typed string) lang.Phrase {
	digits := strings.Map(func(r rune) rune {
		if r == ' ' || r == '.' || r == '-' {
			return -1
		}
		return r
	}, strings.TrimSpace(typed))
	// The numbers of police and army have eight digits, old ones of civil servants nine.
	if n := len(digits); digits != "" && (n != 18 && n != 8 && n != 9 || strings.Trim(digits, "0123456789") != "") {
		return lang.Of("office.bad-nip")
	}
	return lang.Phrase{}
}

// checkYears says what is wrong with a number of years.
func checkYears(typed string) lang.Phrase {
	if n, err := strconv.Atoi(typed); typed != "" && (err != nil || n < 1) {
		return lang.Of("office.bad-years")
	}
	return lang.Phrase{}
}

// pastedPath is a path as it is pasted from a file manager, without its quotes.
func pastedPath(typed string) string {
	s, _ := text.Line(typed)
	return strings.Trim(strings.TrimSpace(s), `"'`)
}
