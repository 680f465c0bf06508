package screen_test
import ("testing";"fmt";"strings";"time";"hadir/ui/uitest";"hadir/ui/screen";"hadir/model/sheet";"hadir/model/roster";"hadir/model";"context")
var _ = screen.NewImport
func TestBig(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		var b strings.Builder
		b.WriteString("No;Nama;Jabatan;Instansi;No HP\n")
		for i := range 100000 { fmt.Fprintf(&b, "%d;Orang%s %s;Kepala Desa;Desa Contoh %d;0810%08d\n", i+1, word(i), word(i*7), i%5000, i) }
		path := write(d, "besar.csv", b.String())
		_ = time.Now
		choose(d, e.ID, path)
		t.Log(d.Screen()[:200])
		d.Keys("enter")
		t.Log(d.Screen()[:400])
		d.Keys("ctrl+s")
		t.Log(d.Screen()[:600])
		_ = sheet.FieldName; _ = roster.New; _ = model.ID{}; _ = context.Background
	})
}
func word(i int) string { s := ""; for k := 0; k < 4; k++ { s += string(rune('a'+i%26)); i /= 13 }; return s }
