package screen

import "hadir/model"

// openQuestion is the screen of the question that a follow-up came from.
func openQuestion(env *Env, a model.Action) Screen { return NewQuestion(env, a.Event, a.Question) }
