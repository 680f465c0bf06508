package model_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hadir/model"
)

// symbols are what a code is made of, in the order of their values.
const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

func drawGuest() *rapid.Generator[model.Guest] {
	return rapid.Custom(func(t *rapid.T) model.Guest {
		text := func(label string) string { return rapid.StringMatching(`([A-Z][a-z ]{0,5})?`).Draw(t, label) }
		number := func(label string) int { return rapid.IntRange(0, 200).Draw(t, label) }
		return model.Guest{
			ID: oneKey().ID, Name: text("name"), Before: text("before"), After: text("after"),
			Post: text("post"), Institution: text("institution"), Village: text("village"), District: text("district"),
			Area: text("area"), Phone: text("phone"), PhoneRaw: text("raw"), NIK: text("nik"),
			Category: text("category"), Sex: rapid.SampledFrom([]string{"", "L", "P"}).Draw(t, "sex"), Note: text("note"),
			Order: number("order"), Sheet: number("sheet"), Row: number("row"),
			WalkIn: rapid.Bool().Draw(t, "walk-in"), With: drawID().Draw(t, "with"),
		}
	})
}

func TestGuestComesBackFromItsRegisters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGuest().Draw(t, "guest")
		r := fold(oneKey(), model.Change{Device: 1, Time: 1, Key: oneKey(), Sets: g.Registers()})
		if d := gocmp.Diff(g, model.GuestOf(r)); d != "" {
			t.Fatalf("read from its record (-want +got):\n%s", d)
		}
		for _, s := range g.Registers() {
			if s.Value == "" || s.Op != model.OpWrite || s.Bases() != nil {
				t.Fatalf("no first write: %+v", s)
			}
		}
	})
}

func TestANoughtThatIsTextIsKept(t *testing.T) {
	g := model.Guest{Note: "0", Phone: "0"}
	if n := len(g.Registers()); n != 2 {
		t.Errorf("%d registers of a guest whose note and phone are 0: %+v", n, g.Registers())
	}
}

func TestGuestIgnoresWhatItDoesNotKnow(t *testing.T) {
	var g model.Guest
	for register, value := range map[string]string{"from-a-newer-program": "x", model.GuestOrder: "tujuh", model.GuestWith: "nobody"} {
		g.Set(register, value)
	}
	if g != (model.Guest{}) {
		t.Errorf("guest: %+v", g)
	}
}

func TestFullName(t *testing.T) {
	tests := []struct {
		guest model.Guest
		want  string
	}{
		{model.Guest{}, ""},
		{model.Guest{Name: "Suyatno"}, "Suyatno"},
		{model.Guest{Before: "Drs. H.", Name: "Suyatno", After: "S.H., M.Si."}, "Drs. H. Suyatno, S.H., M.Si."},
		{model.Guest{Before: "Hj.", Name: "Sri Lestari"}, "Hj. Sri Lestari"},
	}
	for _, tt := range tests {
		if got := tt.guest.FullName(); got != tt.want {
			t.Errorf("%+v: %q", tt.guest, got)
		}
	}
}

func TestFrom(t *testing.T) {
	tests := []struct {
		institution, village, district, want string
	}{
		{"", "", "", ""},
		{"PT Amanah", "", "", "PT Amanah"},
		{"", "Desa Pulo", "Rembang", "Desa Pulo, Kec. Rembang"},
		{"Desa Pulo", "Pulo", "Rembang", "Desa Pulo, Kec. Rembang"},
		{"Kecamatan Rembang", "", "Rembang", "Kecamatan Rembang"},
		{"Dinperinnaker", "Weton", "", "Dinperinnaker, Weton"},
		{"", "", "Lasem", "Kec. Lasem"},
	}
	for _, tt := range tests {
		g := model.Guest{Institution: tt.institution, Village: tt.village, District: tt.district}
		if got := g.From(); got != tt.want {
			t.Errorf("%q, %q, %q: %q, want %q", tt.institution, tt.village, tt.district, got, tt.want)
		}
	}
}

func TestFromComparesWholeWords(t *testing.T) {
	tests := []struct{ institution, village, want string }{
		{"PT Pulogadung Sejahtera", "Pulo", "PT Pulogadung Sejahtera, Pulo"},
		{"Kantor Desa PULO (baru)", "Pulo", "Kantor Desa PULO (baru)"},
		{"Kel. Sidowayah,Rembang", "Sidowayah", "Kel. Sidowayah,Rembang"},
		{"Desa Karang Anyar", "Karang Anyar", "Desa Karang Anyar"},
		{"Desa Anyar Karang", "Karang Anyar", "Desa Anyar Karang, Karang Anyar"},
		{"Karang", "Karang Anyar", "Karang, Karang Anyar"},
	}
	for _, tt := range tests {
		if got := (model.Guest{Institution: tt.institution, Village: tt.village}).From(); got != tt.want {
			t.Errorf("%q and %q: %q, want %q", tt.institution, tt.village, got, tt.want)
		}
	}
}

