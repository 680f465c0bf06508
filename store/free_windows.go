package store

import "golang.org/x/sys/windows"

// diskRoom is how many bytes are free for this user on the disk of a folder, and how large it is.
func diskRoom(folder string) (free, size int64, err error) {
	name, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return 0, 0, err
	}
	var mine, all uint64
	if err := windows.GetDiskFreeSpaceEx(name, &mine, &all, nil); err != nil {
		return 0, 0, err
	}
	return int64(mine), int64(all), nil
}
