package screen_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// leaveFile writes a file beside the program and gives its path.
func leaveFile(d *uitest.Desk, name, content string) string {
	d.Helper()
	path := filepath.Join(d.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		d.Fatal(err)
	}
	return path
}

func TestAFileIsRecordedAndLookedAtAgain(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		photo, scan := leaveFile(d, "foto pembukaan.JPG", "gambar"), leaveFile(d, "hadir.pdf", "pindai")
		d.Keys("enter", "6")
		d.Sees("BERKAS", "KELENGKAPAN", "foto belum", "Belum ada berkas yang dicatat")
		d.Keys("n")
		d.Paste("'" + photo + "'")
		d.Keys("enter")
		d.Sees("BERKAS foto pembukaan.JPG", "foto")
		d.Keys("tab", "right", "tab", "Kepala seksi membuka kegiatan", "ctrl+s")
		d.Sees("foto pembukaan.JPG tercatat. Berkasnya tetap di tempatnya.", "foto: pembukaan", "Kepala seksi membuka",
			"ada, tidak berubah", "1 foto dicatat; belum ada foto materi, tanya jawab, foto bersama, spanduk", "Tempat: foto pembukaan.JPG, di")
		d.Keys("n")
		d.Paste(scan)
		d.Keys("enter", "ctrl+s")
		d.Sees("isian perlu diperbaiki")
		d.Keys("right", "right", "ctrl+s")
		d.Sees("daftar hadir", "1 berkas dicatat")

		if err := os.WriteFile(photo, []byte("lain"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(scan); err != nil {
			t.Fatal(err)
		}
		d.Keys("u")
		d.Sees("SUDAH BERUBAH", "TIDAK DITEMUKAN")

		d.Keys("end", "e", "tab", "right", "tab", " (siang)", "ctrl+s")
		d.Sees("foto: materi", "membuka kegiatan (siang)")
		d.Keys("ctrl+z")
		d.Sees("Diurungkan: pencatatan berkas", "foto: pembukaan")
		d.Keys("x", "right", "enter")
		d.Sees("Catatan foto pembukaan.JPG dihapus; berkasnya tetap ada.", "foto belum")
		if _, err := os.Stat(photo); err != nil {
			t.Error(err)
		}
		d.Keys("ctrl+z")
		d.Sees("1 foto dicatat")
		files, err := d.Store().Evidence(context.Background(), e.ID)
		if err != nil || len(files) != 2 || files[0].Path != photo || files[0].Size != 6 || files[0].Slot != model.SlotOpening {
			t.Errorf("recorded %+v, %v", files, err)
		}
	})
}

func TestAFileThatCannotBeRecordedIsRefusedInWords(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		empty := leaveFile(d, "kosong.pdf", "")
		d.Keys("enter", "6", "n")
		d.Paste(empty)
		d.Keys("enter")
		d.Sees("Berkas \"kosong.pdf\" kosong (0 byte).", "Tidak ada yang dicatat")
		d.Keys("x")
		d.Misses("0 byte")
		d.Keys("esc")
		d.Sees("Belum ada berkas yang dicatat")
	})
}

func TestTheSameFileTwiceIsSaid(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		scan := leaveFile(d, "surat.png", "pindai")
		for range 2 {
			d.Keys("1", "6", "n")
			d.Paste(scan)
			d.Keys("enter")
			d.Keys("ctrl+s")
		}
		d.Keys("n")
		d.Paste(scan)
		d.Keys("enter")
		d.Sees("Berkas yang sama sudah dicatat sebagai foto.")
	})
}

func TestConclusionsAreWritten(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		d.Resize(120, 45)
		d.Keys("enter")
		d.Sees("kesimpulan belum, saran belum", "kesimpulan belum ditulis (k)")
		d.Keys("k", "Warga perlu tahu", "enter", "jalur resmi.", "tab", "Ulangi tahun depan.", "ctrl+s")
		d.Sees("Kesimpulan dan saran tersimpan.", "kesimpulan ada, saran ada", "kesimpulan sudah ditulis; laporan yang sah belum dicatat")
		got, err := d.Store().Event(context.Background(), e.ID)
		if err != nil || got.Conclusion != "Warga perlu tahu\njalur resmi." || got.Suggestion != "Ulangi tahun depan." {
			t.Errorf("%q, %q, %v", got.Conclusion, got.Suggestion, err)
		}
		d.Keys("ctrl+z")
		d.Sees("kesimpulan belum, saran belum")
	})
}

// The first page tells the room, lives when another desk writes, and still shows who is missing.
func TestTheSummaryTellsTheRoom(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		other := d.Beside("Meja 2")
		act := other.Env.Act(model.VerbAsk)
		ask := func(status model.QuestionStatus) model.Change {
			id := other.Env.ID()
			return act.Change(model.QuestionKey(e.ID, id), model.Question{Text: "Apa?", Status: status}.Registers()...)
		}
		promise := func(from, due string) model.Change {
			id := other.Env.ID()
			return act.Change(model.ActionKey(e.ID, id), model.Action{Do: "Kirim", From: from, Due: due}.Registers()...)
		}
		d.Keys("enter")
		d.Sees("Tanya jawab belum ada | tindak lanjut: belum ada", "BELUM DATANG (10)")
		other.Apply(ask(model.QuestionOpen), ask(model.QuestionAnswered), ask(model.QuestionAnswered),
			promise("Desa Contoh Lor", "2023-11-20"), promise("Desa Lain", ""))
		d.Sees("Tanya jawab 3: 1 belum terjawab, 2 terjawab", "Tindak lanjut 2: 2 belum selesai, 1 terlambat",
			"Janji terbuka 1 (1 terlambat) kepada yang ada dalam daftar ini: Desa Contoh Lor", "BELUM DATANG (10)", "> H. Suyatno")
		d.Resize(40, 10)
		d.Sees("BELUM DATANG (10)", "> H. Suyatno")
		d.Resize(80, 24)
		d.Keys("d")
		other.Apply(ask(model.QuestionOpen))
		d.Keys("esc")
		d.Sees("4: 2 belum terjawab")
	})
}

func TestThePartsShowOnASampleThatTheyAre(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		id := example(d)
		for _, s := range []screen.Screen{screen.NewAgenda(d.Env, id), screen.NewEvidence(d.Env, id), screen.NewRoles(d.Env, id)} {
			d.Show(s)
			d.Sees("DATA CONTOH")
		}
	})
}
