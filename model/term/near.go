package term

// Near says whether two words differ by exactly one edit: a letter wrong, missing, extra, or two neighbours exchanged. Words of
// fewer than ShortestNear letters are never near.
func Near(a, b string) bool { return false }

// ShortestNear is the fewest letters of a word that one wrong letter is forgiven.
const ShortestNear = 4
