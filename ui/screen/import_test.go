package screen_test

import (
	"errors"
	"maps"
	"path/filepath"
	"strings"
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// villageHeads is a short list as an office sends it.
const villageHeads = "No;Nama;Jabatan;Instansi;No HP\n" +
	"1;H. Suyatno, S.H.;Kepala Desa;Desa Contoh Lor;0810 0001 2340\n" +
	"2;Sutrisno;Kepala Desa;Desa Contoh Kidul;\n" +
	"3;Titik Adi;Lurah;Kelurahan Contoh Tengah;0810 0002 3450\n"

// later is the same list a week later: a phone that was missing, another post, somebody new, and somebody who
// is like one of them.
const later = "No;Nama;Jabatan;Instansi;No HP\n" +
	"1;H. Suyatno, S.H.;Pj. Kepala Desa;Desa Contoh Lor;0810 0001 2340\n" +
	"2;Sutrisno;Kepala Desa;Desa Contoh Kidul;0810 0003 4560\n" +
	"3;Titik Adi;Lurah;Kelurahan Contoh Tengah;0810 0002 3450\n" +
	"4;Nurhidayah;Kepala Desa;Desa Contoh Sari;\n" +
	"5;Sutrisna;Kepala Desa;Desa Contoh Kidul;0810 0003 4560\n"

func TestSampleListsAreImportedOnce(t *testing.T) {
	for _, name := range []string{"kantor.csv", "kantor.xlsx", "kecamatan.csv", "rusak.tsv"} {
		t.Run(name, func(t *testing.T) {
			uitest.Run(t, func(d *uitest.Desk) {
				content := workbook(d, worksheet{"Undangan", sampleSheet(d)})
				if name != "kantor.xlsx" {
					content = sampleList(d, name)
				}
				e, path := d.Event(), write(d, name, content)
				importList(d, e.ID, path)
				d.Sees("Impor tersimpan.", "Tidak ada data yang ditimpa atau dihapus.", "dapat diambil kembali seluruhnya")
				first := guestsOf(d, e.ID)
				if len(first) < 19 {
					t.Errorf("%d guests", len(first))
				}
				importList(d, e.ID, path)
				d.Sees("Tidak ada yang berubah: semua isi berkas ini sudah ada dalam daftar.")
				if again := guestsOf(d, e.ID); !maps.Equal(first, again) {
					t.Errorf("imported again, the list has changed")
				}
				d.Show(screen.NewImports(d.Env, e.ID))
				if n := strings.Count(d.Screen(), name); n != 1 {
					t.Errorf("%d imports on the page\n%s", n, d.Screen())
				}
			})
		})
	}
}

func TestChangedListFillsAndAsks(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		importList(d, e.ID, write(d, "pekan lalu.csv", villageHeads))
		d.Sees("3 baris dibaca: 3 ditambahkan. Tidak ada data yang ditimpa atau dihapus.")
		before := guestsOf(d, e.ID)

		path := write(d, "pekan ini.csv", later)
		choose(d, e.ID, path)
		d.Sees("6 baris. Judul kolom di baris 1.", "nama", "jabatan")
		d.Keys("enter")
		d.Sees("Belum disimpan: 1 ditambahkan, 1 dilengkapi, 1 sudah ada, 2 perlu diperiksa.", "[perlu diperiksa 2]",
			"*berbeda", `jabatan: dalam daftar "Kepala Desa", dalam berkas "Pj. Kepala Desa". Yang ada tetap dipakai.`)
		d.Keys("down")
		d.Sees("*mirip", "Mirip Sutrisno", "nama hampir sama, instansi sama.")
		d.Keys("ctrl+s")
		d.Sees("5 baris dibaca: 1 ditambahkan, 1 dilengkapi, 1 sudah ada, 2 perlu diperiksa. Tidak ada data yang ditimpa atau dihapus.",
			"Baris 2:", "Baris 6:")
		after := guestsOf(d, e.ID)
		if len(after) != 5 || after["Suyatno"] != before["Suyatno"] || after["Sutrisno"].Phone != "+6281000034560" {
			t.Errorf("imported: %+v", after)
		}

		// Once more: now somebody decides.
		choose(d, e.ID, path)
		d.Keys("enter")
		d.Sees("[perlu diperiksa 1]")
		d.Keys("enter")
		d.Sees("(*) Orang yang sama", `jabatan: (*) tetap "Kepala Desa" ( ) ganti "Pj. Kepala Desa"`)
		d.Keys("end", "enter")
		d.Sees(`jabatan: ( ) tetap "Kepala Desa" (*) ganti "Pj. Kepala Desa"`)
		d.Keys("esc", "ctrl+s")
		d.Sees("5 baris dibaca: 1 dilengkapi, 4 sudah ada. 1 isian diganti sesuai pilihan Anda. Tidak ada data yang dihapus.")
		if g := guestsOf(d, e.ID)["Suyatno"]; g.Post != "Pj. Kepala Desa" || g.Phone != "+6281000012340" {
			t.Errorf("chosen: %+v", g)
		}

		// Each is taken back by itself, as a whole, the last one first.
		for _, want := range []map[string]model.Guest{after, before, {}} {
			d.Show(screen.NewImports(d.Env, e.ID))
			for !strings.Contains(d.Screen(), "x ambil kembali") {
				d.Keys("down")
			}
			d.Keys("x", "right", "enter")
			d.Sees("diambil kembali")
			if got := guestsOf(d, e.ID); !maps.Equal(got, want) {
				t.Fatalf("taken back:\n%+v\nwant\n%+v\n%s", got, want, d.Screen())
			}
		}
		importList(d, e.ID, path)
		d.Sees("5 baris dibaca: 5 ditambahkan.")
	})
}

