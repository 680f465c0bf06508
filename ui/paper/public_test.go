package paper

import (
	"errors"
	"strings"
	"testing"

	"hadir/model"
)

// A public copy does not claim to hold what it leaves out; one that tells it in words that somebody typed says so.
func TestAPublicCopyIsJudgedByWhatItTells(t *testing.T) {
	for name, c := range map[string]struct {
		change func(f *Facts)
		marked bool
	}{
		"nothing typed":          {func(*Facts) {}, false},
		"a participant's name":   {func(f *Facts) { f.Event.Conclusion = "Usul (H. Suyatno) diterima." }, true},
		"spelled another way":    {func(f *Facts) { f.Event.Conclusion = "Menurut AHMAD MA’RUF begitu." }, true},
		"part of a longer word":  {func(f *Facts) { f.Event.Conclusion = "Suyatnowati bukan peserta." }, false},
		"a speaker":              {func(f *Facts) { f.Guests[0].Name = "Pembicara Satu"; f.Event.Conclusion = "Pembicara Satu setuju." }, false},
		"a deputy":               {func(f *Facts) { f.Event.Conclusion = "Sri Lestari akan melapor." }, true},
		"a phone":                {func(f *Facts) { f.Guests[0].Phone = "+6281000052530"; f.Event.Conclusion = "Hubungi 0810.0005 2530." }, true},
		"the contact's phone":    {func(f *Facts) { f.Guests[0].Phone = "+6281000000000" }, false},
		"a NIK":                  {func(f *Facts) { f.Event.Conclusion = "NIK 3317 1005 0585 0000" }, true},
		"a NIP":                  {func(f *Facts) { f.Event.Conclusion = "NIP 19860926 201505 1 001" }, false},
		"who was not to be told": {func(f *Facts) { f.Actions[0].Owner = "Titik Adiningsih" }, true},
	} {
		t.Run(name, func(t *testing.T) {
			f := sampleFacts(t)
			f.Public, f.Phone, f.Each = true, false, false
			c.change(&f)
			papers := samplePapers(t, f)
			if err := Publish(indonesian(), f, papers); err != nil {
				t.Fatal(err)
			}
			marked := 0
			for _, p := range papers {
				var exposed *ExposedError
				found := errors.As(errors.Join(p.Problems...), &exposed)
				if found != p.Personal || p.Personal != strings.HasSuffix(p.Name, "-data-pribadi") || p.Personal != (len(p.Foot) > 0) {
					t.Errorf("%s: personal %v, found %v, foot %q", p.Name, p.Personal, found, p.Foot)
				}
				if p.Personal {
					marked++
				}
			}
			if (marked > 0) != c.marked {
				t.Errorf("%d papers are marked", marked)
			}
		})
	}
}

// No writer tells what a public copy leaves out.
func TestPublicCopiesNameNobody(t *testing.T) {
	f := sampleFacts(t)
	f.Public, f.Phone, f.Each = true, false, false
	f.Guests[3].NIK = "3317100505850000"
	f.Seats[f.Guests[4].ID] = model.Seat{State: model.StateRepresented, Deputy: model.Deputy{Name: "Utusan Rahasia"}}
	for _, p := range samplePapers(t, f) {
		said := string(written(t, Markdown, p))
		for _, g := range f.Guests {
			for _, secret := range []string{g.FullName(), phoneOf(g), g.NIK, "Utusan Rahasia"} {
				if secret != "" && strings.Contains(said, secret) {
					t.Errorf("%s tells %q", p.Name, secret)
				}
			}
		}
	}
}
