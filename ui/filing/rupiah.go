package filing

import (
	"strconv"
	"strings"
)

// rupiahMost is more than any list of payments holds; what is larger is a slip of the finger.
const rupiahMost = 1_000_000_000

// Rupiah reads an amount as a treasurer types it: 150000, 150.000, Rp 150.000,00 or Rp150.000,-. ok is false for what is no amount
// of whole rupiah.
func Rupiah(s string) (amount int64, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "rp"), "."))
	s = strings.TrimSuffix(strings.TrimSuffix(s, ",-"), ",00")
	if parts := strings.Split(s, "."); len(parts) > 1 {
		for i, p := range parts {
			if i > 0 && len(p) != 3 || p == "" {
				return 0, false
			}
		}
	}
	digits := strings.ReplaceAll(s, ".", "")
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	return n, err == nil && n > 0 && n <= rupiahMost
}
