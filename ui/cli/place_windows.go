package cli

import "path/filepath"

// dataFolder is where Windows keeps a program's data that stays on this machine. An empty one means that the system does
// not say.
func dataFolder(getenv func(string) string) string {
	if local := getenv("LOCALAPPDATA"); local != "" {
		return filepath.Join(local, "Hadir")
	}
	return ""
}

// configFolder is apart from the data, so that a copy of that put back does not take it along; empty as above.
func configFolder(getenv func(string) string) string {
	if roaming := getenv("APPDATA"); roaming != "" {
		return filepath.Join(roaming, "Hadir")
	}
	return ""
}
