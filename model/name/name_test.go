package name

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	tests := []struct {
		in   string
		want Name
	}{
		{"Drs. H. Suyatno, S.H., M.Si.", Name{"Drs. H.", "Suyatno", "S.H., M.Si."}},
		{"H.SUYATNO,SH,MSi", Name{"H.", "SUYATNO", "S.H., M.Si."}},
		{"SUYATNO SH MSi", Name{"", "SUYATNO", "S.H., M.Si."}},
		{"suyatno sh", Name{"", "suyatno", "S.H."}},
		{"Suyatno S.H. M.Si", Name{"", "Suyatno", "S.H., M.Si."}},
		{"Suyatno, S. H., M. Si.", Name{"", "Suyatno", "S.H., M.Si."}},
		{"Hj Siti", Name{"Hj.", "Siti", ""}},
		{"Prof.Dr.H. Umar", Name{"Prof. Dr. H.", "Umar", ""}},
		{"dr. Ratna", Name{"dr.", "Ratna", ""}},
		{"DR. RATNA, S.PD., M.PD", Name{"Dr.", "RATNA", "S.Pd., M.Pd."}},
		{"drg Rina", Name{"drg.", "Rina", ""}},
		{"Apt. Rina, S.Farm", Name{"apt.", "Rina", "S.Farm."}},
		{"Ns. Rina, S.Kep", Name{"Ns.", "Rina", "S.Kep."}},
		{"K.H. Abdul Aziz", Name{"K.H.", "Abdul Aziz", ""}},
		{"K. H. Abdul Aziz", Name{"K.H.", "Abdul Aziz", ""}},
		{"KH Abdul Aziz", Name{"K.H.", "Abdul Aziz", ""}},
		{"IPTU Joko Santosa", Name{"Iptu", "Joko Santosa", ""}},
		{"Letkol Inf. Budi", Name{"Letkol Inf.", "Budi", ""}},
		{"AKP H. Budi, S.I.K., M.H", Name{"AKP H.", "Budi", "S.I.K., M.H."}},
		{"Bapak Ridwan", Name{"", "Ridwan", ""}},
		{"Bapak/Ibu Drs Ridwan", Name{"Drs.", "Ridwan", ""}},
		{"Sdri. Ayu", Name{"", "Ayu", ""}},
		{"R. Soekarno", Name{"R.", "Soekarno", ""}},
		{"R.A. Kartini", Name{"R.A.", "Kartini", ""}},
		{"R. A. Rahman", Name{"R.", "A. Rahman", ""}},
		{"M. Arifin", Name{"", "M. Arifin", ""}},
		{"H.M. Arifin, S.Pd.I", Name{"H.", "M. Arifin", "S.Pd.I."}},
		{"Moh. Arifin", Name{"", "Moh. Arifin", ""}},
		{"Suyatno, Drs.", Name{"Drs.", "Suyatno", ""}},
		{"Suyatno, S.Xyz", Name{"", "Suyatno", "S.Xyz."}},
		// What is no title stays with the name, even behind a comma.
		{"Suyatno, Sutrisno", Name{"", "Suyatno, Sutrisno", ""}},
		{"Siti Ma'rufah", Name{"", "Siti Ma'rufah", ""}},
		{"  Nur \t Hidayah ", Name{"", "Nur Hidayah", ""}},
		{"Bambang S.", Name{"", "Bambang S.", ""}},
		{"Siti Ma", Name{"", "Siti Ma", ""}},
		{"Prada Setiawan", Name{"", "Prada Setiawan", ""}},
		{"Irawan", Name{"", "Irawan", ""}},
		{"Drajat", Name{"", "Drajat", ""}},
		// Titles alone are somebody's name.
		{"H.", Name{"", "H.", ""}},
		{"Drs. H.", Name{"", "Drs. H.", ""}},
		{"Bapak", Name{"", "Bapak", ""}},
		{"S.H.", Name{"", "S.H.", ""}},
		{"A.", Name{"", "A.", ""}},
		{"", Name{}},
	}
	for _, tt := range tests {
		if got := Parse(tt.in); got != tt.want {
			t.Errorf("Parse(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestNameString(t *testing.T) {
	for in, want := range map[string]string{
		"DRS.H.SUYATNO,SH,MSI": "Drs. H. SUYATNO, S.H., M.Si.",
		"Suyatno":              "Suyatno",
		"Suyatno, M.M":         "Suyatno, M.M.",
	} {
		if got := Parse(in).String(); got != want {
			t.Errorf("Parse(%q).String() = %q, want %q", in, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"Drs. H. Suyatno, S.H., M.Si.", "H.SUYATNO,SH,MSi", "K. H. A", "R. A. Rahman", "A. Rahman, H.", "Bapak H.",
		"Letkol Inf Budi", ",,S.H", "H., M.", "\xff,H", "Bapak/Ibu", "Suyatno, S.H. Kades, S.E.", "h k h abdul",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := Parse(s)
		if strings.TrimSpace(s) != "" && n.Bare == "" {
			t.Fatalf("Parse(%q) emptied the name", s)
		}
		// Written out and read again, a name is the same.
		if again := Parse(n.String()); again != n {
			t.Fatalf("Parse(%q) = %q, again %q", s, n, again)
		}
	})
}
