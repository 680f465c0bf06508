package screen_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// villageList is a list as an office keeps it, with what such lists have: area rows, a repeated code and a row without one.
const villageList = "kode;tingkat;nama;kecamatan;jenis\r\n" +
	"99.17.01;kecamatan;Contoh Timur;;\r\n" +
	"99.17.01.2001;desa;Pulo Contoh;;desa\r\n" +
	"99.17.01.2002;desa;Waru Contoh;;desa\r\n" +
	"99.17.01.1003;desa;Magersari Contoh;;kelurahan\r\n" +
	"99.17.02;kecamatan;Contoh Barat;;\r\n" +
	"99.17.02.2001;desa;Pulo Contoh;;desa\r\n" +
	"99.17.02.2001;desa;Pulo Contoh;;desa\r\n" +
	";desa;Tanpa Kode;;desa\r\n"

// write puts a file where a journey finds it.
func write(d *uitest.Desk, name, content string) string {
	d.Helper()
	path := filepath.Join(d.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		d.Fatal(err)
	}
	return path
}

// atVillages is a journey that begins with the office's own list of villages in place.
func atVillages(t *testing.T, journey func(d *uitest.Desk)) {
	t.Helper()
	atHome(t, func(d *uitest.Desk) {
		d.Keys("v")
		d.Sees("Daftar desa masih kosong.")
		d.Keys("i")
		d.Paste(`"` + write(d, "desa kantor.csv", villageList) + `"`)
		d.Keys("enter")
		d.Sees("desa kantor.csv: 4 desa/kelurahan dibaca, 4 baru atau berubah, 2 baris dilewati.",
			"Baris 8 dilewati: kode sudah disebut sebelumnya.", "Baris 9 dilewati: kode wilayah tidak dapat dibaca. Tanpa Kode",
			"99.17.01.1003 Kelurahan Magersari Contoh, Kec. Contoh Timur")
		d.Keys("enter")
		d.Sees("Daftar desa tersimpan: 4 baru atau berubah.", "DAFTAR DESA 4 desa/kelurahan")
		journey(d)
	})
}

func TestVillagesAreImportedOnce(t *testing.T) {
	atVillages(t, func(d *uitest.Desk) {
		d.Keys("f")
		d.Type("barat")
		d.Sees("99.17.02.2001")
		d.Misses("99.17.01.2001")
		d.Keys("esc", "i")
		d.Type(write(d, "lagi.csv", strings.Replace(villageList, "Waru Contoh", "Waru Baru", 1)))
		d.Keys("enter")
		d.Sees("4 desa/kelurahan dibaca, 1 baru atau berubah")
		d.Keys("enter")
		d.Sees("tersimpan: 1 baru atau berubah.", "Waru Baru", "4 desa/kelurahan")
	})
}

func TestAFileThatHoldsNoVillagesIsRefusedInWords(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Keys("v", "i")
		for path, want := range map[string]string{
			filepath.Join(t.TempDir(), "tidak-ada.csv"): "tidak-ada.csv",
			t.TempDir():                                "folder",
			write(d, "kosong.csv", ""):                 "kosong.csv",
			write(d, "lain.csv", "nama,umur\nA,3\n"):   "lain.csv tidak berisi daftar desa.",
			write(d, "biner.csv", "\x89PNG\r\n\x1a\n"): "biner.csv",
		} {
			d.Type(path)
			d.Keys("enter")
			d.Sees(want)
			for range path {
				d.Keys("backspace")
			}
		}
		d.Keys("esc")
		d.Sees("Daftar desa masih kosong.")
	})
}

