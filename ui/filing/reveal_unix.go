//go:build !windows && !darwin

package filing

// revealer shows folders on desktops that follow freedesktop.org.
const revealer = "xdg-open"
