package screen

import (
	"cmp"
	"strings"

	"hadir/model"
	"hadir/model/name"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// nameMost is how many cells a name or an office takes within a sentence. Nobody is called more than that; what somebody
// pasted into the list may be longer, and must not push the rest of the sentence off the screen.
const nameMost = 60

// called is what a guest is called: the name with its titles, or, where a seat still waits for one, that it does.
func (e *Env) called(g model.Guest) string {
	if g.Name == "" {
		return e.Say("guest.unnamed")
	}
	return e.Cut(g.FullName(), nameMost)
}

// short is what a guest is called where there is little room, in cells: a long name goes without the titles behind it, which nobody
// says at a door, rather than without its own end.
func (e *Env) short(g model.Guest, room int) string {
	if full := e.called(g); kit.Width(full) <= room || g.Name == "" {
		return full
	}
	g.After = ""
	return g.FullName()
}

// named is the guest's bare name, for sentences in which the rest matters more.
func (e *Env) named(g model.Guest) string {
	if g.Name == "" {
		return e.Say("guest.unnamed")
	}
	return e.Cut(g.Name, nameMost)
}

// introduced is a guest as read aloud at the door: Suyatno, Kepala Desa Contoh Lor.
func (e *Env) introduced(g model.Guest) string {
	if o := office(g); o != "" {
		return e.called(g) + ", " + e.Cut(o, nameMost)
	}
	return e.called(g)
}

// office is a guest's post and institution in one breath: "Kepala Desa Contoh Lor", "Lurah Contoh", "Direktur, PT Contoh".
// A post that belongs to an area takes the area's bare name; whatever does not fit that pattern stands side by side.
func office(g model.Guest) string {
	from := cmp.Or(g.Institution, g.Village)
	kind, place := area(from)
	switch {
	case g.Post == "" || from == "":
		return g.Post + from
	case strings.Contains(name.FoldText(g.Post), name.FoldText(place)):
		return g.Post
	case ruled(g.Post) != "" && (ruled(g.Post) == kind || kind == "" && g.Institution == ""):
		return g.Post + " " + place
	}
	return g.Post + ", " + from
}

// shortOffice is the office as a row has room for it, with the posts of villages as everybody shortens them.
func shortOffice(g model.Guest) string {
	return strings.NewReplacer("Kepala Desa", "Kades", "Sekretaris Desa", "Sekdes").Replace(office(g))
}

// area cuts the kind of area off an institution that is one: "Kel. Contoh" is the kelurahan Contoh.
func area(institution string) (kind, place string) {
	first, rest, _ := strings.Cut(institution, " ")
	switch strings.ToLower(strings.TrimSuffix(first, ".")) {
	case "desa", "ds":
		return "desa", rest
	case "kelurahan", "kel":
		return "kelurahan", rest
	case "kecamatan", "kec":
		return "kecamatan", rest
	}
	return "", institution
}

// ruled is the kind of area that a post is about, by its last word; empty when it is about none.
func ruled(post string) string {
	last := post[strings.LastIndexByte(post, ' ')+1:]
	switch strings.ToLower(last) {
	case "desa", "kades":
		return "desa"
	case "lurah", "kelurahan":
		return "kelurahan"
	case "camat", "kecamatan":
		return "kecamatan"
	}
	return ""
}

// stateWords says a state in lower case, as within a sentence.
func stateWords(s model.State) lang.Key { return lang.Key("state." + string(s)) }

// categoryWords names a category; a code that this version does not know stands as it is.
func (e *Env) categoryWords(code string) string {
	switch c := model.Category(code); {
	case code == "":
		return e.Say("guest.not-filled")
	case !c.Known():
		return code
	}
	return e.Say(categoryKey(model.Category(code)))
}

func categoryKey(c model.Category) lang.Key {
	return lang.Key("category." + strings.ToLower(string(c)))
}