func TestTakenForTheSamePerson(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		importList(d, e.ID, write(d, "a.csv", villageHeads))
		choose(d, e.ID, write(d, "b.csv", later))
		d.Keys("enter", "down", "enter")
		d.Sees("Baris 6:", "( ) Orang yang sama dengan Sutrisno", "(*) Orang lain: tambahkan", "( ) Lewati baris ini")
		d.Keys("home", "enter")
		d.Sees("(*) Orang yang sama dengan Sutrisno", `nama: (*) tetap "Sutrisno" ( ) ganti "Sutrisna"`)
		d.Keys("esc", "ctrl+s")
		d.Sees("5 baris dibaca: 1 ditambahkan, 1 dilengkapi, 2 sudah ada, 1 perlu diperiksa.")
		if g := guestsOf(d, e.ID); len(g) != 4 || g["Sutrisno"].Name == "" || g["Sutrisna"].Name != "" {
			t.Errorf("guests: %+v\n%s", g, d.Screen())
		}
	})
}

func TestWhoCameStaysWhenAnImportIsTakenBack(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		importList(d, e.ID, write(d, "a.csv", villageHeads))
		guests := guestsOf(d, e.ID)
		d.Apply(d.Env.Act(model.VerbPresent).Change(model.SeatKey(e.ID, model.ID{}, guests["Suyatno"].ID),
			model.Seat{}.Arrive(model.HowSearch)...))
		r, err := d.Store().Record(d.Context(), model.GuestKey(e.ID, guests["Titik Adi"].ID))
		if err != nil {
			t.Fatal(err)
		}
		d.Apply(d.Env.Act(model.VerbCorrect).Change(r.Key, r.Edit(map[string]string{model.GuestPost: "Camat"})...))
		d.Show(screen.NewImports(d.Env, e.ID))
		d.Keys("x")
		d.Sees("Ambil kembali impor a.csv? 3 peserta yang ditambahkan dikeluarkan dari daftar")
		d.Keys("esc")
		d.Sees("3 ditambahkan, 0 dilengkapi")
		d.Keys("x", "right", "enter")
		d.Sees("Impor a.csv diambil kembali: 1 peserta dikeluarkan dari daftar. 2 peserta tetap", "diambil kembali 21 Nov 08.41")
		if g := guestsOf(d, e.ID); len(g) != 2 || g["Sutrisno"].Name != "" {
			t.Errorf("guests: %+v", g)
		}
		d.Keys("x")
		d.Sees("Impor ini sudah diambil kembali.")
		d.Keys("enter")
		d.Sees("Berkas: a.csv", "1 peserta dikeluarkan dari daftar, 2 tetap.")
		d.Keys("esc", "esc")
		d.Sees("LOBI")

		// The same holds for who comes back with another list.
		importList(d, e.ID, write(d, "b.csv", villageHeads))
		d.Apply(d.Env.Act(model.VerbPresent).Change(model.SeatKey(e.ID, model.ID{}, guests["Sutrisno"].ID),
			model.Seat{}.Arrive(model.HowSearch)...))
		d.Show(screen.NewImports(d.Env, e.ID))
		d.Keys("x", "right", "enter")
		d.Sees("Impor b.csv diambil kembali: 0 peserta dikeluarkan dari daftar. 1 peserta tetap")
		if g := guestsOf(d, e.ID); len(g) != 3 {
			t.Errorf("guests: %+v", g)
		}
	})
}

