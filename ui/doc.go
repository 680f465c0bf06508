// Package ui is the Bubble Tea program around the screens: a stack of them, the frame that they are drawn in, and the keys
// that work everywhere. It routes and knows no screen by name.
//
// While the screen is locked nothing below it is drawn, and no key, click or paste goes further than the lock; all other messages
// do. Before a sealed database is open there is no root yet: [Start] asks for its passphrase.
//
// A key goes to what asks above the screen (help, palette), then to the bindings of the screen on top, then to those of the
// root, then to the screen's own Update. Every other message goes to all screens, so that each is right when it comes to
// be on top again.
package ui
