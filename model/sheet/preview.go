package sheet

// Preview is what an officer sees before anything is stored: the columns as they were understood, above the first rows.
type Preview struct {
	Columns []PreviewColumn
	Items   []Item // the first rows, titles and header among them
}

// PreviewColumn is the head of one column.
type PreviewColumn struct {
	Letter     string  // "A"
	Header     string  // as it stands in the file, on one line; empty without one
	Field      Field   // what it is taken for; FieldNone is not used
	Confidence float64 // 0 to 1, of Field
}

// Preview shows the layout over the first n rows. Both are as wide as the widest of these rows, or as the header.
func (l Layout) Preview(rows []Row, n int) Preview {
	rows = rows[:min(max(n, 0), len(rows))]
	p := Preview{Items: l.Classify(rows)}
	for column := range max(Width(rows), len(l.Headers)) {
		c := PreviewColumn{Letter: Letter(column), Field: l.FieldOf(column)}
		if column < len(l.Headers) {
			c.Header = l.Headers[column]
		}
		c.Confidence = l.Confidence[c.Field]
		p.Columns = append(p.Columns, c)
	}
	return p
}