func TestListWithoutHeader(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		choose(d, e.ID, write(d, "polos.csv", "Suyatno;Desa Contoh Lor\nSutrisno;Desa Contoh Kidul\nTitik Adi;Desa Contoh Sari\n"))
		d.Sees("Tanpa judul kolom.", "Judul kolom tidak ditemukan")
		d.Keys("right", "u", "home", "down", "enter")
		d.Keys("left", "u", "home", "down", "enter")
		d.Keys("enter")
		d.Sees("Kolom nama belum ada. Pilih kolomnya dengan panah kiri dan kanan, lalu tekan u.")
		d.Keys("r")
		d.Sees("Arti kolom kembali seperti dugaan semula.")
		d.Keys("u", "home", "enter")
		d.Keys("enter", "ctrl+s")
		d.Sees("3 baris dibaca: 3 ditambahkan.")
	})
}

func TestHeaderIsMoved(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		choose(d, e.ID, write(d, "a.csv", villageHeads))
		d.Sees("Judul kolom di baris 1.")
		d.Keys("down", "b")
		d.Sees("Baris 2 dipakai sebagai judul kolom.", "Judul kolom di baris 2.", "di atas")
		d.Keys("enter")
		d.Sees("Belum disimpan: 2 ditambahkan.")
		d.Keys("esc", "t")
		d.Sees("Semua baris dibaca sebagai isi.")
		d.Keys("up", "up", "b", "enter")
		d.Sees("Belum disimpan: 3 ditambahkan.")
		d.Keys("esc", "c")
		d.Sees("Judul kolom ada di baris 1.")
	})
}

func TestWorksheetIsChosen(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		other := [][]string{{"Nama", "Jabatan"}, {"Ratna Dewi", "Direktur"}}
		choose(d, e.ID, write(d, "dua.xlsx", workbook(d, worksheet{"Undangan", sampleSheet(d)}, worksheet{"Biro", other})))
		d.Sees("Berkas ini memiliki 2 lembar.", "> Undangan (paling mirip daftar undangan)", "Biro")
		d.Keys("down", "enter")
		d.Sees("2 baris. Judul kolom di baris 1.", "Ratna Dewi")
		d.Keys("esc")
		d.Sees("Berkas ini memiliki 2 lembar.")
		d.Keys("enter", "enter", "ctrl+s")
		d.Sees("1 baris dibaca: 1 ditambahkan.")
	})
}

func TestFailedImportKeepsWhatWasChosen(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		choose(d, e.ID, write(d, "a.csv", villageHeads))
		d.Keys("enter", "enter", "end", "enter")
		d.Sees("Belum disimpan: 2 ditambahkan, 1 dilewati.")
		d.Fail(errors.Join(model.ErrNoSpace, errors.New("write")))
		d.Keys("ctrl+s")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.", "2 ditambahkan, 1 dilewati")
		if g := guestsOf(d, e.ID); len(g) != 0 {
			t.Errorf("%d guests", len(g))
		}
		d.Mend()
		d.Keys("ctrl+s")
		d.Sees("3 baris dibaca: 2 ditambahkan, 1 dilewati.")
		d.Misses("BELUM TERSIMPAN")
	})
}

func TestImportIsStopped(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		choose(d, e.ID, write(d, "a.csv", villageHeads))
		d.Hurry("enter", "esc")
		d.Sees("Dihentikan. Tidak ada yang berubah.", "Judul kolom di baris 1.")
		d.Keys("enter")
		// What is being written is written: all of it or nothing.
		d.Hurry("ctrl+s", "esc")
		d.Sees("Impor tersimpan.", "Sedang disimpan. Tunggu sebentar.")
		if g := guestsOf(d, e.ID); len(g) != 3 {
			t.Errorf("%d guests", len(g))
		}
	})
}

