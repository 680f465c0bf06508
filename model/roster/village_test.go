package roster_test

import (
	"reflect"
	"strings"
	"testing"

	"hadir/model"
	"hadir/model/roster"
)

// table makes the rows of a table of lines, cells parted by semicolons.
func table(lines ...string) []roster.Row {
	var rows []roster.Row
	for i, line := range lines {
		row := roster.Row{Line: i + 1}
		for _, cell := range strings.Split(line, ";") {
			row.Cells = append(row.Cells, roster.Cell{Text: cell})
		}
		rows = append(rows, row)
	}
	return rows
}

func TestVillageLists(t *testing.T) {
	village := func(code, name, kind, district, regency string) model.Village {
		return model.Village{
			ID: model.VillageKey(code).ID, Code: code, Name: name, Kind: kind, District: district, Regency: regency,
		}
	}
	waru := village("99.01.02.2001", "Waru", "desa", "Bawah", "Kabupaten Contoh")
	leteh := village("99.01.02.1002", "Leteh", "kelurahan", "Bawah", "Kabupaten Contoh")
	for _, c := range []struct {
		name string
		rows []string
		want []model.Village
		note []string
	}{
		{"with rows of areas", []string{
			"kode;tingkat;nama;kecamatan;jenis", "99.01;kabupaten;Kabupaten Contoh;;", "99.01.02;kecamatan;Bawah;;",
			"99.01.02.2001;desa/kelurahan;Waru;Bawah;desa", "99.01.02.1002;desa/kelurahan;Leteh;;kelurahan",
		}, []model.Village{waru, leteh}, nil},
		{"columns in another order, kinds in the names, codes without dots", []string{
			"DAFTAR DESA", "", "Kabupaten;Kecamatan;Desa/Kelurahan;Kode Desa",
			"Kabupaten Contoh;Kec. Bawah;Desa Waru;9901022001", "Kabupaten Contoh;Bawah;Kel. Leteh;99 01 02 1002",
		}, []model.Village{waru, leteh}, nil},
		{"English, kinds by code", []string{
			"Name;District;Regency;Code", "Waru;Bawah;Kabupaten Contoh;99.01.02.2001", "Leteh;Bawah;Kabupaten Contoh;99.01.02.1002",
		}, []model.Village{waru, leteh}, nil},
		{"rows that are of no use", []string{
			"kode;nama;kecamatan;kabupaten", "99.01.02.2001;Waru;Bawah;Kabupaten Contoh", ";Pulo;Bawah;", "9,9E+09;Weton;Bawah;",
			"99.01.02.2001;Waru;Bawah;", "99.01.02.2003;;Bawah;", ";;;",
		}, []model.Village{waru}, []string{"village-no-code 3", "village-no-code 4", "village-repeated 5", "village-no-name 6"}},
		{"no header", []string{"99.01.02.2001;Waru"}, nil, []string{"no-header 0"}},
		{"nothing", nil, nil, []string{"no-header 0"}},
	} {
		got, notes := roster.Villages(table(c.rows...))
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v; want %+v", c.name, got, c.want)
		}
		var said []string
		for _, n := range notes {
			said = append(said, n.Code+" "+string('0'+rune(n.Line)))
		}
		if !reflect.DeepEqual(said, c.note) {
			t.Errorf("%s: notes %v; want %v", c.name, said, c.note)
		}
	}
}

func FuzzVillages(f *testing.F) {
	f.Add("kode;nama\n99.01.02.2001;Waru")
	f.Add("code;village;kind\n9901022001;Kel. ;\n99;\x00")
	f.Fuzz(func(t *testing.T, text string) {
		villages, _ := roster.Villages(table(strings.Split(text, "\n")...))
		for _, v := range villages {
			if len(v.Code) != len("99.01.02.2001") || v.ID != model.VillageKey(v.Code).ID || v.Kind == "" {
				t.Errorf("%+v", v)
			}
		}
	})
}
