//go:build unix && !darwin

package cli

import "path/filepath"

// dataFolder is where the XDG base directories have a program's data; a relative XDG_DATA_HOME is to be ignored. An empty
// one means that the system does not say.
func dataFolder(getenv func(string) string) string {
	if xdg := getenv("XDG_DATA_HOME"); filepath.IsAbs(xdg) {
		return filepath.Join(xdg, "hadir")
	}
	if home := getenv("HOME"); home != "" {
		return filepath.Join(home, ".local", "share", "hadir")
	}
	return ""
}

// configFolder is where the XDG base directories have what a program keeps apart from its data; empty as above.
func configFolder(getenv func(string) string) string {
	if xdg := getenv("XDG_CONFIG_HOME"); filepath.IsAbs(xdg) {
		return filepath.Join(xdg, "hadir")
	}
	if home := getenv("HOME"); home != "" {
		return filepath.Join(home, ".config", "hadir")
	}
	return ""
}
