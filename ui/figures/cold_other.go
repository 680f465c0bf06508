//go:build !linux

package main

import "errors"

// dropFromCache is for systems that have no way to drop a file from the page cache.
func dropFromCache(string) error { return errors.New("this system cannot drop a file from its cache") }
