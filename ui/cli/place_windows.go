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
