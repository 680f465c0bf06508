package filing

// revealer shows folders on macOS.
const revealer = "open"
