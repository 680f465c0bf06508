package screen_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// said is a question with its answer, as it is put into an event.
type said struct {
	text, answer, asker, basis, asOf, tag string
	internal                              bool
	superseded                            model.Key
}

// record writes a question and gives its key.
func record(d *uitest.Desk, event model.ID, no int, s said) model.Key {
	d.Helper()
	k := model.QuestionKey(event, d.Env.ID())
	act := d.Env.Act(model.VerbAsk)
	q := model.Question{
		No: no, Text: s.text, Asker: s.asker, Basis: s.basis, AsOf: s.asOf, Internal: s.internal, Superseded: s.superseded,
		Asked: d.Env.Now(),
	}
	changes := []model.Change{act.Change(k, q.Registers()...)}
	if s.answer != "" {
		changes = append(changes, act.Change(k, model.AddAnswer(model.Answer{Text: s.answer, By: "Ayu Contoh", Post: "Pemateri", At: d.Env.Now()})...))
	}
	if s.tag != "" {
		changes = append(changes, act.Change(k, model.Add(model.QuestionTags, s.tag)))
	}
	d.Apply(changes...)
	return k
}

// inArchive gives a journey two events at which something was said, and the archive in front, opened from home.
func inArchive(t *testing.T, journey func(d *uitest.Desk, old, late model.ID)) {
	t.Helper()
	for _, newsFirst := range []bool{false, true} {
		uitest.Run(t, func(d *uitest.Desk) {
			d.NewsFirst = newsFirst
			old := hold(d, "Pencegahan CPMI di Desa Contoh", "2022-03-07", model.EventVenue, "Balai Desa Contoh Lor")
			late := hold(d, "Paspor untuk warga desa", "2023-10-02", model.EventVenue, "Balai Desa Contoh Kidul")
			newer := record(d, late, 1, said{
				text: "Berapa biaya pembuatan paspor elektronik sekarang?", answer: "Rp650.000 untuk masa berlaku sepuluh tahun.",
				asker: "Titik Adi", basis: "PP Contoh 1/2023", asOf: "2023-09", tag: "paspor",
			})
			record(d, old, 1, said{
				text: "Berapa biaya membuat paspor?", answer: "Rp350.000 untuk lima tahun.", asker: "Sutrisno",
				basis: "PP Contoh 9/2019", asOf: "2022-03-07", tag: "paspor", superseded: newer,
			})
			record(d, old, 2, said{text: "Siapa yang mengetahui surat izin keluarga?", answer: "Kepala desa atau lurah.", asker: "Nurhidayah", tag: "izin"})
			d.Show(screen.NewHome(d.Env))
			d.Keys("/")
			journey(d, old, late)
		})
	}
}

func TestTheArchiveFindsWhileOneTypes(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, old, _ model.ID) {
		d.Sees("ARSIP", "Apa yang pernah dibahas tentang ini?")
		d.Type("dibuatkan pasp")
		d.Sees("biaya [membuat] [paspor]?", "[pembuatan] [paspor]", "Sutrisno", "Titik Adi", "7 Mar 2022", "2 Okt 2023")
		d.Keys("ctrl+u")
		d.Type("izin keluarga")
		d.Sees("1 hasil", "surat [izin] [keluarga]?", "Pencegahan CPMI", "Kepala desa atau lurah.")
		d.Keys("enter")
		d.Sees("PERTANYAAN 2", "Siapa yang mengetahui surat izin keluarga?")
		d.Keys("esc")
		d.Sees("ARSIP", "> izin keluarga")
		d.Keys("f7")
		d.Sees("PEMBAHASAN Pencegahan CPMI di Desa Contoh", "surat [izin] [keluarga]?")
		d.Keys("esc", "esc")
		d.Sees("SEBELUMNYA")
	})
}

func TestAnAnswersAgeIsAlwaysInSightAndTheNewerOneIsPointedTo(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, _, _ model.ID) {
		d.Type("paspor sutrisno PP 2019")
		d.Keys("ctrl+u")
		d.Type("biaya membuat lima tahun")
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			d.Resize(size[0], size[1])
			d.Sees("sudah digantikan oleh yang lebih baru", "Data per 7 Maret 2022 (1 tahun 8 bulan)", "Dasar: PP Contoh")
		}
		d.Resize(40, 10)
		d.Sees("Jawaban ini sudah digantikan")
		d.Resize(80, 24)
		d.Keys("f6")
		d.Sees("PERTANYAAN 1 Paspor untuk warga desa", "Rp650.000")
	})
}

