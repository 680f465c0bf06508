package stem

// root says whether a word is known to be a root, or to be best left as it is: words of this field and of everyday office
// Indonesian, written down for this program. A known root is never stemmed, and where the rules allow several stems, the
// known one is right. Some derived words stand here because their meaning has left that of the root: "berangkat" is not
// "angkat", "pemerintah" gives no order, "petugas" is a person. And so do places that look as if they had affixes: Medan, Kediri.
func root(word string) bool {
	if word == "" {
		return false
	}
	switch word[0] {
	case 'a', 'b', 'c':
		return rootABC(word)
	case 'd', 'e', 'f', 'g':
		return rootDG(word)
	case 'h', 'i', 'j':
		return rootHJ(word)
	case 'k':
		return rootK(word)
	case 'l', 'm':
		return rootLM(word)
	case 'n', 'o', 'p':
		return rootNP(word)
	case 'q', 'r':
		return rootR(word)
	case 's':
		return rootS(word)
	case 't', 'u', 'v', 'w', 'x', 'y', 'z':
		return rootTZ(word)
	}
	return false
}

func rootABC(word string) bool {
	switch word {
	case "abai", "acara", "acu", "ada", "adalah", "adat", "adil", "adu", "advokasi", "agama", "agar", "agen", "agenda", "agensi",
		"agustus", "ahli", "air", "ajak", "ajar", "aju", "akad", "akal", "akan", "akhir", "akibat", "akses", "aksi", "akta", "aktif",
		"aktivitas", "aku", "akun", "akurat", "alam", "alamat", "alas", "alasan", "alat", "alih", "alir", "alokasi", "alur", "aman",
		"amat", "ambil", "ampun", "anak", "analisis", "ancam", "andai", "andal", "aneka", "anggap", "anggaran", "anggota", "angka",
		"angkat", "angkut", "angsur", "anjur", "antar", "antara", "anti", "antisipasi", "antre", "anut", "apa", "apabila", "apakah",
		"aparat", "aplikasi", "apotek", "april", "arah", "area", "arsip", "arti", "artikel", "arus", "asal", "asas", "asasi", "asing",
		"asli", "asrama", "asuh", "asumsi", "asuransi", "atas", "atau", "ataupun", "atur", "awak", "awal", "awas", "ayah", "ayat",
		"babinsa", "baca", "badan", "bagai", "bagaimana", "bagan", "bagasi", "bagi", "bagian", "bahan", "bahas", "bahasa", "bahaya",
		"bahkan", "bahwa", "baik", "baju", "bakal", "bakar", "baku", "balai", "balas", "balik", "bandara", "banding", "bangga",
		"banggai", "bangkit", "bangku", "bangsa", "bangun", "bank", "bantah", "bantu", "banyak", "bapak", "barang", "barat", "baris",
		"baru", "basis", "batal", "batas", "bawa", "bawah", "bayang", "bayar", "bayi", "bea", "beasiswa", "beban", "bebas", "beda",
		"begini", "begitu", "bekal", "bekas", "bekasi", "beku", "bela", "belakang", "belanda", "belanja", "belas", "beli", "beliau",
		"belok", "belu", "belum", "benah", "benar", "benda", "bendahara", "bentang", "bentuk", "berangkat", "berani", "berantas",
		"berapa", "beras", "berasal", "berat", "berdaya", "beri", "berita", "beritahu", "berkah", "berkas", "berkat", "berlaku",
		"bersama", "bersih", "besar", "beserta", "besok", "betul", "bhabinkamtibmas", "biar", "biasa", "biaya", "bibit", "bicara",
		"bidang", "bijak", "bikin", "bila", "bilang", "bimbing", "bina", "bingung", "biro", "bisa", "bisnis", "blangko", "blokir",
		"bodong", "bohong", "boleh", "bongkar", "bonus", "buah", "buang", "buat", "budak", "budaya", "bujuk", "buka", "bukan", "bukti",
		"buku", "bulan", "bulat", "bunga", "bunyi", "bupati", "buron", "buru", "buruh", "buruk", "butuh", "cabang", "cabut", "cacat",
		"cadang", "cair", "cairan", "cakap", "calo", "calon", "camat", "campur", "canggih", "cantum", "cap", "capai", "cara", "cari",
		"catat", "catut", "cegah", "cek", "cekal", "cemas", "cepat", "cerai", "cerita", "cermat", "cetak", "cicil", "cipta", "ciri",
		"cium", "coba", "cocok", "congkak", "contoh", "cuci", "cukup", "culik", "cuma", "curah", "curang", "curi", "cuti":
		return true
	}
	return false
}

