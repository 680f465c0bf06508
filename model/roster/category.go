package roster

import (
	"strings"

	"hadir/model"
	"hadir/model/name"
)

// CategoryOf is the category that the words of a post and an institution themselves state; empty where they do not. The
// post goes first: somebody from a village is not therefore its head, but a Babinsa of a village is a Babinsa. A travel
// agency that does not say "umrah" stays empty: what is likely is not what is said.
func CategoryOf(post, institution string) model.Category {
	if c := categoryOfPost(name.FoldText(post)); c != "" {
		return c
	}
	post, institution = name.FoldText(post), name.FoldText(institution)
	if p := parsePlace(institution); p.kind == kindVillage && villageOffice(post) {
		return model.CategoryVillageStaff
	}
	return categoryOfInstitution(institution)
}

// categoryNamed reads a cell of a column of categories: a code, or a category in Indonesian or English words.
func categoryNamed(s string) model.Category {
	if c := model.Category(strings.ToUpper(strings.TrimSpace(s))); c.Known() {
		return c
	}
	folded := name.FoldText(s)
	if c := categoryInEnglish(folded); c != "" {
		return c
	}
	if c := categoryOfPost(folded); c != "" {
		return c
	}
	return categoryOfInstitution(folded)
}

// categoryOfPost looks at a folded post. Heads must stand first: the wife of a village head is not one.
func categoryOfPost(post string) model.Category {
	if c := headOf(post); c != "" {
		return c
	}
	return firstPhrase(post, postPhrase)
}

// headOf reads a post that begins with a head's, behind the marks of somebody acting for him.
func headOf(post string) model.Category {
	for {
		word, rest, more := strings.Cut(post, " ")
		if !more || !acting(word) {
			break
		}
		post = rest
	}
	one, two := leading(post)
	switch two {
	case "kepala desa", "wali nagari":
		return model.CategoryVillageHead
	case "kepala kelurahan":
		return model.CategoryUrbanHead
	case "sekretaris camat", "sekretaris kecamatan":
		return model.CategoryDistrict
	}
	switch one {
	case "kades", "kuwu", "petinggi", "perbekel", "keuchik":
		return model.CategoryVillageHead
	case "lurah":
		return model.CategoryUrbanHead
	case "camat", "sekcam":
		return model.CategoryDistrict
	}
	return ""
}

func acting(word string) bool {
	switch word {
	case "pj", "pjs", "plt", "plh", "penjabat":
		return true
	}
	return false
}

// leading gives the first word and the first two.
func leading(s string) (one, two string) {
	one, rest, _ := strings.Cut(s, " ")
	second, _, _ := strings.Cut(rest, " ")
	if second == "" {
		return one, one
	}
	return one, s[:len(one)+1+len(second)]
}

// firstPhrase asks about every run of one to three words of a folded text, the longer ones first at each word.
func firstPhrase(s string, ask func(string) model.Category) model.Category {
	for s != "" {
		var ends [3]int
		n := 0
		for i := 0; i <= len(s) && n < len(ends); i++ {
			if i == len(s) || s[i] == ' ' {
				ends[n], n = i, n+1
			}
		}
		for ; n > 0; n-- {
			if c := ask(s[:ends[n-1]]); c != "" {
				return c
			}
		}
		_, s, _ = strings.Cut(s, " ")
	}
	return ""
}

// postPhrase knows the posts that say by themselves what somebody is.
func postPhrase(s string) model.Category {
	switch s {
	case "babinsa":
		return model.CategoryArmy
	case "bhabinkamtibmas", "babinkamtibmas", "babhinkamtibmas", "bhabin":
		return model.CategoryPolice
	case "keluarga pmi", "keluarga tki", "keluarga cpmi", "keluarga pekerja migran":
		return model.CategoryFamily
	case "cpmi", "calon pmi", "calon tki", "calon pekerja migran":
		return model.CategoryProspective
	case "purna pmi", "eks pmi", "mantan pmi", "purna tki", "eks tki", "mantan tki", "purna pekerja migran":
		return model.CategoryReturned
	case "perangkat desa", "sekretaris desa", "sekdes", "carik", "kadus", "kepala dusun", "bendahara desa", "staf desa",
		"kaur desa", "modin":
		return model.CategoryVillageStaff
	case "tokoh masyarakat", "tokoh agama", "tokoh pemuda", "tokoh adat", "tokoh perempuan", "tokoh masy", "tokoh",
		"tomas", "toga":
		return model.CategoryCommunity
	case "wartawan", "jurnalis", "reporter", "humas":
		return model.CategoryPress
	case "lainnya", "lain lain":
		return model.CategoryOther
	case "siswa", "siswi", "pelajar":
		return model.CategorySchool
	}
	return ""
}

// villageOffice reports whether a folded post is one of the offices (kaur, kasi) that also exist outside of villages.
func villageOffice(post string) bool {
	one, two := leading(post)
	return one == "kaur" || one == "kasi" || two == "kepala urusan" || two == "kepala seksi"
}

// categoryOfInstitution looks at a folded institution.
func categoryOfInstitution(institution string) model.Category {
	one, two := leading(institution)
	if one == "kecamatan" || two == "kantor kecamatan" || two == "kantor camat" {
		return model.CategoryDistrict
	}
	return firstPhrase(institution, institutionPhrase)
}

// institutionPhrase knows the words that say what an institution is.
func institutionPhrase(s string) model.Category {
	switch s {
	case "umroh", "umrah", "ppiu":
		return model.CategoryUmrahAgency
	case "p3mi", "pjtki", "pptkis", "penempatan pekerja migran":
		return model.CategoryPlacement
	case "lpk", "lembaga pelatihan kerja":
		return model.CategoryTraining
	case "sma", "smk", "sman", "smkn", "smp", "smpn", "mts", "mtsn", "madrasah", "sekolah":
		return model.CategorySchool
	case "purna pmi", "eks pmi":
		return model.CategoryReturned
	case "dinas", "opd", "dinperinnaker", "dinpermades", "disnaker", "disnakertrans", "dukcapil", "disdukcapil",
		"dindukcapil", "dinsos", "diskominfo", "kesbangpol", "bakesbangpol":
		return model.CategoryAgency
	case "radio", "media", "pers":
		return model.CategoryPress
	}
	return ""
}

// categoryInEnglish knows the categories' English names, folded: what an English export of a list says.
func categoryInEnglish(s string) model.Category {
	switch s {
	case "village head":
		return model.CategoryVillageHead
	case "urban village head":
		return model.CategoryUrbanHead
	case "village officials", "village official":
		return model.CategoryVillageStaff
	case "subdistrict office":
		return model.CategoryDistrict
	case "umrah travel agency":
		return model.CategoryUmrahAgency
	case "licensed placement company":
		return model.CategoryPlacement
	case "vocational training provider":
		return model.CategoryTraining
	case "schools", "school":
		return model.CategorySchool
	case "army village nco":
		return model.CategoryArmy
	case "police community officer":
		return model.CategoryPolice
	case "community religious leader":
		return model.CategoryCommunity
	case "prospective migrant worker":
		return model.CategoryProspective
	case "returned migrant worker":
		return model.CategoryReturned
	case "migrant workers family":
		return model.CategoryFamily
	case "local government agency":
		return model.CategoryAgency
	case "press":
		return model.CategoryPress
	case "other":
		return model.CategoryOther
	}
	return ""
}
