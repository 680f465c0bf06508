package promise

import "strings"

// indonesian reads a promise that begins at word i: "akan kami sampaikan", "nanti kami cek", "kami usahakan", "akan disampaikan".
// A day that the sentence names makes clearer that something is still to come.
func (s sentence) indonesian(i int, dated bool) (from, to int, ok bool) {
	j, leads := s.adverbs(i)
	if n := s.we(j); n > 0 {
		k, more := s.adverbs(j + n)
		switch {
		case s.undoes(i), s.passes(j+n, k):
		case ours(s.at(k)) && !s.tells(k, leads || more || dated):
			return i, k, true
		case (leads || more) && active(s.at(k)):
			return i, k, true
		}
		return 0, 0, false
	}
	if leads && passive(s.at(j)) && !s.undoes(i) {
		return i, j, true
	}
	return 0, 0, false
}

// adverbs skips what says that something is still to come; some reports whether there was any.
func (s sentence) adverbs(i int) (next int, some bool) {
	for {
		switch s.at(i) {
		case "akan", "nanti", "segera", "besok", "lusa", "siap", "bersedia", "berjanji", "langsung", "pasti", "insyaallah",
			"secepatnya", "ntar":
			some = true
		case "juga", "coba", "pun", "dulu", "untuk", "kembali", "lagi", "dahulu", "terlebih", "bersama", "sendiri", "semua",
			"selalu", "lalu", "kemudian":
			if !some && s.we(i+1) == 0 && s.we(i-1) == 0 {
				return i, some
			}
		default:
			return i, some
		}
		i++
	}
}

// we is how many words name those who promise, from word i on; 0: none.
func (s sentence) we(i int) int {
	switch s.at(i) {
	case "kami", "kita", "saya", "panitia":
		return 1
	case "pihak", "kantor", "petugas", "teman-teman", "tim", "bidang", "seksi":
		if s.at(i+1) == "kami" || s.at(i+1) == "imigrasi" {
			return 2
		}
	}
	return 0
}

// undoes reports whether the words before word i take a promise back, or make it something else: done already, not done,
// possible, or a part of a description.
func (s sentence) undoes(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch s.at(k) {
		case "sudah", "telah", "tidak", "belum", "bukan", "jangan", "tak", "takkan", "pernah", "yang", "tadi", "kemarin", "dapat",
			"bisa", "perlu", "izinkan", "ingin", "mau", "tanpa", "seperti", "sebagaimana", "biasanya", "biasa", "apa", "apakah",
			"mohon", "seandainya", "andai", "agar", "supaya", "ijinkan":
			return true
		case "dan", "lalu", "tetapi", "namun", "jadi", "maka", "nanti":
			return false
		}
	}
	return false
}

// passes reports whether words between who promises and the deed take it back: "kami tidak akan kirim", "kami sudah kirim".
func (s sentence) passes(from, to int) bool {
	for k := from; k <= to; k++ {
		switch s.at(k) {
		case "sudah", "telah", "tidak", "belum", "bukan", "pernah", "selalu":
			return true
		}
	}
	return false
}

// tells reports whether a deed is only a way of speaking: "kami sampaikan bahwa", "kami sampaikan terima kasih".
func (s sentence) tells(k int, leads bool) bool {
	switch s.at(k) {
	case "sampaikan", "informasikan", "beritahukan", "jelaskan", "laporkan", "tegaskan", "ingatkan", "jawab", "catat", "minta":
	default:
		return false
	}
	switch s.at(k + 1) {
	case "bahwa", "terima", "terimakasih", "permohonan", "selamat", "salam", "beberapa":
		return true
	}
	return !leads
}

// conditional reports whether the sentence holds only under a condition. "Kalau soal itu, nanti kami cek" names the matter
// alone.
func (s sentence) conditional() bool {
	for i, w := range s.words {
		switch w.text {
		case "jika", "bila", "apabila", "jikalau", "manakala", "asal", "asalkan", "seandainya", "andaikata", "unless", "whenever",
			"provided", "bilamana", "barangsiapa", "whoever":
			return true
		case "if":
			// "We will check if it is so" asks whether.
			if !asksWhether(s.at(i - 1)) {
				return true
			}
		case "kalau", "kalo":
			switch s.at(i + 1) {
			case "begitu", "soal", "mengenai", "tentang", "masalah", "untuk", "itu":
			default:
				return true
			}
		}
	}
	return false
}

func asksWhether(verb string) bool {
	switch verb {
	case "check", "see", "ask", "verify", "confirm", "know", "out":
		return true
	}
	return false
}

