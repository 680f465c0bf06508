package paper

// Office is what an office's papers have in common. It is the office's own settings; nothing of it is a constant.
type Office struct {
	Name      string
	City      string
	Zone      string // WIB, WITA, WIT
	Numbers   string // how its letters are numbered, as a template: shown where a number is missing, and never filled in
	Head      []HeadLine
	Logo      []byte // PNG or JPEG; nil: none
	LogoName  string // of the file
	Size      Size
	Leader    Signer // the head of the office, or who signs for him
	Treasurer Signer // bendahara pengeluaran
	Spender   Signer // pejabat pembuat komitmen
}
