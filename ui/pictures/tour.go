package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// listName is what the invited list is called where the officer keeps it.
const listName = "undangan.csv"

// tour is one run of the program, from its start on.
type tour struct {
	args  []string
	steps []step
}

// step presses keys and waits until all the words stand on the screen. One of them at least must not have stood there before, and
// one must come with the slowest part of the screen: what is read from disk comes after the frame around it.
type step struct {
	keys    string
	words   []string
	picture string // the name of the picture that is taken then; "": none
}

// Keys as a terminal sends them.
const (
	enter   = "\r"
	escape  = "\x1b"
	tab     = "\t"
	backTab = "\x1b[Z"
	down    = "\x1b[B"
	end     = "\x1b[F"
	help    = "\x1bOP"   // F1
	ask     = "\x1b[19~" // F8
	save    = "\x13"     // Ctrl+S
)

func tours() []tour {
	return []tour{{steps: welcome()}, {args: []string{"demo"}, steps: day()}}
}

// welcome is the first start on a fresh machine. The first frame may come before the program knows that the terminal can take
// whole ones, so no picture is taken of it.
func welcome() []step {
	return []step{
		{words: []string{"SELAMAT DATANG", "F1 bantuan"}},
		{keys: tab + "Kantor Imigrasi Pati", words: []string{"[Kantor Imigrasi Pati "}},
		{keys: tab + "Petugas Contoh", words: []string{"[Petugas Contoh "}},
		{keys: tab + "Meja 1", words: []string{"[Meja 1 "}, picture: "welcome"},
	}
}

// day is what an officer does with the example: a new event, people at the door, the guests, a list to import.
func day() []step {
	return slices.Concat([]step{
		{words: []string{"49 undangan", "0 hadir"}},
		{keys: "n", words: []string{"KEGIATAN BARU", "Ctrl+S"}},
		{keys: "Desa Binaan Imigrasi", words: []string{"[Desa Binaan Imigrasi "}},
		{keys: tab + tab + "Kantor Imigrasi Pati", words: []string{"[Kantor Imigrasi Pati "}},
		{keys: tab + "Balai Desa Pulo", words: []string{"[Balai Desa Pulo "}},
		{keys: tab + "7 mei 2030", words: []string{"= Selasa, 7 Mei 2030"}},
		{keys: tab + "9.00", words: []string{"[9.00 "}, picture: "event_form"},
		{keys: save, words: []string{"KEGIATAN  Desa Binaan Imigrasi", "Selasa, 7 Mei 2030"}},
	}, room(), []step{
		{keys: end + enter, words: []string{"BELUM DATANG (49)"}},
	}, door(), guests(), imported())
}

// room is a discussion in the village: nobody in it has a name, since the example's speakers are people of flesh and blood. It
// begins on the event's page and ends on the first screen.
func room() []step {
	return []step{
		{keys: ask, words: []string{"PERTANYAAN BARU", "Belum ada pertanyaan lama"}},
		{keys: "ibu, baris depan" + tab, words: []string{"[ibu, baris depan "}},
		{keys: "Bolehkah anak umur 16 tahun bekerja ke luar negeri?" + tab, words: []string{"ke luar negeri?"}},
		{keys: "Belum boleh, usia minimal 18 tahun. Brosurnya akan kami kirim minggu depan.", words: []string{"jadikan tindak lanjut ("}},
		{keys: tab + "narasumber pertama", words: []string{"[narasumber pertama "}},
		{keys: tab + "UU 18/2017 Pasal 5 huruf a", words: []string{"Pasal 5 huruf a"}},
		{keys: save, words: []string{"Jadikan tindak lanjut?", "Pertanyaan 1 tersimpan."}, picture: "promise"},
		{keys: enter, words: []string{"TINDAK LANJUT BARU", "Brosurnya"}},
		{keys: save, words: []string{"Tindak lanjut tersimpan"}},
		{keys: ask, words: []string{"PERTANYAAN BARU"}},
		{keys: "karang taruna" + tab, words: []string{"[karang taruna "}},
		{keys: "Umur berapa paling muda boleh kerja di luar negeri?", words: []string{"boleh kerja di luar negeri?", "narasumber pertama |"}, picture: "question"},
		{keys: save, words: []string{"Pertanyaan 2 tersimpan."}},
		{keys: "4", words: []string{"TANYA JAWAB", "karang taruna"}, picture: "questions"},
		{keys: escape, words: []string{"KEGIATAN  Desa Binaan Imigrasi", "1 belum terjawab"}, picture: "summary"},
		{keys: escape, words: []string{"AKAN DATANG", "49 undangan"}},
		{keys: "t", words: []string{"semua kegiatan", "Brosurnya"}, picture: "board"},
		{keys: escape, words: []string{"AKAN DATANG", "49 undangan"}},
		{keys: "/", words: []string{"ARSIP"}},
		{keys: "anak 16 tahun kerja ", words: []string{"> anak 16 tahun kerja", "memuat semua kata", "Belum boleh"}, picture: "archive"},
		{keys: escape, words: []string{"AKAN DATANG", "49 undangan"}},
	}
}

// door begins and ends on the event's page.
func door() []step {
	return []step{
		{keys: "2", words: []string{"PINTU", "Andi Riyadi"}},
		{keys: "titik" + enter, words: []string{"hadir 1,", "Titik Adiningsih hadir"}},
		{keys: "ma'ruf" + enter, words: []string{"hadir 2,", "Ahmad Ma'ruf, S.Pd.I. hadir"}},
		{keys: "karmain" + enter, words: []string{"hadir 3,", "Karmain, S.Pd. hadir"}},
		{keys: "su", words: []string{"> su", "Sidowayah", "Punjulharjo"}, picture: "door"},
		{keys: down + enter, words: []string{"hadir 4,", "Suyatno, Kepala Desa Punjulharjo."}, picture: "present"},
		{keys: help, words: []string{"Tombol di layar ini"}, picture: "help"},
		{keys: escape, words: []string{"hadir 4,"}},
		{keys: escape, words: []string{"BELUM DATANG (45)"}, picture: "event"},
	}
}

// guests goes by the first screen of the day, now that people have come.
func guests() []step {
	return []step{
		{keys: escape, words: []string{"AKAN DATANG", "4 hadir"}, picture: "home"},
		{keys: enter, words: []string{"BELUM DATANG (45)"}},
		{keys: "d", words: []string{"49 dari 49 peserta", "Andi Riyadi"}, picture: "guests"},
		{keys: escape, words: []string{"BELUM DATANG (45)"}},
	}
}

// imported is the wizard with the list, up to what it would do to whom. It asks for the doubtful rows first; the picture is of
// all.
func imported() []step {
	return []step{
		{keys: "i", words: []string{"IMPOR", listName}},
		{keys: listName + enter, words: []string{"Judul kolom", "jumlah"}, picture: "import_columns"},
		{keys: enter, words: []string{"Hasil", "Sebab"}},
		{keys: backTab, words: []string{"[semua"}, picture: "import"},
	}
}

// take makes the tour and writes its pictures into a folder.
func (t tour) take(program string, env []string, folder string) error {
	term, err := start(env, program, t.args...)
	if err != nil {
		return err
	}
	defer term.end()
	for i, s := range t.steps {
		seen, err := term.press(s.keys, s.words)
		if err != nil {
			return fmt.Errorf("step %d: %w", i+1, err)
		}
		if s.picture == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(folder, s.picture+".svg"), seen.draw("Hadir: "+s.picture), 0o644); err != nil {
			return err
		}
	}
	return nil
}
