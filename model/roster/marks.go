package roster

import (
	"cmp"

	"hadir/model"
)

// marks are what tells people of one name and institution apart.
type marks struct {
	nik, phone     string
	area, district string // of the village
}

func marksOf(g *model.Guest) marks { return marks{g.NIK, g.Phone, g.Area, g.District} }

// learn takes over what m did not know.
func (m *marks) learn(o marks) {
	m.nik, m.phone = cmp.Or(m.nik, o.nik), cmp.Or(m.phone, o.phone)
	m.area, m.district = cmp.Or(m.area, o.area), cmp.Or(m.district, o.district)
}

// weight says how much speaks for two people of one name and institution being one.
func (m marks) weight(o marks) int {
	n := 0
	if m.nik != "" && m.nik == o.nik {
		n += 4
	}
	if m.phone != "" && m.phone == o.phone {
		n += 2
	}
	if m.area != "" && m.area == o.area || m.district != "" && m.district == o.district {
		n++
	}
	return n
}

// against reports whether anything speaks against two people of one name and institution being one. The same NIK outweighs
// all the rest; what one side does not know says nothing.
func (f *folds) against(institution string, m, o marks) bool {
	if m.nik != "" && o.nik != "" {
		return m.nik != o.nik
	}
	return m.phone != "" && o.phone != "" && m.phone != o.phone || f.apart(institution, m, o)
}

// apart reports whether two people are from different villages: names of villages repeat. The district of somebody from an
// institution says nothing about who he is.
func (f *folds) apart(institution string, m, o marks) bool {
	if m.area != "" && o.area != "" {
		return m.area != o.area
	}
	if m.district == "" || o.district == "" || m.district == o.district {
		return false
	}
	if institution != "" && parsePlace(f.text(institution)).name == "" {
		return false
	}
	return squeeze(f.text(m.district)) != squeeze(f.text(o.district))
}