func TestNarrowingByKeysEditsWhatIsTyped(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, _, _ model.ID) {
		d.Type("paspor")
		d.Sees("Jenis: tanya jawab 2, kegiatan 1")
		d.Keys("f2")
		d.Sees("Kind: question 2, event 1")
		d.Keys("f2")
		d.Keys("tab")
		d.Sees("[ ] tanya jawab", "Tahun", "[ ] 2022")
		d.Keys("enter")
		d.Sees(`paspor jenis:"tanya jawab"`, "2 hasil", "[x] tanya jawab")
		d.Keys("enter")
		d.Sees("3 hasil")
		d.Misses("jenis:")
		d.Keys("esc", "ctrl+u")
		d.Type("paspor tahun:2022")
		d.Sees("1 hasil", "Sutrisno")
		d.Misses("Titik Adi")
		d.Keys("tab")
		d.Sees("[x] 2022")
		// A letter goes on with the words, wherever the keys were.
		d.Type(" desa:kidul")
		d.Sees("> paspor tahun:2022 desa:kidul", "Tidak ada yang cocok")
	})
}

func TestWhatWasNotUsedIsSaid(t *testing.T) {
	for typed, sees := range map[string]string{
		strings.Repeat("paspor ", 2000): "hanya 10.000 huruf pertama yang dipakai",
		"yang di dan ini":               "kata",
		"?! ... --":                     "Tidak ada kata yang dapat dicari di sini",
		`"biaya membuat`:                "1 hasil",
		"sejak:kapankapan paspor":       `"kapankapan" bukan tanggal yang dikenal`,
		"tahun:duaribu paspor":          `"duaribu" bukan tahun`,
		"tag: paspor":                   "belum berisi",
		"pas\x1b[31mpor \u202ebiaya":    "hasil",
		"جواز سفر":                      "Tidak ada yang cocok",
		"paspir":                        "paspor",
	} {
		t.Run(sees, func(t *testing.T) {
			inArchive(t, func(d *uitest.Desk, _, _ model.ID) {
				d.Paste(typed)
				d.Sees("ARSIP", sees)
				d.Sweep()
			})
		})
	}
}

func TestWhatIsWrittenBesideIsFoundByTheNextKey(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, _, late model.ID) {
		d.Type("umrah")
		d.Sees("Tidak ada yang cocok")
		record(d, late, 2, said{text: "Apakah jemaah umrah perlu rekomendasi?", asker: "Ratna Dewi"})
		d.Sees("1 hasil", "[jemaah] [umrah]")
	})
}

func TestAPassageIsCopiedWithItsSource(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, old, _ model.ID) {
		d.Type("Rp350.000")
		d.Keys("ctrl+y")
		d.Sees("Kutipan dan sumbernya disalin.")
		for _, want := range []string{
			"Berapa biaya membuat paspor?", `"Rp350.000 untuk lima tahun."`, "Ayu Contoh", "Pencegahan CPMI di Desa Contoh, 7 Maret 2022",
			"PP Contoh 9/2019", "data per 7 Maret 2022", "sudah digantikan",
		} {
			if !strings.Contains(d.Clipboard, want) {
				t.Errorf("%q is not in what was copied:\n%s", want, d.Clipboard)
			}
		}
		record(d, old, 3, said{text: "Apakah rahasia ini tentang visa?", answer: "Jangan disebut.", internal: true})
		d.Keys("ctrl+u")
		d.Type("rahasia visa")
		d.Keys("ctrl+y")
		if !strings.Contains(d.Clipboard, "HANYA INTERNAL") {
			t.Errorf("that it is internal does not go with it:\n%s", d.Clipboard)
		}
	})
}

