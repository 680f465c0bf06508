package main

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
)

func TestListIsTheSameEachTime(t *testing.T) {
	var one, two bytes.Buffer
	if err := fill(&one, 300); err != nil {
		t.Fatal(err)
	}
	if err := fill(&two, 300); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two lists of one size differ")
	}
	rows, err := csv.NewReader(&one).ReadAll()
	if err != nil || len(rows) != 301 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i, r := range rows[1:] {
		if r[1] == "" || r[6] != "" && !strings.HasPrefix(r[6], "0810000") {
			t.Errorf("row %d: %q", i+1, r)
		}
	}
	if again, first := rows[repeats], rows[repeats-1]; again[1] != first[1] || again[6] != first[6] {
		t.Errorf("row %d is not the one before once more: %q, %q", repeats, again, first)
	}
}

func TestHallIsSearchable(t *testing.T) {
	h := fullHall(2000)
	found := 0
	for _, q := range typed() {
		if len(h.Find(q, findMost)) > 0 {
			found++
		}
	}
	if h.Len() != 2000 || found < len(typed())/2 {
		t.Errorf("%d guests; %d of %d queries find somebody", h.Len(), found, len(typed()))
	}
}
