package screen_test

import (
	"strings"
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// promise writes a follow-up as if another desk had.
func promise(d *uitest.Desk, event model.ID, a model.Action) model.Key {
	d.Helper()
	k := model.ActionKey(event, d.Env.ID())
	d.Apply(d.Env.Act(model.VerbPromise).Change(k, a.Registers()...))
	return k
}

// atBoard gives a journey a board with a follow-up in each group.
func atBoard(t *testing.T, journey func(d *uitest.Desk, e model.Event)) {
	t.Helper()
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		for i, a := range []model.Action{
			{Do: "Kirim daftar P3MI", Owner: "Seksi Contoh", From: "Desa Contoh Lor", Due: "2023-11-17"},
			{Do: "Susun format surat izin", Owner: "Dinas Contoh", From: "Desa Contoh Kidul", Due: "2023-11-24", Priority: model.PriorityHigh},
			{Do: "Cetak kartu nomor", Owner: "Seksi Contoh", Due: "2023-12-11"},
			{Do: "Tanyakan ke pusat", Owner: "Panitia"},
			{Do: "Bentuk grup", Owner: "Panitia", Due: "2023-11-14", Status: model.ActionDone},
		} {
			a.No = i + 1
			promise(d, e.ID, a)
		}
		d.Show(screen.NewBoard(d.Env))
		journey(d, e)
	})
}

func TestBoardGroupsByWhenTheyAreDue(t *testing.T) {
	atBoard(t, func(d *uitest.Desk, e model.Event) {
		d.Sees("TERLAMBAT (1) > terlambat 4 hari Kirim daftar P3MI", "MINGGU INI (1) Jum 24 Nov ! Susun format", "KEMUDIAN (1) 11 Des",
			"TANPA TENGGAT (1) - Tanyakan ke pusat", "SUDAH DITUTUP (1) 14 Nov 2023 Bentuk grup")
		d.Sees("Kirim daftar P3MI. Penanggung jawab: Seksi Contoh. Dijanjikan kepada: Desa Contoh Lor. Tenggat: Jumat, 17 November 2023")
		// The cursor passes over headings, both ways.
		d.Keys("down", "down", "down", "down")
		if line := d.Line("Bentuk grup"); !strings.HasPrefix(line, ">") {
			t.Errorf("%q", line)
		}
		d.Keys("up", "up", "up", "up")
		if line := d.Line("Kirim daftar P3MI   "); !strings.HasPrefix(line, ">") {
			t.Errorf("%q", line)
		}
	})
}

func TestBoardKeysAndTheirUndo(t *testing.T) {
	atBoard(t, func(d *uitest.Desk, e model.Event) {
		// What is late can still be done.
		d.Keys("p")
		d.Sees("Apa yang sudah dikerjakan? Kirim daftar P3MI")
		d.Type("Sudah dikirim ke 20 desa")
		d.Keys("ctrl+s")
		d.Sees("Kemajuan dicatat: Kirim daftar P3MI. Ctrl+Z: urungkan.")
		d.Keys("u")
		d.Type("kemarin")
		d.Keys("tab")
		d.Sees("Tenggat baru sudah lewat.")
		d.Keys("shift+tab", "ctrl+u")
		d.Type("minggu depan")
		d.Keys("tab")
		d.Type("Menunggu kantor wilayah")
		d.Keys("ctrl+s")
		d.Sees("Ditunda ke Selasa, 28 November 2023: Kirim daftar P3MI.", "KEMUDIAN (2) > 28 Nov Kirim daftar P3MI")
		d.Misses("TERLAMBAT")
		d.Keys("enter")
		d.Sees("Tenggat: Selasa, 28 November 2023", "Status: berjalan", "CATATAN KEMAJUAN (2)",
			"berjalan; Sudah dikirim ke 20 desa", "ditunda ke Selasa, 28 November 2023; Menunggu kantor wilayah")
		d.Keys("s")
		d.Sees("Selesai: Kirim daftar P3MI.", "Status: selesai")
		d.Keys("s")
		d.Sees("Tindak lanjut ini sudah ditutup. b: buka lagi.")
		d.Keys("b")
		d.Sees("Dibuka lagi: Kirim daftar P3MI.", "Status: berjalan")
		d.Keys("x")
		d.Type("Sudah tidak perlu")
		d.Keys("ctrl+s")
		d.Sees("Tidak dilanjutkan: Kirim daftar P3MI. Catatannya tetap ada.", "tidak dilanjutkan; Sudah tidak perlu")
		d.Keys("ctrl+z", "ctrl+z", "ctrl+z")
		d.Sees("Status: berjalan", "CATATAN KEMAJUAN (2)")
		d.Keys("esc", "ctrl+z", "ctrl+z")
		d.Sees("TERLAMBAT (1) > terlambat 4 hari Kirim daftar P3MI", "belum dimulai")
	})
}

func TestBoardFindsAndFilters(t *testing.T) {
	atBoard(t, func(d *uitest.Desk, e model.Event) {
		d.Keys("c", "con kid")
		d.Sees("1 dari 5 tindak lanjut", "Susun format")
		d.Misses("Cetak kartu")
		d.Keys("zz")
		d.Sees("Tidak ada tindak lanjut yang cocok. a: tampilkan semua.")
		d.Keys("esc", "f", "enter", "down", "enter")
		d.Sees("Seksi Contoh", "2 dari 5 tindak lanjut")
		d.Keys("f", "down", "enter", "end", "enter")
		d.Sees("Seksi Contoh | Desa Contoh Lor", "1 dari 5 tindak lanjut")
		d.Keys("a")
		d.Sees("TANPA TENGGAT")
		d.Keys("f", "end", "enter")
		d.Sees("Tidak ada yang dapat dipilih")
	})
}

