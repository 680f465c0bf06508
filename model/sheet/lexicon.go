package sheet

import (
	"strings"
	"unicode"
)

// lexicon knows the words that head the columns of Indonesian and English lists.
type lexicon struct {
	words   map[string]sense
	phrases *strings.Replacer // several words that mean one
}

// sense is what one word says about a column. The word of the highest rank decides: "nama desa" is a village, "no hp" a
// phone, "nama lengkap & gelar" a name.
type sense struct {
	field Field
	rank  uint8
}

// The ranks that matter by themselves.
const (
	// rankFiller words ("lengkap", "depan") complete a header and decide nothing.
	rankFiller = 0
	// rankHolder words ("kepala desa", "lurah") head a column of names, but stand in the rows just as well, so they do not
	// make a row a header.
	rankHolder = 1
	// rankName is that of "nama" itself, which stands in no row of people.
	rankName = 5
)

// newLexicon builds the tables; it is made once for each guess.
func newLexicon() *lexicon {
	l := &lexicon{words: map[string]sense{}}
	for _, group := range [...]struct {
		sense sense
		words string
	}{
		{sense{FieldNone, rankFiller}, "dan atau and or of the kepada dari yang di utk untuk per lengkap depan belakang tanda tangan l p umroh umrah perjalanan wisata induk hadir sesuai dengan aktif beserta first last"},
		{sense{FieldName, rankHolder}, "kades lurah camat kuwu pimpinan direktur"},
		{sense{FieldNo, 2}, "no nomor nomer urut num number nr #"},
		{sense{FieldName, 3}, "peserta undangan tamu participant guest invitee pejabat penerima perwakilannya attendee yth diundang"},
		{sense{fieldIgnored, 4}, "ttd paraf signature sign tandatangan kode code rt rw"},
		{sense{FieldName, rankName}, "nama name names nm"},
		{sense{FieldTitlesAfter, 4}, "gelar degree"},
		{sense{FieldCategory, 3}, "jenis type"},
		{sense{FieldPost, 3}, "title tugas"},
		{sense{FieldNIK, 3}, "id"},
		// Over "nama lengkap" it heads a group of columns, and beside "nomor" a number.
		{sense{FieldNIK, 4}, "identitas"},
		{sense{FieldInstitution, 5}, "asal utusan perwakilan delegasi mewakili"},
		{sense{FieldVillage, 5}, "alamat address domisili dusun dukuh addr"},
		{sense{FieldInstitution, 6}, "kantor biro travel sekolah office dinas"},
		{sense{FieldRank, 6}, "gol golongan ruang grade"},
		{sense{FieldPost, 6}, "pekerjaan profesi occupation"},
		{sense{FieldNote, 6}, "ket keterangan note notes remark remarks catatan"},
		{sense{FieldCategory, 6}, "group kelompok"},
		{sense{fieldIgnored, 6}, "lahir umur usia tanggal tgl date agama foto hari jam waktu time tempat kabupaten kota provinsi status kehadiran kandung birth age present"},
		{sense{FieldVillage, 7}, "desa kelurahan kel village ds"},
		{sense{FieldDistrict, 7}, "kecamatan kec district subdistrict"},
		{sense{FieldTitlesBefore, 7}, "gelardepan"},
		{sense{FieldTitlesAfter, 7}, "gelarbelakang"},
		{sense{FieldRank, 8}, "pangkat rank"},
		{sense{FieldPost, 8}, "jabatan position post jab"},
		{sense{FieldInstitution, 8}, "instansi lembaga organisasi perusahaan unitkerja satker opd skpd institution institusi organization organisation agency company affiliation"},
		{sense{FieldCategory, 8}, "unsur kategori category"},
		{sense{FieldPhone, 9}, "hp telepon telp tlp telpon tlpn phone wa whatsapp handphone ponsel mobile cp kontak contact seluler hape telephone"},
		{sense{FieldEmail, 9}, "email surel mail"},
		{sense{FieldNIK, 9}, "nik ktp"},
		{sense{FieldNIP, 9}, "nip nrp"},
		{sense{FieldSex, 9}, "kelamin jk lp sex gender lkpr"},
		{sense{fieldIgnored, 10}, "rekening bank npwp jumlah honor uang transport transpor pajak pph rp nominal"},
		{sense{fieldTitle, 11}, "daftar sosialisasi kegiatan lampiran rapat acara republik kementerian pemerintah list"},
	} {
		for word := range strings.FieldsSeq(group.words) {
			l.words[word] = group.sense
		}
	}
	l.phrases = strings.NewReplacer(
		" kepala desa ", " kades ", " unit kerja ", " unitkerja ", " satuan kerja ", " unitkerja ", " tanda tangan ", " ttd ",
		" jenis kelamin ", " kelamin ", " jns kelamin ", " kelamin ", " l p ", " lp ", " lk pr ", " lkpr ", " e mail ", " email ",
		" nomor induk kependudukan ", " nik ", " nomor induk pegawai ", " nip ", " nama depan ", " nama ", " first name ", " nama ",
		" gelar depan ", " gelardepan ", " gelar belakang ", " gelarbelakang ", " contact person ", " cp ",
		" sub district ", " kecamatan ", " sesuai ktp ", " sesuai ", " sesuai identitas ", " sesuai ", " job title ", " jabatan ", " kepala kelurahan ", " lurah ", " kode pos ", " kode ",
	)
	return l
}

