package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
)

// FieldKind is how a field of a form is filled in.
type FieldKind int

// The kinds of fields.
const (
	TextField   FieldKind = iota // one line
	AreaField                    // many lines
	ChoiceField                  // one of a few options
	ToggleField                  // yes or no: its value is Yes or No
	FindField                    // a record, found by typing
)

// The values of a ToggleField.
const (
	Yes = "yes"
	No  = "no"
)

// Field describes one field of a form. Only ID, Label and Kind are always needed.
type Field struct {
	ID       string
	Label    lang.Key
	Kind     FieldKind
	Required bool
	Hint     lang.Key // said in the empty field

	Limit   int                                      // TextField: most code points
	Secret  bool                                     // TextField: not shown
	Clean   func(string) string                      // TextField: what else is done to typed text
	Rows    int                                      // AreaField: lines shown; 0 counts as 5
	Options []Option                                 // ChoiceField
	Suggest func(query string) ([]Option, tea.Cmd)   // FindField, see NewFind
	Free    bool                                     // FindField: words without a record may stand
	First   bool                                     // FindField: with Free, the first suggestion is marked at once
	Echo    func(value string) (string, lang.Phrase) // what was understood, shown below; or why it was not
	Check   func(value string) lang.Phrase           // what is wrong with a value that is there
}

// control is what a field is filled in with.
type control interface {
	Update(msg tea.Msg) tea.Cmd
	View(w, h int) string
	Cursor() (x, y int, ok bool)
}

// slot is a field within its form: the description, the control, and how it stands.
type slot struct {
	Field
	control control
	wrong   lang.Phrase // shown below the field; None: nothing is, or it was not yet left
	top     int         // its first line within the form at the last View,
	high    int         // and how many it took
	x, y    int         // its control's top left, within the form
}

// newSlot makes the control that a field asks for.
func newSlot(look Look, f Field) *slot {
	s := &slot{Field: f}
	switch f.Kind {
	case AreaField:
		area := NewArea(look)
		area.Placeholder = f.Hint
		s.control = area
	case ChoiceField:
		s.control = NewChoice(look, f.Options...)
	case ToggleField:
		toggle := NewChoice(look, Option{Value: Yes, Label: "kit.yes"}, Option{Value: No, Label: "kit.no"})
		toggle.SetValue(No)
		s.control = toggle
	case FindField:
		find := NewFind(look, f.Suggest)
		find.Free, find.First, find.input.Placeholder = f.Free, f.First, f.Hint
		s.control = find
	default:
		input := NewInput(look)
		input.Placeholder, input.Limit, input.Secret, input.Clean = f.Hint, f.Limit, f.Secret, f.Clean
		s.control = input
	}
	return s
}

// put writes what stands in the field into values, the typed words of a FindField under its ID and ".text".
func (s *slot) put(values map[string]string) {
	values[s.ID] = s.value()
	if find, ok := s.control.(*Find); ok {
		values[s.ID+".text"] = find.Text()
	}
}

func (s *slot) value() string { return s.control.(interface{ Value() string }).Value() }

// set takes from values what put wrote, where it is there.
func (s *slot) set(values map[string]string) {
	value, ok := values[s.ID]
	if !ok {
		return
	}
	switch c := s.control.(type) {
	case *Find:
		c.SetValue(value, values[s.ID+".text"])
	case interface{ SetValue(value string) }:
		c.SetValue(value)
	}
}

// typed is what a person put in: for a FindField the words, since the value is not his.
func (s *slot) typed() string {
	if find, ok := s.control.(*Find); ok {
		return find.Text()
	}
	return s.value()
}

// check looks at the field as it stands and keeps what is wrong.
func (s *slot) check() bool {
	s.wrong = lang.Phrase{}
	typed := s.typed()
	find, finds := s.control.(*Find)
	switch {
	case strings.TrimSpace(typed) == "":
		if s.Required {
			s.wrong = lang.Of("kit.required")
		}
	case finds && !find.wrong().None():
		s.wrong = find.wrong()
	default:
		s.wrong = s.content(typed)
	}
	return s.wrong.None()
}

// content asks the field's own rules about a value that is there.
func (s *slot) content(typed string) (wrong lang.Phrase) {
	if s.Echo != nil {
		_, wrong = s.Echo(typed)
	}
	if wrong.None() && s.Check != nil {
		wrong = s.Check(typed)
	}
	return wrong
}

// takes reports whether the control needs a key that moves through the form otherwise.
func (s *slot) takes(key string) bool {
	switch c := s.control.(type) {
	case *Area:
		return key == "enter" || key == "up" || key == "down"
	case *Find:
		return c.takes(key)
	}
	return false
}
