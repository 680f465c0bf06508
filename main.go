// Command hadir keeps who came to an outreach event, what was asked and what was promised, on a laptop without a network.
package main

import (
	"crypto/rand"
	"os"
	"time"

	"hadir/ui/cli"
)

func main() {
	os.Exit(cli.Main(cli.Process{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now, Rand: rand.Reader,
	}))
}