func TestGuestIDDiffersByEachPart(t *testing.T) {
	salt := []byte("salt")
	first := model.GuestID(salt, "suyatno", "desa pulo", 1)
	if first != model.GuestID([]byte("salt"), "suyatno", "desa pulo", 1) {
		t.Error("two laptops name one guest differently")
	}
	for _, other := range []model.ID{
		model.GuestID(salt, "suyatn", "odesa pulo", 1), model.GuestID(salt, "suyatno", "desa pulo", 2),
		model.GuestID(salt, "suyatno", "desa weton", 1), model.GuestID([]byte("pepper"), "suyatno", "desa pulo", 1),
	} {
		if other == first {
			t.Errorf("two guests are both %v", first)
		}
	}
}

func TestCodeRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := drawID().Filter(func(id model.ID) bool { return !id.IsZero() }).Draw(t, "id")
		code := model.Guest{ID: id}.Code()
		if code != strings.ToUpper(code) || code != model.Code(id) {
			t.Fatalf("code %q", code)
		}
		for _, s := range []string{code, strings.ToLower(code), " " + code + "\r\n"} {
			if prefix, ok := model.ParseCode(s); !ok || len(prefix) != 8 || !strings.HasPrefix(id.String(), prefix) {
				t.Fatalf("%q of %v is read as %q, %v", s, id, prefix, ok)
			}
		}
	})
	if c := model.Code(model.ID{}); c != "" {
		t.Errorf("nobody has the code %q", c)
	}
}

// someCodes are the codes of a few IDs, the same ones every time.
func someCodes(n int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	codes := make([]string, n)
	for i := range codes {
		var id model.ID
		for b := range id {
			id[b] = byte(r.Uint32())
		}
		codes[i] = model.Code(id)
	}
	return codes
}

func TestEverySingleWrongCharacterIsFound(t *testing.T) {
	for _, code := range someCodes(300) {
		for i := range code {
			for _, wrong := range symbols {
				bad := code[:i] + string(wrong) + code[i+1:]
				if _, ok := model.ParseCode(bad); ok && bad != code {
					t.Fatalf("%q passes for %q", bad, code)
				}
			}
		}
	}
}

func TestNearlyEveryExchangeOfNeighboursIsFound(t *testing.T) {
	// In place of chance: every pair of different symbols at every place, with seven others around them as they fall.
	var swaps, missed int
	for _, code := range someCodes(1) {
		for i := range len(code) - 2 {
			for _, a := range symbols {
				for _, b := range symbols {
					body := code[:i] + string(a) + string(b) + code[i+2:8]
					swapped := code[:i] + string(b) + string(a) + code[i+2:8]
					if a == b {
						continue
					}
					swaps++
					if _, ok := model.ParseCode(swapped + checkOf(t, body)); ok {
						missed++
						if !strings.ContainsRune("0Z", a) || !strings.ContainsRune("0Z", b) {
							t.Errorf("%q passes for %q", swapped, body)
						}
					}
				}
			}
		}
	}
	// 2 of the 32*31 ordered pairs: 0 and Z, whose values add alike whether doubled or not. 99.8 % are found.
	if missed*992 != swaps*2 {
		t.Errorf("%d of %d exchanges are not found", missed, swaps)
	}
}

// checkOf is the one character that makes a code of eight symbols whole.
func checkOf(t *testing.T, body string) string {
	t.Helper()
	var fits []string
	for _, c := range symbols {
		if _, ok := model.ParseCode(body + string(c)); ok {
			fits = append(fits, string(c))
		}
	}
	if len(fits) != 1 {
		t.Fatalf("%q has the check characters %q", body, fits)
	}
	return fits[0]
}

func TestParseCodeRefuses(t *testing.T) {
	code := someCodes(1)[0]
	for name, s := range map[string]string{
		"nothing":                    "",
		"one too few":                code[1:],
		"one too many":               code + "0",
		"a letter that is no symbol": "U" + code[1:],
		"a space inside":             code[:3] + " " + code[4:],
		"the scanner's own mark":     "~" + code,
		"a check that does not fit":  code[:8] + string(symbols[(strings.IndexByte(symbols, code[8])+1)%32]),
		"a Kelvin sign for a K":      strings.Replace(model.Code(model.ID{0x98}), "K", "\u212a", 1),
	} {
		if prefix, ok := model.ParseCode(s); ok || prefix != "" {
			t.Errorf("%s: %q is read as %q, %v", name, s, prefix, ok)
		}
	}
}

func TestParseCodeTakesNoPaddingForSymbols(t *testing.T) {
	for _, body := range []string{"ab======", "abcd====", "abc\nefgh"} {
		for _, check := range symbols {
			if prefix, ok := model.ParseCode(body + string(check)); ok {
				t.Errorf("%q is read as %q", body+string(check), prefix)
			}
		}
	}
}

func FuzzParseCode(f *testing.F) {
	for _, code := range someCodes(3) {
		f.Add(code)
		f.Add(strings.ToLower(code))
		f.Add(code[1:])
	}
	f.Add("000000000")
	f.Add("")
	f.Fuzz(func(t *testing.T, s string) {
		prefix, ok := model.ParseCode(s)
		if !ok {
			return
		}
		if len(prefix) != 8 || strings.Trim(strings.ToUpper(prefix), symbols) != "" {
			t.Fatalf("%q is read as %q", s, prefix)
		}
		if whole := prefix + checkOf(t, prefix); !strings.EqualFold(strings.TrimSpace(s), whole) {
			t.Fatalf("%q is read as %q, which is written %q", s, prefix, whole)
		}
	})
}
