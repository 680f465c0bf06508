package paper

import (
	"bytes"
	"strings"
	"testing"

	"hadir/model"
	"hadir/model/program"
)

// exampleFacts are the example event as the office's article tells of it, with nothing added.
func exampleFacts(t *testing.T) Facts {
	t.Helper()
	file, err := program.Parse(program.Example())
	if err != nil {
		t.Fatal(err)
	}
	e := file.Event
	f := Facts{Event: model.Event{
		ID: sampleID("event", 2), Theme: e.Theme, Kind: e.Kind, Organiser: e.Organiser, Venue: e.Venue, Date: e.Date, Groups: e.Groups,
		Result: e.Result, Sample: true,
	}}
	roles := map[string]model.ID{}
	for i, r := range file.Roles {
		role := model.Role{ID: sampleID("role", i), Duty: r.Duty, Post: r.Post, Order: i + 1}
		for n, p := range file.People {
			if p.Key == r.Person {
				role.Person, role.Name, role.Before, role.After = sampleID("person", n), p.Name, p.Before, p.After
			}
		}
		roles[r.Key] = role.ID
		f.Roles = append(f.Roles, role)
	}
	for i, a := range file.Agenda {
		f.Agenda = append(f.Agenda, model.AgendaItem{ID: sampleID("item", i), Kind: a.Kind, Title: a.Title, Role: roles[a.Role], Points: a.Points, Order: i + 1})
	}
	return f
}

// TestPressReleaseOfTheExample holds the article to the facts that the event holds, and to nothing else.
func TestPressReleaseOfTheExample(t *testing.T) {
	p := PressRelease(indonesian(), exampleFacts(t))
	var b bytes.Buffer
	if err := Markdown(&b, p); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(strings.ReplaceAll(b.String(), "\\", "")), " ")
	for _, want := range []string{
		"KONSEP", "DATA CONTOH", "Kantor Imigrasi Pati", "Pencegahan Calon Pekerja Migran Indonesia (CPMI) Non Prosedural", "Hotel Fave Rembang",
		"Selasa, 21 November 2023", "camat Rembang, kepala desa se-Kecamatan Rembang, dan Biro Perjalanan Umroh",
		"Kepala Seksi Teknologi Informasi dan Komunikasi Keimigrasian, Ridwan, selaku ketua panitia",
		"memaparkan pentingnya upaya pencegahan CPMI Non Prosedural", "menyoroti dampak negatif",
		"Narasumber pertama adalah Kepala Dinas Perindustrian dan Tenaga Kerja Kabupaten Rembang, Drs. Dwi Martopo",
		"Penyaluran Migran Ilegal (PMI)", "Narasumber kedua adalah Kanit II Satreskrim Polres Rembang, Niko Arif Zulkanaen", "upaya penegakan hukumnya",
		"Narasumber ketiga adalah Kasi TIKIM Kantor Imigrasi Kelas I Non TPI Pati, Ridwan", "peran imigrasi", "aktif bertanya dan berdiskusi",
		"Kegiatan ini diharapkan memberikan pemahaman", "Semangat untuk berkolaborasi", "[isi: jumlah peserta]", "[isi: kota tempat kegiatan]", "[isi: narahubung]",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not told", want)
		}
	}
	for _, never := range []string{"antusias", "sukses", "WIB", "meriah", "Suyatno"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is told, and nobody recorded it", never)
		}
	}
	if len(p.Gaps) != 3 {
		t.Errorf("gaps %v", p.Gaps)
	}
}

// TestApprovedIsNoDraft takes the stamp off.
func TestApprovedIsNoDraft(t *testing.T) {
	f := exampleFacts(t)
	f.Press.Approved = true
	if p := PressRelease(indonesian(), f); len(p.Stamps) != 1 {
		t.Errorf("stamps %v", p.Stamps)
	}
}
