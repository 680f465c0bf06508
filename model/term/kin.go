package term

// kin are words that mean the same to officers and villagers, or nearly: one kin a line, = for the same, ~ for what lies near.
// A word stands in its usual spelling and, where it has affixes, as its stem. What the law tells apart stays apart: lurah is no
// kades, PMI no CPMI. In doubt there is no line: a word that stands for another pushes aside what was asked for.
const kin = `
= pmi tki tkw
= cpmi ctki
= p3mi pjtki pptkis
= disnaker dinperinnaker dinnaker
= kemnaker kemenaker
= kemenag depag
= kp2mi bp2mi
~ bp3mi bp2mi kp2mi bnp2tki
= prt art
~ abk pelaut
~ ilegal nonprosedural gelap
~ resmi legal sah prosedural
= polri polisi
~ polres polisi
= daring online
= biaya ongkos
= biaya tarif
~ biaya bayar harga
= palsu bodong
~ palsu fiktif tipu
~ gratis bebas
= usia umur
= minimal minimum
= maksimal maksimum
= nikah kawin
= buat bikin
= tunda tangguh
= berkas dokumen
~ surat dokumen
~ butuh perlu
~ perlu wajib
= arti makna
= beda banding
~ hukum pidana sanksi ancam
~ hukum penjara
= penjara kurung
~ calo sponsor makelar agen
~ travel biro
= loker lowongan
~ asuransi jamin
~ moratorium henti
~ batas henti
= upah gaji
= medsos sosmed
= ponsel seluler
~ telepon hubung kontak
= peserta hadirin
= wawancara interviu
~ lapor adu
~ pergi berangkat
= kabur lari
~ arab saudi
~ jemaah haji umrah
~ usul saran
~ undang ajak
= kos kontrakan
= inap nginap
= kualitas mutu
= rapat musyawarah
~ lamar daftar
~ kirim salur
= kerjasama kolaborasi
# What an officer reads in English.
= immigration imigrasi
= village desa
= document dokumen
~ fee biaya
~ fine denda
~ contract kontrak
~ interview wawancara
~ trafficking tppo
~ smuggling tppm
~ passport paspor
~ scam tipu
~ job kerja
~ worker kerja
~ bribe suap
`
