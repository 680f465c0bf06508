package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"
	_ "modernc.org/sqlite" // what database/sql calls sqlite
)

// note is a text that peers are given to find.
type note struct {
	id   string
	text string
}

// asked is what is looked for, in a form that each engine has its own way to say. Every word has to be there.
type asked struct {
	sort   string
	words  []string
	phrase bool
	prefix bool // the last word is unfinished
}

// typed is the query as an officer types it.
func (a asked) typed() string {
	s := strings.Join(a.words, " ")
	if a.phrase {
		return `"` + s + `"`
	}
	return s
}

// peer is another search engine with the same notes in it.
type peer interface {
	name() string
	add(notes []note) error
	// find gives the IDs of the best.
	find(a asked, limit int) ([]string, error)
	// any finds what has any of the words, by the engine's own analyser.
	any(text string, limit int) ([]string, error)
	close() error
}

// fts5 is SQLite's full text search, with its own tokenizer and BM25.
type fts5 struct {
	db   *sql.DB
	best *sql.Stmt
}

func openFTS5(path string) (*fts5, error) {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	for _, q := range []string{
		"pragma journal_mode=wal", "pragma synchronous=full", "create virtual table notes using fts5(id unindexed, body)",
	} {
		if _, err := db.Exec(q); err != nil {
			return nil, errors.Join(err, db.Close())
		}
	}
	find, err := db.Prepare("select id, body from notes where notes match ? order by rank limit ?")
	return &fts5{db, find}, err
}

func (p *fts5) name() string { return "SQLite FTS5 (modernc)" }

func (p *fts5) add(notes []note) error {
	tx, err := p.db.Begin()
	if err != nil {
		return err
	}
	insert, err := tx.Prepare("insert into notes(id, body) values(?, ?)")
	for _, n := range notes {
		if err == nil {
			_, err = insert.Exec(n.id, n.text)
		}
	}
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func (p *fts5) find(a asked, limit int) ([]string, error) {
	if a.phrase {
		return p.match(`"`+strings.Join(a.words, " ")+`"`, limit)
	}
	var b strings.Builder
	for i, w := range a.words {
		fmt.Fprintf(&b, `"%s"`, w)
		if a.prefix && i == len(a.words)-1 {
			b.WriteByte('*')
		}
		b.WriteByte(' ')
	}
	return p.match(b.String(), limit)
}

func (p *fts5) any(text string, limit int) ([]string, error) {
	var words []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !letter(r) }) {
		words = append(words, `"`+w+`"`)
	}
	return p.match(strings.Join(words, " OR "), limit)
}

func (p *fts5) match(q string, limit int) (ids []string, err error) {
	rows, err := p.best.QueryContext(context.Background(), q, limit)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var id, body string
		if err := rows.Scan(&id, &body); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

func (p *fts5) close() error { return errors.Join(p.best.Close(), p.db.Close()) }

// bleves is bleve with its own standard analyser and BM25. It keeps no texts, which is less than the others do.
type bleves struct{ index bleve.Index }

func openBleve(path string) (*bleves, error) {
	m := bleve.NewIndexMapping()
	m.ScoringModel = "bm25"
	text := bleve.NewTextFieldMapping()
	text.Store, text.DocValues, text.IncludeInAll = false, false, false
	doc := mapping.NewDocumentStaticMapping()
	doc.AddFieldMappingsAt("body", text)
	m.DefaultMapping = doc
	m.DefaultField = "body"
	index, err := bleve.New(path, m)
	return &bleves{index}, err
}

func (p *bleves) name() string { return "bleve" }

func (p *bleves) add(notes []note) error {
	for len(notes) > 0 {
		n := min(2000, len(notes))
		b := p.index.NewBatch()
		for _, x := range notes[:n] {
			if err := b.Index(x.id, map[string]string{"body": x.text}); err != nil {
				return err
			}
		}
		if err := p.index.Batch(b); err != nil {
			return err
		}
		notes = notes[n:]
	}
	return nil
}

func (p *bleves) find(a asked, limit int) ([]string, error) {
	if a.phrase {
		q := bleve.NewMatchPhraseQuery(strings.Join(a.words, " "))
		q.SetField("body")
		return p.search(q, limit)
	}
	all := make([]query.Query, len(a.words))
	for i, w := range a.words {
		if a.prefix && i == len(a.words)-1 {
			q := bleve.NewPrefixQuery(strings.ToLower(w))
			q.SetField("body")
			all[i] = q
			continue
		}
		q := bleve.NewMatchQuery(w)
		q.SetField("body")
		all[i] = q
	}
	if len(all) == 1 {
		return p.search(all[0], limit)
	}
	return p.search(bleve.NewConjunctionQuery(all...), limit)
}

func (p *bleves) any(text string, limit int) ([]string, error) {
	q := bleve.NewMatchQuery(text)
	q.SetField("body")
	return p.search(q, limit)
}

func (p *bleves) search(q query.Query, limit int) ([]string, error) {
	found, err := p.index.Search(bleve.NewSearchRequestOptions(q, limit, 0, false))
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(found.Hits))
	for i, h := range found.Hits {
		ids[i] = h.ID
	}
	return ids, nil
}

func (p *bleves) close() error { return p.index.Close() }

func letter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}