func TestResultsAreWrittenOutAndNothingIsComputed(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, _, late model.ID) {
		record(d, late, 2, said{text: "=HYPERLINK(\"x\") paspor?", answer: "+62 bukan rumus", asker: "@Siapa"})
		d.Type("paspor tahun:2023 jenis:tanya")
		for _, key := range [][]string{{"ctrl+x", "enter"}, {"ctrl+x", "down", "enter"}, {"ctrl+x", "end", "enter"}} {
			d.Keys(key...)
			d.Sees("2 hasil ditulis ke")
		}
		md, csv := written(d, "arsip-2023-11-21.md"), written(d, "arsip-2023-11-21.csv")
		for _, want := range []string{"# ARSIP", "pembuatan **paspor**", "Titik Adi"} {
			if !strings.Contains(md, want) {
				t.Errorf("%q is not in\n%s", want, md)
			}
		}
		for _, cell := range strings.FieldsFunc(csv, func(r rune) bool { return r == ';' || r == '\n' || r == '"' }) {
			if strings.ContainsAny(cell[:1], "=+-@") {
				t.Errorf("a cell begins a formula: %q", cell)
			}
		}
		book, err := excelize.OpenFile(d.Output("arsip-2023-11-21.xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range []string{"Berapa biaya pembuatan paspor elektronik sekarang?", `=HYPERLINK("x") paspor?`} {
			cell := "G" + strconv.Itoa(i+2)
			if got, _ := book.GetCellValue("ARSIP", cell); got != want {
				t.Errorf("%s holds %q, not %q", cell, got, want)
			}
			if f, _ := book.GetCellFormula("ARSIP", cell); f != "" {
				t.Errorf("%s computes %q", cell, f)
			}
		}
		if !strings.Contains(csv, "'=HYPERLINK") {
			t.Errorf("no guarded cell in\n%s", csv)
		}
	})
}

// written reads a file that the program wrote for people.
func written(d *uitest.Desk, name string) string {
	d.Helper()
	b, err := os.ReadFile(d.Output(name))
	if err != nil {
		d.Fatal(err)
	}
	return string(b)
}

func TestASearchIsKeptRenamedRemovedAndBroughtBack(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, _, _ model.ID) {
		d.Type("izin keluarga")
		d.Keys("ctrl+s")
		d.Sees("Nama pencarian:")
		d.Type("Izin")
		d.Keys("enter")
		d.Sees(`Pencarian "Izin" disimpan.`)
		d.Keys("ctrl+u")
		d.Type("paspor")
		d.Keys("f3")
		d.Sees("PENCARIAN TERSIMPAN", "Izin", "izin keluarga")
		d.Keys("e", "ctrl+u")
		d.Type("Surat izin")
		d.Keys("enter")
		d.Sees(`Nama diganti menjadi "Surat izin".`)
		d.Keys("x")
		d.Sees("Belum ada pencarian tersimpan")
		d.Keys("ctrl+z")
		d.Sees("Diurungkan.", "Surat izin")
		d.Keys("enter")
		d.Sees("ARSIP", "> izin keluarga", "1 hasil")
		d.Restart()
		d.Show(screen.NewArchive(d.Env, ""))
		d.Keys("f3", "ctrl+z")
		d.Sees("Surat izin", "Belum ada yang dilakukan di sini")
	})
}

func TestASearchThatCannotBeKeptIsSaid(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, _, _ model.ID) {
		d.Type("paspor")
		d.Fail(model.ErrNoSpace)
		d.Keys("ctrl+s", "enter")
		d.Sees("BELUM TERSIMPAN")
		d.Mend()
		d.Keys("f3")
		d.Sees("Belum ada pencarian tersimpan")
	})
}

func TestTypingIsNeverOvertakenByWhatWasFound(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, _, _ model.ID) {
		d.Hurry("p", "a", "s", "p", "o", "r", " ", "l", "i", "m", "a")
		d.Sees("> paspor lima")
		d.Sees("1 memuat semua kata")
		d.Hurry("ctrl+u", "i", "z", "i", "n", "down", "enter")
		d.Sees("PERTANYAAN")
	})
}

func TestTheArchiveOpensFromEverywhereOnce(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		d.Keys("enter", "d", "/")
		d.Sees("ARSIP")
		d.Keys("esc")
		d.Sees("DAFTAR")
		d.Keys("2", "f9")
		d.Sees("ARSIP")
		d.Keys("f9", "esc")
		d.Sees("PINTU")
		d.Keys("esc", "esc", "esc", "o", "/")
		d.Sees("ARSIP")
	})
}

