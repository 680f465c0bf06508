package term

// spellings are the usual writings of words, each before the others that people use. What is written otherwise is still found
// first as it stands; its stem is that of the usual word. Lines that begin with # say what follows.
const spellings = `
# What this field writes most.
paspor: passport pasport passpor paspot
umrah: umroh umra umrohh
jemaah: jamaah jemaat jamaat jmaah
izin: ijin
nomor: nomer no nmr
telepon: telpon telefon tilpon telp tlp telephone
ponsel: handphone hape hp
rekomendasi: rekom
nonprosedural: nonprocedural unprosedural
syahbandar: sahbandar
meterai: meterei materai materei
imigrasi: imigration
# The official spelling, before how else people write it.
aktivitas: aktifitas
aktif: aktip
analisis: analisa
antre: antri
apotek: apotik
asas: azas
cabai: cabe
fotokopi: copy kopi fotocopy photocopy potokopi fotokopian fotocopi
detail: detil
efektif: efektip
ekstrem: ekstrim
paham: faham
foto: photo poto
frekuensi: frekwensi
hakikat: hakekat
imbau: himbau
utang: hutang
ijazah: ijasah
jadwal: jadual
zaman: jaman
karier: karir
kompleks: komplek
lengkap: komplit
konkret: konkrit kongkrit
kualitas: kwalitas
kuantitas: kwantitas
kuitansi: kwitansi
legalisasi: legalisir
lubang: lobang
masyarakat: masyarkat
masjid: mesjid
metode: metoda
miliar: milyar milyard
negeri: negri
november: nopember
objek: obyek
februari: pebruari februry
pintar: pinter
praktik: praktek
provinsi: propinsi
ramadan: ramadhan romadhon
risiko: resiko
rida: ridho rido
ubah: rubah
sekretaris: sekertaris
salat: sholat shalat solat
sistem: sistim
standardisasi: standarisasi
subjek: subyek
sopir: supir
teladan: tauladan
teknik: tehnik
teknis: tehnis
teknologi: tehnologi
terampil: trampil
transpor: trasnportasi transport
ustaz: ustad ustadz
# In full, before what lists and chats abbreviate.
bulan: bln
desa: ds
dokumen: dok
dapat: dpt
dusun: dsn
hari: hr
indonesia: ind
jakarta: jkt
jalan: jl jln
jumlah: jml
kabupaten: kab
kecamatan: kec
kelurahan: kel
keterangan: ket
kerja: krj
kantor: ktr
langsung: lgsg
orang: org
provinsi: prov
ribu: rb
sekarang: skrg
surat: srt
tanggal: tgl
tahun: thn th
tandatangan: ttd
undang: und
whatsapp: wa
# Months in full, small numbers in figures.
januari: jan january
februari: feb february
maret: mar march
april: apr
mei: may
juni: jun june
juli: jul july
agustus: agu agt ags aug august
september: sep sept
oktober: okt oct october
november: nov
desember: des dec december
2: dua
3: tiga
4: empat
5: lima
6: enam
7: tujuh
8: delapan
9: sembilan
10: sepuluh
11: sebelas
`