func TestAGroupBecomesOneSeatAVillage(t *testing.T) {
	atVillages(t, func(d *uitest.Desk) {
		guest := model.Guest{ID: model.ID{1}, Name: "Sri Contoh", Post: "Kepala Desa", Institution: "Desa Waru Contoh", District: "Contoh Timur"}
		e := d.Event(guest)
		d.Keys("esc", "enter", "g")
		// The district of those who are invited already comes first; the village that has somebody gets no second seat.
		d.Sees("Contoh Timur", "1 KURSI AKAN DITAMBAHKAN", "Desa Pulo Contoh, Kec. Contoh Timur")
		d.Keys("right")
		d.Sees("1 KURSI", "Lurah", "Kelurahan Magersari Contoh")
		d.Keys("right")
		d.Sees("2 KURSI")
		d.Keys("tab", "right")
		d.Sees("3 KURSI", "Desa Pulo Contoh, Kec. Contoh Barat")
		d.Keys("ctrl+s")
		d.Sees("3 kursi ditambahkan ke daftar undangan; nama menyusul.", "Undangan 4:", "(nama belum diisi)")
		h, err := d.Store().Hall(d.Context(), e.ID, model.ID{})
		if err != nil {
			t.Fatal(err)
		}
		orders := map[int]bool{}
		for i := range h.Len() {
			orders[h.At(i).Order] = true
		}
		if len(orders) != 4 || !orders[1] || !orders[4] {
			t.Errorf("places on the list: %v", orders)
		}
		// A second time there is nobody left to invite, and one key takes it all back.
		d.Keys("g", "left", "tab", "right")
		d.Sees("0 KURSI", "sudah ada dalam daftar undangan")
		d.Keys("ctrl+s")
		d.Sees("UNDANG KELOMPOK")
		// Contoh Barat has no kelurahan, so it has no lurah who could be on the list.
		d.Keys("left", "left", "tab", "left")
		d.Sees("Contoh Barat", "0 KURSI", "di kecamatan ini tidak ada yang demikian")
	})
}

func TestAnInvitationIsTakenBackAndGivenAgain(t *testing.T) {
	atVillages(t, func(d *uitest.Desk) {
		d.Event()
		d.Keys("esc", "enter", "g", "ctrl+s")
		d.Sees("Undangan 1:")
		d.Keys("ctrl+z")
		d.Sees("Diurungkan: undangan kelompok", "Undangan 0:")
		d.Keys("g", "ctrl+s")
		d.Sees("Undangan 1:")
	})
}

func TestAnInvitationThatCannotBeSavedAddsNobody(t *testing.T) {
	atVillages(t, func(d *uitest.Desk) {
		d.Event()
		d.Keys("esc", "enter", "g")
		d.Fail(model.ErrNoSpace)
		d.Keys("ctrl+s")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.", "UNDANG KELOMPOK")
		d.Mend()
		d.Keys("ctrl+s")
		d.Sees("Undangan 1:")
	})
}

func TestVillagesThatAreNotRepresentedAreListed(t *testing.T) {
	atVillages(t, func(d *uitest.Desk) {
		waru := model.Guest{Name: "Sri Contoh", Post: "Kepala Desa", Institution: "Desa Waru Contoh", District: "Contoh Timur"}
		pulo := model.Guest{Name: "Adi Contoh", Post: "Kepala Desa", Institution: "Desa Pulo Contoh", District: "Contoh Timur"}
		e := d.Event(waru, pulo)
		d.Keys("esc", "enter", "w")
		d.Sees("0 desa/kelurahan sudah terwakili, 3 belum", "Kelurahan Magersari Contoh", "belum diundang",
			"1 undangan, belum datang")
		d.Misses("Contoh Barat")
		other := d.Beside("Meja 2")
		other.Show(screen.NewDoor(other.Env, e.ID, model.ID{}))
		other.Keys("sri", "enter")
		d.Sees("1 desa/kelurahan sudah terwakili, 2 belum")
		d.Misses("Desa Waru Contoh")
		d.Keys("a")
		d.Sees("Contoh Barat")
	})
}

func TestAGroupNeedsVillages(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event()
		d.Keys("enter", "g")
		d.Sees("Daftar desa kantor masih kosong.")
		d.Keys("f4")
		d.Sees("DAFTAR DESA")
		d.Keys("esc", "esc", "w")
		d.Sees("Daftar desa kantor masih kosong.")
	})
}
