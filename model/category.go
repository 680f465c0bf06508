package model

import "slices"

// Category is the sort of guest that somebody is (unsur): a code of three letters, as it stands in the files. An empty one
// has not been filled in, which is not the same as CategoryOther.
type Category string

// The categories.
const (
	CategoryVillageHead  Category = "KDS" // kepala desa
	CategoryUrbanHead    Category = "LRH" // lurah
	CategoryVillageStaff Category = "PRD" // perangkat desa
	CategoryDistrict     Category = "CMT" // camat, kecamatan
	CategoryUmrahAgency  Category = "BPU" // biro perjalanan umrah, PPIU
	CategoryPlacement    Category = "P3M" // P3MI
	CategoryTraining     Category = "LPK" // LPK, LPK-SO
	CategorySchool       Category = "SMK" // SMA, SMK
	CategoryArmy         Category = "BBS" // babinsa
	CategoryPolice       Category = "BKM" // bhabinkamtibmas
	CategoryCommunity    Category = "TKM" // tokoh masyarakat, tokoh agama
	CategoryProspective  Category = "CPM" // calon PMI
	CategoryReturned     Category = "EPM" // eks PMI, purna PMI
	CategoryFamily       Category = "KPM" // keluarga PMI
	CategoryAgency       Category = "DNS" // dinas, OPD
	CategoryPress        Category = "MED" // media, humas
	CategoryOther        Category = "LNY" // lainnya
)

// Categories are all categories in the order in which lists count them.
func Categories() []Category {
	return []Category{
		CategoryVillageHead, CategoryUrbanHead, CategoryVillageStaff, CategoryDistrict, CategoryUmrahAgency,
		CategoryPlacement, CategoryTraining, CategorySchool, CategoryArmy, CategoryPolice, CategoryCommunity,
		CategoryProspective, CategoryReturned, CategoryFamily, CategoryAgency, CategoryPress, CategoryOther,
	}
}

// Known reports whether c is one of the categories.
func (c Category) Known() bool { return slices.Contains(Categories(), c) }
