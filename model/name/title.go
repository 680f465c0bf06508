package name

import "strings"

// The tables are constants searched as text: nothing can change them, and a look-up of some 100 ns is
// nothing beside the row of a spreadsheet that it came from. Each entry is " key=usual writing"; a key
// is the title's letters in lower case, with the dots kept only where the letters alone would not do.
const (
	titlesBefore = " h=H. haji=H. hj=Hj. hjh=Hj. hajah=Hj. hajjah=Hj. drs=Drs. dra=Dra. ir=Ir. dr=Dr. prof=Prof." +
		" drg=drg. drh=drh. apt=apt. ns=Ns. bd=Bd. bdn=Bdn." +
		" kh=K.H. k.h=K.H. kyai=Kyai kiai=Kiai nyai=Nyai ust=Ust. ustad=Ustad ustaz=Ustaz ustadz=Ustadz" +
		" ustadzah=Ustadzah pdt=Pdt." +
		" r=R. rd=Rd. rr=Rr. r.m=R.M. r.a=R.A. r.r=R.R. r.ay=R.Ay. r.ng=R.Ng. r.ngt=R.Ngt. k.r.t=K.R.T. k.r.a=K.R.A." +
		" krt=K.R.T. kra=K.R.A." + ranks

	// Ranks of police and army. Prada is left out: it is somebody's given name more often.
	ranks = " bharada=Bharada bharatu=Bharatu bharaka=Bharaka bripda=Bripda briptu=Briptu brigpol=Brigpol" +
		" brigadir=Brigadir bripka=Bripka aipda=Aipda aiptu=Aiptu ipda=Ipda iptu=Iptu akp=AKP kompol=Kompol" +
		" akbp=AKBP kombes=Kombes brigjen=Brigjen irjen=Irjen komjen=Komjen pratu=Pratu praka=Praka kopda=Kopda" +
		" koptu=Koptu kopka=Kopka serda=Serda sertu=Sertu serka=Serka serma=Serma pelda=Pelda peltu=Peltu" +
		" letda=Letda lettu=Lettu kapten=Kapten mayor=Mayor letkol=Letkol kolonel=Kolonel mayjen=Mayjen" +
		" letjen=Letjen "

	// Corps stand only behind a rank: "Letkol Inf.", "Kombes Pol.".
	corps = " inf=Inf. arm=Arm. kav=Kav. czi=Czi. cpl=Cpl. cpm=Cpm. cba=Cba. chb=Chb. chk=Chk. cku=Cku. caj=Caj." +
		" ctp=Ctp. pol=Pol. mar=Mar. pas=Pas. "

	// Those that lists also write behind the name after a comma: "Suyatno, Drs.". Titles that could
	// swallow the next word when put in front (ranks, R.) are not among them.
	movable = " h=H. hj=Hj. drs=Drs. dra=Dra. ir=Ir. dr=Dr. prof=Prof. kh=K.H. k.h=K.H. "

	address = " bapak= bpk= bp= ibu= sdr= sdri= sdra= saudara= saudari= pak= bu= tn= ny= nn= yth= "

	titlesAfter = " sh=S.H. se=S.E. st=S.T. ssos=S.Sos. ssosi=S.Sos.I. spd=S.Pd. spdi=S.Pd.I. spdsd=S.Pd.SD. spdaud=S.Pd.AUD." +
		" sag=S.Ag. skom=S.Kom. sip=S.IP. sap=S.AP. sab=S.AB. sstp=S.STP. ssi=S.Si. ss=S.S. spsi=S.Psi. sfarm=S.Farm." +
		" sked=S.Ked. skep=S.Kep. skeb=S.Keb. skes=S.Kes. skm=S.K.M. sgz=S.Gz. sp=S.P. spt=S.Pt. spi=S.Pi. shut=S.Hut." +
		" stp=S.TP. sak=S.Ak. sm=S.M. sth=S.Th. sthi=S.Th.I. shi=S.H.I. sei=S.E.I. ssy=S.Sy. shum=S.Hum. sikom=S.I.Kom." +
		" str=S.Tr. strk=S.Tr.K. strim=S.Tr.Im. strip=S.Tr.IP. strkeb=S.Tr.Keb. sst=S.ST. ssn=S.Sn. sars=S.Ars." +
		" sstat=S.Stat. sfili=S.Fil.I. sik=S.I.K. skel=S.Kel. sor=S.Or." +
		" msi=M.Si. mh=M.H. mm=M.M. mpd=M.Pd. mpdi=M.Pd.I. ma=M.A. mag=M.Ag. mkom=M.Kom. mt=M.T. me=M.E. msc=M.Sc." +
		" mkes=M.Kes. map=M.AP. mip=M.IP. mkn=M.Kn. mhum=M.Hum. msos=M.Sos. mpsi=M.Psi. mp=M.P. mak=M.Ak. mei=M.E.I." +
		" mhi=M.H.I. mth=M.Th. meng=M.Eng. mfarm=M.Farm. mkep=M.Kep. mkeb=M.Keb. mikom=M.I.Kom. mtr=M.Tr. mtrap=M.Tr.AP." +
		" med=M.Ed. mphil=M.Phil. mba=M.B.A. mpa=M.P.A. mph=M.P.H. msn=M.Sn. mstat=M.Stat. mkrim=M.Krim. " +
		" amd=A.Md. amdkep=A.Md.Kep. amdkeb=A.Md.Keb. amdkom=A.Md.Kom. amdim=A.Md.Im. amdip=A.Md.IP. ama=A.Ma." +
		" amapd=A.Ma.Pd. ap=A.P. ba=B.A. bsc=B.Sc. beng=B.Eng. phd=Ph.D. lc=Lc. apt=Apt. ners=Ners ns=Ns." +
		" spa=Sp.A. spog=Sp.OG. sppd=Sp.PD. spb=Sp.B. spm=Sp.M. spjp=Sp.JP. span=Sp.An. spkj=Sp.KJ. "

	// Without a comma these may as well be somebody's second word or initials.
	needComma = " ma= ba= me= mp= ap= ss= sp= sm= lc= apt= ns= map= sap= mak= sak= med= meng= beng= ama= span= sip= sor= mei= sei= ners= "
)

// lookup finds a key in one of the tables above.
func lookup(table, key string) (string, bool) {
	// Keys hold letters and dots only, so none can reach across an entry.
	i := strings.Index(table, " "+key+"=")
	if i < 0 || key == "" {
		return "", false
	}
	rest := table[i+len(key)+2:]
	return rest[:strings.IndexByte(rest, ' ')], true
}

// known says whether a key stands in one of the tables.
func known(table, key string) bool {
	_, ok := lookup(table, key)
	return ok
}
