package screen

import "hadir/model"

// NewActionForm is the form of a new follow-up of an event, filled in from a question; the zero Question: from none.
func NewActionForm(env *Env, event model.ID, from model.Question) Screen {
	return &board{env: env, event: event}
}