func rootDG(word string) bool {
	switch word {
	case "dadak", "daerah", "daftar", "dagang", "dahulu", "dalam", "dalil", "dampak", "damping", "dana", "dani", "dapat", "dapur",
		"darat", "dari", "daring", "darurat", "dasar", "data", "datang", "daya", "debat", "dekat", "delapan", "demi", "demikian",
		"denda", "dengan", "dengar", "depan", "departemen", "deportasi", "desa", "desain", "desember", "detail", "deteksi", "detensi",
		"dewan", "dewasa", "diam", "didik", "digital", "dinas", "dini", "direktorat", "direktori", "direktur", "diri", "disini",
		"disiplin", "diskusi", "distrik", "divisi", "doa", "dokter", "dokumen", "dokumentasi", "dominasi", "domisili", "dompet",
		"dorong", "draf", "dua", "duduk", "duga", "dukung", "dulu", "dunia", "duplikasi", "dusun", "duta", "ebook", "edar", "edukasi",
		"efek", "eja", "ekonomi", "eksploitasi", "ekspor", "elektronik", "emas", "empat", "enak", "enam", "entah", "erti", "evakuasi",
		"evaluasi", "faktor", "fasilitas", "februari", "fiktif", "film", "fisik", "fokus", "formal", "format", "formulir", "forum",
		"foto", "fotokopi", "fungsi", "gabung", "gagal", "gagas", "gaji", "galeri", "gambar", "ganda", "ganggu", "ganti", "garis",
		"gawat", "gedung", "gelap", "gelar", "gencar", "gerak", "geser", "giat", "gigi", "golong", "gratis", "gubernur", "gudang",
		"gugat", "gugur", "guna", "gunung", "guru":
		return true
	}
	return false
}

func rootHJ(word string) bool {
	switch word {
	case "habis", "hadap", "hadiah", "hadir", "hafal", "haji", "hak", "hakim", "halaman", "hambat", "hamil", "hampir", "hanya",
		"hapus", "harap", "harga", "hari", "harta", "harus", "hasil", "hati", "helai", "hemat", "henti", "hibah", "hidup", "hilang",
		"himbau", "hindar", "hingga", "hitung", "honor", "hotel", "hubung", "hukum", "humas", "huruf", "hutan", "ialah", "ibadah",
		"ibu", "ibukota", "identifikasi", "identitas", "ijazah", "ikan", "ikat", "iklan", "ikut", "ikutserta", "ilegal", "ilmu",
		"imbau", "imigran", "imigrasi", "impor", "imunisasi", "inap", "indikasi", "indikator", "individu", "indonesia", "induk",
		"industri", "informasi", "ingat", "ingin", "inisiatif", "inspektorat", "instansi", "instruksi", "integritas", "inteldakim",
		"intelijen", "internal", "internasional", "interogasi", "intimidasi", "investasi", "investigasi", "irit", "isi", "istilah",
		"istimewa", "istirahat", "istri", "isu", "izin", "jabat", "jadi", "jadwal", "jaga", "jahat", "jaksa", "jalan", "jalin", "jalur",
		"jamaah", "jamin", "janda", "jangan", "jangka", "janji", "januari", "jarak", "jari", "jaring", "jasa", "jasmani", "jati",
		"jatuh", "jauh", "jawa", "jawab", "jebak", "jelang", "jelas", "jemaah", "jemput", "jenis", "jepang", "jerat", "jernih", "jika",
		"jilid", "jodoh", "jual", "juang", "judi", "judul", "juga", "jujur", "juli", "jumat", "jumlah", "jumpa", "juni", "juru",
		"jurus", "juta":
		return true
	}
	return false
}