// habit reports whether the sentence says what is always done.
func (s sentence) habit() bool {
	for i, w := range s.words {
		switch w.text {
		case "biasanya", "umumnya", "selalu", "rutin", "always", "usually", "normally", "generally":
			return true
		case "setiap", "tiap", "tiap-tiap", "every":
			// To every village is not every week.
			if oft(s.at(i + 1)) {
				return true
			}
		case "lalu":
			// yang lalu, minggu lalu; "lalu kami kirim" goes on.
			if p := s.at(i - 1); p == "yang" || p == "minggu" || p == "bulan" || p == "tahun" || p == "hari" {
				return true
			}
		}
	}
	return false
}

// oft reports whether a word behind "every" makes a habit of it.
func oft(w string) bool {
	switch w {
	case "hari", "minggu", "bulan", "tahun", "kali", "ada", "senin", "selasa", "rabu", "kamis", "jumat", "pekan", "triwulan", "semester",
		"day", "week", "month", "year", "time", "monday", "tuesday", "wednesday", "thursday", "friday", "quarter":
		return true
	}
	return false
}

// obliges reports whether the sentence says what others have to do.
func (s sentence) obliges() bool {
	for _, w := range s.words {
		switch w.text {
		case "wajib", "harus", "diwajibkan", "pemohon", "peserta", "jemaah", "warga", "pendaftaran", "batas", "denda", "must", "mohon",
			"ditutup", "dibuka", "berlaku", "dilarang", "pidana", "penjara", "berangkat", "datang", "libur", "tidak", "bukan":
			return true
		}
	}
	return false
}

// polite words add nothing to an answer that is only a day.
func polite(w string) bool {
	switch w {
	case "ya", "iya", "pak", "bu", "bapak", "ibu", "mas", "mbak", "insyaallah", "insya", "allah", "baik", "siap", "paling", "lambat",
		"lama", "sebelum", "selambat-lambatnya", "hari", "pada", "nanti", "by", "yes", "sir", "madam", "before", "on", "the", "at", "latest",
		"tanggal", "kira-kira", "sekitar", "mungkin", "perhaps", "probably", "inshaallah", "dalam", "within", "no", "later", "than", "saja":
		return true
	}
	return false
}

// english reads a promise that begins at word i: "we will send", "we'll check", "will be sent", "let me find out".
func (s sentence) english(i int) (from, to int, ok bool) {
	j := i
	switch w := s.at(i); w {
	case "we", "i", "committee", "office", "section", "team":
		if j = s.willFrom(i + 1); j == 0 {
			return 0, 0, false
		}
	case "we'll", "i'll":
		j = i + 1
	case "let":
		if s.at(i+1) != "me" && s.at(i+1) != "us" {
			return 0, 0, false
		}
		j = i + 2
	case "will", "shall":
		if k := s.filler(i + 1); s.at(k) == "be" && sent(s.at(s.filler(k+1))) && s.at(i-1) != "you" {
			return i, s.filler(k + 1), true
		}
		return 0, 0, false
	default:
		return 0, 0, false
	}
	j = s.filler(j)
	if deed(s.at(j)) {
		return i, j, true
	}
	return 0, 0, false
}

// willFrom is the word after "will", "are going to" and the like; 0 where there is none.
func (s sentence) willFrom(i int) int {
	i = s.filler(i)
	switch {
	case s.at(i) == "will", s.at(i) == "shall":
		return i + 1
	case s.phrase(i, "are", "going", "to"), s.phrase(i, "am", "going", "to"), s.phrase(i, "is", "going", "to"):
		return i + 3
	case s.phrase(i, "promise", "to"), s.phrase(i, "undertake", "to"), s.phrase(i, "intend", "to"):
		return i + 2
	}
	return 0
}

// filler skips words that stand between "will" and the deed.
func (s sentence) filler(i int) int {
	for {
		switch s.at(i) {
		case "also", "then", "certainly", "gladly", "immediately", "soon", "try", "to", "first", "surely", "definitely", "just",
			"personally", "both", "all":
			i++
		default:
			return i
		}
	}
}

// ours are deeds as they stand behind "kami": the bare word, or with -kan or -i.
func ours(w string) bool {
	switch w {
	case "usahakan", "upayakan", "janjikan", "pastikan", "kabari", "surati", "balas", "tinjau", "survei", "fasilitasi", "perbarui":
		return true
	case "tindak":
		return true // tindak lanjuti
	}
	for _, end := range [...]string{"", "kan", "i"} {
		if stem, ok := strings.CutSuffix(w, end); ok && office(stem) {
			return true
		}
	}
	return false
}

