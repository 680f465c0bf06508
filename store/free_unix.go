//go:build unix

package store

import "golang.org/x/sys/unix"

// diskRoom is how many bytes are free for this user on the disk of a folder, and how large it is.
func diskRoom(folder string) (free, size int64, err error) {
	var st unix.Statfs_t
	if err := unix.Statfs(folder, &st); err != nil {
		return 0, 0, err
	}
	block := int64(st.Bsize)
	return int64(st.Bavail) * block, int64(st.Blocks) * block, nil
}