func TestBoardMakesAListForAnOwner(t *testing.T) {
	atBoard(t, func(d *uitest.Desk, e model.Event) {
		d.Keys("l")
		d.Sees("DAFTAR UNTUK Seksi Contoh", "TINDAK LANJUT untuk Seksi Contoh: 2 belum selesai Per 21 November 2023",
			"1. Kirim daftar P3MI Tenggat: Jumat, 17 November 2023 (terlambat 4 hari)", "2. Cetak kartu nomor")
		d.Keys("c")
		if !strings.Contains(d.Clipboard, "1. Kirim daftar P3MI\n   Tenggat: Jumat, 17 November 2023") {
			t.Errorf("copied %q", d.Clipboard)
		}
		d.Keys("s")
		d.Sees("Tersimpan:")
	})
}

func TestBoardIsLive(t *testing.T) {
	atBoard(t, func(d *uitest.Desk, e model.Event) {
		other := d.Beside("Meja 2")
		other.Show(screen.NewActions(other.Env, e.ID))
		other.Sees("TINDAK LANJUT Pencegahan CPMI Nonprosedural", "Kirim daftar P3MI")
		other.Keys("s")
		d.Sees("SUDAH DITUTUP (2)")
		d.Misses("TERLAMBAT")
		// The name of an owner that is a guest is corrected while the board is open.
		g := uitest.Guests()[0]
		g.ID = model.ID{7}
		d.Apply(d.Env.Act(model.VerbImport).Change(model.GuestKey(e.ID, g.ID), g.Registers()...))
		promise(d, e.ID, model.Action{No: 6, Do: "Urus desa", Owner: "H. Suyatno, S.H.", OwnerKey: model.GuestKey(e.ID, g.ID), Due: "2023-11-21"})
		d.Sees("hari ini Urus desa H. Suyatno")
		r, err := d.Store().Record(d.Context(), model.GuestKey(e.ID, g.ID))
		if err != nil {
			t.Fatal(err)
		}
		d.Apply(d.Env.Act(model.VerbCorrect).Change(r.Key, r.Edit(map[string]string{model.GuestName: "Suyitno"})...))
		d.Sees("hari ini Urus desa H. Suyitno")
		d.Keys("home", "p", "Baru mulai", "ctrl+s")
		d.Sees("H. Suyitno", "berjalan")
	})
}

func TestBoardThatCannotBeSaved(t *testing.T) {
	atBoard(t, func(d *uitest.Desk, e model.Event) {
		d.Fail(model.ErrNoSpace)
		d.Keys("s")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.", "TERLAMBAT (1)")
		d.Keys("p", "Tiga desa", "ctrl+s")
		// What was typed is still there.
		d.Sees("BELUM TERSIMPAN", "Tiga desa")
		d.Mend()
		d.Keys("ctrl+s")
		d.Sees("Kemajuan dicatat: Kirim daftar P3MI.")
	})
}

func TestBoardUndoOutlivesTheProgram(t *testing.T) {
	atBoard(t, func(d *uitest.Desk, e model.Event) {
		d.Keys("s")
		d.Sees("SUDAH DITUTUP (2)")
		d.Restart()
		d.Show(screen.NewBoard(d.Env))
		d.Keys("ctrl+z")
		d.Sees("Diurungkan: pencatatan kemajuan tindak lanjut, pukul 08.41.", "TERLAMBAT (1)")
	})
}

func TestHomeShowsWhatIsDue(t *testing.T) {
	atBoard(t, func(d *uitest.Desk, e model.Event) {
		d.Show(screen.NewHome(d.Env))
		d.Sees("HARI INI > 09.00", "TINDAK LANJUT 1 terlambat 1 minggu ini Kirim daftar P3MI terlambat 4 hari Seksi Contoh")
		d.Keys("down", "down", "enter")
		d.Sees("TINDAK LANJUT semua kegiatan")
		if line := d.Line("! Susun format"); !strings.HasPrefix(line, ">") {
			t.Errorf("the cursor is not on what was opened: %q", line)
		}
		d.Keys("s", "esc")
		d.Sees("TINDAK LANJUT 1 terlambat")
		d.Misses("minggu ini")
		d.Keys("t", "k")
		d.Sees("KEGIATAN Pencegahan CPMI Nonprosedural")
		d.Keys("5")
		d.Sees("TINDAK LANJUT Pencegahan CPMI Nonprosedural", "TERLAMBAT (1)")
	})
}

func TestFollowUpScreensFitEveryWindow(t *testing.T) {
	atBoard(t, func(d *uitest.Desk, e model.Event) {
		promise(d, e.ID, model.Action{Do: "A\u202e\x1b[31m 日本 e\u0301\u0301", Owner: "👨‍👩‍👧", From: "Desa Contoh Lor", Due: "2023-11-01"})
		d.Sweep()
		for _, keys := range [][]string{
			{"p", "x"},
			{"esc", "right", "right", "enter"},
			{"u"},
			{"esc"},
			{"f"},
			{"enter"},
			{"esc"},
			{"c", "contoh"},
			{"esc"},
			{"l"},
			{"esc"},
			{"enter"},
			{"x"},
			{"esc"},
			{"e"},
			{"esc"},
			{"i"},
			{"esc"},
			{"esc"},
			{"n", "x", "tab", "su"},
			{"esc"},
			{"esc"},
		} {
			d.Keys(keys...)
			d.Sweep()
		}
		d.Show(screen.NewHome(d.Env))
		d.Sweep()
		d.Show(screen.NewInstitutions(d.Env))
		d.Sweep()
	})
}
