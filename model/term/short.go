package term

// shorts are the abbreviations and joined writings of this field, each before what it is written out as. Both ways find one
// another. Words that are written out stand in their usual spelling, and match by stem, too.
const shorts = `
# People.
pmi: pekerja migran indonesia, pekerja migran, buruh migran indonesia, buruh migran
cpmi: calon pekerja migran indonesia, calon pekerja migran, calon pmi, calon tki, calon tenaga kerja indonesia, calon buruh migran
tki: tenaga kerja indonesia
tkw: tenaga kerja wanita
tka: tenaga kerja asing
abk: awak kapal, anak buah kapal
prt: pekerja rumah tangga, pembantu rumah tangga, asisten rumah tangga, penata laksana rumah tangga
wna: warga negara asing, orang asing, foreigner, foreigners
wni: warga negara indonesia
warganegara: warga negara
kades: kepala desa
kadus: kepala dusun
kadis: kepala dinas
kasi: kepala seksi
kanit: kepala unit
kapolres: kepala kepolisian resor
sekdes: sekretaris desa
sekda: sekretaris daerah
pemdes: pemerintah desa
pemda: pemerintah daerah
pemkab: pemerintah kabupaten
pimpasa: petugas imigrasi pembina desa, petugas pembina desa
kpa: kuasa pengguna anggaran
ppk: pejabat pembuat komitmen
asn: aparatur sipil negara
pns: pegawai negeri sipil

# Offices and companies.
kanim: kantor imigrasi
kanwil: kantor wilayah
ditjenim: direktorat jenderal imigrasi, ditjen imigrasi
dirjen: direktur jenderal
ditjen: direktorat jenderal
tikim: teknologi informasi dan komunikasi keimigrasian
inteldakim: intelijen dan penindakan keimigrasian
lantaskim: lalu lintas keimigrasian
kemenimipas: kementerian imigrasi dan pemasyarakatan
kemenkumham: kementerian hukum dan ham, kementerian hukum dan hak asasi manusia
kemenag: kementerian agama, departemen agama
kemlu: kementerian luar negeri
kemnaker: kementerian ketenagakerjaan, kementerian tenaga kerja
kemendagri: kementerian dalam negeri
kp2mi: kementerian pelindungan pekerja migran indonesia, kementerian perlindungan pekerja migran indonesia
bp2mi: badan pelindungan pekerja migran indonesia, badan perlindungan pekerja migran indonesia
bp3mi: balai pelayanan pelindungan pekerja migran indonesia, balai pelayanan perlindungan pekerja migran indonesia
disnaker: dinas tenaga kerja, dinas ketenagakerjaan
dinperinnaker: dinas perindustrian dan tenaga kerja
dinsos: dinas sosial
dukcapil: kependudukan dan pencatatan sipil
kua: kantor urusan agama
kbri: kedutaan besar republik indonesia, kedutaan besar
kjri: konsulat jenderal republik indonesia, konsulat jenderal
polres: kepolisian resor
polsek: kepolisian sektor
polri: kepolisian negara republik indonesia, kepolisian republik indonesia
satreskrim: satuan reserse kriminal
satgas: satuan tugas
tpi: tempat pemeriksaan imigrasi
ltsa: layanan terpadu satu atap
p3mi: perusahaan penempatan pekerja migran indonesia, perusahaan penempatan pekerja migran, perusahaan penempatan pmi, perusahaan penempatan
pjtki: perusahaan jasa tenaga kerja indonesia, pengerah jasa tenaga kerja indonesia
pptkis: pelaksana penempatan tenaga kerja indonesia swasta
ppiu: penyelenggara perjalanan ibadah umrah
pihk: penyelenggara ibadah haji khusus, penyelenggara perjalanan ibadah haji khusus
lpk: lembaga pelatihan kerja
blk: balai latihan kerja
lsm: lembaga swadaya masyarakat
bpd: badan permusyawaratan desa
bps: badan pusat statistik
bpk: badan pemeriksa keuangan
bpjs: badan penyelenggara jaminan sosial
bumdes: badan usaha milik desa
smk: sekolah menengah kejuruan
smp: sekolah menengah pertama
sma: sekolah menengah atas

# Crimes and rules.
tppo: tindak pidana perdagangan orang, perdagangan orang, perdagangan manusia, human trafficking, trafficking in persons
tppm: tindak pidana penyelundupan manusia, penyelundupan manusia, penyelundupan orang, people smuggling, human smuggling
tppu: tindak pidana pencucian uang
ham: hak asasi manusia
kuhp: kitab undang-undang hukum pidana
uu: undang-undang, undang undang
pp: peraturan pemerintah
perpres: peraturan presiden
perda: peraturan daerah
permen: peraturan menteri
permenaker: peraturan menteri ketenagakerjaan
permenkumham: peraturan menteri hukum dan ham
kepmenaker: keputusan menteri ketenagakerjaan
perban: peraturan badan
sk: surat keputusan
se: surat edaran
sop: standar operasional prosedur, prosedur operasional standar
nonprosedural: non prosedural, tidak prosedural, unprosedural
nonelektronik: non elektronik

# Papers and things.
splp: surat perjalanan laksana paspor
ktp: kartu tanda penduduk, ktp el, e ktp
kk: kartu keluarga
kia: kartu identitas anak
nik: nomor induk kependudukan
nip: nomor induk pegawai
nib: nomor induk berusaha
npwp: nomor pokok wajib pajak
sim: surat izin mengemudi
skck: surat keterangan catatan kepolisian
spd: surat perjalanan dinas
spj: surat pertanggungjawaban
dipa: daftar isian pelaksanaan anggaran
rtl: rencana tindak lanjut
epaspor: e paspor, paspor elektronik
loker: lowongan kerja, lowongan pekerjaan
ponsel: telepon genggam, telepon seluler
medsos: media sosial
jkk: jaminan kecelakaan kerja
jkm: jaminan kematian
jht: jaminan hari tua
opp: orientasi pra pemberangkatan
bbm: bahan bakar minyak
tandatangan: tanda tangan
tanggungjawab: tanggung jawab
tindaklanjut: tindak lanjut
kerjasama: kerja sama
ishoma: istirahat salat makan

# Places.
jateng: jawa tengah
jatim: jawa timur
jabar: jawa barat
diy: daerah istimewa yogyakarta
ntb: nusa tenggara barat
ntt: nusa tenggara timur
saudi: arab saudi, saudi arabia
timteng: timur tengah
`