// active are the same deeds behind "kami akan": mengirim, mengirimkan, menyampaikan.
func active(w string) bool {
	for _, end := range [...]string{"", "kan", "i"} {
		stem, ok := strings.CutSuffix(w, end)
		if ok && meng(stem) {
			return true
		}
	}
	return strings.HasPrefix(w, "menindaklanjut") || w == "berkoordinasi" || w == "berusaha" || w == "berupaya" || w == "hadir" || w == "datang"
}

// passive are deeds that nobody else does, where nobody is named: "akan disampaikan", "menyusul".
func passive(w string) bool {
	if w == "menyusul" || strings.HasPrefix(w, "ditindaklanjut") || w == "diusahakan" || w == "diupayakan" {
		return true
	}
	stem, ok := strings.CutPrefix(w, "di")
	if !ok {
		return false
	}
	for _, end := range [...]string{"", "kan", "i"} {
		bare, ok := strings.CutSuffix(stem, end)
		if !ok {
			continue
		}
		switch bare {
		case "sampai", "kirim", "kabar", "informasi", "koordinasi", "jadwal", "bahas", "cek", "siap", "usul", "tanya", "bagi", "terus",
			"agenda", "susul", "hubung", "beritahu", "fasilitasi", "koordinir", "bicara", "rapat", "konfirmasi", "buat":
			return true
		}
	}
	return false
}

// office are stems of what an office does for those who ask.
func office(stem string) bool {
	switch stem {
	case "sampai", "cek", "kirim", "koordinasi", "tindaklanjut", "hubung", "kabar", "informasi", "beritahu", "buat", "siap", "jadwal",
		"terus", "lapor", "usul", "bahas", "pelajar", "telusur", "cari", "tanya", "konfirmasi", "periksa", "bantu", "kunjung", "undang",
		"ada", "susun", "cetak", "bagi", "tempel", "terbit", "perbaik", "lengkap", "juang", "perjuang", "tampung", "jawab", "aju",
		"minta", "kawal", "data", "verifikasi", "agenda", "rapat", "umum", "tindak", "cekkan", "bawa", "antar", "serah", "tulis", "pasang",
		"titip", "dampingi", "damping", "sosialisasi", "klarifikasi", "catat", "jelas", "tegas", "bicara", "evaluasi", "bereskan",
		"selesai", "proses", "print", "email", "wa", "share", "follow", "carikan", "jemput", "temui", "tanggap", "muat", "unggah":
		return true
	}
	return false
}

// meng reports whether a word without its ending is one of the office's deeds in the active voice.
func meng(w string) bool {
	switch w {
	case "menyampai", "mengecek", "mengirim", "mengkoordinasi", "mengoordinasi", "menghubung", "mengabar", "menginformasi",
		"memberitahu", "membuat", "menyiap", "menjadwal", "menerus", "melapor", "mengusul", "membahas", "mempelajar", "menelusur",
		"mencari", "menanya", "mengonfirmasi", "mengkonfirmasi", "memeriksa", "membantu", "mengunjung", "mengundang", "mengada",
		"menyusun", "mencetak", "membagi", "menempel", "menerbit", "memperbaik", "melengkap", "memperjuang", "menampung", "menjawab",
		"mengaju", "meminta", "mengawal", "mendata", "memverifikasi", "mengagenda", "merapat", "mengumum", "menindak", "membawa",
		"mengantar", "menyerah", "menulis", "memasang", "mendamping", "menyosialisasi", "mensosialisasi", "mengklarifikasi", "mencatat",
		"menjelas", "menyurat", "mengevaluasi", "menyelesai", "memproses", "mengusaha", "mengupaya", "memasti", "meninjau",
		"memfasilitasi", "membalas", "menelaah", "memperbaru", "mengunggah", "memberi":
		return true
	}
	return false
}

// deed are the same in English, behind "we will".
func deed(w string) bool {
	switch w {
	case "send", "check", "contact", "call", "follow", "look", "coordinate", "forward", "inform", "let", "get", "come", "provide",
		"prepare", "share", "schedule", "visit", "ask", "find", "write", "reply", "answer", "report", "raise", "propose", "arrange",
		"issue", "print", "distribute", "email", "deliver", "submit", "discuss", "verify", "confirm", "review", "do", "help",
		"organise", "organize", "hold", "make", "bring", "pass", "publish", "post", "meet", "invite", "investigate", "update",
		"correct", "fix", "complete", "finish", "draft", "give", "hand", "put", "record", "return", "consult", "speak", "talk", "work":
		return true
	}
	return false
}

// sent are deeds that nobody else does, where nobody is named: "will be sent".
func sent(w string) bool {
	switch w {
	case "sent", "forwarded", "checked", "shared", "delivered", "emailed", "discussed", "followed", "provided", "scheduled",
		"distributed", "arranged", "raised", "reported", "prepared", "answered":
		return true
	}
	return false
}
