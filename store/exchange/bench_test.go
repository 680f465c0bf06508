package exchange

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hadir/model/sheet"
)

const benchRows = 100_000

// benchRow is one row of a long list, eight columns.
func benchRow(i int) []string {
	return []string{
		fmt.Sprint(i), fmt.Sprintf("Hj. Siti Nomor %d, S.H.", i), "Kepala Desa", fmt.Sprintf("Desa Contoh %d", i%300), "Rembang",
		fmt.Sprintf("0810000%05d", i), fmt.Sprintf("33171052%04d0000", i%10_000), "konfirmasi hadir",
	}
}

func benchText(rows int) []byte {
	var buf bytes.Buffer
	w := csv.NewWriter(&buf)
	w.Write(strings.Split("No,Nama,Jabatan,Instansi,Kecamatan,No HP,NIK,Ket", ","))
	for i := range rows {
		w.Write(benchRow(i + 1))
	}
	w.Flush()
	return buf.Bytes()
}

// benchWorkbook writes the list by excelize's stream, with inline strings, or with shared ones as Excel and LibreOffice do.
func benchWorkbook(tb testing.TB, rows int, shared bool) []byte {
	tb.Helper()
	if shared {
		return sharedWorkbook(tb, rows)
	}
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	for i := range rows {
		cells := []any{i}
		for _, s := range benchRow(i + 1)[1:] {
			cells = append(cells, s)
		}
		at, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := w.SetRow(at, cells); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		tb.Fatal(err)
	}
	return buf.Bytes()
}

func sharedWorkbook(tb testing.TB, rows int) []byte {
	tb.Helper()
	var doc strings.Builder
	var texts []string
	index := map[string]int{}
	for i := range rows {
		fmt.Fprintf(&doc, `<row r="%d" customFormat="false" ht="12.8" hidden="false" customHeight="false">`, i+1)
		for column, s := range benchRow(i + 1) {
			if column == 0 {
				fmt.Fprintf(&doc, `<c r="A%d" s="0" t="n"><v>%s</v></c>`, i+1, s)
				continue
			}
			n, ok := index[s]
			if !ok {
				n = len(texts)
				index[s], texts = n, append(texts, `<t xml:space="preserve">`+s+`</t>`)
			}
			fmt.Fprintf(&doc, `<c r="%s%d" s="0" t="s"><v>%d</v></c>`, sheet.Letter(column), i+1, n)
		}
		doc.WriteString(`</row>`)
	}
	return parts{sheets: []string{doc.String()}, shared: texts}.zip(tb)
}

func BenchmarkText(b *testing.B) {
	data := benchText(benchRows)
	b.Run("here", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			mustRead(b, data, Options{})
		}
	})
	b.Run("encoding_csv", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := csv.NewReader(bytes.NewReader(data)).ReadAll(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkWorkbook(b *testing.B) {
	for _, shared := range []bool{false, true} {
		data := benchWorkbook(b, benchRows, shared)
		b.Run(fmt.Sprintf("shared=%v/here", shared), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				mustRead(b, data, Options{})
			}
		})
		b.Run(fmt.Sprintf("shared=%v/excelize", shared), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				excelizeRows(b, data)
			}
		})
	}
}

// excelizeRows goes through a workbook by excelize's fastest way.
func excelizeRows(tb testing.TB, data []byte) (rows int) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	r, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		tb.Fatal(err)
	}
	defer r.Close()
	for r.Next() {
		if _, err := r.Columns(); err != nil {
			tb.Fatal(err)
		}
		rows++
	}
	return rows
}

func BenchmarkLayout(b *testing.B) {
	rows := mustRead(b, benchText(benchRows), Options{}).Rows
	b.ReportAllocs()
	for b.Loop() {
		if items := sheet.Guess(rows).Classify(rows); len(items) != len(rows) {
			b.Fatal("rows are missing")
		}
	}
}

// A long list is held in much less than the 100 MB that a small laptop can spare: what stays, and all that was ever taken.
func TestMemoryOfLongLists(t *testing.T) {
	const rows = 20_000 // a fifth of the longest list that is thought of
	for name, data := range map[string][]byte{
		"text":   benchText(rows),
		"inline": benchWorkbook(t, rows, false),
		"shared": benchWorkbook(t, rows, true),
	} {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		b := mustRead(t, data, Options{})
		runtime.GC()
		runtime.ReadMemStats(&after)
		kept, taken := int64(after.HeapAlloc)-int64(before.HeapAlloc), after.TotalAlloc-before.TotalAlloc
		runtime.KeepAlive(b)
		if kept > 10<<20 || taken > 20<<20 {
			t.Errorf("%s: %d rows keep %d KiB and took %d KiB", name, rows, kept>>10, taken>>10)
		}
	}
}
