package lang

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// read gathers the sentences of one language from all its files in text/.
func read(files fs.FS, code string) (map[Key]sentence, error) {
	names, err := fs.Glob(files, "text/*."+code+".txt")
	if err != nil {
		return nil, err
	}
	all := map[Key]sentence{}
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if err := parse(all, room(name), string(text)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return all, nil
}

// room is the part of the program that a file speaks for: "door" for text/door.id.txt.
func room(name string) string {
	base, _, _ := strings.Cut(path.Base(name), ".")
	return base
}

// parse adds the lines "key = sentence" of one room to all. Keys begin with the room, so two rooms never meet in one key
// and a sentence is found by looking at its name.
func parse(all map[Key]sentence, room, text string) error {
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, words, ok := strings.Cut(line, "=")
		key, words := Key(strings.TrimSpace(name)), strings.TrimSpace(words)
		switch {
		case !ok || words == "":
			return fmt.Errorf("line %d: no sentence", i+1)
		case !strings.HasPrefix(string(key), room+"."):
			return fmt.Errorf("line %d: %q does not begin with %q", i+1, key, room+".")
		case all[key] != nil:
			return fmt.Errorf("line %d: %q stands twice", i+1, key)
		}
		s, err := cut(strings.ReplaceAll(words, `\n`, "\n"))
		if err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
		all[key] = s
	}
	return nil
}
