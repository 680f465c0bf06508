package theme

// Box is the set of characters that lines and signs are drawn with.
type Box struct {
	Across, Down string // lines, one cell
	Full, Empty  string // of a bar that fills up, one cell
	Chosen, Open string // one of several, three cells
}

// shapes gives the characters: light box drawing, which consoles have had since DOS, or ASCII alone. No arrows, no
// blocks, no marks of ambiguous width: those are what tears a Windows console's lines apart.
func shapes(ascii bool) *Styles {
	s := &Styles{
		Box:      Box{Across: "─", Down: "│", Full: "#", Empty: ".", Chosen: "(*)", Open: "( )"},
		Ellipsis: "…", Mark: "> ", NoMark: "  ", WarnMark: "* ", BadMark: "! ", FieldBefore: "[", FieldAfter: "]",
	}
	if ascii {
		s.Box.Across, s.Box.Down, s.Ellipsis = "-", "|", "..."
	}
	return s
}
