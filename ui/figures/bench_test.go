package main

import (
	"maps"
	"testing"
)

func TestMetrics(t *testing.T) {
	output := "goos: linux\nBenchmarkCheckIn-2 \t 4000\t 890123 ns/op\t 410.0 bbolt-µs\t 480.5 hadir-µs\t 1.17 ratio\nPASS\n"
	got, err := metrics(output, "BenchmarkCheckIn")
	want := map[string]float64{"ns/op": 890123, "bbolt-µs": 410, "hadir-µs": 480.5, "ratio": 1.17}
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("metrics = %v, %v", got, err)
	}
	for _, bad := range []string{"", "PASS\n", "BenchmarkCheckIn-2 4000 x ns/op\n"} {
		if got, err := metrics(bad, "BenchmarkCheckIn"); err == nil {
			t.Errorf("metrics(%q) = %v", bad, got)
		}
	}
}
