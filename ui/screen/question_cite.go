package screen

import (
	"encoding/json"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
)

// citing is the form with what else belongs to it and is kept with its draft: when it was first typed into, and what it
// points to.
type citing struct {
	*kit.Form
	now   func() time.Time
	asked time.Time
	refs  []model.Reference
}

// Update types, and notes when the first letter came.
func (c *citing) Update(msg tea.Msg) tea.Cmd {
	cmd := c.Form.Update(msg)
	if c.asked.IsZero() && isInput(msg) && c.Changed() {
		c.asked = c.now()
	}
	return cmd
}

// Snapshot is the values with what else is kept.
func (c *citing) Snapshot() map[string]string {
	values := c.Form.Snapshot()
	if !c.asked.IsZero() {
		values[draftAsked] = c.asked.UTC().Format(time.RFC3339Nano)
	}
	if len(c.refs) > 0 {
		// References always marshal.
		b, _ := json.Marshal(c.refs)
		values[draftRefs] = string(b)
	}
	return values
}

// Restore puts back what Snapshot gave.
func (c *citing) Restore(values map[string]string) {
	c.Form.Restore(values)
	if t, err := time.Parse(time.RFC3339Nano, values[draftAsked]); err == nil {
		c.asked = t
	}
	// A draft without references has none.
	_ = json.Unmarshal([]byte(values[draftRefs]), &c.refs)
}
