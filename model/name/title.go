package name

import "strings"

// The tables are constants searched as text: nothing can change them. Each entry is " key=usual writing"; a key is the
// title's letters in lower case, with the dots kept only where the letters alone would not do. They stand in the order of
// their keys, so that a look-up can halve them: an import asks some two million times.
const (
	// What can stand before a name. A rank of police or army is marked with +; Prada is left out, since it is somebody's given
	// name more often. A corps is marked with / and stands only behind a rank: "Letkol Inf.", "Kombes Pol.". A form of
	// address is a mere - and no title.
	front = " aipda=+Aipda aiptu=+Aiptu akbp=+AKBP akp=+AKP apt=apt. arm=/Arm. bapak=- bd=Bd. bdn=Bdn." +
		" bharada=+Bharada bharaka=+Bharaka bharatu=+Bharatu bp=- bpk=- brigadir=+Brigadir brigjen=+Brigjen" +
		" brigpol=+Brigpol bripda=+Bripda bripka=+Bripka briptu=+Briptu bu=- caj=/Caj. cba=/Cba. chb=/Chb." +
		" chk=/Chk. cku=/Cku. cpl=/Cpl. cpm=/Cpm. ctp=/Ctp. czi=/Czi. dr=Dr. dra=Dra. drg=drg. drh=drh. drs=Drs." +
		" h=H. hajah=Hj. haji=H. hajjah=Hj. hj=Hj. hjh=Hj. ibu=- inf=/Inf. ipda=+Ipda iptu=+Iptu ir=Ir." +
		" irjen=+Irjen k.h=K.H. k.r.a=K.R.A. k.r.t=K.R.T. kapten=+Kapten kav=/Kav. kh=K.H. kiai=Kiai" +
		" kolonel=+Kolonel kombes=+Kombes komjen=+Komjen kompol=+Kompol kopda=+Kopda kopka=+Kopka koptu=+Koptu" +
		" kra=K.R.A. krt=K.R.T. kyai=Kyai letda=+Letda letjen=+Letjen letkol=+Letkol lettu=+Lettu mar=/Mar." +
		" mayjen=+Mayjen mayor=+Mayor nn=- ns=Ns. ny=- nyai=Nyai pak=- pas=/Pas. pdt=Pdt. pelda=+Pelda" +
		" peltu=+Peltu pol=/Pol. praka=+Praka pratu=+Pratu prof=Prof. r=R. r.a=R.A. r.ay=R.Ay. r.m=R.M." +
		" r.ng=R.Ng. r.ngt=R.Ngt. r.r=R.R. rd=Rd. rr=Rr. saudara=- saudari=- sdr=- sdra=- sdri=- serda=+Serda" +
		" serka=+Serka serma=+Serma sertu=+Sertu tn=- ust=Ust. ustad=Ustad ustadz=Ustadz ustadzah=Ustadzah" +
		" ustaz=Ustaz yth=- "

	// Those that lists also write behind the name after a comma: "Suyatno, Drs.". Titles that could
	// swallow the next word when put in front (ranks, R.) are not among them.
	movable = " dr=Dr. dra=Dra. drs=Drs. h=H. hj=Hj. ir=Ir. k.h=K.H. kh=K.H. prof=Prof. "

	titlesAfter = " ama=A.Ma. amapd=A.Ma.Pd. amd=A.Md. amdim=A.Md.Im. amdip=A.Md.IP. amdkeb=A.Md.Keb. amdkep=A.Md.Kep." +
		" amdkom=A.Md.Kom. ap=A.P. apt=Apt. ba=B.A. beng=B.Eng. bsc=B.Sc. lc=Lc. ma=M.A. mag=M.Ag. mak=M.Ak." +
		" map=M.AP. mba=M.B.A. me=M.E. med=M.Ed. mei=M.E.I. meng=M.Eng. mfarm=M.Farm. mh=M.H. mhi=M.H.I. mhum=M.Hum." +
		" mikom=M.I.Kom. mip=M.IP. mkeb=M.Keb. mkep=M.Kep. mkes=M.Kes. mkn=M.Kn. mkom=M.Kom. mkrim=M.Krim. mm=M.M." +
		" mp=M.P. mpa=M.P.A. mpd=M.Pd. mpdi=M.Pd.I. mph=M.P.H. mphil=M.Phil. mpsi=M.Psi. msc=M.Sc. msi=M.Si." +
		" msn=M.Sn. msos=M.Sos. mstat=M.Stat. mt=M.T. mth=M.Th. mtr=M.Tr. mtrap=M.Tr.AP. ners=Ners ns=Ns. phd=Ph.D." +
		" sab=S.AB. sag=S.Ag. sak=S.Ak. sap=S.AP. sars=S.Ars. se=S.E. sei=S.E.I. sfarm=S.Farm. sfili=S.Fil.I." +
		" sgz=S.Gz. sh=S.H. shi=S.H.I. shum=S.Hum. shut=S.Hut. sik=S.I.K. sikom=S.I.Kom. sip=S.IP. skeb=S.Keb." +
		" sked=S.Ked. skel=S.Kel. skep=S.Kep. skes=S.Kes. skm=S.K.M. skom=S.Kom. sm=S.M. sor=S.Or. sp=S.P. spa=Sp.A." +
		" span=Sp.An. spb=Sp.B. spd=S.Pd. spdaud=S.Pd.AUD. spdi=S.Pd.I. spdsd=S.Pd.SD. spi=S.Pi. spjp=Sp.JP." +
		" spkj=Sp.KJ. spm=Sp.M. spog=Sp.OG. sppd=Sp.PD. spsi=S.Psi. spt=S.Pt. ss=S.S. ssi=S.Si. ssn=S.Sn. ssos=S.Sos." +
		" ssosi=S.Sos.I. sst=S.ST. sstat=S.Stat. sstp=S.STP. ssy=S.Sy. st=S.T. sth=S.Th. sthi=S.Th.I. stp=S.TP." +
		" str=S.Tr. strim=S.Tr.Im. strip=S.Tr.IP. strk=S.Tr.K. strkeb=S.Tr.Keb. "

	// Without a comma these may as well be somebody's second word or initials.
	needComma = " ama= ap= apt= ba= beng= lc= ma= mak= map= me= med= mei= meng= mp= ners= ns= sak= sap= sei= sip= sm= sor=" +
		" sp= span= ss= "
)

// longestTitle is the length of the longest key. Most words of names are longer, or hardly shorter.
const longestTitle = 8

// lookup finds a key in one of the tables above.
func lookup(table, key string) (string, bool) {
	if len(key) > longestTitle {
		return "", false
	}
	// What is left of the table begins and ends with the space between entries; one space alone is none.
	for len(table) > 1 {
		from := strings.LastIndexByte(table[:(len(table)+1)/2], ' ')
		entry, _ := upTo(table[from+1:], ' ')
		k, title := upTo(entry, '=')
		switch c := strings.Compare(key, k); {
		case c == 0:
			return title, true
		case c < 0:
			table = table[:from+1]
		default:
			table = table[from+1+len(entry):]
		}
	}
	return "", false
}

// The marks of front.
const (
	ofRank    = "+"
	ofCorps   = "/"
	ofAddress = "-"
)

// titleBefore finds a title that stands before a name, a rank among them.
func titleBefore(key string) (string, bool) {
	found, ok := lookup(front, key)
	return strings.TrimPrefix(found, ofRank), ok && !strings.HasPrefix(found, ofCorps) && found != ofAddress
}

// known says whether a key stands in one of the tables.
func known(table, key string) bool {
	_, ok := lookup(table, key)
	return ok
}