func rootK(word string) bool {
	switch word {
	case "kabar", "kabupaten", "kabur", "kacau", "kades", "kaget", "kaidah", "kait", "kaji", "kakak", "kala", "kalau", "kali",
		"kalian", "kalimantan", "kamboja", "kami", "kamis", "kampanye", "kampung", "kampus", "kamu", "kanan", "kandung", "kantin",
		"kantong", "kantor", "kantung", "kanwil", "kapal", "kapan", "kapasitas", "karakter", "karang", "karantina", "karena", "kartu",
		"karya", "karyawan", "kasi", "kasih", "kasubsi", "kasus", "kata", "kategori", "kaum", "kawal", "kawan", "kawat", "kawin",
		"kaya", "ke", "kebetulan", "kebun", "kecamatan", "kecil", "kecuali", "kedip", "kediri", "kedok", "kedua", "kejar", "kelas",
		"keliru", "kelola", "kelompok", "keluar", "keluarga", "keluh", "kelurahan", "kemarin", "kemas", "kembali", "kembang",
		"kementerian", "kemudian", "kena", "kenal", "kenan", "kenapa", "kendala", "kendali", "kendara", "kepada", "kepala", "kepri",
		"kerap", "keras", "kerinci", "kerja", "kertas", "kesan", "ketat", "ketik", "ketika", "ketua", "khawatir", "khianat", "khusus",
		"kiat", "kira", "kiri", "kirim", "kita", "klaim", "klarifikasi", "klinik", "kolaborasi", "kolom", "komentar", "komisi",
		"komitmen", "kompetensi", "komplit", "komponen", "komputer", "komunikasi", "kondisi", "konfirmasi", "konflik", "konkret",
		"konsep", "konstruksi", "konsul", "konsulat", "konsultan", "konsultasi", "konsumsi", "kontak", "kontrak", "kontribusi",
		"kontrol", "konvensi", "koordinasi", "koran", "korban", "koreksi", "korupsi", "kos", "kosong", "kota", "kotak", "kotor",
		"kreatif", "kriminal", "kriteria", "kualifikasi", "kualitas", "kuasa", "kuat", "kubur", "kuesioner", "kuitansi", "kuliah",
		"kulit", "kumpul", "kunci", "kuning", "kunjung", "kupas", "kurang", "kurir", "kurs", "kursus", "kurung", "kutip":
		return true
	}
	return false
}

func rootLM(word string) bool {
	switch word {
	case "laba", "labuh", "lacak", "lagi", "lahan", "lahir", "lain", "laki", "lakon", "laksana", "laku", "lalai", "lalu", "lama",
		"laman", "lamar", "lambat", "lampir", "lampu", "lancar", "lancong", "langgan", "langgar", "langkah", "langsung", "lanjut",
		"lansia", "lapang", "lapor", "larang", "latih", "laut", "lawan", "layak", "layan", "layang", "layar", "lazim", "lebih", "legal",
		"legalisasi", "legalitas", "lembaga", "lembar", "lengkap", "lepas", "les", "letak", "lewat", "liar", "libat", "libur", "lihat",
		"lima", "limpah", "lindung", "lingkung", "lingkup", "lintas", "lisan", "listrik", "lokakarya", "lokasi", "loker", "loket",
		"lolos", "lowong", "luar", "luas", "lulus", "lunas", "lupa", "lurah", "lurus", "lusa", "magang", "magelang", "mahal",
		"mahasiswa", "main", "majikan", "maju", "maka", "makan", "makin", "makna", "maksimal", "maksud", "malam", "malaysia", "malu",
		"maluku", "mampu", "mana", "mancanegara", "mandiri", "manfaat", "mantan", "manusia", "marah", "maret", "mari", "masa", "masak",
		"masalah", "masih", "masing", "masjid", "maskapai", "masuk", "masyarakat", "mata", "matang", "materi", "mati", "mau", "maupun",
		"medan", "media", "mei", "meja", "melawi", "memang", "memo", "mempawah", "menara", "menit", "mental", "mentawai", "menteri",
		"merah", "meranti", "merauke", "merek", "mereka", "meriah", "mertua", "mesin", "meski", "mesti", "meterai", "mewah", "migran",
		"migrasi", "miliar", "milik", "minat", "minggu", "minim", "minimal", "minta", "minum", "mirip", "misal", "miskin", "mitigasi",
		"mobil", "modal", "moderator", "modus", "mohon", "monitor", "moral", "moratorium", "motif", "motivasi", "motor", "muat", "muda",
		"mudah", "mudik", "muka", "mula", "mulai", "mulut", "muncul", "mundur", "mungkin", "murah", "murid", "murni", "musim",
		"musyawarah", "mutasi", "mutu":
		return true
	}
	return false
}

