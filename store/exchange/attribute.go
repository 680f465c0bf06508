package exchange

import "bytes"

// attribute cuts the first attribute off a tag's attributes. Its value is raw: entities are still in it. Without another
// attribute the name is empty.
func attribute(attrs []byte) (name, value, rest []byte) {
	i := 0
	for i < len(attrs) && attrs[i] <= ' ' {
		i++
	}
	start := i
	for ; i < len(attrs) && attrs[i] != '='; i++ {
		if attrs[i] == ':' {
			start = i + 1
		}
	}
	if i == len(attrs) {
		return nil, nil, nil
	}
	name, after := bytes.TrimRight(attrs[start:i], " \t\r\n"), attrs[i+1:]
	// Space around the equals sign is allowed, and hardly ever there.
	for len(after) > 0 && after[0] <= ' ' {
		after = after[1:]
	}
	if len(after) < 2 {
		return nil, nil, nil
	}
	end := bytes.IndexByte(after[1:], after[0])
	if end < 0 || after[0] != '"' && after[0] != '\'' {
		return nil, nil, nil
	}
	return name, after[1 : end+1], after[end+2:]
}

// attr gives one attribute's text, or nothing.
func (t tag) attr(name string) string {
	for rest := t.attrs; ; {
		var key, value []byte
		if key, value, rest = attribute(rest); len(key) == 0 {
			return ""
		}
		if string(key) == name {
			// A copy, because unescaping overwrites and the tag may be asked again.
			return string(unescape(bytes.Clone(value)))
		}
	}
}

// yes reports whether a true-or-false attribute is set.
func (t tag) yes(name string) bool {
	v := t.attr(name)
	return v == "1" || v == "true"
}
