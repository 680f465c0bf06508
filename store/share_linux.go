package store

import (
	"slices"

	"golang.org/x/sys/unix"
)

// onNetwork reports whether a path lies on a server's disk. FUSE is none of those: sticks stand behind it too.
func onNetwork(path string) bool {
	var st unix.Statfs_t
	if unix.Statfs(path, &st) != nil {
		return false
	}
	return slices.Contains([]uint32{unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC}, uint32(st.Type))
}