func rootNP(word string) bool {
	switch word {
	case "nafkah", "naik", "nakal", "nama", "namun", "nanti", "narasumber", "nasib", "nasihat", "nasional", "negara", "negeri",
		"nekat", "nelayan", "nenek", "netral", "niaga", "niat", "nihil", "nikah", "nilai", "nol", "nomor", "nonelektronik",
		"nonprosedural", "normal", "nota", "notaris", "notula", "notulis", "november", "nunggak", "nusantara", "nyaman", "nyanyi",
		"nyata", "nyawa", "obat", "objek", "obrol", "oknum", "oktober", "olah", "oleh", "online", "operasi", "orang", "organisasi",
		"orientasi", "otomatis", "otoritas", "pabrik", "pada", "padahal", "pagi", "pahala", "paham", "pahlawan", "pajak", "pakai",
		"pakar", "paket", "paksa", "palang", "paling", "palsu", "palu", "paman", "pameran", "pamong", "panas", "pandai", "pandang",
		"pandu", "panen", "pangandaran", "panggil", "pangkat", "panitera", "panitia", "panjang", "pantai", "pantas", "pantau", "panti",
		"papan", "papar", "para", "parah", "parkir", "partai", "partisipasi", "pasal", "pasang", "pasar", "pasien", "pasif", "paspor",
		"pasti", "pasuk", "patah", "patuh", "patungan", "patut", "payung", "pecah", "peduli", "pegang", "pegawai", "pejabat", "pekan",
		"pelabuhan", "pelaku", "pelan", "pelaut", "pelihara", "pelopor", "pelosok", "peluang", "peluk", "peluru", "pemalang", "pemda",
		"pemdes", "pemerintah", "pemuda", "penajam", "penat", "pencaker", "pendam", "pendapat", "pendek", "penduduk", "pengacara",
		"pengalaman", "pengantin", "pengaruh", "penjara", "pensiun", "penting", "penuh", "penyakit", "peran", "perang", "perangkat",
		"perawat", "percaya", "percuma", "perempuan", "perhati", "periksa", "perinci", "peringatan", "perintah", "periode", "peristiwa",
		"perkara", "perkosa", "perlu", "permata", "permenaker", "permenkumham", "permisi", "pernah", "peroleh", "pers", "persen",
		"persis", "pertama", "pesan", "pesantren", "pesawat", "peserta", "pesiar", "pesisir", "pesta", "peta", "petak", "petani",
		"petik", "petugas", "piagam", "pidana", "pihak", "pijat", "pikir", "pikul", "pilah", "pilih", "pilu", "pimpasa", "pimpin",
		"pindah", "pindai", "pinggir", "pinjam", "pintu", "pisah", "pita", "plasma", "pohon", "pokok", "pola", "polda", "polisi",
		"polos", "polres", "polri", "polsek", "pondok", "ponsel", "posisi", "positif", "potensi", "potong", "potret", "prakarsa",
		"praktik", "prasarana", "presensi", "presentasi", "presiden", "prestasi", "pria", "pribadi", "prioritas", "produk", "profesi",
		"profil", "program", "promosi", "prosedur", "prosedural", "proses", "protes", "provinsi", "proyek", "psikologi", "puas",
		"puasa", "publik", "puji", "pukul", "pulang", "pulau", "pulih", "pulsa", "puluh", "puncak", "pungli", "pungut", "punya",
		"purba", "purna", "pusat", "puskesmas", "putar", "putih", "putus":
		return true
	}
	return false
}