func TestTheNumbersAreExact(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, old, _ model.ID) {
		for i, status := range []model.ActionStatus{model.ActionDone, model.ActionTodo} {
			a := model.Action{No: i + 1, Do: "Kirim formulir", Owner: "Seksi Contoh", Due: "2023-01-01", Status: status, From: "Desa Contoh Lor"}
			d.Apply(d.Env.Act(model.VerbPromise).Change(model.ActionKey(old, d.Env.ID()), a.Registers()...))
		}
		e := d.Event(uitest.Guests()...)
		d.Show(screen.NewDoor(d.Env, e.ID, model.ID{}))
		d.Keys("titik", "enter")
		d.Show(screen.NewNumbers(d.Env))
		d.Sees("ANGKA per bulan", "3 kegiatan, 1 hadir | 3 pertanyaan, 3 terjawab | 2 tindak lanjut, 1 selesai (50%), 1 terlambat")
		d.Keys("home")
		if line := d.Line("Mar 2022"); !strings.Contains(line, "#") {
			t.Errorf("no bar in %q", line)
		}
		d.Keys("tab")
		d.Sees("per tempat kegiatan", "Balai Desa Contoh Lor")
		d.Keys("tab")
		d.Sees("per instansi peserta", "Desa Contoh Tengah")
		d.Keys("tab")
		d.Sees("per topik pertanyaan", "paspor", "izin")
		// Another seat is counted at once: what was kept of that event holds no more.
		d.Show(screen.NewDoor(d.Env, e.ID, model.ID{}))
		d.Keys("soej", "enter")
		d.Show(screen.NewNumbers(d.Env))
		d.Sees("3 kegiatan, 2 hadir")
		d.Keys("s")
		d.Type("2023")
		d.Keys("enter")
		d.Sees("sejak 1 Januari 2023", "2 kegiatan, 2 hadir | 1 pertanyaan")
	})
}

func TestADiscussionIsReadAsItHappened(t *testing.T) {
	inArchive(t, func(d *uitest.Desk, old, _ model.ID) {
		role, item := d.Env.ID(), d.Env.ID()
		d.Apply(
			d.Env.Act(model.VerbEdit).Change(model.RoleKey(old, role), model.Role{Duty: model.DutySpeaker, Name: "Ayu Contoh", After: "S.H.", Order: 1}.Registers()...),
			d.Env.Act(model.VerbEdit).Change(model.AgendaItemKey(old, item),
				model.AgendaItem{Title: "Bahaya berangkat tanpa dokumen", Kind: model.ItemTalk, Start: "09.00", End: "10.00", Role: role, Points: []string{"Lima syarat", "Lapor desa"}, Order: 1}.Registers()...),
		)
		q := record(d, old, 3, said{text: "Bagaimana bila sudah berangkat?", asker: "Titik Adi"})
		r, err := d.Store().Record(d.Context(), q)
		if err != nil {
			d.Fatal(err)
		}
		set, _ := r.Write(model.QuestionItem, item.String())
		d.Apply(d.Env.Act(model.VerbEdit).Change(q, set),
			d.Env.Act(model.VerbPromise).Change(model.ActionKey(old, d.Env.ID()), model.Action{No: 1, Do: "Kirim daftar P3MI", Owner: "Disnaker Contoh", Question: q.ID}.Registers()...))
		d.Show(screen.NewStory(d.Env, old))
		d.Resize(100, 50)
		inOrder(d, "09.00-10.00  Bahaya berangkat tanpa dokumen", "Ayu Contoh, S.H.", "- Lima syarat", "Pertanyaan 3", "Bagaimana bila sudah berangkat?",
			"Tindak lanjut: Kirim daftar P3MI", "Tanya jawab", "Pertanyaan 1", "Rp350.000", "sudah digantikan", "Digantikan oleh")
		d.Keys("f")
		d.Type("formulir")
		d.Sees(`"formulir" tidak ada dalam pembahasan ini.`)
		d.Keys("ctrl+u")
		d.Type("syarat")
		d.Sees("1 dari 1", "- Lima [syarat]")
		d.Keys("esc")
		d.Keys("right")
		d.Sees("Tidak ada kegiatan sesudahnya yang seperti ini.")
		hold(d, "Cegah CPMI di desa contoh", "2023-05-05", model.EventVenue, "Aula Lain")
		hold(d, "Lain sama sekali", "2023-12-05", model.EventVenue, "Balai Desa Contoh Lor")
		d.Keys("right")
		d.Sees("PEMBAHASAN Cegah CPMI di desa contoh")
		d.Keys("left")
		d.Sees("PEMBAHASAN Pencegahan CPMI di Desa Contoh")
		d.Keys("k", "right")
		d.Sees("PEMBAHASAN Lain sama sekali", "Belum ada yang dicatat")
	})
}
