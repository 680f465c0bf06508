package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"hadir/model"
)

func TestFingerprint(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "foto.jpg")
	if err := os.WriteFile(path, []byte("abc"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := (*Store)(nil).Fingerprint(context.Background(), path)
	want := model.FileSum{Path: path, Size: 3, Sum: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
	if err != nil || got != want {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := (*Store)(nil).Fingerprint(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
}

func TestFingerprintSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	empty, large, denied := filepath.Join(dir, "kosong.pdf"), filepath.Join(dir, "film.mp4"), filepath.Join(dir, "rahasia.pdf")
	for _, path := range []string{empty, large, denied} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	// A file of holes is as long as it says and takes no room.
	if err := os.Truncate(large, model.MaxFileBytes+1); err != nil {
		t.Skip("no sparse files here:", err)
	}
	cases := map[string]model.FileFault{
		filepath.Join(dir, "tidak-ada.jpg"): model.FileMissing, dir: model.FileFolder, empty: model.FileEmpty,
		large: model.FileTooBig, filepath.Join(dir, "foto\x1b[31m.jpg"): model.FileBadName, filepath.Join(dir, "\xff.jpg"): model.FileBadName,
	}
	if err := os.WriteFile(denied, []byte("x"), 0o000); err == nil && os.Chmod(denied, 0) == nil {
		if f, err := os.Open(denied); err != nil {
			cases[denied] = model.FileDenied
		} else {
			f.Close()
		}
	}
	for path, want := range cases {
		_, err := (*Store)(nil).Fingerprint(context.Background(), path)
		var e *model.FileError
		if !errors.As(err, &e) || e.Fault != want || e.Path != path {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}
