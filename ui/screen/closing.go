package screen

import (
	"hadir/model"
	"hadir/ui/kit"
)

// newClosing is where an event's conclusions (kesimpulan) and suggestions (saran) are written.
func newClosing(env *Env, event model.ID) *recordForm {
	return newRecordForm(env, recordFormSpec{
		name: "closing", key: model.EventKey(event), verb: model.VerbEdit, title: "event.title-closing", help: "event.help-closing",
		saved: "event.closing-saved",
		fields: []kit.Field{
			{ID: model.EventConclusion, Label: "event.conclusion", Kind: kit.AreaField, Rows: 8, Hint: "event.conclusion-hint"},
			{ID: model.EventSuggestion, Label: "event.suggestion", Kind: kit.AreaField, Rows: 6, Hint: "event.suggestion-hint"},
		},
	})
}