func TestAnotherDeskChangesTheListMeanwhile(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		choose(d, e.ID, write(d, "a.csv", villageHeads))
		d.Keys("enter", "enter", "end", "enter")
		d.Sees("Belum disimpan: 2 ditambahkan, 1 dilewati.")
		d.Apply(d.Env.Act(model.VerbWalkIn).Change(model.GuestKey(e.ID, model.ID{7}), model.Guest{
			Name: "Sutrisno", Post: "Kepala Desa", Institution: "Desa Contoh Kidul", WalkIn: true, Order: 1,
		}.Registers()...))
		d.Sees("Daftar kegiatan berubah di meja lain. Baris dibandingkan ulang; pilihan Anda tetap.",
			"Belum disimpan: 1 ditambahkan, 1 dilengkapi, 1 dilewati.")
		d.Keys("ctrl+s")
		d.Sees("3 baris dibaca: 1 ditambahkan, 1 dilengkapi, 1 dilewati.")
	})
}

func TestNewsOfTheImportItselfIsNoSurprise(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		d.NewsFirst = true
		e := d.Event()
		importList(d, e.ID, write(d, "a.csv", villageHeads))
		d.Sees("3 baris dibaca: 3 ditambahkan.")
		d.Keys("enter")
		d.Sees("LOBI")
	})
}

func TestFoldersAreWalked(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		path := write(d, "undangan desa.csv", villageHeads)
		dir := filepath.Dir(path)
		choose(d, e.ID, dir)
		d.Sees("Folder: ", "undangan desa.csv", "1 KB")
		d.Keys("backspace")
		d.Misses("undangan desa.csv")
		d.Keys("f3")
		d.Sees("Tempat berkas")
		d.Paste(dir)
		d.Keys("enter")
		d.Type("zzz")
		d.Sees("Tidak ada berkas yang cocok.")
		d.Keys("ctrl+u")
		d.Type("DESA und")
		d.Keys("enter")
		d.Sees("4 baris. Judul kolom di baris 1.")
		d.Keys("enter", "ctrl+s", "enter")
		// The next import begins where this one found its list.
		d.Show(screen.NewImport(d.Env, e.ID))
		d.Sees("undangan desa.csv")
		d.Keys("enter")
		d.Sees("4 baris. Judul kolom di baris 1.")
		d.Keys("esc", "esc")
		d.Sees("LOBI")
	})
}

func TestImportHoldsAtEverySize(t *testing.T) {
	for name, walk := range map[string]func(d *uitest.Desk, path string){
		"file":      func(d *uitest.Desk, path string) {},
		"places":    func(d *uitest.Desk, path string) { d.Keys("f3") },
		"wrong":     func(d *uitest.Desk, path string) { d.Paste("/tidak/ada"); d.Keys("enter") },
		"columns":   func(d *uitest.Desk, path string) { d.Paste(path); d.Keys("enter", "right", "right", "right") },
		"meaning":   func(d *uitest.Desk, path string) { d.Paste(path); d.Keys("enter", "u") },
		"notes":     func(d *uitest.Desk, path string) { d.Paste(path); d.Keys("enter", "c") },
		"rows":      func(d *uitest.Desk, path string) { d.Paste(path); d.Keys("enter", "enter", "down") },
		"decide":    func(d *uitest.Desk, path string) { d.Paste(path); d.Keys("enter", "enter", "enter") },
		"done":      func(d *uitest.Desk, path string) { d.Paste(path); d.Keys("enter", "enter", "ctrl+s") },
		"imports":   func(d *uitest.Desk, path string) { d.Send(screen.Open{Screen: imports(d)}) },
		"take back": func(d *uitest.Desk, path string) { d.Send(screen.Open{Screen: imports(d)}); d.Keys("x") },
		"one":       func(d *uitest.Desk, path string) { d.Send(screen.Open{Screen: imports(d)}); d.Keys("enter") },
	} {
		t.Run(name, func(t *testing.T) {
			uitest.Run(t, func(d *uitest.Desk) {
				e := d.Event()
				importList(d, e.ID, write(d, "a.csv", villageHeads))
				d.Show(screen.NewImport(d.Env, e.ID))
				walk(d, write(d, "日本 rusak.tsv", sampleList(d, "rusak.tsv")))
				d.Sweep()
			})
		})
	}
}

// imports is the page of the latest event's imports.
func imports(d *uitest.Desk) screen.Screen {
	d.Helper()
	events, err := d.Store().Events(d.Context())
	if err != nil || len(events) == 0 {
		d.Fatal(err)
	}
	return screen.NewImports(d.Env, events[0].ID)
}
