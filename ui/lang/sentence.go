package lang

import (
	"fmt"
	"strconv"
	"strings"
)

// sentence is one sentence cut at its placeholders, once, so that saying it only joins the pieces.
type sentence []piece

// piece is words as they stand (name is empty), the value of a name, or one of two words chosen by a number.
type piece struct {
	words     string
	name      string
	one, many string // both empty unless the piece chooses
}

// cut divides the text of a sentence at {name} and {name|one|many}.
func cut(text string) (sentence, error) {
	var s sentence
	for text != "" {
		before, rest, open := strings.Cut(text, "{")
		if strings.Contains(before, "}") {
			return nil, fmt.Errorf("} without {")
		}
		if before != "" {
			s = append(s, piece{words: before})
		}
		if !open {
			break
		}
		inside, after, closed := strings.Cut(rest, "}")
		if !closed {
			return nil, fmt.Errorf("{ without }")
		}
		p, err := placeholder(inside)
		if err != nil {
			return nil, err
		}
		s, text = append(s, p), after
	}
	return s, nil
}

// placeholder reads what stands between { and }.
func placeholder(inside string) (piece, error) {
	parts := strings.Split(inside, "|")
	switch {
	case parts[0] == "" || strings.ContainsAny(inside, "{ \n") && len(parts) == 1:
		return piece{}, fmt.Errorf("{%s} names nothing", inside)
	case len(parts) == 1:
		return piece{name: parts[0]}, nil
	case len(parts) == 3 && parts[1] != "" && parts[2] != "":
		return piece{name: parts[0], one: parts[1], many: parts[2]}, nil
	}
	return piece{}, fmt.Errorf("{%s} is neither {name} nor {name|one|many}", inside)
}

// fill joins the pieces with the arguments' values.
func (s sentence) fill(l *Lang, args []any) string {
	if len(s) == 1 && s[0].name == "" {
		return s[0].words
	}
	var b strings.Builder
	for _, p := range s {
		switch value, ok := named(args, p.name); {
		case p.name == "":
			b.WriteString(p.words)
		case !ok:
			b.WriteString("{" + p.name + "}")
		case p.many == "":
			b.WriteString(l.word(value))
		case l.word(value) == "1":
			b.WriteString(p.one)
		default:
			b.WriteString(p.many)
		}
	}
	return b.String()
}

// named finds the value of a name among name, value, name, value.
func named(args []any, name string) (any, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1], true
		}
	}
	return nil, false
}

// word writes one value as it is read within a sentence.
func (l *Lang) word(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case Key:
		return l.Say(v)
	case Phrase:
		return l.Tell(v)
	}
	return fmt.Sprint(value)
}
