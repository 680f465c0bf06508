package cli

import "path/filepath"

// dataFolder is where macOS keeps a program's data. An empty one means that the system does not say.
func dataFolder(getenv func(string) string) string {
	if home := getenv("HOME"); home != "" {
		return filepath.Join(home, "Library", "Application Support", "Hadir")
	}
	return ""
}

// configFolder is apart from the data, so that a copy of that put back does not take it along; empty as above.
func configFolder(getenv func(string) string) string {
	if home := getenv("HOME"); home != "" {
		return filepath.Join(home, "Library", "Preferences", "Hadir")
	}
	return ""
}