// headerWords gives a header's words in lower case, phrases joined to one.
func (l *lexicon) headerWords(s string) []string {
	words := foldWords(s)
	if len(words) < 2 {
		return words
	}
	joined := l.phrases.Replace(" " + strings.Join(words, " ") + " ")
	return strings.Fields(joined)
}

// foldWords cuts text into its words of letters and digits, in lower case. A lone "#" is a word, it heads numbers.
func foldWords(s string) []string {
	if strings.TrimSpace(s) == "#" {
		return []string{"#"}
	}
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// lookup finds a word, or the one that it most likely is with a slip of the pen.
func (l *lexicon) lookup(word string) (s sense, sure, known bool) {
	if s, known = l.words[word]; known {
		return s, true, true
	}
	// Short words have too many neighbours: "kec" and "ket", "nip" and "nik".
	if len(word) < 5 {
		return sense{}, false, false
	}
	allowed := 1
	if len(word) >= 8 {
		allowed = 2
	}
	best := allowed + 1
	for candidate, cs := range l.words {
		if len(candidate) < 5 || cs.rank <= rankHolder {
			continue
		}
		// Maps have no order, so equally near words are told apart by what they mean.
		d := slips(word, candidate, allowed)
		if d < best || d == best && d <= allowed && (cs.field < s.field || cs.field == s.field && cs.rank < s.rank) {
			best, s = d, cs
		}
	}
	return s, false, best <= allowed
}

// maxSlipWord is the longest word that is looked at for slips, in bytes.
const maxSlipWord = 24

// slips counts the letters that were left out, put in, changed or swapped with their neighbour between two words. Where their
// lengths alone differ by more than limit, the answer is merely above limit.
func slips(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit || len(a) > maxSlipWord || len(b) > maxSlipWord {
		return limit + 1
	}
	// Three rows of the table of distances between beginnings: of this letter of a, and of the two before it.
	var rows [3][maxSlipWord + 1]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := range len(a) {
		cur, prev, swap := &rows[(i+1)%3], &rows[i%3], &rows[(i+2)%3]
		cur[0] = i + 1
		for j := range len(b) {
			change := 1
			if a[i] == b[j] {
				change = 0
			}
			cur[j+1] = min(prev[j]+change, prev[j+1]+1, cur[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				cur[j+1] = min(cur[j+1], swap[j-1]+1)
			}
		}
	}
	return rows[len(a)%3][len(b)]
}
