//go:build !windows

package screen

import "path/filepath"

// drives are the folders under which sticks and cards appear: of Linux's desktops, and of macOS.
func drives() []string {
	var all []string
	for _, pattern := range []string{"/media/*/*", "/run/media/*/*", "/mnt/*", "/Volumes/*"} {
		// The patterns are well formed, which is the only thing that Glob complains of.
		found, _ := filepath.Glob(pattern)
		all = append(all, found...)
	}
	return append(all, "/")
}