func rootR(word string) bool {
	switch word {
	case "rabu", "ragu", "rahasia", "raih", "rakyat", "ramai", "rambut", "rancang", "rangka", "rangkai", "rangkap", "rangkul",
		"rangkum", "rapat", "rasa", "rata", "ratus", "rawan", "rawat", "razia", "realisasi", "redam", "reformasi", "register",
		"registrasi", "regulasi", "rekam", "rekan", "rekening", "rekomendasi", "rekrut", "relawan", "rembang", "rembuk", "rempah",
		"rencana", "rendah", "rentan", "republik", "resah", "resepsi", "resmi", "respons", "restoran", "retak", "retribusi", "revisi",
		"riba", "ribu", "ribut", "rinci", "rindu", "ringan", "ringkas", "rintis", "risiko", "riwayat", "roda", "rohani", "rokok",
		"rombong", "ruang", "rugi", "rujuk", "rumah", "rumit", "rumus", "runding", "rundung", "rusak", "rusuh", "rutin":
		return true
	}
	return false
}

func rootS(word string) bool {
	switch word {
	case "saat", "sabar", "sabit", "sabtu", "sadap", "sadar", "sah", "sahabat", "saham", "saing", "saja", "saji", "sakit", "saksi",
		"salah", "salahguna", "salam", "salat", "salin", "saling", "salur", "sama", "samar", "sambil", "sambung", "sambut", "sampai",
		"sampel", "samping", "sana", "sandang", "sandar", "sandera", "sandi", "sangat", "sanggah", "sanggup", "sangka", "sanksi",
		"santap", "santun", "sapa", "sapu", "saran", "saring", "sarjana", "sasar", "satgas", "satker", "satpam", "satreskrim", "satu",
		"satuan", "saudara", "saudi", "sawah", "saya", "sayang", "sayur", "sebab", "sebagai", "sebaik", "sebar", "sebelah", "sebelas",
		"sebelum", "sebentar", "seberang", "sebrang", "sebuah", "sebut", "sedan", "sedang", "sederhana", "sedia", "sedikit", "segan",
		"segel", "segenap", "segera", "segi", "sehat", "sejahtera", "sejak", "sejarah", "sekali", "sekap", "sekarang", "sekat",
		"sekitar", "sekolah", "sekretaris", "seksi", "seksual", "sektor", "selain", "selalu", "selama", "selamat", "selaras", "selasa",
		"selatan", "seleksi", "selenggara", "selesai", "selidik", "selisih", "selundup", "seluruh", "semakin", "semangat", "semarang",
		"semat", "sembunyi", "sementara", "semester", "seminar", "sempat", "sempit", "sempurna", "semua", "semula", "senang", "sendiri",
		"sengaja", "sengketa", "senin", "senjata", "sensus", "sentosa", "sentral", "sentuh", "sepakat", "seperti", "september",
		"sepuluh", "seragam", "serah", "serang", "serap", "serba", "serbu", "seret", "sergap", "seri", "serikat", "sering", "serius",
		"serobot", "serta", "sertifikasi", "sertifikat", "sesal", "sesi", "sesuai", "sesuatu", "setara", "setelah", "setia", "setiap",
		"setor", "setuju", "sewa", "siaga", "siap", "siapa", "siar", "siaran", "sibuk", "sidak", "sidang", "sidik", "sifat", "sikap",
		"sikat", "siksa", "silang", "simak", "simpan", "simpul", "sindikat", "singapura", "singgah", "singgung", "singkat", "singkir",
		"sini", "sipil", "siram", "sisa", "sisi", "sistem", "siswa", "sita", "situ", "situasi", "situs", "soal", "sobek", "sogok",
		"sokong", "solo", "solusi", "sopan", "sopir", "sorak", "sorot", "sosial", "sosialisasi", "sosok", "spanduk", "spasi", "sponsor",
		"staf", "standar", "status", "stempel", "strategi", "struktur", "studi", "suami", "suap", "suara", "suasana", "suatu",
		"subsidi", "subur", "suci", "sudah", "sudut", "suka", "sukarela", "sukses", "sulam", "sulit", "suluh", "sumatera", "sumbang",
		"sumber", "sumpah", "sungguh", "sunting", "supaya", "surabaya", "surat", "suruh", "surut", "survei", "susah", "susu", "susul",
		"susun", "susup", "susut", "syahbandar", "syarat", "syukur":
		return true
	}
	return false
}

