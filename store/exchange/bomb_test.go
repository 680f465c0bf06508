package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"runtime"
	"strings"
	"testing"

	"hadir/model/sheet"
)

// repeated gives a text again and again, up to a size, without holding it.
type repeated struct {
	text string
	left int
	at   int
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) && r.left > 0 {
		c := copy(p[n:min(len(p), n+r.left)], r.text[r.at:])
		n, r.left, r.at = n+c, r.left-c, (r.at+c)%len(r.text)
	}
	return n, nil
}

// stuffed is a workbook whose sheet goes on with the same text for size bytes.
func stuffed(t testing.TB, start, text string, size int) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, e := range (parts{sheets: []string{""}}).entries() {
		f, err := w.Create(e.name)
		if err != nil {
			t.Fatal(err)
		}
		if e.name != "xl/worksheets/sheet1.xml" {
			io.WriteString(f, e.body)
			continue
		}
		io.WriteString(f, "<worksheet><sheetData>"+start)
		if _, err := io.Copy(f, &repeated{text: text, left: size}); err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, "</sheetData></worksheet>")
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// grown measures how much memory reading takes, garbage included.
func grown(read func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	read()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func TestBombOfBlanks(t *testing.T) {
	data := stuffed(t, "", " ", 16<<20)
	if len(data) > 1<<16 {
		t.Fatalf("the bomb has %d bytes", len(data))
	}
	taken := grown(func() {
		_, err := readBytes(data, Options{})
		wantFault(t, err, sheet.FaultZipBomb, "ratio")
	})
	if taken > 4<<20 {
		t.Errorf("took %d bytes", taken)
	}
}

// One cell that never ends is cut while it is read, and the part it stands in is still counted.
func TestBombOfOneCell(t *testing.T) {
	text := "abcdefghijklmnopqrstuvwxyz0123456789"
	data := stuffed(t, `<row r="1"><c r="A1" t="inlineStr"><is><t>`, text, 12<<20)
	taken := grown(func() {
		_, err := readBytes(data, Options{})
		wantFault(t, err, sheet.FaultZipBomb, "ratio")
	})
	if taken > 8<<20 {
		t.Errorf("took %d bytes", taken)
	}
}

// stated makes a zip's directory state other sizes than the truth, by changing the four bytes of its one large entry.
func stated(data []byte, packed, unpacked uint32) []byte {
	out := bytes.Clone(data)
	for i := 0; i+46 < len(out); i++ {
		if !bytes.HasPrefix(out[i:], []byte("PK\x01\x02")) {
			continue
		}
		name := string(out[i+46 : i+46+int(binary.LittleEndian.Uint16(out[i+28:]))])
		if name == "xl/worksheets/sheet1.xml" {
			binary.LittleEndian.PutUint32(out[i+20:], packed)
			binary.LittleEndian.PutUint32(out[i+24:], unpacked)
		}
	}
	return out
}

// Sizes that lie help nobody: small ones are found out, large ones are refused at once.
func TestBombThatLies(t *testing.T) {
	data := stuffed(t, "", "<row><c><v>1</v></c></row>", 9<<20)
	mustRead(t, stuffed(t, "", "<row><c><v>1</v></c></row>", 1300), Options{Sheet: "lembar1"})
	_, err := readBytes(stated(data, uint32(len(data)), 1000), Options{})
	if err == nil {
		t.Error("read an entry that says it is shorter than it is")
	}
	_, err = readBytes(stated(data, 20_000, 1<<31), Options{})
	wantFault(t, err, sheet.FaultZipBomb, "unpacked")
	_, err = readBytes(stated(data, 1<<31, 1<<31), Options{})
	wantFault(t, err, sheet.FaultZipBomb, "unpacked")
}

// The budget holds over all parts together, also where each is innocent.
func TestUnpackedBudget(t *testing.T) {
	a := &archive{left: 1000, size: 1 << 30}
	p := &part{rc: io.NopCloser(strings.NewReader(strings.Repeat("x", 5000))), archive: a, file: &zip.File{FileHeader: zip.FileHeader{UncompressedSize64: 5000, CompressedSize64: 4000}}}
	_, err := io.Copy(io.Discard, p)
	wantFaultOnly(t, err, sheet.FaultTooBig, "unpacked")
}

// wantFaultOnly is wantFault for errors that have not got their path yet.
func wantFaultOnly(t testing.TB, err error, fault sheet.Fault, detail string) {
	t.Helper()
	wantFault(t, located("part", err), fault, detail)
}

func TestBombOfEntries(t *testing.T) {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := range MaxEntries + 1 {
		if _, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprint(i), CRC32: crc32.ChecksumIEEE(nil)}); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	_, err := readBytes(buf.Bytes(), Options{})
	wantFault(t, err, sheet.FaultZipBomb, "entries")
	// Long names: the directory is larger than what is read of one.
	buf.Reset()
	w = zip.NewWriter(&buf)
	for i := range 200 {
		w.CreateRaw(&zip.FileHeader{Name: fmt.Sprint(i, strings.Repeat("x", 60_000))})
	}
	w.Close()
	_, err = readBytes(buf.Bytes(), Options{})
	wantFault(t, err, sheet.FaultZipBomb, "directory")
}

// Few shared texts, referred to by very many cells, stay few.
func TestSharedTextIsShared(t *testing.T) {
	long := strings.Repeat("Desa Pulo ", 3000)
	row := `<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`
	data := parts{sheets: []string{strings.Repeat(row, 50_000)}, shared: []string{"<t>" + long + "</t>"}}.zip(t)
	taken := grown(func() {
		if b := mustRead(t, data, Options{}); len(b.Rows) != 50_000 || b.Rows[49_999].Cell(1).Text != long {
			t.Error("rows are wrong")
		}
	})
	if taken > 24<<20 {
		t.Errorf("took %d bytes", taken)
	}
}

func TestWorkbookLimits(t *testing.T) {
	rows := func(n int) string { return strings.Repeat(`<row><c t="b"><v>1</v></c></row>`, n) }
	mustRead(t, parts{sheets: []string{rows(MaxRows)}}.zip(t), Options{})
	_, err := readBytes(parts{sheets: []string{rows(MaxRows + 1)}}.zip(t), Options{})
	wantFault(t, err, sheet.FaultTooManyRows, "")
	// Formatted cells and rows without content are not counted, wherever they are.
	data := parts{sheets: []string{`<row r="1"><c r="A1"><v>7</v></c><c r="XFD1" s="3"/></row><row r="1048576"><c r="A1048576" s="1"/></row>`}}.zip(t)
	if got := grid(mustRead(t, data, Options{}).Rows); got != "1:#7\n" {
		t.Errorf("rows %q", got)
	}
	_, err = readBytes(parts{sheets: []string{`<row r="3"><c r="XFD3"><v>7</v></c></row>`}}.zip(t), Options{})
	wantFault(t, err, sheet.FaultTooManyColumns, "XFD")
}
