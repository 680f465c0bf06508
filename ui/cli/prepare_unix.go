//go:build unix

package cli

import "syscall"

// prepareProcess keeps a crash from writing people's data into a core file: the limit is zero from here on. A system that
// refuses is no reason not to start.
func prepareProcess() (restore func()) {
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
	return func() {}
}

// prepareConsole has nothing to do where a terminal is a terminal.
func prepareConsole() (restore func()) { return func() {} }
