package main

import (
	"slices"
	"time"
)

// times are the measurements of one thing. Of few, only the median says something; the machine is not ours alone.
type times []time.Duration

// at is the time that so great a share of the measurements stayed under or at.
func (t times) at(share float64) time.Duration {
	sorted := slices.Sorted(slices.Values(t))
	return sorted[int(float64(len(sorted)-1)*share+0.5)]
}

func (t times) median() time.Duration { return t.at(0.5) }

func (t times) p99() time.Duration { return t.at(0.99) }

// rounds are the measurements of one thing in several rounds. Other work on the machine only ever adds to a tail, and adds to
// some rounds more than to others: the best round's tail is the nearest to the program's own, and the worst is told as well.
type rounds []times

func (r rounds) p99() time.Duration { return r.tails().at(0) }

func (r rounds) tails() (tails times) {
	for _, t := range r {
		tails = append(tails, t.p99())
	}
	return tails
}

func (r rounds) median() time.Duration { return slices.Concat(r...).median() }

// tail writes the best round's p99 with the worst, and the median of all.
func (r rounds) tail() string {
	return show(r.p99()) + " (worst round " + show(r.tails().at(1)) + ", median " + show(r.median()) + ")"
}

// spread writes the median with the best and the worst.
func (t times) spread() string {
	return show(t.median()) + " (" + show(t.at(0)) + " to " + show(t.at(1)) + ")"
}

func ratio(ours, peer time.Duration) float64 { return float64(ours) / float64(peer) }
