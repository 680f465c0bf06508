package filing

import "os/exec"

// Reveal shows a folder with the program that the system has for that. It does not wait for it, and no shell reads the name.
func Reveal(folder string) error {
	c := exec.Command(revealer, folder)
	if err := c.Start(); err != nil {
		return err
	}
	// Nobody asks how it ended: Explorer ends with 1 when all is well.
	go func() { _ = c.Wait() }()
	return nil
}
