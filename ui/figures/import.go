package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// table is what the peer imports into: the columns of the list, three of them indexed.
const table = `create table guests(no, name, post, institution, village, district, phone);
create index by_name on guests(name);
create index by_institution on guests(institution);
create index by_village on guests(village);
`

// imports times the import of the large list into a database of its own, beside sqlite3's of the same file, in turns. Ours
// guesses the columns, finds who is on the list twice, and writes the journal.
func imports(l *lab) ([]row, error) {
	hadir, err := l.hadir()
	if err != nil {
		return nil, err
	}
	list, err := l.list()
	if err != nil {
		return nil, err
	}
	var ours, peer times
	var most int64
	sqlite, noPeer := exec.LookPath("sqlite3")
	for i := range l.rounds(5) {
		folder := fmt.Sprintf("import-%d", i)
		db, err := l.event(filepath.Join(folder, "hadir.db"))
		if err != nil {
			return nil, err
		}
		took, top, err := watched(exec.Command(hadir, "--db", db, "import", "latest", list))
		if err != nil {
			return nil, err
		}
		ours, most = append(ours, took), max(most, top)
		if noPeer == nil {
			took, _, err := watched(sqliteImport(sqlite, filepath.Join(l.dir, folder, "peer.db"), list))
			if err != nil {
				return nil, err
			}
			peer = append(peer, took)
		}
		if err := os.RemoveAll(filepath.Join(l.dir, folder)); err != nil {
			return nil, err
		}
	}
	what := fmt.Sprintf("import of %d rows of CSV", l.guests)
	speed := row{what: what, ours: ours.spread(), peer: "sqlite3 is not installed", bars: []bar{{"at most 4x the peer", false}}}
	if noPeer == nil {
		x := ratio(ours.median(), peer.median())
		speed = row{
			what: what, ours: ours.spread(), peer: peer.spread() + " (sqlite3 .import, three indexes)", ratio: x,
			bars: []bar{within(x, 4)},
		}
	}
	if !hasProc() {
		return []row{speed, {what: what + ", peak memory", notMeasured: errNoProc.Error()}}, nil
	}
	return []row{speed, {what: what + ", peak memory (VmHWM)", ours: megabytes(most), bars: []bar{below(most, 250e6)}}}, nil
}

func sqliteImport(sqlite, db, list string) *exec.Cmd {
	cmd := exec.Command(sqlite, db)
	cmd.Stdin = strings.NewReader(table + ".import --csv --skip 1 '" + list + "' guests\n")
	return cmd
}

// watched runs a command to its end and gives how long it took, and the most memory that it had.
func watched(cmd *exec.Cmd) (took time.Duration, most int64, err error) {
	var said bytes.Buffer
	cmd.Stderr = &said
	begin := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, 0, err
	}
	ended, top := make(chan struct{}), make(chan int64, 1)
	go func() { top <- peak(cmd.Process.Pid, ended) }()
	err = cmd.Wait()
	took = time.Since(begin)
	close(ended)
	most = <-top
	if err == nil && said.Len() > 0 {
		// sqlite3 complains of rows and still ends well.
		err = errors.New("it complained")
	}
	if err != nil {
		return 0, 0, fmt.Errorf("%s: %w\n%s", filepath.Base(cmd.Path), err, said.String())
	}
	return took, most, nil
}
