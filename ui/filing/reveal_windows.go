package filing

// revealer shows folders on Windows.
const revealer = "explorer.exe"
