package program

import (
	_ "embed" // for the example
	"io"

	"hadir/model"
)

//go:embed example.json
var example string

// Example is the example event's file: the outreach of 21 November 2023 as the office's article tells of it, word for word and
// with nothing added, and an invited list of people who do not exist. Whoever shows it says that it is sample data.
func Example() []byte { return []byte(example) }

// ExampleChanges makes the example event, and notes in the office's settings that it is there: in one act, so that an undo or a
// failed write leaves neither without the other. The arguments are those of [File.Changes]; me is the settings as they are.
func ExampleChanges(act model.Act, me model.Settings, r io.Reader) (event model.ID, changes []model.Change, err error) {
	f, err := Parse(Example())
	if err != nil {
		return model.ID{}, nil, err
	}
	if event, changes, err = f.Changes(act, me.Key, r); err != nil {
		return model.ID{}, nil, err
	}
	if set, ok := me.OfficeRecord.Write(model.ExampleEventID, event.String()); ok {
		changes = append(changes, act.Change(model.OfficeSettings(), set))
	}
	return event, changes, nil
}
