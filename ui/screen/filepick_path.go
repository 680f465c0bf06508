package screen

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// typedPath is the path that was typed, pasted, or dropped on the window; false when the text is not a path but words to
// filter by. A relative one belongs to the folder that is shown.
func typedPath(typed, dir string) (path string, ok bool) {
	s := strings.TrimSpace(typed)
	// PowerShell drops a file as a command: & 'C:\My files\list.xlsx'.
	s = strings.TrimSpace(strings.TrimPrefix(s, "& "))
	bare, quoted := unquoted(s)
	switch {
	case bare == "":
		return "", false
	case strings.HasPrefix(bare, "file://"):
		return fromURL(bare)
	case !quoted && filepath.Separator == '/':
		// Terminals put a backslash before a blank in what is dropped on them.
		bare = unescaped(bare)
	}
	switch {
	case bare == "~" || strings.HasPrefix(bare, "~/") || strings.HasPrefix(bare, `~\`):
		home, err := os.UserHomeDir()
		return filepath.Join(home, bare[1:]), err == nil
	case filepath.IsAbs(bare):
		return filepath.Clean(bare), true
	case quoted || strings.ContainsRune(bare, filepath.Separator) || strings.ContainsRune(bare, '/'):
		return filepath.Join(dir, bare), true
	}
	return "", false
}

// unquoted takes one pair of quotes off.
func unquoted(s string) (bare string, quoted bool) {
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		return s[1 : n-1], true
	}
	return s, false
}

func fromURL(s string) (string, bool) {
	u, err := url.Parse(s)
	if err != nil || u.Path == "" {
		return "", false
	}
	p := u.Path
	// file:///C:/list.xlsx: the slash before the drive is the URL's.
	if len(p) > 2 && p[2] == ':' && filepath.Separator == '\\' {
		p = p[1:]
	}
	return filepath.Clean(filepath.FromSlash(p)), true
}

// unescaped takes off the backslashes that a shell would.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
