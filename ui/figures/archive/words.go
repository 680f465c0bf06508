package main

import (
	"math/rand/v2"
	"strings"
)

// vocabulary is the words that notes are made of: a few everywhere, those of the field often, and many rare ones.
type vocabulary struct {
	everywhere []string
	field      []string
	rare       []string
	zipf       *rand.Zipf
	fieldZipf  *rand.Zipf
}

func newVocabulary(rng *rand.Rand) vocabulary {
	v := vocabulary{
		everywhere: strings.Fields(`yang di dan untuk dengan dari ke pada adalah ini itu tidak dapat harus akan atau oleh juga
			sudah bisa ada kami kita bapak ibu saya jika bila agar karena apakah bagaimana berapa siapa kapan`),
		field: strings.Fields(`paspor imigrasi pekerja migran indonesia PMI CPMI desa surat izin keluarga kepala lurah berkas
			pembuatan permohonan pemohon pengajuan biaya tarif gratis kantor antrean jadwal syarat persyaratan dokumen visa kerja
			kunjungan umrah haji rekomendasi kementerian agama dinas tenaga kerja disnaker perusahaan penempatan P3MI BP3MI LPK
			pelatihan kontrak perjanjian gaji upah majikan negara tujuan Malaysia Taiwan Hongkong Korea Jepang Kamboja Myanmar
			perdagangan orang TPPO penyelundupan TPPM calo sponsor penipuan lowongan palsu korban perlindungan pemulangan
			deportasi penundaan penolakan wawancara petugas wilayah kecamatan kabupaten Rembang Pati Lasem penyuluhan sosialisasi
			pencegahan pengawasan laporan pengaduan nomor layanan kesehatan asuransi BPJS usia umur KTP KK akta ijazah nikah
			cerai anak suami istri orang tua wali persetujuan hilang rusak denda perpanjangan elektronik lima sepuluh tahun hari
			bulan undang-undang pasal peraturan pemerintah hukum pidana penjara sanksi warga masyarakat perangkat pendataan
			pembinaan kerja sama koordinasi formulir verifikasi cap tanda tangan stempel memeriksa mengurus membuat melaporkan
			mengajukan diberangkatkan berangkat keberangkatan kepulangan mendaftar pendaftaran memberikan pemberian dibuatkan`),
	}
	seen := make(map[string]bool)
	for len(v.rare) < 40_000 {
		w := made(rng)
		if !seen[w] {
			seen[w] = true
			v.rare = append(v.rare, w)
		}
	}
	v.zipf = rand.NewZipf(rng, 1.15, 20, uint64(len(v.rare)-1))
	v.fieldZipf = rand.NewZipf(rng, 1.05, 12, uint64(len(v.field)-1))
	return v
}

// made is a word that sounds Indonesian and is none, with the affixes that words have.
func made(rng *rand.Rand) string {
	syllables := strings.Fields(`ba be bi bo bu ca ce da de di du ga ge go gu ha hi ja je ji ka ke ki ku la le li lo lu ma me mi mu
		na ne ni nu pa pe pi po ra re ri ro ru sa se si su ta te ti to tu wa wi ya`)
	ends := []string{"", "", "", "n", "ng", "r", "s", "t", "k", "h", "m", "l"}
	var b strings.Builder
	for range 2 + rng.IntN(2) {
		b.WriteString(syllables[rng.IntN(len(syllables))])
	}
	b.WriteString(ends[rng.IntN(len(ends))])
	w := b.String()
	switch rng.IntN(9) {
	case 0:
		return "di" + w + "kan"
	case 1:
		return w + "nya"
	case 2:
		return "ber" + w
	case 3:
		return w + "an"
	}
	return w
}

// text is so many words, in sentences.
func (v *vocabulary) text(rng *rand.Rand, words int) string {
	var b strings.Builder
	start := true
	for i := range words {
		w := v.word(rng)
		if start {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		b.WriteString(w)
		start = i > 0 && i%11 == 0
		switch {
		case i == words-1:
		case start:
			b.WriteString(". ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func (v *vocabulary) word(rng *rand.Rand) string {
	switch n := rng.IntN(100); {
	case n < 28:
		return v.everywhere[rng.IntN(len(v.everywhere))]
	case n < 68:
		return v.field[v.fieldZipf.Uint64()]
	}
	return v.rare[v.zipf.Uint64()]
}
