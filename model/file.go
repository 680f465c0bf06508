package model

import "fmt"

// FileSum is a file from outside as it was when it was read.
type FileSum struct {
	Path string // absolute
	Sum  string // SHA-256 of its bytes, in hexadecimal
	Size int64  // bytes
}

// FileFault is the reason why a file from outside could not be read whole.
type FileFault string

// The faults of files.
const (
	FileMissing   FileFault = "missing"   // no such file, or its stick is not plugged in
	FileFolder    FileFault = "folder"    // a folder, not a file
	FileDenied    FileFault = "denied"    // the system does not let this user read it
	FileIrregular FileFault = "irregular" // a device, a pipe: reading could wait for ever
	FileEmpty     FileFault = "empty"     // no bytes
	FileTooBig    FileFault = "too-big"   // over MaxFileBytes
	FileBadName   FileFault = "bad-name"  // its name holds what no text can: it cannot be written down
	FileVanished  FileFault = "vanished"  // it went away, or changed, while it was read
)

// MaxFileBytes is the largest file that is recorded as evidence: an hour of film. Reading it takes half a minute on an old disk.
const MaxFileBytes = 4 << 30

// FileError says which file could not be read, and why.
type FileError struct {
	Path  string
	Fault FileFault
	Err   error // the cause; nil: the fault is all there is
}

// Error names the file, the fault and the cause, for logs; people are told by Fault.
func (e *FileError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("file %s: %s", e.Path, e.Fault)
	}
	return fmt.Sprintf("file %s: %s: %v", e.Path, e.Fault, e.Err)
}

// Unwrap is the cause.
func (e *FileError) Unwrap() error { return e.Err }