func rootTZ(word string) bool {
	switch word {
	case "taat", "tabrak", "tabung", "tabur", "tafsir", "tagih", "tahan", "tahap", "tahu", "tahun", "taiwan", "takut", "tamat",
		"tambah", "tambak", "tambat", "tampak", "tampil", "tampung", "tamu", "tanah", "tanam", "tanda", "tandatangan", "tangan",
		"tanggal", "tanggap", "tangguh", "tanggung", "tanggungjawab", "tangkap", "tani", "tanpa", "tanya", "tapi", "target", "tari",
		"tarif", "tarik", "taruh", "tarung", "tata", "tatap", "tawar", "tebak", "tebal", "tebang", "tebar", "tebus", "tegak", "tegas",
		"teguh", "tegur", "tekad", "tekan", "teknik", "teknis", "teknologi", "tekun", "telaah", "telah", "telat", "telepon", "teliti",
		"teluk", "telusur", "tema", "teman", "tembak", "tembus", "tempa", "tempat", "tempel", "tempo", "tempuh", "temu", "tenaga",
		"tenang", "tendang", "tengah", "tenggang", "tenggat", "tenggelam", "tentang", "tentara", "tentram", "tentu", "tepat",
		"terampil", "terang", "terap", "terbang", "terbit", "terhadap", "teriak", "terima", "terjemah", "terjun", "terlalu", "terminal",
		"ternak", "ternate", "ternyata", "terpa", "tersebut", "terus", "tetangga", "tetap", "tetapi", "tewas", "tiang", "tiap", "tiba",
		"tidak", "tidur", "tiga", "tiket", "tikim", "timbang", "timbul", "timpa", "timur", "tindak", "tindaklanjut", "tinggal",
		"tinggi", "tingkat", "tinjau", "tipe", "tipis", "tipu", "tiru", "titik", "titip", "tobat", "toko", "tokoh", "tolak",
		"toleransi", "tolong", "tombol", "tonton", "topik", "total", "tradisi", "transaksi", "transfer", "transit", "transpor",
		"transportasi", "trauma", "tua", "tuan", "tuang", "tuduh", "tugas", "tuju", "tujuh", "tukang", "tukar", "tulang", "tular",
		"tulis", "tumbang", "tumbuh", "tumpang", "tumpuk", "tunai", "tunang", "tunda", "tunggak", "tunggal", "tunggu", "tunjang",
		"tunjuk", "tuntas", "tuntun", "tuntut", "turis", "turun", "turut", "tusuk", "tutup", "tutur", "uang", "uap", "ubah", "ucap",
		"udara", "uji", "ujung", "ukur", "ulang", "ulas", "umpama", "umrah", "umum", "umur", "undang", "undangan", "unduh", "undur",
		"unggah", "unggul", "ungkap", "uni", "unit", "universitas", "unsur", "untuk", "untung", "upacara", "upah", "upaya", "urai",
		"urung", "urus", "urut", "usaha", "usai", "usia", "usir", "usul", "usung", "usut", "utama", "utang", "utara", "utuh", "utus",
		"vaksin", "validasi", "verifikasi", "versi", "video", "visa", "vonis", "wajah", "wajar", "wajib", "wakil", "waktu", "walau",
		"wali", "wanita", "warga", "warganegara", "waris", "warna", "warta", "wartawan", "warung", "waspada", "wawancara", "wenang",
		"wewenang", "wilayah", "wisata", "wisatawan", "wujud", "yaitu", "yakin", "yakni", "yayasan", "zaman", "ziarah", "zona":
		return true
	}
	return false
}
