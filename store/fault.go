package store

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	berrors "go.etcd.io/bbolt/errors"

	"hadir/model"
)

// classify wraps an error of the system in the error of package model that a screen can act on.
func classify(err error) error {
	switch {
	case err == nil, errors.Is(err, model.ErrDamaged), errors.Is(err, model.ErrNotFound):
		return err
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), isDiskFull(err):
		return fmt.Errorf("%w: %w", model.ErrNoSpace, err)
	case errors.Is(err, syscall.EROFS), errors.Is(err, berrors.ErrDatabaseReadOnly):
		return fmt.Errorf("%w: %w", model.ErrReadOnly, err)
	case errors.Is(err, syscall.EIO):
		return fmt.Errorf("%w: %w", model.ErrStorage, err)
	}
	// An operation on the file itself that fails for another reason: a stick that was pulled out, a handle that is gone.
	var path *fs.PathError
	if errors.As(err, &path) && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w: %w", model.ErrStorage, err)
	}
	return err
}

func isStorage(err error) bool { return errors.Is(err, model.ErrStorage) }
