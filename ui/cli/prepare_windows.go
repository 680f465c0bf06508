package cli

import (
	"os"

	"golang.org/x/sys/windows"
)

// pageUTF8 is the code page in which the program writes.
const pageUTF8 = 65001

// prepareProcess turns the console to UTF-8: an Indonesian Windows 10 starts it in an old code page, which tears names apart.
// The page belongs to the window and not to the program, so whoever comes next gets the old one back. Without a console
// there is none to turn.
func prepareProcess() (restore func()) {
	in, errIn := windows.GetConsoleCP()
	out, errOut := windows.GetConsoleOutputCP()
	if errIn != nil || errOut != nil {
		return func() {}
	}
	_ = windows.SetConsoleCP(pageUTF8)
	_ = windows.SetConsoleOutputCP(pageUTF8)
	return func() {
		_ = windows.SetConsoleCP(in)
		_ = windows.SetConsoleOutputCP(out)
	}
}

// prepareConsole turns QuickEdit off while the program is on the screen: with it, a stray click stops everything that is
// written, check-ins included, until somebody presses a key.
func prepareConsole() (restore func()) {
	console := windows.Handle(os.Stdin.Fd())
	var mode uint32
	if err := windows.GetConsoleMode(console, &mode); err != nil {
		return func() {}
	}
	_ = windows.SetConsoleMode(console, mode&^windows.ENABLE_QUICK_EDIT_MODE|windows.ENABLE_EXTENDED_FLAGS)
	return func() { _ = windows.SetConsoleMode(console, mode) }
}
